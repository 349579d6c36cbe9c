/**
 * Whether a question is one of the prompts, whatever its capitals, commas and quotes.
 *
 * The twin of `domain/src/question/library.rs`. Deliberately absent: "nearly a prompt". A word
 * more can lead.
 */
import { read } from "./question_text.js";

/**
 * @typedef {import("./question_text.js").Text} Text
 * @typedef {import("./question.js").PromptsData} PromptsData
 * @typedef {{before: string[], after: string[] | null}} Words
 */

/** A name has so many words at most. */
const NAME_WORDS_MAX = 3;

/** @type {WeakMap<PromptsData, Words[]>} */
const libraries = new WeakMap();

/**
 * @param {Text} asked
 * @param {PromptsData} prompts
 */
export function isPrompt(asked, prompts) {
  const said = plain(asked);
  return said.length > 0 && libraryOf(prompts).some((words) => are(words, said));
}

/** @param {PromptsData} prompts */
function libraryOf(prompts) {
  const known = libraries.get(prompts);
  if (known) return known;
  const words = prompts.prompts.map(({ text }) => {
    const [before = "", after = null] = text.split("{worker}");
    return { before: plain(read(before)), after: after === null ? null : plain(read(after)) };
  });
  libraries.set(prompts, words);
  return words;
}

/** @param {Words} words @param {string[]} said */
function are({ before, after }, said) {
  if (after === null) return same(said, before);
  const named = said.length - before.length - after.length;
  return named >= 1 && named <= NAME_WORDS_MAX && same(said.slice(0, before.length), before)
    && same(said.slice(said.length - after.length), after);
}

/** @param {Text} text */
function plain({ words }) {
  return words.filter((word) => !word.comma).map((word) => word.norm);
}

/** @param {string[]} one @param {string[]} other */
function same(one, other) {
  return one.length === other.length && one.every((word, n) => word === other[n]);
}
