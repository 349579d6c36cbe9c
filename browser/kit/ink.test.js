// The drawing rule, against a canvas that writes down what is asked of it.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { stepFrom } from "../../crates/assets/js/kit/cursor.js";
import { COLOURS, drawPage, freeLine, furthest, linesOf, widthAt } from "../../crates/assets/js/kit/ink.js";
import { describe, placeOf } from "../../crates/assets/js/kit/spoken.js";
import { STICKERS } from "../../crates/assets/js/kit/stickers.js";
import { vanOps, vanStrokes } from "./van.js";

/** @typedef {import("../../crates/assets/js/kit/marks.js").Op} Op */
/** @typedef {import("../../crates/assets/js/kit/marks.js").Stroke} Stroke */

/** What a page asks of its canvas: path calls and what they are drawn with. @param {readonly Op[]} ops */
function askedFor(ops) {
  /** @type {string[]} */
  const asked = [];
  const looks = /** @type {Record<string, unknown>} */ ({});
  const context = new Proxy(looks, {
    get: (known, name) => (name in known ? known[String(name)] : (/** @type {unknown[]} */ ...given) => {
      const look = name === "stroke" ? ` ${known.strokeStyle} ${known.lineWidth}` : name === "fill" ? ` ${known.fillStyle}` : "";
      asked.push(`${String(name)} ${given.join(" ")}${look}`.replace("  ", " ").trim());
    }),
  });
  drawPage(/** @type {any} */ (context), ops);
  return asked.filter((one) => !/^(save|restore|setTransform|beginPath)/.test(one));
}

/** @param {Partial<Stroke>} [more] @returns {Stroke} */
const line = (more = {}) => ({
  kind: "stroke", id: "a", tool: "crayon", colour: "#3c6fb4", width: 7, points: [[0, 0, 0.5, 0], [10, 0, 0.8, 8], [10, 20, 0.2, 16]], ...more,
});

test("width goes from six tenths to fourteen tenths, by halves", () => {
  assert.deepEqual([0, 0.25, 0.5, 0.75, 1].map((pressure) => widthAt(7, pressure)), [4, 5.5, 7, 8.5, 10]);
  assert.equal(widthAt(0.1, 0), 0.5);
});

test("a stroke is a disc, half a line, curves around each point, and half a line", () => {
  assert.deepEqual(askedFor([line()]), [
    "fillRect 0 0 744 486",
    `arc 0 0 3.5 0 ${2 * Math.PI}`, "fill #3c6fb4",
    "moveTo 0 0", "lineTo 5 0", "stroke #3c6fb4 7",
    "moveTo 5 0", "quadraticCurveTo 10 0 10 10", "stroke #3c6fb4 8.5",
    "moveTo 10 10", "lineTo 10 20", "stroke #3c6fb4 5.5",
  ]);
});

test("a tap is a disc alone", () => {
  assert.deepEqual(askedFor([line({ points: [[3, 4, 1, 0]] })]).slice(1), [`arc 3 4 5 0 ${2 * Math.PI}`, "fill #3c6fb4"]);
});

test("the eraser draws in the colour of the paper, whatever crayon was held", () => {
  const asked = askedFor([line({ tool: "eraser", width: 28 })]);
  assert.ok(asked.includes("fill #fffefb") && asked.includes("stroke #fffefb 28"));
  assert.ok(!asked.some((one) => one.includes("#3c6fb4")));
});

test("what was undone asks for nothing", () => {
  assert.deepEqual(askedFor([line(), { kind: "undo", id: "a" }]), ["fillRect 0 0 744 486"]);
});

test("words keep their own line breaks, and break where the paper ends", () => {
  assert.deepEqual(linesOf("I like\nmy dog", 100), ["I like", "my dog"]);
  assert.deepEqual(linesOf("he comes in a blue van", 600), ["he comes", "in a", "blue van"]);
  assert.deepEqual(linesOf("trampolining is best", 700), ["trampolining", "is best"]);
  assert.deepEqual(linesOf("", 100), [""]);
});

test("words are put no further than their longest word reaches", () => {
  assert.equal(furthest({ kind: "words", id: "w", text: "my school is big" }), 732 - 6 * 17);
  assert.equal(furthest({ kind: "sticker", id: "s", what: "sun", x: 0, y: 0, size: 96 }), 744);
});

test("words without a place are not drawn", () => {
  const words = { kind: /** @type {const} */ ("words"), id: "w", text: "Pete" };
  assert.equal(askedFor([words]).length, 1);
  assert.deepEqual(askedFor([{ ...words, x: 12, y: 40 }])[1], "fillText Pete 12 40");
});

test("a mark is said by its colour and where it lies", () => {
  const far = line({ points: [[10, 10, 0.5, 0], [380, 250, 0.5, 90]] });
  assert.deepEqual(describe(far), ["mark-line", { colour: "colour-blue", from: "place-top-left", to: "place-middle" }]);
  assert.deepEqual(describe(line({ points: [[700, 480, 0.5, 0]] })), ["mark-dot", { colour: "colour-blue", at: "place-bottom-right" }]);
  const round = line({ points: [[300, 200, 0.5, 0], [400, 200, 0.5, 9], [400, 300, 0.5, 18], [302, 203, 0.5, 27]] });
  assert.deepEqual(describe(round), ["mark-round", { colour: "colour-blue", at: "place-middle" }]);
  assert.deepEqual(describe(line({ tool: "eraser" })), ["mark-rubbed", { at: "place-top-left" }]);
  const cat = { kind: /** @type {const} */ ("sticker"), id: "s", what: "cat", x: 700, y: 60, size: 96 };
  assert.deepEqual(describe(cat), ["mark-sticker", { what: "sticker-cat", at: "place-top-right" }]);
});

test("nine places, and every colour has its own", () => {
  const places = new Set([20, 370, 720].flatMap((x) => [20, 240, 470].map((y) => placeOf([x, y]))));
  assert.equal(places.size, 9);
  assert.equal(new Set(COLOURS.map((colour) => colour.value)).size, COLOURS.length);
  assert.ok(COLOURS.every((colour) => /^#[0-9a-f]{6}$/.test(colour.value)));
});

test("the cursor walks the grid and stays on the paper", () => {
  assert.deepEqual(stepFrom([360, 240], [1, 0]), [384, 240]);
  assert.deepEqual(stepFrom([360, 240], [-1, -1], 6), [354, 234]);
  assert.deepEqual(stepFrom([0, 0], [-1, -1]), [0, 0]);
  assert.deepEqual(stepFrom([740, 480], [1, 1]), [744, 486]);
});

test("Tyler's van is always the same van, and lies on the paper", () => {
  assert.deepEqual(vanStrokes(), vanStrokes());
  const points = vanStrokes().flatMap((stroke) => stroke.points);
  assert.ok(points.every(([x, y, pressure]) => x >= -24 && x <= 768 && y >= -24 && y <= 510 && pressure > 0 && pressure < 1));
  const ops = vanOps("page", (nth) => `s${nth}`, { since: 5000 });
  assert.ok(ops.every((op, n) => op.since > (ops[n - 1]?.since ?? 5000)));
});

test("every sticker and every crayon is drawn, and has its word", () => {
  const assets = new URL("../../crates/assets/kit/", import.meta.url);
  const words = readFileSync(new URL("../../crates/ui/words/en-GB/kit_ink.ftl", import.meta.url), "utf8");
  for (const name of STICKERS) {
    assert.ok(existsSync(new URL(`stickers/${name}.svg`, assets)), name);
    assert.ok(words.includes(`\nkit-sticker-${name} = `), name);
  }
  for (const { name } of COLOURS) {
    assert.ok(existsSync(new URL(`crayon-${name}.svg`, assets)), name);
    assert.ok(words.includes(`\nkit-colour-${name} = `), name);
  }
});

test("words that are put on the paper lie over none that are there, however many lines those take", () => {
  const at = { x: 40, y: 60, line: 44, lines: 9 };
  const long = "when he is late I put the chair under the handle and count the cars and wait";
  assert.ok(linesOf(long, at.x).length > 1, "it takes more than a line");
  /** @type {import("../../crates/assets/js/kit/marks.js").Words[]} */
  const there = [];
  for (const text of [long, "then I sleep", "me"]) {
    const n = freeLine(there, text, at);
    there.push({ kind: "words", id: text, text, x: at.x, y: at.y + n * at.line });
  }
  assert.deepEqual(there.map(({ y }) => ((y ?? 0) - at.y) / at.line), [0, 2, 3]);
  const full = Array.from({ length: 9 }, (_, n) => ({ kind: /** @type {const} */ ("words"), id: `${n}`, text: "x", x: at.x, y: at.y + n * at.line }));
  assert.equal(freeLine(full, "one more", at), 0, "from the top again");
});
