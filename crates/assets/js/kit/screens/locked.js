// The tablet has locked: its keys are forgotten and everything is kept. The PIN opens it where it was left.
import { pinPage } from "../pin_page.js";
import { goOnWith } from "../take_up.js";

/** @typedef {{name: string, params: Record<string, any>}} Place */

/** `preparing`: the page of the preparation that was in front; `at`: the screen of the session.
 * @param {import("../kit.js").Kit} kit
 * @param {{session?: string, preparing?: Place | null, at?: Place | null}} params */
export function show(kit, { session, preparing, at }) {
  return pinPage(kit, {
    name: "locked",
    title: kit.w("locked-title"),
    lead: kit.w("locked-lead"),
    counts: true,
    opened: () => {
      if (session) return goOnWith(kit, session, at);
      return preparing ? kit.go(preparing.name, preparing.params) : kit.go("start");
    },
  });
}
