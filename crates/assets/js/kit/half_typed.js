// What the worker has half typed at the side, for when the side closes and opens again. In memory alone, of one
// session at a time; forgotten with it. While the tablet is locked it waits sealed under the session's key, so that
// nobody reads it without the PIN.

/** @typedef {import("./kit.js").Kit} Kit */

let of = "";
/** @type {Map<string, string>} */
const drops = new Map();
/** @type {Promise<import("./seal.js").Sealed> | null} */
let aside = null;

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

/** Seals it, and forgets what can be read. Called while the key is there. @param {Kit} kit */
export async function setAside(kit) {
  const mine = kit.session.id === of && drops.size > 0;
  aside = mine && kit.session.setAside ? kit.session.setAside(JSON.stringify([...drops])) : null;
  drops.clear();
  await aside;
}

/** What was set aside is there again, once its session is taken up. @param {Kit} kit */
export async function takeBack(kit) {
  if (!aside || kit.session?.id !== of) return;
  const sealed = await aside;
  aside = null;
  for (const [name, text] of JSON.parse(await kit.session.takeBack(sealed))) drops.set(name, text);
}
