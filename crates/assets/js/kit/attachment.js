// A sound or a photograph on its way into a session: sealed and kept part by part as it comes, so that a recording
// which breaks off is there as far as it went.
import { joined, sha256 } from "./bytes.js";
import { place, seal } from "./seal.js";
import { Trouble } from "./trouble.js";

/** @typedef {import("./bytes.js").Bytes} Bytes */
/** @typedef {import("./rows.js").Attached} Attached */
/** @typedef {import("./session.js").Session} Session */
/** What only the op of an attachment says: `ms` of a sound, `width` and `height` of a photo. `page` and `id` where they
 * are not the newest page and a new id.
 * @typedef {{ms?: number, width?: number, height?: number, page?: string, id?: string}} AboutAttachment */

/** A part has no more bytes; sealed and with its number it stays below 256 KiB. */
export const PART_MAX = 255 * 1024;

export class Attachment {
  /** In clear and in memory until it is kept or thrown away: its digest is over all of it. @type {Bytes[]} */
  #bytes = [];
  /** @type {Attached} */
  #attached;

  /**
   * @param {import("./session.js").Writing} writing
   * @param {Session} session
   * @param {Attached} attached
   */
  constructor(writing, session, attached) {
    this.writing = writing;
    this.session = session;
    this.#attached = attached;
    this.id = attached.id;
  }

  /**
   * Adds what came; resolved when it is kept. An empty one (some recorders send them) is nothing.
   * @param {ArrayBuffer | Bytes} bytes
   */
  async add(bytes) {
    const whole = joined([bytes]);
    /** @type {Promise<void>[]} */
    const kept = [];
    for (let at = 0; at < whole.length; at += PART_MAX) kept.push(this.#part(whole.subarray(at, at + PART_MAX)));
    await Promise.all(kept);
  }

  /**
   * It stays: its op is written. Gives the op.
   * @param {AboutAttachment} about
   */
  async keep({ page, id, ...about }) {
    if (this.#attached.parts === 0) throw new Trouble("nothing_recorded");
    const bytes = joined(this.#bytes);
    const digest = await sha256(this.writing.crypto, bytes);
    const attached = { ...this.#attached, kept: true };
    const fields = keptFields(attached, { page, id: id ?? this.writing.newId(), ...about }, digest);
    this.#bytes = [];
    return this.session.addWith(attached.kind, fields, { attached });
  }

  /** It is really gone: its parts are deleted, and it is never handed in. */
  async throwAway() {
    this.#bytes = [];
    await this.session.throwAway(this.id);
  }

  /** @param {Bytes} bytes */
  #part(bytes) {
    const { crypto, keeper, now } = this.writing;
    const key = this.writing.mustKey();
    this.#attached = { ...this.#attached, parts: this.#attached.parts + 1, to: now() };
    this.#bytes.push(bytes);
    const attached = this.#attached;
    const where = { session: keeper.id, attachment: attached.id, n: attached.parts };
    const entry = seal(crypto, key, bytes, place.part(where.session, where.attachment, where.n))
      .then((sealed) => ({ part: { ...where, ...sealed }, attached }));
    return keeper.put(entry);
  }
}

/**
 * The fields of the op of an attachment.
 * @param {Attached} attached
 * @param {AboutAttachment} about
 * @param {string} digest
 */
export function keptFields({ id, type, page }, about, digest) {
  return { page, ...withoutUndefined(about), attachment: id, type, sha256: digest };
}

/** @param {object} fields */
function withoutUndefined(fields) {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
