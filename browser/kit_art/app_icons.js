// The icon on a tablet's first screen: the houses on their hill, photographed by a browser at the sizes a
// tablet asks for. A mask may cut a tenth off every side, so one of them keeps clear of its edges.
import { chromium } from "playwright-core";
import { C, area, g, line, reseed } from "./line.js";
import { houseDreams, houseGood, houseWorries } from "./houses.js";
import { assets, kept } from "./files.js";

const HILL = "M-60 352 C60 322 150 336 256 330 C360 324 450 308 580 322 L580 580 L-60 580 Z";

function picture(scale) {
  reseed(9100);
  const hill =
    area(HILL, C.grass, { amp: 3 }) +
    line("M-60 352 C60 322 150 336 256 330 C360 324 450 308 580 322", { w: 5, c: "#87996F" });
  const houses =
    g(262, 392, 0.72, houseWorries()) +
    g(396, 404, 0.68, houseDreams()) +
    g(146, 440, 0.78, houseGood());
  return (
    hill +
    `<g transform="translate(${256 + 15 * scale} ${262 - 8 * scale}) scale(${scale}) translate(-264 -276)">${houses}</g>`
  );
}

const page = (size, { round, scale }) =>
  `<body style="margin:0"><svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 512 512">` +
  `<clipPath id="edge"><rect width="512" height="512" rx="${round ? 112 : 0}"/></clipPath><g clip-path="url(#edge)">` +
  `<path d="M0 0h512v512H0z" fill="${C.cream}"/>${picture(scale)}</g></svg>`;

export async function takeAppIcons() {
  const browser = await chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu"],
  });
  const taken = {
    "icon-192": [192, { round: true, scale: 1.02 }],
    "icon-512": [512, { round: true, scale: 1.02 }],
    "icon-maskable-512": [512, { scale: 0.82 }],
  };
  for (const [name, [size, look]] of Object.entries(taken)) {
    const sheet = await browser.newPage({ viewport: { width: size, height: size } });
    await sheet.setContent(page(size, look));
    await sheet.screenshot({ path: `${assets}/kit/${name}.png`, omitBackground: true });
    await sheet.close();
    kept(`kit/${name}.png`);
  }
  await browser.close();
}
