// The roof of each house alone, taken from the house as it was drawn, and from the roof that one stands under inside: where a
// child has given it another colour, the tablet lays that colour over the roof through it. Nothing is drawn here, so that line and place are the house's own.
import { readFileSync } from "node:fs";
import { assets, keep } from "./files.js";

/** The colour that each house's roof was filled with: nothing else in those drawings has it at that size. */
const FILLS = { good: "#86B383", worries: "#BC7E9B", dreams: "#A391D3", safety: "#8CA9CF" };

/** As the roof inside fills the top of the screen. */
const SPREAD = ' preserveAspectRatio="xMinYMax slice"';

export function drawTops() {
  for (const [house, fill] of Object.entries(FILLS)) {
    takeTop(`house-${house}`, fill, `top-${house}`);
    takeTop(`roof-${house}`, fill, `top-inside-${house}`, SPREAD);
  }
}

function takeTop(from, fill, name, more) {
  const drawn = readFileSync(`${assets}/kit/${from}.svg`, "utf8");
  const box = /viewBox="([^"]*)"/.exec(drawn)?.[1]?.split(" ").map(Number) ?? [];
  const filled = [...drawn.matchAll(new RegExp(`<path fill="${fill}" d="([^"]*)"/>`, "g"))];
  const [largest] = filled.map(([, d]) => d).sort((one, other) => other.length - one.length);
  keep(name, box, `<path d="${largest}"/>`, more);
}
