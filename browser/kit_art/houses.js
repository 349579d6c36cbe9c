// The houses. Origin: middle of the threshold. Each has another outline, roof, door and windows, so that
// they cannot be mixed up in grey or at 60 px; each has its door open, a lamp on, and no step.
// Nobody and nothing is pictured inside: an example would lead.
import { C, area, dot, ell, hatch, line, reseed, shape } from "./line.js";
import { cloudOutline, flower, starOutline, sun, tuft } from "./nature.js";

const knob = (x, y) => area(ell(x, y, 4), C.sun, { amp: 0.2 });
const window = (d, bars) =>
  shape(d, C.lamp, { w: 3 }) + bars.map((bar) => line(bar, { w: 2.4 })).join("");

/** Good things: low and wide, a dome of straw with the sun coming out of it. */
export function houseGood() {
  reseed(1200);
  const chimney =
    shape("M86 -196 L84 -262 L112 -264 L114 -176 Z", "#CFA58A") +
    line("M80 -262 L117 -265", { w: 5 }) +
    line("M98 -276 C92 -292 112 -298 104 -314 C98 -326 112 -334 110 -344", {
      w: 3.4,
      c: "#B9AFA3",
      taper: true,
    });
  const wall = "M-122 0 L-129 -112 L130 -114 L122 0 Z";
  const walls =
    shape(wall, "#F6E8CF") + hatch(wall, "#E6D0A9", { ang: 88, gap: 20, w: 2.6, len: 0.3 });
  const door =
    shape("M-38 0 L-41 -62 C-40 -102 40 -104 42 -63 L39 0 Z", C.lamp) +
    shape("M-38 0 L-41 -62 C-40 -86 -20 -97 -2 -98 L-6 8 Z", C.leaf) +
    knob(-12, -34) +
    line("M-26 -8 L-27 -70", { w: 2, c: "#79A883" });
  const windows =
    window(ell(-84, -58, 22, 23), ["M-84 -80 L-84 -36", "M-106 -58 L-62 -58"]) +
    window(ell(85, -58, 22, 23), ["M85 -80 L85 -36", "M63 -58 L107 -58"]);
  const petals = ["#D9729A", "#E9A13B", "#8E78C6", "#D9729A"];
  const box =
    shape("M58 -28 L114 -28 L110 -12 L62 -12 Z", C.wood) +
    petals.map((colour, i) => flower(66 + i * 13, -27, colour)).join("");
  return chimney + walls + door + windows + box + strawRoof() + sun(0, -276, 27, { w: 3.6 });
}

function strawRoof() {
  const roof =
    "M-168 -96 C-164 -188 -92 -250 0 -252 C94 -250 166 -186 170 -98 C150 -76 128 -102 106 -86 " +
    "C84 -72 62 -100 38 -86 C16 -74 -6 -100 -30 -86 C-54 -72 -76 -100 -100 -86 C-122 -74 -150 -78 -168 -96 Z";
  let drawn = area(roof, C.leaf3, { dx: 3, dy: 2 });
  for (let k = 0; k < 13; k++) {
    const t = -1 + k / 6;
    drawn += line(
      `M${t * 22} -246 C${t * 80} -226 ${t * 128} -170 ${t * 150} -${98 + (k % 2) * 14}`,
      { w: 3, c: "#5F9364", taper: true, amp: 2 },
    );
  }
  for (let k = 0; k < 12; k++) {
    const t = -0.9 + k / 6.2;
    drawn += line(
      `M${t * 84} -${214 - Math.abs(t) * 22} C${t * 104} -196 ${t * 120} -174 ${t * 130} -150`,
      { w: 2.6, c: "#A8CBA2", taper: true, amp: 2 },
    );
  }
  return (
    drawn +
    line("M-148 -140 C-90 -168 -50 -150 0 -168 C50 -152 96 -170 150 -140", {
      w: 3.2,
      c: C.leaf,
      amp: 2,
      op: 0.75,
    }) +
    line(roof, { w: 4.2 })
  );
}

/** Worries: tall and narrow under a steep gable, a cloud resting on the ridge, and no rain. */
export function houseWorries() {
  reseed(2200);
  const chimney =
    shape("M-74 -214 L-76 -292 L-48 -294 L-46 -246 Z", "#C79AA9") +
    line("M-81 -292 L-43 -295", { w: 5 });
  const wall = "M-90 0 C-84 -70 -92 -140 -84 -212 L82 -222 C92 -150 84 -70 94 0 Z";
  const walls =
    shape(wall, "#F4E1E4") + hatch(wall, "#DFBBC6", { ang: 4, gap: 22, w: 2.4, len: 0.3, op: 0.9 });
  const lean = "M92 0 L90 -84 L150 -66 L148 0 Z";
  const side =
    shape(lean, "#EFD5DA") +
    hatch(lean, "#DFBBC6", { ang: 4, gap: 20, w: 2.2, len: 0.3 }) +
    shape("M84 -100 C110 -90 134 -80 162 -68 L158 -54 C132 -64 106 -74 84 -82 Z", C.plum3) +
    window("M108 -48 L134 -46 L133 -18 L108 -18 Z", ["M121 -47 L121 -18"]);
  const door =
    shape("M-34 0 L-34 -84 L34 -87 L35 0 Z", C.lamp) +
    shape("M-34 0 L-34 -84 L6 -86 L2 9 Z", C.plum) +
    line("M-24 -12 L-24 -70 L-6 -71", { w: 2, c: "#C99AB1" }) +
    knob(-5, -38) +
    shape("M-46 -92 C-30 -106 32 -108 48 -94 L44 -86 L-42 -84 Z", C.plum3);
  const windows =
    window("M-60 -184 L-26 -187 L-27 -128 L-60 -126 Z", [
      "M-43 -185 L-43 -127",
      "M-60 -156 L-27 -157",
    ]) +
    window("M24 -190 L58 -192 L58 -132 L24 -131 Z", ["M41 -191 L41 -131", "M24 -160 L58 -161"]) +
    line("M-60 -184 C-58 -160 -54 -150 -60 -134", { w: 3, c: C.plum3 }) +
    line("M58 -192 C52 -172 52 -156 57 -138", { w: 3, c: C.plum3 });
  const umbrella =
    shape("M52 -2 L62 -52 L66 -52 L60 -1 Z", "#7C6AA8", { w: 2.4 }) +
    line("M64 -52 C66 -62 74 -62 74 -55", { w: 3 });
  return chimney + walls + side + door + windows + umbrella + tiledRoof() + restingCloud();
}

function tiledRoof() {
  const roof =
    "M-114 -196 C-78 -244 -38 -302 -8 -346 C28 -300 76 -248 116 -208 C110 -196 100 -192 92 -198 " +
    "C60 -186 36 -204 8 -192 C-18 -182 -46 -200 -74 -186 C-90 -178 -106 -186 -114 -196 Z";
  let drawn = area(roof, C.plum3, { dx: 3, dy: 2 });
  for (let row = 0; row < 5; row++) {
    const y = -216 - row * 25,
      half = 92 - row * 19,
      n = 6 - row,
      from = -half - 4;
    let d = `M${from} ${y}`;
    for (let i = 0; i < n; i++) {
      const x = from + (i * 2 * half) / n;
      d += ` Q${x + half / n} ${y + 15} ${x + (2 * half) / n} ${y}`;
    }
    drawn += line(d, { w: 2.8, c: "#8C4568", amp: 1.6 });
  }
  return drawn + line(roof, { w: 4.2 });
}

const restingCloud = () =>
  shape(cloudOutline(-8, -348, 0.95), C.cloud, { w: 3.6 }) +
  hatch(cloudOutline(-8, -348, 0.95), "#BAC8D0", { ang: 6, gap: 12, w: 2.4, len: 0.3 });

/** Dreams: on stilts and a deck, a roof that flares, a star on its tip, and a ramp that leads up. */
export function houseDreams() {
  reseed(3200);
  const stilts =
    [
      [-66, -8],
      [-22, 2],
      [26, 2],
      [68, -8],
    ]
      .map(([x, y]) =>
        shape(`M${x - 6} ${y} L${x - 5} -96 L${x + 6} -96 L${x + 6} ${y} Z`, C.wood2, { w: 3 }),
      )
      .join("") +
    line("M-64 -40 L-24 -84", { w: 3.4, c: "#7A5433" }) +
    line("M66 -40 L26 -84", { w: 3.4, c: "#7A5433" });
  const body = "M-86 -100 C-108 -150 -104 -196 -80 -234 L80 -236 C106 -196 110 -150 88 -100 Z";
  const walls =
    shape(body, "#ECE6F6") +
    hatch(body, "#CBBEE6", { ang: 90, gap: 18, w: 2.6, len: 0.45, op: 0.9 });
  const door =
    shape("M-32 -100 C-36 -150 -34 -186 0 -188 C34 -186 36 -150 34 -100 Z", C.lamp) +
    shape("M-32 -100 C-36 -150 -34 -186 0 -188 L-2 -92 Z", C.violet) +
    knob(-9, -134);
  const windows =
    window(ell(-66, -164, 16, 22), ["M-66 -186 L-66 -142"]) +
    window(ell(67, -164, 16, 22), ["M67 -186 L67 -142"]);
  const deck =
    shape("M-122 -104 L122 -106 L118 -90 L-118 -88 Z", C.wood) +
    [-112, -84, -56, 62, 88, 112].map((x) => line(`M${x} -104 L${x + 1} -134`, { w: 3 })).join("") +
    line("M-116 -136 C-96 -133 -70 -133 -50 -135", { w: 4 }) +
    line("M56 -135 C80 -133 100 -134 117 -136", { w: 4 });
  const star =
    line("M0 -358 L0 -372", { w: 4 }) + shape(starOutline(0, -392, 33), C.sun, { w: 3.6 });
  return stilts + walls + door + windows + deck + foldedRoof() + star;
}

function foldedRoof() {
  const roof =
    "M-124 -224 C-72 -240 -26 -284 0 -362 C28 -284 74 -240 126 -226 C112 -206 92 -222 70 -212 " +
    "C46 -202 24 -220 0 -210 C-24 -202 -48 -220 -72 -210 C-92 -204 -112 -208 -124 -224 Z";
  let drawn = area(roof, C.violet3, { dx: 3, dy: 2 });
  for (let k = 0; k < 9; k++) {
    const t = -1 + k / 4;
    drawn += line(
      `M${t * 7} -${338 - Math.abs(t) * 8} C${t * 30} -280 ${t * 68} -246 ${t * 104} -${222 - Math.abs(t) * 4}`,
      { w: 3, c: "#7A63B5", taper: true, amp: 1.6 },
    );
  }
  return (
    drawn +
    line("M-52 -262 C-20 -252 20 -252 54 -263", { w: 2.8, c: C.violet, amp: 1.6, op: 0.8 }) +
    line(roof, { w: 4.2 })
  );
}

/** Every door can be reached on wheels. */
export function ramp() {
  reseed(3600);
  return (
    shape(
      "M-116 -104 L-116 -90 C-160 -66 -196 -30 -232 4 L-262 6 C-224 -34 -176 -84 -116 -104 Z",
      C.wood,
    ) +
    [-140, -166, -192, -218]
      .map((x, i) =>
        line(`M${x} ${-92 + i * 26} L${x - 14} ${-82 + i * 27}`, { w: 2, c: "#8A623C" }),
      )
      .join("") +
    line("M-120 -134 C-172 -112 -212 -66 -246 -26", { w: 4 }) +
    [
      [-150, -116, -84],
      [-196, -78, -42],
      [-240, -34, -2],
    ]
      .map(([x, from, to]) => line(`M${x} ${from} L${x} ${to}`, { w: 3 }))
      .join("")
  );
}

/** What keeps you safe: broad and square under a low roof of slates, a lantern lit on top, a path and a fence. */
export function houseSafety() {
  reseed(4200);
  const wall = "M-112 0 C-108 -50 -116 -100 -110 -148 L110 -150 C116 -100 108 -50 114 0 Z";
  const walls =
    shape(wall, "#E9EFF6") +
    hatch(wall, "#C4D3E5", { ang: 2, gap: 20, w: 2.4, len: 0.35, op: 0.9 });
  const door =
    shape("M-36 0 L-37 -88 C-30 -98 30 -100 38 -90 L37 0 Z", C.lamp) +
    shape("M-36 0 L-37 -88 C-26 -96 -12 -98 0 -97 L-4 9 Z", C.blue) +
    knob(-11, -42) +
    line("M-26 -12 L-27 -76 L-12 -79", { w: 2, c: "#8CA9CF" });
  const windows =
    window("M-94 -112 L-56 -114 L-55 -56 L-93 -55 Z", ["M-75 -113 L-74 -56", "M-94 -84 L-56 -85"]) +
    window("M58 -114 L96 -113 L95 -55 L58 -56 Z", ["M77 -113 L77 -56", "M58 -85 L95 -84"]) +
    shape("M-100 -54 L-50 -55 L-51 -47 L-98 -46 Z", C.wood, { w: 2.6 }) +
    shape("M52 -55 L101 -54 L100 -46 L53 -47 Z", C.wood, { w: 2.6 });
  return walls + door + windows + slateRoof() + lantern() + garden();
}

function slateRoof() {
  const roof =
    "M-140 -142 C-122 -172 -104 -208 -86 -240 C-30 -246 34 -246 88 -240 C104 -208 124 -172 142 -144 " +
    "C124 -128 104 -146 80 -136 C54 -126 28 -144 0 -134 C-28 -126 -54 -146 -80 -136 C-104 -128 -126 -130 -140 -142 Z";
  let drawn = area(roof, C.blue3, { dx: 3, dy: 2 });
  for (let row = 0; row < 4; row++) {
    const y = -162 - row * 21,
      half = 118 - row * 11;
    drawn += line(`M${-half} ${y} C${-half / 3} ${y - 4} ${half / 3} ${y + 4} ${half} ${y - 1}`, {
      w: 2.6,
      c: "#4F74A6",
      amp: 1.4,
    });
    for (let x = -half + 16 + (row % 2) * 15; x < half - 8; x += 31) {
      drawn += line(`M${x} ${y} L${x * 0.97} ${y - 19}`, {
        w: 2.4,
        c: "#4F74A6",
        amp: 0.8,
        taper: true,
      });
    }
  }
  return drawn + line(roof, { w: 4.2 });
}

/** The roof's sign: a lantern that is lit. */
function lantern() {
  const rays = [-150, -120, -60, -30]
    .map((turn) => {
      const x = Math.cos((turn * Math.PI) / 180),
        y = Math.sin((turn * Math.PI) / 180);
      return line(`M${x * 44} ${-272 + y * 44} L${x * 57} ${-272 + y * 57}`, {
        w: 4.6,
        c: "#D9942B",
        amp: 0.6,
      });
    })
    .join("");
  return (
    rays +
    shape("M-30 -236 L-26 -250 L27 -250 L31 -237 Z", C.wood2, { w: 3 }) +
    shape("M-21 -250 L-22 -294 L23 -295 L22 -250 Z", C.sun, { w: 3.6 }) +
    line("M0 -293 L0 -252", { w: 2.4 }) +
    shape("M-32 -292 C-20 -306 -8 -314 0 -322 C10 -314 22 -306 33 -293 Z", C.blue, { w: 3.6 }) +
    line("M0 -322 L0 -334", { w: 4 })
  );
}

function garden() {
  const walk = "M-34 2 C-40 20 -52 34 -66 50 L62 50 C50 34 40 18 37 2 Z";
  const post = (x) =>
    shape(`M${x - 6} 44 L${x - 6} 2 L${x} -7 L${x + 7} 2 L${x + 6} 44 Z`, "#E9DCC4", { w: 2.6 });
  const rails = (from, to) =>
    line(`M${from} 14 L${to} 13`, { w: 5.4, c: "#B79B75" }) +
    line(`M${from} 31 L${to} 30`, { w: 5.4, c: "#B79B75" });
  const fence =
    rails(-172, -80) +
    rails(76, 172) +
    [-164, -138, -112, -86, 82, 108, 134, 160].map(post).join("");
  const stones = [
    [-14, 22, 12],
    [16, 37, 14],
  ]
    .map(([x, y, r]) => shape(ell(x, y, r, r * 0.5), C.stone, { w: 2.2 }))
    .join("");
  return (
    area(walk, C.path, { amp: 1.6 }) +
    hatch(walk, "#D6BF93", { ang: 172, gap: 14, w: 2.6, len: 0.3 }) +
    line("M-34 2 C-40 20 -52 34 -66 50", { w: 2.8, c: "#8D744F" }) +
    line("M62 50 C50 34 40 18 37 2", { w: 2.8, c: "#8D744F" }) +
    stones +
    fence +
    tuft(-126, 50, 1, "#86A070") +
    tuft(122, 50, 1, "#86A070") +
    flower(-98, 50, "#8E78C6") +
    flower(96, 50, "#D9729A") +
    dot(0, -338, 3, C.line)
  );
}
