// A session that was left open and will not be gone on with is closed as it is, by the worker, with the reason. It
// is filed as unfinished and shown to nobody whom the child did not agree to.
import { h } from "../dom.js";
import { field, notice, sheet, staffButton } from "../desk.js";
import { saysWhy } from "../says_why.js";
import { sendNow } from "../sending.js";

/** @typedef {import("../kit.js").Kit} Kit */

/** @param {Kit} kit @param {{session: string}} params */
export function show(kit, { session: id }) {
  const why = field({ label: kit.w("kept-finish-why"), rows: 3, needed: true });
  const trouble = h("div", { role: "alert" });
  const seal = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (!why.value()) {
      why.wrong(kit.w("desk-write-this"));
      why.input.focus();
      return;
    }
    try {
      const session = await kit.tablet.resume(id);
      await session.seal("unfinished", why.value());
      void sendNow(kit);
      await kit.go("start");
    } catch (failed) {
      trouble.replaceChildren(notice(kit, { urgent: true }, h("p", {}, saysWhy(kit, failed))));
    }
  };
  return sheet({
    name: "seal_open",
    title: kit.w("kept-finish-title"),
    lead: kit.w("kept-finish-lead"),
    work: [
      h(
        "form",
        { class: "desk-part", onsubmit: seal },
        why.box,
        trouble,
        h(
          "div",
          { class: "desk-foot" },
          staffButton(kit, kit.w("back"), () => void kit.go("start"), { icon: "arrow-left" }),
          h("button", { class: "staff forward" }, h("span", {}, kit.w("kept-finish-now"))),
        ),
      ),
    ],
  });
}
