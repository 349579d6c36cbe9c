// What the tablet stands on: the network, the database, chance, two clocks, and what the browser tells of itself. Given
// from outside, so that a test can have each of them fail.
import { mustKeep } from "./store.js";

/**
 * @typedef {object} World
 * @property {import("./calls.js").Fetch} fetch
 * @property {IDBFactory} indexedDB
 * @property {Crypto} crypto
 * @property {() => number} now     the tablet's clock, milliseconds since 1970; may be wrong, may jump
 * @property {() => number} clock   milliseconds, only ever forward
 * @property {string} base          where the office answers
 * @property {import("./locks.js").Locks | undefined} locks
 * @property {Pick<StorageManager, "persisted" | "persist" | "estimate"> | undefined} storage
 * @property {(EventTarget & {visibilityState: string}) | undefined} page
 * @property {EventTarget | undefined} window
 * @property {(ms: number) => AbortSignal} patience  a signal that aborts after so long
 * @property {Pick<CredentialsContainer, "create" | "get">} [credentials]  what asks the tablet's own lock
 * @property {() => Promise<boolean>} [ownLock]  whether the tablet has a lock of its own that can be asked
 */

/** What is not given is the browser's own. @param {Partial<World>} given @returns {World} */
export function worldOf(given) {
  const { navigator, document, performance } = globalThis;
  return {
    fetch: (url, how) => globalThis.fetch(url, how),
    indexedDB: mustKeep(given.indexedDB ?? globalThis.indexedDB),
    crypto: globalThis.crypto,
    now: () => Date.now(),
    clock: () => performance.now(),
    base: "/sync/v1",
    locks: navigator?.locks,
    storage: navigator?.storage,
    page: document,
    window: document?.defaultView ?? undefined,
    patience: (ms) => AbortSignal.timeout(ms),
    credentials: navigator?.credentials,
    ownLock: async () => globalThis.PublicKeyCredential?.isUserVerifyingPlatformAuthenticatorAvailable() ?? false,
    ...given,
  };
}

/** Milliseconds since 1970, of a number or an ISO time. @param {unknown} time */
export function timeOf(time) {
  return typeof time === "number" ? time : Date.parse(String(time));
}
