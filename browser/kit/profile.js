// The files of a browser's profile, read as far as they can be: raw, and what LevelDB holds in them put together again
// from its blocks and unpacked: a word that was packed, or cut in two by a block, would not be found in the raw file.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { isIn } from "./faults.js";

/**
 * Which of these words stand in any file below the folder, in utf-8, latin-1 or utf-16.
 * @param {string} folder
 * @param {string[]} words
 */
export function wordsInFiles(folder, words) {
  const files = readdirSync(folder, { recursive: true }).map((name) => join(folder, String(name)));
  const found = new Set();
  for (const file of files.filter((name) => statSync(name, { throwIfNoEntry: false })?.isFile())) {
    for (const bytes of readings(file)) {
      for (const word of words) if (isIn(bytes, word)) found.add(word);
    }
  }
  return [...found].toSorted();
}

/** Every way in which a file can be read. @param {string} file @returns {Buffer[]} */
function readings(file) {
  const raw = readFileSync(file);
  const whole = [raw, ...(file.endsWith(".log") ? [logRecords(raw)] : []), ...(file.endsWith(".ldb") ? tableBlocks(raw) : [])];
  return whole.flatMap((bytes) => [bytes, ...packedValues(bytes)]);
}

const LOG_BLOCK = 32_768;
const LOG_HEADER = 7;

/** A log's records without what stands between their pieces. @param {Buffer} raw */
function logRecords(raw) {
  const pieces = [];
  for (let at = 0; at + LOG_HEADER <= raw.length;) {
    const left = LOG_BLOCK - (at % LOG_BLOCK);
    const length = left < LOG_HEADER ? 0 : raw.readUInt16LE(at + 4);
    if (left >= LOG_HEADER) pieces.push(raw.subarray(at + LOG_HEADER, at + LOG_HEADER + length));
    at += left < LOG_HEADER ? left : LOG_HEADER + length;
  }
  return Buffer.concat(pieces);
}

const FOOTER = 48;

/** A table's blocks, unpacked. @param {Buffer} raw @returns {Buffer[]} */
function tableBlocks(raw) {
  const footer = { bytes: raw, at: raw.length - FOOTER };
  const [, , offset, size] = [varint(footer), varint(footer), varint(footer), varint(footer)];
  const index = block(raw, offset ?? 0, size ?? 0);
  /** @type {Buffer[]} */
  const blocks = [];
  const end = index.length - 4 - 4 * index.readUInt32LE(index.length - 4);
  for (const entry = { bytes: index, at: 0 }; entry.at < end;) {
    varint(entry);
    const [key, value] = [varint(entry), varint(entry)];
    entry.at += key;
    const handle = { bytes: index, at: entry.at };
    blocks.push(block(raw, varint(handle), varint(handle)));
    entry.at += value;
  }
  return blocks;
}

/** @param {Buffer} raw @param {number} offset @param {number} size */
function block(raw, offset, size) {
  const bytes = raw.subarray(offset, offset + size);
  return raw[offset + size] === 1 ? unpacked(bytes, 0) ?? bytes : bytes;
}

/** How Chromium begins a value that it has packed. */
const PACKED = Buffer.from([0xff, 0x11, 0x02]);

/** The values in it that the browser has packed, unpacked. @param {Buffer} bytes */
function packedValues(bytes) {
  /** @type {Buffer[]} */
  const values = [];
  for (let at = bytes.indexOf(PACKED); at >= 0; at = bytes.indexOf(PACKED, at + 1)) {
    const value = unpacked(bytes, at + PACKED.length);
    if (value) values.push(value);
  }
  return values;
}

/** @param {{bytes: Buffer, at: number}} from */
function varint(from) {
  let value = 0;
  for (let shift = 1; ; shift *= 128) {
    const one = from.bytes[from.at] ?? 0;
    from.at += 1;
    value += (one & 127) * shift;
    if (one < 128) return value;
  }
}

/** What Snappy packed, from a place on; undefined where it is none. @param {Buffer} bytes @param {number} start */
function unpacked(bytes, start) {
  const from = { bytes, at: start };
  const length = varint(from);
  if (length > 2 ** 26) return undefined;
  const whole = Buffer.alloc(length);
  for (let to = 0; to < length;) {
    const { size, back } = element(from);
    if (to + size > length || back > to || from.at > bytes.length) return undefined;
    for (let at = 0; at < size; at += 1) {
      const one = back > 0 ? whole[to + at - back] : bytes[from.at + at];
      whole[to + at] = one ?? 0;
    }
    if (back === 0) from.at += size;
    to += size;
  }
  return whole;
}

/** A literal (`back` 0) or a copy of what stands so far back. @param {{bytes: Buffer, at: number}} from */
function element(from) {
  const tag = from.bytes[from.at] ?? 0;
  from.at += 1;
  const more = (/** @type {number} */ count) => {
    let value = 0;
    for (let at = 0; at < count; at += 1) value += (from.bytes[from.at + at] ?? 0) * 256 ** at;
    from.at += count;
    return value;
  };
  const high = tag >> 2;
  if ((tag & 3) === 0) return { size: (high < 60 ? high : more(high - 59)) + 1, back: 0 };
  if ((tag & 3) === 1) return { size: (high & 7) + 4, back: (tag >> 5) * 256 + more(1) };
  return { size: high + 1, back: more((tag & 3) === 2 ? 2 : 4) };
}
