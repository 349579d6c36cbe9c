// A practice in a real browser, for whoever looks at the child's screens: no tablet to join, nothing kept, nobody's name.
import assert from "node:assert/strict";
import { address } from "../kith.js";
import { follow } from "../tablets.js";

/** @typedef {import("playwright-core").Page} Page */

/**
 * A practice, up to the houses. Its clock begins on a morning and can be moved on.
 * @param {import("playwright-core").Browser} browser
 * @param {{level?: string, look?: Record<string, boolean>, as?: string, sees?: (kit: Page) => Promise<void>}} [how]  `look` as it is
 *   kept on the tablet; `as`: what is chosen instead of houses; `sees`: at each screen of the explanations
 * @returns {Promise<Page>}
 */
export async function practises(browser, { level = "b", look = {}, as = "Three houses", sees = async () => {} } = {}) {
  const context = await browser.newContext({
    viewport: { width: 1180, height: 820 }, locale: "en-GB", timezoneId: "Europe/London", serviceWorkers: "block",
    permissions: ["microphone"],
  });
  context.setDefaultTimeout(15_000);
  await context.addInitScript((look) => localStorage.setItem("kith-kit-look", JSON.stringify(look)), look);
  const kit = await context.newPage();
  await kit.clock.install({ time: new Date("2026-11-26T09:00:00") });
  await kit.goto(`${address}/kit/`);
  await press(kit, "Practise without a child");
  for (const answer of ["No, nothing limits it", "There is nothing from before", "It fits", "A parent agreed"]) await press(kit, answer);
  for (const name of ["Who agreed?", "When?"]) await kit.getByLabel(name).fill(name === "When?" ? "2026-11-20" : "Mum");
  await press(kit, "Go on");
  await kit.getByLabel("Where are you?").fill("Mum’s kitchen");
  for (const answer of ["Nobody is near", "Nothing in particular", as]) await press(kit, answer);
  await kit.locator(`.way.${level} .whole`).click();
  await next(kit);
  await follow(kit, ["Next", "Yes, OK"], async (screen) => {
    if (screen !== "houses") await sees(kit);
    return screen === "houses";
  });
  await kit.locator(".place.good, .room").first().waitFor();
  return kit;
}

/** Goes on, and is there when another page is. @param {Page} kit */
export async function next(kit) {
  const before = await kit.locator(".child > .screen").elementHandle();
  await press(kit, "Next", true);
  await kit.waitForFunction((shown) => !shown?.isConnected, before);
}

/** @param {Page} kit */
export async function opensGoodThings(kit) {
  await kit.locator(".place.good").click();
  await kit.locator(".paper-canvas").waitFor();
}

/** @param {Page} kit */
export async function drawsALine(kit) {
  const box = await kit.locator(".paper-canvas").boundingBox();
  assert.ok(box);
  await kit.mouse.move(box.x + 60, box.y + 60);
  await kit.mouse.down();
  await kit.mouse.move(box.x + 160, box.y + 90, { steps: 5 });
  await kit.mouse.up();
  await kit.getByRole("button", { name: "New page" }).waitFor();
}

/** @param {Page} kit @param {string} name */
export async function putsIn(kit, name) {
  await kit.locator(".new-person .field").fill(name);
  await press(kit, "Put in");
  await press(kit, "No figure");
  await kit.getByRole("button", { name: new RegExp(`${name}$`) }).waitFor();
}

/** @param {Page} kit @param {string | RegExp} name @param {boolean} [exact] @param {string} [within] */
export async function press(kit, name, exact = false, within = "#kit") {
  await kit.locator(within).getByRole("button", { name, exact }).locator("visible=true").first().click();
}
