// Takes every screen of the child's, as contact sheets to judge by eye: `node kit_pictures.js FOLDER [LEVELS] [LOOKS]`, such as
// `node kit_pictures.js /tmp/kit abcde plain,dark,bigger,calm,left`. One sheet for each part (what is explained, what she makes,
// how it ends), level, look and size.
import { mkdirSync } from "node:fs";
import { openBrowser } from "./kith.js";
import { follow } from "./tablets.js";
import { drawsALine, next, opensGoodThings, practises, press, putsIn } from "./kit/practised.js";

/** @typedef {import("playwright-core").Page} Page */

const SIZES = [[1180, 820], [820, 1180], [390, 844]];
const [folder = "kit-pictures", levels = "abcde", looks = "plain,dark"] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const browser = await openBrowser();

for (const level of levels) {
  for (const look of looks.split(",")) await sheets(level, look);
}
await browser.close();

/** @param {string} level @param {string} look */
async function sheets(level, look) {
  const explained = pictured(), made = pictured(), ended = pictured();
  const kit = await practises(browser, { level, look: look === "plain" ? {} : { [look]: true }, sees: explained.takes });
  for await (const _ of walk(kit)) await made.takes(kit);
  await press(kit, "Leave it for later");
  await follow(kit, ["That’s all", "Next", "Skip"], async (screen) => {
    if (screen !== "after") await ended.takes(kit);
    return screen === "after";
  });
  for (const [part, taken] of Object.entries({ explained, made, ended })) await taken.laid(`${level}-${part}-${look}`);
  await kit.context().close();
}

/** What was taken so far, at each size. */
function pictured() {
  /** @type {Map<string, string[]>} */
  const taken = new Map();
  const takes = async (/** @type {Page} */ kit) => {
    for (const [width = 0, height = 0] of SIZES) {
      await kit.setViewportSize({ width, height });
      const picture = (await kit.screenshot()).toString("base64");
      taken.set(`${width}`, [...(taken.get(`${width}`) ?? []), picture]);
    }
    await kit.setViewportSize({ width: 1180, height: 820 });
  };
  const laid = async (/** @type {string} */ name) => {
    for (const [width, pictures] of taken) await contactSheet(`${folder}/${name}-${width}.png`, pictures);
  };
  return { takes, laid };
}

/** From screen to screen, as a child may go. @param {Page} kit */
async function* walk(kit) {
  yield "houses";
  await opensGoodThings(kit);
  await drawsALine(kit);
  yield "good";
  await press(kit, "That’s all");
  await kit.locator(".place.worries").click();
  await kit.locator(".field").fill("who is watching if I fall asleep");
  await press(kit, "Add");
  yield "worries";
  await press(kit, "That’s all");
  await press(kit, "My people");
  for (const name of ["Mum", "Mark", "Mr Khan"]) await putsIn(kit, name);
  yield "people";
  await press(kit, "That’s all");
  await press(kit, "The path");
  await kit.locator(".way-there").waitFor();
  yield "path";
  await press(kit, "Skip");
  await press(kit, "Sort it");
  await kit.locator(".heap").waitFor();
  yield "cards";
  await press(kit, "Skip");
  await press(kit, "Finish");
  await kit.locator(".look-back").waitFor();
  yield "read back";
  await press(kit, "Next page");
  await press(kit, "It is right");
  await kit.locator(".side-by-side").waitFor();
  yield "marked";
  await next(kit);
  yield "sharing";
  // She is asked once, at the last page.
  while (!(await kit.getByRole("alertdialog").count())) await press(kit, /^Next/);
  yield "asked once";
}

/** @param {string} path @param {string[]} pictures */
async function contactSheet(path, pictures) {
  const sheet = await browser.newPage({ viewport: { width: 1600, height: 400 } });
  const all = pictures.map((one) => `<img src="data:image/png;base64,${one}">`).join("");
  await sheet.setContent(`<style>body { margin: 8px; display: flex; flex-wrap: wrap; align-items: start; gap: 8px; background: #888 }
    img { width: 384px }</style>${all}`);
  await sheet.screenshot({ path, fullPage: true });
  await sheet.close();
}
