// The tablet has locked: its keys are forgotten and everything is kept. The PIN opens it where it was left.
import { pinPage } from "../pin_page.js";
import { takeUp } from "../take_up.js";

/** @param {import("../kit.js").Kit} kit @param {Parameters<typeof takeUp>[1]} left */
export function show(kit, left) {
  return pinPage(kit, {
    name: "locked",
    title: kit.w("locked-title"),
    lead: kit.w("locked-lead"),
    counts: true,
    opened: () => takeUp(kit, left),
  });
}
