// The tablet is put away in the middle: by hand, by a minute out of sight. What was typed and not added yet is kept, by the
// child as by the worker, and the PIN leads back to the very screen.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { deskOf, openBrowser } from "../kith.js";
import { at, codeFrom, follow, joins, openKit, opensWith, PREPARED, press, SIZE } from "../tablets.js";

/** @typedef {import("playwright-core").Page} Page */

/** @type {import("playwright-core").Browser} */
let browser;
/** @type {Page} */
let kit;
/** What went wrong in the page. @type {string[]} */
const wrong = [];
before(async () => {
  browser = await openBrowser();
  const desk = await deskOf(browser, "worker");
  kit = await openKit(await browser.newContext(SIZE));
  kit.on("pageerror", (why) => wrong.push(why.message));
  await joins(kit, await codeFrom(desk, "put away"), "put away");
  await kit.clock.install();
  await press(kit, "Start");
  await kit.getByLabel("Or another name").fill("Somebody Else");
  await press(kit, "Prepare");
  await at(kit, "prepare");
  await follow(kit, ["Nothing from before", ...PREPARED], (screen) => screen === "levels");
  await kit.locator(".way.b .whole").click();
  await press(kit, "Next");
  await follow(kit, ["Next", "Yes, OK"], (screen) => screen === "houses");
});
after(() => browser.close());

/** By the worker's tab. */
async function byHand() {
  await press(kit, /’s side$/);
  await press(kit, "Put the tablet away and lock it");
  await at(kit, "locked");
}

/** Something else is in front for a minute. */
async function outOfSight() {
  const hidden = (/** @type {boolean} */ is) => kit.evaluate((is) => {
    Object.defineProperty(document, "hidden", { configurable: true, value: is });
    document.dispatchEvent(new Event("visibilitychange"));
  }, is);
  await hidden(true);
  await kit.clock.fastForward(61_000);
  await at(kit, "locked");
  await hidden(false);
}

const slips = () => kit.locator(".slip .own-words").allTextContents();

/** Nothing says that something is not kept, and the PIN leads back to this screen. @param {string} screen */
async function leadsBackTo(screen) {
  assert.equal(await kit.locator(".alarm").count(), 0);
  assert.equal(await kit.getByText(/varnish|wren|oars/).count(), 0, "nothing can be read without the PIN");
  await opensWith(kit);
  await at(kit, screen);
  assert.deepEqual(wrong, []);
}

test("what is typed in Worries and not added is there again, whichever way the tablet was locked", async () => {
  await kit.locator(".place.worries").click();
  await kit.locator(".writing .field").fill("the shed smells of varnish");
  await byHand();
  await leadsBackTo("inside");
  await kit.locator(".slip").waitFor();
  assert.deepEqual(await slips(), ["the shed smells of varnish"]);
  await kit.locator(".writing .field").fill("nobody fetches the wren");
  await outOfSight();
  await leadsBackTo("inside");
  assert.deepEqual(await slips(), ["the shed smells of varnish", "nobody fetches the wren"]);
});

test("a line that is being changed is changed, and stays one", async () => {
  await kit.locator(".slip .own-words").first().click();
  await kit.locator(".writing .field").fill("the shed smells");
  await byHand();
  await leadsBackTo("inside");
  assert.deepEqual(await slips(), ["the shed smells", "nobody fetches the wren"]);
});

test("words that wait to be put on the paper are put there, in the way in which she was drawing", async () => {
  await press(kit, "Draw it");
  await press(kit, "Words");
  await kit.locator(".word-tray textarea").fill("a boat with nine oars");
  await outOfSight();
  await leadsBackTo("inside");
  await kit.locator(".paper-canvas").waitFor();
  assert.match((await kit.locator(".paper-spoken li").allTextContents()).join(), /a boat with nine oars/);
});

test("what the worker has half typed waits for the PIN, and is read by nobody before it", async () => {
  await press(kit, /’s side$/);
  await press(kit, "My notes");
  await kit.locator(".tray textarea").last().fill("a wren in the hall");
  await press(kit, "Put the tablet away and lock it");
  await at(kit, "locked");
  await leadsBackTo("inside");
  await press(kit, /’s side$/);
  await press(kit, "My notes");
  assert.equal(await kit.locator(".tray textarea").last().inputValue(), "a wren in the hall");
});
