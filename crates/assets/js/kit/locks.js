// What only one window of the kit does at a time: writing one session, handing in. Where the browser has no locks, the
// numbers of the records still keep two windows apart.

/** @typedef {Pick<LockManager, "request">} Locks */

const NAME = "kith kit ";

/**
 * Holds a lock until it is let go of. Null: another window holds it.
 * @param {Locks | undefined} locks
 * @param {string} name
 * @returns {Promise<(() => void) | null>}
 */
export function hold(locks, name) {
  if (!locks) return Promise.resolve(() => {});
  return new Promise((given, failed) => {
    /** @param {Lock | null} lock */
    const held = (lock) => (lock ? new Promise((letGo) => given(() => letGo(undefined))) : given(null));
    locks.request(`${NAME}${name}`, { ifAvailable: true }, held).catch(failed);
  });
}

/**
 * Whether a window holds a lock whose name begins so. Where the browser has no locks nobody knows, and none is held.
 * @param {Pick<LockManager, "query"> | undefined} locks
 * @param {string} name
 */
export async function isHeld(locks, name) {
  const held = (await locks?.query())?.held ?? [];
  return held.some((lock) => lock.name?.startsWith(NAME + name));
}
