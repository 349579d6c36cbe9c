// Writes what is added to one session, in the order in which it was added. What is not on the disk yet is held in
// memory, sealed; a write that fails is told to whoever added, and tried again by itself, with the next addition,
// and when the page is hidden. So a full tablet loses nothing while the kit is open.
import { keepEntries } from "./rows.js";
import { notKept } from "./trouble.js";

/** @typedef {import("./rows.js").Entry} Entry */

const FIRST_RETRY_MS = 2000;
const LAST_RETRY_MS = 60_000;

/** One session's queue. It needs no key: what it is given is sealed already, or is being sealed. */
export class Keeper {
  /** @type {Promise<Entry>[]} */
  #pending = [];
  /** @type {Promise<void>} */
  #writing = Promise.resolve();
  /** @type {Promise<void> | null} */
  #next = null;
  #failed = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /**
   * @param {import("./store.js").Store} store
   * @param {string} id      of the session
   * @param {number} records that it has already
   */
  constructor(store, id, records) {
    this.store = store;
    this.id = id;
    /** The number of the newest record, kept or not. */
    this.seq = records;
  }

  /** The number of the next record. It is never given twice. */
  nextSeq() {
    return this.seq += 1;
  }

  /** How many are not on the disk yet. */
  get unkept() {
    return this.#pending.length;
  }

  /** What is not on the disk yet, sealed. */
  waiting() {
    return Promise.all(this.#pending);
  }

  /**
   * Adds one. It is in memory at once, and on the disk when the promise resolves.
   * @param {Promise<Entry>} entry
   */
  put(entry) {
    this.#pending.push(entry);
    return this.flush();
  }

  /** Writes all that waits. One write at a time; what comes meanwhile is in the next. */
  flush() {
    this.#next ??= this.#writing.catch(() => {}).then(() => {
      this.#next = null;
      return this.#writing = this.#write();
    });
    return this.#next;
  }

  /** No more tries. What waits stays in memory. */
  stop() {
    clearTimeout(this.#timer);
  }

  async #write() {
    clearTimeout(this.#timer);
    const now = [...this.#pending];
    if (now.length === 0) return;
    try {
      await keepEntries(this.store, this.id, await Promise.all(now));
    } catch (why) {
      this.#failed += 1;
      const wait = Math.min(FIRST_RETRY_MS * 2 ** (this.#failed - 1), LAST_RETRY_MS);
      this.#timer = setTimeout(() => { this.flush().catch(() => {}); }, wait);
      throw notKept(why);
    }
    this.#pending.splice(0, now.length);
    this.#failed = 0;
  }
}
