// One session that is open: its ops in memory and on the disk, and what they amount to. An op is in `ops` and `state`
// as soon as it is added, and sealed at once; `add` resolves when it is on the disk. Where it could not be kept `add`
// says so by failing, and it is not to be added again: it is held and tried again by itself.
import { joined, text, utf8, uuid7 } from "./bytes.js";
import { Attachment, fieldsOf } from "./attachment.js";
import { nothingYet, reduce } from "./reduce.js";
import { open, place, seal } from "./seal.js";
import { Trouble } from "./trouble.js";
import { isWritten } from "./written.js";

export { nothingYet, reduce } from "./reduce.js";

/** @typedef {import("./reduce.js").Op} Op */
/** @typedef {import("./reduce.js").State} State */
/** @typedef {import("./rows.js").Attached} Attached */
/** What an op changes beside itself. @typedef {Omit<import("./rows.js").Entry, "record" | "part">} Beside */
/** @typedef {"read_back" | "stopped_by_child" | "stopped_for_safety" | "not_started" | "other_way"
 *   | "said_no" | "unfinished"} How */

/** An op that is longer could not be handed in. */
const OP_MAX = 1024 * 1024 - 64;

/** What a session needs to write: its key, its queue, and the tablet's clocks. */
export class Writing {
  /** @type {CryptoKey | null} */
  #key;

  /**
   * @param {CryptoKey} key
   * @param {import("./keeper.js").Keeper} keeper
   * @param {import("./world.js").World} world
   */
  constructor(key, keeper, { crypto, now, clock }) {
    this.#key = key;
    this.keeper = keeper;
    this.crypto = crypto;
    this.now = now;
    this.clock = clock;
  }

  /** The session's key, or `locked`. */
  mustKey() {
    if (!this.#key) throw new Trouble("locked");
    return this.#key;
  }

  newId() {
    return uuid7(this.crypto, this.now());
  }

  forgetKey() {
    this.#key = null;
  }

  /** One op as it is kept. @param {number} seq @param {Uint8Array<ArrayBuffer>} written @param {Beside} beside */
  async sealed(seq, written, beside) {
    const { crypto, keeper } = this;
    const sealed = await seal(crypto, this.mustKey(), written, place.op(keeper.id, seq));
    return { ...beside, record: { session: keeper.id, seq, kind: /** @type {const} */ ("op"), ...sealed } };
  }
}

export class Session {
  #writing;
  #openedAt;
  #sinceBefore;
  #onEnd;
  /** @type {Set<string>} */
  #thrownAway = new Set();

  /**
   * @param {Writing} writing
   * @param {Op[]} ops  what it has already, in order
   * @param {() => void} onEnd  told once, when nothing more can be added
   */
  constructor(writing, ops, onEnd) {
    this.#writing = writing;
    this.#openedAt = writing.clock();
    this.#sinceBefore = ops.at(-1)?.since ?? 0;
    this.#onEnd = onEnd;
    this.id = writing.keeper.id;
    /** Every op, in order. Emptied when the session is locked or sealed. @type {Op[]} */
    this.ops = [...ops];
    /** What the ops amount to. @type {State} */
    this.state = ops.reduce(reduce, nothingYet);
    /** Nothing more can be added: `locked` until the PIN is given and it is resumed, `sealed` for good.
     * @type {null | "locked" | "sealed"} */
    this.closed = null;
  }

  /** How many additions are not on the disk yet. */
  get unkept() {
    return this.#writing.keeper.unkept;
  }

  /**
   * Adds one op. Resolves with it when it is on the disk.
   * @param {string} kind
   * @param {Record<string, unknown>} [fields]
   * @param {"child" | "worker"} [by]
   */
  async add(kind, fields = {}, by = "child") {
    return this.addWith(kind, fields, {}, by);
  }

  /**
   * Adds an op and, in the same stroke, what it changes beside it.
   * @param {string} kind
   * @param {Record<string, unknown>} fields
   * @param {Beside} beside
   * @param {"child" | "worker"} [by]
   * @returns {Promise<Op>}
   */
  async addWith(kind, fields, beside, by = "child") {
    this.#mustBeOpen();
    const op = this.#opOf(kind, fields, by);
    const written = utf8(JSON.stringify(op));
    if (written.length > OP_MAX) throw new Trouble("too_long");
    // From here to `put` nothing waits: the order of the calls is the order of the ops.
    this.ops.push(op);
    this.state = reduce(this.state, op);
    const { keeper } = this.#writing;
    await keeper.put(this.#writing.sealed(keeper.nextSeq(), written, beside));
    return op;
  }

  /**
   * A sound or photograph that is to come.
   * @param {"sound" | "photo"} kind
   * @param {string} type  media type
   */
  attach(kind, type) {
    this.#mustBeOpen();
    const now = this.#writing.now();
    const { page } = this.state;
    const begun = { id: this.#writing.newId(), kind, type, page, parts: 0, from: now, to: now, kept: false };
    return new Attachment(this.#writing, this, begun);
  }

  /** Throws a sound or photograph away, kept or not: its bytes are deleted. @param {string} attachment */
  throwAway(attachment) {
    this.#thrownAway.add(attachment);
    return this.addWith("thrown_away", { attachment }, { drop: attachment });
  }

  /** Whether it was thrown away in this window. @param {string} attachment */
  threwAway(attachment) {
    return this.#thrownAway.has(attachment);
  }

  /**
   * The last op. With it the tablet loses its way in: from then only the office can read the session.
   * @param {How} how
   * @param {string} [why]
   */
  async seal(how, why) {
    if (this.closed === "sealed") return;
    if (this.state.finished) await this.flush();
    else await this.#finish(how, why);
    this.closed = "sealed";
    this.#forget();
    this.state = parting(this.state);
    this.#onEnd();
  }

  /** Writes what is not on the disk yet. */
  flush() {
    return this.#writing.keeper.flush();
  }

  /** Forgets the key and every word, and leaves what waits for the disk to its queue. */
  lock() {
    if (this.closed) return;
    this.closed = "locked";
    this.#forget();
    this.state = nothingYet;
    this.#onEnd();
  }

  /** @param {How} how @param {string} [why] */
  #finish(how, why) {
    const fields = why === undefined ? { how } : { how, why };
    return this.addWith("finish", fields, { finish: { sealed_at: this.#writing.now() } }, "worker");
  }

  #mustBeOpen() {
    if (this.closed === "locked") throw new Trouble("locked");
    if (this.closed || this.state.finished) throw new Trouble("ended");
  }

  /** @param {string} kind @param {Record<string, unknown>} fields @param {"child" | "worker"} by @returns {Op} */
  #opOf(kind, fields, by) {
    const own = { kind, at: this.#writing.now(), since: this.#sinceNow(), by };
    return { ...own, ...fields, ...own };
  }

  /** Milliseconds since it began, without the time in which the kit was closed. */
  #sinceNow() {
    return this.#sinceBefore + Math.round(this.#writing.clock() - this.#openedAt);
  }

  #forget() {
    this.#writing.forgetKey();
    this.ops = [];
  }
}

/** What may still be said once it is sealed: who comes back and when; and that nobody was rung, without a word of what was
 * said. @param {State} state @returns {State} */
function parting({ session, worker, language, level, variant, comes_back, agreed_day, roofs, finished, important_said }) {
  const rung = important_said.every(({ rang }) => isWritten(rang));
  const open = rung ? [] : [/** @type {State["important_said"][number]} */ (/** @type {unknown} */ ({ rang: null }))];
  return { ...nothingYet, session, worker, language, level, variant, comes_back, agreed_day, roofs, finished, important_said: open };
}

/**
 * The ops of a session, opened. One that does not open is left out; the others stand.
 * @param {Crypto} crypto
 * @param {CryptoKey} key
 * @param {import("./rows.js").RecordRow[]} records
 * @returns {Promise<Op[]>}
 */
export async function opsOf(crypto, key, records) {
  const opened = await Promise.all(records.map(async (record) => {
    const bytes = await open(crypto, key, record, place.op(record.session, record.seq)).catch(() => null);
    return bytes && JSON.parse(text(bytes));
  }));
  return opened.filter((op) => op !== null);
}

/**
 * Sounds and photographs that were broken off with the kit get their op, as far as they went. One that does not open
 * is left to the office, as it is.
 * @param {Writing} writing
 * @param {Session} session
 * @param {Attached[]} attachments
 * @param {(attachment: string) => Promise<import("./rows.js").PartRow[]>} partsOf
 */
export async function keepBrokenOff(writing, session, attachments, partsOf) {
  for (const attached of attachments.filter(({ kept, page }) => !kept && page !== null)) {
    const parts = await partsOf(attached.id);
    const opened = parts.map((part) =>
      open(writing.crypto, writing.mustKey(), part, place.part(part.session, attached.id, part.n)));
    const bytes = await Promise.all(opened).then(joined, () => null);
    if (!bytes) continue;
    /** @type {import("./attachment.js").AboutAttachment} */
    const about = attached.kind === "sound" ? { ms: attached.to - attached.from, broken_off: true } : {};
    const fields = await fieldsOf(writing, attached, about, bytes);
    await session.addWith(attached.kind, fields, { attached: { ...attached, kept: true } });
  }
}
