// When the tablet dims, puts the worker's side away or locks. Nothing here looks at a clock or a screen: it is told
// what happens and when, and says how things stand, so that every rule can be tried without waiting.
//
//   side      nothing touched                        out of sight for 60 s
//   worker    2 minutes: locked                      locked
//   tray      2 minutes: the tray closes             locked
//   child     1 minute: dim, never locked            locked
//
// A child who looks out of the window for ten minutes finds the page as it was left. Deliberately absent: warnings
// that count down, which hurry, and unlocking, which is the PIN's alone.

export const WORKER_IDLE_MS = 120_000;
export const CHILD_DIM_MS = 60_000;
export const HIDDEN_MS = 60_000;

/**
 * @typedef {"worker" | "tray" | "child"} Side  whose side is in front; the tray is the worker's beside the child's
 */
/** @typedef {"open" | "dim" | "close_tray" | "locked"} Stand */

export class Idle {
  /** @type {Side} */ #side = "worker";
  /** @type {number | null} */ #hiddenAt = null;
  #touchedAt;
  #locked = false;

  /** @param {number} now  milliseconds, by the clock that every other call uses */
  constructor(now) {
    this.#touchedAt = now;
  }

  /**
   * Whose side is in front from now on.
   * @param {Side} side
   * @param {number} now
   */
  show(side, now) {
    this.look(now);
    this.#side = side;
    this.#touchedAt = now;
  }

  /**
   * Somebody touched, typed or drew. What is locked stays locked.
   * @param {number} now
   */
  touch(now) {
    this.look(now);
    this.#touchedAt = now;
  }

  /**
   * The tablet was put down, another program is in front, or the screen went dark.
   * @param {number} now
   */
  hide(now) {
    this.look(now);
    this.#hiddenAt ??= now;
  }

  /**
   * It is in sight again.
   * @param {number} now
   */
  reveal(now) {
    this.look(now);
    this.#hiddenAt = null;
    this.#touchedAt = now;
  }

  /** Locked by hand, or because the keys are gone for another reason. */
  lock() {
    this.#locked = true;
  }

  /**
   * The PIN was right.
   * @param {number} now
   */
  unlock(now) {
    this.#locked = false;
    this.#hiddenAt = null;
    this.#touchedAt = now;
  }

  /**
   * How things stand. A clock that was put back while the tablet was out of sight says nothing about how long that
   * was:
   * then it locks.
   * @param {number} now
   * @returns {Stand}
   */
  look(now) {
    if (!this.#locked && this.#overdue(now)) this.#locked = true;
    if (this.#locked) return "locked";
    const still = now - this.#touchedAt;
    if (this.#side === "tray" && still >= WORKER_IDLE_MS) return "close_tray";
    return this.#side !== "worker" && still >= CHILD_DIM_MS ? "dim" : "open";
  }

  /**
   * After how many milliseconds it is worth looking again; null while it is locked.
   * @param {number} now
   */
  next(now) {
    if (this.look(now) === "locked") return null;
    const still = now - this.#touchedAt;
    const waits =
      this.#side === "child"
        ? [CHILD_DIM_MS - still]
        : this.#side === "tray"
          ? [CHILD_DIM_MS - still, WORKER_IDLE_MS - still]
          : [WORKER_IDLE_MS - still];
    if (this.#hiddenAt !== null) waits.push(this.#hiddenAt + HIDDEN_MS - now);
    const ahead = waits.filter((wait) => wait > 0);
    return ahead.length ? Math.min(...ahead) : WORKER_IDLE_MS;
  }

  /** @param {number} now */
  #overdue(now) {
    if (this.#hiddenAt !== null && (now < this.#hiddenAt || now - this.#hiddenAt >= HIDDEN_MS)) return true;
    return this.#side === "worker" && now - this.#touchedAt >= WORKER_IDLE_MS;
  }
}
