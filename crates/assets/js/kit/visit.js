// One visit to a house: which page is open, and in which way the child is putting things on it. A page goes on while the
// questions do, and whoever comes back finds it as it was left: what was made is never out of sight. A new sheet is one
// press away.
import { isDrawn, newestOf, pageFor } from "./pages.js";
import { slipsOf } from "./slips.js";

/** @typedef {import("./kit.js").Kit} Kit */
/** @typedef {"words" | "draw" | "stickers"} Way */
/** @typedef {{house: string, way: Way, page: ReturnType<typeof pageFor>}} Visit */

/** @type {Visit | null} */
let visit = null;

/**
 * The visit that this screen is part of.
 * @param {Kit} kit @param {string} house @param {{way?: Way, fresh?: boolean}} asked
 */
export function visitTo(kit, house, asked) {
  const goesOn = visit?.house === house && cameFrom(kit) === house && !asked.fresh;
  const newest = asked.fresh ? undefined : newestOf(kit, house);
  const way = asked.way ?? (goesOn ? visit?.way : undefined) ?? wayOf(newest) ?? firstWay(kit, house);
  const page = goesOn && visit ? visit.page : pageFor(kit, house, newest?.id);
  visit = { house, way, page };
  return visit;
}

/** The house that this place in the tree was come to from; the same place again counts. @param {Kit} kit */
function cameFrom(kit) {
  const path = kit.walk.path;
  const nodes = path.slice(-2).map((/** @type {string} */ id) => kit.book.tree.nodes.find((/** @type {any} */ one) => one.id === id));
  const [before, now] = nodes.length === 2 ? nodes : [undefined, nodes[0]];
  if (kit.at.name === "inside" && kit.at.params.node === now?.id) return now?.house;
  return before?.house;
}

/** In worries words or a voice come first, and drawing is for the child to choose. @param {Kit} kit @param {string} house @returns {Way} */
export function firstWay(kit, house) {
  const first = kit.walk.node.ways?.[0];
  if (first === "words") return "words";
  if (first === "stickers") return "stickers";
  return house === "worries" ? "words" : "draw";
}

/** The way in which a page was made, if anything is on it. @param {import("./reduce.js").Page | undefined} page
 * @returns {Way | undefined} */
function wayOf(page) {
  if (!page) return undefined;
  if (isDrawn(page)) return "draw";
  return slipsOf(page).length > 0 ? "words" : undefined;
}
