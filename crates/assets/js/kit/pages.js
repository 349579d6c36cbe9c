// Pages of a session: begun when something goes on them, shown small and large, read out word for word.
import { uuid7 } from "./bytes.js";
import { h } from "./dom.js";
import { holdsSomething } from "./facts.js";
import { drawPage, HIGH, WIDE } from "./ink.js";
import { picture } from "./parts.js";
import { placed, pointAt, stoneAt, STONES } from "./path_way.js";
import { slipsOf } from "./slips.js";
import { stickersAreHere } from "./stickers.js";
import { wordFor } from "./variant.js";

/** @typedef {import("./kit.js").Kit} Kit */
/** @typedef {import("./reduce.js").Page} Page */

export const newId = () => uuid7(crypto, Date.now());

/** Pages that hold something, in the child's order. @param {Kit} kit @returns {Page[]} */
export function pagesMade(kit) {
  return kit.session.state.pages.filter(holdsSomething);
}

/** A page as it is now. @param {Kit} kit @param {string} id @returns {Page | undefined} */
export function pageOf(kit, id) {
  return kit.session.state.pages.find((/** @type {Page} */ page) => page.id === id);
}

/** The newest page of a house, if any. @param {Kit} kit @param {string} house @returns {Page | undefined} */
export function newestOf(kit, house) {
  return kit.session.state.pages.findLast((/** @type {Page} */ page) => page.house === house);
}

/**
 * A page that is begun once, when the first thing goes on it. What is put on it meanwhile waits its turn.
 * @param {Kit} kit @param {string} house @param {string} [id] of a page there is already
 */
export function pageFor(kit, house, id) {
  const page = id ?? newId();
  let begun = id !== undefined;
  return {
    id: page,
    /** @param {string} kind @param {Record<string, unknown>} fields */
    keep: async (kind, fields) => {
      if (!begun) {
        begun = true;
        void kit.keep("page", { page, house });
      }
      return kit.keep(kind, { page, ...fields });
    },
    begin: () => {
      if (!begun) void kit.keep("page", { page, house });
      begun = true;
    },
    get now() {
      return pageOf(kit, page);
    },
  };
}

const DRAWN = new Set(["stroke", "sticker"]);

/** Whether there is something to look at on a page. @param {Page} page */
export const isDrawn = (page) =>
  page.ops.some((op) => DRAWN.has(op.kind) || (op.kind === "words" && op.x !== undefined));

/** Whether its sheet is a picture, so that its words have to stand beside it. @param {Page} page */
export const isPictured = (page) => isDrawn(page) || (page.house === "path" && Boolean(page.mark));

/** What a page is drawn from. @param {Page | undefined} page */
export const marksOf = (page) => /** @type {import("./marks.js").Op[]} */ (/** @type {unknown} */ (page?.ops ?? []));

/** The page's drawing. @param {Page} page @param {string} about said to whoever cannot see it */
export function drawing(page, about) {
  const canvas = h("canvas", { width: WIDE * 2, height: HIGH * 2, class: "drawing", role: "img", "aria-label": about });
  const context = canvas.getContext("2d", { alpha: false });
  if (context) {
    drawPage(context, marksOf(page), 2);
    void stickersAreHere().then(() => drawPage(context, marksOf(page), 2));
  }
  return canvas;
}

/** The words on a page, as they were written. @param {Page} page @returns {string[]} */
export function wordsOf(page) {
  const onPaper = new Map();
  for (const op of page.ops) {
    if (op.kind === "words" && op.x !== undefined) onPaper.set(op.id, op.text);
    if (op.kind === "undo") onPaper.delete(op.id);
  }
  const beside = page.ops.filter((op) => op.kind === "mark" || op.kind === "number").map((op) => op.words);
  return [page.title, ...onPaper.values(), ...slipsOf(page).map((slip) => slip.text), beside.at(-1)]
    .filter((text) => typeof text === "string" && text !== "");
}

/** What a house is called here: by the child, else by the kit, as what the child has calls it.
 * @param {Kit} kit @param {string} house */
export function houseName(kit, house) {
  const { houses, variant } = kit.session.state;
  return houses[house] ?? kit.say(wordFor(variant, house));
}

/** The colour of a house. @type {Record<string, string>} */
export const COLOUR = { good: "leaf", worries: "plum", dreams: "violet", safety: "teal", path: "teal", scale: "teal", sort: "teal" };

/** A page, small or large: its drawing, else its words, else what it is. @param {Kit} kit @param {Page} page */
export function sheet(kit, page) {
  const about = `${houseName(kit, page.house)}. ${wordsOf(page).join(". ")}`;
  const words = wordsOf(page);
  if (isDrawn(page)) return h("div", { class: "sheet" }, drawing(page, about));
  if (isPictured(page)) return pathSheet(kit, page.mark?.position ?? 0, about);
  const number = numberOf(kit, page);
  return h("div", { class: "sheet written" },
    number && words.length ? h("b", { class: "sheet-number" }, number) : null,
    h("div", { class: "sheet-words own-words", dir: "auto" }, words.length ? words.join("\n") : leftUnsaid(kit, page)));
}

/** The path with the child's mark on it, as it was put there. @param {Kit} kit @param {number} at @param {string} about */
function pathSheet(kit, at, about) {
  const point = kit.level === "a" ? STONES[stoneAt(at)] : pointAt(at);
  return h("div", { class: "sheet with-path", role: "img", "aria-label": about }, picture(kit, "path"),
    h("span", { class: "marker", vars: placed(point ?? pointAt(at)) }, picture(kit, "stickers/star")));
}

/** The number on a page, as it is said; nothing where it has none. @param {Kit} kit @param {Page} page */
export function numberOf(kit, page) {
  if (page.number === undefined) return "";
  return page.number === null ? kit.say("cannot-say") : String(page.number);
}

/** What a page without words or lines holds. @param {Kit} kit @param {Page} page */
function leftUnsaid(kit, page) {
  if (page.sounds.length) return kit.count("sounds", page.sounds.length);
  if (page.photos.length) return kit.count("photos", page.photos.length);
  if (page.number !== undefined) return numberOf(kit, page);
  return sortedOf(page).map(([column, cards]) =>
    `${kit.say(`sort-${column}`)}: ${cards.map((card) => kit.say(`card-${card}`)).join(", ")}`).join("\n") || houseName(kit, page.house);
}

/** Which cards lie in each pile. @param {Page} page @returns {[string, string[]][]} */
function sortedOf(page) {
  const cards = Object.entries(page.sorted);
  return ["good", "middle", "worry"].map((column) =>
    /** @type {[string, string[]]} */ ([column, cards.filter(([, lies]) => lies === column).map(([card]) => card)]))
    .filter(([, lie]) => lie.length > 0);
}
