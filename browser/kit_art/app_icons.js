// The icon on a tablet's first screen: the houses, photographed by a browser at the sizes a tablet asks for.
import { readFileSync } from "node:fs";
import { chromium } from "playwright-core";
import { C } from "./line.js";
import { assets, kept } from "./files.js";

const house = (name) => readFileSync(`${assets}/kit/house-${name}.svg`).toString("base64");

/** `inner` is the part of the square that the houses may fill: a mask cuts off up to a tenth at each side. */
function page(size, { round, inner }) {
  const put = (name, x, bottom, width) =>
    `<img src="data:image/svg+xml;base64,${house(name)}" style="position:absolute;left:${x}%;bottom:${bottom}%;width:${width}%">`;
  return `<body style="margin:0;background:transparent"><div style="position:relative;width:${size}px;height:${size}px;overflow:hidden;`
    + `border-radius:${round ? size * 0.22 : 0}px;background:${C.paper}">`
    + `<div style="position:absolute;inset-inline:-10%;top:66%;height:80%;border-radius:50% 50% 0 0/14%;background:${C.grass}"></div>`
    + `<div style="position:absolute;inset:${(100 - inner) / 2}%">`
    + put("worries", 31, 17, 39) + put("good", -5, 7, 50) + put("dreams", 50.5, 8, 50) + "</div></div>";
}

export async function takeAppIcons() {
  const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
  const taken = { "icon-192": [192, { round: true, inner: 92 }], "icon-512": [512, { round: true, inner: 92 }], "icon-maskable-512": [512, { round: false, inner: 72 }] };
  for (const [name, [size, look]] of Object.entries(taken)) {
    const sheet = await browser.newPage({ viewport: { width: size, height: size } });
    await sheet.setContent(page(size, look));
    await sheet.waitForFunction(() => [...document.images].every((image) => image.complete));
    await sheet.screenshot({ path: `${assets}/kit/${name}.png`, omitBackground: true });
    await sheet.close();
    kept(`kit/${name}.png`);
  }
  await browser.close();
}
