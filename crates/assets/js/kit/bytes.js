// Bytes and their names, as the tablet and the office both write them: base64url without padding, lower-case hex,
// big-endian numbers, UUIDv7. Chance and the time are always given, never taken.

/** @typedef {Uint8Array<ArrayBuffer>} Bytes */

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** @param {string} text @returns {Bytes} */
export function utf8(text) {
  return encoder.encode(text);
}

/** @param {ArrayBuffer | Bytes} bytes */
export function text(bytes) {
  return decoder.decode(bytes);
}

/** One after the other, in an ArrayBuffer of their own. @param {(ArrayBuffer | Bytes)[]} parts */
export function joined(parts) {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part instanceof ArrayBuffer ? new Uint8Array(part) : part, at);
    at += part.byteLength;
  }
  return whole;
}

/** These bytes and no others of the buffer they stand in: what IndexedDB is given. @param {Bytes} bytes */
export function buffer(bytes) {
  return bytes.slice().buffer;
}

/** A number in four bytes, the greatest first. @param {number} value */
export function u32(value) {
  const four = new Uint8Array(4);
  new DataView(four.buffer).setUint32(0, value);
  return four;
}

/** @param {ArrayBuffer | Bytes} bytes */
export function hex(bytes) {
  return Array.from(new Uint8Array(bytes), (one) => one.toString(16).padStart(2, "0")).join("");
}

/** @param {ArrayBuffer | Bytes} bytes */
export function base64url(bytes) {
  const letters = Array.from(new Uint8Array(bytes), (one) => String.fromCharCode(one)).join("");
  return btoa(letters).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** @param {string} written @returns {Bytes} */
export function fromBase64url(written) {
  const letters = atob(written.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
}

/** The SHA-256, in hex. @param {Crypto} crypto @param {ArrayBuffer | Bytes} bytes */
export async function sha256(crypto, bytes) {
  return hex(await crypto.subtle.digest("SHA-256", bytes));
}

/** An id that sorts by when it was made. @param {Crypto} crypto @param {number} now  milliseconds since 1970 */
export function uuid7(crypto, now) {
  const id = crypto.getRandomValues(new Uint8Array(16));
  const view = new DataView(id.buffer);
  view.setUint16(0, Math.floor(now / 2 ** 32));
  view.setUint32(2, now % 2 ** 32);
  view.setUint8(6, 0x70 | (view.getUint8(6) & 0x0f));
  view.setUint8(8, 0x80 | (view.getUint8(8) & 0x3f));
  return hex(id).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
