// What may be told of a session to anybody who holds the tablet: its state and its times. No name.

/**
 * @typedef {object} Listed
 * @property {string} id
 * @property {"open" | "sealed" | "sending" | "received" | "trouble"} state
 * @property {number} began_at      milliseconds since 1970
 * @property {number | null} sealed_at
 * @property {number | null} received_at
 * @property {boolean} finished     sealed by its last op, not by time or loss of the key
 * @property {boolean} can_resume   open, and the PIN still opens it
 * @property {string | null} code   to tell the office, where `state` is `trouble`
 * @property {boolean} nag          not in the record for 72 hours
 */

const HOUR_MS = 3_600_000;

/** A session not finished in this time is sealed as it is; one that is not in the record by then is spoken of. */
const TOO_LONG_MS = 72 * HOUR_MS;

/** What is left of a session in the record is told for so long. */
const TOMBSTONE_MS = 30 * 24 * HOUR_MS;

/** @param {import("./rows.js").SessionRow} row @param {number} now @returns {Listed} */
export function listed(row, now) {
  const { id, state, began_at, sealed_at = null, received_at = null, finished = false, wraps, trouble = null } = row;
  return {
    id, began_at, sealed_at, received_at, finished,
    state: trouble && state !== "received" ? "trouble" : state,
    can_resume: state === "open" && wraps.b !== null,
    code: trouble,
    nag: state !== "received" && now - began_at > TOO_LONG_MS,
  };
}

/**
 * What is to be done with a session that nobody is at: sealed as it stands, since nobody can or will go on; emptied,
 * since the office has it and the kit was opened again; forgotten, since that was long ago.
 * @param {import("./rows.js").SessionRow} row
 * @param {number} now
 * @param {boolean} opening
 * @returns {"seal" | "empty" | "forget" | "leave"}
 */
export function fateOf({ state, wraps, began_at, received_at, emptied }, now, opening) {
  if (state === "open") return !wraps.b || now - began_at > TOO_LONG_MS ? "seal" : "leave";
  if (state !== "received") return "leave";
  if (!emptied) return opening ? "empty" : "leave";
  return now - (received_at ?? now) > TOMBSTONE_MS ? "forget" : "leave";
}
