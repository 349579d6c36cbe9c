// What stands on a page, and what is taken back.
import assert from "node:assert/strict";
import { test } from "node:test";
import { standing, takeBack } from "../../crates/assets/js/kit/marks.js";

/** @typedef {import("../../crates/assets/js/kit/marks.js").Op} Op */

/** @param {string} id @param {boolean} [ended] @param {number} [points] @returns {Op} */
const line = (id, ended = true, points = 2) => ({
  kind: "stroke", id, tool: "crayon", colour: "#3c6fb4", width: 7, ended,
  points: Array.from({ length: points }, (_, n) => [n * 10, 0, 0.5, n * 8]),
});
/** @param {string} id @param {number} x @param {number} y @returns {Op} */
const sun = (id, x, y) => ({ kind: "sticker", id, what: "sun", x, y, size: 96 });
/** @param {readonly Op[]} ops */
const ids = (ops) => standing(ops).map((mark) => mark.id);

test("a stroke that goes on takes its own place and is one mark", () => {
  const marks = standing([line("a", false, 3), sun("s", 5, 5), line("a", true, 9)]);
  assert.deepEqual(marks.map((mark) => mark.id), ["a", "s"]);
  assert.equal(marks[0]?.kind === "stroke" && marks[0].points.length, 9);
});

test("a stroke that was cut off stands as far as it came", () => {
  assert.deepEqual(ids([line("a"), line("b", false, 4)]), ["a", "b"]);
});

test("a moved sticker lies where it was moved to; moving one that is gone brings nothing back", () => {
  const marks = standing([sun("s", 5, 5), { kind: "sticker_moved", id: "s", x: 80, y: 90 }]);
  assert.deepEqual(marks[0], { ...sun("s", 80, 90) });
  assert.deepEqual(ids([sun("s", 5, 5), { kind: "undo", id: "s" }, { kind: "sticker_moved", id: "s", x: 8, y: 9 }]), []);
});

test("what others draw on a page is not a mark of the paper", () => {
  assert.deepEqual(ids([{ kind: "page" }, { kind: "title" }, { kind: "number" }, line("a")]), ["a"]);
});

test("the newest mark that stands is taken back, one after another, until none is left", () => {
  const ops = [line("a", false), line("a"), line("b"), sun("s", 5, 5)];
  /** @type {(string | undefined)[]} */
  const back = [];
  for (let op = takeBack(ops); op; op = takeBack(ops)) {
    assert.equal(op.kind, "undo");
    back.push(op.id);
    ops.push(op);
  }
  assert.deepEqual(back, ["s", "b", "a"]);
});

test("a thing that was moved goes back to where it was, and only then away", () => {
  const ops = [sun("s", 5, 5), line("a"), { kind: /** @type {const} */ ("sticker_moved"), id: "s", x: 80, y: 90 }];
  const first = takeBack(ops);
  assert.deepEqual(first, { kind: "sticker_moved", id: "s", x: 5, y: 5 });
  ops.push(/** @type {any} */ (first));
  assert.deepEqual(takeBack(ops), { kind: "undo", id: "a" });
  ops.push(/** @type {any} */ ({ kind: "undo", id: "a" }));
  assert.deepEqual(takeBack(ops), { kind: "undo", id: "s" });
});

test("words that were written again become what they were; words in a list beside the paper are let be", () => {
  const on = { kind: /** @type {const} */ ("words"), id: "w", text: "dog", x: 10, y: 40 };
  assert.deepEqual(takeBack([on, { ...on, text: "my dog" }]), on);
  assert.deepEqual(takeBack([on, { kind: "words", id: "slip", text: "I like school" }]), { kind: "undo", id: "w" });
  assert.equal(takeBack([{ kind: "words", id: "slip", text: "I like school" }]), null);
});
