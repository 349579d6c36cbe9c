// What the PIN opens. The vault's key is made of the PIN, of a key that this tablet cannot give away and, where the
// worker chose so, of the secret behind the tablet's own lock; it lies nowhere. Every try is counted before it is made,
// so that pulling the plug wins no tries. The PIN is never the only wall: see docs/kit.md.
import { buffer, joined, utf8 } from "./bytes.js";
import { askOwnLock, newOwnLock } from "./own_lock.js";
import { open, place, seal, wrappingKey } from "./seal.js";
import { answerOf } from "./store.js";
import { Trouble } from "./trouble.js";

/** @typedef {import("./store.js").Store} Store */
/** @typedef {import("./seal.js").Sealed} Sealed */
/** @typedef {import("./bytes.js").Bytes} Bytes */
/** @typedef {import("./own_lock.js").OwnLock} OwnLock */
/** @typedef {import("./world.js").World} World */

/** @typedef {object} VaultRow
 * @property {ArrayBuffer} salt
 * @property {number} rounds
 * @property {CryptoKey} hmac    of this tablet alone; not extractable
 * @property {OwnLock | null} [own_lock]  the tablet's own lock, where its secret is part of the key
 * @property {Sealed} check      opens with the right PIN and with no other
 * @property {number} wrong      tries since the last right one, with the one that is being made
 */

/** So many wrong PINs, and the tablet forgets what it could read. */
export const TRIES = 10;

const ROUNDS = 600_000;
const CHECK = "kith kit";

/** Whether it is a PIN that a vault takes: six digits or more. @param {string} pin */
export function mustBePin(pin) {
  if (!/^\d{6,}$/.test(pin)) throw new Trouble("pin_short");
}

/**
 * A new vault and its key. Nothing is written.
 * @param {Pick<World, "crypto" | "credentials">} world
 * @param {string} pin
 * @param {boolean} askToo  asks the tablet's own lock as well; where that gives no secret, the PIN stands alone
 * @returns {Promise<{row: VaultRow, key: CryptoKey}>}
 */
export async function newVault(world, pin, askToo) {
  const { crypto } = world;
  const own = askToo ? await newOwnLock(world) : null;
  const salt = buffer(crypto.getRandomValues(new Uint8Array(16)));
  const hmac = await crypto.subtle.generateKey({ name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  const made = { salt, rounds: ROUNDS, hmac };
  const key = await keyFrom(crypto, pin, made, own?.secret);
  const check = await seal(crypto, key, utf8(CHECK), place.check());
  return { row: { ...made, own_lock: own?.lock ?? null, check, wrong: 0 }, key };
}

/**
 * @param {Crypto} crypto
 * @param {string} pin
 * @param {Pick<VaultRow, "salt" | "rounds" | "hmac">} made
 * @param {Bytes} [secret]  of the tablet's own lock
 */
async function keyFrom(crypto, pin, { salt, rounds, hmac }, secret) {
  const typed = await crypto.subtle.importKey("raw", utf8(pin), "PBKDF2", false, ["deriveBits"]);
  const how = { name: "PBKDF2", hash: "SHA-256", salt, iterations: rounds };
  const stretched = await crypto.subtle.deriveBits(how, typed, 256);
  const ofTablet = await crypto.subtle.sign("HMAC", hmac, salt);
  const parts = secret ? [stretched, ofTablet, secret] : [stretched, ofTablet];
  return wrappingKey(crypto, joined(parts), "kith kit 1|vault");
}

/**
 * Tries a PIN. Where the tablet's own lock is part of the key it is asked first; a lock that does not open costs no try,
 * since nothing can be tried without it.
 * @param {Store} store
 * @param {Pick<World, "crypto" | "credentials">} world
 * @param {string} pin
 * @returns {Promise<{key: CryptoKey} | {left: number}>}  left 0: no more tries, and whatever the vault could
 *   read is to be forgotten now
 */
export async function tryPin(store, world, pin) {
  const { crypto } = world;
  const lock = (await vaultOf(store))?.own_lock;
  const secret = lock ? await askOwnLock(world, lock) : undefined;
  const row = await count(store);
  if (!row || row.wrong > TRIES) return { left: 0 };
  const key = await keyFrom(crypto, pin, row, secret);
  const right = await open(crypto, key, row.check, place.check()).then(() => true, () => false);
  if (!right) return { left: TRIES - row.wrong };
  await store.writing(["vault"], async ({ vault }) => {
    await answerOf(vault.put({ ...row, wrong: 0 }, "vault"));
  });
  return { key };
}

/** @param {Store} store @returns {Promise<VaultRow | undefined>} */
function vaultOf(store) {
  return store.reading(["vault"], ({ vault }) => answerOf(vault.get("vault")));
}

/** Counts one try more, on the disk, and gives the vault as it is then. @param {Store} store */
function count(store) {
  return store.writing(["vault"], async ({ vault }) => {
    /** @type {VaultRow | undefined} */
    const row = await answerOf(vault.get("vault"));
    if (!row) return null;
    const counted = { ...row, wrong: row.wrong + 1 };
    await answerOf(vault.put(counted, "vault"));
    return counted;
  });
}
