// What can go wrong on a tablet, each by a name that a screen has words for, and the short code that somebody
// reads out to the office. Nothing here is shown as it stands.

/**
 * - `locked`: the PIN is needed first.
 * - `not_enrolled`, `already_enrolled`, `code_refused`, `pin_short`: joining the office.
 * - `own_lock`: the tablet's own lock was not opened. `no_own_lock`: it cannot be asked here.
 * - `no_room`: less than 200 MB free; said before a session begins, never while one is written.
 * - `full`: the tablet had no room for what was just added. It is held in memory and tried again.
 * - `not_kept`: it could not be written for another reason. It is held in memory and tried again.
 * - `elsewhere`: this session is open in another window.
 * - `ended`: this session is sealed, or unknown here.
 * - `only_office`: the tablet has no key to it any more.
 * - `too_long`: one op has more bytes than can be handed in as one.
 * - `nothing_recorded`: a sound or a photo without a byte.
 * - `no_database`: this browser keeps nothing (a private window).
 * - `offline`, `office`: the office was not reached, or answered with trouble of its own.
 * @typedef {"locked" | "not_enrolled" | "already_enrolled" | "code_refused" | "pin_short" | "own_lock"
 *   | "no_own_lock" | "no_room" | "full"
 *   | "not_kept" | "elsewhere" | "ended" | "only_office" | "too_long" | "nothing_recorded" | "no_database"
 *   | "offline" | "office"} What
 */

/** An error with a name that a screen has words for. */
export class Trouble extends Error {
  /** @param {What} what @param {unknown} [cause] */
  constructor(what, cause) {
    super(what, { cause });
    this.name = "Trouble";
    /** @type {What} */
    this.what = what;
  }
}

/** The trouble that a failed write is, whatever the database called it. @param {unknown} why */
export function notKept(why) {
  if (why instanceof Trouble) return why;
  const name = nameOf(why);
  if (name === "QuotaExceededError") return new Trouble("full", why);
  return new Trouble("not_kept", why);
}

/** @param {unknown} why */
export function nameOf(why) {
  return typeof why === "object" && why !== null && "name" in why ? String(why.name) : "";
}

/** Letters that nobody mistakes for one another when they are read out. */
const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** What happened, as the first sign of a code. Any other refusal is 7. @type {Record<number, string>} */
const SIGNS = { 401: "1", 403: "1", 409: "9", 413: "3", 422: "2" };

/** A receipt that the office's key did not sign, as the first sign of a code. */
export const NOT_SIGNED = 0;

/**
 * A code such as 7K2: what happened, then the end of the session's id, by which the office finds the rest.
 * @param {string} session  its id
 * @param {number} status   how the office answered, or NOT_SIGNED
 */
export function codeFor(session, status) {
  const end = parseInt(session.slice(-3), 16) % 1024;
  const first = status === NOT_SIGNED ? "6" : SIGNS[status] ?? "7";
  return first + LETTERS.charAt(end >> 5) + LETTERS.charAt(end & 31);
}
