// The paper under a child's hand. Ink appears in the event that brings it, by the rule of `ink.js`; what was done goes to
// `onOp` at once. Crayon and eraser draw; with stickers and words a tap puts one down, or picks up and moves the one
// that is there. Keys do all of it too (`cursor.js`), and a list that is heard says what is on the page (`spoken.js`).
// Deliberately absent: gestures with two fingers, zoom, predicted points, a second layer.
import { uuid7 } from "./bytes.js";
import { Cursor } from "./cursor.js";
import { boxOf, drawEnd, drawGrowing, drawMark, drawPage, drawPoint, fit, freeLine, furthest, HIGH, WIDE } from "./ink.js";
import { standing, takeBack } from "./marks.js";
import { Pen } from "./pen.js";
import { Spoken } from "./spoken.js";
import { STICKER_SIZE, stickersAreHere } from "./stickers.js";

/** @typedef {import("./marks.js").Op} Op */
/** @typedef {import("./marks.js").Sticker} Sticker */
/** @typedef {import("./marks.js").Words} Words */
/** @typedef {import("./pen.js").Spot} Spot */
/** @typedef {(name: string, fill?: Record<string, string>) => string} Say  words of the kit, as `kit.say` */
/** @typedef {(Sticker | Words) & {x: number, y: number}} Thing */
/**
 * A thing between finger and paper: where it was before, if it was there, and how far the finger is from its place.
 * @typedef {{thing: Thing, isNew: boolean, from: [number, number], by: [number, number], under: HTMLCanvasElement,
 *   pointer: number | string}} Held
 */

const TICK_MS = 50;

export class Paper {
  /** What a finger does: `crayon`, `eraser`, `sticker` or `words`. @type {"crayon" | "eraser" | "sticker" | "words"} */
  tool = "crayon";
  /** Of the crayon, `#rrggbb`. */
  colour = "#3c6fb4";
  /** Of crayon or eraser, in paper units. */
  width = 7;
  /** Which sticker a tap puts down. */
  sticker = "sun";
  /** Which words a tap puts down; none: a tap only picks up. */
  text = "";
  /** The page that the ops are of. */
  page = "";

  /** @type {Op[]} */
  #ops = [];
  /** @type {Held | null} */
  #held = null;
  #scale = 1;
  #timer = 0;
  #leaving = new AbortController();

  /**
   * @param {HTMLCanvasElement} canvas
   * @param {{onOp: (op: Op) => void, now?: () => number, say?: Say}} around  `now` in milliseconds since 1970
   */
  constructor(canvas, { onOp, now = Date.now, say }) {
    this.canvas = canvas;
    this.onOp = onOp;
    this.newId = () => uuid7(crypto, now());
    this.context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d", { alpha: false }));
    this.pen = new Pen({
      newId: this.newId,
      draw: (stroke, from) => {
        for (let at = from; at < stroke.points.length; at += 1) drawPoint(this.context, stroke, at);
        this.#drawTips();
      },
      keep: (stroke) => this.#keep(stroke),
    });
    /** The last half line of what is being drawn lies here until it is clear which way it goes on. */
    this.tips = document.createElement("canvas");
    this.spoken = new Spoken(say);
    this.cursor = new Cursor(canvas, this, this.spoken);
    if (say) canvas.setAttribute("aria-label", say("paper"));
    /** The canvas with what belongs to it: put this on the screen. */
    this.sheet = this.#lay();
    this.#listen();
    void stickersAreHere().then(() => this.#redraw());
    void document.fonts.load("28px Andika").then(() => this.#redraw());
  }

  /** What stands on this page, as ops. */
  get ops() { return this.#ops; }

  /** Draws a page as its ops say. @param {readonly Op[]} ops */
  show(ops) {
    this.lift();
    this.#ops = [...ops];
    this.#redraw();
    this.spoken.list(standing(this.#ops));
  }

  /** Takes back the newest thing done. Answers whether there was one. */
  undo() {
    this.lift();
    const op = takeBack(this.#ops);
    if (!op) return false;
    this.#do(op);
    this.#redraw();
    return true;
  }

  /**
   * Puts words on the paper, or other words in the place of those with this id.
   * @param {string} text
   * @param {number} x
   * @param {number} y
   * @param {string} [id]
   */
  putWords(text, x, y, id = this.newId()) {
    this.#do({ kind: "words", id, text, x, y });
    this.#redraw();
  }

  /** The first line, counted from 0, on which these words lie over no others; where the paper is full, the next from the top
   * again. @param {string} text @param {{x: number, y: number, line: number, lines: number}} at */
  freeLine(text, at) { return freeLine(standing(this.#ops).filter((mark) => mark.kind === "words"), text, at); }

  /** Ends what is being drawn, and lets go where it is. */
  lift() {
    this.pen.lift();
    if (this.#held) this.#letGo();
  }

  /** Whether something is being drawn or carried. */
  get busy() { return this.#held !== null || this.pen.strokes.length > 0; }

  /** Whether what is held was not on the paper before. */
  get holdsNew() { return this.#held?.isNew === true; }

  /** Whether this pointer draws or carries something. @param {number | string} pointer */
  takes(pointer) { return this.pen.draws(pointer) || this.#held?.pointer === pointer; }

  /** Something was put on the paper. @param {Spot} spot @returns {boolean} whether the paper took it */
  press(spot) {
    const { tool } = this;
    if (tool === "crayon" || tool === "eraser") {
      const took = this.pen.down(spot, { tool, colour: this.colour, width: this.width });
      if (took && !this.#timer) this.#timer = window.setInterval(() => this.#tick(), TICK_MS);
      return took;
    }
    return !this.#held && this.#pickUp(spot);
  }

  /** @param {readonly Spot[]} spots */
  moved(spots) {
    const last = spots.at(-1);
    if (last && this.#held?.pointer === last.pointer) this.#carry(last);
    else this.pen.move(spots);
  }

  /** @param {Spot} spot */
  release(spot) {
    if (this.#held?.pointer === spot.pointer) {
      this.#carry(spot);
      this.#letGo();
    } else this.pen.up(spot);
  }

  /** Puts what is held back where it was. */
  putBack() {
    const held = this.#held;
    this.#held = null;
    if (held) this.#redraw();
  }

  /** Nothing of it listens any more. */
  leave() {
    this.lift();
    window.clearInterval(this.#timer);
    this.#leaving.abort();
  }

  #lay() {
    const sheet = document.createElement("div");
    sheet.className = "paper";
    this.canvas.classList.add("paper-canvas");
    this.canvas.replaceWith(sheet);
    this.tips.className = "paper-layer";
    this.tips.setAttribute("aria-hidden", "true");
    sheet.append(this.canvas, this.tips, this.cursor.layer, ...this.spoken.parts);
    return sheet;
  }

  #tick() {
    this.pen.tick(performance.now());
    if (this.pen.strokes.length) return;
    window.clearInterval(this.#timer);
    this.#timer = 0;
  }

  /** @param {import("./pen.js").Growing} stroke */
  #keep(stroke) {
    if (stroke.ended) {
      drawEnd(this.context, stroke);
      this.#drawTips();
    }
    this.#do({ ...stroke, points: stroke.points.slice() });
  }

  #drawTips() {
    const context = this.tips.getContext("2d");
    context?.clearRect(0, 0, WIDE, HIGH);
    for (const stroke of this.pen.strokes) if (context) drawEnd(context, stroke);
  }

  /** @param {Op} op */
  #do(op) {
    const mine = /** @type {Op} */ ({ page: this.page, ...op });
    const again = op.kind === "stroke" ? this.#ops.findIndex((one) => one.kind === "stroke" && one.id === op.id) : -1;
    if (again < 0) this.#ops.push(mine);
    else this.#ops[again] = mine;
    this.onOp(mine);
    if (op.kind !== "stroke" || op.ended) this.spoken.list(standing(this.#ops));
  }

  #redraw() {
    this.#scale = fit(this.canvas);
    drawPage(this.context, this.#ops, this.#scale);
    this.context.setTransform(this.#scale, 0, 0, this.#scale, 0, 0);
    for (const stroke of this.pen.strokes) drawGrowing(this.context, stroke);
    const { width, height } = this.canvas;
    Object.assign(this.tips, { width, height });
    this.tips.getContext("2d")?.setTransform(this.#scale, 0, 0, this.#scale, 0, 0);
    this.#drawTips();
    this.cursor.fit();
  }

  /** The newest thing of the tool's kind under a finger. @param {Spot} spot */
  #thingAt({ x, y }) {
    return /** @type {Thing | undefined} */ (standing(this.#ops).findLast((mark) => {
      const [left, top, width, height] = boxOf(mark);
      return mark.kind === this.tool && x >= left && y >= top && x < left + width && y < top + height;
    }));
  }

  /** @param {Spot} spot @returns {Thing | null} */
  #newThing({ x, y }) {
    if (this.tool === "sticker") return { kind: "sticker", id: this.newId(), what: this.sticker, x, y, size: STICKER_SIZE };
    return this.text ? { kind: "words", id: this.newId(), text: this.text, x, y } : null;
  }

  /** @param {Spot} spot */
  #pickUp(spot) {
    const there = this.#thingAt(spot);
    const thing = there ?? this.#newThing(spot);
    if (!thing) return false;
    drawPage(this.context, this.#ops.filter((op) => op.id !== thing.id), this.#scale);
    const under = document.createElement("canvas");
    Object.assign(under, { width: this.canvas.width, height: this.canvas.height });
    under.getContext("2d")?.drawImage(this.canvas, 0, 0);
    const by = /** @type {[number, number]} */ ([thing.x - spot.x, thing.y - spot.y]);
    this.#held = { thing, isNew: !there, from: [thing.x, thing.y], by, under, pointer: spot.pointer };
    this.#carry(spot);
    return true;
  }

  /** @param {Spot} spot */
  #carry({ x, y }) {
    const held = this.#held;
    if (!held) return;
    const within = (/** @type {number} */ at, /** @type {number} */ most) => Math.round(Math.min(Math.max(at, 0), most) * 10) / 10;
    held.thing = { ...held.thing, x: within(x + held.by[0], furthest(held.thing)), y: within(y + held.by[1], HIGH) };
    this.context.drawImage(held.under, 0, 0, WIDE, HIGH);
    drawMark(this.context, held.thing);
  }

  #letGo() {
    const held = /** @type {Held} */ (this.#held);
    const { thing, isNew, from } = held;
    this.#held = null;
    const { id, x, y } = thing;
    if (isNew || thing.kind === "words" && (from[0] !== x || from[1] !== y)) this.#do(thing);
    else if (from[0] !== x || from[1] !== y) this.#do({ kind: "sticker_moved", id, x, y });
    this.#redraw();
  }

  /** @param {PointerEvent} event @returns {Spot} */
  #spot(event) {
    const box = this.canvas.getBoundingClientRect();
    const unit = WIDE / (box.width || WIDE);
    const { clientX: left, clientY: top, pointerId: pointer, pointerType: type, pressure, timeStamp: at } = event;
    return { pointer, type, x: (left - box.left) * unit, y: (top - box.top) * unit, left, top, pressure, at };
  }

  #listen() {
    const { canvas } = this;
    const { signal } = this.#leaving;
    const on = (/** @type {string} */ name, /** @type {(event: any) => void} */ does) =>
      canvas.addEventListener(name, does, { signal, passive: false });
    on("pointerdown", (/** @type {PointerEvent} */ event) => {
      if (event.button !== 0 || !this.press(this.#spot(event))) return;
      this.cursor.hide();
      canvas.setPointerCapture(event.pointerId);
    });
    // Where the browser tells of each movement as it comes, the ones gathered for a frame say nothing new.
    on("onpointerrawupdate" in window ? "pointerrawupdate" : "pointermove", (/** @type {PointerEvent} */ event) => {
      if (!this.busy) return;
      const all = event.getCoalescedEvents?.() ?? [];
      this.moved((all.length ? all : [event]).map((one) => this.#spot(one)));
    });
    on("pointerup", (/** @type {PointerEvent} */ event) => this.release(this.#spot(event)));
    const taken = (/** @type {PointerEvent} */ event) => {
      if (this.#held?.pointer === event.pointerId) this.#letGo();
      else this.pen.cancel(event.pointerId, event.timeStamp);
    };
    on("pointercancel", taken);
    on("lostpointercapture", taken);
    // Handwriting of the system, scrolling and menus stay away from the paper.
    for (const name of ["touchmove", "contextmenu"]) on(name, (/** @type {Event} */ event) => event.preventDefault());
    document.addEventListener("visibilitychange", () => { if (document.hidden) this.pen.hurry(performance.now()); }, { signal });
    const size = new ResizeObserver(() => { if (!this.#held) this.#redraw(); });
    size.observe(canvas);
    signal.addEventListener("abort", () => size.disconnect());
  }
}
