// Back to the family: what a mother gets of her child's houses, on paper and by a link. Joel asks,
// prints, makes a link; a phone that is signed in nowhere opens it.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { axeFindsNothing } from "../axe.js";
import { address, deskOf, goesNotSideways, lettersAreHere, nothingWentWrong, openBrowser, pageOf } from "../kith.js";

/** @typedef {import("playwright-core").Page} Page */

/** @type {import("playwright-core").Browser} */
let browser;
before(async () => { browser = await openBrowser(); });
after(() => browser.close());

/** Opens the newest sitting of Kayleigh's, and asks what her mother would get of it.
 * @param {Page} page */
async function ask(page) {
  await page.goto(`${address}/children`);
  await page.getByRole("link", { name: /^Kayleigh Brannagh/ }).first().click();
  await page.getByRole("link", { name: "Story" }).first().click();
  await page.getByRole("link", { name: /^Three Houses/ }).first().click();
  await page.getByRole("link", { name: /^Show Mum what Kayleigh agreed to/ }).click();
  await page.getByRole("heading", { name: "Before you show it" }).waitFor();
  await lettersAreHere(page);
}

/** @param {Page} page */
async function answer(page) {
  await page.getByLabel("Yes, we spoke about it").check();
  await page.getByRole("group", { name: /^Is it safe/ }).getByLabel("Yes", { exact: true }).check();
  await page.getByLabel("What makes you think so?").fill("They talk well at the moment.");
  await page.getByLabel(/^How and where/).fill("On Thursday at her table.");
}

/** axe and no scrolling sideways, on a desk and on a phone, by day and by night.
 * @param {Page} page */
async function holds(page) {
  for (const width of [1366, 390]) {
    await page.setViewportSize({ width, height: 1000 });
    for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
      await page.emulateMedia({ colorScheme });
      await axeFindsNothing(page);
    }
    await goesNotSideways(page);
  }
  nothingWentWrong(page);
}

test("a worker sees what a mother would get, and is asked first; what is printed is that", async () => {
  const page = await deskOf(browser, "joel");
  await ask(page);
  await holds(page);
  await page.getByRole("button", { name: "Print it" }).click();
  await page.getByText("Choose an answer here").first().waitFor();
  await holds(page);
  const preview = await page.locator(".family-preview .house-words").allInnerTexts();
  await answer(page);
  await page.getByRole("button", { name: "Print it" }).click();
  await page.waitForURL(/\/sheet$/);
  await page.getByRole("button", { name: "Print it" }).waitFor();
  await holds(page);
  assert.deepEqual(await page.locator(".house-words").allInnerTexts(), preview);
  assert.ok((await page.pdf({ preferCSSPageSize: true })).length > 5_000);
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.locator(".family-print").isVisible(), false, "what leads back is not on the paper");
});

test("a link is given once; a phone opens it by a press, until somebody ends it", async () => {
  const page = await deskOf(browser, "joel");
  await ask(page);
  await answer(page);
  await page.getByText("Or give a link instead").click();
  await holds(page);
  await page.getByRole("button", { name: "Make the link" }).click();
  const link = await page.locator(".family-address code").innerText();
  await holds(page);
  const path = new URL(link).pathname;
  const phone = await pageOf(browser, { width: 390, height: 800 });
  await phone.goto(address + path);
  assert.equal(await phone.title(), "A page to read");
  assert.doesNotMatch(await phone.locator("body").innerText(), /Kayleigh|Donna|Joel/);
  await holds(phone);
  await phone.getByRole("button", { name: "Open it" }).click();
  await phone.getByRole("heading", { name: "What Kayleigh wants to show you" }).waitFor();
  assert.equal(await phone.title(), "A page to read");
  assert.equal(await phone.locator("a, script").count(), 0, "it leads nowhere and runs nothing");
  await holds(phone);
  assert.deepEqual(await phone.context().cookies(), []);
  await page.getByRole("link", { name: "Back to the session" }).click();
  await page.getByText("Last opened on").first().waitFor();
  await page.getByRole("button", { name: "End this link" }).first().click();
  await page.getByText("The link was ended.").first().waitFor();
  await holds(page);
  const answered = await phone.goto(address + path);
  assert.equal(answered?.status(), 404);
  await phone.getByRole("heading", { name: "This link has ended" }).waitFor();
  await holds(phone);
});
