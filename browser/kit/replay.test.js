// When each part of a drawing is drawn again.
import assert from "node:assert/strict";
import { test } from "node:test";
import { timeline } from "../../crates/assets/js/kit/replay.js";

/** @typedef {import("../../crates/assets/js/kit/marks.js").Op} Op */

/** A stroke kept when its last point was there. @param {string} id @param {number} since @param {number[]} times @returns {Op} */
const line = (id, since, times) => ({
  kind: "stroke", id, tool: "crayon", colour: "#3c6fb4", width: 7, ended: true, since, points: times.map((ms) => [ms, 0, 0.5, ms]),
});
/** @param {readonly Op[]} ops */
const when = (ops) => timeline(ops).map((step) => [step.mark.id, step.point, step.at]);

test("a drawing begins at once and keeps its own pace", () => {
  assert.deepEqual(when([line("a", 60_100, [0, 40, 100])]), [["a", 0, 0], ["a", 1, 40], ["a", 2, 100]]);
});

test("short waits are kept, long ones become a second and a half, between strokes and within", () => {
  const steps = when([line("a", 1000, [0, 100]), line("b", 1500, [0, 100]), line("c", 61_500, [0, 30_000])]);
  assert.deepEqual(steps.map(([, , at]) => at), [0, 100, 500, 600, 2100, 3600]);
});

test("what was kept on its way is drawn once, from when it began", () => {
  const steps = when([line("a", 1500, [0, 500]), line("a", 2000, [0, 500, 1000]), line("b", 2100, [0])]);
  assert.deepEqual(steps, [["a", 0, 0], ["a", 1, 500], ["a", 2, 1000], ["b", 0, 1100]]);
});

test("what was taken back is not shown again; what was moved lies where it was moved to", () => {
  const steps = timeline([
    line("a", 100, [0]), line("oh", 200, [0]), { kind: "undo", id: "oh", since: 300 },
    { kind: "sticker", id: "s", what: "sun", x: 1, y: 1, size: 96, since: 400 }, { kind: "sticker_moved", id: "s", x: 9, y: 9, since: 900 },
  ]);
  assert.deepEqual(steps.map((step) => step.mark.id), ["a", "s"]);
  assert.equal(steps[1]?.mark.kind === "sticker" && steps[1].mark.x, 9);
  assert.equal(steps[1]?.at, 300);
});

test("nothing on the page is nothing to wait for", () => {
  assert.deepEqual(timeline([]), []);
});
