/**
 * The question checker: looks at a question before it is asked, and says what it noticed.
 *
 * It holds the rules of `question_rules.json` against the worker's own words and the words the
 * child has used, and offers an open way to ask. The twin of `domain/src/question.rs`;
 * `question_cases.json` holds the two equal. Deliberately absent: any way to say that a question
 * is good. "Nothing noticed" is not "fine".
 */
import { Lists, Said, Seen } from "./question_lists.js";
import { isPrompt } from "./question_library.js";
import { meet, parsePattern } from "./question_pattern.js";
import { read } from "./question_text.js";
import { otherWays } from "./question_instead.js";

/**
 * @typedef {import("./question_text.js").Text} Text
 * @typedef {import("./question_text.js").Sentence} Sentence
 * @typedef {import("./question_pattern.js").Piece} Piece
 * @typedef {import("./question_pattern.js").Met} Met
 * @typedef {import("./question_pattern.js").Sight} Sight
 * @typedef {{id: string, class: string, why?: string, quotes?: boolean, last?: boolean, when?: string[],
 *   unless?: string[], questions?: number, instead?: string[]}} RuleData
 * @typedef {{words: string, text: string}} Topic
 * @typedef {import("./question_lists.js").ListData & {open: string[], drop: string[],
 *   prefaces: string[], own_words: string, topics: Topic[], rules: RuleData[]}} RulesData
 * @typedef {{id: string, text: string, after?: string}} Prompt
 * @typedef {{prompts: Prompt[]}} PromptsData
 * @typedef {{reason: string, word?: string}} Why
 * @typedef {{text: string, from: "child" | "library" | "rules", prompt?: string}} Instead
 * @typedef {{outcome: "from_library" | "noticed" | "nothing_noticed", class: string, why: Why[],
 *   at: [number, number] | null, instead: Instead[]}} Found
 * @typedef {{data: RuleData, when: Piece[][], unless: Piece[][]}} Rule
 * @typedef {{rule: number, met: Met | null}} Hit
 * @typedef {{data: RulesData, lists: Lists, drop: Set<string>, prefaces: Piece[][], rules: Rule[],
 *   open: Set<string>, multiple: number}} Book
 */

/** At most so many things are said about one question: a third helps nobody. */
const SAID_AT_MOST = 2;

/** The gravest: a child is pushed, or promised something. */
const GRAVE = new Set(["PRESSURE", "PROMISE_OR_REWARD", "PRETEND"]);
/** And so is what puts an act, a feeling or an event into a child's mouth. */
const BRINGS_IN = new Set(["new-word", "new-feeling", "new-event"]);
/** An end that asks to be agreed with: it is always named. */
const TAG = "TAG";

/** @type {WeakMap<RulesData, Book>} */
const books = new WeakMap();

/**
 * Looks at one question.
 * @param {string} text what the worker means to ask
 * @param {string[]} childTerms what the child has said, written or drawn so far, newest last
 * @param {RulesData} rules `question_rules.json`
 * @param {PromptsData} prompts `prompts.json`
 * @returns {Found}
 */
export function check(text, childTerms, rules, prompts) {
  const book = bookOf(rules);
  const words = read(text);
  if (isPrompt(words, prompts)) {
    return { outcome: "from_library", class: "OPEN_INVITATION", why: [], at: null, instead: [] };
  }
  const said = new Said(book.lists, childTerms);
  const seen = new Seen(book.lists, words, said);
  const looked = words.sentences.map((sentence) => look(book, seen, sentence));
  const hits = looked.flatMap((one) => one.hits);
  const asking = words.sentences
    .filter((sentence, n) => sentence.asks && looked[n]?.passes !== "PROCESS_OK").length;
  const several = book.rules[book.multiple]?.data.questions ?? Infinity;
  if (asking >= several) hits.push({ rule: book.multiple, met: null });
  hits.sort((a, b) => a.rule - b.rule);
  const first = hits[0];
  if (!first) return passed(looked.map((one) => one.passes), seen);
  return noticed(text, hits, { book, seen, childTerms, prompts });
}

/** @param {RulesData} data @returns {Book} */
function bookOf(data) {
  const known = books.get(data);
  if (known) return known;
  const rules = data.rules.map((rule) => ({
    data: rule,
    when: (rule.when ?? []).map(parsePattern),
    unless: (rule.unless ?? []).map(parsePattern),
  }));
  const book = {
    data,
    lists: new Lists(data),
    drop: new Set(data.drop),
    prefaces: data.prefaces.map(parsePattern),
    rules,
    open: new Set(data.open),
    multiple: rules.findIndex((rule) => rule.data.questions !== undefined),
  };
  books.set(data, book);
  return book;
}

/** What the rules say of one sentence: what was noticed, or the rule that lets it pass.
 * @param {Book} book @param {Seen} seen @param {Sentence} sentence
 * @returns {{hits: Hit[], passes: string}} */
function look(book, seen, sentence) {
  const sight = sightOf(book, seen, sentence);
  /** @type {Hit[]} */
  const hits = [];
  for (const [index, rule] of book.rules.entries()) {
    const met = meets(rule, sight);
    if (!met) continue;
    if (book.open.has(rule.data.class)) return { hits, passes: rule.data.class };
    hits.push({ rule: index, met });
    if (rule.data.last) break;
  }
  return { hits, passes: "NON_QUESTION" };
}

/** @param {Rule} rule @param {Sight} sight @returns {Met | null} */
function meets(rule, sight) {
  for (const pattern of rule.when) {
    const met = meet(pattern, sight);
    if (met) return rule.unless.some((not) => meet(not, sight)) ? null : met;
  }
  return null;
}

/** The sentence, and where it begins once "So, Kayleigh," or "Can I ask you" is taken off.
 * @param {Book} book @param {Seen} seen @param {Sentence} sentence
 * @returns {Sight} */
function sightOf(book, seen, { from, to, asks }) {
  /** @type {Sight} */
  const sight = {
    begin: from, from, to, asks,
    word: (i) => seen.norm(i),
    is: (i, list) => seen.is(i, list),
    isNew: (i) => seen.isNew(i),
  };
  for (let before = -1; before !== sight.begin;) {
    before = sight.begin;
    sight.begin = withoutPreface(book, seen, sight);
  }
  return sight;
}

/** @param {Book} book @param {Seen} seen @param {Sight} sight */
function withoutPreface(book, seen, sight) {
  const at = sight.begin;
  if (at >= sight.to) return at;
  if (seen.norm(at) === "," || book.drop.has(seen.norm(at))) return at + 1;
  const called = seen.text.words[at];
  const isCalled = called?.capital && seen.norm(at + 1) === "," && at + 1 < sight.to;
  if (isCalled && !book.lists.knows(seen.places[at] ?? [])) return at + 2;
  for (const preface of book.prefaces) {
    const met = meet(preface, sight);
    if (met) return met.to + 1;
  }
  return at;
}

/** @param {string[]} classes @param {Seen} seen @returns {Found} */
function passed(classes, seen) {
  const asks = classes.filter((one) => one !== "NON_QUESTION").at(-1) ?? "NON_QUESTION";
  const cued = asks === "OPEN_INVITATION"
    && seen.text.words.some((word) => word.norm.length > 3 && seen.said.norms.has(word.norm));
  const kind = cued ? "CUED_INVITATION" : asks;
  return { outcome: "nothing_noticed", class: kind, why: [], at: null, instead: [] };
}

/**
 * What is said of what was noticed, the strongest first; else in the order of the rules. Where there is a tag it is one
 * of the two.
 * @param {Book} book @param {Hit[]} hits @returns {Hit[]}
 */
function toSay(book, hits) {
  const classOf = (/** @type {Hit} */ hit) => book.rules[hit.rule]?.data.class ?? "";
  const reasonOf = (/** @type {Hit} */ hit) => book.rules[hit.rule]?.data.why ?? "";
  const weight = (/** @type {Hit} */ hit) => {
    const bringsIn = classOf(hit) === "SUGGESTIVE" && BRINGS_IN.has(reasonOf(hit));
    return GRAVE.has(classOf(hit)) || bringsIn ? 0 : 1;
  };
  const sorted = hits.toSorted((one, other) => weight(one) - weight(other));
  const each = sorted.filter((hit, at) => sorted.findIndex((one) => reasonOf(one) === reasonOf(hit)) === at);
  const said = each.slice(0, SAID_AT_MOST);
  const tag = each.find((hit) => classOf(hit) === TAG);
  return tag && !said.includes(tag) ? [...said.slice(0, SAID_AT_MOST - 1), tag] : said;
}

/**
 * @param {string} text
 * @param {Hit[]} hits
 * @param {{book: Book, seen: Seen, childTerms: string[], prompts: PromptsData}} around
 * @returns {Found}
 */
function noticed(text, hits, { book, seen, childTerms, prompts }) {
  /** @type {Why[]} */
  const why = [];
  /** @type {[number, number] | null} */
  let at = null;
  for (const { rule, met } of toSay(book, hits)) {
    const { why: reason = "", quotes = false } = book.rules[rule]?.data ?? {};
    const word = quotes && met && met.fresh !== null ? seen.text.words[met.fresh] : undefined;
    why.push(word ? { reason, word: text.slice(word.start, word.end) } : { reason });
    at ??= met && [seen.text.words[met.from]?.start ?? 0, seen.text.words[met.to]?.end ?? 0];
  }
  const rule = book.rules[hits[0]?.rule ?? -1]?.data;
  const wanted = rule?.instead ?? [];
  const instead = otherWays({ data: book.data, seen, childTerms, prompts, wanted });
  return { outcome: "noticed", class: rule?.class ?? "", why, at, instead };
}
