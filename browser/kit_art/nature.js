// Sun, cloud, star, trees and small growing things: used by houses, scene and stickers.
import { C, area, blob, dot, g, hatch, line, rnd, shape, tenth } from "./line.js";

export function sun(x, y, r, o = {}) {
  const next = rnd(41);
  const rays = Array.from({ length: 11 }, (_, i) => {
    const angle = (i / 11) * Math.PI * 2 + 0.2,
      from = r * 1.28,
      to = r * (1.62 + next() * 0.22);
    return line(
      `M${x + Math.cos(angle) * from} ${y + Math.sin(angle) * from} L${x + Math.cos(angle) * to} ${y + Math.sin(angle) * to}`,
      { w: r * 0.17, c: "#D9942B", amp: 0.6 },
    );
  }).join("");
  const k = 0.5523,
    b = r * 0.96;
  const round =
    `M${x - r} ${y} C${x - r} ${y - b * k} ${x - r * k} ${y - b} ${x} ${y - b} C${x + r * k} ${y - b} ${x + r} ${y - b * k} ${x + r} ${y} ` +
    `C${x + r} ${y + b * k} ${x + r * k} ${y + b} ${x} ${y + b} C${x - r * k} ${y + b} ${x - r} ${y + b * k} ${x - r} ${y} Z`;
  return rays + shape(round, C.sun, { w: o.w ?? 3.2 });
}

export const cloudOutline = (x, y, s) =>
  `M${x - 46 * s} ${y + 18 * s} C${x - 70 * s} ${y + 14 * s} ${x - 66 * s} ${y - 14 * s} ${x - 42 * s} ${y - 12 * s} ` +
  `C${x - 40 * s} ${y - 40 * s} ${x - 2 * s} ${y - 44 * s} ${x + 6 * s} ${y - 24 * s} ` +
  `C${x + 22 * s} ${y - 38 * s} ${x + 48 * s} ${y - 24 * s} ${x + 42 * s} ${y - 6 * s} ` +
  `C${x + 64 * s} ${y - 6 * s} ${x + 62 * s} ${y + 18 * s} ${x + 44 * s} ${y + 19 * s} ` +
  `C${x + 14 * s} ${y + 22 * s} ${x - 18 * s} ${y + 21 * s} ${x - 46 * s} ${y + 18 * s} Z`;

export function starOutline(x, y, r, turn = -0.06) {
  const uneven = [1, 0.96, 1.06, 0.98, 1.04];
  const points = Array.from({ length: 10 }, (_, i) => {
    const angle = -Math.PI / 2 + turn + (i * Math.PI) / 5,
      far = i % 2 ? r * 0.5 : r * uneven[i / 2];
    return `${tenth(x + Math.cos(angle) * far)} ${tenth(y + Math.sin(angle) * far)}`;
  });
  return `M${points.join(" L")} Z`;
}

/** Two tints of tree, and one without texture for calm colours. */
export function tree(x, y, s, { leaf = C.leaf2, shade = "#9DC096", calm = false } = {}) {
  const crown = blob(0, -112, 46, 9, 0.1, 54);
  return g(
    x,
    y,
    s,
    shape("M-7 0 C-4 -30 -6 -50 -4 -70 L6 -70 C6 -46 5 -26 9 0 Z", C.wood2, { w: 3 }) +
      (calm
        ? shape(crown, leaf, { w: 3 })
        : shape(crown, leaf) +
          hatch(crown, shade, { ang: 118, gap: 13, w: 3, op: 0.9 }) +
          line(crown, { w: 3 })),
  );
}

export function bush(x, y, s, { leaf = C.leaf2, calm = false } = {}) {
  const d =
    "M-52 2 Q-72 -18 -48 -30 Q-44 -58 -14 -48 Q6 -68 26 -46 Q58 -48 54 -20 Q68 -4 52 3 Q0 8 -52 2 Z";
  return g(
    x,
    y,
    s,
    shape(d, leaf, { w: 3 }) + (calm ? "" : hatch(d, "#9DC096", { ang: 110, gap: 14, w: 2.6 })),
  );
}

export const tuft = (x, y, s = 1, c = "#8CAB7B") =>
  line(`M${x} ${y} Q${x - 3 * s} ${y - 9 * s} ${x - 8 * s} ${y - 13 * s}`, {
    w: 2.4,
    c,
    taper: true,
  }) +
  line(`M${x + 2 * s} ${y} Q${x + 2 * s} ${y - 12 * s} ${x + s} ${y - 18 * s}`, {
    w: 2.4,
    c,
    taper: true,
  }) +
  line(`M${x + 4 * s} ${y} Q${x + 7 * s} ${y - 9 * s} ${x + 12 * s} ${y - 12 * s}`, {
    w: 2.4,
    c,
    taper: true,
  });

export const flower = (x, y, c) =>
  line(`M${x} ${y} Q${x - 1} ${y - 8} ${x + 1} ${y - 15}`, { w: 2, c: "#6E9466" }) +
  area(blob(x + 1, y - 18, 5.5, 5, 0.2), c, { amp: 0.3 }) +
  dot(x + 1, y - 18, 2, C.line);
