// How a page is drawn, from its ops alone. The record draws the same ops as SVG, so this is a rule and not a taste:
//
// 1. The paper is 744 by 486 units, filled with #FFFEFB. What is drawn beyond it is not seen.
// 2. Marks are drawn in the order in which they were begun; what was undone is not drawn (`marks.js`).
// 3. A stroke of width w and colour c (the eraser: #FFFEFB, whatever its colour says) has points p0 … pn with pressures
//    q0 … qn. Let W(q) = max(0.5, floor(w × (0.6 + 0.8 × q) × 2 + 0.5) / 2), in 64-bit floats, in that order; and let mi be
//    the middle between p(i-1) and pi. It is drawn in c, without blending, in pieces with round caps:
//      n = 0   a disc at p0, W(q0) across
//      n > 0   a straight line from p0 to m1, W(q0) wide;
//              for i = 1 … n-1 a quadratic curve from mi to m(i+1) with pi as its control point, W(qi) wide;
//              a straight line from mn to pn, W(qn) wide.
//    Pieces of one width that follow one another may be one path with round joins: it covers the same paper
//    (M p0 L m1 Q p1 m2 Q p2 m3 … L pn). Straight lines from point to point alone look like wire: fast hands leave few points.
// 4. A sticker is `kit/stickers/{what}.svg`, a square of `size` units whose middle is at x, y.
// 5. Words that have a place are Andika 28, colour #2C2A33, baseline of the first line at y, left edge at x, 36 from line
//    to line. A line ends where the text has a line break, and before the word that would make it longer than
//    max(8, floor((732 − x) / 17)) characters (code points; a longer word stands alone on its line and is not cut).
//    Words without a place are not drawn.
//
// Ink appears in the event that brings it (`paper.js`), by this same rule; so what is seen while drawing, when a page
// is opened again and in the record is one picture.
import { standing } from "./marks.js";
import { drawSticker } from "./stickers.js";

export { Paper } from "./paper.js";

/** @typedef {import("./marks.js").Op} Op */
/** @typedef {import("./marks.js").Mark} Mark */
/** @typedef {import("./marks.js").Stroke} Stroke */
/** @typedef {import("./marks.js").Words} Words */
/** @typedef {import("./marks.js").Point} Point */
/** @typedef {CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D} Drawing */

/** In paper units. */
export const WIDE = 744;
export const HIGH = 486;
export const PAPER = "#fffefb";

/** The word of each crayon, written in full so that who looks for a word finds it, and its colour. @type {[string, string][]} */
const CRAYONS = [
  ["colour-ink", "#2c2a33"], ["colour-brown", "#7c5132"], ["colour-red", "#c24e36"], ["colour-yellow", "#f0bf35"],
  ["colour-green", "#5b9a52"], ["colour-blue", "#3c6fb4"], ["colour-orange", "#e08a2c"], ["colour-pine", "#2f6b4a"],
  ["colour-sky", "#7fb6d6"], ["colour-purple", "#7d5ab4"], ["colour-pink", "#d8648f"], ["colour-grey", "#8f8b93"],
  ["colour-skin-1", "#f6d3b8"], ["colour-skin-2", "#e3ae86"], ["colour-skin-3", "#bd8158"], ["colour-skin-4", "#8e5a3b"],
  ["colour-skin-5", "#65402b"], ["colour-hair-1", "#241a18"], ["colour-hair-2", "#4a3128"], ["colour-hair-3", "#6b4a30"],
  ["colour-hair-4", "#a8532d"], ["colour-hair-5", "#d2a95e"], ["colour-hair-6", "#a9a29a"],
];

/** The crayons: six beside the paper, the others under More. Each is a file `kit/crayon-NAME.svg` and a word `kit-colour-NAME`. */
export const COLOURS = Object.freeze(CRAYONS.map(([word, value]) => ({ name: word.slice("colour-".length), word, value })));

const TEXT = { font: "28px Andika, sans-serif", colour: "#2c2a33", line: 36, letter: 17, edge: 732, fewest: 8 };

/**
 * As wide as a stroke of this width is where it was pressed so, to the nearest half.
 * @param {number} width
 * @param {number} pressure
 */
export function widthAt(width, pressure) {
  return Math.max(0.5, Math.floor(width * (0.6 + 0.8 * pressure) * 2 + 0.5) / 2);
}

/** The middle between two points. @param {Point} one @param {Point} other @returns {[number, number]} */
const middle = (one, other) => [(one[0] + other[0]) / 2, (one[1] + other[1]) / 2];

/**
 * Takes up the colour, and the width of one point.
 * @param {Drawing} context
 * @param {Stroke} stroke
 * @param {Point} point
 */
function takeUp(context, stroke, point) {
  const colour = stroke.tool === "eraser" ? PAPER : stroke.colour;
  context.fillStyle = colour;
  context.strokeStyle = colour;
  context.lineCap = "round";
  context.lineWidth = widthAt(stroke.width, point[2]);
  context.beginPath();
}

/**
 * What one point of a stroke adds to it: the first a disc, the second half a line, each other a curve around the point before.
 * The stroke's end, from the last middle to the last point, is drawn by `drawEnd` when no more points come.
 * @param {Drawing} context
 * @param {Stroke} stroke
 * @param {number} at  the point's number
 */
export function drawPoint(context, stroke, at) {
  const [first, before, here] = [stroke.points[at - 2], stroke.points[at - 1], stroke.points[at]];
  if (!here) return;
  takeUp(context, stroke, before ?? here);
  if (!before) {
    context.arc(here[0], here[1], context.lineWidth / 2, 0, 2 * Math.PI);
    context.fill();
    return;
  }
  if (first) {
    context.moveTo(...middle(first, before));
    context.quadraticCurveTo(before[0], before[1], ...middle(before, here));
  } else {
    context.moveTo(before[0], before[1]);
    context.lineTo(...middle(before, here));
  }
  context.stroke();
}

/** The last half line of a stroke. @param {Drawing} context @param {Stroke} stroke */
export function drawEnd(context, stroke) {
  const [before, last] = [stroke.points.at(-2), stroke.points.at(-1)];
  if (!before || !last) return;
  takeUp(context, stroke, last);
  context.moveTo(...middle(before, last));
  context.lineTo(last[0], last[1]);
  context.stroke();
}

/** A stroke to which more may come. @param {Drawing} context @param {Stroke} stroke */
export function drawGrowing(context, stroke) {
  stroke.points.forEach((_, at) => drawPoint(context, stroke, at));
}

/**
 * The lines that words on the paper are set in.
 * @param {string} text
 * @param {number} x
 */
export function linesOf(text, x) {
  const fits = Math.max(TEXT.fewest, Math.floor((TEXT.edge - x) / TEXT.letter));
  return text.split("\n").flatMap((paragraph) => {
    /** @type {string[]} */
    const lines = [];
    for (const word of paragraph.split(" ")) {
      const longer = lines.length ? `${lines.at(-1)} ${word}` : word;
      if (!lines.length || [...longer].length > fits) lines.push(word);
      else lines[lines.length - 1] = longer;
    }
    return lines;
  });
}

/**
 * The square of paper that words or a sticker take, for a finger to find: left, top, width, height.
 * @param {Mark} mark
 * @returns {[number, number, number, number]}
 */
export function boxOf(mark) {
  if (mark.kind === "sticker") return [mark.x - mark.size / 2, mark.y - mark.size / 2, mark.size, mark.size];
  if (mark.kind !== "words" || mark.x === undefined || mark.y === undefined) return [0, 0, 0, 0];
  const lines = linesOf(mark.text, mark.x);
  const longest = Math.max(3, ...lines.map((line) => [...line].length));
  return [mark.x, mark.y - TEXT.line, longest * TEXT.letter, lines.length * TEXT.line];
}

/**
 * The first line, counted from 0, on which these words lie over none of those; where there is none, the next from the top again.
 * @param {Mark[]} others @param {string} text @param {{x: number, y: number, line: number, lines: number}} at
 */
export function freeLine(others, text, { x, y, line, lines }) {
  const boxes = others.map(boxOf);
  for (let n = 0; n < lines; n += 1) {
    const [left, top, wide, high] = boxOf({ kind: "words", id: "", text, x, y: y + n * line });
    const free = boxes.every(([l, t, w, h]) => l >= left + wide || left >= l + w || t >= top + high || top >= t + h);
    if (free && n + linesOf(text, x).length <= lines) return n;
  }
  return others.length % lines;
}

/** How far to the right a mark may be put, so that it is on the paper: words with their longest word. @param {Mark} mark */
export function furthest(mark) {
  if (mark.kind !== "words") return WIDE;
  const longest = Math.max(0, ...mark.text.split(/[ \n]/).map((word) => [...word].length));
  return Math.max(0, TEXT.edge - longest * TEXT.letter);
}

/** @param {Drawing} context @param {Words} words */
function drawWords(context, { text, x, y }) {
  if (x === undefined || y === undefined) return;
  context.font = TEXT.font;
  context.fillStyle = TEXT.colour;
  context.textAlign = "left";
  context.textBaseline = "alphabetic";
  linesOf(text, x).forEach((line, n) => context.fillText(line, x, y + n * TEXT.line));
}

/** One mark, whole. @param {Drawing} context @param {Mark} mark */
export function drawMark(context, mark) {
  if (mark.kind === "stroke") {
    drawGrowing(context, mark);
    drawEnd(context, mark);
  } else if (mark.kind === "sticker") drawSticker(context, mark);
  else drawWords(context, mark);
}

/**
 * A whole page on a canvas whose unit is `scale` of its pixels. Stickers must have come (`stickersAreHere`).
 * @param {Drawing} context
 * @param {readonly Op[]} ops  of this page
 * @param {number} [scale]
 */
export function drawPage(context, ops, scale = 1) {
  context.save();
  context.setTransform(scale, 0, 0, scale, 0, 0);
  context.fillStyle = PAPER;
  context.fillRect(0, 0, WIDE, HIGH);
  for (const mark of standing(ops)) drawMark(context, mark);
  context.restore();
}

/**
 * Gives a canvas as many pixels as the screen has where it stands, and answers how many make a unit of paper. A canvas
 * that is not on the page yet keeps the pixels it has.
 * @param {HTMLCanvasElement} canvas
 */
export function fit(canvas) {
  const wide = Math.round(canvas.clientWidth * (globalThis.devicePixelRatio || 1)) || canvas.width;
  const high = Math.round(wide * HIGH / WIDE);
  if (canvas.width !== wide || canvas.height !== high) Object.assign(canvas, { width: wide, height: high });
  return wide / WIDE;
}
