// A sound or a photograph on its way into a session: sealed and kept part by part as it comes, so that a recording
// which breaks off is there as far as it went.
import { joined, sha256 } from "./bytes.js";
import { place, seal } from "./seal.js";
import { Trouble } from "./trouble.js";

/** @typedef {import("./bytes.js").Bytes} Bytes */
/** @typedef {import("./rows.js").Attached} Attached */
/** @typedef {import("./session.js").Session} Session */

/** What its op says of an attachment: `ms` of a sound, and `broken_off` where it stopped by itself; `width` and `height` of a
 * photo; `page` and `id` where they are not the newest page and a new id.
 * @typedef {{ms?: number, broken_off?: true, width?: number, height?: number, page?: string, id?: string}} AboutAttachment */

/** A part has no more bytes; sealed and with its number it stays below 256 KiB. */
export const PART_MAX = 255 * 1024;

export class Attachment {
  /** In clear and in memory until it is kept or thrown away: its digest is over all of it. @type {Bytes[]} */
  #bytes = [];
  #attached;
  #writing;
  #session;

  /**
   * @param {import("./session.js").Writing} writing
   * @param {Session} session
   * @param {Attached} attached
   */
  constructor(writing, session, attached) {
    this.#writing = writing;
    this.#session = session;
    this.#attached = attached;
    this.id = attached.id;
  }

  /**
   * Adds what came; resolved when it is kept. An empty one (some recorders send them) is nothing, and so is one that
   * comes late, after it was thrown away.
   * @param {ArrayBuffer | Bytes} bytes
   */
  async add(bytes) {
    if (this.#session.threwAway(this.id)) return;
    if (this.#attached.kept) throw new Trouble("ended");
    const whole = joined([bytes]);
    /** @type {Promise<void>[]} */
    const kept = [];
    for (let at = 0; at < whole.length; at += PART_MAX) kept.push(this.#part(whole.subarray(at, at + PART_MAX)));
    await Promise.all(kept);
  }

  /**
   * It stays: its op is written. Gives the op.
   * @param {AboutAttachment} about
   * @param {"child" | "worker"} [by]
   */
  async keep(about, by = "child") {
    if (this.#attached.parts === 0) throw new Trouble("nothing_recorded");
    if (this.#attached.kept || this.#session.threwAway(this.id)) throw new Trouble("ended");
    if (!(about.page ?? this.#attached.page)) throw new Error("a sound or photograph belongs to a page");
    const attached = this.#attached = { ...this.#attached, kept: true };
    const bytes = joined(this.#bytes.splice(0));
    const fields = await fieldsOf(this.#writing, attached, about, bytes);
    return this.#session.addWith(attached.kind, fields, { attached }, by);
  }

  /** It is really gone: its parts are deleted, and it is never handed in. */
  async throwAway() {
    this.#bytes = [];
    await this.#session.throwAway(this.id);
  }

  /** @param {Bytes} bytes */
  #part(bytes) {
    const { crypto, keeper, now } = this.#writing;
    const key = this.#writing.mustKey();
    const attached = this.#attached = { ...this.#attached, parts: this.#attached.parts + 1, to: now() };
    this.#bytes.push(bytes);
    const where = { session: keeper.id, attachment: attached.id, n: attached.parts };
    const entry = seal(crypto, key, bytes, place.part(where.session, where.attachment, where.n))
      .then((sealed) => ({ part: { ...where, ...sealed }, attached }));
    return keeper.put(entry);
  }
}

/**
 * The fields of the op of an attachment.
 * @param {import("./session.js").Writing} writing
 * @param {Attached} attached
 * @param {AboutAttachment} about
 * @param {Bytes} bytes  all of it
 */
export async function fieldsOf(writing, { id: attachment, type, page }, about, bytes) {
  const told = Object.fromEntries(Object.entries(about).filter(([, value]) => value !== undefined));
  return { page, id: writing.newId(), attachment, ...told, type, sha256: await sha256(writing.crypto, bytes) };
}
