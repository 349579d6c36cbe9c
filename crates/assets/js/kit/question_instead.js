/**
 * Other ways to ask: with the child's own words where there are any, then about what the question
 * names, then from the prompts.
 *
 * The twin of `domain/src/question/instead.rs`. Deliberately absent: rewriting the worker's
 * sentence. An offer is either the child's words, letter for letter, or a sentence people vetted.
 */
import { read } from "./question_text.js";

/**
 * @typedef {import("./question.js").RulesData} RulesData
 * @typedef {import("./question.js").PromptsData} PromptsData
 * @typedef {import("./question.js").Instead} Instead
 * @typedef {import("./question_lists.js").Seen} Seen
 */

/** So many are offered. */
const OFFERED = 3;
/** A longer piece of the child's words is no cue but a story. */
const CUE_WORDS = 12;

/**
 * @param {{data: RulesData, seen: Seen, childTerms: string[], prompts: PromptsData,
 *   wanted: string[]}} asked
 * @returns {Instead[]}
 */
export function otherWays({ data, seen, childTerms, prompts, wanted }) {
  /** @type {Instead[]} */
  const ways = [];
  const cue = ownWords(seen, childTerms);
  if (cue !== null) ways.push({ text: data.own_words.replace("{words}", () => cue), from: "child" });
  const topic = data.topics.find(({ words }) => words.split(" ")
    .some((word) => seen.text.words.some(({ norm }) => norm === word)));
  if (topic) ways.push({ text: topic.text, from: "rules" });
  for (const id of wanted) {
    const prompt = prompts.prompts.find((one) => one.id === id);
    if (prompt && (!prompt.after || !seen.said.isEmpty)) {
      ways.push({ text: prompt.text, from: "library", prompt: prompt.id });
    }
  }
  return ways.slice(0, OFFERED);
}

/** The piece of the child's words that is nearest to the question; of equals the newest.
 * @param {Seen} seen @param {string[]} childTerms */
function ownWords(seen, childTerms) {
  let best = null;
  let most = -1;
  for (const piece of childTerms.flatMap((term) => term.split(/[.!?\n]/))) {
    const trimmed = piece.replace(/^\p{White_Space}+|\p{White_Space}+$/gu, "");
    const words = read(trimmed).words.filter((word) => !word.comma);
    if (words.length === 0 || words.length > CUE_WORDS) continue;
    const shared = words.filter((word) => seen.text.words
      .some((asked, at) => asked.norm === word.norm
        && (word.norm.length > 3 || seen.is(at, "person")))).length;
    if (shared >= most) [best, most] = [trimmed, shared];
  }
  return best;
}
