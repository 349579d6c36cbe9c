// The sessions that are open in this window: their keys while the PIN is given, their queues to the disk, and that no
// other window writes one meanwhile. The tablet says when; this says how.
import { uuid7 } from "./bytes.js";
import { Keeper } from "./keeper.js";
import { hold } from "./locks.js";
import { findSession, partsOf, recordsOf, sealUnfinished } from "./rows.js";
import { keyOf, open, place, seal, wrapToOffice } from "./seal.js";
import { keepBrokenOff, opsOf, Session, Writing } from "./session.js";
import { Trouble } from "./trouble.js";

/** @typedef {import("./rows.js").SessionRow} SessionRow */
/** @typedef {import("./rows.js").DeviceRow} DeviceRow */

export class Sittings {
  #world;
  #store;
  /** Sessions that are open in this window. @type {Map<string, Session>} */
  #live = new Map();
  /** @type {Map<string, Promise<Session>>} */
  #resuming = new Map();
  /** Their queues, and those of sessions that were locked before all was on the disk. @type {Map<string, Keeper>} */
  #keepers = new Map();
  /** How to let go of each: no other window writes it meanwhile. @type {Map<string, () => void>} */
  #held = new Map();

  /** @param {import("./world.js").World} world @param {import("./store.js").Store} store */
  constructor(world, store) {
    this.#world = world;
    this.#store = store;
  }

  /** Whether one is open. */
  get any() {
    return this.#live.size > 0;
  }

  /**
   * Begins a session with its first op, bound to the tablet as it is now.
   * @param {Record<string, any>} fields  of the op `begin`, without `session`
   * @param {{vault: CryptoKey, device: DeviceRow}} by
   * @returns {Promise<Session>}
   */
  async begin(fields, { vault, device }) {
    const { crypto, now } = this.#world;
    const id = uuid7(crypto, now());
    const raw = crypto.getRandomValues(new Uint8Array(32));
    const a = await wrapToOffice(crypto, raw, { session: id, device: device.id }, device.sealing);
    const b = await seal(crypto, vault, raw, place.wrap(id));
    /** @type {SessionRow} */
    const begun = {
      id, device: device.id, state: "open", began_at: now(), build: fields.build ?? "", records: 0, attachments: [],
      wraps: { a, b },
    };
    const key = await keyOf(crypto, raw);
    raw.fill(0);
    const keeper = new Keeper(this.#store, begun, []);
    const { session } = await this.#enliven(id, async () => ({ key, keeper, ops: [] }));
    try {
      await session.addWith("begin", { session: id, ...fields }, { begun }, "worker");
    } catch (why) {
      // Nothing was said yet, and nobody would look for it.
      keeper.stop();
      this.#keepers.delete(id);
      session.lock();
      this.#letGo(id);
      throw why;
    }
    return session;
  }

  /** Goes on with a session that is not finished. @param {string} id @param {CryptoKey} vault @returns {Promise<Session>} */
  async resume(id, vault) {
    const live = this.#live.get(id) ?? this.#resuming.get(id);
    if (live) return live;
    const resuming = this.#resume(id, vault).finally(() => this.#resuming.delete(id));
    this.#resuming.set(id, resuming);
    return resuming;
  }

  /** Forgets every key. Resolves when all that was added is on the disk, or could not be. */
  async lock() {
    for (const session of this.#live.values()) session.lock();
    await this.flush();
  }

  /** Writes what waits. */
  async flush() {
    await Promise.allSettled([...this.#keepers.values()].map((keeper) => keeper.flush()));
  }

  /** Lets go of all of them. */
  close() {
    for (const keeper of this.#keepers.values()) keeper.stop();
    for (const release of this.#held.values()) release();
  }

  /** The row of a session as it began here, and what of it is in memory. @param {string} id */
  async inMemory(id) {
    const keeper = this.#keepers.get(id);
    return { row: keeper?.row, records: keeper?.records ?? [], given: await keeper?.given() ?? [] };
  }

  /** Seals a session that nobody will go on with, unless somebody is at it now. @param {string} id */
  async sealLeft(id) {
    if (this.#live.has(id) || this.#resuming.has(id) || !await this.#hold(id)) return;
    try {
      await this.#keepers.get(id)?.flush();
      await sealUnfinished(this.#store, id, this.#world.now());
    } catch (why) {
      // What waits in memory is kept first; this is tried again in a minute.
      if (!(why instanceof Trouble)) throw why;
    } finally {
      this.#letGo(id);
    }
  }

  /** @param {string} id @param {CryptoKey} vault */
  async #resume(id, vault) {
    const { crypto } = this.#world;
    const { session, writing, row } = await this.#enliven(id, async () => {
      const before = this.#keepers.get(id);
      await before?.flush().catch(() => {});
      const row = await findSession(this.#store, id);
      if (!row) throw new Trouble("ended");
      const { b } = row.wraps;
      if (row.state !== "open" || !b) throw new Trouble("only_office");
      const raw = await open(crypto, vault, b, place.wrap(id)).catch((why) => {
        throw new Trouble("only_office", why);
      });
      const key = await keyOf(crypto, raw);
      raw.fill(0);
      const records = await recordsOf(this.#store, id);
      const waiting = (await before?.waiting() ?? []).flatMap(({ record }) => record ?? []);
      const ops = await opsOf(crypto, key, [...records, ...waiting]);
      return { key, keeper: before ?? new Keeper(this.#store, row, records), ops, row };
    });
    await keepBrokenOff(writing, session, row?.attachments ?? [], (attachment) => partsOf(this.#store, id, attachment));
    return session;
  }

  /**
   * A session that is open in this window and in no other.
   * @param {string} id
   * @param {() => Promise<{key: CryptoKey, keeper: Keeper, ops: import("./reduce.js").Op[], row?: SessionRow}>} made
   */
  async #enliven(id, made) {
    if (!await this.#hold(id)) throw new Trouble("elsewhere");
    try {
      const { key, keeper, ops, row } = await made();
      const writing = new Writing(key, keeper, this.#world);
      const session = new Session(writing, ops, () => {
        this.#live.delete(id);
        keeper.onceKept(() => this.#letGo(id));
      });
      this.#live.set(id, session);
      this.#keepers.set(id, keeper);
      return { session, writing, row };
    } catch (why) {
      this.#letGo(id);
      throw why;
    }
  }

  /** Whether this window has it now, and no other. @param {string} id */
  async #hold(id) {
    if (this.#held.has(id)) return true;
    const release = await hold(this.#world.locks, `session ${id}`);
    if (release) this.#held.set(id, release);
    return release !== null;
  }

  /** Lets another window have it, unless it is open here or something of it waits for the disk. @param {string} id */
  #letGo(id) {
    if (this.#live.has(id) || (this.#keepers.get(id)?.unkept ?? 0) > 0) return;
    this.#keepers.delete(id);
    this.#held.get(id)?.();
    this.#held.delete(id);
  }
}
