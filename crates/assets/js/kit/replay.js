// A drawing as it was drawn, in its own time. Waiting longer than a second and a half is shortened to that. What the child took
// back stays taken back, and what was moved lies where it was moved to: this shows what they left, not what they thought
// better of. Who wants things to hold still, and whoever stops it, sees the whole page at once.
import { drawEnd, drawMark, drawPage, drawPoint, fit } from "./ink.js";
import { standing } from "./marks.js";
import { stickersAreHere } from "./stickers.js";

/** @typedef {import("./marks.js").Op} Op */
/** @typedef {import("./marks.js").Mark} Mark */
/** @typedef {{at: number, mark: Mark, point: number}} Step  `at` in milliseconds from the start */

const LONGEST_GAP_MS = 1500;

/**
 * When a mark began, on the session's clock: a stroke is kept when its last point is there.
 * @param {readonly Op[]} ops
 * @returns {Map<string, number>}
 */
function beginnings(ops) {
  /** @type {Map<string, number>} */
  const began = new Map();
  for (const op of ops) {
    if (op.kind !== "stroke" && op.kind !== "sticker" && op.kind !== "words") continue;
    const lasted = op.kind === "stroke" ? op.points.at(-1)?.[3] ?? 0 : 0;
    if (!began.has(op.id) && op.since !== undefined) began.set(op.id, op.since - lasted);
  }
  return began;
}

/**
 * What is drawn when. Where ops have no time of their own, marks follow one another.
 * @param {readonly Op[]} ops  of one page
 * @returns {Step[]}
 */
export function timeline(ops) {
  const began = beginnings(ops);
  /** @type {Step[]} */
  const steps = [];
  let before = 0, at = 0;
  const then = (/** @type {number} */ clock, /** @type {Mark} */ mark, /** @type {number} */ point) => {
    at += steps.length ? Math.min(Math.max(clock - before, 0), LONGEST_GAP_MS) : 0;
    before = Math.max(before, clock);
    steps.push({ at, mark, point });
  };
  for (const mark of standing(ops)) {
    const start = began.get(mark.id) ?? before;
    if (mark.kind !== "stroke") then(start, mark, 0);
    else mark.points.forEach((one, point) => then(start + one[3], mark, point));
  }
  return steps;
}

/** Whether whoever looks asked their device for less movement. */
const holdsStill = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

/**
 * Draws the page on this canvas as it was drawn. `stop` shows the rest at once. `done` says whether it was seen to its end.
 * @param {HTMLCanvasElement} canvas
 * @param {readonly Op[]} ops  of one page
 * @param {{speed?: number}} [how]
 * @returns {{stop: () => void, done: Promise<boolean>}}
 */
export function replay(canvas, ops, { speed = 1 } = {}) {
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d", { alpha: false }));
  const scale = fit(canvas);
  let stopped = false;
  /** @type {(seen: boolean) => void} */
  let finish = () => {};
  const done = new Promise((/** @type {(seen: boolean) => void} */ resolve) => { finish = resolve; });
  const stop = () => {
    if (stopped) return;
    stopped = true;
    drawPage(context, ops, scale);
    finish(false);
  };
  void stickersAreHere().then(() => {
    if (stopped) return drawPage(context, ops, scale);
    if (holdsStill()) return stop();
    drawPage(context, [], scale);
    context.setTransform(scale, 0, 0, scale, 0, 0);
    play(context, timeline(ops), speed, () => stopped, () => { stopped = true; finish(true); });
  });
  return { stop, done };
}

/** @param {CanvasRenderingContext2D} context @param {Step} step */
function drawStep(context, { mark, point }) {
  if (mark.kind !== "stroke") return drawMark(context, mark);
  drawPoint(context, mark, point);
  if (point === mark.points.length - 1) drawEnd(context, mark);
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {readonly Step[]} steps
 * @param {number} speed
 * @param {() => boolean} stopped
 * @param {() => void} end
 */
function play(context, steps, speed, stopped, end) {
  let next = 0;
  /** @type {number | null} */
  let start = null;
  const frame = (/** @type {number} */ now) => {
    if (stopped()) return;
    start ??= now;
    for (let step = steps[next]; step && step.at <= (now - start) * speed; step = steps[next += 1]) {
      drawStep(context, step);
    }
    if (next < steps.length) requestAnimationFrame(frame);
    else end();
  };
  requestAnimationFrame(frame);
}
