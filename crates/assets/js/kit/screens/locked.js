// The tablet has locked: its keys are forgotten and everything is kept. The PIN opens it where it was left.
import { pinPage } from "../pin_page.js";
import { goOnWith } from "../take_up.js";

/** @param {import("../kit.js").Kit} kit @param {{session?: string}} params */
export function show(kit, { session }) {
  return pinPage(kit, {
    name: "locked", title: kit.w("locked-title"), lead: kit.w("locked-lead"), counts: true,
    opened: () => (session ? goOnWith(kit, session) : kit.go("start")),
  });
}
