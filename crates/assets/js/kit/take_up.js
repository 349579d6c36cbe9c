// What was left is taken up again: after the tablet was locked, with all that was half typed; or from the start page.
import { keepDrop, typeAgain } from "./half_typed.js";
import { prepareAgain } from "./preparing.js";
import { shownOn } from "./road.js";

/** @typedef {import("./kit.js").Kit} Kit */
/** @typedef {import("./put_away.js").Left} Left */

/**
 * The PIN was right: the screen that was in front is there again, and what was half typed stands on it.
 * @param {Kit} kit
 * @param {{session?: string, aside?: Promise<import("./seal.js").Sealed | null>}} locked  `session`: the one that was open
 */
export async function takeUp(kit, { session, aside }) {
  const left = await leftIn(kit, aside);
  if (session) await goOnWith(kit, session, left);
  else if (!left) return kit.go("start");
  else {
    if (left.plan) prepareAgain(kit, left.plan, left.way);
    await kit.go(left.at.name, left.at.params);
  }
  // Another screen came where the session is over meanwhile: what was half typed goes with it.
  if (kit.at.name === left?.at.name) typeAgain(kit.child, left.typed);
}

/** @param {Kit} kit @param {Promise<import("./seal.js").Sealed | null>} [aside] @returns {Promise<Left | null>} */
async function leftIn(kit, aside) {
  const sealed = await aside;
  const written = sealed ? await kit.tablet.takeBack(sealed).catch(() => null) : null;
  return written === null ? null : JSON.parse(written);
}

/**
 * Shows the place where it was left. Where that stands beside the child's screen, the child's last screen comes
 * first.
 * @param {Kit} kit @param {string} id
 * @param {Left | null} [left]  what was left when it was locked in the middle
 */
export async function goOnWith(kit, id, left) {
  let session;
  try {
    session = await kit.tablet.resume(id);
  } catch {
    // Sealed in another window, or the tablet has no key to it any more: the start page tells how it stands.
    return kit.go("start");
  }
  kit.let();
  await kit.take(session);
  for (const [name, text] of left?.drops ?? []) keepDrop(kit, name, text);
  const { node } = kit.walk;
  // It was over, and not sealed yet.
  if (node.end) return kit.follow();
  if (node.screen === "important") await showChild(kit, left?.at);
  await kit.showPlace(paramsFor(shownOn(node).screen, left?.at));
}

/** With what a screen was shown, if it was this one. @param {string} screen @param {Left["at"]} [at] */
const paramsFor = (screen, at) => (screen === at?.name ? at.params : {});

/** The child's last screen, as it was before anything stood beside it. @param {Kit} kit @param {Left["at"]} [at] */
async function showChild(kit, at) {
  const way = kit.walk.path;
  /** @type {import("./tree.js").Node[]} */
  const nodes = kit.book.tree.nodes;
  const childs = new Set(nodes.filter(({ speaks_to }) => speaks_to === "child").map(({ id }) => id));
  const last = way.findLastIndex((/** @type {string} */ id) => childs.has(id));
  if (last < 0) return;
  const { screen } = kit.setOut(way.slice(0, last + 1)).node;
  await kit.go(screen, paramsFor(screen, at));
  kit.setOut(way);
}
