// When something could not be kept: it is said at once, in words both can read, with a way out. What was
// done is still in memory and is tried again; what is sealed on the tablet can be taken off it as a file
// that only the office can open.
import { h } from "./dom.js";
import { button } from "./parts.js";
import { takeFile } from "./sealed_file.js";

/** @typedef {import("./kit.js").Kit} Kit */

/** Says that the last thing is not kept yet. @param {Kit} kit @param {unknown} why */
export function raiseAlarm(kit, why) {
  const id = kit.session?.id;
  const what = why instanceof Error && "what" in why ? String(why.what) : "not_kept";
  console.error("not kept", what);
  kit.root.querySelector(".alarm")?.remove();
  const box = h(
    "div",
    { class: "alarm", role: "alert" },
    h("p", {}, h("strong", {}, kit.say("not-kept"))),
    h("p", {}, kit.w(what === "full" ? "tablet-full" : "not-kept-why")),
    h(
      "div",
      { class: "row" },
      button(kit, kit.w("try-again"), () => void tryAgain(kit, box), { icon: "rotate-ccw" }),
      id ? button(kit, kit.w("emergency-file"), () => void takeFile(kit, id), { icon: "lock" }) : null,
      button(kit, kit.say("close"), () => box.remove(), { icon: "x" }),
    ),
  );
  kit.root.append(box);
}

/** @param {Kit} kit @param {HTMLElement} box */
async function tryAgain(kit, box) {
  try {
    await kit.session?.flush();
    box.remove();
  } catch (why) {
    raiseAlarm(kit, why);
  }
}
