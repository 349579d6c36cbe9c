// What the record has of a sitting that was prepared and perhaps not started: the way that was walked.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { answered, planForName } from "../../crates/assets/js/kit/plan.js";
import { beginPlanned, keepNo, planNow, prepareFor } from "../../crates/assets/js/kit/preparing.js";
import { putAway } from "../../crates/assets/js/kit/put_away.js";
import { takeUp } from "../../crates/assets/js/kit/take_up.js";
import { Walk } from "../../crates/assets/js/kit/tree.js";

const TREE = JSON.parse(readFileSync(new URL("../../crates/domain/kit/tree.json", import.meta.url), "utf8"));

/** A kit without a screen: it walks, and keeps what it is given. */
function kitOf() {
  /** @type {any} */
  const kit = {
    book: { build: "b1", tree: TREE },
    /** @type {[string, any, string][]} */
    kept: [],
    tablet: { device: () => null, begin: async (/** @type {any} */ fields) => fields },
    w: (/** @type {string} */ name) => name,
    let: () => { kit.walk = null; },
    setOut: (/** @type {string[]} */ been) => { kit.walk = new Walk(TREE, {}, been); },
    follow: async () => {},
    take: async (/** @type {any} */ session) => { kit.session = session; },
    keep: async (/** @type {string} */ kind, /** @type {any} */ fields, /** @type {string} */ by) =>
      kit.kept.push([kind, fields, by]),
  };
  return kit;
}

test("a sitting that is not started says how far its preparation came", async () => {
  const kit = kitOf();
  await prepareFor(kit, planForName("Tyler", "en-GB"));
  for (const label of ["enquiry-none", "told-nothing", "way-fits", "agreement-not-yet"]) {
    assert.ok(kit.walk.choose(label), label);
  }
  await beginPlanned(kit);
  const nodes = kit.kept.map((/** @type {any} */ [kind, { node }, by]) => [kind, node, by]);
  const way = ["B01", "B02", "B02a", "B03", "X02"];
  assert.deepEqual(nodes, way.map((node) => ["at", node, "worker"]));
});

test("what was noted of the child's needs goes to the notes with the question that it answers", async () => {
  const kit = kitOf();
  const read = { words: "Symbols, a board or a speech device", asks: "What does Tyler need?" };
  await prepareFor(kit, answered(planForName("Tyler", "en-GB"), "needs-aac", { about: "Grid 3" }, read));
  await beginPlanned(kit);
  const notes = kit.kept.filter((/** @type {any} */ [kind]) => kind === "note");
  assert.deepEqual(notes, [["note", { text: "Symbols, a board or a speech device: Grid 3", asks: "What does Tyler need?" }, "worker"]]);
});

test("a step that was taken back is no part of the way", async () => {
  const kit = kitOf();
  await prepareFor(kit, planForName("Tyler", "en-GB"));
  kit.walk.choose("enquiry-limits");
  kit.walk.back();
  kit.walk.choose("enquiry-none");
  await beginPlanned(kit);
  assert.deepEqual(kit.kept.map((/** @type {any} */ [, { node }]) => node), ["B01", "B02"]);
});

test("a preparation that is put away is forgotten, and with the PIN it is there with all that was answered", async () => {
  const kit = kitOf();
  /** @type {string[]} */
  const sealed = [];
  Object.assign(kit, {
    at: { name: "agreement", params: { taken: "agreement-parent" } }, side: { hidden: true }, child: { querySelectorAll: () => [] },
    putDown: () => {}, announce: () => {},
    go: async (/** @type {string} */ name, /** @type {any} */ params) => { kit.at = { name, params }; },
  });
  Object.assign(kit.tablet, {
    lock: async () => {}, setAside: async (/** @type {string} */ written) => sealed.push(written), takeBack: async () => sealed.pop(),
  });
  await prepareFor(kit, planForName("Tyler", "en-GB"));
  for (const label of ["enquiry-none", "told-nothing", "way-fits"]) kit.walk.choose(label);
  const before = planNow();
  await putAway(kit);
  assert.deepEqual([kit.at.name, planNow(), kit.walk], ["locked", null, null]);
  assert.doesNotMatch(JSON.stringify(kit.at.params), /Tyler|agreement/);
  await takeUp(kit, kit.at.params);
  assert.deepEqual(planNow(), before);
  assert.deepEqual(kit.walk.path, ["B01", "B02", "B02a", "B03"]);
  assert.deepEqual(kit.at, { name: "agreement", params: { taken: "agreement-parent" } });
});

test("a no keeps the child's words letter for letter, apart from what the worker says of asking again", async () => {
  const kit = kitOf();
  await prepareFor(kit, planForName("Tyler", "en-GB"));
  for (const label of ["enquiry-none", "told-nothing", "child-says-no"]) assert.ok(kit.walk.choose(label), label);
  await keepNo(kit, { words: "nah not doin that", again: "After half-term, and only if he likes." });
  const way = kit.kept.filter((/** @type {any} */ [kind]) => kind === "at").map((/** @type {any} */ [, { node }]) => node);
  assert.deepEqual(way, ["B01", "B02", "B02a", "X05"]);
  assert.deepEqual(kit.kept.filter((/** @type {any} */ [kind]) => kind !== "at"), [
    ["exact", { text: "nah not doin that" }, "worker"],
    ["note", { text: "After half-term, and only if he likes.", asks: "plan-no-again" }, "worker"],
  ]);
});

test("a no needs no word beside it", async () => {
  const kit = kitOf();
  await prepareFor(kit, planForName("Tyler", "en-GB"));
  kit.walk.choose("child-says-no");
  await keepNo(kit, { words: "", again: "" });
  assert.deepEqual(kit.kept.map((/** @type {any} */ [kind, { node }]) => [kind, node]), [["at", "B01"], ["at", "X05"]]);
});
