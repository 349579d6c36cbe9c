// What lies in the tablet's database of the tablet itself: as it is now, and as it was before it joined anew. A session
// goes to the office as the tablet on which it began, whoever has joined since.
import { forgetWhatIsRead } from "./rows.js";
import { answerOf } from "./store.js";

/** @typedef {import("./store.js").Store} Store */
/** @typedef {import("./rows.js").SessionRow} SessionRow */
/** @typedef {import("./rows.js").DeviceRow} DeviceRow */
/** @typedef {import("./rows.js").FormerRow} FormerRow */

/** Where the tablet is kept as it was. @param {string} id */
const former = (id) => `former ${id}`;
/** All of them. */
const FORMER = () => IDBKeyRange.bound("former ", "former ~");

/**
 * A tablet that has joined the office, with its new vault. What an older PIN could open is forgotten; what began
 * before stays with the tablet as it was.
 * @param {Store} store
 * @param {DeviceRow} device
 * @param {import("./vault.js").VaultRow} vaultRow
 */
export async function keepEnrolment(store, device, vaultRow) {
  await forgetWhatIsRead(store, { closed: true });
  await store.writing(["device", "vault", "sessions"], async (stores) => {
    /** @type {DeviceRow | undefined} */
    const before = await answerOf(stores.device.get("device"));
    if (before && before.id !== device.id) {
      const { id, token, receipts } = before;
      await answerOf(stores.device.put({ id, token, receipts }, former(id)));
      /** @type {SessionRow[]} */
      const all = await answerOf(stores.sessions.getAll());
      for (const row of all) if (!row.device) await answerOf(stores.sessions.put({ ...row, device: id }));
    }
    await answerOf(stores.device.put(device, "device"));
    await answerOf(stores.vault.put(vaultRow, "vault"));
  });
}

/** The tablet as it was. @param {Store} store @param {string} id @returns {Promise<FormerRow | undefined>} */
export function findFormer(store, id) {
  return store.reading(["device"], ({ device }) => answerOf(device.get(former(id))));
}

/** Forgets the tablet as it was, once nothing that began on it is still to be handed in. @param {Store} store */
export function forgetFormer(store) {
  return store.writing(["device", "sessions"], async ({ device, sessions }) => {
    /** @type {SessionRow[]} */
    const all = await answerOf(sessions.getAll());
    const needed = new Set(all.filter(({ state }) => state !== "received").map((row) => row.device));
    /** @type {FormerRow[]} */
    const known = await answerOf(device.getAll(FORMER()));
    for (const { id } of known) if (!needed.has(id)) await answerOf(device.delete(former(id)));
  });
}

/** What the tablet knows of itself, and the tries at its PIN. @param {Store} store
 * @returns {Promise<{device: DeviceRow | null, wrong: number}>} */
export function findDevice(store) {
  return store.reading(["device", "vault"], async ({ device, vault }) => ({
    device: await answerOf(device.get("device")) ?? null,
    wrong: (await answerOf(vault.get("vault")))?.wrong ?? 0,
  }));
}

/** @param {Store} store @param {DeviceRow} row */
export function keepDevice(store, row) {
  return store.writing(["device"], async ({ device }) => { await answerOf(device.put(row, "device")); });
}
