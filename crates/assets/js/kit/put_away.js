// The tablet is put away: by hand, by two minutes on the worker's side, by a minute out of sight. There is one way for all
// of them: what was typed is kept while the keys are there, then they are forgotten, and the PIN leads back to the very screen.
import { setAside } from "./half_typed.js";

/** @typedef {import("./kit.js").Kit} Kit */

/** A practice has nothing to lock, and closes. @param {Kit} kit */
export async function putAway(kit) {
  if (!kit.side.hidden) kit.closeTray();
  const open = kit.session && !kit.session.closed ? kit.session.id : undefined;
  const { at } = kit;
  kit.putDown();
  const aside = open ? setAside(kit) : null;
  const kept = kit.tablet.lock();
  const preparing = kit.walk && !kit.session ? at : null;
  if (open) kit.let();
  await kit.go("locked", { session: open, at: open ? at : null, preparing });
  await Promise.all([kept, aside]);
}
