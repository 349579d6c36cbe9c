// How fingers, pens and the mouse become strokes: told by the event and the clock, with nobody waiting.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Pen, pressureOf } from "../../crates/assets/js/kit/pen.js";

const look = { tool: /** @type {const} */ ("crayon"), colour: "#c24e36", width: 7 };

/** @param {number} at @param {number} x @param {number} y @param {Partial<import("../../crates/assets/js/kit/pen.js").Spot>} [more] */
const spot = (at, x, y, more = {}) => ({ pointer: 1, type: "pen", x, y, left: x, top: y, pressure: 0.5, at, ...more });
const finger = { pointer: 2, type: "touch" };

/** A pen, and what it kept. */
function hand() {
  let ids = 0;
  /** @type {{id: string, points: number, ended: boolean}[]} */
  const kept = [];
  /** @type {[string, number][]} */
  const drawn = [];
  const pen = new Pen({
    newId: () => `s${ids += 1}`,
    draw: (stroke, from) => drawn.push([stroke.id, stroke.points.length - from]),
    keep: (stroke) => kept.push({ id: stroke.id, points: stroke.points.length, ended: stroke.ended }),
  });
  return { pen, kept, drawn };
}

test("a stroke is what was drawn: tenths of a unit, hundredths of pressure, milliseconds since it began", () => {
  const { pen } = hand();
  pen.down(spot(1000, 10.04, 20.06, { pressure: 0.333 }), look);
  pen.move([spot(1008.4, 14.251, 20, { pressure: 0.416 }), spot(1016.6, 19, 23.449, { pressure: 1 })]);
  assert.deepEqual(pen.strokes[0]?.points, [[10, 20.1, 0.33, 0], [14.3, 20, 0.42, 8], [19, 23.4, 1, 17]]);
});

test("ink is drawn in the event that brings it", () => {
  const { pen, drawn } = hand();
  pen.down(spot(0, 10, 10), look);
  pen.move([spot(8, 15, 10), spot(12, 20, 10)]);
  assert.deepEqual(drawn, [["s1", 1], ["s1", 2]]);
});

test("a mouse and a finger that cannot tell their pressure press by half", () => {
  const told = [["mouse", 0.5], ["mouse", 0], ["touch", 1], ["touch", 0], ["touch", 0.25], ["pen", 0.7], ["pen", 0], ["pen", 1]];
  assert.deepEqual(told.map(([type, pressure]) => pressureOf(String(type), Number(pressure))), [0.5, 0.5, 0.5, 0.5, 0.25, 0.7, 0.5, 1]);
});

test("a stroke is kept every half second while it goes on, and when it ends", () => {
  const { pen, kept } = hand();
  pen.down(spot(0, 0, 0), look);
  for (let at = 100; at <= 1200; at += 100) pen.move([spot(at, at / 2, 0)]);
  assert.deepEqual(kept, [{ id: "s1", points: 6, ended: false }, { id: "s1", points: 11, ended: false }]);
  pen.up(spot(1250, 600, 0));
  assert.deepEqual(kept.at(-1), { id: "s1", points: 13, ended: true });
});

test("a pen that rests on the paper is kept too, once", () => {
  const { pen, kept } = hand();
  pen.down(spot(0, 0, 0), look);
  pen.move([spot(20, 30, 0)]);
  for (const at of [200, 499, 500, 1000, 3000]) pen.tick(at);
  assert.deepEqual(kept, [{ id: "s1", points: 2, ended: false }]);
});

test("what is not kept yet is kept in a hurry", () => {
  const { pen, kept } = hand();
  pen.down(spot(0, 0, 0), look);
  pen.move([spot(20, 30, 0)]);
  pen.hurry(25);
  pen.hurry(26);
  assert.deepEqual(kept, [{ id: "s1", points: 2, ended: false }]);
});

test("a palm beside the pen leaves no mark", () => {
  const { pen } = hand();
  assert.ok(pen.down(spot(0, 100, 100), look));
  assert.equal(pen.down(spot(5, 300, 300, finger), look), false);
  pen.move([spot(8, 340, 300, finger)]);
  assert.equal(pen.strokes.length, 1);
  pen.up(spot(20, 110, 100));
  assert.ok(pen.down(spot(30, 300, 300, finger), look), "with the pen away a finger draws again");
});

test("the finger that began a stroke goes on when a pen comes, a second finger does not draw", () => {
  const { pen } = hand();
  pen.down(spot(0, 10, 10, finger), look);
  assert.equal(pen.down(spot(4, 50, 50, { ...finger, pointer: 3 }), look), false);
  assert.ok(pen.down(spot(5, 100, 100), look));
  pen.move([spot(9, 30, 10, finger)]);
  assert.deepEqual(pen.strokes.map((stroke) => stroke.points.length), [2, 1]);
});

test("a pointer that is taken away and comes back soon and near goes on with its stroke", () => {
  const { pen, kept } = hand();
  pen.down(spot(0, 10, 10, finger), look);
  pen.move([spot(10, 40, 10, finger)]);
  pen.cancel(2, 12);
  assert.ok(pen.down(spot(92, 60, 20, { ...finger, pointer: 7 }), look));
  pen.move([spot(100, 80, 20, { ...finger, pointer: 7 })]);
  pen.up(spot(110, 80, 20, { ...finger, pointer: 7 }));
  assert.deepEqual(kept, [{ id: "s1", points: 4, ended: true }]);
});

for (const [why, at, x, type] of /** @type {[string, number, number, string][]} */ ([
  ["late", 93, 40, "touch"], ["far away", 50, 65, "touch"], ["as something else", 50, 40, "pen"],
])) {
  test(`one that comes back ${why} begins another, and nothing that was drawn is lost`, () => {
    const { pen, kept } = hand();
    pen.down(spot(0, 10, 10, finger), look);
    pen.move([spot(10, 40, 10, finger)]);
    pen.cancel(2, 12);
    pen.down(spot(at, x, 10, { pointer: 7, type }), look);
    pen.tick(at + 100);
    assert.deepEqual(kept, [{ id: "s1", points: 2, ended: true }]);
    assert.deepEqual(pen.strokes.map((stroke) => stroke.id), ["s2"]);
  });
}

test("a tap is a dot", () => {
  const { pen, kept } = hand();
  pen.down(spot(0, 10, 10), look);
  pen.up(spot(60, 10, 10));
  assert.deepEqual(kept, [{ id: "s1", points: 1, ended: true }]);
});

test("a line that never ends goes on as another from where it was", () => {
  const { pen, kept } = hand();
  pen.down(spot(0, 0, 0), look);
  for (let n = 1; n < 1200; n += 1) pen.move([spot(n / 10, n % 700, n)]);
  assert.deepEqual(kept, [{ id: "s1", points: 1000, ended: true }]);
  assert.equal(pen.strokes[0]?.id, "s2");
  assert.equal(pen.strokes[0]?.points.length, 201);
});

test("a line that leaves the paper stops where nobody sees it", () => {
  const { pen } = hand();
  pen.down(spot(0, 730, 400), look);
  pen.move([spot(8, 2000, -900)]);
  assert.deepEqual(pen.strokes[0]?.points.at(-1)?.slice(0, 2), [768, -24]);
});
