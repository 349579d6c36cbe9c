// Frames of buttons and cards: ink lines, not borders. Each is a source for `border-image` in nine parts,
// 240 by 120 with corners of 36; neighbours take different ones. Rings are the round of "hear it".
import { C, area, line, reseed, rnd, seedNow } from "./line.js";
import { keep } from "./files.js";

const WIDE = 240,
  HIGH = 120;

/** A box whose sides are not quite straight, with ink that is not quite even. */
function frame(w, h, { r, fill, c = C.line, lw, number }) {
  const before = seedNow();
  reseed(number * 13 + 5);
  const next = rnd(number + 3),
    some = () => (next() - 0.5) * 3,
    m = 3.4;
  const x0 = m + some() * 0.4,
    y0 = m + some() * 0.4,
    x1 = w - m + some() * 0.4,
    y1 = h - m + some() * 0.4,
    k = r * 0.45;
  const d =
    `M${x0 + r + 6} ${y0 + some() * 0.5} L${x1 - r} ${y0 + some() * 0.5} Q${x1 - k * 0.2} ${y0 + k * 0.2} ${x1} ${y0 + r} ` +
    `L${x1 + some() * 0.4} ${y1 - r} Q${x1 - k * 0.2} ${y1 - k * 0.2} ${x1 - r} ${y1} ` +
    `L${x0 + r} ${y1 + some() * 0.4} Q${x0 + k * 0.2} ${y1 - k * 0.2} ${x0} ${y1 - r} ` +
    `L${x0 + some() * 0.4} ${y0 + r} Q${x0 + k * 0.2} ${y0 + k * 0.2} ${x0 + r + 6} ${y0} Z`;
  const thick = lw > 4;
  const drawn =
    (fill ? area(d, fill, { amp: 0.5 }) : "") +
    line(d, { w: lw, c, amp: thick ? 0.5 : 0.9, press: thick ? 0.16 : 0.35, wave: 60 });
  reseed(before);
  return drawn;
}

const KINDS = {
  frame: { count: 6, r: 23, lw: 2.4, from: 1 },
  "frame-thick": { count: 6, r: 27, lw: 2.8, from: 21 },
  "frame-quiet": { count: 3, r: 20, lw: 2, c: C.quiet, from: 41 },
  "frame-chosen": { count: 6, r: 23, lw: 5.4, c: C.teal, fill: C.chosen, from: 61 },
  "frame-go": { count: 3, r: 23, lw: 2.6, c: "#084449", fill: C.teal, from: 81 },
  "frame-go-good": { count: 1, r: 23, lw: 2.6, c: "#1C4A2A", fill: C.leaf, from: 87 },
  "frame-go-dreams": { count: 1, r: 23, lw: 2.6, c: "#432C77", fill: C.violet, from: 88 },
  "frame-go-safety": { count: 1, r: 23, lw: 2.6, c: "#183868", fill: C.blue, from: 89 },
  "frame-go-worries": { count: 1, r: 23, lw: 2.6, c: "#5A1F3B", fill: C.plum, from: 91 },
};
const SIGNS = { good: C.leaf, worries: C.plum, dreams: C.violet, safety: C.blue };

export function drawFrames() {
  for (const [kind, { count, from, ...look }] of Object.entries(KINDS)) {
    for (let n = 1; n <= count; n++) {
      keep(
        count > 1 ? `${kind}-${n}` : kind,
        [0, 0, WIDE, HIGH],
        frame(WIDE, HIGH, { ...look, number: from + n }),
      );
    }
  }
  Object.entries(SIGNS).forEach(([house, c], i) => {
    keep(
      `frame-${house}`,
      [0, 0, WIDE, HIGH],
      frame(WIDE, HIGH, { r: 19, lw: 3.2, c, number: 101 + i }),
    );
    keep(
      `ring-${house}`,
      [0, 0, 72, 72],
      frame(72, 72, { r: 32, lw: 2.4, c, fill: "#FFFFFF", number: 111 + i }),
    );
  });
  keep(
    "ring-teal",
    [0, 0, 72, 72],
    frame(72, 72, { r: 32, lw: 2.4, c: C.teal, fill: "#FFFFFF", number: 121 }),
  );
}
