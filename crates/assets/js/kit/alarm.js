// When something could not be kept: it is said at once, in words both can read, with a way out. What was
// done is still in memory and is tried again; what is sealed on the tablet can be taken off it as a file
// that only the office can open.
import { h } from "./dom.js";
import { button } from "./parts.js";

/** @typedef {import("./kit.js").Kit} Kit */

/** Says that the last thing is not kept yet. @param {Kit} kit @param {unknown} why */
export function raiseAlarm(kit, why) {
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
      button(kit, kit.w("emergency-file"), () => void takeFile(kit), { icon: "lock" }),
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

/** Hands the sealed session over as a file. @param {Kit} kit */
async function takeFile(kit) {
  const id = kit.session?.id;
  if (!id) return;
  const bytes = await kit.tablet.emergencyFile(id);
  const address = URL.createObjectURL(new Blob([bytes], { type: "application/octet-stream" }));
  h("a", { href: address, download: `${id}.kith` }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
