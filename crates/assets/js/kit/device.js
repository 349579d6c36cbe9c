// What the tablet is to its office: what it was told when it joined, and its two tokens. The one that hands in lies in
// clear, so that handing in needs nobody; by it the office tells no name. The one that fetches the children taken
// along lies under the vault's key alone: whoever copies the browser's profile has it no more than the packs.
import { text, utf8 } from "./bytes.js";
import { Refused, Unreached } from "./calls.js";
import { open, place, seal } from "./seal.js";
import { Trouble } from "./trouble.js";

/** @typedef {import("./rows.js").DeviceRow} DeviceRow */

/**
 * The tablet as it is kept, of what the office answered when it joined.
 * @param {Crypto} crypto
 * @param {CryptoKey} vault
 * @param {any} given
 * @param {number} clock_fast
 * @returns {Promise<DeviceRow>}
 */
export async function deviceOf(crypto, vault, given, clock_fast) {
  const { device: id, token, packs_token: clear, name, until, worker, office, sealing, receipts } = given;
  const packs_token = clear ? await seal(crypto, vault, utf8(clear), place.token(id)) : null;
  return { id, token, packs_token, name, until, worker, office, sealing, receipts, lost: false, clock_fast };
}

/**
 * The token that fetches packs; none where it joined before there were two, or when it forgot.
 * @param {Crypto} crypto
 * @param {CryptoKey} vault
 * @param {DeviceRow} device
 */
export async function packsTokenOf(crypto, vault, { id, packs_token }) {
  if (!packs_token) return null;
  return open(crypto, vault, packs_token, place.token(id)).then(text, () => null);
}

/** Why the office was not joined, by a name that a screen has words for. @param {unknown} why */
export function joinTrouble(why) {
  if (why instanceof Unreached) return new Trouble("offline", why);
  if (!(why instanceof Refused)) return why;
  return new Trouble(why.status < 500 && why.status !== 429 ? "code_refused" : "office", why);
}
