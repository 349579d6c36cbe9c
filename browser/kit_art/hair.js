// Hair of all kinds, and what covers it. Far hair hangs behind the body, near hair lies on the head.
import { C, area, blob, ell, limb, line } from "./line.js";
import { SEAT, fine, ink, part } from "./pens.js";

const COVERED = ["hijab", "headwrap", "turban"];

/** What hangs behind the body. */
export function farHair(p) {
  const { hy, rx, shy } = p,
    lower = p.sit ? SEAT - p.hipy : 0;
  const drawn =
    {
      long: () =>
        part(
          `M${-rx - 4} ${hy - 4} C${-rx - 10} ${hy + 30} ${-rx - 9} ${shy + 12} ${-rx - 4} ${shy + 30} ` +
            `L${rx + 5} ${shy + 30} C${rx + 10} ${shy + 8} ${rx + 9} ${hy + 26} ${rx + 4} ${hy - 4} Z`,
          p.hairC,
        ),
      locs: () =>
        [-1, 1]
          .map((k) =>
            part(
              limb(
                [
                  [k * rx * 0.8, hy - 4],
                  [k * (rx + 9), hy + 20],
                  [k * (rx + 5), shy + 22],
                ],
                13,
                8,
              ),
              p.hairC,
            ),
          )
          .join(""),
    }[p.hair]?.() ?? "";
  return lower && drawn ? `<g transform="translate(-6 ${lower})">${drawn}</g>` : drawn;
}

/** A hijab. */
export const scarf = ({ hy, rx, ry, shy, sw, hairC }) =>
  part(
    `M0 ${hy - ry - 5} C${-rx - 13} ${hy - ry - 3} ${-rx - 11} ${hy + 10} ${-rx - 4} ${hy + ry} ` +
      `C${-rx - 10} ${shy - 4} ${-sw - 1} ${shy + 6} ${-sw + 3} ${shy + 22} C-10 ${shy + 36} 14 ${shy + 40} ${sw - 2} ${shy + 20} ` +
      `C${sw + 2} ${shy + 4} ${rx + 9} ${shy - 4} ${rx + 5} ${hy + ry} C${rx + 12} ${hy + 10} ${rx + 13} ${hy - ry - 2} 0 ${hy - ry - 5} Z`,
    hairC,
  ) +
  ink(`M${-rx + 2} ${hy + ry + 4} C-4 ${shy + 10} 12 ${shy + 14} ${sw - 10} ${shy + 12}`, {
    w: 1.8,
  });

const near = {
  short: ({ hy, rx, ry }, fill) => {
    const edge =
      `M${-rx - 2.5} ${hy + 3} C${-rx - 8} ${hy - ry - 6} ${-rx + 4} ${hy - ry - 15} 0 ${hy - ry - 10} ` +
      `C${rx - 6} ${hy - ry - 18} ${rx + 11} ${hy - ry - 2} ${rx + 2.5} ${hy + 3}`;
    return (
      fill(
        `${edge} L${rx - 1} ${hy + 2} C${rx - 1} ${hy - 5} ${rx - 4} ${hy - 9} ${rx - 7} ${hy - 12} ` +
          `C4 ${hy - 9} -6 ${hy - 11} -11 ${hy - 15} C${-rx + 5} ${hy - 9} ${-rx + 2} ${hy - 6} ${-rx + 1} ${hy + 2} Z`,
      ) +
      ink(edge) +
      fine(`M-9 ${hy - 16} Q-2 ${hy - ry - 4} 6 ${hy - ry - 6}`, { w: 1.6, taper: true }) +
      fine(`M-2 ${hy - 13} Q6 ${hy - ry} 12 ${hy - ry - 1}`, { w: 1.6, taper: true })
    );
  },
  fade: ({ hy, rx, ry }, fill) => {
    const edge = `M${-rx - 1} ${hy + 1} C${-rx - 4} ${hy - ry - 9} ${rx + 4} ${hy - ry - 9} ${rx + 1} ${hy + 1}`;
    return (
      fill(
        `${edge} C${rx - 2} ${hy - 6} ${rx - 4} ${hy - 12} ${rx - 6} ${hy - 13} L${-rx + 6} ${hy - 13} ` +
          `C${-rx + 4} ${hy - 11} ${-rx + 2} ${hy - 6} ${-rx - 1} ${hy + 1} Z`,
      ) + ink(edge)
    );
  },
  long: ({ hy, rx, ry }, fill) => {
    const edge = `M${-rx - 4} ${hy + 14} C${-rx - 11} ${hy - ry - 13} ${rx + 11} ${hy - ry - 13} ${rx + 4} ${hy + 14}`;
    return (
      fill(
        `${edge} C${rx + 1} ${hy} ${rx - 6} ${hy - 12} 3 ${hy - 18} C-4 ${hy - 10} ${-rx + 4} ${hy - 4} ${-rx - 4} ${hy + 14} Z`,
      ) +
      ink(edge) +
      fine(`M3 ${hy - 18} Q3 ${hy - ry + 4} 2 ${hy - ry + 2}`, { amp: 0.2 }) +
      fine(`M8 ${hy - 14} Q15 ${hy - 10} ${rx} ${hy + 2}`, { w: 1.6, taper: true })
    );
  },
  bob: ({ hy, rx, ry, hairC }) =>
    part(
      `M${-rx - 3} ${hy + 16} C${-rx - 12} ${hy - ry - 16} ${rx + 12} ${hy - ry - 16} ${rx + 4} ${hy + 16} ` +
        `C${rx - 2} ${hy + 14} ${rx - 4} ${hy - 4} ${rx - 7} ${hy - 9} C6 ${hy - 14} -6 ${hy - 12} ${-rx + 6} ${hy - 6} ` +
        `C${-rx + 4} ${hy + 2} ${-rx + 3} ${hy + 14} ${-rx - 3} ${hy + 16} Z`,
      hairC,
    ),
  bun: (p) => part(ell(2, p.hy - p.ry - 9, 11, 10), p.hairC) + part(cap(p), p.hairC),
  puffs: (p, fill) => {
    const { hy, rx, ry, hairC } = p;
    return (
      part(blob(-rx - 5, hy - ry + 4, 14, 7), hairC) +
      part(blob(rx + 6, hy - ry + 4, 14, 7), hairC) +
      fill(cap(p)) +
      ink(
        `M${-rx - 2} ${hy} C${-rx - 8} ${hy - ry - 13} ${rx + 8} ${hy - ry - 14} ${rx + 2} ${hy}`,
      ) +
      line(`M1 ${hy - 12} L2 ${hy - ry - 6}`, { w: 1.5, c: "#8a6a5a", amp: 0.2 })
    );
  },
  curly: ({ hy: y, rx, hairC }) =>
    part(
      `M${-rx - 2} ${y + 4} Q${-rx - 14} ${y - 2} ${-rx - 7} ${y - 11} Q${-rx - 12} ${y - 24} ${-rx + 2} ${y - 25} ` +
        `Q${-rx + 4} ${y - 37} -4 ${y - 33} Q4 ${y - 42} 12 ${y - 33} Q${rx + 6} ${y - 34} ${rx + 3} ${y - 23} ` +
        `Q${rx + 14} ${y - 18} ${rx + 7} ${y - 9} Q${rx + 13} ${y} ${rx + 2} ${y + 4} Q${rx - 1} ${y - 8} ${rx - 7} ${y - 10} ` +
        `Q8 ${y - 17} 2 ${y - 12} Q-6 ${y - 18} -10 ${y - 11} Q${-rx + 3} ${y - 10} ${-rx - 2} ${y + 4} Z`,
      hairC,
    ),
  headwrap: ({ hy, rx, ry, hairC, wrap2 = C.sun }) =>
    part(
      `M${-rx - 3} ${hy - 5} C${-rx - 12} ${hy - ry - 22} ${rx + 14} ${hy - ry - 24} ${rx + 3} ${hy - 6} ` +
        `C${rx - 4} ${hy - 14} ${-rx + 6} ${hy - 13} ${-rx - 3} ${hy - 5} Z`,
      hairC,
    ) +
    part(
      `M-6 ${hy - ry - 9} C-14 ${hy - ry - 22} -2 ${hy - ry - 27} 4 ${hy - ry - 23} C14 ${hy - ry - 30} 26 ${hy - ry - 20} 17 ${hy - ry - 9} C10 ${hy - ry - 5} 0 ${hy - ry - 5} -6 ${hy - ry - 9} Z`,
      hairC,
    ) +
    ink(`M3 ${hy - ry - 8} Q0 ${hy - ry - 16} 4 ${hy - ry - 22}`, { w: 2 }) +
    ink(`M${-rx + 2} ${hy - 12} C-4 ${hy - ry - 6} 10 ${hy - ry - 8} ${rx} ${hy - 12}`, {
      w: 2,
      c: wrap2,
    }) +
    ink(`M${-rx} ${hy - 17} C-6 ${hy - ry - 12} 8 ${hy - ry - 14} ${rx - 2} ${hy - 18}`, {
      w: 2,
      c: wrap2,
    }),
  turban: ({ hy, rx, ry, hairC, turbanC }) =>
    part(
      `M${-rx - 4} ${hy + 2} C${-rx - 13} ${hy - ry - 8} ${-rx + 2} ${hy - ry - 21} 1 ${hy - ry - 20} ` +
        `C${rx - 1} ${hy - ry - 21} ${rx + 14} ${hy - ry - 8} ${rx + 4} ${hy + 2} C${rx} ${hy - 8} 8 ${hy - 14} 0 ${hy - 19} ` +
        `C-8 ${hy - 14} ${-rx} ${hy - 8} ${-rx - 4} ${hy + 2} Z`,
      turbanC ?? hairC,
    ) +
    ink(`M0 ${hy - 19} C${-rx + 4} ${hy - ry - 2} ${-rx - 4} ${hy - 18} ${-rx - 6} ${hy - 9}`, {
      w: 2,
    }) +
    ink(`M0 ${hy - 19} C-6 ${hy - ry - 8} ${-rx + 2} ${hy - ry - 9} ${-rx - 4} ${hy - ry + 2}`, {
      w: 1.8,
    }) +
    ink(`M0 ${hy - 19} C${rx - 4} ${hy - ry - 2} ${rx + 4} ${hy - 18} ${rx + 6} ${hy - 9}`, {
      w: 2,
    }) +
    ink(`M0 ${hy - 19} C6 ${hy - ry - 8} ${rx - 2} ${hy - ry - 9} ${rx + 4} ${hy - ry + 2}`, {
      w: 1.8,
    }),
};
near.locs = near.long;

const cap = ({ hy, rx, ry }) =>
  `M${-rx - 2} ${hy} C${-rx - 8} ${hy - ry - 14} ${rx + 8} ${hy - ry - 14} ${rx + 2} ${hy} ` +
  `C${rx - 2} ${hy - 9} 8 ${hy - 13} 2 ${hy - 12} C-8 ${hy - 10} ${-rx + 3} ${hy - 8} ${-rx - 2} ${hy} Z`;

/** What lies on the head. */
export function nearHair(p) {
  const { hy, rx, ry, hairC } = p;
  if (p.back && p.hair === "curly") return part(blob(0, hy - 2, rx + 9, 11, 0.12, ry + 8), hairC);
  if (p.back && !COVERED.includes(p.hair)) {
    return part(
      `M${-rx - 3} ${hy + 8} C${-rx - 9} ${hy - ry - 14} ${rx + 9} ${hy - ry - 14} ${rx + 3} ${hy + 8} C${rx} ${hy + ry - 4} ${-rx} ${hy + ry - 4} ${-rx - 3} ${hy + 8} Z`,
      hairC,
    );
  }
  return near[p.hair]?.(p, (d) => area(d, hairC, { amp: 0.8, dx: 0.6 })) ?? "";
}
