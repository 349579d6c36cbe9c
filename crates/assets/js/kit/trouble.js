// When something could not be kept: it is said at once, in words both can read, with a way out. What
// is sealed on the tablet so far can be taken off it as a file that only the office can open.
import { button } from "./parts.js";
import { h } from "./dom.js";

/** @typedef {import("./kit.js").Kit} Kit */

/** Says that the last thing was not kept. @param {Kit} kit @param {unknown} why */
export function tellOfTrouble(kit, why) {
  console.error("not kept", why instanceof Error ? why.name : "");
  document.querySelector(".trouble")?.remove();
  const full = why instanceof Error && why.name === "QuotaExceededError";
  const box = h(
    "div",
    { class: "trouble", role: "alert" },
    h("p", {}, h("strong", {}, kit.say("not-kept"))),
    h("p", {}, full ? kit.w("tablet-full") : kit.w("not-kept-why")),
    h(
      "div",
      { class: "row" },
      button(kit, kit.w("emergency-file"), () => void takeFile(kit), { icon: "lock" }),
      button(kit, kit.say("close"), () => box.remove(), { icon: "x" }),
    ),
  );
  kit.root.append(box);
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
