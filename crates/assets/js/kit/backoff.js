// How long to wait before the office is asked again: longer each time, up to a quarter of an hour, and by chance a
// little apart, so that a hundred tablets do not come back in the same second.

const FIRST_MS = 10_000;
const LONGEST_MS = 15 * 60_000;
const SHORTEST_MS = 5000;

/**
 * Milliseconds: from 5 seconds to 15 minutes.
 * @param {number} failed  tries in a row that failed, from 1
 * @param {number} chance  from 0 to 1
 */
export function waitAfter(failed, chance) {
  const whole = Math.min(FIRST_MS * 2 ** (failed - 1), LONGEST_MS);
  return Math.max(SHORTEST_MS, whole / 2 + chance * whole / 2);
}

/** When it may be tried again, by a clock that only goes forward. */
export class Backoff {
  #failed = 0;
  #notBefore = -Infinity;
  #askedToWait = -Infinity;

  /** @param {() => number} clock @param {() => number} chance */
  constructor(clock, chance) {
    this.clock = clock;
    this.chance = chance;
  }

  get due() {
    return this.clock() >= Math.max(this.#notBefore, this.#askedToWait);
  }

  /** @param {number} askedMs  how long the office asked to be left alone; 0 where it did not */
  failed(askedMs) {
    this.#failed += 1;
    this.#notBefore = this.clock() + waitAfter(this.#failed, this.chance());
    this.#askedToWait = this.clock() + askedMs;
  }

  /** There is reason to think that it goes now; what the office asked still holds. */
  hope() {
    this.#failed = 0;
    this.#notBefore = -Infinity;
  }

  went() {
    this.hope();
    this.#askedToWait = -Infinity;
  }
}
