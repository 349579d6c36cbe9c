// Sealing and opening one thing, and a session's key wrapped to the office. AES-GCM with 256 bits and a new random
// iv each time; what is sealed is bound to where it belongs, so that nothing can be put in another's place.
import { base64url, buffer, fromBase64url, utf8 } from "./bytes.js";

/** @typedef {import("./bytes.js").Bytes} Bytes */

/** What is written of a sealed thing. @typedef {{iv: ArrayBuffer, sealed: ArrayBuffer}} Sealed */

/** A key of the office, as it was given when the tablet joined: its id and a raw P-256 point in base64url.
 * @typedef {{id: string, key: string}} OfficeKey */

/** A session's key, wrapped to the office; each value but the ids in base64url.
 * `device`: the tablet on which it began, bound in; a session of an older kit has none.
 * @typedef {{key: string, epk: string, iv: string, sealed: string, device?: string}} WrapA */

/** Where things belong, as it is bound into them. */
export const place = {
  /** @param {string} session @param {number} seq */
  op: (session, seq) => `${session}|${seq}|op`,
  /** @param {string} session @param {string} attachment @param {number} n */
  part: (session, attachment, n) => `${session}|${attachment}|${n}|part`,
  /** The session's key under the vault's: wrap B. @param {string} session */
  wrap: (session) => `${session}|wrap`,
  /** The token that fetches packs. @param {string} device */
  token: (device) => `${device}|token`,
  /** The session's key to the office: wrap A. @param {string} session @param {string} device  on which it began */
  office: (session, device) => `${session}|${device}`,
  /** @param {string} pack */
  pack: (pack) => `${pack}|pack`,
  check: () => "vault|check",
  /** What is not kept yet while the kit is locked. */
  aside: () => "vault|aside",
};

/**
 * @param {Crypto} crypto
 * @param {CryptoKey} key
 * @param {Bytes} bytes
 * @param {string} where  one of `place`
 * @returns {Promise<Sealed>}
 */
export async function seal(crypto, key, bytes, where) {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const how = { name: "AES-GCM", iv, additionalData: utf8(where) };
  return { iv: buffer(iv), sealed: await crypto.subtle.encrypt(how, key, bytes) };
}

/**
 * Fails where the key is another, a byte was changed, or it belongs elsewhere.
 * @param {Crypto} crypto
 * @param {CryptoKey} key
 * @param {Sealed} sealed
 * @param {string} where
 */
export async function open(crypto, key, { iv, sealed }, where) {
  const how = { name: "AES-GCM", iv, additionalData: utf8(where) };
  return new Uint8Array(await crypto.subtle.decrypt(how, key, sealed));
}

/** A key for AES-GCM that stays where it is. @param {Crypto} crypto @param {Bytes} raw */
export function keyOf(crypto, raw) {
  return crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt", "decrypt"]);
}

/**
 * Wrap A: the session's key, to the office alone, as this tablet's.
 * @param {Crypto} crypto
 * @param {Bytes} raw  the session's key
 * @param {{session: string, device: string}} of
 * @param {OfficeKey} office
 * @returns {Promise<WrapA>}
 */
export async function wrapToOffice(crypto, raw, { session, device }, office) {
  const curve = { name: "ECDH", namedCurve: "P-256" };
  const theirs = await crypto.subtle.importKey("raw", fromBase64url(office.key), curve, false, []);
  const mine = await crypto.subtle.generateKey(curve, false, ["deriveBits"]);
  const shared = await crypto.subtle.deriveBits({ name: "ECDH", public: theirs }, mine.privateKey, 256);
  const wrapping = await wrappingKey(crypto, shared, `kith kit 1|${session}|${office.id}`);
  const { iv, sealed } = await seal(crypto, wrapping, raw, place.office(session, device));
  const epk = await crypto.subtle.exportKey("raw", mine.publicKey);
  return { key: office.id, epk: base64url(epk), iv: base64url(iv), sealed: base64url(sealed), device };
}

/**
 * The key that HKDF-SHA-256 makes of a secret, without salt.
 * @param {Crypto} crypto
 * @param {ArrayBuffer | Bytes} secret
 * @param {string} info
 */
export async function wrappingKey(crypto, secret, info) {
  const from = await crypto.subtle.importKey("raw", secret, "HKDF", false, ["deriveKey"]);
  const how = { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(0), info: utf8(info) };
  const what = { name: "AES-GCM", length: 256 };
  return crypto.subtle.deriveKey(how, from, what, false, ["encrypt", "decrypt"]);
}
