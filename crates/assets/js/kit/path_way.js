// The way through the drawing of the path, and where the five stones lie: in the drawing's own units, 744 by 486. A place
// on it is a part of the way, 0 at its start and 1 at the house; nobody reads it as a number. Pure.

/** The size of the drawing. */
export const SIZE = Object.freeze({ wide: 744, high: 486 });
/** The middle of the way. */
const WAY = [[70, 452], [122, 408], [196, 392], [270, 398], [338, 376], [372, 330], [420, 292], [492, 286], [548, 262], [584, 216]];
/** The stones of the youngest. */
export const STONES = [[92, 438], [196, 394], [312, 402], [420, 366], [498, 302]];

/** The point at a part of the way. @param {number} at 0 to 1 @returns {[number, number]} */
export function pointAt(at) {
  const far = at * (WAY.length - 1);
  const from = Math.min(WAY.length - 2, Math.floor(far));
  const [x0 = 0, y0 = 0] = WAY[from] ?? [];
  const [x1 = 0, y1 = 0] = WAY[from + 1] ?? [];
  return [x0 + (x1 - x0) * (far - from), y0 + (y1 - y0) * (far - from)];
}

/** The part of the way that is nearest to a point. @param {number} x @param {number} y */
export function nearest(x, y) {
  let best = 0, least = Infinity;
  for (let step = 0; step <= 100; step += 1) {
    const [px, py] = pointAt(step / 100);
    const far = (px - x) ** 2 + (py - y) ** 2;
    if (far < least) [best, least] = [step / 100, far];
  }
  return best;
}

/** Which stone a place is on. @param {number} at 0 to 1 */
export const stoneAt = (at) => Math.round(at * (STONES.length - 1));

/** A point as custom properties: parts of the drawing. @param {readonly number[]} point */
export function placed([x = 0, y = 0]) {
  return { "--x": `${(x / SIZE.wide) * 100}%`, "--y": `${(y / SIZE.high) * 100}%` };
}
