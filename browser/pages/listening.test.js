// Listening to children: what each reader finds, on every screen and on paper, and as a file.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { axeFindsNothing } from "../axe.js";
import { address, deskOf, goesNotSideways, nothingWentWrong, openBrowser } from "../kith.js";

/** @type {import("playwright-core").Browser} */
let browser;
before(async () => { browser = await openBrowser(); });
after(() => browser.close());

for (const who of ["leader", "manager", "worker"]) {
  test(`${who} reads it at every width, by day and by night`, async () => {
    const page = await deskOf(browser, who);
    await page.getByRole("navigation", { name: "Menu" }).getByRole("link", { name: "Listening" }).click();
    await page.getByRole("heading", { name: "Listening to children", level: 1 }).waitFor();
    for (const [width, colorScheme] of /** @type {const} */ ([[1366, "light"], [768, "light"], [390, "dark"], [320, "dark"]])) {
      await page.setViewportSize({ width, height: 1000 });
      await page.emulateMedia({ colorScheme });
      await axeFindsNothing(page);
      await goesNotSideways(page);
    }
    nothingWentWrong(page);
  });
}

test("a leader finds no child in it, and the file says what the page says", async () => {
  const page = await deskOf(browser, "leader");
  await page.goto(`${address}/listening?months=12`);
  assert.equal(await page.locator("main a[href^='/children/']").count(), 0);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: /Download as a table/ }).click(),
  ]);
  assert.match(download.suggestedFilename(), /^listening-\d{4}-\d\d-\d{4}-\d\d\.csv$/);
  const stream = await download.createReadStream();
  const pieces = [];
  for await (const piece of stream) pieces.push(piece);
  const rows = Buffer.concat(pieces).toString("utf8").trimEnd().split("\r\n");
  const cells = await page.locator(".listening-table td").evaluateAll((all) =>
    all.reduce((sum, one) => sum + (one instanceof HTMLTableCellElement ? one.colSpan : 0), 0));
  assert.ok(cells > 0 && rows.length > cells, "a row for each number of the page");
});

test("whoever answers for a team comes from a name to the child", async () => {
  const page = await deskOf(browser, "manager");
  await page.goto(`${address}/listening`);
  await page.locator(".listening-names th a").first().click();
  await page.locator(".front-page").waitFor();
  nothingWentWrong(page);
});

test("months that have not ended are not shown, and the page says so", async () => {
  const page = await deskOf(browser, "leader");
  await page.goto(`${address}/listening?from=2099-01&to=2099-02`);
  await page.getByRole("alert").getByText("whole months that have ended").waitFor();
});

test("on paper there is no form, and nothing is cut off", async () => {
  const page = await deskOf(browser, "leader");
  await page.goto(`${address}/listening`);
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize({ width: 688, height: 1000 });
  assert.equal(await page.locator(".listening-months").isVisible(), false);
  await goesNotSideways(page);
  const cut = await page.locator(".listening-scroll").evaluateAll((all) =>
    all.filter((one) => one.scrollWidth > one.clientWidth + 1).length);
  assert.equal(cut, 0, "a table is wider than the paper");
});
