// The head of the worker's side, the same on each of its leaves, and how it closes.
import { h } from "./dom.js";
import { staffButton } from "./desk.js";

/** @typedef {import("./kit.js").Kit} Kit */

/** @param {Kit} kit @param {string} title @param {string} [beside] a quiet word beside it */
export function trayHead(kit, title, beside = "") {
  return h(
    "header",
    { class: "tray-head" },
    h("div", {}, h("h1", { tabindex: "-1" }, title), beside ? h("span", { class: "muted" }, beside) : null),
    staffButton(kit, kit.w("tray-close"), () => kit.closeTray(), { icon: "x", class: "staff-close" }),
  );
}

/** Escape closes the side; what is half typed stays. @param {Kit} kit */
export function closesOnEscape(kit) {
  return (/** @type {KeyboardEvent} */ pressed) => {
    if (pressed.key !== "Escape") return;
    pressed.preventDefault();
    kit.closeTray();
  };
}
