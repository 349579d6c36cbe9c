// Draws all of the kit's pictures anew: `node draw.js`. See README.md.
import { drawFrames } from "./frames.js";
import { drawIcons } from "./icons.js";
import { drawPeople, drawTheTwo } from "./people.js";
import { drawRoofs } from "./roofs.js";
import { drawScene } from "./scene.js";
import { drawSmallThings } from "./small.js";
import { drawStickers } from "./stickers.js";
import { drawTops } from "./tops.js";
import { takeAppIcons } from "./app_icons.js";
import { sizes } from "./files.js";

for (const draw of [
  drawScene,
  drawTops,
  drawRoofs,
  drawPeople,
  drawTheTwo,
  drawSmallThings,
  drawStickers,
  drawFrames,
  drawIcons,
])
  draw();
await takeAppIcons();

const all = sizes();
const largest = [...all].sort(([, one], [, other]) => other - one).slice(0, 12);
for (const [path, bytes] of largest) console.log(String(bytes).padStart(8), path);
console.log(
  String(all.reduce((sum, [, bytes]) => sum + bytes, 0)).padStart(8),
  `in ${all.length} files`,
);
