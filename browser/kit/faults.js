// Faults for the world a tablet stands on: a connection that is taken away, a disk that is full, and death between any
// two steps.
import { Buffer } from "node:buffer";

/** @typedef {import("../../crates/assets/js/kit/world.js").World} World */
/** @typedef {(transaction: IDBTransaction, names: string[], mode: string) => void} OnTransaction */

/** As a tablet that was killed hears it. */
export class Killed extends Error {
  name = "Killed";
}

/**
 * The same database; `before` may throw instead of a transaction, and `begun` sees each that begins.
 * @param {IDBFactory} factory
 * @param {{before?: () => void, begun?: OnTransaction, opened?: (database: IDBDatabase) => void}} sees
 * @returns {IDBFactory}
 */
export function watched(factory, { before = () => {}, begun = () => {}, opened = () => {} }) {
  /** @param {string} name @param {number} [version] */
  const open = (name, version) => {
    before();
    const request = factory.open(name, version);
    request.addEventListener("success", () => {
      const database = request.result;
      const transaction = database.transaction.bind(database);
      database.transaction = (names, mode, how) => {
        before();
        const one = transaction(names, mode, how);
        begun(one, [names].flat().map(String), mode ?? "readonly");
        return one;
      };
      opened(database);
    });
    return request;
  };
  return /** @type {IDBFactory} */ (/** @type {unknown} */ ({ open }));
}

/** Writing fails as it does on a full disk: the request, and with it the transaction. @type {OnTransaction} */
export function full(transaction, _names, mode) {
  if (mode !== "readwrite") return;
  const why = new DOMException("no room", "QuotaExceededError");
  Object.defineProperty(transaction, "error", { get: () => why });
  queueMicrotask(() => { try { transaction.abort(); } catch { /* It is over. */ } });
}

/** All of it is written, and then the browser says that it does not know. @type {OnTransaction} */
export function unknownOutcome(transaction) {
  const why = new DOMException("connection lost", "UnknownError");
  Object.defineProperty(transaction, "oncomplete", {
    set() {
      transaction.addEventListener("complete", () => {
        Object.defineProperty(transaction, "error", { get: () => why });
        transaction.onabort?.(new Event("abort"));
      });
    },
  });
}

/**
 * Cryptography in which each call is a step, and a PIN is stretched only once: it is not the PIN that is tried here.
 * @param {() => void} step
 * @returns {Crypto}
 */
export function quickCrypto(step = () => {}) {
  const subtle = new Proxy(crypto.subtle, {
    get: (of, name) => async (/** @type {any[]} */ ...given) => {
      step();
      const [how, ...rest] = given;
      const quick = how?.name === "PBKDF2" && "iterations" in how ? { ...how, iterations: 1 } : how;
      return Reflect.get(of, name).call(of, quick, ...rest);
    },
  });
  const getRandomValues = (/** @type {any} */ into) => crypto.getRandomValues(into);
  return /** @type {Crypto} */ (/** @type {unknown} */ ({ subtle, getRandomValues }));
}

/**
 * A world that ends at its nth step: each call of the network, the database and the cryptography is one, and so is each
 * answer of the network. From then on every one of them fails.
 * @param {Partial<World>} world
 * @param {number} last
 */
export function mortal(world, last) {
  let steps = 0;
  const step = () => {
    steps += 1;
    if (steps > last) throw new Killed();
  };
  const { fetch, indexedDB } = world;
  if (!fetch || !indexedDB) throw new Error("a world of a shelf");
  return {
    steps: () => steps,
    world: {
      ...world,
      crypto: quickCrypto(step),
      indexedDB: watched(indexedDB, { before: step }),
      fetch: async (/** @type {string} */ url, /** @type {RequestInit} */ how) => {
        step();
        const answer = await fetch(url, how);
        step();
        return answer;
      },
    },
  };
}

/**
 * Which of these words stand in it, in a string, as a name of a field, or in bytes as utf-8 or utf-16.
 * @param {unknown} stored
 * @param {string[]} words
 */
export function wordsIn(stored, words) {
  /** @type {Set<string>} */
  const found = new Set();
  /** @param {unknown} one */
  const look = (one) => {
    if (typeof one === "string") for (const word of words) if (one.includes(word)) found.add(word);
    if (typeof one !== "object" || one === null) return;
    if (one instanceof ArrayBuffer) for (const word of words) if (isIn(Buffer.from(one), word)) found.add(word);
    for (const [name, value] of Object.entries(one)) { look(name); look(value); }
  };
  look(stored);
  return [...found];
}

/** In utf-8, latin-1 or utf-16, at odd places too. @param {Buffer} bytes @param {string} word */
export function isIn(bytes, word) {
  // Searched for as bytes: as utf-16, Node looks at even places only.
  const ways = [Buffer.from(word, "utf8"), Buffer.from(word, "latin1"), Buffer.from(word, "utf16le")];
  return [...ways, Buffer.from(word, "utf16le").swap16()].some((way) => bytes.includes(way));
}
