// The tablet is put away: by hand, by two minutes on the worker's side, by a minute out of sight. There is one way for all
// of them: what the child typed in words is kept, all else that is not kept yet is sealed as one while the key is there, then
// the keys are forgotten. Until the PIN nothing of it can be read; `take_up.js` leads back to the very screen.
import { takeDrops, typedOn } from "./half_typed.js";
import { takePlan } from "./preparing.js";

/** @typedef {import("./kit.js").Kit} Kit */

/**
 * What was left when the tablet was put away.
 * @typedef {object} Left
 * @property {{name: string, params: Record<string, any>}} at  the screen that was in front
 * @property {import("./plan.js").Plan | null} plan  what is prepared and has not begun
 * @property {string[]} way  how far the preparation came
 * @property {import("./half_typed.js").Typed[]} typed  what stood in the fields of that screen
 * @property {[string, string][]} drops  what is half typed at the side
 */

/** A practice has nothing to lock, and closes. @param {Kit} kit */
export async function putAway(kit) {
  if (!kit.side.hidden) kit.closeTray();
  kit.putDown();
  const open = kit.session && !kit.session.closed ? kit.session.id : undefined;
  const aside = kit.tablet.setAside(JSON.stringify(leftBy(kit))).catch(() => null);
  const kept = kit.tablet.lock();
  kit.let();
  // What was said last may be a name.
  kit.announce("");
  await kit.go("locked", { session: open, aside });
  await kept;
}

/** All of it is given out, and forgotten where it was. @param {Kit} kit @returns {Left} */
function leftBy(kit) {
  const at = kit.session?.closed ? { name: "start", params: {} } : kit.at;
  const plan = kit.walk && !kit.session ? takePlan() : null;
  return { at, plan, way: kit.walk?.path ?? [], typed: typedOn(kit.child), drops: takeDrops(kit) };
}
