// "Something important was said": the card beside the child's screen, which stays as it is so that no child learns
// which words count. First how to listen, then help if there is danger now, then what was said, written down. The
// walk through the tree moves only when the worker has chosen; closing the side leaves everything where it was.
import { h } from "../dom.js";
import { goToHeading, lines, staffButton, unfold } from "../desk.js";
import { CARD } from "../quiet.js";
import { officeNumber, urgentNumber, whomRung } from "../ring.js";
import { saidForm } from "../said_form.js";
import { closesOnEscape, trayHead } from "../tray_parts.js";

/** @typedef {import("../kit.js").Kit} Kit */

/** Where a card goes on from, and the choices made on it so far. `more`: something else was said as well.
 * @typedef {{node: string, way: string[], more?: boolean}} Card */

/** @param {Kit} kit @param {{node?: string, way?: string[], more?: boolean}} params */
export function show(kit, params) {
  const written = keptHere(kit);
  const here = kit.walk.node.screen === "important" ? kit.walk.node.id : "D10";
  if (!params.node) return cover(kit, written ? { node: "D20", way: ["card-write-now"] } : { node: here, way: [] });
  const card = { ...params, node: params.node, way: params.way ?? [] };
  const node = kit.book.tree.nodes.find((/** @type {any} */ { id }) => id === card.node);
  const inside = LEAVES[card.node] ?? listen;
  return h(
    "div",
    { class: "desk tray important", onkeydown: closesOnEscape(kit) },
    trayHead(kit, kit.w(node.say), kit.w("tray-child-may-read")),
    ...inside(kit, node, card),
    unfold(
      kit.w("tray-guide"),
      h("p", {}, kit.w(node.guide)),
      node.law ? h("p", { class: "law" }, kit.w(node.law)) : null,
    ),
  );
}

/** Before anything of it stands there, the tablet is turned: the child and whoever comes in would read it.
 * @param {Kit} kit @param {Card} to */
function cover(kit, to) {
  return h(
    "div",
    { class: "desk tray important", onkeydown: closesOnEscape(kit) },
    trayHead(kit, kit.w("card-turn")),
    h("p", {}, kit.w("card-turn-why")),
    staffButton(kit, kit.w("card-turned"), () => void turn(kit, to), { kind: "go", after: "chevron-right" }),
  );
}

/** How to listen. @param {Kit} kit @param {any} node @param {Card} card */
function listen(kit, node, card) {
  const choice = (/** @type {string} */ label, /** @type {import("../desk.js").Staff} */ more = {}) =>
    staffButton(kit, kit.w(label), () => void next(kit, card, label), { after: "chevron-right", ...more });
  return [
    choice("important-now", { class: "weighty", icon: "phone" }),
    h("div", { class: "ring" }, officeNumber(kit)),
    h(
      "ol",
      { class: "desk-lines card-lines" },
      ...node.lines.map((/** @type {string} */ line) => h("li", {}, kit.w(line))),
    ),
    h(
      "div",
      { class: "tray-part" },
      h(
        "div",
        { class: "desk-answers" },
        choice("important-still-talking"),
        choice("important-stopped"),
        choice("card-write-now", { icon: "quote", after: undefined }),
        staffButton(kit, kit.w("important-mistake"), () => void kit.openTray("tray"), { kind: "text" }),
      ),
    ),
  ];
}

/** Still talking: what may be said, and what comes when the child has stopped. The child's screen stays.
 * @param {Kit} kit @param {any} node @param {Card} card */
function stillTalking(kit, node, card) {
  const choice = (/** @type {string} */ label, /** @type {import("../desk.js").Staff} */ more = {}) =>
    staffButton(kit, kit.w(label), () => void next(kit, card, label), { after: "chevron-right", ...more });
  return [
    lines(node.lines.map((/** @type {string} */ line) => kit.w(line))),
    h(
      "div",
      { class: "desk-answers" },
      choice("important-stopped"),
      choice("card-write-now", { icon: "quote", after: undefined }),
      choice("important-now", { icon: "phone" }),
    ),
    backButton(kit),
  ];
}

/** The child has stopped: what is said now, by the worker and not by the screen. @param {Kit} kit @param {any} node
 * @param {Card} card */
function sayIt(kit, node, card) {
  return [
    lines(node.lines.map((/** @type {string} */ line) => kit.w(line))),
    staffButton(kit, kit.w("did-right-said"), () => void next(kit, card, "did-right-said"), {
      kind: "go",
      after: "chevron-right",
    }),
    backButton(kit),
  ];
}

/** Help now. @param {Kit} kit @param {any} node @param {Card} card */
function danger(kit, node, card) {
  return [
    h(
      "div",
      { class: "ring" },
      urgentNumber(kit),
      officeNumber(kit),
    ),
    lines(node.lines.map((/** @type {string} */ line) => kit.w(line))),
    staffButton(kit, kit.w("danger-help-coming"), () => void next(kit, card, "danger-help-coming"), {
      kind: "go",
      after: "chevron-right",
    }),
    backButton(kit),
  ];
}

/** To how to listen: nothing was chosen in the tree yet. @param {Kit} kit */
function backButton(kit) {
  return staffButton(kit, kit.w("back"), () => void turn(kit, { node: "D10", way: [] }), {
    kind: "text",
    icon: "arrow-left",
  });
}

/** What was said, for the record; once it is written, how the child wants to go on.
 * @param {Kit} kit @param {any} _node @param {Card} card */
function write(kit, _node, card) {
  if (keptHere(kit) && !card.more) return afterWriting(kit, card);
  return [
    saidForm(kit, {
      dangerNow: card.way.includes("important-now"),
      kept: () => turn(kit, { node: "D20", way: card.way }),
      back: card.more ? () => void turn(kit, { ...card, more: false }) : () => void turn(kit, { node: "D10", way: [] }),
    }),
  ];
}

/** Written; how the child goes on is the child's wish. @param {Kit} kit @param {Card} card */
function afterWriting(kit, card) {
  return [
    h("p", {}, kit.w("card-kept")),
    whomRung(kit, card.way)?.form ?? null,
    h("p", {}, kit.w("card-parents-locked"), " ", kit.w("card-still-asked")),
    h("h2", {}, kit.w("card-and-now")),
    h(
      "div",
      { class: "desk-answers" },
      ...["important-read-back", "important-end-here"].map((label) =>
        staffButton(kit, kit.w(label), () => void next(kit, card, label), { after: "chevron-right" }),
      ),
      kit.walk.node.speaks_to === "child"
        ? staffButton(kit, kit.w("card-stay"), () => kit.closeTray(), { after: "chevron-right" })
        : null,
      staffButton(kit, kit.w("card-more"), () => void turn(kit, { ...card, more: true }), { kind: "text" }),
    ),
  ];
}

/** Whether it was written since we came to this place; where the child went on talking is still the same place.
 * @param {Kit} kit */
function keptHere(kit) {
  /** @type {{kind: string, node: string}[]} */
  const ops = kit.session.ops;
  return ops
    .slice(ops.findLastIndex(({ kind, node }) => kind === "at" && !CARD.has(node)) + 1)
    .some(({ kind }) => kind === "important_said");
}

/** @param {Kit} kit @param {Card} card */
async function turn(kit, card) {
  await kit.openTray("important", card);
  goToHeading(kit.side);
}

/** A choice that turns to another leaf of the card; by all others the tree moves. @type {Record<string, string>} */
const TURNS = {
  "important-still-talking": "D11",
  "important-stopped": "D12",
  "important-now": "D30",
  "did-right-said": "D20",
  "danger-help-coming": "D12",
  "card-write-now": "D20",
};

/** @type {Record<string, (kit: Kit, node: any, card: Card) => import("../dom.js").Child[]>} */
const LEAVES = { D10: listen, D11: stillTalking, D12: sayIt, D20: write, D30: danger };

/** @param {Kit} kit @param {Card} card @param {string} label */
async function next(kit, card, label) {
  const way = [...card.way, label];
  const leaf = TURNS[label];
  if (leaf) await turn(kit, { node: leaf, way });
  else await move(kit, way);
}

/** The choices are made in the tree at last, each place kept on the way. @param {Kit} kit @param {string[]} way */
async function move(kit, way) {
  const { walk } = kit;
  if (walk.node.speaks_to === "child") {
    walk.important();
    await kit.keep("at", { node: walk.node.id }, "worker");
  }
  const last = way.at(-1) ?? "";
  const before = walk.node.id === "D20" ? [] : way.slice(0, -1);
  for (const label of before) {
    walk.choose(label);
    await kit.keep("at", { node: walk.node.id }, "worker");
  }
  kit.closeTray();
  await kit.choose(last);
}
