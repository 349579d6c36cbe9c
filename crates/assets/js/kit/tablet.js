// The tablet: what it keeps, who may read it, and its way to the office. The screens know this file and the sessions
// it gives; nothing else of what lies beneath.
//
// - Nothing is in clear on the disk. Without the PIN there are ids, counts and times to be had, and no names.
// - The PIN opens packs and sessions that are not finished. Handing in never needs it.
// - Errors are `Trouble`s, by name; a screen has words for each.
import { uuid7 } from "./bytes.js";
import { Calls, Refused, Unreached } from "./calls.js";
import { emergencyFile, withMemory } from "./emergency.js";
import { Keeper } from "./keeper.js";
import { fateOf, listed } from "./listed.js";
import { hold } from "./locks.js";
import { dropOldPacks, keepPacks, openPacks, renewPacks } from "./packs.js";
import { roomOf } from "./room.js";
import {
  allSessions, emptySession, findDevice, findSession, forgetSession, forgetWhatIsRead, keepDevice, keepEnrolment,
  partsOf, recordsOf, sealUnfinished,
} from "./rows.js";
import { keyOf, open, place, seal, wrapToOffice } from "./seal.js";
import { keepBrokenOff, opsOf, Session, Writing } from "./session.js";
import { Store } from "./store.js";
import { readingOf, Sending, whenever } from "./sync.js";
import { Trouble } from "./trouble.js";
import { mustBePin, newVault, TRIES, tryPin } from "./vault.js";
import { timeOf, worldOf } from "./world.js";

/** @typedef {import("./world.js").World} World */
/** @typedef {import("./rows.js").SessionRow} SessionRow */
/** @typedef {import("./rows.js").DeviceRow} DeviceRow */
/** @typedef {import("./packs.js").Pack} Pack */
/** @typedef {import("./listed.js").Listed} Listed */
/** @typedef {import("./sync.js").Tell} Tell */

/**
 * Opens what this tablet keeps: empties what the office has, seals what was left open too long.
 * @param {Partial<World>} [given]
 */
export async function openTablet(given = {}) {
  const tablet = new Tablet(worldOf(given));
  await tablet.open();
  return tablet;
}

export class Tablet {
  #world;
  #store;
  #calls;
  #sending;
  /** @type {DeviceRow | null} */
  #device = null;
  /** The vault's key, while it is open. @type {CryptoKey | null} */
  #key = null;
  /** Sessions that are open in this window. @type {Map<string, Session>} */
  #live = new Map();
  /** @type {Map<string, Promise<Session>>} */
  #resuming = new Map();
  /** Their queues, and those of sessions that were locked before all was on the disk. @type {Map<string, Keeper>} */
  #keepers = new Map();
  /** How to let go of each: no other window writes it meanwhile. @type {Map<string, () => void>} */
  #held = new Map();
  /** @type {(() => void)[]} */
  #ends = [];

  /** @param {World} world */
  constructor(world) {
    this.#world = world;
    this.#store = new Store(world.indexedDB);
    this.#calls = new Calls(world.fetch, world.base, world.patience);
    this.#sending = new Sending(world, this.#store, this.#calls, () => this.#device);
  }

  /** Once, before anything else. */
  async open() {
    const { device, wrong } = await findDevice(this.#store).catch((why) => {
      throw new Trouble("no_database", why);
    });
    this.#device = device;
    // Stopped between the last wrong PIN, or the office's word, and what follows from it.
    if (device?.lost || wrong >= TRIES) await forgetWhatIsRead(this.#store, { closed: true });
    await dropOldPacks(this.#store, this.#officeNow());
    await this.#tidy(true);
    const { page } = this.#world;
    const hidden = () => { if (page?.visibilityState === "hidden") this.#flushAll(); };
    page?.addEventListener("visibilitychange", hidden);
    this.#ends.push(() => page?.removeEventListener("visibilitychange", hidden));
  }

  /** Lets go of everything; nothing waiting is lost that was on the disk. */
  async close() {
    await this.lock();
    for (const end of this.#ends) end();
    for (const keeper of this.#keepers.values()) keeper.stop();
    for (const release of this.#held.values()) release();
    await this.#store.close();
  }

  /** What is kept since the tablet joined the office, without what is secret; null before. */
  device() {
    if (!this.#device) return null;
    const { id, name, until, worker, office, lost, clock_fast } = this.#device;
    return { id, name, until, worker, office, lost, clock_fast };
  }

  /** The PIN is needed before packs and open sessions can be read. */
  get locked() {
    return this.#key === null;
  }

  /**
   * Joins the office with a code made in the record, and chooses the PIN. The code works once.
   * @param {string} code
   * @param {string} pin  six digits or more
   */
  async enrol(code, pin) {
    mustBePin(pin);
    if (this.#live.size > 0) throw new Trouble("already_enrolled");
    const vault = await newVault(this.#world.crypto, pin);
    const given = await this.#calls.join(code).catch((why) => { throw joining(why); });
    const { device: id, token, name, until, worker, office, sealing, receipts, now } = given;
    /** @type {DeviceRow} */
    const device = {
      id, token, name, until, worker, office, sealing, receipts, lost: false, clock_fast: this.#fast(now),
    };
    await keepEnrolment(this.#store, device, vault.row);
    this.#device = device;
    this.#key = vault.key;
    await this.#tidy(false);
  }

  /**
   * Opens with the PIN. `left` tries are left; `gone`: none are, and the tablet can read nothing any more until it
   * joins anew. What was written still goes to the office.
   * @param {string} pin
   * @returns {Promise<{ok: true} | {ok: false, left: number, gone?: undefined} | {ok: false, gone: true}>}
   */
  async unlock(pin) {
    this.#mustDevice();
    const tried = await tryPin(this.#store, this.#world.crypto, pin);
    if ("key" in tried) {
      this.#key = tried.key;
      return { ok: true };
    }
    if (tried.left > 0) return { ok: false, left: tried.left };
    await this.#forget();
    return { ok: false, gone: true };
  }

  /** Forgets the keys at once. Resolves when all that was added is on the disk, or could not be. */
  async lock() {
    this.#key = null;
    for (const session of this.#live.values()) session.lock();
    await this.#flushAll();
  }

  /** Now as the office last had it: a tablet whose clock is wrong forgets nobody too early. */
  #officeNow() {
    return this.#world.now() - (this.#device?.clock_fast ?? 0);
  }

  /** The children taken along. @returns {Promise<Pack[]>} */
  async packs() {
    const key = this.#mustKey();
    await dropOldPacks(this.#store, this.#officeNow());
    return openPacks(this.#store, this.#world.crypto, key);
  }

  /**
   * Asks the office: renews the packs, and obeys where the tablet was declared lost.
   * @returns {Promise<{state: "well" | "lost" | "offline" | "refused", clock_fast: number}>}
   */
  async refresh() {
    const device = this.#mustDevice();
    try {
      const { state, now, until, packs } = await this.#calls.device(device.token);
      const lost = state === "lost";
      const clock_fast = this.#fast(now);
      this.#device = { ...device, until: until ?? device.until, lost, clock_fast };
      await keepDevice(this.#store, this.#device);
      if (lost) await this.#forget();
      else if (this.#key) await renewPacks(this.#store, this.#world.crypto, this.#key, packs ?? []);
      return { state: lost ? "lost" : "well", clock_fast };
    } catch (why) {
      if (!(why instanceof Unreached || why instanceof Refused)) throw why;
      const refused = why instanceof Refused && (why.status === 401 || why.status === 403);
      return { state: refused ? "refused" : "offline", clock_fast: device.clock_fast };
    }
  }

  /** Asks how it stands, without a name and without the PIN: a tablet that was declared lost forgets what it could
   * read as soon as it has a network, and so does one from whose office a child was taken back. Says whether a child was
   * taken along who is not here yet. */
  async obey() {
    await dropOldPacks(this.#store, this.#officeNow());
    if (!this.#device || this.#device.lost) return false;
    const { state, packs } = await this.#calls.stands(this.#device.token).catch(() => ({ state: "unknown", packs: [] }));
    if (state === "well") return keepPacks(this.#store, packs);
    if (state !== "lost") return false;
    this.#device = { ...this.#device, lost: true };
    await keepDevice(this.#store, this.#device);
    await this.#forget();
    return false;
  }

  /** Whether there is room to begin, and whether the browser promises to keep it. */
  room() {
    return roomOf(this.#world.storage);
  }

  /**
   * Begins a session with its first op.
   * @param {Record<string, any>} fields  of the op `begin`, without `session`
   * @returns {Promise<Session>}
   */
  async begin(fields) {
    const vault = this.#mustKey();
    const device = this.#mustDevice();
    if (!(await this.room()).enough) throw new Trouble("no_room");
    const { crypto, now } = this.#world;
    const id = uuid7(crypto, now());
    const raw = crypto.getRandomValues(new Uint8Array(32));
    const a = await wrapToOffice(crypto, raw, id, device.sealing);
    const b = await seal(crypto, vault, raw, place.wrap(id));
    /** @type {SessionRow} */
    const begun = {
      id, state: "open", began_at: now(), build: fields.build ?? "", records: 0, attachments: [], wraps: { a, b },
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

  /** Every session of which something is left here, the newest first. @returns {Promise<Listed[]>} */
  async sessions() {
    const now = this.#world.now();
    const rows = await allSessions(this.#store);
    return rows.map((row) => listed(row, now)).toSorted((one, other) => (one.id < other.id ? 1 : -1));
  }

  /** Goes on with a session that is not finished. @param {string} id @returns {Promise<Session>} */
  async resume(id) {
    const vault = this.#mustKey();
    const live = this.#live.get(id) ?? this.#resuming.get(id);
    if (live) return live;
    const resuming = this.#resume(id, vault).finally(() => this.#resuming.delete(id));
    this.#resuming.set(id, resuming);
    return resuming;
  }

  /**
   * Hands in all that is sealed, now.
   * @param {Tell} [tell]
   */
  async send(tell = () => {}) {
    await this.#tidy(false);
    return this.#sending.now(tell);
  }

  /**
   * Hands in whenever it may go: now, each minute, with a new network, when the kit comes to the front. Gives what
   * ends it.
   * @param {Tell} [tell]
   */
  watch(tell = () => {}) {
    const quietly = (/** @type {() => Promise<unknown>} */ does) => () => { does().catch(() => {}); };
    const stop = whenever(this.#world, {
      look: quietly(async () => { await this.obey(); await this.#tidy(false); await this.#sending.ifDue(tell); }),
      hope: quietly(async () => { await this.obey(); await this.#tidy(false); await this.#sending.hopefully(tell); }),
    });
    this.#ends.push(stop);
    return stop;
  }

  /** A session as one sealed file that only the office can open, with what could not be kept. @param {string} id */
  async emergencyFile(id) {
    const device = this.#mustDevice();
    const keeper = this.#keepers.get(id);
    const row = await findSession(this.#store, id).catch(() => undefined) ?? keeper?.row;
    if (!row || row.emptied) throw new Trouble("ended");
    const memory = { records: keeper?.records ?? [], given: await keeper?.given() ?? [] };
    const whole = withMemory({ sealed_at: this.#world.now(), ...row }, readingOf(this.#store, id), memory);
    return emergencyFile(this.#world.crypto, whole.row, device.id, whole.reading);
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

  #mustKey() {
    if (!this.#key) throw new Trouble("locked");
    return this.#key;
  }

  #mustDevice() {
    if (!this.#device) throw new Trouble("not_enrolled");
    return this.#device;
  }

  /** What the PIN opened is gone from here; what was written is sealed and goes to the office. */
  async #forget() {
    await forgetWhatIsRead(this.#store, { closed: true });
    await this.lock();
    await this.#tidy(false);
  }

  /** What is due with each session that is not open here. @param {boolean} opening */
  async #tidy(opening) {
    const now = this.#world.now();
    for (const row of await allSessions(this.#store)) {
      const fate = fateOf(row, now, opening);
      if (fate === "seal") await this.#sealLeft(row.id);
      if (fate === "empty") await emptySession(this.#store, row.id);
      if (fate === "forget") await forgetSession(this.#store, row.id);
    }
  }

  /** Seals a session that nobody will go on with, unless somebody is at it now. @param {string} id */
  async #sealLeft(id) {
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

  async #flushAll() {
    await Promise.allSettled([...this.#keepers.values()].map((keeper) => keeper.flush()));
  }

  /** @param {unknown} officeNow */
  #fast(officeNow) {
    const office = timeOf(officeNow);
    return Number.isFinite(office) ? Math.round(this.#world.now() - office) : 0;
  }
}

/** @param {unknown} why */
function joining(why) {
  if (why instanceof Unreached) return new Trouble("offline", why);
  if (!(why instanceof Refused)) return why;
  return new Trouble(why.status < 500 && why.status !== 429 ? "code_refused" : "office", why);
}
