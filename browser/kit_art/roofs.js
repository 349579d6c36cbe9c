// Inside a house we stand under its roof: a band across the top with the roof's sign in the sky beside it,
// and a wall below. The bare roof shapes are the small signs that stand for a house everywhere else.
import { C, area, clipped, g, hatch, line, outline, reseed, rnd, sample, shape } from "./line.js";
import { cloudOutline, starOutline, sun } from "./nature.js";
import { keep } from "./files.js";

const BAND = [0, 0, 1180, 172];
const SPREAD = ' preserveAspectRatio="xMinYMax slice"';
const SLOPE = "M-20 158 C40 60 200 -46 420 -60 L1200 -60 L1200 138 ";

const WAVES =
  `${SLOPE}C1160 164 1120 128 1076 146 C1032 164 992 128 946 146 C900 164 862 128 816 147 ` +
  "C770 164 730 128 684 147 C640 164 598 130 552 148 C508 164 468 130 422 149 C376 166 336 132 290 151 " +
  "C246 168 204 134 160 153 C116 170 60 142 -20 158 Z";

/** Texture stays on the roof: beside its slope is sky. */
const onRoof = (d, body) => clipped(outline(sample(d)[0].points), body);

function straw() {
  reseed(700);
  const roof = area(WAVES, C.leaf3, { dy: 2 });
  let blades = "";
  for (let i = 0; i < 44; i++) {
    const x = -10 + i * 28,
      next = rnd(i + 3);
    blades += line(
      `M${x} ${136 + next() * 10} C${x + 20} ${96 + next() * 10} ${x + 54} 50 ${x + 90 + next() * 30} ${6 + next() * 20}`,
      { w: 3, c: i % 3 ? "#6FA072" : "#A5C89F", taper: true, amp: 2 },
    );
  }
  return roof + onRoof(WAVES, blades) + line(WAVES, { w: 4.4 }) + sun(78, 74, 30, { w: 3.8 });
}

/** The edge of a roof from right to left, in `n` like pieces. */
function edge(n, piece) {
  const wide = 1220 / n;
  return (
    SLOPE.replace("L1200 138 ", "L1200 140 ") +
    Array.from({ length: n }, (_, i) => piece(1200 - i * wide, wide)).join(" ") +
    " Z"
  );
}

/** Where the roof begins at a height: the slope on the left is sky. */
const slopeAt = (y) =>
  [
    [158, -20],
    [120, 12],
    [84, 52],
    [52, 92],
    [20, 140],
    [-20, 214],
  ].reduce((from, [height, x]) => (y <= height ? x : from), -20);

function tiles() {
  reseed(1700);
  const d = edge(17, (x, wide) => `Q${x - wide / 2} 168 ${x - wide} 144`);
  let drawn = area(d, C.plum3, { dy: 2 });
  for (let row = 0; row < 4; row++) {
    const y = 112 - row * 32,
      wide = 72;
    for (let x = -40 + (row % 2) * 36; x < 1200; x += wide) {
      if (x > slopeAt(y) + 10)
        drawn += line(`M${x} ${y} Q${x + wide / 2} ${y + 24} ${x + wide} ${y}`, {
          w: 3,
          c: "#9C567A",
          amp: 1.6,
        });
    }
  }
  return (
    drawn +
    line(d, { w: 4.4 }) +
    g(
      80,
      80,
      1,
      shape(cloudOutline(0, 0, 0.98), C.cloud, { w: 3.6 }) +
        hatch(cloudOutline(0, 0, 0.98), "#BAC8D0", { ang: 6, gap: 12, w: 2.4, len: 0.3 }),
    )
  );
}

function folds() {
  reseed(2700);
  const d = edge(9, (x, wide) => `C${x - wide * 0.3} 168 ${x - wide * 0.7} 122 ${x - wide} 146`);
  const roof = area(d, C.violet3, { dy: 2 });
  let drawn = "";
  for (let i = 0; i < 25; i++) {
    const x = 40 + i * 48,
      top = Math.max(4, 92 - x * 0.3),
      next = rnd(i + 60);
    drawn += line(
      `M${x} ${134 - next() * 8} C${x + 22} ${118 - next() * 20} ${x + 46} ${70 + next() * 10} ${x + 62} ${top + next() * 12}`,
      { w: 3.2, c: i % 3 ? "#8570C0" : "#C1B3E4", taper: true, amp: 1.6 },
    );
  }
  return (
    roof +
    onRoof(d, drawn) +
    line("M150 96 C420 62 800 84 1200 62", { w: 3, c: C.violet, amp: 2, op: 0.7 }) +
    line(d, { w: 4.4 }) +
    shape(starOutline(78, 72, 40), C.sun, { w: 3.8 })
  );
}

function slates() {
  reseed(3700);
  const d = edge(4, (x, wide) => `C${x - wide * 0.3} 154 ${x - wide * 0.7} 136 ${x - wide} 148`);
  let drawn = area(d, C.blue3, { dy: 2 });
  for (let row = 0; row < 4; row++) {
    const y = 118 - row * 32,
      from = [34, 62, 100, 150][row];
    drawn += line(`M${from} ${y} C${from + 300} ${y - 5} 860 ${y + 5} 1200 ${y - 2}`, {
      w: 2.8,
      c: "#5B7FB0",
      amp: 1.8,
    });
    for (let x = from + 24 + (row % 2) * 31; x < 1200; x += 62) {
      drawn += line(`M${x} ${y + 1} L${x - 1} ${y + 28}`, {
        w: 2.6,
        c: "#5B7FB0",
        amp: 0.9,
        taper: true,
      });
    }
  }
  return drawn + line(d, { w: 4.4 }) + lamp(78, 76);
}

/** The lantern of the safety house, by itself. */
function lamp(x, y) {
  const rays = [-160, -125, -55, -20, 20, 160]
    .map((turn) => {
      const cos = Math.cos((turn * Math.PI) / 180),
        sin = Math.sin((turn * Math.PI) / 180);
      return line(`M${cos * 42} ${sin * 42} L${cos * 56} ${sin * 56}`, {
        w: 4.8,
        c: "#D9942B",
        amp: 0.6,
      });
    })
    .join("");
  return g(
    x,
    y,
    1,
    rays +
      shape("M-28 34 L-24 22 L25 22 L29 33 Z", C.wood2, { w: 3 }) +
      shape("M-20 22 L-21 -18 L22 -19 L21 22 Z", C.sun, { w: 3.6 }) +
      line("M0 -17 L0 20", { w: 2.4 }) +
      shape("M-31 -16 C-20 -28 -8 -36 0 -44 C10 -36 22 -28 32 -17 Z", C.blue, { w: 3.6 }),
  );
}

const WALLS = {
  good: { wall: "#F3F4E6", stroke: "#E4E8D2", upright: true },
  worries: { wall: "#FCF6F7", stroke: "#F1E0E6", upright: false },
  dreams: { wall: "#F6F3FB", stroke: "#E6DFF4", upright: true },
  safety: { wall: "#F3F6FA", stroke: "#DFE8F2", upright: false },
};

/** A piece of wall that goes on at every side. */
function wall({ wall: colour, stroke, upright }, number) {
  reseed(number);
  const next = rnd(number),
    size = 308;
  let drawn = `<path d="M0 0h${size}v${size}H0z" fill="${colour}"/>`;
  for (let lane = 22; lane < size; lane += 44) {
    for (let at = 8 + next() * 50; at < size - 56;) {
      const long = 18 + next() * 34,
        side = lane + (next() - 0.5) * 6;
      const d = upright
        ? `M${side} ${at} L${side + 1} ${at + long}`
        : `M${at} ${side} L${at + long} ${side + 1}`;
      drawn += line(d, { w: 3, c: stroke, amp: 1.2, taper: true });
      at += long + 60 + next() * 90;
    }
  }
  return drawn;
}

const SIGNS = {
  good: [C.leaf, "M-30 14 C-29 -26 29 -26 30 14 Z"],
  worries: [C.plum, "M-27 16 L0 -26 L27 16 Z"],
  dreams: [C.violet, starOutline(0, -3, 28)],
  safety: [C.blue, "M-31 15 L-19 -18 L19 -18 L31 15 Z"],
};

export function drawRoofs() {
  const bands = { good: straw, worries: tiles, dreams: folds, safety: slates };
  for (const [house, band] of Object.entries(bands)) keep(`roof-${house}`, BAND, band(), SPREAD);
  Object.entries(WALLS).forEach(([house, look], i) =>
    keep(`wall-${house}`, [0, 0, 308, 308], wall(look, 3800 + i * 50)),
  );
  Object.entries(SIGNS).forEach(([house, [colour, d]], i) => {
    reseed(3900 + i * 5);
    keep(`sign-${house}`, [-34, -34, 68, 56], area(d, colour, { amp: 0.9 }));
  });
}
