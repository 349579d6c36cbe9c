// Whether the tablet has room for a session. Asked before one begins; it never stops what is being written.

/** Free room that a session may need, in bytes. */
const NEEDED = 200 * 1000 * 1000;

/** @typedef {{persisted: boolean, free: number | null, enough: boolean}} Room */

/**
 * `free` in bytes, null where the browser does not tell. Asks the browser not to clear away what is kept.
 * @param {Pick<StorageManager, "persisted" | "persist" | "estimate"> | undefined} storage
 * @returns {Promise<Room>}
 */
export async function roomOf(storage) {
  if (!storage) return { persisted: false, free: null, enough: true };
  const persisted = await storage.persisted().catch(() => false) || await storage.persist().catch(() => false);
  const { quota, usage } = await storage.estimate().catch(() => /** @type {StorageEstimate} */ ({}));
  const free = quota === undefined ? null : Math.max(0, quota - (usage ?? 0));
  return { persisted, free, enough: free === null || free >= NEEDED };
}
