// Whether a receipt is the office's own, for this very bundle. Nothing is deleted on the word of any other.
import { fromBase64url, sha256, utf8 } from "./bytes.js";

/** `at` is the office's clock.
 * @typedef {{bundle: string, manifest: string, device: string, at: string | number, key: string,
 *   signature: string}} Receipt */

/**
 * @param {Crypto} crypto
 * @param {any} receipt   as it came
 * @param {{session: string, manifest: string, device: string}} handedIn  `manifest` as it was handed in
 * @param {import("./seal.js").OfficeKey} key  the office's, kept when the tablet joined
 */
export async function isReceiptFor(crypto, receipt, handedIn, key) {
  const { bundle, manifest, device, at, signature } = receipt;
  const ours = bundle === handedIn.session && device === handedIn.device && receipt.key === key.id
    && manifest === await sha256(crypto, utf8(handedIn.manifest));
  if (!ours || typeof signature !== "string") return false;
  const curve = { name: "ECDSA", namedCurve: "P-256" };
  const office = await crypto.subtle.importKey("raw", fromBase64url(key.key), curve, false, ["verify"]);
  const signed = utf8(`kith receipt 1\n${bundle}\n${manifest}\n${device}\n${at}`);
  return crypto.subtle.verify({ name: "ECDSA", hash: "SHA-256" }, office, bytesOf(signature), signed);
}

/** @param {string} written */
function bytesOf(written) {
  try { return fromBase64url(written); } catch { return new Uint8Array(0); }
}
