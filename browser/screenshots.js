// Takes the pictures that the README shows, of the demo as it opens: `node screenshots.js FOLDER`.
import { deskOf, lettersAreHere, openBrowser, openChild } from "./kith.js";

const folder = process.argv[2] ?? ".";
const browser = await openBrowser();
const page = await deskOf(browser, "worker", { width: 1366, height: 1000 });

/** @param {string} name */
async function take(name) {
  await lettersAreHere(page);
  await page.screenshot({ path: `${folder}/${name}.png` });
}

await take("my-work");
await openChild(page, "Idris");
await take("front-page");
await page.getByRole("link", { name: "Map" }).first().click();
await page.getByRole("link", { name: "Word it again" }).first().click();
await page.getByRole("button", { name: "Put it on the map" }).waitFor();
await take("map");
await browser.close();
