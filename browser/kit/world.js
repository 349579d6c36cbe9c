// What a tablet stands on in the fast tests: a database in memory, clocks that go when they are told, and storage, locks
// and a page of our own.
import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { openTablet } from "../../crates/assets/js/kit/tablet.js";
import { openOffice } from "./office.js";

/** @typedef {import("../../crates/assets/js/kit/world.js").World} World */
/** @typedef {import("../../crates/assets/js/kit/tablet.js").Tablet} Tablet */
/** @typedef {import("../../crates/assets/js/kit/session.js").Session} Session */

globalThis.IDBKeyRange = IDBKeyRange;

export const PIN = "246813";
export const HOUR = 3_600_000;

/** Words that only the child said; searched for wherever they must not be. */
export const WORDS = ["Kayleigh", "Mum shouts at the wall", "die Katze heißt Möhre", "House of Pancakes"];

export const BEGIN = Object.freeze({
  child: { name: "Kayleigh" }, worker: "Joel", language: "en-GB", build: "b1", enquiry: "none",
  agreement: { how: "agreed", who: "Mum", on: "2026-11-20" }, near: [],
});

/** Every window of one tablet shares its database and its locks. */
export class Shelf {
  indexedDB = new IDBFactory();
  locks = new FakeLocks();
  nowMs = Date.UTC(2026, 10, 26, 12);
  clockMs = 0;
  /** @type {Tablet[]} */
  opened = [];
  /** @type {import("./office.js").Office} */
  office;

  /** @param {import("./office.js").Office} office */
  constructor(office) {
    this.office = office;
  }

  /** Both clocks go on. @param {number} ms */
  pass(ms) {
    this.nowMs += ms;
    this.clockMs += ms;
  }

  /** @param {Partial<World>} [other] @returns {Partial<World>} */
  world(other = {}) {
    return {
      fetch: this.office.fetch, indexedDB: this.indexedDB, crypto: globalThis.crypto, now: () => this.nowMs,
      clock: () => this.clockMs, locks: this.locks, storage: roomy, page: undefined, window: undefined,
      patience: () => new AbortController().signal, ...other,
    };
  }

  /** A window of the kit. @param {Partial<World>} [other] */
  async open(other) {
    const tablet = await openTablet(this.world(other));
    this.opened.push(tablet);
    return tablet;
  }

  /** The same tablet, opened again. @param {Partial<World>} [other] */
  async again(other) {
    await this.shut();
    return this.open(other);
  }

  async shut() {
    await Promise.all(this.opened.splice(0).map((tablet) => tablet.close()));
  }

  /** Everything in the database, as it is stored. @returns {Promise<Record<string, any[]>>} */
  async everything() {
    const database = await request(this.indexedDB.open("kith-kit"));
    const names = [...database.objectStoreNames];
    const transaction = database.transaction(names);
    const rows = await Promise.all(names.map((name) => request(transaction.objectStore(name).getAll())));
    database.close();
    return Object.fromEntries(names.map((name, at) => [name, rows[at] ?? []]));
  }
}

/** An office and a tablet that has joined it and is unlocked. */
export async function joined() {
  const shelf = new Shelf(await openOffice());
  const tablet = await shelf.open();
  await tablet.enrol(shelf.office.code(), PIN);
  return { shelf, office: shelf.office, tablet };
}

/** @template T @param {IDBRequest<T>} asked @returns {Promise<T>} */
export function request(asked) {
  return new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
}

const roomy = {
  persisted: async () => true,
  persist: async () => true,
  estimate: async () => ({ quota: 10e9, usage: 1e6 }),
};

/** Locks as the browser has them, as far as the kit uses them. */
class FakeLocks {
  held = new Set();

  /** @param {string} name @param {any} how @param {any} [work] */
  async request(name, how, work) {
    if (this.held.has(name)) return work(null);
    this.held.add(name);
    try { return await work({ name }); } finally { this.held.delete(name); }
  }
}

/**
 * What a child might do: a house, a page, a stroke, words, a sound of so many bytes; not finished.
 * @param {Session} session
 * @param {number} [soundBytes]
 */
export async function aVisit(session, soundBytes = 600_000) {
  await session.add("level", { level: "b" });
  await session.add("house_named", { house: "good", name: WORDS[3] });
  await session.add("page", { page: "p1", house: "worries" });
  const crayon = { tool: "crayon", colour: "#3a2c2b", width: 6, points: [[1, 2, 0.5, 0]], ended: true };
  await session.add("stroke", { page: "p1", id: "s1", ...crayon });
  await session.add("words", { page: "p1", id: "w1", text: WORDS[1] });
  await session.add("title", { page: "p1", text: WORDS[2] });
  const sound = session.attach("sound", "audio/webm");
  for (let at = 0; at < soundBytes; at += 100_000) await sound.add(soundOf(Math.min(100_000, soundBytes - at)));
  await sound.keep({ ms: 4000 });
  return sound.id;
}

/** Bytes in which the child's words stand, as they would in a sound that is speech. @param {number} length */
export function soundOf(length) {
  const bytes = new Uint8Array(length);
  bytes.set(new TextEncoder().encode(WORDS.join("|")).subarray(0, length));
  return bytes;
}
