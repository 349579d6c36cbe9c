// One calm line before something that should not happen by a slip of the hand: what it is, a way back, a way on.
import { fill, h } from "./dom.js";
import { frame, hearButton } from "./parts.js";
import { told } from "./told.js";

/** @typedef {import("./kit.js").Kit} Kit */

/**
 * Asks over the child's screen; whatever is pressed, it is gone. The buttons below stay as they are: Stop always works.
 * @param {Kit} kit
 * @param {{line: string, given?: Record<string, string | number>, no: HTMLElement, yes: HTMLElement}} of  `no`: the way
 *   back, which has the focus; `yes`: the way on
 */
export function askOnce(kit, { line, given, no, yes }) {
  const before = /** @type {HTMLElement | null} */ (document.activeElement);
  const text = kit.say(line, given);
  const foot = /** @type {HTMLElement | null} */ (kit.child.querySelector(".foot"))?.offsetHeight ?? 0;
  const veil = h("div", { class: "veil", vars: { "--foot": `${foot}px` } });
  const shut = () => {
    veil.remove();
    before?.focus();
  };
  kit.child.querySelector(".veil")?.remove();
  const box = h(
    "div",
    { class: `asked-once framed ${frame()}`, role: "alertdialog", "aria-label": text },
    h("div", { class: "asked" }, told(kit, line, { given }), hearButton(kit, text)),
    h("div", { class: "row" }, no, h("span", { class: "space" }), yes),
  );
  box.addEventListener("keydown", (key) => {
    if (key.key === "Escape") shut();
  });
  for (const one of [no, yes]) one.addEventListener("click", shut);
  fill(veil, box);
  kit.child.querySelector(".screen")?.append(veil);
  no.focus();
}
