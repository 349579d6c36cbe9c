// The kit is opened: the PIN first. Shut again it is by hand, by two minutes on the worker's side, or by a minute
// out of sight.
import { staffButton } from "../desk.js";
import { pinPage } from "../pin_page.js";
import { rehearse } from "../rehearse.js";

/** @param {import("../kit.js").Kit} kit */
export function show(kit) {
  const name = kit.tablet.device()?.name ?? "";
  return pinPage(kit, {
    name: "unlock",
    title: kit.w("pin-title"),
    lead: name,
    counts: true,
    opened: () => kit.go("start"),
    foot: [staffButton(kit, kit.w("practice-begin"), () => void rehearse(kit), { kind: "text", icon: "flag" })],
  });
}
