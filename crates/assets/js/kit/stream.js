// What is handed in of a session: its sealed records one after the other, cut into chunks, and the manifest that
// names every chunk by its digest. Made of ciphertext alone: no key is needed. The same records give the same bytes
// each time, so nothing of it has to be kept.
import { joined, sha256, u32 } from "./bytes.js";

/** @typedef {import("./bytes.js").Bytes} Bytes */
/** @typedef {import("./rows.js").SessionRow} SessionRow */

/** No chunk is longer. */
export const CHUNK_MAX = 1024 * 1024;

/** One sealed record or part, with its number. @typedef {{n: number, iv: ArrayBuffer, sealed: ArrayBuffer}} Framed */

/** How the sealed records and parts of one session are read; always the same ones.
 * @typedef {{records: () => Promise<Framed[]>, parts: (attachment: string) => Promise<Framed[]>}} Reading */

/** What a stream amounts to. @typedef {{bytes: number, chunks: string[]}} Summary */

/** @typedef {object} Manifest
 * @property {1} v
 * @property {string} session
 * @property {string} device
 * @property {string} build
 * @property {number} sealed_at
 * @property {boolean} finished
 * @property {Summary & {count: number}} ops
 * @property {(Summary & {id: string, kind: "sound" | "photo", page?: string, parts: number})[]} attachments
 * @property {import("./seal.js").WrapA} wrap
 */

/** @param {Framed} framed */
function frame({ n, iv, sealed }) {
  return joined([u32(4 + iv.byteLength + sealed.byteLength), u32(n), iv, sealed]);
}

/**
 * The stream in chunks. A chunk ends before the record that would take it past its limit.
 * @param {Framed[]} all
 * @returns {Bytes[]}
 */
export function chunksOf(all) {
  /** @type {Bytes[][]} */
  const chunks = [];
  let room = 0;
  for (const bytes of all.map(frame)) {
    if (bytes.length > room || chunks.length === 0) {
      chunks.push([]);
      room = CHUNK_MAX;
    }
    chunks.at(-1)?.push(bytes);
    room -= bytes.length;
  }
  return chunks.map(joined);
}

/**
 * @param {Crypto} crypto
 * @param {Framed[]} all
 * @returns {Promise<Summary>}
 */
async function summaryOf(crypto, all) {
  const chunks = chunksOf(all);
  const bytes = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
  return { bytes, chunks: await Promise.all(chunks.map((chunk) => sha256(crypto, chunk))) };
}

/**
 * The manifest of a session as it stands, as it is handed in.
 * @param {Crypto} crypto
 * @param {SessionRow} row
 * @param {string} device  its id
 * @param {Reading} reading
 */
export async function manifestOf(crypto, row, device, reading) {
  const records = await reading.records();
  const attachments = [];
  for (const { id, kind, kept, page } of row.attachments) {
    const parts = await reading.parts(id);
    // One that broke off with the kit has no op: the office is told on which page it was made.
    const on = kept || page === null ? {} : { page };
    attachments.push({ id, kind, ...on, parts: parts.length, ...await summaryOf(crypto, parts) });
  }
  /** @type {Manifest} */
  const manifest = {
    v: 1, session: row.id, device, build: row.build, sealed_at: row.sealed_at ?? row.began_at,
    finished: row.finished ?? false, ops: { count: records.length, ...await summaryOf(crypto, records) },
    attachments, wrap: row.wraps.a,
  };
  return JSON.stringify(manifest);
}

/**
 * Every chunk that a manifest names, each read when it is asked for.
 * @param {Manifest} manifest
 * @param {Reading} reading
 * @returns {Map<string, () => Promise<Bytes | undefined>>}
 */
export function chunksByName(manifest, reading) {
  // Streams are long: only the one that was read last is in memory.
  /** @type {{of: string | null, cut: Promise<Bytes[]>}} */
  let last = { of: null, cut: Promise.resolve([]) };
  /** @param {string} of @param {() => Promise<Framed[]>} read @param {number} at */
  const chunk = async (of, read, at) => {
    if (last.of !== of) last = { of, cut: read().then(chunksOf) };
    return (await last.cut)[at];
  };
  const streams = [
    { id: "ops", read: reading.records, chunks: manifest.ops.chunks },
    ...manifest.attachments.map(({ id, chunks }) => ({ id, read: () => reading.parts(id), chunks })),
  ];
  return new Map(streams.flatMap(({ id, read, chunks }) =>
    chunks.map((name, at) => [name, () => chunk(id, read, at)])));
}
