// What the worker has half typed at the side, for when the side closes and opens again. In memory alone, of one
// session at a time; forgotten with it.

/** @typedef {import("./kit.js").Kit} Kit */

let of = "";
/** @type {Map<string, string>} */
const drops = new Map();

/** @param {Kit} kit @param {string} name */
export function dropOf(kit, name) {
  return kit.session?.id === of ? (drops.get(name) ?? "") : "";
}

/** @param {Kit} kit @param {string} name @param {string} text */
export function keepDrop(kit, name, text) {
  if (kit.session?.id !== of) drops.clear();
  of = kit.session?.id ?? "";
  if (text) drops.set(name, text);
  else drops.delete(name);
}

/** Nothing half typed is left. */
export function forgetDrops() {
  drops.clear();
  of = "";
}
