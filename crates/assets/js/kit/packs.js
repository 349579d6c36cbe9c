// The children taken along: names, people, what was done last time. Sealed under the vault's key, and gone from the
// tablet when their time is over, whether or not anybody gives the PIN.
import { text, utf8 } from "./bytes.js";
import { open, place, seal } from "./seal.js";
import { answerOf } from "./store.js";
import { timeOf } from "./world.js";

/** @typedef {import("./store.js").Store} Store */

/**
 * A child taken along, as the office gave it.
 * @typedef {object} Pack
 * @property {string} id
 * @property {{name: string}} child
 * @property {{id: string, name: string, what: string}[]} people
 * @property {{on: string, answered: any}[]} last
 * @property {null | {why: string}} blocked
 * @property {number | string} until
 */
/** @typedef {{id: string, until: number, iv: ArrayBuffer, sealed: ArrayBuffer}} PackRow */

/** @param {Store} store @param {Crypto} crypto @param {CryptoKey} key @returns {Promise<Pack[]>} */
export async function openPacks(store, crypto, key) {
  /** @type {PackRow[]} */
  const rows = await store.reading(["packs"], ({ packs }) => answerOf(packs.getAll()));
  return Promise.all(rows.map(async (row) => JSON.parse(text(await open(crypto, key, row, place.pack(row.id))))));
}

/** These and no others. @param {Store} store @param {Crypto} crypto @param {CryptoKey} key @param {Pack[]} given */
export async function renewPacks(store, crypto, key, given) {
  const rows = await Promise.all(given.map(async (pack) => ({
    id: pack.id, until: timeOf(pack.until), ...await seal(crypto, key, utf8(JSON.stringify(pack)), place.pack(pack.id)),
  })));
  await store.writing(["packs"], async ({ packs }) => {
    await answerOf(packs.clear());
    for (const row of rows) await answerOf(packs.put(row));
  });
}

/** @param {Store} store @param {number} now */
export function dropOldPacks(store, now) {
  return store.writing(["packs"], async ({ packs }) => {
    /** @type {PackRow[]} */
    const rows = await answerOf(packs.getAll());
    for (const { id, until } of rows) if (until <= now) await answerOf(packs.delete(id));
  });
}

/** These and no others, whoever has the PIN. Says whether some of them are not here yet.
 * @param {Store} store @param {string[]} ids */
export function keepPacks(store, ids) {
  return store.writing(["packs"], async ({ packs }) => {
    /** @type {PackRow[]} */
    const rows = await answerOf(packs.getAll());
    for (const { id } of rows) if (!ids.includes(id)) await answerOf(packs.delete(id));
    return ids.some((wanted) => !rows.some(({ id }) => id === wanted));
  });
}
