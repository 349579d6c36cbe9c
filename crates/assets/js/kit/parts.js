// What every screen is put together from: buttons, the question with its loudspeaker, Stop, the
// worker's tab, the words of state. A button that cannot work is not drawn; none is ever greyed.
import { draw, fill, h } from "./dom.js";

/**
 * @typedef {import("./kit.js").Kit} Kit
 * @typedef {import("./dom.js").Child} Child
 * @typedef {object} Button
 * @property {string} [icon] before the word
 * @property {string} [after] an icon behind the word
 * @property {string} [picture] a drawing before the word
 * @property {Child} [drawn] the same, drawn already
 * @property {"plain" | "go" | "quiet" | "thumb"} [kind]
 * @property {boolean} [chosen] it is one of several, and this one is chosen
 * @property {string} [label] what it is called aloud, if the word alone would not say
 * @property {string} [colour] `leaf`, `plum`, `violet` or `teal`
 * @property {string} [class]
 */

/** An icon of the kit's sprite, always beside a word or on a labelled button.
 * @param {Kit} kit @param {string} name @param {number} [size] */
export function icon(kit, name, size = 30) {
  const use = draw("use", { href: `${kit.assets}icons/kit.svg#${name}` });
  const turns = /^(arrow|chevron)-/.test(name) ? " turns" : "";
  return draw("svg", { class: `icon${turns}`, width: size, height: size, "aria-hidden": "true" }, use);
}

/** A drawing of the kit. Without words it is only there to be looked at.
 * @param {Kit} kit @param {string} name @param {{alt?: string, class?: string}} [more] */
export function picture(kit, name, more = {}) {
  return h("img", { src: kit.art(name), alt: more.alt ?? "", class: more.class, draggable: "false" });
}

let place = 0;

/** One of the six hand-drawn frames, in turn, so that neighbours differ. */
export const frame = () => `frame-${(place++ % 6) + 1}`;

/**
 * A button: a word, and an icon or a drawing with it.
 * @param {Kit} kit @param {string} word @param {() => void} tap @param {Button} [more]
 */
export function button(kit, word, tap, more = {}) {
  const kind = more.kind ?? "plain";
  const made = h("button", {
    type: "button",
    class: `button ${kind} framed ${frame()} ${more.colour ?? ""} ${more.class ?? ""}`,
    "aria-pressed": more.chosen === undefined ? null : String(more.chosen),
    "aria-label": more.label,
    onclick: tap,
  });
  fill(
    made,
    more.drawn ?? (more.picture ? picture(kit, more.picture) : null),
    more.icon ? icon(kit, more.icon, 28) : null,
    h("span", {}, word),
    more.after ? icon(kit, more.after, 28) : null,
  );
  return made;
}

/** The one button that goes on.
 * @param {Kit} kit @param {string} word @param {() => void} tap @param {Button} [more] */
export function bigButton(kit, word, tap, more = {}) {
  return button(kit, word, tap, { kind: "go", after: "arrow-right", ...more });
}

/**
 * Says what is written. Not there where the tablet has no voice for the language.
 * @param {Kit} kit @param {string | (() => string)} text
 * @param {{colour?: string, small?: boolean, of?: string}} [more] `of`: what it reads, said aloud
 */
export function hearButton(kit, text, more = {}) {
  if (!kit.canHear()) return null;
  const size = more.small ? "small" : `framed ${frame()}`;
  return h(
    "button",
    {
      type: "button",
      class: `hear ${size} ${more.colour ?? ""}`,
      "aria-label": more.of ? `${kit.say("hear-it")}: ${more.of}` : kit.say("hear-it"),
      onclick: (/** @type {Event} */ tap) => {
        tap.stopPropagation();
        kit.hear(typeof text === "function" ? text() : text);
      },
    },
    icon(kit, "volume-2", more.small ? 26 : 34),
  );
}

/** The open hand: it keeps what is there, thanks, and closes. Always at the bottom, at the start.
 * @param {Kit} kit */
export function stopButton(kit) {
  return h(
    "button",
    { type: "button", class: `stop framed ${frame()}`, onclick: () => kit.stop() },
    picture(kit, "hand"),
    h("span", {}, kit.say("stop")),
  );
}

/**
 * The one question of a screen, with its loudspeaker and, if there is one, a quiet line below.
 * @param {Kit} kit @param {string} text
 * @param {{under?: string, colour?: string, aloud?: string}} [more] `aloud`: what is read instead
 */
export function question(kit, text, more = {}) {
  const aloud = more.aloud ?? (more.under ? `${text} ${more.under}` : text);
  return h(
    "header",
    { class: `question ${more.colour ?? ""}` },
    h(
      "div",
      { class: "asked" },
      h("h1", { tabindex: "-1" }, text),
      hearButton(kit, aloud, { colour: more.colour }),
    ),
    more.under ? h("p", { class: "under" }, more.under) : null,
  );
}

/** Where the work is: three words only, the same everywhere.
 * @param {Kit} kit @param {"tablet" | "sending" | "record"} [state] */
export function badge(kit, state = "tablet") {
  return h(
    "p",
    { class: "badge" },
    icon(kit, "tablet-smartphone", 22),
    h("span", {}, kit.say(`state-${state}`)),
  );
}

/** The worker's one small tab at the end edge, with a first name on it.
 * @param {Kit} kit */
export function workersTab(kit) {
  const name = kit.worker();
  return h(
    "button",
    {
      type: "button",
      class: "tab",
      "aria-expanded": "false",
      "aria-label": kit.w("side-of", { name }),
      onclick: () => kit.openTray(),
    },
    h("span", {}, name),
  );
}

/** A framed piece of paper.
 * @param {{class?: string, chosen?: boolean}} more @param {...(Child | Child[])} children */
export function card(more, ...children) {
  const chosen = more.chosen ? "chosen" : "";
  return h("div", { class: `card framed ${frame()} ${chosen} ${more.class ?? ""}` }, ...children);
}

/**
 * A child's screen: the question above, the work in the middle, Stop and what goes on below.
 * @param {Kit} kit
 * @param {object} parts
 * @param {string} parts.name class of the screen
 * @param {Child | Child[]} parts.top
 * @param {Child | Child[]} parts.work
 * @param {(Child)[]} [parts.start] buttons after Stop
 * @param {(Child)[]} [parts.end] buttons at the far end
 * @param {boolean} [parts.closed] the session is over: no Stop, no tab
 */
export function screen(kit, { name, top, work, start = [], end = [], closed = false }) {
  // Stop has its corner to itself: nothing that comes beside it moves it.
  const foot = h("nav", { class: "foot", "aria-label": kit.say("foot") });
  fill(foot, closed ? null : stopButton(kit), h("div", { class: "beside-stop" }, ...start, h("div", { class: "to-end" }, ...end)));
  return h(
    "div",
    { class: `screen ${name}` },
    h("div", { class: "top" }, ...[top].flat(), badge(kit)),
    h("div", { class: "work" }, ...[work].flat()),
    foot,
    closed ? null : workersTab(kit),
  );
}
