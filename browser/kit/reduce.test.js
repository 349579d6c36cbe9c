// What a session amounts to, op by op.
import assert from "node:assert/strict";
import { test } from "node:test";
import { nothingYet, reduce } from "../../crates/assets/js/kit/session.js";

/** @typedef {import("../../crates/assets/js/kit/reduce.js").Op} Op */

/** @param {[string, object][]} ops */
function after(...ops) {
  return ops.map(([kind, fields], at) => /** @type {Op} */ ({ kind, at, since: at, by: "child", ...fields }))
    .reduce(reduce, nothingYet);
}

/** @type {[string, object]} */
const BEGIN = ["begin", { session: "s", child: { pack: "c1", name: "Kayleigh" }, worker: "Joel", language: "en-GB", build: "b" }];
/** @type {[string, object]} */
const PAGE = ["page", { page: "p1", house: "good" }];
/** @type {[string, object]} */
const OTHER = ["page", { page: "p2", house: "worries" }];

test("it begins with the child, the worker and the language", () => {
  const { child, worker, language, began_at } = after(BEGIN);
  assert.deepEqual({ child, worker, language, began_at },
    { child: { pack: "c1", name: "Kayleigh" }, worker: "Joel", language: "en-GB", began_at: 0 });
});

test("a stroke that goes on takes the place of what there was of it, and an undo stands after what it undoes", () => {
  const stroke = (/** @type {string} */ id, /** @type {number} */ length) =>
    /** @type {[string, object]} */ (["stroke", { page: "p1", id, points: Array(length).fill([0, 0, 0, 0]) }]);
  const state = after(PAGE, stroke("a", 1), stroke("a", 9), stroke("b", 2), ["undo", { page: "p1", id: "b" }]);
  assert.deepEqual(state.pages[0]?.ops.map(({ kind, points }) => [kind, points?.length]),
    [["page", undefined], ["stroke", 9], ["stroke", 2], ["undo", undefined]]);
});

test("pages stand as the child put them, those put nowhere come after, and each house counts its own", () => {
  const third = /** @type {[string, object]} */ (["page", { page: "p3", house: "good" }]);
  const state = after(PAGE, OTHER, third, ["order", { pages: ["p3", "p1"] }]);
  assert.deepEqual(state.pages.map(({ id }) => id), ["p3", "p1", "p2"]);
  assert.deepEqual(state.counts, { good: 2, worries: 1 });
  assert.equal(after(PAGE, OTHER, ["page", { page: "p1", house: "good" }]).pages.length, 2, "a page begins once");
});

test("title, important, left out, number, place on the path and sorting belong to their page", () => {
  const [one, two] = after(
    PAGE, OTHER, ["title", { page: "p1", text: "Pancakes" }], ["important", { page: "p1", on: true }],
    ["left_out", { page: "p2", on: true }], ["number", { page: "p2", value: null }],
    ["mark", { page: "p1", position: 0.4 }], ["sorted", { page: "p1", card: "school", column: "good" }],
    ["sorted", { page: "p1", card: "school", column: null }],
  ).pages;
  assert.deepEqual([one?.title, one?.important, one?.left_out, one?.mark?.position, one?.sorted], ["Pancakes", true, false, 0.4, { school: null }]);
  assert.deepEqual([two?.title, two?.left_out, two?.number, one?.number], ["", true, null, undefined]);
});

test("a sound that stopped by itself says so, and one that was ended does not", () => {
  const sound = { page: "p1", id: "x", attachment: "a1", ms: 5, type: "audio/webm" };
  const [page] = after(PAGE, ["sound", { ...sound, broken_off: true }], ["sound", { ...sound, attachment: "a2" }]).pages;
  assert.deepEqual(page?.sounds.map((one) => "broken_off" in one && one.broken_off), [true, false]);
});

test("a sound that was thrown away is on no page", () => {
  const sound = /** @type {[string, object]} */ (["sound", { page: "p1", id: "x", attachment: "a1", ms: 5, type: "audio/webm" }]);
  const photo = /** @type {[string, object]} */ (["photo", { page: "p1", id: "y", attachment: "a2", width: 4, height: 3, type: "image/jpeg" }]);
  const [kept] = after(PAGE, sound, photo).pages;
  const [gone] = after(PAGE, sound, photo, ["thrown_away", { attachment: "a1" }]).pages;
  assert.deepEqual([kept?.sounds.length, kept?.photos.length, gone?.sounds.length, gone?.photos.length], [1, 1, 0, 1]);
});

test("the newest answer counts, for each page and person, for each stone, and for the level", () => {
  const mum = { id: "m", name: "Mum" };
  const state = after(
    PAGE, ["share", { page: "p1", person: mum, answer: "ask_later" }], ["share", { page: "p1", person: { name: "Nan" }, answer: "yes" }],
    ["share", { page: "p1", person: mum, answer: "no" }], ["understood", { stone: "keeping_safe", answer: "not_sure" }],
    ["understood", { stone: "keeping_safe", answer: "yes" }], ["level", { level: "a" }], ["level", { level: "c" }],
  );
  assert.deepEqual(state.share.map(({ person, answer }) => [person.name, answer]), [["Nan", "yes"], ["Mum", "no"]]);
  assert.deepEqual([state.stones, state.level], [{ keeping_safe: "yes" }, "c"]);
});

test("what the child left open is told apart from what she said of later", () => {
  const share = (/** @type {string} */ name) => ({ page: "p1", person: { name }, answer: "ask_later" });
  const left = reduce(after(PAGE, ["share", share("Mum")]), /** @type {any} */ ({ kind: "share", by: "worker", ...share("Nan") }));
  assert.deepEqual(left.share.map(({ person, left }) => [person.name, left === true]), [["Mum", false], ["Nan", true]]);
});

test("a kind that is not known, and an op of a page that is not there, change nothing", () => {
  const state = after(BEGIN, PAGE);
  for (const kind of ["hologram", "constructor", "__proto__"]) {
    assert.equal(reduce(state, { kind, at: 9, since: 9, by: "child" }), state);
  }
  assert.equal(reduce(state, { kind: "stroke", page: "elsewhere", id: "s", at: 9, since: 9, by: "child" }), state);
});

test("every kind of the contract is known", async () => {
  const { readFile } = await import("node:fs/promises");
  const contract = await readFile(new URL("../../docs/kit.md", import.meta.url), "utf8");
  const table = contract.slice(contract.indexOf("## Ops"), contract.indexOf("A drawing is the ops"));
  const kinds = table.split("\n").filter((line) => line.startsWith("| `")).flatMap((line) => {
    const [, first = ""] = line.split("|");
    return [...first.matchAll(/`(\w+)`/g)].map(([, kind]) => kind ?? "");
  });
  assert.ok(kinds.length >= 30, `${kinds.length}`);
  /** @type {any} */
  const all = { page: "p1", person: { name: "x" }, pages: ["p1"], on: true, session: "s", house: "h", answer: "yes", text: "x", name: "y" };
  const state = after(PAGE, ["pause", {}], ["sound", { page: "p1", attachment: "a" }]);
  const before = { ...all, attachment: "a", at: 9, since: 9, by: "child" };
  for (const kind of kinds) assert.notEqual(reduce(state, { ...before, kind }), state, kind);
});

test("who is in My people, with the figure that was picked last", () => {
  const state = after(["person", { person: { name: "Nan" }, figure: "22" }], ["person", { person: { id: "u1", name: "Pete" }, figure: null }],
    ["person", { person: { name: "Nan" }, figure: "21" }]);
  assert.deepEqual(state.people, [{ id: "u1", name: "Pete", figure: null, gone: false }, { name: "Nan", figure: "21", gone: false }]);
});

test("whose name came along is taken out like any other, and put in again", async () => {
  const { persons } = await import("../../crates/assets/js/kit/persons.js");
  const names = (/** @type {[string, object][]} */ ...ops) =>
    persons(/** @type {any} */ ({ pack: { people: [{ id: "u1", name: "Dad" }, { id: "u2", name: "Nan" }] }, session: { state: after(...ops) } }))
      .map(({ name }) => name);
  /** @type {[string, object]} */
  const out = ["person", { person: { id: "u1", name: "Dad" }, figure: null, gone: true }];
  assert.deepEqual(names(out), ["Nan"]);
  assert.deepEqual(names(out, ["person", { person: { id: "u1", name: "Dad" }, figure: "03" }]), ["Dad", "Nan"]);
});

test("whom she rang afterwards is said of all of which nobody had been rung", () => {
  const said = (/** @type {string | null} */ rang) => /** @type {[string, object]} */ (["important_said", { words: "w", rang, by: "worker" }]);
  const rung = (/** @type {[string, object][]} */ ...ops) => after(BEGIN, ...ops).important_said.map(({ rang }) => rang);
  assert.deepEqual(rung(said(null), said("Sam, 4 pm"), ["rung", { rang: "Priya, 5 pm" }]), ["Priya, 5 pm", "Sam, 4 pm"]);
  assert.deepEqual(rung(["rung", { rang: "Priya, 5 pm" }], said(null)), [null], "what was said later is still open");
  assert.deepEqual(rung(said("Not yet"), ["rung", { rang: "Priya, 5 pm" }]), ["Priya, 5 pm"], "an older kit's words for nobody");
});
