// What stands there where a child has something else than houses: a figure, rooms, or an idea of their own. A place is called by
// the word of what was chosen, and drawn as it: no room is called a house.
import { h } from "./dom.js";
import { picture } from "./parts.js";

/** @typedef {import("./kit.js").Kit} Kit */

const PLACE = { safety: "safety-place" };

/** @type {Record<string, Record<string, string>>} */
const WORDS = {
  figure: { good: "figure-good", worries: "figure-worries", dreams: "figure-dreams", ...PLACE },
  rooms: PLACE,
  own: PLACE,
};

/** The word for a place, as what the child has calls it. @param {string | null} variant @param {string} place */
export const wordFor = (variant, place) => WORDS[variant ?? ""]?.[place] ?? place;

/** The three, as the child has them. @param {Kit} kit @param {string} [style] */
export function theThree(kit, style = "") {
  const variant = kit.session?.state.variant ?? "houses";
  if (variant === "figure") return h("span", { class: `three as-figure ${style}` }, picture(kit, "figure"));
  const drawn = variant === "houses" ? "house" : "sign";
  return h("span", { class: `three ${style}` }, ["good", "worries", "dreams"].map((place) => picture(kit, `${drawn}-${place}`)));
}
