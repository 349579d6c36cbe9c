// What the child's screens decide without a screen: words at a level, which page holds something, where a place of the
// tree is shown, which days are offered.
import assert from "node:assert/strict";
import { test } from "node:test";
import { holdsSomething } from "../../crates/assets/js/kit/facts.js";
import { nearest, pointAt, stoneAt } from "../../crates/assets/js/kit/path_way.js";
import { lettersOf, relation } from "../../crates/assets/js/kit/persons.js";
import { nothingYet, reduce } from "../../crates/assets/js/kit/reduce.js";
import { shownOn } from "../../crates/assets/js/kit/road.js";
import { workingDays } from "../../crates/assets/js/kit/screens/closing.js";
import { slipsOf } from "../../crates/assets/js/kit/slips.js";
import { sentences } from "../../crates/assets/js/kit/told.js";
import { direction, put, speaker } from "../../crates/assets/js/kit/words.js";

/** @param {Record<string, string>} words */
const book = (words) => ({ build: "b", tree: null, prompts: null, rules: null, words: { "en-GB": words } });

test("a line is said at the child's level, and what is pressed has one word", () => {
  const { say, count } = speaker(book({
    "kit-hello-a": "Hi.", "kit-hello-c": "Hello, { $child }.", "kit-stop": "Stop",
    "kit-pages-one": "{ $count } page", "kit-pages-other": "{ $count } pages",
  }), "en-GB");
  assert.equal(say("hello", "a"), "Hi.");
  assert.equal(say("hello", "c", { child: "Tyler" }), "Hello, Tyler.");
  assert.equal(say("stop", "d"), "Stop");
  assert.equal(count("pages", 1, "b"), "1 page");
  assert.equal(count("pages", 0, "b"), "0 pages");
});

test("a language that has no words yet speaks the first language's", () => {
  assert.equal(speaker(book({ "kit-stop": "Stop" }), "pl").say("stop", "b"), "Stop");
  assert.equal(direction("ar"), "rtl");
  assert.equal(direction("fa-IR"), "rtl");
  assert.equal(direction("en-GB"), "ltr");
  assert.equal(direction("fr"), "ltr");
});

test("what is put into a place is put in as it is, and a place nobody fills stays to be seen", () => {
  assert.equal(put("{$who} said { $what }", { who: "$1 & {$what}", what: "no" }), "$1 & {$what} said no");
  assert.equal(put("{ $who }"), "{ $who }");
});

test("a page that was only opened, or emptied again, is no page of the child's", () => {
  const page = (/** @type {object[]} */ ...ops) => ({ sounds: [], photos: [], ops: [{ kind: "page" }, ...ops] });
  assert.equal(holdsSomething(page()), false);
  assert.equal(holdsSomething(page({ kind: "stroke", id: "1" })), true);
  assert.equal(holdsSomething(page({ kind: "stroke", id: "1" }, { kind: "undo", id: "1" })), false);
  assert.equal(holdsSomething({ ...page(), sounds: [{}] }), true);
});

test("slips are words without a place, the newest of each, as they were typed", () => {
  const ops = [
    { kind: "words", id: "1", text: "Tylers breething" }, { kind: "words", id: "2", text: "PETES VAN", x: 1, y: 2 },
    { kind: "words", id: "1", text: "Tylers breething " }, { kind: "words", id: "3", text: "gone" }, { kind: "undo", id: "3" },
  ];
  assert.deepEqual(slipsOf({ ops }), [{ id: "1", text: "Tylers breething " }]);
});

test("the end of a session is shown to the child; the worker's card lies beside the child's screen", () => {
  assert.deepEqual(shownOn({ screen: "closing", speaks_to: "child", end: "read_back" }), { screen: "sealed", beside: false });
  assert.equal(shownOn({ screen: "not_started", speaks_to: "worker", end: "not_started" }).screen, "not_started");
  assert.equal(shownOn({ screen: "important", speaks_to: "worker" }).beside, true);
});

test("days offered are working days after today", () => {
  assert.deepEqual(workingDays(new Date(2026, 10, 26, 23, 59), 3), ["2026-11-27", "2026-11-30", "2026-12-01"]);
  assert.deepEqual(workingDays(new Date(2026, 11, 31), 1), ["2027-01-01"]);
});

test("in Easy Read each sentence stands by itself", () => {
  assert.deepEqual(sentences("Three houses. You draw. You say stop.", "en-GB"), ["Three houses.", "You draw.", "You say stop."]);
});

test("two people with one initial are told apart", () => {
  const all = [{ name: "Mum" }, { name: "Mark" }, { name: "Mr Khan" }, { name: "Mrs Adeyemi" }, { name: "Dad" }];
  const letters = all.map((one) => lettersOf(one, all));
  assert.equal(new Set(letters).size, all.length, letters.join(" "));
  assert.equal(letters.at(-1), "D");
  assert.equal(relation({ name: "Pete", what: "Uncle" }), "Uncle");
  assert.equal(relation({ name: "Mum", what: "mum" }), "");
});

test("a place on the path is found again where it was put", () => {
  for (const at of [0, 0.25, 0.5, 0.8, 1]) assert.ok(Math.abs(nearest(...pointAt(at)) - at) < 0.02, `${at}`);
  assert.deepEqual([0, 0.25, 0.5, 0.75, 1].map(stoneAt), [0, 1, 2, 3, 4]);
});

test("the day agreed with the child stays what was agreed, whatever the worker sets after; a roof keeps its newest colour", () => {
  const op = (/** @type {object} */ fields) => /** @type {any} */ ({ at: 1, since: 1, by: "child", ...fields });
  const state = [
    op({ kind: "comes_back", on: "2026-12-01" }), op({ kind: "comes_back", on: "2026-12-09", by: "worker" }),
    op({ kind: "roof", house: "good", colour: "#c24e36" }), op({ kind: "roof", house: "good", colour: null }),
  ].reduce(reduce, nothingYet);
  assert.deepEqual([state.comes_back, state.agreed_day, state.roofs], ["2026-12-09", "2026-12-01", { good: null }]);
});
