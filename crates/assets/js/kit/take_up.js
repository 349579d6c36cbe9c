// A session is taken up again where it was left: after the tablet was locked, or from the start page.
import { takeBack } from "./half_typed.js";
import { shownOn } from "./road.js";

/** @typedef {import("./kit.js").Kit} Kit */

/**
 * Shows the place where it was left. Where that stands beside the child's screen, the child's last screen comes
 * first.
 * @param {Kit} kit @param {string} id
 * @param {{name: string, params: Record<string, any>} | null} [at]  the screen that was in front when it was locked
 */
export async function goOnWith(kit, id, at) {
  let session;
  try {
    session = await kit.tablet.resume(id);
  } catch {
    // Sealed in another window, or the tablet has no key to it any more: the start page tells how it stands.
    return kit.go("start");
  }
  kit.let();
  await kit.take(session);
  if (kit.walk.node.screen === "important") await showChild(kit);
  const same = at && shownOn(kit.walk.node).screen === at.name;
  await kit.follow(same ? at.params : {});
  await takeBack(kit);
}

/** @param {Kit} kit */
async function showChild(kit) {
  const here = new Map(kit.book.tree.nodes.map((/** @type {any} */ node) => [node.id, node]));
  const last = kit.walk.path.findLast((/** @type {string} */ id) => here.get(id)?.speaks_to === "child");
  const node = here.get(last);
  if (node) await kit.go(node.screen);
}
