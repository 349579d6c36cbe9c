// The paper by keys and switches: a cursor that arrows move from place to place. Enter or Space puts the pen down and lifts it,
// puts down a sticker or words, picks one up; Escape lifts, or puts back what is held. Home, End, Page up and Page down
// (7, 1, 9, 3 of a number block) go aslant. With Shift the steps are small. Control and Z takes back.
// Buttons call `appear`, `step` and `enter` (`button_pad.js`) for those whose switch sends no keys.
import { HIGH, WIDE } from "./ink.js";
import { placeOf } from "./spoken.js";

/** @typedef {import("./paper.js").Paper} Paper */

const STEP = 24;
const SMALL_STEP = 6;

/** Which way a key goes. @type {Record<string, [number, number]>} */
const WAYS = {
  ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1],
  Home: [-1, -1], PageUp: [1, -1], End: [-1, 1], PageDown: [1, 1],
};

/**
 * One step on the grid, never beyond the paper.
 * @param {[number, number]} from
 * @param {[number, number]} way
 * @param {number} [step]
 * @returns {[number, number]}
 */
export function stepFrom(from, way, step = STEP) {
  const along = (/** @type {number} */ at, /** @type {number} */ by, /** @type {number} */ most) =>
    Math.min(Math.max(at + by * step, 0), Math.floor(most / SMALL_STEP) * SMALL_STEP);
  return [along(from[0], way[0], WIDE), along(from[1], way[1], HIGH)];
}

export class Cursor {
  /** @type {[number, number]} */
  at = [15 * STEP, 10 * STEP];

  /**
   * @param {HTMLCanvasElement} canvas
   * @param {Paper} paper
   * @param {import("./spoken.js").Spoken} spoken
   */
  constructor(canvas, paper, spoken) {
    this.canvas = canvas;
    this.paper = paper;
    this.spoken = spoken;
    this.layer = document.createElement("canvas");
    this.layer.className = "paper-layer";
    this.layer.hidden = true;
    this.layer.setAttribute("aria-hidden", "true");
    canvas.tabIndex = 0;
    canvas.setAttribute("role", "application");
    canvas.addEventListener("keydown", (event) => this.#key(event));
    canvas.addEventListener("focus", () => { if (canvas.matches(":focus-visible")) this.#show(); });
    canvas.addEventListener("blur", () => {
      if (this.byButtons) return;
      this.escape();
      this.hide();
    });
  }

  /** Buttons move it: whoever passes over the paper by keys does not lift the pen. */
  byButtons = false;

  /** Whether the pen of keys is down, or something is carried by keys. */
  get down() { return this.paper.takes("keys"); }

  hide() { this.layer.hidden = true; }

  /** It is seen, and said where it is. */
  appear() {
    this.#show();
    this.spoken.here(this.at, this.down);
  }

  /** @param {[number, number]} way  -1, 0 or 1 to the right and down @param {number} [step] */
  step(way, step) {
    const from = this.at;
    const was = placeOf(from);
    this.at = stepFrom(from, way, step);
    if (this.down) this.paper.moved(this.#spotsFrom(from));
    this.#show();
    if (placeOf(this.at) !== was) this.spoken.here(this.at, this.down);
  }

  /** Pen down or up; a thing put down or picked up. */
  enter() {
    const spot = this.#spot();
    if (this.down) this.paper.release(spot);
    // A new sticker lies where the cursor is; one that was there is carried until Enter comes again.
    else if (this.paper.press(spot) && this.paper.holdsNew) this.paper.release(spot);
    this.#show();
    this.spoken.here(this.at, this.down);
  }

  /** Lifts the pen; puts back what is carried. */
  escape() {
    if (!this.down) return;
    this.paper.putBack();
    this.paper.lift();
    this.#show();
    this.spoken.here(this.at, false);
  }

  /** The cursor's layer has as many pixels as the paper. */
  fit() {
    const { width, height } = this.canvas;
    if (this.layer.width !== width || this.layer.height !== height) Object.assign(this.layer, { width, height });
    if (!this.layer.hidden) this.#show();
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const undoes = (event.ctrlKey || event.metaKey) && event.key === "z";
    if ((event.ctrlKey || event.metaKey || event.altKey) && !undoes) return;
    const way = WAYS[event.key];
    if (undoes) this.paper.undo();
    else if (way) this.step(way, event.shiftKey ? SMALL_STEP : STEP);
    else if (event.key === "Enter" || event.key === " ") { if (!event.repeat) this.enter(); }
    else if (event.key === "Escape" && this.down) this.escape();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** The way here from there, in small steps: a line turns at its corners, and does not cut them. @param {[number, number]} from */
  #spotsFrom([x, y]) {
    const [toX, toY] = this.at;
    const parts = Math.max(1, Math.ceil(Math.max(Math.abs(toX - x), Math.abs(toY - y)) / SMALL_STEP));
    return Array.from({ length: parts }, (_, part) => {
      const far = (part + 1) / parts;
      return this.#spot([x + (toX - x) * far, y + (toY - y) * far]);
    });
  }

  /** @param {[number, number]} [at] */
  #spot([x, y] = this.at) {
    return { pointer: "keys", type: "keys", x, y, left: x, top: y, pressure: 0.5, at: performance.now() };
  }

  /** A ring, filled while the pen is down; dark in light, so that it is seen on every colour. */
  #show() {
    const { layer } = this;
    const context = layer.getContext("2d");
    if (!context) return;
    layer.hidden = false;
    const scale = layer.width / WIDE;
    context.setTransform(scale, 0, 0, scale, 0, 0);
    context.clearRect(0, 0, WIDE, HIGH);
    for (const [width, colour] of /** @type {[number, string][]} */ ([[7, "#ffffff"], [3, "#1e2a2f"]])) {
      context.lineWidth = width;
      context.strokeStyle = colour;
      context.beginPath();
      context.arc(this.at[0], this.at[1], 14, 0, 2 * Math.PI);
      for (const [x, y] of [[1, 0], [-1, 0], [0, 1], [0, -1]]) {
        context.moveTo(this.at[0] + (x ?? 0) * 14, this.at[1] + (y ?? 0) * 14);
        context.lineTo(this.at[0] + (x ?? 0) * 24, this.at[1] + (y ?? 0) * 24);
      }
      context.stroke();
    }
    if (!this.down) return;
    context.fillStyle = "#1e2a2f";
    context.beginPath();
    context.arc(this.at[0], this.at[1], 6, 0, 2 * Math.PI);
    context.fill();
  }
}
