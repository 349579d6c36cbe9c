/**
 * The patterns of `question_rules.json`: a row of words to be met in one sentence.
 *
 * | written | met by |
 * |---|---|
 * | `who`, `who\|what` | that word, one of those |
 * | `@kin` | a word of that list or group |
 * | `@kin+` | the same, where it is new: the child has not used it |
 * | `_` | any one word |
 * | `,` | a comma |
 * | `..`, `..3` | up to twelve words (up to three), or none |
 * | `^`, `$`, `$?` | the beginning; the end; the end of a sentence that asks |
 * | `word?` | the word or nothing |
 * | `~word` | nothing, where the next is not that word |
 * | `=word` | the word, to be underlined |
 *
 * The twin of `domain/src/question/pattern.rs`. Deliberately absent: repetition without an end,
 * so that no text can make it slow.
 */

/**
 * @typedef {{word: string} | {list: string, fresh: boolean}} Choice
 * @typedef {{kind: "begin"} | {kind: "end", asks: boolean} | {kind: "any", marked: boolean, optional: boolean}
 *   | {kind: "gap", most: number}
 *   | {kind: "word", choices: Choice[], marked: boolean, optional: boolean, not: boolean}} Piece
 * @typedef {{begin: number, from: number, to: number, asks: boolean,
 *   word: (i: number) => string, is: (i: number, list: string) => boolean,
 *   isNew: (i: number) => boolean}} Sight
 * @typedef {{from: number, to: number, fresh: number | null}} Met
 */

const GAP = 12;

/**
 * @param {string} pattern
 * @returns {Piece[]}
 */
export function parsePattern(pattern) {
  return pattern.split(" ").filter((written) => written !== "").map(piece);
}

/**
 * @param {string} written
 * @returns {Piece}
 */
function piece(written) {
  if (written === "^") return { kind: "begin" };
  if (written === "$") return { kind: "end", asks: false };
  if (written === "$?") return { kind: "end", asks: true };
  if (written.startsWith("..")) return { kind: "gap", most: Number(written.slice(2)) || GAP };
  const marked = written.startsWith("=");
  const not = written.startsWith("~");
  const optional = written.endsWith("?");
  const inner = written.slice(marked || not ? 1 : 0, optional ? -1 : undefined);
  if (inner === "_") return { kind: "any", marked, optional };
  return { kind: "word", choices: inner.split("|").map(choice), marked, optional, not };
}

/**
 * @param {string} written
 * @returns {Choice}
 */
function choice(written) {
  if (!written.startsWith("@")) return { word: written };
  const fresh = written.endsWith("+");
  return { list: written.slice(1, fresh ? -1 : undefined), fresh };
}

/**
 * The first place in a sentence where the pattern is met.
 * @param {Piece[]} pieces
 * @param {Sight} sight
 * @returns {Met | null}
 */
export function meet(pieces, sight) {
  if (pieces[0]?.kind === "begin") return new Try(pieces, sight, sight.begin).go();
  for (let at = sight.from; at < sight.to; at += 1) {
    const met = new Try(pieces, sight, at).go();
    if (met) return met;
  }
  return null;
}

/** One try to meet a pattern from one place. */
class Try {
  /** @param {Piece[]} pieces @param {Sight} sight @param {number} at */
  constructor(pieces, sight, at) {
    this.pieces = pieces;
    this.sight = sight;
    this.at = at;
    /** @type {{at: number, marked: boolean, fresh: boolean}[]} */
    this.taken = [];
  }

  /** @returns {Met | null} */
  go() {
    if (!this.rest(0, this.at)) return null;
    const marked = this.taken.filter((one) => one.marked);
    const fresh = this.taken.filter((one) => one.fresh);
    const shown = marked.length > 0 ? marked : fresh.length > 0 ? fresh.slice(0, 1) : this.taken;
    const first = shown[0]?.at ?? this.at;
    return { from: first, to: shown.at(-1)?.at ?? first, fresh: fresh[0]?.at ?? null };
  }

  /**
   * @param {number} p the piece to meet
   * @param {number} i the word it is to be met at
   * @returns {boolean}
   */
  rest(p, i) {
    const piece = this.pieces[p];
    if (!piece) return true;
    if (piece.kind === "begin") return i === this.sight.begin && this.rest(p + 1, i);
    if (piece.kind === "end") {
      return i === this.sight.to && (this.sight.asks || !piece.asks) && this.rest(p + 1, i);
    }
    if (piece.kind === "gap") {
      const last = Math.min(i + piece.most, this.sight.to);
      for (let next = i; next <= last; next += 1) if (this.rest(p + 1, next)) return true;
      return false;
    }
    if (piece.kind === "any") {
      const isWord = i < this.sight.to && this.sight.word(i) !== ",";
      return isWord && this.take(p, i, piece.marked, false)
        || piece.optional && this.rest(p + 1, i);
    }
    const hit = i < this.sight.to ? this.choose(piece.choices, i) : null;
    if (piece.not) return hit === null && this.rest(p + 1, i);
    if (hit !== null && this.take(p, i, piece.marked, hit.fresh)) return true;
    return piece.optional && this.rest(p + 1, i);
  }

  /** @param {number} p @param {number} i @param {boolean} marked @param {boolean} fresh */
  take(p, i, marked, fresh) {
    this.taken.push({ at: i, marked, fresh });
    if (this.rest(p + 1, i + 1)) return true;
    this.taken.pop();
    return false;
  }

  /**
   * @param {Choice[]} choices
   * @param {number} i
   * @returns {{fresh: boolean} | null}
   */
  choose(choices, i) {
    for (const choice of choices) {
      if ("word" in choice) {
        if (choice.word === this.sight.word(i)) return { fresh: false };
      } else if (this.sight.is(i, choice.list) && (!choice.fresh || this.sight.isNew(i))) {
        return { fresh: choice.fresh };
      }
    }
    return null;
  }
}
