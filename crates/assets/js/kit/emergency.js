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
 * A session as it will be when what is still in memory is kept.
 * @param {SessionRow} row
 * @param {Reading} reading
 * @param {Entry[]} waiting
 * @returns {{row: SessionRow, reading: Reading}}
 */
export function withWaiting(row, reading, waiting) {
  const dropped = new Set(waiting.map(({ drop }) => drop));
  const newest = new Map(row.attachments.map((one) => [one.id, one]));
  for (const { attached } of waiting) if (attached) newest.set(attached.id, attached);
  const attachments = [...newest.values()].filter(({ id }) => !dropped.has(id));
  const more = waiting.flatMap(({ record }) => (record ? [{ n: record.seq, ...record }] : []));
  return {
    row: { ...row, attachments },
    reading: {
      records: async () => after(await reading.records(), more),
      parts: async (attachment) => after(await reading.parts(attachment), waiting.flatMap(({ part }) =>
        (part?.attachment === attachment ? [part] : []))),
    },
  };
}

/** What is kept, then what is not kept yet. @param {import("./stream.js").Framed[]} kept @param {import("./stream.js").Framed[]} more */
function after(kept, more) {
  const last = kept.at(-1)?.n ?? 0;
  return [...kept, ...more.filter(({ n }) => n > last)];
}
