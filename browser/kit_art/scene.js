// What the houses stand in: hills, the path that passes every door, trees, a fence; and the same calm,
// in two tints without texture, for whoever finds the other one too much.
import { C, area, ell, g, hatch, line, reseed, shape } from "./line.js";
import { bush, flower, tree, tuft } from "./nature.js";
import { houseDreams, houseGood, houseSafety, houseWorries, ramp } from "./houses.js";
import { keep } from "./files.js";

const FAR = "M-20 330 C120 250 260 300 420 262 C560 220 700 300 860 244 C980 200 1100 240 1220 210";
const NEAR =
  "M-20 520 C160 470 300 520 460 470 C640 410 760 430 900 386 C1020 350 1120 366 1220 350";
const PALE = "#C9D9AE";
const SEEN = [0, 0, 1180, 820];
const SPREAD = ' preserveAspectRatio="xMidYMax slice"';

function hills(calm, seen = SEEN) {
  reseed(600);
  const below = " L1220 900 L-20 900 Z";
  const far =
    area(FAR + below, "#EDF0E2", { amp: 3 }) +
    (calm
      ? ""
      : hatch(`${FAR} L1220 420 L-20 420 Z`, "#DDE3CB", {
          ang: 168,
          gap: 26,
          w: 3,
          len: 0.5,
          op: 0.9,
          seen,
        })) +
    line(FAR, { w: 2.4, c: "#A9B394" });
  return (
    far +
    area(NEAR + below, C.grass, { amp: 3 }) +
    (calm
      ? ""
      : hatch(NEAR + below, C.grass2, { ang: 170, gap: 30, w: 4, len: 0.6, op: 0.75, seen })) +
    line(NEAR, { w: 2.8, c: "#87996F" })
  );
}

const PATH =
  "M196 870 C206 800 236 772 214 716 C206 690 206 640 208 590 L268 588 C270 640 276 664 320 660 " +
  "C400 650 480 664 520 632 C536 616 534 590 534 566 L590 566 C592 600 604 616 650 612 C706 606 724 580 738 532 " +
  "L782 524 C780 590 756 640 690 654 C600 672 520 690 450 704 C400 716 384 760 392 880 Z";

/** The same way past four doors, when the house of what keeps you safe is there too. */
const PATH_OF_FOUR =
  "M112 870 C120 800 146 772 132 716 C126 690 128 640 130 598 L174 596 C176 640 184 668 226 664 " +
  "C300 656 366 668 392 634 C404 618 408 596 408 572 L452 572 C454 600 462 622 506 622 C560 622 620 640 650 618 " +
  "C658 610 652 602 648 592 L732 592 C732 606 750 612 780 602 C816 588 838 560 846 532 L884 526 C884 574 860 630 800 650 " +
  "C720 674 600 678 520 696 C420 716 330 706 306 760 C296 800 300 840 306 880 Z";

/** Where things stand: the path, its stones, the houses' shadows, and what grows. */
const THREE = {
  path: PATH,
  stones: [
    [306, 786, 17],
    [288, 742, 13],
    [330, 704, 15],
    [560, 664, 12],
    [634, 646, 13],
    [700, 622, 12],
    [742, 580, 10],
  ],
  shadows: [
    [238, 598, 176, 16],
    [580, 572, 150, 14],
    [1000, 526, 120, 14],
  ],
  bushes: [
    [432, 512, 0.55],
    [462, 516, 0.4],
  ],
  front: [
    [84, 606, 0.6],
    [378, 598, 0.46],
    [684, 576, 0.42],
    [1128, 536, 0.5],
  ],
};
const FOUR = {
  path: PATH_OF_FOUR,
  stones: [
    [206, 786, 16],
    [188, 742, 13],
    [236, 700, 14],
    [470, 668, 12],
    [604, 654, 13],
    [720, 636, 12],
    [836, 592, 10],
  ],
  shadows: [
    [152, 602, 132, 13],
    [438, 578, 112, 12],
    [690, 564, 106, 12],
    [1040, 524, 92, 12],
  ],
  bushes: [
    [298, 534, 0.5],
    [560, 496, 0.4],
  ],
  front: [
    [36, 612, 0.5],
    [292, 606, 0.4],
    [544, 584, 0.36],
    [1136, 532, 0.46],
  ],
};

const flatStone = (x, y, r) =>
  shape(
    `M${x - r} ${y} C${x - r} ${y - r * 0.6} ${x + r} ${y - r * 0.7} ${x + r * 1.1} ${y} C${x + r} ${y + r * 0.55} ${x - r} ${y + r * 0.6} ${x - r} ${y} Z`,
    C.stone,
    { w: 2.2 },
  );

function pathOfHouses({ path, stones }, calm) {
  reseed(660);
  return (
    area(path, C.path, { amp: 3 }) +
    (calm
      ? ""
      : hatch(path, "#D6BF93", { ang: 172, gap: 22, w: 3.4, len: 0.4, op: 0.9, seen: SEEN })) +
    line(path, { w: 3.2, c: "#8D744F", amp: 2.4 }) +
    (calm ? "" : stones.map((stone) => flatStone(...stone)).join(""))
  );
}

function shadow(x, y, wide, high, calm) {
  reseed(640 + x);
  const d = ell(x, y, wide, high);
  return (
    area(d, "#B9CBA2", { amp: 3, op: 0.8 }) +
    (calm ? "" : hatch(d, "#A3B88B", { ang: 176, gap: 9, w: 2.6, len: 0.3, op: 0.9 }))
  );
}

function fence() {
  reseed(690);
  const posts = Array.from({ length: 8 }, (_, i) => {
    const x = 872 + i * 33,
      y = 690 - i * 2.6 + Math.sin(i) * 2;
    return shape(
      `M${x - 6} ${y} L${x - 6} ${y - 46} L${x} ${y - 54} L${x + 7} ${y - 46} L${x + 6} ${y} Z`,
      "#E9DCC4",
      { w: 2.6 },
    );
  }).join("");
  return (
    line("M858 674 L1116 652", { w: 6, c: "#B79B75" }) +
    line("M858 656 L1116 634", { w: 6, c: "#B79B75" }) +
    posts
  );
}

function growing(path) {
  const clear = ([x, y]) => path === PATH || !(x > 440 && x < 870 && y < 660);
  const grass = [
    [60, 660],
    [450, 590],
    [860, 560],
    [820, 680],
    [900, 622],
    [1140, 700],
    [1110, 610],
    [700, 700],
    [560, 720],
    [120, 690],
  ];
  const flowers = [
    [640, 690, "#D9729A"],
    [656, 696, C.sun],
    [840, 650, C.sun],
    [70, 640, "#8E78C6"],
    [856, 656, "#D9729A"],
  ];
  return (
    grass
      .filter(clear)
      .map(([x, y]) => tuft(x, y, 1.1, "#86A070"))
      .join("") +
    flowers
      .filter(clear)
      .map((one) => flower(...one))
      .join("")
  );
}

const birds = () =>
  line("M776 186 Q786 176 794 186 Q802 176 812 185", { w: 2.6 }) +
  line("M728 218 Q735 211 741 218 Q747 211 754 217", { w: 2.2 });

function landscape(plan, calm) {
  const pale = { leaf: PALE, shade: "#A8BE87", calm },
    usual = { calm };
  const ground = hills(calm);
  reseed(610);
  const trees =
    tree(44, 474, 0.8, pale) +
    tree(776, 424, 0.82, pale) +
    tree(836, 414, 0.56, usual) +
    tree(1142, 352, 0.62, usual) +
    plan.bushes.map(([x, y, s], i) => bush(x, y, s, i ? pale : usual)).join("");
  const shadows = plan.shadows.map((one) => shadow(...one, calm)).join("");
  const fenced = plan === THREE && !calm ? fence() : "";
  const way = shadows + pathOfHouses(plan, calm) + fenced;
  reseed(680);
  return ground + trees + way + (calm ? "" : growing(plan.path) + birds());
}

/** A few bushes stand in front of the houses. */
function front({ front: bushes }, calm) {
  reseed(680);
  return bushes
    .map(([x, y, s], i) => bush(x, y, s, i === 1 ? { leaf: PALE, calm } : { calm }))
    .join("");
}

/** Under the houses, where the sealed envelope lies: three ways come down to it. */
function landOfTheEnvelope() {
  const ways = [
    "M170 900 C150 760 120 640 130 474",
    "M176 900 C170 700 262 640 272 460",
    "M182 900 C190 720 320 640 344 520 C348 490 348 470 352 446",
  ];
  const trees = () => {
    reseed(1000);
    return tree(34, 420, 0.5, { leaf: PALE, shade: "#A8BE87" }) + tree(204, 396, 0.46);
  };
  const ribbon = (w, c) => {
    reseed(1012);
    return ways.map((d) => line(d, { w, c, amp: 1.2, press: 0.04 })).join("");
  };
  return g(
    0,
    -78,
    1.04,
    hills(false, [0, 0, 580, 864]) + trees() + ribbon(50, "#8D744F") + ribbon(45, C.path),
  );
}

/** Where the path's five stones lie on the page of 744 by 486, first to last. */
export const STONES = [
  [92, 438],
  [196, 394],
  [312, 402],
  [420, 366],
  [498, 302],
];

function wayToTheHouse() {
  reseed(4600);
  const hill = "M-10 300 C120 250 260 292 400 256 C520 226 640 240 760 212 L760 500 L-10 500 Z";
  const way =
    "M20 500 C34 446 74 398 140 376 C214 352 262 388 330 368 C396 348 414 318 470 296 C500 284 520 262 532 240 " +
    "L566 246 C560 288 534 314 492 336 C446 360 430 402 352 424 C276 446 224 404 166 424 C128 438 110 470 104 500 Z";
  const ground =
    area(hill, C.grass, { amp: 3 }) +
    hatch(hill, C.grass2, { ang: 170, gap: 30, w: 4, len: 0.6, op: 0.75 }) +
    line("M-10 300 C120 250 260 292 400 256 C520 226 640 240 760 212", { w: 2.8, c: "#87996F" });
  const path =
    area(way, C.path, { amp: 2 }) +
    hatch(way, "#D6BF93", { ang: 172, gap: 22, w: 3.4, len: 0.4, op: 0.9 }) +
    line(way, { w: 3.2, c: "#8D744F", amp: 2 });
  return (
    ground +
    tree(92, 296, 0.62, { leaf: PALE, shade: "#A8BE87" }) +
    tree(304, 276, 0.5) +
    path +
    STONES.map(([x, y], i) => pathStone(x, y, 0.74, C.stone, 4650 + (i + 1) * 3)).join("") +
    g(664, 238, 0.46, houseDreams() + ramp()) +
    after()
  );
}

function after() {
  reseed(4690);
  return (
    [
      [40, 380],
      [250, 440],
      [420, 448],
      [600, 380],
      [690, 430],
      [560, 450],
    ]
      .map(([x, y]) => tuft(x, y, 1.1, "#86A070"))
      .join("") +
    flower(640, 420, "#8E78C6") +
    flower(654, 426, C.sun) +
    flower(236, 344, "#D9729A")
  );
}

/** A stone big enough for a finger. */
export function pathStone(x, y, s, colour, number) {
  reseed(number);
  return g(
    x,
    y,
    s,
    shape("M-40 6 C-44 -16 -20 -24 4 -23 C30 -22 46 -8 41 9 C30 24 -28 24 -40 6 Z", colour, {
      w: 3,
    }),
  );
}

/** Scene, path and houses. */
export function drawScene() {
  for (const [name, plan] of Object.entries({ "": THREE, "-four": FOUR })) {
    keep(`landscape${name}`, SEEN, landscape(plan, false), SPREAD);
    keep(`landscape${name}-calm`, SEEN, landscape(plan, true), SPREAD);
    keep(`landscape${name}-front`, SEEN, front(plan, false), SPREAD);
  }
  keep("land-of-the-envelope", [0, 0, 600, 820], landOfTheEnvelope(), SPREAD);
  keep("path", [0, 0, 744, 486], wayToTheHouse());
  keep("house-good", [-180, -352, 364, 366], houseGood());
  keep("house-worries", [-124, -398, 296, 412], houseWorries());
  keep("house-dreams", [-272, -434, 408, 448], ramp() + houseDreams());
  keep("house-safety", [-180, -346, 360, 402], houseSafety());
}
