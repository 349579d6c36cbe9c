// Writes what is added to one session, in the order in which it was added. What is not on the disk yet is held in
// memory, sealed; a write that fails is told to whoever added, and tried again by itself, with the next addition,
// and when the page is hidden. So a full tablet loses nothing while the kit is open; and since all that was added in
// this window stays in memory until the session is sealed, neither does one whose database is gone.
import { keepEntries } from "./rows.js";
import { notKept } from "./trouble.js";

/** @typedef {import("./rows.js").Entry} Entry */
/** @typedef {import("./rows.js").SessionRow} SessionRow */
/** @typedef {import("./rows.js").RecordRow} RecordRow */

const FIRST_RETRY_MS = 2000;
const LAST_RETRY_MS = 60_000;

/** One session's queue. It needs no key: what it is given is sealed already, or is being sealed. */
export class Keeper {
  /** @type {Promise<Entry>[]} */
  #given = [];
  /** So many of them are on the disk. */
  #kept = 0;
  /** @type {Promise<void>} */
  #writing = Promise.resolve();
  /** @type {Promise<void> | null} */
  #next = null;
  #failed = 0;
  /** @type {(() => void)[]} */
  #onceKept = [];
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /**
   * @param {import("./store.js").Store} store
   * @param {SessionRow} row         as it is before anything is added here
   * @param {RecordRow[]} records    that it has already
   */
  constructor(store, row, records) {
    this.store = store;
    this.id = row.id;
    this.row = row;
    this.records = records;
    /** The number of the newest record, kept or not. */
    this.seq = row.records;
  }

  /** The number of the next record. It is never given twice. */
  nextSeq() {
    return this.seq += 1;
  }

  /** How many are not on the disk yet. */
  get unkept() {
    return this.#given.length - this.#kept;
  }

  /** All that was added in this window, sealed. */
  given() {
    return Promise.all(this.#given);
  }

  /** What of it is not on the disk yet. */
  waiting() {
    return Promise.all(this.#given.slice(this.#kept));
  }

  /**
   * Adds one. It is in memory at once, and on the disk when the promise resolves.
   * @param {Promise<Entry>} entry
   */
  put(entry) {
    this.#given.push(entry);
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

  /** Tells when nothing waits; at once where nothing does. @param {() => void} tell */
  onceKept(tell) {
    if (this.unkept === 0) tell();
    else this.#onceKept.push(tell);
  }

  /** No more tries. What waits stays in memory. */
  stop() {
    clearTimeout(this.#timer);
  }

  async #write() {
    clearTimeout(this.#timer);
    const now = this.#given.slice(this.#kept);
    if (now.length === 0) return;
    try {
      await keepEntries(this.store, this.id, await Promise.all(now));
    } catch (why) {
      this.#failed += 1;
      const wait = Math.min(FIRST_RETRY_MS * 2 ** (this.#failed - 1), LAST_RETRY_MS);
      this.#timer = setTimeout(() => { this.flush().catch(() => {}); }, wait);
      throw notKept(why);
    }
    this.#kept += now.length;
    this.#failed = 0;
    if (this.unkept === 0) for (const tell of this.#onceKept.splice(0)) tell();
  }
}
