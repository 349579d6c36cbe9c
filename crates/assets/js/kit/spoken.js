// The page for those who hear it: a hidden list with a line for each mark ("Blue line, from top left to middle"), and one
// line that says where the cursor is. Words come from the kit's own; without them nothing is said and nothing drawn changes.
import { boxOf, COLOURS } from "./ink.js";

/** @typedef {import("./marks.js").Mark} Mark */
/** @typedef {import("./marks.js").Stroke} Stroke */
/** @typedef {import("./paper.js").Say} Say */

/** A mark no larger than this is a dot, in paper units. */
const DOT = 12;

/** The ninths of the paper, row by row. */
const PLACES = [
  ["place-top-left", "place-top", "place-top-right"],
  ["place-left", "place-middle", "place-right"],
  ["place-bottom-left", "place-bottom", "place-bottom-right"],
];

/** The word for where this is. @param {readonly number[]} at */
export function placeOf([x = 0, y = 0]) {
  const ninth = (/** @type {number} */ along, /** @type {number} */ wide) => Math.min(2, Math.max(0, Math.floor(along / wide)));
  return PLACES[ninth(y, 162)]?.[ninth(x, 248)] ?? "place-middle";
}

/** @param {string} value */
const colourWord = (value) => COLOURS.find((one) => one.value === value.toLowerCase())?.word ?? "colour-other";

/** @param {Stroke} stroke @returns {[string, Record<string, string>]} */
function describeStroke({ tool, colour, points }) {
  const [xs, ys] = [points.map((one) => one[0]), points.map((one) => one[1])];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const across = Math.hypot(right - left, bottom - top);
  const first = points[0] ?? [0, 0];
  const last = points.at(-1) ?? first;
  const [from, to, at] = [placeOf(first), placeOf(last), placeOf([(left + right) / 2, (top + bottom) / 2])];
  if (tool === "eraser") return ["mark-rubbed", { at }];
  const name = { colour: colourWord(colour) };
  if (across <= DOT) return ["mark-dot", { ...name, at }];
  if (Math.hypot(last[0] - first[0], last[1] - first[1]) < across / 4) return ["mark-round", { ...name, at }];
  return from === to ? ["mark-line-in", { ...name, at }] : ["mark-line", { ...name, from, to }];
}

/**
 * What is said of a mark: the name of a message, and what fills it. Places and colours are names of messages themselves.
 * @param {Mark} mark
 * @returns {[string, Record<string, string>]}
 */
export function describe(mark) {
  if (mark.kind === "stroke") return describeStroke(mark);
  const [left, top, width, height] = boxOf(mark);
  const at = placeOf([left + width / 2, top + height / 2]);
  return mark.kind === "sticker" ? ["mark-sticker", { what: `sticker-${mark.what}`, at }] : ["mark-words", { words: mark.text, at }];
}

export class Spoken {
  #list = document.createElement("ol");
  #here = document.createElement("p");
  /** @type {Map<string, {line: HTMLLIElement, says: string}>} */
  #lines = new Map();
  #say;

  /** @param {Say} [say] */
  constructor(say) {
    this.#say = say;
    this.#list.setAttribute("aria-live", "polite");
    this.#list.setAttribute("aria-relevant", "additions text removals");
    this.#here.setAttribute("aria-live", "polite");
    if (say) this.#list.setAttribute("aria-label", say("marks"));
  }

  /** What belongs on the page, hidden from eyes. */
  get parts() {
    for (const part of [this.#list, this.#here]) part.className = "paper-spoken";
    return [this.#list, this.#here];
  }

  /** Says what stands now, and nothing twice. @param {readonly Mark[]} marks */
  list(marks) {
    const shown = marks.filter((mark) => mark.kind !== "words" || mark.x !== undefined && mark.text);
    const ids = new Set(shown.map((mark) => mark.id));
    for (const [id, { line }] of this.#lines) if (!ids.has(id)) { line.remove(); this.#lines.delete(id); }
    for (const mark of shown) this.#one(mark);
  }

  /** Where the cursor is. @param {readonly number[]} at @param {boolean} down */
  here(at, down) {
    if (this.#say) this.#here.textContent = this.#say(down ? "cursor-down" : "cursor", { at: this.#say(placeOf(at)) });
  }

  /** @param {Mark} mark */
  #one(mark) {
    const say = this.#say;
    if (!say) return;
    const [name, { colour, what, words, ...places }] = describe(mark);
    /** @type {Record<string, string>} */
    const fill = Object.fromEntries(Object.entries(places).map(([part, place]) => [part, say(place)]));
    if (colour) fill.colour = say(colour);
    if (what) fill.what = say(what);
    if (words) fill.words = words;
    const says = say(name, fill);
    const known = this.#lines.get(mark.id);
    if (known?.says === says) return;
    const line = known?.line ?? document.createElement("li");
    line.textContent = says;
    if (!known) this.#list.append(line);
    this.#lines.set(mark.id, { line, says });
  }
}
