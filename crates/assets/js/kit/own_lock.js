// The tablet's own lock: a face, a finger or its passcode, asked for by the machine and not by us. Where the browser can
// make a secret of it (WebAuthn's `prf`), that secret is part of the vault's key: whoever copies all that the browser
// keeps can then try PINs as long as they like. What lies here of it, an id and a salt, is no secret.
import { buffer } from "./bytes.js";
import { nameOf, Trouble } from "./trouble.js";

/** @typedef {import("./bytes.js").Bytes} Bytes */
/** @typedef {import("./world.js").World} World */
/** @typedef {{id: ArrayBuffer, salt: ArrayBuffer}} OwnLock */

/** As a credential of this kind is named: ES256, then RS256 for older machines. */
const KINDS = [-7, -257];

/** An address that is a number, or a browser that knows no such lock: it will not answer the next time either. */
const NEVER = new Set(["SecurityError", "NotSupportedError", "ConstraintError"]);

/** How long the machine may ask. */
const PATIENCE_MS = 120_000;

/** Whether this tablet has a lock that can be asked. Whether it gives a secret shows when it is.
 * @param {Pick<World, "credentials" | "ownLock">} world */
export async function canAskOwnLock({ credentials, ownLock }) {
  if (!credentials || !ownLock) return false;
  return ownLock().catch(() => false);
}

/**
 * Asks the lock for the first time. Null where it gives no secret: then it guards nothing, and the PIN stands alone.
 * @param {Pick<World, "credentials" | "crypto">} world
 * @returns {Promise<{lock: OwnLock, secret: Bytes} | null>}
 */
export async function newOwnLock({ credentials, crypto }) {
  const salt = buffer(crypto.getRandomValues(new Uint8Array(32)));
  const made = await asking(() => credentials?.create({
    publicKey: {
      rp: { name: "Kith" },
      // Nobody's name: it stands in the tablet's own list of keys.
      user: { id: random(crypto, 16), name: "Kith", displayName: "Kith" },
      challenge: random(crypto, 32),
      pubKeyCredParams: KINDS.map((alg) => ({ type: "public-key", alg })),
      authenticatorSelection: { authenticatorAttachment: "platform", userVerification: "required" },
      timeout: PATIENCE_MS,
      extensions: { prf: { eval: { first: salt } } },
    },
  }));
  const { enabled, results } = made.getClientExtensionResults().prf ?? {};
  if (!enabled && !results) return null;
  const lock = { id: made.rawId, salt };
  // Some machines give the secret only when they are asked again.
  const secret = results ? bytesOf(results.first) : await askOwnLock({ credentials, crypto }, lock);
  return { lock, secret };
}

/**
 * Asks the lock again: the same secret each time.
 * @param {Pick<World, "credentials" | "crypto">} world
 * @param {OwnLock} lock
 */
export async function askOwnLock({ credentials, crypto }, { id, salt }) {
  const shown = await asking(() => credentials?.get({
    publicKey: {
      challenge: random(crypto, 32),
      allowCredentials: [{ type: "public-key", id, transports: ["internal"] }],
      userVerification: "required",
      timeout: PATIENCE_MS,
      extensions: { prf: { eval: { first: salt } } },
    },
  }));
  const secret = shown.getClientExtensionResults().prf?.results?.first;
  if (!secret) throw new Trouble("own_lock");
  return bytesOf(secret);
}

/** A lock that was not opened is a trouble. @param {() => Promise<Credential | null> | undefined} ask */
async function asking(ask) {
  try {
    const answer = await ask();
    if (answer) return /** @type {PublicKeyCredential} */ (answer);
  } catch (why) {
    throw new Trouble(NEVER.has(nameOf(why)) ? "no_own_lock" : "own_lock", why);
  }
  throw new Trouble("own_lock");
}

/** @param {Crypto} crypto @param {number} length */
function random(crypto, length) {
  return crypto.getRandomValues(new Uint8Array(length));
}

/** @param {BufferSource} given @returns {Bytes} */
function bytesOf(given) {
  if (given instanceof ArrayBuffer) return new Uint8Array(given);
  const { buffer: whole, byteOffset, byteLength } = /** @type {ArrayBufferView} */ (given);
  return new Uint8Array(whole, byteOffset, byteLength).slice();
}
