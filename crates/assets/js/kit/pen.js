// What becomes of fingers, pens and the mouse on the paper: strokes. Pure: it is told what happened and when, and tells what
// to draw and what to keep. Its rules:
// - A pen always writes. A finger writes while nothing else does and no pen is down: that is a palm. A finger that
//   began a stroke goes on whatever comes after.
// - When the system takes a pointer away, the stroke waits: one of its kind that comes back within 80 ms and 24 pixels
//   goes on with it. If none does, the stroke ends where it was. Nothing that was drawn is ever thrown away.
// - A stroke is kept when it ends and every 500 ms until then, so that what kills a tab takes half a second with it.
// - A line that never ends goes on as another stroke after a thousand points, so that keeping it stays quick.

/** @typedef {import("./marks.js").Point} Point */
/** @typedef {import("./marks.js").Stroke} Stroke */
/** @typedef {{tool: "crayon" | "eraser", colour: string, width: number}} Look */
/**
 * Where something is now. `x`, `y` in paper units, `left`, `top` in pixels of the screen, `at` in milliseconds.
 * @typedef {{pointer: number | string, type: string, x: number, y: number, left: number, top: number,
 *   pressure: number, at: number}} Spot
 */
/** @typedef {Stroke & {points: Point[], ended: boolean}} Growing */
/**
 * @typedef {object} Does
 * @property {(stroke: Growing, from: number) => void} draw  its points from this one on are new
 * @property {(stroke: Growing) => void} keep
 * @property {() => string} newId
 */
/** @typedef {{stroke: Growing, look: Look, type: string, began: number, kept: number, saved: number, last: Spot, paused: number | null}} Line */

export const KEEP_EVERY_MS = 500;
const BACK_WITHIN_MS = 80;
const BACK_WITHIN_PX = 24;
const MOST_POINTS = 1000;
/** A point nearer than this to the one before says nothing. */
const NEAREST = 0.8;
/** So far beyond the paper's edge a stroke may go, in units: enough that its edge is not seen. */
const BEYOND = 24;

/** @param {number} value @param {number} of  parts of one */
const rounded = (value, of) => Math.round(value * of) / of;

/** @param {number} value @param {number} most */
const near = (value, most) => Math.min(Math.max(value, -BEYOND), most + BEYOND);

/**
 * What a pointer says of its pressure, or one half where it cannot say.
 * @param {string} type
 * @param {number} pressure
 */
export function pressureOf(type, pressure) {
  const says = type === "pen" ? pressure > 0 : type === "touch" && pressure > 0 && pressure < 1;
  return says ? rounded(Math.min(pressure, 1), 100) : 0.5;
}

/** @param {Spot} spot @param {number} began @returns {Point} */
function pointOf(spot, began) {
  const [x, y] = [rounded(near(spot.x, 744), 10), rounded(near(spot.y, 486), 10)];
  return [x, y, pressureOf(spot.type, spot.pressure), Math.max(0, Math.round(spot.at - began))];
}

export class Pen {
  /** @type {Map<number | string, Line>} */
  #lines = new Map();
  /** @type {Does} */
  #does;

  /** @param {Does} does */
  constructor(does) { this.#does = does; }

  /** The strokes that go on. */
  get strokes() { return [...this.#lines.values()].map((line) => line.stroke); }

  /** Whether this pointer draws. @param {number | string} pointer */
  draws(pointer) { return this.#lines.has(pointer); }

  /**
   * Something was put down. Answers whether it draws.
   * @param {Spot} spot
   * @param {Look} look
   */
  down(spot, look) {
    this.tick(spot.at);
    const waiting = [...this.#lines].find(([, line]) => line.paused !== null && comesBack(line, spot));
    if (waiting) {
      const [was, line] = waiting;
      this.#lines.delete(was);
      this.#lines.set(spot.pointer, Object.assign(line, { paused: null }));
      this.#add(line, spot);
      return true;
    }
    if (!this.#mayBegin(spot)) return false;
    this.#begin(spot, look);
    return true;
  }

  /** @param {readonly Spot[]} spots  of one pointer, in order */
  move(spots) {
    const line = spots[0] && this.#lines.get(spots[0].pointer);
    if (!line || line.paused !== null) return;
    const from = line.stroke.points.length;
    for (const spot of spots) grow(line, spot);
    if (line.stroke.points.length > from) this.#does.draw(line.stroke, from);
    if (line.stroke.points.length >= MOST_POINTS) this.#goOnAsAnother(line);
    this.tick(line.last.at);
  }

  /** @param {Spot} spot */
  up(spot) {
    const line = this.#lines.get(spot.pointer);
    if (!line) return;
    const at = spot.at - line.began;
    const [x, y] = [rounded(near(spot.x, 744), 10), rounded(near(spot.y, 486), 10)];
    const last = line.stroke.points.at(-1);
    // A pen that leaves presses no more: its last point is as wide as the one before.
    if (last && (last[0] !== x || last[1] !== y)) {
      line.stroke.points.push([x, y, last[2], Math.max(last[3], Math.round(at))]);
      this.#does.draw(line.stroke, line.stroke.points.length - 1);
    }
    this.#end(spot.pointer, line);
  }

  /** The system took it away. @param {number | string} pointer @param {number} at */
  cancel(pointer, at) {
    const line = this.#lines.get(pointer);
    if (line && line.paused === null) line.paused = at;
  }

  /** Time went by. @param {number} at */
  tick(at) {
    for (const [pointer, line] of this.#lines) {
      if (line.paused !== null && at - line.paused > BACK_WITHIN_MS) this.#end(pointer, line);
      else if (at - line.kept >= KEEP_EVERY_MS && line.saved < line.stroke.points.length) this.#keep(line, at);
    }
  }

  /** Keeps what is not kept yet; the page may be gone in a moment. @param {number} at */
  hurry(at) {
    for (const line of this.#lines.values()) if (line.saved < line.stroke.points.length) this.#keep(line, at);
  }

  /** Ends every stroke where it is. */
  lift() { for (const [pointer, line] of this.#lines) this.#end(pointer, line); }

  /** @param {Spot} spot */
  #mayBegin(spot) {
    const going = [...this.#lines.values()].filter((line) => line.paused === null);
    if (spot.type === "touch") return going.length === 0;
    return going.every((line) => line.type === "touch");
  }

  /** @param {Spot} spot @param {Look} look */
  #begin(spot, look) {
    const { tool, colour, width } = look;
    /** @type {Growing} */
    const stroke = { kind: "stroke", id: this.#does.newId(), tool, colour, width, points: [pointOf(spot, spot.at)], ended: false };
    const line = { stroke, look, type: spot.type, began: spot.at, kept: spot.at, saved: 0, last: spot, paused: null };
    this.#lines.set(spot.pointer, line);
    this.#does.draw(stroke, 0);
  }

  /** @param {Line} line @param {Spot} spot */
  #add(line, spot) {
    const from = line.stroke.points.length;
    grow(line, spot);
    if (line.stroke.points.length > from) this.#does.draw(line.stroke, from);
  }

  /** @param {Line} line @param {number} at */
  #keep(line, at) {
    Object.assign(line, { kept: at, saved: line.stroke.points.length });
    this.#does.keep(line.stroke);
  }

  /** @param {number | string} pointer @param {Line} line */
  #end(pointer, line) {
    this.#lines.delete(pointer);
    line.stroke.ended = true;
    this.#does.keep(line.stroke);
  }

  /** @param {Line} line */
  #goOnAsAnother(line) {
    const { last, look } = line;
    this.#end(last.pointer, line);
    this.#begin(last, look);
  }
}

/** @param {Line} line @param {Spot} spot */
function comesBack(line, spot) {
  const far = Math.hypot(spot.left - line.last.left, spot.top - line.last.top);
  return line.type === spot.type && far <= BACK_WITHIN_PX && spot.at - (line.paused ?? 0) <= BACK_WITHIN_MS;
}

/** @param {Line} line @param {Spot} spot */
function grow(line, spot) {
  line.last = spot;
  const last = line.stroke.points.at(-1);
  const point = pointOf(spot, line.began);
  if (last && Math.hypot(point[0] - last[0], point[1] - last[1]) < NEAREST) return;
  line.stroke.points.push(point);
}
