// Looking back. First every word is read to the child, page by page, and put right. Then the pages lie side by side: which
// matters most, which is left out, in what order; and a drawing can be watched as it was made.
import { h } from "../dom.js";
import { attachments } from "../holding.js";
import { replay } from "../replay.js";
import { COLOUR, drawing, houseName, isDrawn, marksOf, numberOf, pagesMade, sheet, wordsOf } from "../pages.js";
import { bigButton, button, card, frame, hearButton, icon, picture, question, screen } from "../parts.js";
import { face, keyOf, persons } from "../persons.js";
import { slipsOf } from "../slips.js";
import { backStep, step } from "../steps.js";
import { told } from "../told.js";

/** @typedef {import("../kit.js").Kit} Kit */
/** @typedef {import("../reduce.js").Page} Page */

/** @type {{stop: () => void} | null} */
let playing = null;

/** @param {Kit} kit @param {{at?: number, changing?: boolean}} params */
export function show(kit, params) {
  return kit.walk.node.say === "read-back" ? readBack(kit, params) : mark(kit);
}

export function leave() {
  playing?.stop();
  playing = null;
}

/** One page, with every word on it. @param {Kit} kit @param {{at?: number, changing?: boolean}} params */
function readBack(kit, params) {
  const pages = pagesMade(kit);
  const at = Math.min(params.at ?? 0, pages.length - 1);
  const page = pages[at];
  const go = (/** @type {number} */ to) => void kit.go("look_back", { at: to });
  const last = at >= pages.length - 1;
  const fields = page && params.changing ? changeable(page).map((one) => changeField(kit, one)) : [];
  /** Whichever way she goes on, what she changed is kept first. @param {() => unknown} on */
  const then = (on) => async () => {
    if (!page || (await keepChanges(kit, page, fields))) await on();
  };
  const onward = (/** @type {string} */ label) => ({ tap: () => void then(() => kit.choose(label))() });
  const change = () =>
    button(kit, kit.say("change-it"), () => void kit.go("look_back", { at, changing: true }), { icon: "type" });
  return screen(kit, {
    name: "look-back reading",
    top: question(kit, kit.say(kit.asked), { under: whichOf(kit, pages, at), aloud: kit.say(kit.asked) }),
    work: page
      ? h("div", { class: "one-page" }, big(kit, page),
        params.changing ? changing(kit, fields, then(() => go(at))) : h("div", { class: "words-back" }, words(kit, page), last ? peopleBack(kit) : null))
      : [told(kit, "empty-is-fine"), peopleBack(kit)],
    start: [page && !params.changing && wordsOf(page).length ? change() : null,
      step(kit, "add-to-it", onward("add-to-it")), last ? step(kit, "not-read", onward("not-read")) : null],
    end: [at > 0 ? button(kit, kit.say("back"), then(() => go(at - 1)), { icon: "arrow-left" }) : null,
      last ? step(kit, "right-as-it-is", onward("right-as-it-is")) : bigButton(kit, kit.say("next-page"), then(() => go(at + 1)))],
  });
}

/** Which page it is, where there is more than one. @param {Kit} kit @param {Page[]} pages @param {number} at */
export const whichOf = (kit, pages, at) =>
  pages.length > 1 ? kit.say("page-of", { number: at + 1, all: pages.length }) : undefined;

/** @param {Kit} kit @param {Page} page */
function big(kit, page) {
  return h("div", { class: "page-large" }, sheet(kit, page), ofHouse(kit, page));
}

/** @param {Kit} kit @param {Page} page */
export function ofHouse(kit, page) {
  const signed = ["good", "worries", "dreams", "safety"].includes(page.house);
  const sign = signed ? picture(kit, `sign-${page.house}`) : icon(kit, "milestone", 24);
  return h("p", { class: `of-house ${COLOUR[page.house] ?? ""}` }, sign, h("span", { dir: "auto" }, houseName(kit, page.house)));
}

/** Every word, to be heard, and the number they stand beside. @param {Kit} kit @param {Page} page */
function words(kit, page) {
  const all = [numberOf(kit, page), ...wordsOf(page)].filter(Boolean);
  return [
    ...all.map((text) => h("p", { class: "own-words said-back", dir: "auto" }, h("span", {}, text), hearButton(kit, text, { small: true, of: text }))),
    all.length > 1 ? hearButton(kit, () => all.join(". "), { of: kit.say("all-words") }) : null,
    attachments(kit, page),
  ];
}

/** Whom she put in, or gave a figure, under what she made last. @param {Kit} kit */
function peopleBack(kit) {
  const put = new Set(kit.session.state.people.map(keyOf));
  const all = persons(kit).filter((person) => put.has(keyOf(person)));
  if (all.length === 0) return null;
  return h("section", { class: "people-back", "aria-label": kit.say("people") }, h("b", {}, kit.say("people")),
    h("ul", {}, all.map((person) => h("li", {}, face(kit, person), h("span", { dir: "auto" }, person.name)))));
}

/** What can be written anew: slips and words on the paper. @param {Page} page */
function changeable(page) {
  const slips = new Map(slipsOf(page).map((slip) => [slip.id, { ...slip, place: {} }]));
  const undone = new Set(page.ops.filter((op) => op.kind === "undo").map((op) => op.id));
  for (const op of page.ops) {
    if (op.kind === "words" && op.x !== undefined && !undone.has(op.id)) slips.set(op.id, { id: op.id, text: op.text, place: { x: op.x, y: op.y } });
  }
  return [...slips.values()];
}

/** @typedef {{id: string, text: string, place: object, field: HTMLTextAreaElement}} Changing */

/** @param {Kit} kit @param {{id: string, text: string, place: object}} one @returns {Changing} */
function changeField(kit, one) {
  const field = h("textarea", {
    class: "field framed", rows: "2", dir: "auto", spellcheck: "false", autocapitalize: "none",
    "aria-label": kit.say("your-words"),
  }, one.text);
  return { ...one, field: /** @type {HTMLTextAreaElement} */ (field) };
}

/** Every line in a field of its own; done with one is done with all. @param {Kit} kit @param {Changing[]} fields @param {() => unknown} done */
function changing(kit, fields, done) {
  return h("div", { class: "words-back" }, fields.map(({ field }) =>
    h("div", { class: "changing" }, field, button(kit, kit.say("done"), () => void done(), { icon: "check" }))));
}

/** Whether all that was changed is kept. @param {Kit} kit @param {Page} page @param {Changing[]} fields */
async function keepChanges(kit, page, fields) {
  for (const { id, text, place, field } of fields) {
    if (field.value === text) continue;
    if (!(await kit.keep("words", { page: page.id, id, text: field.value.trim(), ...place }))) return false;
  }
  return true;
}

/** The pages side by side. @param {Kit} kit */
function mark(kit) {
  const node = kit.walk.node;
  const pages = pagesMade(kit);
  return screen(kit, {
    name: "look-back marking",
    top: question(kit, kit.say(kit.asked), { under: node.lines?.map((/** @type {string} */ line) => kit.say(line)).join(" ") }),
    work: h("ol", { class: "side-by-side" }, pages.map((page, at) => h("li", {}, marked(kit, page, at, pages)))),
    start: [step(kit, "change-it")],
    end: [backStep(kit), step(kit, "next")],
  });
}

/** @param {Kit} kit @param {Page} page @param {number} at @param {Page[]} pages */
function marked(kit, page, at, pages) {
  const name = `${kit.say("page-number", { number: at + 1 })}, ${houseName(kit, page.house)}`;
  const set = async (/** @type {string} */ kind, /** @type {boolean} */ on) => {
    if (await kit.keep(kind, { page: page.id, on })) await again(kit, at, kind);
  };
  const tap = (/** @type {string} */ word, /** @type {string} */ mark, /** @type {() => void} */ does, /** @type {boolean} */ on, /** @type {string} */ kind) =>
    button(kit, kit.say(word), does, { icon: mark, chosen: on, class: `small ${kind}`, label: `${kit.say(word)}: ${name}` });
  return card({ class: `page-card ${page.left_out ? "out" : ""} ${page.important ? "starred" : ""}` },
    h("div", { class: "page-thumb" }, sheet(kit, page), page.important ? picture(kit, "stickers/star", { class: "the-star" }) : null),
    ofHouse(kit, page),
    h("div", { class: "marks" },
      tap("important", "star", () => void set("important", !page.important), page.important, "important"),
      tap("leave-out", "eye-off", () => void set("left_out", !page.left_out), page.left_out, "left_out"),
      at > 0 ? move(kit, pages, at, -1, name) : null,
      at < pages.length - 1 ? move(kit, pages, at, 1, name) : null,
      isDrawn(page) ? watchButton(kit, page, name) : null));
}

/** @param {Kit} kit @param {Page} page @param {string} name */
function watchButton(kit, page, name) {
  const word = kit.say("watch-it");
  return button(kit, word, () => watch(kit, page), { icon: "play", class: "small", label: `${word}: ${name}` });
}

/** @param {Kit} kit @param {Page[]} pages @param {number} at @param {1 | -1} by @param {string} name */
function move(kit, pages, at, by, name) {
  const word = by < 0 ? "earlier" : "later";
  return button(kit, kit.say(word), async () => {
    const order = pages.map((page) => page.id);
    const [moved] = order.splice(at, 1);
    if (moved) order.splice(at + by, 0, moved);
    if (await kit.keep("order", { pages: order })) await again(kit, at + by, word);
  }, { icon: by < 0 ? "arrow-left" : "arrow-right", class: `small move ${word}`, label: `${kit.say(word)}: ${name}` });
}

/** @param {Kit} kit @param {number} at @param {string} which */
async function again(kit, at, which) {
  await kit.again();
  const there = kit.child.querySelectorAll(".page-card")[at];
  /** @type {HTMLElement | null | undefined} */ (there?.querySelector(`.${which}`) ?? there?.querySelector("button"))?.focus();
}

/** The drawing as it was made. @param {Kit} kit @param {Page} page */
function watch(kit, page) {
  const canvas = drawing(page, houseName(kit, page.house));
  const close = () => {
    playing?.stop();
    playing = null;
    shown.remove();
  };
  const shown = h("div", { class: `watching framed ${frame()}`, role: "dialog", "aria-label": kit.say("watch-it") }, canvas,
    button(kit, kit.say("close"), close, { icon: "x" }));
  kit.child.querySelector(".screen")?.append(shown);
  playing = replay(canvas, marksOf(page), { speed: 2 });
  shown.querySelector("button")?.focus();
}

