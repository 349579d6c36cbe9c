// Where something important was said the kit asks nothing more.
import assert from "node:assert/strict";
import { test } from "node:test";
import { CARD, quietHouses } from "../../crates/assets/js/kit/quiet.js";

const nodes = [{ id: "K05" }, { id: "H10", house: "good" }, { id: "H21", house: "worries" }, { id: "D20" }];
const at = (/** @type {string} */ node) => ({ kind: "at", node });
const important = { kind: "important_said", words: "he locks the door" };
const quiet = (/** @type {any[]} */ ...ops) => [...quietHouses(ops, nodes, CARD)];

test("the house it was said in falls quiet, and no other", () => {
  assert.deepEqual(quiet(at("H10"), at("K05"), at("H21"), important, at("K05"), at("H10")), ["worries"]);
});

test("the card between does not hide the house", () => {
  assert.deepEqual(quiet(at("H21"), at("D10"), at("D12"), at("D20"), important), ["worries"]);
});

test("what was said outside a house quiets none", () => {
  assert.deepEqual(quiet(at("H10"), at("K05"), important), []);
});

test("nothing important, nothing quiet", () => {
  assert.deepEqual(quiet(at("H21"), at("K05")), []);
});
