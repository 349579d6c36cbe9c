// Small things of the kit: hands, emblems of the five ways it can sound, crayons, stones, the envelope, the
// paper, the calendar, and the figure for whoever is too young for houses.
import { C, area, blob, dot, ell, g, hatch, limb, line, reseed, shape } from "./line.js";
import { cloudOutline, flower, starOutline, sun, tuft } from "./nature.js";
import { pathStone } from "./scene.js";
import { SKIN } from "./person.js";
import { keep } from "./files.js";

// ---- hands: the colour of nobody's skin

const hand = () =>
  shape(
    "M-17 34 C-22 18 -30 10 -36 -2 C-40 -12 -28 -17 -22 -8 L-15 2 L-18 -34 C-19 -44 -7 -45 -6 -35 L-3 -8 L-1 -42 " +
      "C-1 -52 11 -52 11 -42 L10 -8 L16 -36 C18 -46 29 -43 27 -34 L22 -4 L30 -20 C34 -29 43 -24 40 -16 C34 2 32 20 24 34 " +
      "C14 40 -8 40 -17 34 Z",
    C.hand,
    { w: 3.4, dx: 1, dy: 1, amp: 0.8 },
  );

const thumb = () =>
  shape("M-30 -4 L-30 32 L-14 34 L-14 -2 Z", C.cream, { w: 3.2, dx: 1, dy: 1, amp: 0.6 }) +
  shape(
    "M-14 0 C-4 -8 0 -22 2 -36 C10 -42 20 -34 17 -22 L13 -8 L32 -8 C42 -6 42 6 36 8 C42 12 40 20 34 21 " +
      "C38 26 34 32 29 32 C30 38 26 40 20 40 L2 40 C-6 40 -10 36 -14 34 Z",
    C.hand,
    { w: 3.2, dx: 1, dy: 1, amp: 0.7 },
  );

/** Not sure: a level hand that tips a little. A sideways thumb would point. */
const level = () =>
  shape("M-38 -6 L-38 20 L-24 21 L-24 -8 Z", C.cream, { w: 3.2, dx: 1, dy: 1, amp: 0.6 }) +
  shape(
    "M-24 -8 C-10 -14 6 -14 18 -12 L38 -9 C45 -7 44 1 38 2 L20 2 L34 6 C40 9 38 15 33 15 L14 12 C10 22 0 26 -10 24 L-24 21 Z",
    C.hand,
    { w: 3.2, dx: 1, dy: 1, amp: 0.7 },
  ) +
  line("M-4 -28 Q6 -34 16 -28", { w: 3, taper: true }) +
  line("M-6 38 Q4 44 14 38", { w: 3, taper: true });

function drawHands() {
  reseed(90);
  keep("hand", [-46, -54, 92, 96], hand());
  reseed(560);
  keep("thumb-up", [-46, -46, 92, 92], thumb());
  keep("thumb-level", [-46, -46, 92, 92], level());
  keep("thumb-down", [-46, -46, 92, 92], `<g transform="rotate(180)">${thumb()}</g>`);
}

// ---- emblems: no order, no age, and none of them a roof's sign

const CAP = "M-28 -2 C-28 -24 28 -26 29 -3 C14 4 -14 4 -28 -2 Z";
const SHELL =
  "M0 34 C-12 32 -16 26 -14 22 C-40 10 -38 -30 0 -32 C38 -30 40 10 14 22 C16 28 10 33 0 34 Z";
const FEATHER =
  "M-20 32 C-30 18 -28 4 -20 -6 L-15 0 L-16 -14 C-6 -28 8 -36 26 -40 C30 -26 28 -14 22 -4 L14 -4 L18 4 C12 16 2 24 -10 26 Z";

const EMBLEMS = {
  acorn: () =>
    shape("M-22 -2 C-22 22 -8 34 0 38 C8 34 22 22 22 -2 Z", "#D9A35F") +
    shape(CAP, "#8F6A45") +
    hatch(CAP, "#6B4B2E", { ang: 45, gap: 9, w: 2 }) +
    line("M0 -20 C1 -28 6 -32 10 -34", { w: 4 }),
  shell: () =>
    shape(SHELL, "#EBC4A8") +
    [-26, -14, 0, 14, 26]
      .map((x) =>
        line(`M${x * 0.25} 22 Q${x * 0.8} 0 ${x} ${-26 + Math.abs(x) * 0.4}`, {
          w: 2.2,
          c: "#A9674A",
        }),
      )
      .join("") +
    line(SHELL, { w: 3.2 }),
  feather: () =>
    shape(FEATHER, "#A9C4C4") +
    line("M-34 48 C-16 22 0 0 20 -32", { w: 2.8 }) +
    [
      [-8, 12, -20, 6],
      [0, 0, -14, -8],
      [8, -12, -4, -22],
      [-2, 8, 10, 12],
      [6, -4, 20, -4],
      [12, -16, 25, -18],
    ]
      .map(([x, y, u, v]) => line(`M${x} ${y} L${u} ${v}`, { w: 1.8, c: "#56777A" }))
      .join(""),
  pen: () =>
    shape("M-30 36 L-24 14 L18 -30 L34 -14 L-10 30 Z", "#6D7F94") +
    shape("M-30 36 L-24 14 L-10 30 Z", "#E6D3B4") +
    shape("M18 -30 L26 -38 C30 -42 44 -28 40 -22 L34 -14 Z", "#C5705A") +
    line("M-30 36 L-25 28", { w: 5 }),
  symbols: () => symbolBoard(),
};

/** Four cards, each with one picture: this is how the one with symbols sounds. */
function symbolBoard() {
  const card = (x, y, body) =>
    shape(`M${x} ${y} L${x + 33} ${y - 1} L${x + 34} ${y + 34} L${x + 1} ${y + 35} Z`, "#FFFEFB", {
      w: 2.8,
    }) + g(x + 17, y + 17, 1, body);
  const thin = { w: 2.2, dx: 0.6, dy: 0.6, amp: 0.4 };
  return (
    card(
      -37,
      -38,
      shape("M-9 10 L-9 -1 L9 -1 L9 10 Z", C.cream, thin) +
        shape("M-12 0 L0 -11 L12 0 Z", C.rust, thin),
    ) +
    card(3, -39, shape(ell(0, 0, 9), C.sun, thin)) +
    card(-38, 2, shape("M-11 -8 L11 -9 L11 5 L0 5 L-6 11 L-5 5 L-11 5 Z", "#A9C4C4", thin)) +
    card(
      2,
      1,
      g(
        0,
        1,
        0.25,
        shape(
          "M-17 34 C-22 18 -30 10 -36 -2 C-40 -12 -28 -17 -22 -8 L-15 2 L-18 -34 C-19 -44 -7 -45 -6 -35 L-3 -8 L-1 -42 C-1 -52 11 -52 11 -42 L10 -8 L16 -36 C18 -46 29 -43 27 -34 L22 -4 L30 -20 C34 -29 43 -24 40 -16 C34 2 32 20 24 34 C14 40 -8 40 -17 34 Z",
          C.hand,
          { w: 8, dx: 2, dy: 2, amp: 0.8 },
        ),
      ),
    )
  );
}

function drawEmblems() {
  Object.entries(EMBLEMS).forEach(([name, draw], i) => {
    reseed(400 + i * 30);
    keep(name, [-48, -50, 96, 104], draw());
  });
}

// ---- crayons

/** What a child draws with. */
export const COLOURS = {
  ink: "#2C2A33",
  brown: "#7C5132",
  red: "#C24E36",
  orange: "#E08A2C",
  yellow: "#F0BF35",
  green: "#5B9A52",
  pine: "#2F6B4A",
  sky: "#7FB6D6",
  blue: "#3C6FB4",
  purple: "#7D5AB4",
  pink: "#D8648F",
  grey: "#8F8B93",
  "skin-1": SKIN.a,
  "skin-2": SKIN.b,
  "skin-3": SKIN.c,
  "skin-4": SKIN.d,
  "skin-5": SKIN.e,
  "hair-1": "#241A18",
  "hair-2": "#4A3128",
  "hair-3": "#6B4A30",
  "hair-4": "#A8532D",
  "hair-5": "#D2A95E",
  "hair-6": "#A9A29A",
};

const crayon = (colour) =>
  shape("M-4 2 L62 0 L64 44 L-4 46 Z", colour, { w: 2.8, dx: 1, dy: 1 }) +
  shape("M62 4 L88 16 L89 28 L64 41 Z", colour, { w: 2.8, dx: 0, dy: 0 }) +
  area("M12 2 L20 1 L20 45 L12 46 Z", "#ffffff", { amp: 0.5, op: 0.45 }) +
  area("M48 1 L54 1 L54 44 L48 45 Z", "#ffffff", { amp: 0.5, op: 0.45 });

function drawCrayons() {
  Object.entries(COLOURS).forEach(([name, colour], i) => {
    reseed(720 + i);
    keep(`crayon-${name}`, [-8, -4, 101, 54], crayon(colour));
  });
}

// ---- stones: where we are, where a sealed visit is, where on the path

const STONE = "M-30 8 C-34 -11 -14 -19 4 -18 C26 -17 38 -4 32 9 C22 20 -20 20 -30 8 Z";

function drawStones() {
  const states = { on: [C.sun, 3.6], past: ["#F6DFAE", 2.4], off: [C.sand2, 2.4] };
  Object.entries(states).forEach(([state, [colour, w]], i) => {
    reseed(500 + i * 7);
    keep(`stone-${state}`, [-36, -24, 74, 46], shape(STONE, colour, { w }));
  });
  reseed(1062);
  keep(
    "stone-line",
    [44, -12, 100, 16],
    line("M48 0 Q94 -10 140 0", { w: 3, c: "#B9A98F", taper: true }),
  );
  const chosen = { "": C.stone, "-chosen": C.sun };
  for (const [more, colour] of Object.entries(chosen)) {
    for (let n = 1; n <= 5; n++)
      keep(`path-stone${more}-${n}`, [-46, -28, 94, 54], pathStone(0, 0, 1, colour, 4650 + n * 3));
  }
}

// ---- the envelope, shut, with a house in its wax

function envelope() {
  reseed(1020);
  const stone =
    "M120 800 C140 754 490 748 524 792 C548 838 500 860 320 862 C150 862 104 842 120 800 Z";
  const under =
    shape(stone, C.stone, { w: 3.4 }) +
    hatch(stone, "#BFB4A3", { ang: 8, gap: 16, w: 2.6, len: 0.4 }) +
    line(stone, { w: 3.4 }) +
    tuft(112, 846, 1.7, "#86A070") +
    tuft(530, 838, 1.6, "#86A070") +
    flower(552, 846, "#8E78C6") +
    flower(566, 852, C.sun);
  reseed(1040);
  const back = "M136 596 L494 584 L504 800 L144 810 Z",
    fold = "M136 596 C200 640 270 694 318 724 C372 692 430 640 494 584";
  const letter =
    area(back, "#F4E4C5", { amp: 1.6, dx: 3, dy: 2 }) +
    hatch(back, "#E5CFA4", { ang: 172, gap: 22, w: 2.6, len: 0.3 }) +
    line("M148 806 L268 690", { w: 2.6 }) +
    line("M500 796 L374 686", { w: 2.6 }) +
    area(`${fold} Z`, "#EFD9AE", { amp: 1 }) +
    hatch(`${fold} Z`, "#DDC08C", { ang: 20, gap: 18, w: 2.4, len: 0.3, op: 0.7 }) +
    line(back, { w: 4.2 }) +
    line(fold, { w: 4 });
  reseed(1045);
  const wax =
    shape(blob(318, 716, 44, 8, 0.07), "#2F8087", { w: 3.8 }) +
    line(ell(318, 716, 30), { w: 2.6, c: "#0B4A50" }) +
    g(318, 724, 1, line("M-14 6 L-14 -8 L0 -22 L14 -8 L14 6 L-14 6", { w: 4, c: "#E6F2F1" }));
  return under + letter + wax;
}

// ---- paper and calendar

function paper() {
  reseed(710);
  const w = 744,
    h = 486;
  const d = `M0 3 L${w * 0.3} 0 L${w * 0.7} 4 L${w} 0 L${w + 2} ${h * 0.5} L${w - 1} ${h} L${w * 0.5} ${h - 3} L2 ${h} L-2 ${h * 0.4} Z`;
  return (
    area(d, "#E3D8C6", { dx: 5, dy: 6, amp: 1.5 }) +
    area(d, "#FFFEFB", { amp: 1 }) +
    line(d, { w: 2.4, amp: 1 })
  );
}

function calendar() {
  reseed(1080);
  return (
    shape("M4 20 L88 16 L90 104 L6 106 Z", "#FFFEFB", { w: 3 }) +
    area("M4 20 L88 16 L88 42 L5 45 Z", "#C9DCDD", { amp: 0.8 }) +
    line("M5 45 L88 42", { w: 2.6 }) +
    line("M24 26 L24 8 M68 24 L68 6", { w: 4 })
  );
}

// ---- the figure: coat for happy things, cape for worries, wand for wishes

const CAPE =
  "M-40 -206 C-70 -170 -108 -90 -122 -14 C-92 -2 -62 -20 -30 -8 C0 2 30 -20 60 -8 C84 0 104 -6 122 -16 C108 -92 70 -170 40 -206 Z";
const COAT =
  "M-34 -202 C-50 -150 -58 -92 -62 -36 C-32 -25 32 -25 62 -37 C58 -92 50 -150 34 -202 C12 -190 -12 -190 -34 -202 Z";
const HOOD =
  "M-50 -196 C-66 -236 -52 -292 -6 -312 C2 -316 12 -312 16 -306 C54 -288 64 -236 50 -196 C26 -178 -26 -178 -50 -196 Z";
const FACE =
  "M-31 -250 C-32 -286 32 -288 32 -250 C32 -220 18 -204 0 -204 C-18 -204 -31 -220 -31 -250 Z";

/** Coat, cape and wand are the three houses over again, in their colours and with their signs. */
function figure() {
  reseed(5100);
  const cape =
    shape(CAPE, C.plum3, { w: 4 }) +
    [
      "M-58 -150 C-76 -110 -90 -60 -96 -22",
      "M58 -150 C76 -110 90 -60 98 -24",
      "M-70 -90 C-76 -66 -78 -44 -80 -20",
      "M66 -110 C70 -96 72 -88 74 -78",
    ]
      .map((d) => line(d, { w: 3, c: "#8C4568", taper: true, amp: 1.6 }))
      .join("");
  const boots = [-1, 1]
    .map((k) =>
      shape(
        `M${k * 12} -32 L${k * 12} -6 C${k * 12} 2 ${k * 44} 3 ${k * 44} -3 C${k * 44} -12 ${k * 34} -12 ${k * 32} -16 L${k * 32} -32 Z`,
        "#6B5248",
        { w: 3.2 },
      ),
    )
    .join("");
  const coat =
    shape(COAT, "#C3DDBD", { w: 3.8 }) +
    hatch(COAT, C.leaf3, { ang: 88, gap: 17, w: 2.6, len: 0.35, op: 0.8 }) +
    line("M-53 -110 C-20 -102 20 -102 53 -111", { w: 5, c: C.leaf, amp: 1 }) +
    g(0, -152, 0.62, sun(0, 0, 24, { w: 4.4 }));
  const arms =
    shape(
      limb(
        [
          [-36, -188],
          [-80, -160],
          [-74, -104],
        ],
        28,
        30,
      ),
      "#C3DDBD",
      { w: 3.6 },
    ) +
    shape(ell(-73, -90, 11, 13), C.hand, { w: 3.2, amp: 0.8 }) +
    shape(
      limb(
        [
          [36, -188],
          [86, -156],
          [104, -206],
        ],
        28,
        28,
      ),
      "#C3DDBD",
      { w: 3.6 },
    );
  const wand =
    shape("M98 -190 L124 -296 L131 -294 L106 -188 Z", C.wood, { w: 2.8 }) +
    shape(ell(107, -218, 12, 12), C.hand, { w: 3.2, amp: 0.8 }) +
    shape(starOutline(130, -322, 31), C.sun, { w: 3.6 }) +
    [
      [88, -344],
      [172, -352],
      [176, -300],
    ]
      .map(([x, y]) =>
        line(`M${x - 5} ${y} L${x + 5} ${y} M${x} ${y - 5} L${x} ${y + 5}`, {
          w: 2.6,
          c: C.violet,
          amp: 0.3,
        }),
      )
      .join("");
  const head =
    shape(HOOD, C.plum3, { w: 4 }) +
    shape(FACE, C.hand, { w: 3.2 }) +
    dot(-11, -246, 2.8, C.line, 3.5) +
    dot(12, -246, 2.8, C.line, 3.5) +
    line("M-9 -225 Q1 -220 11 -226", { w: 2.8, amp: 0.3 }) +
    line("M0 -241 Q5 -234 0 -232", { w: 2.2, amp: 0.3 });
  const clasp = shape(ell(1, -190, 9), C.sun, { w: 3, amp: 0.5 });
  const cloud = g(86, -50, 0.32, shape(cloudOutline(0, 0, 1), C.cloud, { w: 8 }));
  return cape + boots + coat + arms + cloud + head + clasp + wand;
}

export function drawSmallThings() {
  drawHands();
  drawEmblems();
  drawCrayons();
  drawStones();
  keep("envelope", [92, 568, 492, 304], envelope());
  keep("paper", [-8, -6, 762, 504], paper());
  keep("calendar", [0, 0, 96, 112], calendar());
  keep("figure", [-150, -366, 344, 376], figure());
}
