// A house as it stands on the hill, and the roof that one stands under inside, in the colour that the child gave it. The
// colour is laid over the drawing of the roof, so that its lines stay.
import { h } from "./dom.js";
import { COLOURS } from "./ink.js";
import { frame, picture } from "./parts.js";

/** @typedef {import("./kit.js").Kit} Kit */

/** How many colours a roof is offered, beside the one it was drawn in. */
const ROOFS = 7;

/** @param {Kit} kit @param {string} house @param {string} style class of the drawing */
export function houseDrawing(kit, house, style) {
  const colour = kit.session?.state.roofs?.[house];
  const drawn = picture(kit, `house-${house}`, colour ? {} : { class: style });
  if (!colour) return drawn;
  return h("span", { class: `${style} coloured` }, drawn, colourOver(kit, "roof-top", `top-${house}`, colour));
}

/** The same, or its sign where the child has something else than houses: no room is drawn as a house.
 * @param {Kit} kit @param {string} house @param {string} style */
export function placeDrawing(kit, house, style) {
  const has = kit.session?.state.variant ?? "houses";
  return has === "houses" ? houseDrawing(kit, house, style) : picture(kit, `sign-${house}`, { class: style });
}

/** What lies over the roof inside, or nothing where it is as it was drawn. @param {Kit} kit @param {string} house */
export function roofInside(kit, house) {
  const colour = kit.session?.state.roofs?.[house];
  return colour ? colourOver(kit, "roof-inside", `top-inside-${house}`, colour) : null;
}

/** @param {Kit} kit @param {string} style @param {string} shape name of a drawing @param {string} colour */
const colourOver = (kit, style, shape, colour) =>
  h("span", { class: style, vars: { "--roof": colour, "--shape": `url("${kit.art(shape)}")` } });

/**
 * The colours for one roof, the one it was drawn in first. Each tap is kept.
 * @param {Kit} kit @param {string} house @param {string} name  what the child calls it
 */
export function roofColours(kit, house, name) {
  const row = h("div", { class: "roofs", role: "radiogroup", "aria-label": kit.say("roof-of", { name }) });
  const now = () => kit.session.state.roofs[house] ?? null;
  const pick = async (/** @type {string | null} */ colour) => {
    if (await kit.keep("roof", { house, colour })) show();
  };
  const swatch = (/** @type {string} */ word, /** @type {string | null} */ colour) =>
    h("button", {
      type: "button", class: `swatch ${colour ? "" : `framed ${frame()}`}`, role: "radio", "aria-checked": String(now() === colour),
      "aria-label": kit.say(word), vars: colour ? { "--colour": colour } : {}, onclick: () => void pick(colour),
    }, colour ? null : picture(kit, `house-${house}`));
  function show() {
    const at = [...row.children].indexOf(/** @type {Element} */ (document.activeElement));
    row.replaceChildren(swatch("roof-as-drawn", null), ...COLOURS.slice(1, ROOFS + 1).map(({ word, value }) => swatch(word, value)));
    /** @type {HTMLElement | undefined} */ (row.children[at])?.focus();
  }
  show();
  return row;
}
