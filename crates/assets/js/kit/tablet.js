// The tablet: what it keeps, who may read it, and its way to the office. The screens know this file and the sessions
// it gives; nothing else of what lies beneath.
//
// - Nothing is in clear on the disk. Without the PIN there are ids, counts and times to be had, and no names.
// - The PIN opens packs and sessions that are not finished. Handing in never needs it.
// - Errors are `Trouble`s, by name; a screen has words for each.
import { text, utf8 } from "./bytes.js";
import { Calls, Refused, Unreached } from "./calls.js";
import { deviceOf, joinTrouble, packsTokenOf } from "./device.js";
import { findDevice, forgetFormer, keepDevice, keepEnrolment } from "./device_rows.js";
import { emergencyFile, withMemory } from "./emergency.js";
import { fateOf, listed } from "./listed.js";
import { canAskOwnLock } from "./own_lock.js";
import { dropOldPacks, keepPacks, openPacks, renewPacks } from "./packs.js";
import { roomOf } from "./room.js";
import { allSessions, emptySession, findSession, forgetSession, forgetWhatIsRead } from "./rows.js";
import { open, place, seal } from "./seal.js";
import { Sittings } from "./sittings.js";
import { Store } from "./store.js";
import { readingOf, Sending, whenever } from "./sync.js";
import { Trouble } from "./trouble.js";
import { mustBePin, newVault, TRIES, tryPin } from "./vault.js";
import { timeOf, worldOf } from "./world.js";

/** @typedef {import("./world.js").World} World */
/** @typedef {import("./rows.js").DeviceRow} DeviceRow */
/** @typedef {import("./session.js").Session} Session */
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
  #sittings;
  /** @type {DeviceRow | null} */
  #device = null;
  /** The vault's key, while it is open. @type {CryptoKey | null} */
  #key = null;
  /** @type {(() => void)[]} */
  #ends = [];

  /** @param {World} world */
  constructor(world) {
    this.#world = world;
    this.#store = new Store(world.indexedDB);
    this.#calls = new Calls(world.fetch, world.base, world.patience);
    this.#sittings = new Sittings(world, this.#store);
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
    const hidden = () => { if (page?.visibilityState === "hidden") void this.#sittings.flush(); };
    page?.addEventListener("visibilitychange", hidden);
    this.#ends.push(() => page?.removeEventListener("visibilitychange", hidden));
  }

  /** Lets go of everything; nothing waiting is lost that was on the disk. */
  async close() {
    await this.lock();
    for (const end of this.#ends) end();
    this.#sittings.close();
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

  /** Whether the tablet has a lock of its own that can be asked beside the PIN. */
  hasOwnLock() {
    return canAskOwnLock(this.#world);
  }

  /**
   * Joins the office with a code made in the record, and chooses the PIN. The code works once.
   * @param {string} code
   * @param {string} pin  six digits or more
   * @param {{ownLock?: boolean}} [how]  `ownLock`: the tablet's own lock is asked as well, now and at each unlocking
   */
  async enrol(code, pin, { ownLock = false } = {}) {
    mustBePin(pin);
    if (this.#sittings.any) throw new Trouble("already_enrolled");
    const vault = await newVault(this.#world, pin, ownLock);
    const given = await this.#calls.join(code).catch((why) => { throw joinTrouble(why); });
    const device = await deviceOf(this.#world.crypto, vault.key, given, this.#fast(given.now));
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
    const tried = await tryPin(this.#store, this.#world, pin);
    if ("key" in tried) {
      this.#key = tried.key;
      return { ok: true };
    }
    if (tried.left > 0) return { ok: false, left: tried.left };
    await this.#forget();
    return { ok: false, gone: true };
  }

  /** Gives up what the PIN opened, as ten wrong ones do: the tablet's own lock does not answer any more. What was
   * written still goes to the office. */
  async giveUp() {
    this.#mustDevice();
    await this.#forget();
  }

  /** Seals what is not kept yet, for as long as the keys are away. Nothing is written: it waits with whoever asked.
   * @param {string} written */
  async setAside(written) {
    return seal(this.#world.crypto, this.#mustKey(), utf8(written), place.aside());
  }

  /** What was sealed so, once the PIN is given. @param {import("./seal.js").Sealed} sealed */
  async takeBack(sealed) {
    return text(await open(this.#world.crypto, this.#mustKey(), sealed, place.aside()));
  }

  /** Forgets the keys at once. Resolves when all that was added is on the disk, or could not be. */
  async lock() {
    this.#key = null;
    await this.#sittings.lock();
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
   * Asks the office: renews the packs, and obeys where the tablet was declared lost. A tablet without a token for
   * packs (`join_anew`) hands in, and takes nobody along until it joins anew.
   * @returns {Promise<{state: "well" | "lost" | "offline" | "refused" | "join_anew", clock_fast: number}>}
   */
  async refresh() {
    const key = this.#mustKey();
    const device = this.#mustDevice();
    const { crypto } = this.#world;
    const token = await packsTokenOf(crypto, key, device);
    try {
      if (token === null) return await this.#withoutPacks(device);
      const { state, now, until, packs } = await this.#calls.device(token);
      const lost = state === "lost";
      const clock_fast = this.#fast(now);
      this.#device = { ...device, until: until ?? device.until, lost, clock_fast };
      await keepDevice(this.#store, this.#device);
      if (lost) await this.#forget();
      else if (this.#key) await renewPacks(this.#store, crypto, this.#key, packs ?? []);
      return { state: lost ? "lost" : "well", clock_fast };
    } catch (why) {
      if (!(why instanceof Unreached || why instanceof Refused)) throw why;
      const refused = why instanceof Refused && (why.status === 401 || why.status === 403);
      return { state: refused ? "refused" : "offline", clock_fast: device.clock_fast };
    }
  }

  /** @param {DeviceRow} device @returns {Promise<{state: "lost" | "join_anew", clock_fast: number}>} */
  async #withoutPacks({ clock_fast }) {
    await this.obey();
    return { state: this.#device?.lost ? "lost" : "join_anew", clock_fast };
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
    return this.#sittings.begin(fields, { vault, device });
  }

  /** Every session of which something is left here, the newest first. @returns {Promise<Listed[]>} */
  async sessions() {
    const now = this.#world.now();
    const rows = await allSessions(this.#store);
    return rows.map((row) => listed(row, now)).toSorted((one, other) => (one.id < other.id ? 1 : -1));
  }

  /** Goes on with a session that is not finished. @param {string} id @returns {Promise<Session>} */
  async resume(id) {
    return this.#sittings.resume(id, this.#mustKey());
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
    const { row: begun, ...memory } = await this.#sittings.inMemory(id);
    const row = await findSession(this.#store, id).catch(() => undefined) ?? begun;
    if (!row || row.emptied) throw new Trouble("ended");
    const whole = withMemory({ sealed_at: this.#world.now(), ...row }, readingOf(this.#store, id), memory);
    return emergencyFile(this.#world.crypto, whole.row, row.device ?? device.id, whole.reading);
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
    if (this.#device) this.#device = { ...this.#device, packs_token: null };
    await this.lock();
    await this.#tidy(false);
  }

  /** What is due with each session that is not open here. @param {boolean} opening */
  async #tidy(opening) {
    const now = this.#world.now();
    for (const row of await allSessions(this.#store)) {
      const fate = fateOf(row, now, opening);
      if (fate === "seal") await this.#sittings.sealLeft(row.id);
      if (fate === "empty") await emptySession(this.#store, row.id);
      if (fate === "forget") await forgetSession(this.#store, row.id);
    }
    if (opening) await forgetFormer(this.#store);
  }

  /** @param {unknown} officeNow */
  #fast(officeNow) {
    const office = timeOf(officeNow);
    return Number.isFinite(office) ? Math.round(this.#world.now() - office) : 0;
  }
}
