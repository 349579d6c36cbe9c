// The library, for the worker: on a page of its own from the start, or at the worker's side while a child is there. At
// the side nothing lies open that would lead a child who reads along. It needs no network, and what was looked for is
// kept nowhere.
import { h, refill } from "../dom.js";
import { field, part, sheet, staffButton, unfold } from "../desk.js";
import { PARTS, besideChild, cardFrom, find, library } from "../library.js";
import { cardBody } from "../library_card.js";
import { closesOnEscape, trayHead } from "../tray_parts.js";

/**
 * @typedef {import("../kit.js").Kit} Kit
 * @typedef {import("../library.js").Library} Library
 * @typedef {import("../library.js").Card} Card
 * @typedef {{card?: string, asked?: string, beside?: boolean}} Params
 */

/** @param {Kit} kit @param {Params} params */
export async function show(kit, params) {
  const whole = await library();
  const shown = params.beside ? besideChild(whole) : whole;
  const card = shown.cards.find(({ id }) => id === params.card);
  return card ? one(kit, params, shown, card) : all(kit, params, shown);
}

/** A card, or the list, in place of this one. @param {Kit} kit @param {Params} from @param {Params} to */
function turn(kit, from, to) {
  const params = { beside: from.beside, asked: from.asked, ...to };
  return void (from.beside ? kit.openTray("library", params) : kit.go("library", params));
}

/** @param {Kit} kit @param {Params} params @param {string} title @param {...import("../dom.js").Child} work */
function frame(kit, params, title, ...work) {
  if (params.beside) {
    const side = staffButton(kit, kit.w("library-to-side"), () => void kit.openTray(), { kind: "text" });
    return h("div", { class: "desk tray library", onkeydown: closesOnEscape(kit) }, trayHead(kit, title), ...work, side);
  }
  const close = staffButton(kit, kit.w("library-to-start"), () => void kit.go("start"), { icon: "house" });
  return sheet({ name: "library", title, beside: close, work });
}

/** @param {Kit} kit @param {Params} params @param {Library} shown */
function all(kit, params, shown) {
  const found = h("div", { class: "lib-found" });
  const look = () => {
    params.asked = asked.input.value;
    const cards = find(shown, asked.value());
    refill(found, asked.value() ? results(kit, params, cards) : parts(kit, params, shown));
    if (asked.value()) kit.announce(countOf(kit, cards.length));
  };
  const asked = field({
    label: kit.w("library-find"), hint: kit.w("library-find-hint"), value: params.asked ?? "", type: "search", typed: look,
  });
  look();
  const note = kit.w(params.beside ? "library-beside" : "library-made-up");
  return frame(kit, params, kit.w("library"), asked.box, found, h("p", { class: "muted" }, note));
}

/** @param {Kit} kit @param {number} count */
const countOf = (kit, count) => kit.w(`library-found-${count === 1 ? "one" : "other"}`, { count });

/** @param {Kit} kit @param {Params} params @param {Card[]} cards */
function results(kit, params, cards) {
  if (cards.length === 0) return h("p", {}, kit.w("library-none"));
  return h("section", {}, h("h2", {}, countOf(kit, cards.length)), list(kit, params, cards));
}

/** @param {Kit} kit @param {Params} params @param {Library} shown */
function parts(kit, params, shown) {
  return PARTS.map((name) => {
    const cards = shown.cards.filter((card) => card.part === name);
    return cards.length ? unfold(kit.w(`library-part-${name}`), list(kit, params, cards)) : null;
  });
}

/** @param {Kit} kit @param {Params} params @param {Card[]} cards */
function list(kit, params, cards) {
  const open = (/** @type {Card} */ card) =>
    staffButton(kit, card.title, () => turn(kit, params, { card: card.id }), {
      kind: "quiet", after: "chevron-right", under: card.law?.source ?? "",
    });
  return h("ul", { class: "lib-list" }, ...cards.map((card) => h("li", {}, open(card))));
}

/** @param {Kit} kit @param {Params} params @param {Library} shown @param {Card} card */
function one(kit, params, shown, card) {
  const back = staffButton(kit, kit.w("library-all"), () => turn(kit, params, {}), { kind: "text", icon: "arrow-left" });
  const rests = shown.cards.filter(({ id }) => card.cites?.includes(id));
  const serves = shown.cards.filter(({ cites }) => cites?.includes(card.id));
  return frame(
    kit, params, card.title, back, ...cardBody(kit, card),
    rests.length ? part(kit.w("library-rests"), list(kit, params, rests)) : null,
    serves.length ? part(kit.w("library-serves"), list(kit, params, serves)) : null,
  );
}

/** A way from a line of the tree to its card, where it has one; it comes once the library is read.
 * @param {Kit} kit @param {string} line */
export function toCard(kit, line) {
  const here = h("div", { class: "lib-way" });
  void library().then((whole) => {
    const card = cardFrom(besideChild(whole), line);
    const open = () => void kit.openTray("library", { beside: true, card: card?.id });
    if (card) refill(here, staffButton(kit, card.title, open, { kind: "quiet", after: "chevron-right", under: kit.w("library") }));
  }).catch(() => {});
  return here;
}
