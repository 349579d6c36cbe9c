// The tablet's database. Every transaction goes through `within`: a connection that the system took away (it does
// when memory is short or the kit was long in the background) is opened once more and the work done again, so the
// work given to it must bear being done twice. Writes are on the disk when they return. What is written is sealed
// before it comes here, as ArrayBuffers and never as Blobs.
import { nameOf, Trouble } from "./trouble.js";

const NAME = "kith-kit";
const VERSION = 1;

/** @typedef {"device" | "vault" | "packs" | "sessions" | "records" | "parts"} StoreName */

/** Every store, with the path of its key; none where the key is given beside the value. */
/** @type {[StoreName, string | string[] | null][]} */
const STORES = [
  ["device", null], ["vault", null], ["packs", "id"], ["sessions", "id"],
  ["records", ["session", "seq"]], ["parts", ["session", "attachment", "n"]],
];

/** A connection that is gone shows itself by one of these. Nothing here undoes its own work, so an AbortError is one. */
const LOST = new Set(["UnknownError", "InvalidStateError", "TransactionInactiveError", "AbortError"]);

/** The answer to one request. @template T @param {IDBRequest<T>} request @returns {Promise<T>} */
export function answerOf(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** A range that holds every key beginning with these. @param {string[]} start */
export function under(...start) {
  return IDBKeyRange.bound(start, [...start, []]);
}

export class Store {
  /** @type {Promise<IDBDatabase> | null} */
  #database = null;
  #factory;

  /** @param {IDBFactory} factory */
  constructor(factory) {
    this.#factory = factory;
  }

  /**
   * Reads, all from one moment.
   * @template T
   * @param {StoreName[]} names
   * @param {(stores: Record<StoreName, IDBObjectStore>) => Promise<T>} work
   */
  reading(names, work) {
    return this.#within(names, "readonly", work);
  }

  /**
   * Writes all of it or nothing.
   * @template T
   * @param {StoreName[]} names
   * @param {(stores: Record<StoreName, IDBObjectStore>) => Promise<T>} work
   */
  writing(names, work) {
    return this.#within(names, "readwrite", work);
  }

  /** Lets go of the connection. */
  async close() {
    const database = await this.#database?.catch(() => null);
    this.#database = null;
    database?.close();
  }

  /**
   * @template T
   * @param {StoreName[]} names
   * @param {IDBTransactionMode} mode
   * @param {(stores: Record<StoreName, IDBObjectStore>) => Promise<T>} work
   */
  async #within(names, mode, work) {
    const opened = this.#database ??= this.#open();
    try {
      return await once(await opened, names, mode, work);
    } catch (why) {
      // Forgotten already where the browser said that it had closed it.
      if (this.#database === opened && !LOST.has(nameOf(why))) throw why;
      if (this.#database === opened) this.#database = null;
      return await once(await (this.#database ??= this.#open()), names, mode, work);
    }
  }

  /** @returns {Promise<IDBDatabase>} */
  #open() {
    const opening = new Promise((/** @type {(database: IDBDatabase) => void} */ resolve, reject) => {
      const request = this.#factory.open(NAME, VERSION);
      request.onupgradeneeded = () => {
        for (const [name, keyPath] of STORES) {
          request.result.createObjectStore(name, keyPath ? { keyPath } : {});
        }
      };
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const known = opening.then((database) => {
      const forget = () => { if (this.#database === known) this.#database = null; };
      database.onclose = forget;
      database.onversionchange = () => { forget(); database.close(); };
      return database;
    }, (why) => {
      if (this.#database === known) this.#database = null;
      throw why;
    });
    return known;
  }
}

/**
 * One transaction, done when it is on the disk.
 * @template T
 * @param {IDBDatabase} database
 * @param {StoreName[]} names
 * @param {IDBTransactionMode} mode
 * @param {(stores: Record<StoreName, IDBObjectStore>) => Promise<T>} work
 * @returns {Promise<T>}
 */
async function once(database, names, mode, work) {
  const transaction = database.transaction(names, mode, { durability: "strict" });
  const done = new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onabort = () => reject(transaction.error ?? new DOMException("closed", "UnknownError"));
  });
  done.catch(() => {});
  const stores = Object.fromEntries(names.map((name) => [name, transaction.objectStore(name)]));
  try {
    const result = await work(/** @type {Record<StoreName, IDBObjectStore>} */ (stores));
    await done;
    return result;
  } catch (why) {
    try { transaction.abort(); } catch { /* It is over already. */ }
    // Where the whole was undone, the reason stands with the whole and not with each request.
    throw nameOf(why) === "AbortError" ? transaction.error ?? why : why;
  }
}

/** Whether this browser keeps anything at all. @param {IDBFactory | undefined} factory */
export function mustKeep(factory) {
  if (!factory) throw new Trouble("no_database");
  return factory;
}
