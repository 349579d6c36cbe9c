// What the worker's pages are put together from: plain square frames, the staff's letters, one thing a page.
// Everything is an ordinary heading, list, label or button, so that keyboard, switch and reader need nothing of
// their own.
import { fill, h, refill } from "./dom.js";
import { icon } from "./parts.js";

/**
 * @typedef {import("./kit.js").Kit} Kit
 * @typedef {import("./dom.js").Child} Child
 * @typedef {object} Staff
 * @property {string} [icon] before the word
 * @property {string} [after] an icon behind it
 * @property {"plain" | "go" | "quiet" | "text"} [kind]
 * @property {string} [under] a smaller line below the word
 * @property {boolean} [chosen]
 * @property {string} [class]
 * @property {string} [label] what it is called aloud, if the word alone would not say
 */

const KINDS = { plain: "", go: "forward", quiet: "small-one", text: "as-text" };

/**
 * A button of the worker's side.
 * @param {Kit} kit @param {string} word @param {() => void} tap @param {Staff} [more]
 */
export function staffButton(kit, word, tap, more = {}) {
  const made = h("button", {
    type: "button",
    class: `staff ${KINDS[more.kind ?? "plain"]} ${more.class ?? ""}`,
    "aria-pressed": more.chosen === undefined ? null : String(more.chosen),
    "aria-label": more.label,
    onclick: tap,
  });
  const words = h("span", {}, word, more.under ? h("small", {}, more.under) : null);
  fill(made, more.icon ? icon(kit, more.icon, 24) : null, words, more.after ? icon(kit, more.after, 24) : null);
  return made;
}

/**
 * A page of the worker's: a heading, what it is about, and what goes on at the foot.
 * @param {object} parts
 * @param {string} parts.name class of the page
 * @param {string} parts.title
 * @param {string} [parts.lead]
 * @param {Child | Child[]} [parts.beside] at the end of the heading
 * @param {Child | Child[]} parts.work
 * @param {Child[]} [parts.foot]
 */
export function sheet({ name, title, lead, beside, work, foot = [] }) {
  const head = h("header", {}, h("h1", { tabindex: "-1" }, title), ...[beside].flat());
  const page = h(
    "div",
    { class: "desk-sheet" },
    head,
    lead ? h("p", { class: "desk-lead" }, lead) : null,
    ...[work].flat(),
  );
  if (foot.length) fill(page, h("nav", { class: "desk-foot" }, ...foot));
  return h("div", { class: `desk ${name}` }, page);
}

/** A heading and what belongs under it. @param {string} title @param {...(Child | Child[])} inside */
export function part(title, ...inside) {
  return h("section", { class: "desk-part" }, h("h2", {}, title), ...inside);
}

/** Short lines, one below another. @param {string[]} lines */
export function lines(lines) {
  return lines.length ? h("ul", { class: "desk-lines" }, ...lines.map((line) => h("li", {}, line))) : null;
}

/** The office takes no longer text as one. */
const LONGEST = 20_000;

let fields = 0;

/**
 * @typedef {object} Field
 * @property {string} label
 * @property {string} [hint]
 * @property {string} [value]
 * @property {number} [rows] more than one line: how many are seen
 * @property {string} [type] `text`, `date`, `password`, `tel`
 * @property {boolean} [digits] digits alone: the tablet shows its number keys
 * @property {boolean} [needed] nothing goes on without it
 * @property {() => void} [typed] called after each change
 * @property {string[]} [offers] words to take instead of typing
 */

/**
 * A field with its label. `value()` is what stands in it without space around it, `wrong(text)` says below it what
 * is missing,
 * and nothing when the text is empty. Nothing is corrected, completed or remembered by the browser.
 * @param {Field} of
 */
export function field({
  label,
  hint,
  value = "",
  rows = 1,
  type = "text",
  digits = false,
  needed = false,
  typed,
  offers = [],
}) {
  const id = `desk-field-${(fields += 1)}`;
  const input = h(rows > 1 ? "textarea" : "input", {
    id,
    rows: rows > 1 ? rows : null,
    type: rows > 1 ? null : type,
    inputmode: digits ? "numeric" : null,
    maxlength: LONGEST,
    autocomplete: "off",
    autocapitalize: "off",
    autocorrect: "off",
    spellcheck: "false",
    dir: "auto",
    "aria-describedby": `${hint ? `${id}-hint ` : ""}${id}-wrong`,
    "aria-required": needed ? "true" : null,
    oninput: () => {
      wrong("");
      typed?.();
    },
  });
  input.value = value;
  const says = h("p", { class: "desk-wrong-line", id: `${id}-wrong`, role: "alert" });
  /** @param {string} text */
  const wrong = (text) => {
    refill(says, text);
    if (text) input.setAttribute("aria-invalid", "true");
    else input.removeAttribute("aria-invalid");
  };
  /** @param {string} word */
  const take = (word) => {
    input.value = word;
    wrong("");
    typed?.();
  };
  const box = h(
    "div",
    { class: "desk-field" },
    h("label", { for: id }, label),
    hint ? h("p", { class: "desk-hint", id: `${id}-hint` }, hint) : null,
    offers.length
      ? h(
          "div",
          { class: "desk-offers" },
          ...offers.map((word) =>
            h("button", { type: "button", class: "staff small-one", onclick: () => take(word) }, word),
          ),
        )
      : null,
    input,
    says,
  );
  return { box, input, wrong, needed, value: () => input.value.trim() };
}

/**
 * One of a few answers. `value()` is the chosen one's or nothing.
 * @param {string} label
 * @param {{value: string, word: string}[]} answers
 * @param {{chosen?: (value: string) => void, taken?: string}} [more] `taken`: what is chosen already
 */
export function oneOf(label, answers, { chosen, taken = "" } = {}) {
  const name = `desk-choice-${(fields += 1)}`;
  const says = h("p", { class: "desk-wrong-line", role: "alert" });
  /** @param {string} value */
  const take = (value) => {
    taken = value;
    refill(says);
    chosen?.(value);
  };
  const box = h(
    "fieldset",
    { class: "one-of" },
    h("legend", {}, label),
    ...answers.map(({ value, word }) =>
      h(
        "label",
        {},
        h("input", { type: "radio", name, value, checked: value === taken, onchange: () => take(value) }),
        h("span", {}, word),
      ),
    ),
    says,
  );
  return { box, value: () => taken, wrong: (/** @type {string} */ text) => refill(says, text) };
}

/**
 * What somebody should know before going on; `urgent` is read out at once.
 * @param {Kit} kit @param {{icon?: string, urgent?: boolean, title?: string}} of @param {...(Child | Child[])}
 *   inside
 */
export function notice(kit, of, ...inside) {
  return h(
    "div",
    { class: `desk-notice ${of.urgent ? "urgent" : ""}`, role: of.urgent ? "alert" : null },
    icon(kit, of.icon ?? "lightbulb", 24),
    h("div", {}, of.title ? h("b", {}, of.title) : null, ...inside),
  );
}

/** Something to open if it is wanted. @param {string} word @param {...(Child | Child[])} inside */
export function unfold(word, ...inside) {
  return h("details", { class: "desk-unfold" }, h("summary", {}, word), ...inside);
}

/** Puts the reader and the keys at the start of what has just come. @param {HTMLElement} page */
export function goToHeading(page) {
  const heading = page.querySelector("h1, h2");
  if (heading instanceof HTMLElement) {
    heading.tabIndex = -1;
    heading.focus();
  }
}
