// Words in other scripts: kept as they were said, set from the right where they are read from there.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { axeFindsNothing } from "../axe.js";
import { deskOf, goesNotSideways, nothingWentWrong, openBrowser, openChild } from "../kith.js";

const SAID = "عندما يبكي في الليل أضعه في سريره وأتصل بأمي. قلت لأنيتا: «لن أتركه وحده».";
const MARKUP = "<b>He said</b> & \"she said\" <script>alert(1)</script>";

/** @type {import("playwright-core").Browser} */
let browser;
before(async () => { browser = await openBrowser(); });
after(() => browser.close());

test("a mother's Arabic stands from the right, and the page about it stays as it was", async () => {
  const page = await deskOf(browser, "worker");
  await openChild(page, "Ellie");
  await page.getByRole("link", { name: "Map" }).first().click();
  for (const words of [SAID, MARKUP]) {
    await page.locator(".column.worries").getByRole("link", { name: "Add" }).click();
    await page.getByLabel("What has happened? What makes it harder?").fill(words);
    await page.getByRole("button", { name: "Put it on the map" }).click();
    await page.locator(".slip").filter({ hasText: words }).waitFor();
  }
  const slip = page.locator(".slip p").filter({ hasText: SAID });
  assert.equal(await slip.evaluate((words) => getComputedStyle(words).direction), "rtl");
  for (const width of [1366, 320]) {
    await page.setViewportSize({ width, height: 900 });
    await goesNotSideways(page);
    const [words, column] = [await slip.boundingBox(), await page.locator(".column.worries").boundingBox()];
    assert.ok(words && column && words.x >= column.x && words.x + words.width <= column.x + column.width + 1);
  }
  await axeFindsNothing(page);
  nothingWentWrong(page);
});

test("a note in Arabic is found in the story", async () => {
  const page = await deskOf(browser, "worker");
  await openChild(page, "Ellie");
  await page.getByRole("link", { name: "Story" }).first().click();
  await page.getByRole("link", { name: "Write a note" }).click();
  await page.getByLabel("What happened, and what was said").fill(SAID);
  await page.getByRole("button", { name: "File it" }).click();
  const found = page.locator("main p").filter({ hasText: SAID }).first();
  await found.waitFor();
  assert.equal(await found.evaluate((words) => getComputedStyle(words).direction), "rtl");
  await goesNotSideways(page);
  await axeFindsNothing(page);
  nothingWentWrong(page);
});
