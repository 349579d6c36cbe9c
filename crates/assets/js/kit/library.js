// The library on the tablet: which cards there are and how one is found. It comes with the build and needs no
// network. The finding is that of `domain/src/library/find.rs`, and both are held to `library_cases.json`.
// What was looked for is kept nowhere.

/**
 * @typedef {string | {head: string} | {point: string} | {say: string} | {not: string} | {said: string}} Line
 * @typedef {{duty: string, source: string, section: string, edition: string}} Law
 * @typedef {object} Card
 * @property {string} id
 * @property {string} part
 * @property {string} title
 * @property {"worker" | "parent" | "child"} for
 * @property {Line[]} lines
 * @property {string} edition the day its words are from
 * @property {string[]} [levels]
 * @property {string[]} [cites] cards of the law
 * @property {string} [prompts] the house whose questions stand on it
 * @property {string} [picture]
 * @property {string[]} [from] lines of the tree that lead here
 * @property {string[]} [also]
 * @property {Law} [law]
 * @property {string} [checked_on]
 * @property {string} [checked_by]
 * @typedef {{same: string[][], leave_out: string[], cards: Card[]}} Library
 */

const LONGEST = 200;
const MONTHS_TRUSTED = 12;

/** Parts in the order of the library. */
export const PARTS = [
  "prepare", "children", "houses", "prompts", "examples", "parents", "after", "law", "about",
];

/** @type {Promise<Library> | null} */
let read = null;

/** The library of this build. @returns {Promise<Library>} */
export function library() {
  read ??= fetch("/kit/library.json").then((got) => {
    if (!got.ok) throw new Error(`the library did not come: ${got.status}`);
    return got.json();
  });
  read.catch(() => { read = null; });
  return read;
}

/** The words of a line. @param {Line} line @returns {string} */
export const wordsOf = (line) => (typeof line === "string" ? line : Object.values(line)[0]);

/** What a line is: plain, head, point, say, not or said. @param {Line} line */
export const kindOf = (line) => (typeof line === "string" ? "plain" : Object.keys(line)[0]);

/** @param {string} text @returns {string[]} */
function words(text) {
  const plain = text.normalize("NFC").toLowerCase().replace(/['’]/g, "");
  return plain.split(/[^\p{Alphabetic}\p{N}]+/u).filter((word) => word !== "");
}

/**
 * Cards that fit what was asked, the best first; none where nothing was asked that helps.
 * @param {Library} of @param {string} asked @returns {Card[]}
 */
export function find(of, asked) {
  const wanted = words([...asked].slice(0, LONGEST).join(""))
    .filter((word) => !of.leave_out.includes(word))
    .map((word) => [...of.same.filter((group) => group.includes(word)).flat(), word]);
  if (wanted.length === 0) return [];
  return of.cards
    .map((card) => ({ card, hits: fit(card, wanted) }))
    .filter(({ hits }) => hits >= 0)
    .toSorted((one, other) => other.hits - one.hits)
    .map(({ card }) => card);
}

/** How well a card fits: two for each word in the title, one for each among its other names; -1 where a word is nowhere
 * on it. @param {Card} card @param {string[][]} wanted */
function fit(card, wanted) {
  const { law } = card;
  const title = words(card.title);
  const also = (card.also ?? []).flatMap(words);
  const lines = [...card.lines.map(wordsOf), ...(law ? [law.duty, law.source, law.section] : [])].flatMap(words);
  /** @type {number[]} */
  const fits = wanted.map((any) => {
    if (begins(title, any)) return 2;
    if (begins(also, any)) return 1;
    return begins(lines, any) ? 0 : -1;
  });
  return fits.includes(-1) ? -1 : fits.reduce((sum, one) => sum + one, 0);
}

/** Whether one of these begins a word; one or two letters are a word of their own or nothing.
 * @param {string[]} words @param {string[]} any */
const begins = (words, any) =>
  words.some((word) => any.some((begin) => ([...begin].length < 3 ? word === begin : word.startsWith(begin))));

/** The card that a line of the tree leads to. @param {Library} of @param {string | undefined} line */
export const cardFrom = (of, line) => of.cards.find(({ from }) => line !== undefined && from?.includes(line)) ?? null;

/**
 * Whether a card is to be checked before anybody relies on it: its words, or their last check, are older than twelve
 * months. @param {Card} card @param {string} today ISO date
 */
export function isOld(card, today) {
  const [year = 0, month = 1, day = 1] = (card.checked_on ?? card.edition).split("-").map(Number);
  const months = year * 12 + (month - 1) + MONTHS_TRUSTED;
  const [inYear, inMonth] = [Math.floor(months / 12), months % 12];
  const last = new Date(Date.UTC(inYear, inMonth + 1, 0)).getUTCDate();
  const until = new Date(Date.UTC(inYear, inMonth, Math.min(day, last))).toISOString().slice(0, 10);
  return today > until;
}

/**
 * What may lie open beside a child, who may read along: no examples, for they would lead, and nothing meant
 * for parents. @param {Library} of @returns {Library}
 */
export const besideChild = (of) => ({
  ...of,
  cards: of.cards.filter((card) => card.part !== "examples" && card.for === "worker"),
});
