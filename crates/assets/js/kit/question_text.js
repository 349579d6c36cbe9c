/**
 * A question as the checker reads it: words with their places, cut into sentences.
 *
 * The same steps, in the same order, as `domain/src/question/text.rs`; `question_cases.json` holds
 * the two equal. Places are counted in UTF-16 units, as a text field counts them. Deliberately
 * absent: any grammar. What a word means here is said by the lists in `question_rules.json`.
 */

/**
 * @typedef {{norm: string, start: number, end: number, capital: boolean, shouted: boolean,
 *   comma: boolean}} Word
 * @typedef {{from: number, to: number, asks: boolean}} Sentence
 * @typedef {{words: Word[], sentences: Sentence[]}} Text
 */

const APOSTROPHES = /['’‘ʼ′`＇]/u;
const LETTER = /[\p{Alphabetic}\p{N}]/u;
const DIGIT = /\p{N}/u;
const CAPITAL = /\p{Uppercase}/u;
const HYPHENS = "-‐‑";
const ENDS = ".!?…;\n؟。？！";
const ASKS = "?؟？";
const PAUSES = ",:—–،，";
/** What an apostrophe joins to a word, and the word it stands for. */
const JOINED = new Map([
  ["re", "are"], ["ve", "have"], ["ll", "will"], ["d", "would"], ["m", "am"], ["s", "'s"],
]);
/** What is typed in a hurry. */
const SHORT = new Map([
  ["u", "you"], ["ya", "you"], ["ur", "your"], ["r", "are"], ["pls", "please"], ["wot", "what"],
  ["wat", "what"], ["dont", "don't"], ["doesnt", "doesn't"], ["didnt", "didn't"], ["isnt", "isn't"],
  ["arent", "aren't"], ["wasnt", "wasn't"], ["werent", "weren't"], ["havent", "haven't"],
  ["hasnt", "hasn't"], ["hadnt", "hadn't"], ["cant", "can't"], ["couldnt", "couldn't"],
  ["wont", "won't"], ["wouldnt", "wouldn't"], ["shouldnt", "shouldn't"],
]);
const TITLES = new Set(["mr", "mrs", "ms", "dr", "st"]);

/**
 * Cuts a text into words and sentences.
 * @param {string} text
 * @returns {Text}
 */
export function read(text) {
  const reader = new Reader(text);
  reader.read();
  return { words: reader.words, sentences: reader.sentences };
}

class Reader {
  /** @param {string} text */
  constructor(text) {
    /** @type {{char: string, at: number}[]} */
    this.chars = [];
    let at = 0;
    for (const char of text) {
      this.chars.push({ char, at });
      at += char.length;
    }
    this.length = at;
    /** @type {Word[]} */
    this.words = [];
    /** @type {Sentence[]} */
    this.sentences = [];
    this.from = 0;
  }

  read() {
    let i = 0;
    while (i < this.chars.length) {
      const char = this.char(i);
      if (LETTER.test(char)) {
        const end = this.wordEnd(i);
        this.word(i, end);
        i = end;
        continue;
      }
      if (ENDS.includes(char) && !this.isInside(i)) this.close(ASKS.includes(char));
      else if (PAUSES.includes(char) || this.isDash(i)) this.pause(this.chars[i]?.at ?? 0);
      i += 1;
    }
    this.close(false);
  }

  /** @param {number} i */
  char(i) {
    return this.chars[i]?.char ?? "";
  }

  /** Where the word that begins at `i` ends: letters, with an apostrophe or hyphen between two.
   * @param {number} i */
  wordEnd(i) {
    let end = i + 1;
    for (;;) {
      if (LETTER.test(this.char(end))) end += 1;
      else if (this.joins(end) && LETTER.test(this.char(end + 1))) end += 2;
      else return end;
    }
  }

  /** @param {number} i */
  joins(i) {
    const char = this.char(i);
    return char !== "" && (APOSTROPHES.test(char) || HYPHENS.includes(char));
  }

  /** A full stop in a number or after a title ends no sentence.
   * @param {number} i */
  isInside(i) {
    if (this.char(i) !== ".") return false;
    if (DIGIT.test(this.char(i - 1)) && DIGIT.test(this.char(i + 1))) return true;
    const last = this.words.at(-1);
    return last !== undefined && last.end === this.chars[i]?.at && TITLES.has(last.norm);
  }

  /** @param {number} i */
  isDash(i) {
    return HYPHENS.includes(this.char(i)) && this.char(i - 1) === " " && this.char(i + 1) === " ";
  }

  /** @param {number} i @param {number} end */
  word(i, end) {
    const chars = this.chars.slice(i, end);
    const start = chars[0]?.at ?? 0;
    const stop = this.chars[end]?.at ?? this.length;
    let plain = "";
    for (const { char } of chars) {
      plain += APOSTROPHES.test(char) ? "'" : HYPHENS.includes(char) ? "-" : char;
    }
    const capital = CAPITAL.test(this.char(i));
    const shouted = chars.length > 1 && chars.every(({ char }) => CAPITAL.test(char));
    const cut = plain.lastIndexOf("'");
    const joined = cut > 0 ? JOINED.get(plain.slice(cut + 1).toLowerCase()) : undefined;
    if (joined === undefined) {
      const low = plain.toLowerCase();
      const norm = SHORT.get(low) ?? low;
      this.words.push({ norm, start, end: stop, capital, shouted, comma: false });
      return;
    }
    const middle = stop - (plain.length - cut);
    const norm = plain.slice(0, cut).toLowerCase();
    this.words.push({ norm, start, end: middle, capital, shouted, comma: false });
    this.words.push(
      { norm: joined, start: middle, end: stop, capital: false, shouted: false, comma: false });
  }

  /** A comma is kept as a word of its own.
   * @param {number} at */
  pause(at) {
    if (this.words.length === this.from || this.words.at(-1)?.comma) return;
    this.words.push(
      { norm: ",", start: at, end: at + 1, capital: false, shouted: false, comma: true });
  }

  /** @param {boolean} asks */
  close(asks) {
    if (this.words.length > this.from && this.words.at(-1)?.comma) this.words.pop();
    if (this.words.length > this.from) {
      this.sentences.push({ from: this.from, to: this.words.length, asks });
      this.from = this.words.length;
      return;
    }
    const last = this.sentences.at(-1);
    if (last && asks) last.asks = true;
  }
}

/**
 * Whether two words are one slip of the pen apart: children spell as they hear, and a word of
 * theirs is no less theirs for a letter. Only words of five letters and more.
 * @param {string} a
 * @param {string} b
 */
export function isNear(a, b) {
  const [x, y] = [Array.from(a), Array.from(b)];
  if (x.length < 5 || y.length < 5 || Math.abs(x.length - y.length) > 1) return false;
  let start = 0;
  while (start < x.length && start < y.length && x[start] === y[start]) start += 1;
  let end = 0;
  const most = Math.min(x.length, y.length) - start;
  while (end < most && x[x.length - 1 - end] === y[y.length - 1 - end]) end += 1;
  const [left, right] = [x.slice(start, x.length - end), y.slice(start, y.length - end)];
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}
