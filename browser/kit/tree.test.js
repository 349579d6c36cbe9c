// The walk through the decision tree, on the tree that the product has.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";

import { Walk, guards } from "../../crates/assets/js/kit/tree.js";

/** @typedef {import("../../crates/assets/js/kit/tree.js").Facts} Facts */

/** @type {import("../../crates/assets/js/kit/tree.js").Tree} */
const TREE = JSON.parse(readFileSync(new URL("../../crates/domain/kit/tree.json", import.meta.url), "utf8"));

const PREPARED = ["enquiry-none", "told-nothing", "way-fits", "agreement-parent", "near-nobody", "needs-none"];
const EXPLAINED = ["variant-houses", "choose-shell", "next", "yes-ok", "yes-ok", "yes-ok", "yes-ok", "next", "next"];
/** Who has been told what must be told, and stands before the houses. */
const HEARD = ["B01", "K11", "K12", "K05"];
const READ_AND_SHARED = ["right-as-it-is", "next", "next"];

/** @param {Walk} walk @param {string[]} labels */
function walk_on(walk, labels) {
  for (const label of labels) assert.ok(walk.choose(label), `${label} is offered at ${walk.node.id}`);
  return walk;
}

/** A walk that stands before the houses. @param {Facts} facts */
function at_the_houses(facts = {}) {
  return walk_on(new Walk(TREE, facts), [...PREPARED, ...EXPLAINED]);
}

/** @param {Walk} walk */
const offered = (walk) => walk.choices().map((choice) => choice.label);

describe("a walk", () => {
  test("goes from the first question to a sealed session", () => {
    const walk = at_the_houses({ pages: 1 });
    assert.equal(walk.node.id, "K04");
    walk_on(walk, ["good", "more", "thats-all", "finish", ...READ_AND_SHARED, "thats-all", "skip", "next", "next"]);
    assert.equal(walk.node.id, "P10");
    walk_on(walk, ["parents-nothing", "answer-date-set", "done"]);
    assert.equal(walk.end, "read_back");
  });

  test("answers with what a choice asks to be written down", () => {
    const walk = new Walk(TREE, {});
    assert.deepEqual(walk.choose("enquiry-cleared"), {
      label: "enquiry-cleared", goto: "B02", effect: "enquiry", value: "cleared",
    });
  });

  test("takes nothing that is not offered", () => {
    const walk = new Walk(TREE, {});
    assert.equal(walk.choose("finish"), null);
    assert.equal(walk.node.id, "B01");
  });

  test("does not start where an enquiry limits what may be asked", () => {
    const walk = walk_on(new Walk(TREE, {}), ["enquiry-limits", "reason-written"]);
    assert.equal(walk.end, "not_started");
  });

  test("ends by the child's no at each step before the first page of the child's", () => {
    const steps = TREE.nodes.filter(({ id }) => id.startsWith("B"));
    assert.ok(steps.length > 12, "the preparation is there");
    for (const { id } of steps) {
      const walk = walk_on(new Walk(TREE, {}, ["B01", id]), ["child-says-no"]);
      assert.equal(walk.node.speaks_to, "worker", id);
      walk_on(walk, ["no-thanked"]);
      assert.equal(walk.end, "said_no", id);
    }
  });

  test("can be taken up again from where it has been", () => {
    const walk = new Walk(TREE, {}, [...HEARD, "H20", "no longer there"]);
    assert.equal(walk.node.id, "H20");
    walk.choose("thats-all");
    assert.deepEqual(walk.path, [...HEARD, "H20", "K05"]);
  });
});

describe("stop, break, important", () => {
  test("stop says thank you and ends", () => {
    const walk = at_the_houses();
    assert.equal(walk.stop().id, "E90");
    walk_on(walk, ["bye", "reflection-later"]);
    assert.equal(walk.end, "stopped_by_child");
  });

  test("after a break the child is where they were", () => {
    const walk = walk_on(at_the_houses(), ["worries", "more"]);
    walk.take_break();
    walk.stop();
    assert.equal(walk.node.id, "E90");
    walk_on(walk, ["not-stop"]);
    assert.equal(walk.node.id, "H21");
  });

  test("something important can be opened by mistake", () => {
    const walk = walk_on(at_the_houses(), ["dreams"]);
    walk.important();
    walk_on(walk, ["important-mistake"]);
    assert.equal(walk.node.id, "H30");
  });

  test("they are the child's, and not after the end", () => {
    const walk = new Walk(TREE, {});
    assert.equal(walk.stop().id, "B01");
    const ended = new Walk(TREE, {}, ["F10"]);
    assert.equal(ended.stop().id, "F10");
    assert.equal(ended.back().id, "F10");
  });
});

describe("guards", () => {
  test("each guard in the tree is known here", () => {
    const used = TREE.nodes.flatMap((node) => node.choices.flatMap((choice) => choice.guard ?? []));
    assert.deepEqual(used.filter((guard) => !guards().includes(guard)), []);
    assert.deepEqual(guards().filter((guard) => !used.includes(guard)), []);
  });

  test("a scale is for older children only, and stones are for the youngest", () => {
    const at = (/** @type {string} */ level) => new Walk(TREE, { level }, HEARD);
    assert.deepEqual(["a", "b", "c", "d", "e"].map((level) => offered(at(level)).includes("scale")), [
      false, false, true, true, false,
    ]);
    assert.equal(walk_on(at("a"), ["path"]).node.id, "T10a");
    assert.equal(walk_on(at("b"), ["path"]).node.id, "T10");
  });

  test("nine prompts in a house, and then no more is offered", () => {
    const walk = walk_on(new Walk(TREE, {}, HEARD), ["worries"]);
    while (offered(walk).includes("more")) walk.choose("more");
    assert.equal(walk.asked, 9);
    assert.ok(offered(walk).includes("thats-all"));
    walk_on(walk, ["thats-all", "worries"]);
    assert.equal(walk.asked, 1);
  });

  test("a break does not begin the count anew", () => {
    const walk = walk_on(new Walk(TREE, {}, HEARD), ["good", "more"]);
    walk.take_break();
    walk_on(walk, ["come-back"]);
    assert.equal(walk.asked, 2);
  });

  test("facts are read when they are needed", () => {
    let pages = 0;
    const walk = new Walk(TREE, () => ({ pages }), HEARD);
    assert.ok(!offered(walk).includes("enough-today"));
    pages = 1;
    assert.ok(offered(walk).includes("enough-today"));
  });

  test("nothing more is asked about worries once something important was said", () => {
    const walk = walk_on(new Walk(TREE, { important_said: true }, HEARD), ["worries"]);
    assert.equal(walk.node.asks, "tells");
    assert.ok(!offered(walk).includes("more"));
  });

  test("what must be passed on is said by the worker: nothing of it comes on the child's screen", () => {
    const walk = walk_on(new Walk(TREE, { important_said: true }, [...HEARD, "Z10"]), ["right-as-it-is", "next"]);
    assert.equal(walk.node.id, "Z20");
  });

  test("what else there is to say is not asked once something important was said", () => {
    const after = (/** @type {any} */ facts) => walk_on(new Walk(TREE, facts, [...HEARD, "Z20"]), ["next"]).node.id;
    assert.deepEqual([after({}), after({ important_said: true })], ["Z30", "Z31"]);
  });

  test("a worker whose child is still talking has nothing of it on the child's screen", () => {
    const walk = walk_on(new Walk(TREE, {}, [...HEARD, "H20"]), []);
    walk.important();
    walk_on(walk, ["important-still-talking"]);
    assert.equal(walk.node.speaks_to, "worker");
    assert.deepEqual(offered(walk), ["important-stopped", "important-now", "card-write-now"]);
  });

  test("ask me later is asked once more, when all else was asked", () => {
    const walk = walk_on(new Walk(TREE, { asks_later: true }, [...HEARD, "Z20", "Z30", "Z31", "Z32"]), ["skip"]);
    assert.equal(walk.node.id, "Z21");
  });

  test("parents are offered nothing where something important was said", () => {
    assert.ok(offered(new Walk(TREE, {}, [...HEARD, "Z20", "P10"])).includes("parents-safe"));
    assert.ok(!offered(new Walk(TREE, { important_said: true }, [...HEARD, "Z20", "P10"])).includes("parents-safe"));
  });
});

describe("free jumps", () => {
  test("go anywhere that needs nothing first", () => {
    const walk = at_the_houses();
    assert.ok(walk.jump("T10"));
    assert.equal(walk.node.id, "T10");
  });

  test("never past the limits of privacy, nor to parents past the child's answers", () => {
    const walk = new Walk(TREE, {});
    assert.ok(!walk.jump("H20"));
    assert.ok(!at_the_houses().jump("P20"));
    assert.ok(!at_the_houses().jump("F10"));
    assert.equal(walk.node.id, "B01");
  });

  test("what was blurted out before the limits were said leads into no house", () => {
    const walk = walk_on(new Walk(TREE, {}, ["K01"]), []);
    walk.important();
    walk_on(walk, ["important-still-talking", "important-stopped", "did-right-said"]);
    assert.deepEqual(offered(walk), ["important-end-here"]);
  });

  test("back goes where we were", () => {
    const walk = walk_on(new Walk(TREE, {}), ["enquiry-none", "told-read"]);
    assert.equal(walk.back().id, "B02");
    assert.equal(walk.back().id, "B01");
    assert.equal(walk.back().id, "B01");
  });
});

test("a variant has words of its own where it needs them", () => {
  const walk = new Walk(TREE, {}, ["H10"]);
  assert.equal(walk.say("figure"), "good-figure");
  assert.equal(walk.say("houses"), "good-house");
  assert.equal(walk.say(), "good-house");
});
