// Stickers: everyday things that lead nowhere. No person, no deed, no mood: the round face has no mouth, so
// that a child draws it. Each stands in 96 by 96 around its middle.
import { C, area, blob, dot, ell, hatch, line, reseed, shape } from "./line.js";
import { cloudOutline, starOutline, sun } from "./nature.js";
import { keep } from "./files.js";

const thin = { w: 2.4, amp: 0.6, dx: 1, dy: 0.8 };
const wheel = (x, y, r) =>
  shape(ell(x, y, r), "#5A5560", { w: 3 }) + area(ell(x, y, r * 0.42), C.sand2, { amp: 0.3 });

const STICKERS = {
  sun: () => sun(0, 0, 23),
  rain: () =>
    shape(cloudOutline(2, -10, 0.72), C.cloud) +
    [
      [-24, 14],
      [-4, 16],
      [16, 14],
      [-14, 28],
      [6, 30],
      [24, 28],
    ]
      .map(([x, y]) => line(`M${x} ${y} L${x - 4} ${y + 11}`, { w: 4, c: "#6F9CC4", amp: 0.5 }))
      .join(""),
  tree: () => {
    const crown = blob(0, -10, 26, 9, 0.1, 29);
    return (
      shape("M-6 42 C-4 30 -5 22 -4 10 L6 10 C6 24 5 32 8 42 Z", C.wood2, { w: 3 }) +
      shape(crown, C.leaf2) +
      hatch(crown, "#9DC096", { ang: 118, gap: 9, w: 2.4 })
    );
  },
  flower: () =>
    line("M0 42 Q-4 24 0 2", { w: 4, c: "#5F9364" }) +
    shape("M-1 30 C-12 30 -20 22 -22 14 C-12 14 -4 20 -1 30 Z", C.leaf3, thin) +
    shape(blob(0, -14, 17, 6, 0.36), "#E08AAE", { amp: 0.7, famp: 0.7 }) +
    shape(ell(0, -14, 9), C.sun, thin),
  cat: () =>
    shape("M18 28 C36 30 40 10 34 0 L40 -1 C48 14 40 40 16 38 Z", "#D9A35F", thin) +
    shape("M-20 40 C-26 12 -14 -4 0 -4 C16 -4 26 14 22 40 Z", "#D9A35F") +
    shape(
      "M-22 -14 L-24 -40 L-8 -30 C-3 -32 3 -32 8 -30 L23 -41 L22 -14 C20 2 -20 2 -22 -14 Z",
      "#D9A35F",
    ) +
    dot(-8, -17, 2.2, C.line, 2.8) +
    dot(9, -17, 2.2, C.line, 2.8) +
    line("M-3 -10 L0 -7 L4 -10 M0 -7 L0 -4", { w: 2, amp: 0.2 }) +
    line("M-12 -8 L-28 -10 M-12 -5 L-27 -2 M13 -8 L29 -11 M13 -5 L28 -2", { w: 1.6, amp: 0.4 }) +
    line("M-6 40 L-6 24 M7 40 L7 24", thin),
  dog: () =>
    shape("M20 22 C32 18 36 8 40 -2 L45 2 C42 18 34 28 22 32 Z", "#B98A5C", thin) +
    shape("M-20 40 C-24 16 -12 2 2 2 C18 2 26 18 23 40 Z", "#B98A5C") +
    shape("M-23 -18 C-24 -40 20 -42 21 -18 C22 0 14 8 0 8 C-16 8 -22 0 -23 -18 Z", "#C99B6B") +
    shape("M-22 -30 C-34 -32 -38 -16 -33 -4 C-26 -4 -21 -14 -18 -30 Z", "#8A623C") +
    shape("M20 -30 C32 -33 37 -17 32 -4 C25 -5 20 -15 17 -30 Z", "#8A623C") +
    dot(-9, -19, 2.2, C.line, 2.8) +
    dot(8, -19, 2.2, C.line, 2.8) +
    area(ell(0, -9, 6, 4.6), C.line, { amp: 0.3 }) +
    line("M0 -5 L0 0", { w: 2, amp: 0.2 }) +
    line("M-6 40 L-6 24 M8 40 L8 24", thin),
  bird: () =>
    shape(
      "M-38 6 C-30 -20 -6 -24 10 -16 C14 -32 36 -32 36 -14 C36 14 14 28 -6 26 C-22 24 -28 14 -38 6 Z",
      "#8DB3CC",
    ) +
    shape("M34 -16 L47 -11 L35 -7 Z", C.sun, thin) +
    shape("M-22 2 C-8 -8 8 -4 12 6 C4 18 -12 18 -22 2 Z", "#5F8CAB", thin) +
    dot(25, -17, 2.4, C.line, 2.8) +
    line("M-4 26 L-6 40 L-12 41 M8 25 L8 40 L2 41", { w: 2.8, amp: 0.5 }),
  fish: () =>
    shape("M18 0 L42 -18 C38 -6 38 8 42 19 Z", "#E08A5A", thin) +
    shape("M-42 2 C-30 -24 8 -26 22 0 C8 26 -30 26 -42 2 Z", "#EBA05F") +
    line("M-16 -15 Q-6 0 -16 17", thin) +
    dot(-27, -4, 2.4, C.line, 2.8) +
    line("M-4 -6 Q2 0 -4 7 M6 -5 Q11 0 6 6", { w: 2, c: "#B5663A", amp: 0.4 }),
  ball: () =>
    shape(ell(0, 2, 34), "#D9685A") +
    area("M-33 0 C-18 -10 14 -12 33 -2 L33 8 C14 0 -18 2 -33 11 Z", "#FBF1DF", { amp: 0.6 }) +
    line("M-33 0 C-18 -10 14 -12 33 -2 M33 8 C14 0 -18 2 -33 11", { w: 2.4, amp: 0.6 }) +
    line(ell(0, 2, 34), { w: 3.2 }),
  bike: () =>
    line(ell(-24, 18, 19), { w: 4.4 }) +
    line(ell(25, 18, 19), { w: 4.4 }) +
    line("M-24 18 L-10 -10 L18 -10 L2 18 L-24 18 M-12 -16 L2 18 M14 -22 L25 18", {
      w: 4,
      c: "#3F7F86",
      amp: 0.7,
    }) +
    line("M14 -22 C18 -27 26 -27 28 -21", { w: 4 }) +
    line("M-20 -18 L-4 -17", { w: 5.4 }) +
    dot(2, 18, 3.6, C.line),
  bus: () =>
    shape("M-44 24 L-44 -24 C-44 -31 40 -32 43 -24 L45 24 Z", "#C9523F") +
    [-36, -14, 8]
      .map((x) => shape(`M${x} -18 L${x + 16} -18 L${x + 16} 0 L${x} 0 Z`, "#DDEAEA", thin))
      .join("") +
    shape("M30 -18 L41 -18 L43 22 L30 22 Z", "#DDEAEA", thin) +
    line("M-43 8 L28 8", { w: 3, c: C.cream, amp: 0.5 }) +
    wheel(-24, 26, 10) +
    wheel(20, 26, 10),
  car: () =>
    shape("M-44 16 C-46 -2 -34 -4 -28 -6 C-20 -26 14 -28 24 -7 C38 -5 46 0 45 17 Z", "#6B93B8") +
    shape("M-20 -7 C-16 -19 -8 -20 -2 -20 L-2 -7 Z", "#E6F0F4", thin) +
    shape("M5 -20 C12 -19 16 -14 18 -7 L5 -7 Z", "#E6F0F4", thin) +
    dot(39, 4, 3, C.sun) +
    wheel(-24, 18, 11) +
    wheel(24, 18, 11),
  book: () =>
    shape(
      "M0 -20 C-14 -30 -30 -30 -42 -26 L-43 26 C-30 22 -14 22 0 32 C14 22 30 22 43 26 L42 -26 C30 -30 14 -30 0 -20 Z",
      "#FFFEFB",
    ) +
    line("M0 -20 L0 31", thin) +
    [-12, 0, 12]
      .map((y) =>
        line(`M-34 ${y} Q-20 ${y - 2} -8 ${y + 5} M8 ${y + 5} Q20 ${y - 2} 34 ${y}`, {
          w: 2,
          c: "#9A958C",
          amp: 0.5,
        }),
      )
      .join("") +
    line("M-43 27 C-30 24 -14 25 0 35 C14 25 30 24 43 27", { w: 4, c: "#A8526A", amp: 0.6 }),
  bed: () =>
    shape("M-44 30 L-44 -20 L-37 -20 L-37 30 Z", C.wood2, thin) +
    shape("M38 30 L38 -4 L44 -4 L44 30 Z", C.wood2, thin) +
    shape("M-37 22 L-37 6 L38 6 L38 22 Z", C.wood, thin) +
    shape("M-36 6 C-38 -12 -12 -14 -12 6 Z", "#FFFEFB", thin) +
    shape("M-16 8 C-14 -10 20 -10 38 -4 L38 14 L-16 14 Z", "#9CB8CE") +
    line("M-8 2 Q14 -6 36 2", { w: 2, c: "#6F93A8", amp: 0.6 }),
  table: () =>
    shape("M-34 -8 L-30 38 L-23 38 L-25 -8 Z", C.wood2, thin) +
    shape("M34 -8 L30 38 L23 38 L25 -8 Z", C.wood2, thin) +
    shape("M-44 -18 L44 -19 L43 -7 L-43 -6 Z", C.wood),
  cup: () =>
    line("M20 -12 C44 -16 44 22 16 20", { w: 5 }) +
    shape("M-28 -20 L24 -20 C24 14 16 34 -2 34 C-20 34 -28 14 -28 -20 Z", "#A9C4C4") +
    area("M-27 -4 C-10 -8 10 0 23 -5 L22 6 C8 10 -12 2 -26 7 Z", "#56898C", { amp: 0.5 }) +
    line("M-28 -20 L24 -20 C24 14 16 34 -2 34 C-20 34 -28 14 -28 -20 Z", { w: 3 }),
  cake: () =>
    shape("M-34 36 L-34 2 L34 1 L35 35 Z", "#EBC98F") +
    shape(
      "M-36 6 C-36 -14 36 -14 36 5 C28 18 22 2 14 8 C6 18 0 4 -8 10 C-16 18 -26 4 -36 6 Z",
      "#E79BB4",
    ) +
    [-17, 0, 17]
      .map(
        (x) =>
          line(`M${x} -8 L${x} -24`, { w: 5, c: "#6F93B8", amp: 0.4 }) +
          area(
            `M${x} -40 C${x + 7} -33 ${x + 5} -27 ${x} -27 C${x - 5} -27 ${x - 6} -33 ${x} -40 Z`,
            C.sun,
            { amp: 0.3 },
          ),
      )
      .join("") +
    line("M-40 37 L40 36", { w: 4 }),
  apple: () =>
    shape(
      "M0 -16 C-12 -28 -36 -22 -34 6 C-32 30 -14 42 0 34 C14 42 34 30 34 5 C34 -22 12 -28 0 -16 Z",
      "#C9523F",
    ) +
    line("M0 -15 C0 -26 2 -32 8 -38", { w: 4, c: "#6B4B2E" }) +
    shape("M6 -26 C14 -40 28 -38 32 -36 C28 -24 16 -20 6 -26 Z", C.leaf3, thin) +
    line("M-22 -2 C-22 -8 -18 -12 -13 -13", { w: 3.4, c: "#F0B9A8", taper: true }),
  note: () =>
    line("M-14 24 L-14 -30 L28 -38 L28 14", { w: 5 }) +
    line("M-14 -18 L28 -26", { w: 5 }) +
    shape(ell(-23, 26, 12, 9), C.violet, { w: 3 }) +
    shape(ell(19, 16, 12, 9), C.violet, { w: 3 }),
  heart: () =>
    shape(
      "M0 36 C-42 6 -42 -30 -18 -32 C-8 -32 -2 -24 0 -17 C3 -25 10 -33 20 -32 C44 -28 40 8 0 36 Z",
      "#D9667F",
    ),
  star: () => shape(starOutline(0, 2, 40), C.sun),
  moon: () =>
    shape("M10 -40 C-30 -34 -42 6 -20 28 C-2 44 26 38 36 20 C10 28 -12 2 10 -40 Z", "#F4DC96"),
  question: () =>
    line("M-22 -16 C-22 -42 24 -44 22 -14 C20 0 0 2 0 18", {
      w: 11,
      c: C.teal,
      amp: 1,
      press: 0.2,
    }) + area(ell(0, 36, 7), C.teal, { amp: 0.6 }),
  face: () =>
    shape(ell(0, 0, 38), C.hand) + dot(-13, -6, 3, C.line, 3.8) + dot(13, -6, 3, C.line, 3.8),
};

export function drawStickers() {
  Object.entries(STICKERS).forEach(([name, draw], i) => {
    reseed(8000 + i * 40);
    keep(`stickers/${name}`, [-48, -48, 96, 96], draw());
  });
}
