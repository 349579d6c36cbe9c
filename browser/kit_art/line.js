// How the hand-drawn look is made: a clean path is sampled, wobbled, and inked as a filled shape whose
// width varies like a pen's. Everything is seeded, so the same script draws the same picture.
// Paths are M L C Q Z with absolute numbers.
import { getStroke } from "perfect-freehand";

export const C = {
  paper: "#FBF8F3",
  sand: "#F1EBE1",
  sand2: "#E6D9C3",
  sand3: "#D3C1A3",
  ink: "#1E2A2F",
  muted: "#4C5A60",
  line: "#3A2C2B",
  quiet: "#857A6B",
  teal: "#0B5C63",
  chosen: "#E6F0F0",
  plum: "#7B2D52",
  plum1: "#F8E9EF",
  plum2: "#E9C9D7",
  plum3: "#BC7E9B",
  leaf: "#2A663C",
  leaf1: "#E7F2E6",
  leaf2: "#BFD9B8",
  leaf3: "#86B383",
  violet: "#5A3E99",
  violet1: "#EFEAF9",
  violet2: "#D3C7EE",
  violet3: "#A391D3",
  blue: "#234E8A",
  blue1: "#E6EEF8",
  blue2: "#C6D6EA",
  blue3: "#8CA9CF",
  sun: "#F3BE55",
  lamp: "#FFE9B8",
  cloud: "#DDE4E8",
  wood: "#C79A6B",
  wood2: "#A97C50",
  rust: "#C36B3C",
  denim: "#5A7AA3",
  ochre: "#DDA144",
  cream: "#FBF1DF",
  grass: "#DCE6CC",
  grass2: "#CBDAB6",
  path: "#E9D8B6",
  stone: "#D8CFC2",
  hand: "#F6D794",
};

// ---- chance, told from a number

let seed = 7;

/** Begins a drawing: what follows wobbles as this number says. */
export const reseed = (number) => {
  seed = number;
};

/** The number the next line would wobble by, for a drawing that must leave no trace. */
export const seedNow = () => seed;

/** A stream of numbers from 0 to 1, always the same for the same number. */
export function rnd(number) {
  let a = number * 9973 + 17;
  return () => {
    a = ((a | 0) + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Smooth noise from -1 to 1 along a line. */
function noise(number) {
  const next = rnd(number);
  const values = Array.from({ length: 256 }, () => next() * 2 - 1);
  return (x) => {
    const i = Math.floor(x);
    const part = x - i;
    const smooth = part * part * (3 - 2 * part);
    return values[i & 255] * (1 - smooth) + values[(i + 1) & 255] * smooth;
  };
}

// ---- from a path to points

export const tenth = (value) => Math.round(value * 10) / 10;
const far = (one, other) => Math.hypot(other[0] - one[0], other[1] - one[1]);

const blend = {
  L: (p, t) => [0, 1].map((k) => p[0][k] + (p[1][k] - p[0][k]) * t),
  Q: (p, t) =>
    [0, 1].map((k) => {
      const u = 1 - t;
      return u * u * p[0][k] + 2 * u * t * p[1][k] + t * t * p[2][k];
    }),
  C: (p, t) =>
    [0, 1].map((k) => {
      const u = 1 - t;
      return (
        u * u * u * p[0][k] +
        3 * u * u * t * p[1][k] +
        3 * u * t * t * p[2][k] +
        t * t * t * p[3][k]
      );
    }),
};
const pairs = { M: 1, L: 1, Q: 2, C: 3, Z: 0 };

/** The points along a path, one about every `step` units; corners stay corners. */
export function sample(d, step = 5) {
  const tokens = d.match(/[MLCQZ]|-?\d*\.?\d+/g) ?? [];
  const subs = [];
  let points = [],
    at = [0, 0],
    start = [0, 0],
    command = "",
    closed = false,
    i = 0;
  const along = (kind, corners, length) => {
    const n = Math.max(2, Math.ceil(length / step));
    for (let k = 1; k <= n; k++) points.push(blend[kind](corners, k / n));
    at = corners.at(-1);
  };
  while (i < tokens.length) {
    if (/[MLCQZ]/.test(tokens[i])) command = tokens[i++];
    const to = Array.from({ length: pairs[command] }, () => [
      parseFloat(tokens[i++]),
      parseFloat(tokens[i++]),
    ]);
    const corners = [at, ...to];
    const length = corners.slice(1).reduce((sum, point, k) => sum + far(corners[k], point), 0);
    if (command === "M") {
      if (points.length) subs.push({ points, closed });
      [at] = to;
      start = at;
      points = [at];
      closed = false;
      command = "L";
    } else if (command === "Z") {
      if (far(at, start) > 1) along("L", [at, start], far(at, start));
      closed = true;
      at = start;
    } else along(command, corners, command === "C" ? length * 0.85 : length);
  }
  if (points.length) subs.push({ points, closed });
  return subs;
}

/** Moves each point a little, slowly along the line: slow reads as drawn, fast as nervous. */
export function wobble(points, by, number, wave = 34) {
  const nx = noise(number),
    ny = noise(number + 99);
  let gone = 0;
  return points.map((point, i) => {
    if (i) gone += far(points[i - 1], point);
    return [point[0] + nx(gone / wave) * by, point[1] + ny(gone / wave + 5) * by];
  });
}

// ---- from points to a path

/** Numbers as short as SVG lets them be. */
const short = (...values) =>
  values.reduce((text, value) => {
    const next = String(tenth(value)).replace(/^(-?)0\./, "$1.");
    const stands = !text || next.startsWith("-") || (next.startsWith(".") && /\.\d*$/.test(text));
    return text + (stands ? "" : " ") + next;
  }, "");

/** How far a point is from the straight line between two others. */
function off(point, from, to) {
  const length = far(from, to) || 1;
  return (
    Math.abs((to[0] - from[0]) * (from[1] - point[1]) - (from[0] - point[0]) * (to[1] - from[1])) /
    length
  );
}

/** Leaves out points that no eye would miss: on a straight stretch, or closer than a stroke is wide. */
function needed(points, { miss = 0.26, close = 1.1, stretch = 18 } = {}) {
  const kept = [points[0]];
  let waiting = [];
  points.slice(1, -1).forEach((point, i) => {
    const last = kept.at(-1),
      next = points[i + 2];
    waiting.push(point);
    const straight =
      far(last, next) < stretch && waiting.every((one) => off(one, last, next) < miss);
    if (straight || far(last, point) < close) return;
    kept.push(point);
    waiting = [];
  });
  kept.push(points.at(-1));
  return kept.length > 3 ? kept : points;
}

/**
 * A smooth closed outline through the middles between the points. Each piece but the first mirrors the
 * control point of the one before (`t`), so that only the middles are written; what rounding takes
 * from one middle is given back by the next.
 */
export function outline(all) {
  const points = needed(all);
  const whole = (point) => point.map(tenth);
  const middle = (one, other) => [0, 1].map((k) => tenth((one[k] + other[k]) / 2));
  let control = whole(points[1]);
  let here = middle(control, points[2] ?? control);
  const start = whole(points[0]);
  const less = (one, other) => [0, 1].map((k) => one[k] - other[k]);
  let d = `M${short(...start)}q${short(...less(control, start), ...less(here, start))}`;
  for (let i = 2; i < points.length - 1; i++) {
    control = [0, 1].map((k) => tenth(2 * here[k] - control[k]));
    const next = middle(control, points[i + 1]);
    d += `t${short(...less(next, here))}`;
    here = next;
  }
  return `${d}z`;
}

function inkOutline(points, width, number, press, taper) {
  const pressure = noise(number + 300);
  let gone = 0;
  const pressed = points.map((point, i) => {
    if (i) gone += far(points[i - 1], point);
    return [point[0], point[1], 0.5 + pressure(gone / 46) * press];
  });
  const edge = getStroke(pressed, {
    size: width,
    thinning: 0.62,
    smoothing: 0.5,
    streamline: 0.18,
    simulatePressure: false,
    last: true,
    start: { taper: taper ? width * 2 : 0, cap: true },
    end: { taper: taper ? width * 2.4 : 0, cap: true },
  });
  return edge.length < 3 ? "" : outline(edge);
}

const filled = (colour, d, opacity) =>
  d && `<path fill="${colour}"${opacity ? ` opacity="${opacity}"` : ""} d="${d}"/>`;

/** One path for neighbours of one colour: half the bytes, the same picture. */
function together(svg) {
  return svg.replace(
    /(<path fill="[^"]+"(?: opacity="[^"]+")? d=")([^"]+)"\/>(?:\1([^"]+)"\/>)+/g,
    (all, head) => {
      const parts = all
        .split('"/>')
        .filter(Boolean)
        .map((part) => part.slice(head.length));
      return `${head}${parts.join("")}"/>`;
    },
  );
}

// ---- ink, colour, texture

/** Ink along a path. A closed outline runs a little past its start, so that the join shows. */
export function line(d, o = {}) {
  const { w = 3.4, c = C.line, amp = 1.1, press = 0.42, taper = false, op, wave } = o;
  return together(
    sample(d)
      .map(({ points, closed }) => {
        const number = seed++;
        let moved = wobble(points, amp, number, wave);
        if (closed) moved = moved.concat(moved.slice(1, 4).map(([x, y]) => [x + 0.6, y - 0.6]));
        return filled(c, inkOutline(moved, w, number, press, taper), op);
      })
      .join(""),
  );
}

/** Colour inside a path. */
export function area(d, colour, o = {}) {
  const { amp = 1.6, dx = 0, dy = 0, op } = o;
  return sample(d)
    .map(({ points }) =>
      filled(colour, outline(wobble(points, amp, seed++).map(([x, y]) => [x + dx, y + dy])), op),
    )
    .join("");
}

/** Colour slightly off register, then ink: the look of a print. */
export const shape = (d, colour, o = {}) =>
  area(d, colour, { dx: o.dx ?? 2, dy: o.dy ?? 1.5, amp: o.famp ?? 1.4, op: o.fop }) +
  (o.w === 0 ? "" : line(d, o));

let clips = 0;

/** What is drawn, only where the path is. */
export function clipped(d, body, opacity) {
  const id = `CLIP${clips++}`;
  const seen = opacity ? ` opacity="${opacity}"` : "";
  return `<clipPath id="${id}"><path d="${d}"/></clipPath><g clip-path="url(#${id})"${seen}>${body}</g>`;
}

/** One short stroke of texture: full in the middle, nothing at its ends, a little bowed. */
function stitch(from, to, width, bow) {
  const [x, y] = [to[0] - from[0], to[1] - from[1]],
    length = Math.hypot(x, y);
  const side = (k) => [(-y / length) * k, (x / length) * k];
  const back = side(bow + width * 0.55),
    there = side(bow - width * 0.55);
  const part = (t, [dx, dy]) => [x * t + dx, y * t + dy];
  return (
    `M${short(...from)}c${short(...part(0.3, there), ...part(0.75, there), x, y)}` +
    `${short(...part(-0.25, back)).replace(/^(?!-)/, " ")} ${short(...part(-0.7, back), -x, -y)}z`
  );
}

/** Whether a point is within a closed line. */
function inside(points, x, y) {
  return points.reduce((within, [x1, y1], i) => {
    const [x0, y0] = points.at(i - 1);
    const crosses = y0 > y !== y1 > y && x < ((x1 - x0) * (y - y0)) / (y1 - y0) + x0;
    return crosses ? !within : within;
  }, false);
}

/** Texture: short tapered lines in a neighbour's tint, inside a path. */
export function hatch(d, colour, o = {}) {
  const { ang = 60, gap = 11, w = 2.2, len = 0.55, op = 0.8 } = o;
  const points = sample(d)[0].points;
  const xs = points.map((point) => point[0]),
    ys = points.map((point) => point[1]);
  const low = [Math.min(...xs), Math.min(...ys)],
    high = [Math.max(...xs), Math.max(...ys)];
  const cx = (low[0] + high[0]) / 2,
    cy = (low[1] + high[1]) / 2;
  const reach = far(low, high) / 2,
    angle = (ang * Math.PI) / 180,
    next = rnd(seed++);
  const cos = Math.cos(angle),
    sin = Math.sin(angle);
  const [left, top, right, bottom] = o.seen ?? [...low, ...high];
  const shows = ([x, y]) => x > left && x < right && y > top && y < bottom && inside(points, x, y);
  let strokes = "";
  for (let t = -reach; t < reach; t += gap) {
    let u = -reach + next() * 40;
    while (u < reach) {
      const length = 16 + next() * 50 * len * 2;
      const x = cx + cos * u - sin * t,
        y = cy + sin * u + cos * t;
      const to = [x + cos * length, y + sin * length];
      const bow = (next() - 0.5) * 3;
      const middle = [(x + to[0]) / 2, (y + to[1]) / 2];
      if ([[x, y], middle, to].some(shows)) strokes += stitch([x, y], to, w, bow);
      u += length + 18 + next() * 60;
    }
  }
  return clipped(outline(points), filled(colour, strokes), op);
}

// ---- forms

/** A group moved, turned and scaled. */
export const g = (x, y, scale, body, turn = 0) =>
  `<g transform="translate(${x} ${y})${turn ? ` rotate(${turn})` : ""} scale(${[scale].flat().join(" ")})">${body}</g>`;

/** An ellipse. */
export function ell(x, y, a, b = a) {
  const k = 0.5523;
  return (
    `M${x - a} ${y} C${x - a} ${y - b * k} ${x - a * k} ${y - b} ${x} ${y - b} ` +
    `C${x + a * k} ${y - b} ${x + a} ${y - b * k} ${x + a} ${y} ` +
    `C${x + a} ${y + b * k} ${x + a * k} ${y + b} ${x} ${y + b} ` +
    `C${x - a * k} ${y + b} ${x - a} ${y + b * k} ${x - a} ${y} Z`
  );
}

/** A limb: two or three points along its middle, and its width at either end. */
export function limb(along, from, to) {
  const [first, ...rest] = along.map((point) => point.join(" "));
  const middle = sample(
    `M${first}${along.length === 3 ? ` Q${rest.join(" ")}` : rest.map((p) => ` L${p}`).join("")}`,
    6,
  )[0].points;
  const left = [],
    right = [];
  middle.forEach((point, i) => {
    const a = middle[Math.max(0, i - 1)],
      b = middle[Math.min(middle.length - 1, i + 1)];
    const half = (from + (to - from) * (i / (middle.length - 1))) / 2,
      length = far(a, b) || 1;
    const nx = -(b[1] - a[1]) / length,
      ny = (b[0] - a[0]) / length;
    left.push([point[0] + nx * half, point[1] + ny * half]);
    right.unshift([point[0] - nx * half, point[1] - ny * half]);
  });
  return `M${left
    .concat(right)
    .map((point) => point.map(tenth).join(" "))
    .join(" L")} Z`;
}

/** A round form of bumps: a crown of leaves, a head of curls. */
export function blob(x, y, r, n = 9, bump = 0.13, tall = r) {
  const next = rnd(Math.round(Math.abs(x * 7 + y * 3 + r)) + 1);
  const points = Array.from({ length: n }, (_, i) => {
    const angle = (i / n) * Math.PI * 2 - 1.2,
      s = 1 + (next() - 0.5) * 0.12;
    return [x + Math.cos(angle) * r * s, y + Math.sin(angle) * tall * s];
  });
  const s = 1 + bump * 3.2;
  return (
    points.reduce(
      (d, a, i) => {
        const b = points[(i + 1) % n];
        const out = [x + ((a[0] + b[0]) / 2 - x) * s, y + ((a[1] + b[1]) / 2 - y) * s];
        return `${d} Q${out.join(" ")} ${b.map(tenth).join(" ")}`;
      },
      `M${points[0].map(tenth).join(" ")}`,
    ) + " Z"
  );
}

/** A dot. */
export const dot = (x, y, r, colour, ry = r) =>
  r === ry
    ? `<circle cx="${tenth(x)}" cy="${tenth(y)}" r="${r}" fill="${colour}"/>`
    : `<ellipse cx="${tenth(x)}" cy="${tenth(y)}" rx="${r}" ry="${ry}" fill="${colour}"/>`;
