// The question checker in the browser, held to the same cases as its twin in Rust.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { check } from "../../crates/assets/js/kit/question.js";

/**
 * @typedef {{text: string, child_terms?: string[], times?: number, practice?: string,
 *   label?: string, found: import("../../crates/assets/js/kit/question.js").Found}} Case
 * @typedef {{text: string, child_terms?: string[], class: string}} Labelled
 */

/** @param {string} name @returns {any} */
function read(name) {
  const path = new URL(`../../crates/domain/kit/${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(path, "utf8"));
}

const rules = read("question_rules");
const prompts = read("prompts");
const open = new Set(/** @type {string[]} */ (rules.open));

test("the checker says of each case what the case says", () => {
  /** @type {Case[]} */
  const cases = read("question_cases").cases;
  assert.ok(cases.length > 150);
  for (const { text, child_terms: said = [], times = 1, found } of cases) {
    const now = check(text.repeat(times), said, rules, prompts);
    assert.deepEqual(JSON.parse(JSON.stringify(now)), found, text.slice(0, 80));
  }
});

test("the sixty labelled examples of practice are sorted as they are labelled", () => {
  /** @type {Case[]} */
  const cases = read("question_cases").cases.filter((/** @type {Case} */ one) => one.practice);
  assert.equal(cases.length, 60);
  for (const { text, label, found } of cases) {
    assert.equal(found.outcome === "noticed", !open.has(label ?? ""), text);
  }
});

test("each prompt is known as one, and raises nothing where it is not known", () => {
  for (const { text, after } of prompts.prompts) {
    const asked = text.replace("{worker}", "Joel Ash");
    assert.equal(check(asked, [], rules, prompts).outcome, "from_library", text);
    const said = after ? ["mum and me"] : [];
    assert.equal(check(text, said, rules, { prompts: [] }).outcome, "nothing_noticed", text);
  }
});

test("what is underlined is what the worker typed", () => {
  const asked = "😢 Were you scared?";
  const { at, why } = check(asked, [], rules, prompts);
  assert.equal(asked.slice(...(at ?? [])), "scared");
  assert.equal(why[0]?.word, "scared");
});

test("nothing but three things is ever said of a question", () => {
  const outcomes = new Set(["from_library", "noticed", "nothing_noticed"]);
  /** @type {Labelled[]} */
  const questions = read("question_dev").questions;
  for (const { text, child_terms: said = [] } of questions) {
    const found = check(text, said, rules, prompts);
    assert.ok(outcomes.has(found.outcome));
    assert.ok(found.why.length <= 2);
    assert.equal(found.outcome === "noticed", found.why.length > 0);
    assert.ok(found.outcome !== "noticed" || found.instead.length > 0, text);
  }
});

test("the rules hold together: every list, reason and prompt they name is there", () => {
  const lists = new Set(["name", ...Object.keys(rules.lists), ...Object.keys(rules.groups)]);
  const ids = new Set(prompts.prompts.map((/** @type {{id: string}} */ one) => one.id));
  for (const { id, why, class: kind, when = [], unless = [], instead = [] } of rules.rules) {
    assert.equal(open.has(kind), why === undefined, id);
    for (const prompt of instead) assert.ok(ids.has(prompt), `${id}: ${prompt}`);
    assert.ok(open.has(kind) || instead.length > 0, `${id} offers no other way`);
    for (const pattern of [...when, ...unless, ...rules.prefaces]) {
      for (const [, list] of pattern.matchAll(/@([a-z_]+)/g)) assert.ok(lists.has(list), pattern);
    }
  }
});

test("the questions the rules were made by are still sorted as they were", () => {
  /** @type {Labelled[]} */
  const questions = read("question_dev").questions;
  let [harmful, found, good, wrongly] = [0, 0, 0, 0];
  for (const { text, child_terms: said = [], class: kind } of questions) {
    const noticed = check(text, said, rules, { prompts: [] }).outcome === "noticed";
    if (open.has(kind)) [good, wrongly] = [good + 1, wrongly + Number(noticed)];
    else [harmful, found] = [harmful + 1, found + Number(noticed)];
  }
  assert.ok(harmful > 300 && good > 300);
  assert.ok(found / harmful >= 0.98, `${found} of ${harmful}`);
  assert.ok(wrongly / good <= 0.02, `${wrongly} of ${good}`);
});

test("what puts something into a child's mouth is said first, and a tag is always named", () => {
  const said = (/** @type {string} */ text) => check(text, [], rules, prompts).why.map(({ reason }) => reason);
  assert.deepEqual(said("He hit you, didn't he?"), ["new-word", "tag"]);
  assert.deepEqual(said("Your teacher told me you were scared of Pete and you have to tell me, don't you?"), ["others-said", "tag"]);
  assert.ok(said("It's nice there, isn't it?").includes("tag"));
});
