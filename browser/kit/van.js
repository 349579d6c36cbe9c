// Tyler's van, as he draws it: crayon after crayon, with a hand of seven years. A picture of what the paper is for, drawn by
// the demo and by journeys: `vanOps` gives the ops, `drawVan` draws it with the mouse on a paper that is open, and
// `node van.js PAGE` prints the ops, one a line. Always the same van.
import { fileURLToPath } from "node:url";

/** @typedef {[x: number, y: number, pressure: number, ms: number]} Point */
/** @typedef {{tool: "crayon" | "eraser", colour: string, width: number, points: Point[]}} VanStroke */
/** @typedef {{x: number, y: number, s: number, turn?: number}} Where */

const BLACK = "#2c2a33", BROWN = "#7c5132", RED = "#c24e36", YELLOW = "#f0bf35", GREEN = "#5b9a52";
const BLUE = "#3c6fb4", ORANGE = "#e08a2c", PURPLE = "#7d5ab4", GREY = "#8f8b93";

/** Letters, drawn stroke by stroke in a box about 14 by 20. @type {Record<string, string>} */
const LETTERS = {
  A: "M0 20 L7 0 L13 20 M3 13 L11 13", E: "M11 1 L1 0 L0 20 L12 20 M1 10 L9 10", G: "M12 4 Q3 -3 1 9 Q1 21 9 19 Q13 17 12 12 L7 12",
  H: "M1 0 L0 20 M12 0 L12 20 M0 10 L12 10", I: "M2 0 L1 20", K: "M1 0 L0 20 M12 0 L1 11 L12 20", L: "M1 0 L0 19 L11 19",
  M: "M0 20 L2 0 L8 12 L14 0 L16 20", N: "M0 20 L1 0 L11 20 L12 0", P: "M0 20 L1 0 Q14 0 12 7 Q10 12 1 11",
  S: "M11 3 Q4 -3 1 4 Q2 9 8 11 Q13 15 8 19 Q3 22 0 17", T: "M0 1 L14 0 M7 1 L7 20", V: "M0 0 L6 20 L13 0", Y: "M0 0 L6 9 L12 0 M6 9 L5 20",
};

/** Chance that is always the same. @param {number} seed */
function chance(seed) {
  let at = seed * 9973 + 17;
  return () => {
    at = (at + 0x6d2b79f5) | 0;
    let mixed = Math.imul(at ^ (at >>> 15), 1 | at);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A slow waver between -1 and 1: a hand that is not sure. @param {number} seed */
function waver(seed) {
  const next = chance(seed);
  const values = Array.from({ length: 64 }, () => next() * 2 - 1);
  return (/** @type {number} */ along) => {
    const at = Math.floor(along);
    const part = along - at;
    const eased = part * part * (3 - 2 * part);
    return (values[at & 63] ?? 0) * (1 - eased) + (values[(at + 1) & 63] ?? 0) * eased;
  };
}

/** An ellipse of four curves. @param {number} x @param {number} y @param {number} a @param {number} b */
function ring(x, y, a, b) {
  const [p, q] = [a * 0.5523, b * 0.5523];
  return `M${x - a} ${y} C${x - a} ${y - q} ${x - p} ${y - b} ${x} ${y - b} C${x + p} ${y - b} ${x + a} ${y - q} ${x + a} ${y} `
    + `C${x + a} ${y + q} ${x + p} ${y + b} ${x} ${y + b} C${x - p} ${y + b} ${x - a} ${y + q} ${x - a} ${y - b * 0.12}`;
}

/**
 * The places along a path of M, L, Q and C, a step apart, as the strokes it is drawn in.
 * @param {string} path
 * @param {number} step
 */
function along(path, step) {
  /** @type {number[][][]} */
  const strokes = [];
  for (const [, letter, numbers] of path.matchAll(/([MLQC])([^MLQC]*)/g)) {
    const values = (numbers ?? "").trim().split(/[ ,]+/).map(Number);
    const ends = values.flatMap((_, n) => (n % 2 ? [] : [[values[n] ?? 0, values[n + 1] ?? 0]]));
    if (letter === "M") strokes.push([ends[0] ?? []]);
    const now = strokes.at(-1) ?? [];
    const curve = [now.at(-1) ?? [], ...ends];
    const long = curve.slice(1).reduce((sum, end, n) => sum + Math.hypot(...minus(end, curve[n] ?? [])), 0);
    const parts = letter === "M" ? 0 : Math.max(2, Math.ceil(long / step));
    for (let part = 1; part <= parts; part += 1) now.push(between(curve, part / parts));
  }
  return strokes;
}

/** @param {number[]} one @param {number[]} other */
const minus = (one, other) => one.map((value, n) => value - (other[n] ?? 0));

/** A place on a line or curve through these. @param {number[][]} curve @param {number} part @returns {number[]} */
function between(curve, part) {
  if (curve.length === 1) return curve[0] ?? [];
  const nearer = curve.slice(1).map((end, n) => end.map((value, axis) => {
    const from = curve[n]?.[axis] ?? 0;
    return from + (value - from) * part;
  }));
  return between(nearer, part);
}

/** A hand: it remembers what it has drawn, and never draws one line twice alike. */
class Hand {
  /** @type {VanStroke[]} */
  strokes = [];
  #seed = 50;

  /**
   * @param {string} path  in the picture's own space
   * @param {string} colour
   * @param {number} width
   * @param {{shake?: number, where?: Where, tool?: "crayon" | "eraser"}} [how]
   */
  draw(path, colour, width, { shake = 2.2, where = { x: 0, y: 0, s: 1 }, tool = "crayon" } = {}) {
    for (const places of along(path, 5)) {
      const seed = this.#seed += 7;
      const [aside, down, press, pace] = [waver(seed), waver(seed + 1), waver(seed + 2), 2.6 + chance(seed)() * 1.6];
      const { x, y, s, turn = 0 } = where;
      let far = 0, ms = 0;
      const points = places.map((place, n) => {
        const step = n ? Math.hypot(...minus(place, places[n - 1] ?? [])) * s : 0;
        [far, ms] = [far + step, ms + step * pace];
        const [px, py] = [(place[0] ?? 0) + aside(far / 22) * shake, (place[1] ?? 0) + down(far / 22 + 5) * shake];
        const [cos, sin] = [s * Math.cos(turn), s * Math.sin(turn)];
        return onPaper(x + px * cos - py * sin, y + px * sin + py * cos, 0.52 + press(far / 46) * 0.2, ms);
      });
      this.strokes.push({ tool, colour, width, points });
    }
  }

  /**
   * To and fro, to fill it.
   * @param {[left: number, top: number, right: number, bottom: number]} box
   * @param {string} colour
   * @param {number} width
   * @param {{gap: number, slant: number, seed: number, where?: Where}} how
   */
  fill([left, top, right, bottom], colour, width, { gap, slant, seed, where }) {
    const next = chance(seed);
    let path = `M${left} ${bottom}`;
    for (let x = left; x < right; x += gap) {
      path += ` L${x + slant + next() * 8} ${top + next() * 14} L${x + gap + next() * 6} ${bottom - next() * 12}`;
    }
    this.draw(path, colour, width, { shake: 1.6, where });
  }

  /**
   * In capitals.
   * @param {string} text
   * @param {Where} from
   * @param {string} colour
   * @param {number} width
   */
  write(text, { x, y, s: size }, colour, width) {
    const next = chance(text.length * 7);
    let at = x;
    for (const letter of text) {
      const where = { x: at, y: y + (next() - 0.5) * 7, s: size * (0.97 + next() * 0.08), turn: (next() - 0.5) * 0.14 };
      this.draw(LETTERS[letter] ?? "", colour, width, { shake: 0.5, where });
      at += (letter === " " ? 12 : letter === "I" ? 9 : 19) * size;
    }
  }
}

/**
 * The picture's space, moved onto the paper of 744 by 486.
 * @param {number} x
 * @param {number} y
 * @param {number} pressure
 * @param {number} ms
 * @returns {Point}
 */
function onPaper(x, y, pressure, ms) {
  const tenth = (/** @type {number} */ value) => Math.round(value * 10) / 10;
  return [tenth(6 + x * 0.912), tenth(16 + y * 0.912), Math.round(pressure * 100) / 100, Math.round(ms)];
}

/** @param {Hand} hand */
function sunAndGrass(hand) {
  hand.draw("M-4 424 C120 414 240 430 380 420 C520 412 640 430 800 418", GREEN, 7);
  [20, 60, 96, 140, 560, 600, 640, 690, 740].forEach((x, n) => {
    hand.draw(`M${x} 420 L${x + 6} ${398 - (n % 3) * 5} L${x + 12} 420`, GREEN, 5, { shake: 1 });
  });
  hand.draw("M770 4 C740 30 742 70 796 86", YELLOW, 7);
  hand.fill([752, 6, 790, 66], YELLOW, 6, { gap: 9, slant: 8, seed: 11 });
  hand.draw("M734 24 L700 14 M734 52 L694 60 M752 80 L728 108 M780 94 L774 124", YELLOW, 7);
}

/** @param {Hand} hand */
function van(hand) {
  hand.draw("M118 200 L404 192 L412 352 L112 358 L118 200", BLUE, 7);
  hand.draw("M404 232 L466 236 L508 294 L512 350 L412 352", BLUE, 7);
  hand.fill([134, 216, 316, 344], BLUE, 6, { gap: 11, slant: 18, seed: 21 });
  // There has to be room for the name: rubbed out again, to and fro.
  hand.draw("M150 214 L366 208 L152 226 L368 222 L152 242 L370 238 L152 256 L370 252", BLUE, 17, { shake: 1.2, tool: "eraser" });
  hand.draw("M420 246 L458 250 L486 292 L420 292 L420 246", BLACK, 5);
  hand.write("PETES VAN", { x: 164, y: 220, s: 1.26 }, RED, 6);
  for (const [x, a, b] of /** @type {[number, number, number][]} */ ([[190, 37, 36], [440, 36, 37]])) {
    hand.draw(ring(x, 366, a, b), BLACK, 7);
    hand.draw(`M${x} 366 C${x - 14} 352 ${x + 14} 344 ${x + 18} 364 C${x + 16} 388 ${x - 22} 388 ${x - 22} 362 `
      + `C${x - 20} 334 ${x + 26} 336 ${x + 28} 368`, BLACK, 5);
  }
  hand.draw("M132 190 L390 182 M136 168 L386 160", BROWN, 5);
  hand.draw("M150 190 L152 166 M200 188 L202 164 M252 186 L254 163 M304 184 L306 161 M356 183 L358 160", BROWN, 5);
  hand.draw(ring(448, 274, 13, 14), BROWN, 4);
  hand.draw("M436 264 Q446 252 460 264", ORANGE, 5, { shake: 0.6 });
  hand.draw("M442 280 Q448 286 454 279", RED, 3, { shake: 0.3 });
  hand.draw("M104 330 C84 322 76 336 62 328 M100 344 C80 344 74 356 54 350", GREY, 5);
}

/** @param {Hand} hand */
function me(hand) {
  const where = { x: 566, y: 400, s: 0.86 };
  hand.draw(ring(0, -92, 28, 28), BROWN, 5, { where });
  const curls = "M-28 -104 Q-24 -120 -18 -112 Q-14 -128 -6 -116 Q2 -130 8 -116 Q16 -126 20 -112 Q28 -114 28 -102";
  hand.draw(curls, BLACK, 5.5, { where, shake: 1 });
  hand.draw("M-10 -98 L-9 -94 M9 -98 L10 -94", BLACK, 4.5, { where, shake: 0.4 });
  hand.draw("M-15 -84 Q0 -66 16 -85 L-15 -84", RED, 3.5, { where, shake: 0.7 });
  hand.draw("M2 -82 L2 -76", BLACK, 3.5, { where, shake: 0.3 });
  hand.draw("M-18 -62 L-20 -18 L20 -18 L18 -62 L-18 -62", ORANGE, 5.5, { where });
  hand.draw("M-18 -50 L18 -50 M-19 -38 L19 -38 M-19 -28 L19 -28", ORANGE, 4.5, { where });
  hand.draw("M-18 -56 L-46 -76 M18 -56 L50 -66", BROWN, 4.5, { where });
  hand.draw("M-10 -18 L-11 14 L-22 15 M10 -18 L11 14 L23 14", BLUE, 4.5, { where });
  hand.write("ME", { x: 538, y: 254, s: 0.95 }, PURPLE, 4.6);
}

/** @param {Hand} hand */
function kayleigh(hand) {
  const where = { x: 664, y: 396, s: 1 };
  hand.draw(ring(0, -120, 30, 32), BROWN, 5, { where });
  hand.draw("M-34 -140 C-60 -160 -52 -110 -30 -124 M32 -142 C60 -160 54 -112 30 -124", BLACK, 6, { where });
  hand.draw("M-26 -148 C-12 -166 14 -166 28 -146", BLACK, 7, { where });
  hand.draw("M-11 -126 L-10 -122 M10 -126 L11 -122", BLACK, 5, { where, shake: 0.4 });
  hand.draw("M-14 -110 Q0 -94 15 -111", RED, 4.5, { where, shake: 0.8 });
  hand.draw("M-8 -88 L-38 -14 L40 -16 L8 -88", GREEN, 6, { where });
  hand.fill([-26, -70, 22, -20], GREEN, 5, { gap: 9, slant: 6, seed: 9, where });
  hand.draw("M-14 -72 L-64 -92 M14 -72 L66 -100", BROWN, 5, { where });
  hand.draw("M-64 -92 L-74 -100 M-64 -92 L-76 -90 M-64 -92 L-70 -82", BROWN, 3.6, { where, shake: 0.6 });
  hand.draw("M66 -100 L76 -108 M66 -100 L78 -98 M66 -100 L74 -90", BROWN, 3.6, { where, shake: 0.6 });
  hand.draw("M-14 -14 L-16 22 L-30 24 M16 -14 L16 22 L30 23", BROWN, 5, { where });
  hand.write("KAYLEIGH", { x: 596, y: 206, s: 0.84 }, PURPLE, 4.6);
}

/** Every stroke of it, in the order in which Tyler draws them. */
export function vanStrokes() {
  const hand = new Hand();
  for (const part of [van, sunAndGrass, me, kayleigh]) part(hand);
  return hand.strokes;
}

/**
 * The van as ops of a page. `nth` names strokes by number; `since` is when he begins, in milliseconds since the session began.
 * @param {string} page
 * @param {(nth: number) => string} id
 * @param {{since?: number, at?: number}} [when]
 */
export function vanOps(page, id, { since = 0, at = 0 } = {}) {
  let clock = since;
  return vanStrokes().map(({ tool, colour, width, points }, nth) => {
    clock += 350 + (points.at(-1)?.[3] ?? 0);
    return { kind: "stroke", at: at + clock, since: clock, by: "child", page, id: id(nth), tool, colour, width, points, ended: true };
  });
}

/** How sharply a line turns at a point, in radians. @param {readonly Point[]} points @param {number} at */
function turnAt(points, at) {
  const [before, here, after] = [points[at - 1], points[at], points[at + 1]];
  if (!before || !here || !after) return Math.PI;
  const turn = Math.atan2(after[1] - here[1], after[0] - here[0]) - Math.atan2(here[1] - before[1], here[0] - before[0]);
  return Math.abs(Math.atan2(Math.sin(turn), Math.cos(turn)));
}

/** The points a quick hand leaves: every third, and all around a corner. @param {readonly Point[]} points */
const quickly = (points) => points.filter((_, at) => at % 3 === 0 || [at - 1, at, at + 1].some((near) => turnAt(points, near) > 0.5));

/**
 * Draws it with the mouse on an open paper. A browser sees one movement a frame, so the whole van takes it half a minute; a
 * journey that only needs something drawn hands in fewer strokes. `take` takes another crayon: the one who draws knows
 * where it is on the screen.
 * @param {import("playwright-core").Page} page
 * @param {import("playwright-core").Locator} canvas
 * @param {(stroke: VanStroke) => Promise<unknown>} take
 * @param {readonly VanStroke[]} [strokes]
 */
export async function drawVan(page, canvas, take, strokes = vanStrokes()) {
  const box = await canvas.boundingBox();
  if (!box) throw new Error("there is no paper");
  const unit = box.width / 744;
  let held = "";
  for (const stroke of strokes) {
    const crayon = `${stroke.tool} ${stroke.colour} ${stroke.width}`;
    if (crayon !== held) await take(stroke);
    held = crayon;
    const [first, ...rest] = quickly(stroke.points).map(([x, y]) => /** @type {[number, number]} */ ([box.x + x * unit, box.y + y * unit]));
    if (!first) continue;
    await page.mouse.move(...first);
    await page.mouse.down();
    for (const place of rest) await page.mouse.move(...place);
    await page.mouse.up();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const page = process.argv[2] ?? "01900000-0000-7000-8000-000000000000";
  const id = (/** @type {number} */ nth) => `01900000-0000-7000-8000-${(nth + 1).toString(16).padStart(12, "0")}`;
  for (const op of vanOps(page, id)) console.log(JSON.stringify(op));
}
