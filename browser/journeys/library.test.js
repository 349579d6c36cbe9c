// The library, looked up at the office and on a tablet without a network; and beside a child nothing lies open that
// would lead one who reads along.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { axeFindsNothing } from "../axe.js";
import { address, deskOf, nothingWentWrong, openBrowser } from "../kith.js";

/** @typedef {import("playwright-core").Page} Page */

const PIN = "482913";

/** @type {import("playwright-core").Browser} */
let browser;
before(async () => { browser = await openBrowser(); });
after(() => browser.close());

test("somebody looks up what to say, reads the law behind it, and comes back", async () => {
  const desk = await deskOf(browser, "joel");
  await desk.getByRole("link", { name: "Library" }).first().click();
  await desk.getByRole("searchbox").fill("leading questions");
  await desk.getByRole("button", { name: "Search" }).click();
  await desk.getByRole("link", { name: "What leads, and what to say instead" }).click();
  await desk.getByText("“Tell me about teatime at your house.”").waitFor();
  await desk.getByRole("link", { name: "Interviews as evidence" }).click();
  await desk.getByText("A lawyer should check this before you rely on it.").waitFor();
  await desk.getByRole("link", { name: "About Kith" }).click();
  await desk.getByText("Nicki Weld and Maggie Greening").waitFor();
  nothingWentWrong(desk);
});

test("on a tablet without a network the library is there, is searched, and examples stay away from a child", async () => {
  const kit = await tablet();
  await joins(kit, await codeFrom(await deskOf(browser, "joel")));
  await kit.context().setOffline(true);
  await kit.reload();
  await kit.locator("#kit input").first().fill(PIN);
  await press(kit, "Open");
  await press(kit, /^Library/);
  await kit.getByRole("searchbox").fill("teenager");
  await press(kit, "Jaydon, 15, wants playlists");
  await kit.getByText("houses is for babies tbh").waitFor();
  await axeFindsNothing(kit);
  await press(kit, "The right to be heard");
  await kit.getByText("A lawyer should check this before you rely on it.").waitFor();
  await press(kit, "Back to the start");
  await kit.getByRole("button", { name: "Practise without a child" }).click();
  await toTheChild(kit);
  await kit.locator(".tab").click();
  await kit.locator(".side").getByText("What helps here").click();
  await kit.locator(".side .lib-way button").first().click();
  await kit.locator(".side .library .lib-trust").waitFor();
  await axeFindsNothing(kit);
  await press(kit, "All cards");
  await kit.locator(".side").getByRole("searchbox").fill("Jaydon");
  await kit.getByText("Nothing for these words.").waitFor();
  await kit.context().close();
});

/** A tablet with the kit on its home screen. */
async function tablet() {
  const context = await browser.newContext({ viewport: { width: 1180, height: 820 }, locale: "en-GB", timezoneId: "Europe/London" });
  context.setDefaultTimeout(15_000);
  await context.addInitScript(() => Object.defineProperty(navigator, "standalone", { value: true }));
  const kit = await context.newPage();
  await kit.goto(`${address}/kit/`);
  return kit;
}

/** @param {Page} desk */
async function codeFrom(desk) {
  await desk.goto(`${address}/tablets`);
  await desk.getByLabel("What do you call it?").fill("the one for reading");
  await desk.getByRole("button", { name: "Give me a code" }).click();
  return /** @type {string} */ (await desk.locator(".code bdi").textContent());
}

/** @param {Page} kit @param {string} code */
async function joins(kit, code) {
  await kit.locator("#kit input").fill(code);
  await press(kit, "Go on");
  await kit.waitForFunction(() => document.querySelectorAll("#kit input").length === 2);
  for (const pin of await kit.locator("#kit input").all()) await pin.fill(PIN);
  await press(kit, "Join");
  await kit.getByRole("heading", { name: "the one for reading is ready" }).waitFor();
  await press(kit, "Start");
  await kit.evaluate(() => navigator.serviceWorker.ready);
}

/** Through the worker's pages to the first that is the child's, by the first answer that goes on. @param {Page} kit */
async function toTheChild(kit) {
  const answers = ["No, nothing limits", "There is nothing from before", "It fits", "A parent agreed", "Nobody is near", "Nothing in particular",
    "Three houses", "Begin", "Go on", "Done", "Next"];
  for (let step = 0; step < 40; step += 1) {
    if (await kit.locator('#kit[data-screen="levels"]').count()) return;
    for (const field of await kit.locator("#kit input:not([type=radio]):visible, #kit textarea:visible").all()) {
      if (!(await field.inputValue())) await field.fill("Mum said yes at home");
    }
    const seen = await kit.locator("#kit").innerText();
    for (const name of answers) {
      const button = kit.getByRole("button", { name }).locator("visible=true").first();
      if (!(await button.count())) continue;
      await button.click();
      break;
    }
    await kit.waitForFunction((before) => document.getElementById("kit")?.innerText !== before, seen);
  }
  assert.fail("it goes on and on");
}

/** @param {Page} kit @param {string | RegExp} name */
async function press(kit, name) {
  await kit.getByRole("button", { name }).locator("visible=true").first().click();
}
