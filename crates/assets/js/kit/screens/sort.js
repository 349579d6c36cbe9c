// Sort it: three columns and a heap of cards. A card is carried there, or taken by a tap and put down by a tap on a column; it
// goes where the child puts it, back on the heap, or nowhere. Where it lay its place stays: no other card moves under the hand.
// The cards are everyday things, and name nobody and nothing that was done.
import { h, refill } from "../dom.js";
import { carries } from "../carry.js";
import { newestOf, pageFor } from "../pages.js";
import { card, hearButton, picture, question, screen } from "../parts.js";
import { step } from "../steps.js";

/** @typedef {import("../kit.js").Kit} Kit */

/** Each is a word `kit-card-NAME`, and a drawing where there is one. @type {[string, string][]} */
const CARDS = [
  ["sleep", "stickers/bed"], ["getting-up", "stickers/sun"], ["food", "stickers/apple"], ["school", "stickers/book"],
  ["getting-there", "stickers/bus"], ["friends", "stickers/ball"], ["at-home", "stickers/table"], ["evenings", "stickers/moon"],
  ["outside", "stickers/bike"], ["animals", "stickers/dog"], ["music-and-games", "stickers/note"], ["something-else", "stickers/question"],
];
const COLUMNS = ["good", "middle", "worry"];

/** @param {Kit} kit */
export function show(kit) {
  void kit.keep("asked", { node: kit.walk.node.id, prompt: kit.asked }, "worker");
  const before = newestOf(kit, "sort");
  const page = pageFor(kit, "sort", before?.id);
  /** @type {Record<string, string | null>} */
  const sorted = { ...before?.sorted };
  /** @type {string | null} */
  let held = null;
  const board = h("div", { class: "columns" });
  const heap = h("div", { class: "heap", role: "group", "aria-label": kit.say("cards") });

  const put = async (/** @type {string | null} */ column) => {
    if (held === null) return;
    const name = held;
    held = null;
    sorted[name] = column;
    lay();
    kit.announce(`${kit.say(`card-${name}`)}: ${kit.say(column ? `sort-${column}` : "cards")}`);
    await page.keep("sorted", { card: name, column });
  };
  const take = (/** @type {string} */ name) => {
    held = held === name ? null : name;
    lay();
    if (held) /** @type {HTMLElement | null} */ (board.querySelector(".drop"))?.focus();
  };
  const cardOf = (/** @type {[string, string]} */ [name, drawing]) =>
    h("button", { type: "button", class: "topic", "data-card": name, "aria-pressed": String(held === name), onclick: () => take(name) },
      picture(kit, drawing), h("span", {}, kit.say(`card-${name}`)));
  /** A pile is one target while a card is held; by keys there is its button. @param {string} column */
  const putsIn = (column) => (/** @type {MouseEvent} */ tap) => {
    const on = tap.target instanceof Element ? tap.target.closest("button") : null;
    if (held === null || tap.detail === 0 || (on && !on.matches(".topic"))) return;
    if (sorted[held] === column) return;
    tap.stopPropagation();
    void put(column);
  };
  /** @param {string} column */
  const pileOf = (column) => {
    const pile =
      card({ class: `column ${column} ${held ? "takes" : ""}` },
      h("h2", {}, kit.say(`sort-${column}`), hearButton(kit, kit.say(`sort-${column}`), { small: true })),
      held ? h("button", {
        type: "button", class: "drop", "aria-label": `${kit.say("put-here")}: ${kit.say(`sort-${column}`)}`, onclick: () => void put(column),
      }, kit.say("put-here")) : null,
      h("div", { class: "sorted" }, CARDS.filter(([name]) => sorted[name] === column).map(cardOf)));
    pile.dataset.column = column;
    pile.addEventListener("click", putsIn(column), { capture: true });
    return pile;
  };
  /** As wide as the card that lay there. @param {[string, string]} of */
  const gap = ([name, drawing]) => h("span", { class: "topic gap", "aria-hidden": "true" }, picture(kit, drawing), h("span", {}, kit.say(`card-${name}`)));
  const lay = () => {
    refill(board, COLUMNS.map(pileOf));
    refill(heap, CARDS.map((one) => (sorted[one[0]] ? gap(one) : cardOf(one))),
      held && sorted[held] ? h("button", { type: "button", class: "drop", onclick: () => void put(null) }, kit.say("back-on-heap")) : null);
  };
  lay();
  const table = h("div", { class: "sort-table" }, heap, board);
  carries(table, {
    card: "[data-card]", place: "[data-column], .heap",
    put: (taken, place) => {
      const [name = "", column = null] = [taken.dataset.card, place.dataset.column];
      if ((sorted[name] ?? null) === column) return;
      held = name;
      void put(column);
    },
  });
  return screen(kit, {
    name: "sort",
    top: question(kit, kit.say(kit.asked), { under: kit.say("sort-how") }),
    work: table,
    start: [step(kit, "skip")],
    end: [step(kit, "thats-all")],
  });
}
