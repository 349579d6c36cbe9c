// A session as one file, for when the tablet cannot keep or send it: sealed as it is on the tablet, with what is
// still in memory. Only the office can open it. Its form is in docs/kit.md.
import { joined, u32, utf8 } from "./bytes.js";
import { chunksByName, manifestOf } from "./stream.js";

/** @typedef {import("./rows.js").Entry} Entry */
/** @typedef {import("./rows.js").SessionRow} SessionRow */
/** @typedef {import("./stream.js").Reading} Reading */

const BEGINS = "kith kit 1\n";

/**
 * @param {Crypto} crypto
 * @param {SessionRow} row
 * @param {string} device  its id
 * @param {Reading} reading
 * @returns {Promise<ArrayBuffer>}
 */
export async function emergencyFile(crypto, row, device, reading) {
  const written = row.manifest ?? await manifestOf(crypto, row, device, reading);
  const parts = [utf8(BEGINS), ...lengthFirst(utf8(written))];
  for (const read of chunksByName(JSON.parse(written), reading).values()) {
    const chunk = await read();
    if (chunk) parts.push(...lengthFirst(chunk));
  }
  return joined(parts).buffer;
}

/** @param {import("./bytes.js").Bytes} bytes */
function lengthFirst(bytes) {
  return [u32(bytes.length), bytes];
}

/**
 * A session with all that was added in this window, whether or not it could be kept, and whether or not the database
 * can still be read.
 * @param {SessionRow} row
 * @param {Reading} reading
 * @param {{records: import("./rows.js").RecordRow[], given: Entry[]}} window
 * @returns {{row: SessionRow, reading: Reading}}
 */
export function withMemory(row, reading, { records, given }) {
  const dropped = new Set(given.map(({ drop }) => drop));
  const newest = new Map(row.attachments.map((one) => [one.id, one]));
  for (const { attached } of given) if (attached) newest.set(attached.id, attached);
  const attachments = [...newest.values()].filter(({ id }) => !dropped.has(id));
  const ops = [...records, ...given.flatMap(({ record }) => record ?? [])].map((one) => ({ n: one.seq, ...one }));
  const partsOf = (/** @type {string} */ of) => given.flatMap(({ part }) => (part?.attachment === of ? part : []));
  return {
    row: { ...row, attachments },
    reading: {
      records: async () => after(await reading.records().catch(() => []), ops),
      parts: async (of) => after(await reading.parts(of).catch(() => []), partsOf(of)),
    },
  };
}

/**
 * What is kept, then what is not kept yet.
 * @param {import("./stream.js").Framed[]} kept
 * @param {import("./stream.js").Framed[]} more
 */
function after(kept, more) {
  const last = kept.at(-1)?.n ?? 0;
  return [...kept, ...more.filter(({ n }) => n > last)];
}
