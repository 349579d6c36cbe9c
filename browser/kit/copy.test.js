// What a copy for the child has on it, and when there is none.
import assert from "node:assert/strict";
import { test } from "node:test";
import { pagesToCopy } from "../../crates/assets/js/kit/copy.js";
import { nothingYet, reduce } from "../../crates/assets/js/kit/session.js";

/** Two pages with words, and these ops after them. @param {...[string, object]} more */
function copied(...more) {
  const ops = [
    ["page", { page: "p1", house: "good" }], ["words", { page: "p1", id: "a", text: "my dog" }],
    ["page", { page: "p2", house: "worries" }], ["words", { page: "p2", id: "b", text: "he frew the plate" }], ...more,
  ].map(([kind, fields], at) => /** @type {any} */ ({ kind, at, since: at, by: "child", .../** @type {object} */ (fields) }));
  const kit = /** @type {any} */ ({ session: { ops, state: ops.reduce(reduce, nothingYet) } });
  return pagesToCopy(kit).map(({ id }) => id);
}

test("what the child left out is on no copy", () => {
  assert.deepEqual(copied(), ["p1", "p2"]);
  assert.deepEqual(copied(["left_out", { page: "p2", on: true }]), ["p1"]);
});

test("where something important was said the tablet prints nothing to take home", () => {
  assert.deepEqual(copied(["important_said", { words: "he frew the plate", now: null }]), []);
});
