// The tablet: what it keeps, who may read it, and its way to the office. The screens know this file and the sessions
// it gives; nothing else of what lies beneath.
//
// - Nothing is in clear on the disk. Without the PIN there are ids, counts and times to be had, and no names.
// - The PIN opens packs and sessions that are not finished. Handing in never needs it.
// - Errors are `Trouble`s, by name; a screen has words for each.
import { utf8, text, uuid7 } from "./bytes.js";
import { Calls, Refused, Unreached } from "./calls.js";
import { emergencyFile, withWaiting } from "./emergency.js";
import { Keeper } from "./keeper.js";
import { hold } from "./locks.js";
import { roomOf } from "./room.js";
import {
  allSessions, emptySession, findSession, forgetSession, forgetWhatIsRead, keepEnrolment, partsOf, recordsOf,
  sealUnfinished,
} from "./rows.js";
import { keyOf, open, place, seal, wrapToOffice } from "./seal.js";
import { keepBrokenOff, opsOf, Session, Writing } from "./session.js";
import { answerOf, mustKeep, Store } from "./store.js";
import { readingOf, Sending, whenever } from "./sync.js";
import { Trouble } from "./trouble.js";
import { mustBePin, newVault, TRIES, tryPin } from "./vault.js";

/** @typedef {import("./rows.js").SessionRow} SessionRow */
/** @typedef {import("./seal.js").OfficeKey} OfficeKey */
/** @typedef {import("./sync.js").Tell} Tell */

/**
 * What a tablet stands on. What is not given is the browser's own.
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
 */

/**
 * What is kept when the tablet joins the office.
 * @typedef {object} DeviceRow
 * @property {string} id
 * @property {string} token
 * @property {string} name
 * @property {number | string} until
 * @property {{name: string}} worker
 * @property {{name: string, phone?: string}} office
 * @property {OfficeKey} sealing
 * @property {OfficeKey} receipts
 * @property {boolean} lost
 * @property {number} clock_fast   by how much the tablet's clock is ahead of the office's, milliseconds
 */

/**
 * A child taken along, as the office gave it.
 * @typedef {object} Pack
 * @property {string} id
 * @property {{name: string}} child
 * @property {{id: string, name: string, what: string}[]} people
 * @property {{on: string, answered: boolean | string | null}[]} last
 * @property {null | {why: string}} blocked
 * @property {number | string} until
 */

/**
 * What may be told of a session without the PIN.
 * @typedef {object} Listed
 * @property {string} id
 * @property {"open" | "sealed" | "sending" | "received" | "trouble"} state
 * @property {number} began_at
 * @property {number | null} sealed_at
 * @property {number | null} received_at
 * @property {boolean} finished     sealed by its last op, not by time or loss of the key
 * @property {boolean} can_resume   open, and the PIN still opens it
 * @property {string | null} code   to tell the office, where `state` is `trouble`
 * @property {boolean} nag          not in the record for 72 hours
 */

const HOUR_MS = 3_600_000;
/** A session not finished in this time is sealed as it is; one not handed in for as long is spoken of. */
const TOO_LONG_MS = 72 * HOUR_MS;
const TOMBSTONE_MS = 30 * 24 * HOUR_MS;

/**
 * Opens what this tablet keeps: empties what the office has, seals what was left open too long.
 * @param {Partial<World>} [given]
 */
export async function openTablet(given = {}) {
  const tablet = new Tablet(worldOf(given));
  await tablet.open();
  return tablet;
}

/** @param {Partial<World>} given @returns {World} */
function worldOf(given) {
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
    ...given,
  };
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
  /** Their queues, and those of sessions that were locked before all was on the disk. @type {Map<string, Keeper>} */
  #keepers = new Map();
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
    await this.#readDevice();
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
      id, token, name, until, worker, office, sealing, receipts, lost: false, clock_fast: this.#ahead(now),
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

  /** The children taken along. @returns {Promise<Pack[]>} */
  async packs() {
    const key = this.#mustKey();
    await this.#dropOldPacks();
    /** @type {{id: string, iv: ArrayBuffer, sealed: ArrayBuffer}[]} */
    const rows = await this.#store.reading(["packs"], ({ packs }) => answerOf(packs.getAll()));
    const { crypto } = this.#world;
    return Promise.all(rows.map(async (row) => JSON.parse(text(await open(crypto, key, row, place.pack(row.id))))));
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
      await this.#keepDevice({ ...device, until: until ?? device.until, lost, clock_fast: this.#ahead(now) });
      if (lost) await this.#forget();
      else await this.#renewPacks(packs ?? []);
      return { state: lost ? "lost" : "well", clock_fast: this.#device?.clock_fast ?? 0 };
    } catch (why) {
      if (!(why instanceof Unreached || why instanceof Refused)) throw why;
      const refused = why instanceof Refused && (why.status === 401 || why.status === 403);
      return { state: refused ? "refused" : "offline", clock_fast: device.clock_fast };
    }
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
    const writing = new Writing(await keyOf(crypto, raw), new Keeper(this.#store, id, 0), this.#world);
    raw.fill(0);
    const session = await this.#enliven(writing, []);
    try {
      await session.addWith("begin", { session: id, ...fields }, { begun }, "worker");
    } catch (why) {
      // Nothing was said yet, and nobody would look for it.
      writing.keeper.stop();
      session.lock();
      this.#keepers.delete(id);
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
    const live = this.#live.get(id);
    if (live) return live;
    await this.#keepers.get(id)?.flush().catch(() => {});
    const row = await findSession(this.#store, id);
    if (!row) throw new Trouble("ended");
    const { b } = row.wraps;
    if (row.state !== "open" || !b) throw new Trouble("only_office");
    const { crypto } = this.#world;
    const raw = await open(crypto, vault, b, place.wrap(id)).catch((why) => { throw new Trouble("only_office", why); });
    const key = await keyOf(crypto, raw);
    const keeper = this.#keepers.get(id) ?? new Keeper(this.#store, id, row.records);
    const writing = new Writing(key, keeper, this.#world);
    const waiting = (await keeper.waiting()).flatMap(({ record }) => (record ? [record] : []));
    const ops = await opsOf(crypto, key, [...await recordsOf(this.#store, id), ...waiting]);
    const session = await this.#enliven(writing, ops);
    await keepBrokenOff(writing, session, row.attachments, (attachment) => partsOf(this.#store, id, attachment));
    return session;
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
      look: quietly(async () => { await this.#tidy(false); await this.#sending.ifDue(tell); }),
      online: quietly(() => this.#sending.online(tell)),
    });
    this.#ends.push(stop);
    return stop;
  }

  /** A session as one sealed file that only the office can open, with what could not be kept. @param {string} id */
  async emergencyFile(id) {
    const device = this.#mustDevice();
    const row = await findSession(this.#store, id);
    if (!row || row.emptied) throw new Trouble("ended");
    const waiting = await this.#keepers.get(id)?.waiting() ?? [];
    const whole = withWaiting({ sealed_at: this.#world.now(), ...row }, readingOf(this.#store, id), waiting);
    return emergencyFile(this.#world.crypto, whole.row, device.id, whole.reading);
  }

  /** @param {Writing} writing @param {import("./reduce.js").Op[]} ops */
  async #enliven(writing, ops) {
    const { keeper } = writing;
    const release = await hold(this.#world.locks, `session ${keeper.id}`);
    if (!release) throw new Trouble("elsewhere");
    const session = new Session(writing, ops, () => {
      this.#live.delete(keeper.id);
      release();
    });
    this.#live.set(keeper.id, session);
    this.#keepers.set(keeper.id, keeper);
    return session;
  }

  #mustKey() {
    if (!this.#key) throw new Trouble("locked");
    return this.#key;
  }

  #mustDevice() {
    if (!this.#device) throw new Trouble("not_enrolled");
    return this.#device;
  }

  async #readDevice() {
    const { device, vault } = await this.#store.reading(["device", "vault"], async (stores) => ({
      device: await answerOf(stores.device.get("device")),
      vault: await answerOf(stores.vault.get("vault")),
    })).catch((why) => { throw new Trouble("no_database", why); });
    this.#device = device ?? null;
    // Stopped between the last wrong PIN and what follows from it.
    if (device?.lost || vault?.wrong >= TRIES) await forgetWhatIsRead(this.#store, { closed: true });
  }

  /** @param {DeviceRow} device */
  async #keepDevice(device) {
    await this.#store.writing(["device"], async (stores) => { await answerOf(stores.device.put(device, "device")); });
    this.#device = device;
  }

  /** What the PIN opened is gone from here; what was written is sealed and goes to the office. */
  async #forget() {
    await forgetWhatIsRead(this.#store, { closed: true });
    await this.lock();
    await this.#tidy(false);
  }

  /** @param {Pack[]} given */
  async #renewPacks(given) {
    const key = this.#key;
    if (!key) return;
    const { crypto } = this.#world;
    const rows = await Promise.all(given.map(async (pack) => ({
      id: pack.id, until: timeOf(pack.until), ...await seal(crypto, key, utf8(JSON.stringify(pack)), place.pack(pack.id)),
    })));
    await this.#store.writing(["packs"], async ({ packs }) => {
      await answerOf(packs.clear());
      for (const row of rows) await answerOf(packs.put(row));
    });
  }

  #dropOldPacks() {
    const now = this.#world.now();
    return this.#store.writing(["packs"], async ({ packs }) => {
      /** @type {{id: string, until: number}[]} */
      const rows = await answerOf(packs.getAll());
      for (const { id, until } of rows) if (until <= now) await answerOf(packs.delete(id));
    });
  }

  /** @param {boolean} opening */
  async #tidy(opening) {
    const now = this.#world.now();
    if (opening) await this.#dropOldPacks();
    for (const row of await allSessions(this.#store)) {
      if (row.state === "received" && opening && !row.emptied) await emptySession(this.#store, row.id);
      else if (row.emptied && now - (row.received_at ?? now) > TOMBSTONE_MS) await forgetSession(this.#store, row.id);
      else if (row.state === "open" && (!row.wraps.b || now - row.began_at > TOO_LONG_MS)) await this.#sealLeft(row.id);
    }
  }

  /** Seals a session that nobody will go on with, unless somebody is at it now. @param {string} id */
  async #sealLeft(id) {
    if (this.#live.has(id)) return;
    const release = await hold(this.#world.locks, `session ${id}`);
    if (!release) return;
    try {
      await this.#keepers.get(id)?.flush();
      await sealUnfinished(this.#store, id, this.#world.now());
    } catch (why) {
      // What waits in memory is kept first; this is tried again in a minute.
      if (!(why instanceof Trouble)) throw why;
    } finally {
      release();
    }
  }

  async #flushAll() {
    await Promise.allSettled([...this.#keepers.values()].map((keeper) => keeper.flush()));
  }

  /** @param {unknown} officeNow */
  #ahead(officeNow) {
    const office = timeOf(officeNow);
    return Number.isFinite(office) ? Math.round(this.#world.now() - office) : 0;
  }
}

/** Milliseconds since 1970, of a number or an ISO time. @param {unknown} time */
function timeOf(time) {
  return typeof time === "number" ? time : Date.parse(String(time));
}

/** @param {SessionRow} row @param {number} now @returns {Listed} */
function listed({ id, state, began_at, sealed_at, received_at, finished, wraps, trouble }, now) {
  return {
    id, began_at,
    state: trouble && state !== "received" ? "trouble" : state,
    sealed_at: sealed_at ?? null,
    received_at: received_at ?? null,
    finished: finished ?? false,
    can_resume: state === "open" && wraps.b !== null,
    code: trouble ?? null,
    nag: state !== "received" && now - began_at > TOO_LONG_MS,
  };
}

/** @param {unknown} why */
function joining(why) {
  if (why instanceof Unreached) return new Trouble("offline", why);
  if (why instanceof Refused) return new Trouble(why.status < 500 && why.status !== 429 ? "code_refused" : "office", why);
  return why;
}
