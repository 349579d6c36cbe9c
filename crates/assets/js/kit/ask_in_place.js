// Asked once before something cannot be taken back, on the worker's page itself: what was written there stays as it is
// meanwhile, and is there again after "Back".
import { h } from "./dom.js";
import { goToHeading, lines, staffButton } from "./desk.js";

/** @typedef {import("./kit.js").Kit} Kit */

/**
 * @param {Kit} kit @param {Element | null} page  a page of the worker's
 * @param {{title: string, said?: string[], yes: HTMLElement}} asks  `yes`: the button that does it
 */
export function askInPlace(kit, page, { title, said = [], yes }) {
  const within = page?.querySelector(".desk-sheet");
  const behind = /** @type {HTMLElement[]} */ ([...(within?.children ?? [])]);
  const pressed = /** @type {HTMLElement | null} */ (document.activeElement);
  const back = () => {
    asked.remove();
    for (const one of behind) one.hidden = false;
    pressed?.focus();
  };
  const asked = h(
    "section",
    { class: "desk-part" },
    h("h2", {}, title),
    lines(said),
    h("div", { class: "desk-foot" }, staffButton(kit, kit.w("back"), back, { icon: "arrow-left" }), yes),
  );
  for (const one of behind) one.hidden = one.tagName !== "HEADER";
  within?.append(asked);
  goToHeading(asked);
}
