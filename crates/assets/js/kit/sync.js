// Hands in what is sealed. The office is asked what it lacks and given that; broken off anywhere, it is asked again.
// Nothing is deleted here: a session whose receipt is the office's own is marked, and emptied when the kit is next
// opened. Needs no PIN: what goes out is ciphertext.
import { Refused, Unreached } from "./calls.js";
import { Backoff } from "./backoff.js";
import { findFormer } from "./device_rows.js";
import { hold } from "./locks.js";
import { isReceiptFor } from "./receipt.js";
import { allSessions, changeSession, partsOf, recordsOf } from "./rows.js";
import { chunksByName, manifestOf } from "./stream.js";
import { codeFor, NOT_SIGNED } from "./trouble.js";

/** @typedef {import("./rows.js").SessionRow} SessionRow */
/** @typedef {import("./rows.js").DeviceRow} DeviceRow */
/** What of a tablet it takes to hand in. @typedef {import("./rows.js").FormerRow} Hands */
/** @typedef {import("./stream.js").Manifest} Manifest */

/** How it goes with one session. `done` of `all` chunks; `code` with `trouble`.
 * @typedef {object} Told
 * @property {string} id
 * @property {"sending" | "received" | "waiting" | "trouble"} state
 * @property {number} done
 * @property {number} all
 * @property {string} [code]
 */
/** @typedef {(told: Told) => void} Tell */

/** How handing in ended: `busy` where another window is at it, `waiting` where the office could not take all.
 * @typedef {"done" | "waiting" | "busy"} Ended */

/** Every so often it is looked whether something can be sent. */
const LOOK_EVERY_MS = 60_000;

/** So many times in a row the office may say that another hand is in the way before anybody is told. */
const CONFLICTS = 3;

export class Sending {
  /** @type {Promise<Ended> | null} */
  #running = null;
  /** Who hears how it goes: whoever asked first, and whoever has asked since. @type {Set<Tell>} */
  #hearing = new Set();
  /** @type {Map<string, number>} */
  #conflicts = new Map();
  #backoff;

  /**
   * @param {import("./world.js").World} world
   * @param {import("./store.js").Store} store
   * @param {import("./calls.js").Calls} calls
   * @param {() => DeviceRow | null} device
   */
  constructor(world, store, calls, device) {
    this.world = world;
    this.store = store;
    this.calls = calls;
    this.device = device;
    const chance = () => (world.crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32;
    this.#backoff = new Backoff(world.clock, chance);
  }

  /** Hands in all that is sealed; now, however long ago the last try was. @param {Tell} tell */
  now(tell) {
    this.#hearing.add(tell);
    this.#running ??= this.#alone((told) => { for (const hear of this.#hearing) hear(told); }).finally(() => {
      this.#running = null;
      this.#hearing.clear();
    });
    return this.#running;
  }

  /** Hands in if the last try was long enough ago. @param {Tell} tell */
  async ifDue(tell) {
    if (this.#backoff.due) await this.now(tell);
  }

  /** There is a network again, or somebody looks at the kit: worth a try. @param {Tell} tell */
  async hopefully(tell) {
    this.#backoff.hope();
    await this.ifDue(tell);
  }

  /** @param {Tell} tell @returns {Promise<Ended>} */
  async #alone(tell) {
    const release = await hold(this.world.locks, "sending");
    if (!release) return "busy";
    try {
      return await this.#all(tell);
    } finally {
      release();
    }
  }

  /** @param {Tell} tell @returns {Promise<Ended>} */
  async #all(tell) {
    const device = this.device();
    if (!device) return "done";
    const unsent = (await allSessions(this.store)).filter(({ state }) => state === "sealed" || state === "sending");
    let failed = false;
    let wait = 0;
    for (const row of unsent) {
      const ended = await this.#one(row, device, tell);
      if (ended === "received") continue;
      failed = true;
      wait = Math.max(wait, ended.waitMs ?? 0);
      if (ended.everywhere) break;
    }
    if (failed) this.#backoff.failed(wait);
    else this.#backoff.went();
    return failed ? "waiting" : "done";
  }

  /**
   * @param {SessionRow} row
   * @param {DeviceRow} device
   * @param {Tell} tell
   * @returns {Promise<"received" | {everywhere: boolean, waitMs: number | null}>}
   */
  async #one(row, device, tell) {
    try {
      await this.#asItBegan(row, device, tell);
      this.#conflicts.delete(row.id);
      return "received";
    } catch (why) {
      if (why instanceof Unreached) {
        tell({ id: row.id, state: "waiting", done: 0, all: 0 });
        return { everywhere: true, waitMs: null };
      }
      if (why instanceof Refused) return this.#refused(row, why, tell);
      throw why;
    }
  }

  /**
   * A session goes to the office as the tablet on which it began: whose it is, is not changed by who joined since. An
   * office that no longer knows that tablet (its record was brought back from a copy) is given it by the one it knows.
   * @param {SessionRow} row @param {DeviceRow} device @param {Tell} tell
   */
  async #asItBegan(row, device, tell) {
    const before = row.device && row.device !== device.id ? await findFormer(this.store, row.device) : undefined;
    if (!before) return this.#handIn(row, device, tell);
    return this.#handIn(row, before, tell).catch((why) => {
      if (why instanceof Refused && why.status === 401) return this.#handIn(row, device, tell);
      throw why;
    });
  }

  /** @param {SessionRow} row @param {Hands} device @param {Tell} tell */
  async #handIn(row, device, tell) {
    const reading = readingOf(this.store, row.id);
    const written = await this.#manifest(row, device, reading);
    /** @type {Manifest} */
    const manifest = JSON.parse(written);
    const chunks = chunksByName(manifest, reading);
    for (let lacked = Infinity; ;) {
      const answer = await this.calls.putBundle(device.token, row.id, written);
      if ("receipt" in answer) {
        await this.#received(row, device, written, answer.receipt);
        tell({ id: row.id, state: "received", done: chunks.size, all: chunks.size });
        return;
      }
      const missing = answer.missing.filter((name) => chunks.has(name));
      // It lacks what it was just given, or what this tablet never had.
      if (missing.length === 0 || missing.length >= lacked) throw new Unreached();
      lacked = missing.length;
      let done = chunks.size - missing.length;
      for (const name of missing) {
        tell({ id: row.id, state: "sending", done, all: chunks.size });
        const bytes = await chunks.get(name)?.();
        if (bytes) await this.calls.putChunk(device.token, name, bytes);
        done += 1;
      }
      tell({ id: row.id, state: "sending", done, all: chunks.size });
    }
  }

  /**
   * The manifest, made once and kept, so that it is the same each time it is handed in.
   * @param {SessionRow} row
   * @param {Hands} device
   * @param {import("./stream.js").Reading} reading
   */
  async #manifest(row, device, reading) {
    if (row.manifest && JSON.parse(row.manifest).device === device.id) {
      await changeSession(this.store, row.id, (now) => ({ ...now, state: "sending" }));
      return row.manifest;
    }
    const manifest = await manifestOf(this.world.crypto, row, device.id, reading);
    await changeSession(this.store, row.id, (now) => ({ ...now, state: "sending", manifest }));
    return manifest;
  }

  /** @param {SessionRow} row @param {Hands} device @param {string} manifest @param {any} receipt */
  async #received(row, device, manifest, receipt) {
    const handedIn = { session: row.id, manifest, device: device.id };
    if (!await isReceiptFor(this.world.crypto, receipt, handedIn, device.receipts)) throw new Refused(NOT_SIGNED, null);
    const received_at = this.world.now();
    await changeSession(this.store, row.id, (now) =>
      ({ ...now, state: "received", receipt, received_at, trouble: null }));
  }

  /**
   * The office, or the network before it, said no. Nothing is deleted; where a person must look, there is a code.
   * @param {SessionRow} row
   * @param {Refused} why
   * @param {Tell} tell
   */
  async #refused(row, { status, waitMs }, tell) {
    const passes = status >= 500 || status === 429 || status === 408;
    if (passes || (status === 409 && this.#conflict(row.id) < CONFLICTS)) {
      tell({ id: row.id, state: "waiting", done: 0, all: 0 });
      return { everywhere: passes, waitMs };
    }
    const code = codeFor(row.id, status);
    await changeSession(this.store, row.id, (now) => ({ ...now, trouble: code }));
    tell({ id: row.id, state: "trouble", done: 0, all: 0, code });
    return { everywhere: false, waitMs };
  }

  /** @param {string} id */
  #conflict(id) {
    const times = (this.#conflicts.get(id) ?? 0) + 1;
    this.#conflicts.set(id, times);
    return times;
  }
}

/** @param {import("./store.js").Store} store @param {string} id @returns {import("./stream.js").Reading} */
export function readingOf(store, id) {
  return {
    records: async () => (await recordsOf(store, id)).map(({ seq, iv, sealed }) => ({ n: seq, iv, sealed })),
    parts: (attachment) => partsOf(store, id, attachment),
  };
}

/**
 * Tells when it may go: each minute (`look`); at once, and when the kit comes to the front or has a network again
 * (`hope`). Gives what ends it.
 * @param {{window?: EventTarget, page?: EventTarget & {visibilityState: string}}} where
 * @param {{look: () => void, hope: () => void}} tells
 */
export function whenever({ window, page }, { look, hope }) {
  const seen = () => { if (page?.visibilityState === "visible") hope(); };
  const timer = setInterval(look, LOOK_EVERY_MS);
  window?.addEventListener("online", hope);
  page?.addEventListener("visibilitychange", seen);
  hope();
  return () => {
    clearInterval(timer);
    window?.removeEventListener("online", hope);
    page?.removeEventListener("visibilitychange", seen);
  };
}
