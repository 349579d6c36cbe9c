// A whole session by two switches, from the code to the seal: one goes to the next thing (Tab), the other presses it (Enter or
// Space). Lines are drawn, the path and the scale are answered. What is typed comes from the tablet's own keyboard, which the
// system scans. One always sees where one is, and is never nowhere.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { getsReady, Keys, onThePaper, shares, startsAt } from "../keys.js";
import { deskOf, openBrowser } from "../kith.js";
import { codeFrom, openKit, PIN, SIZE } from "../tablets.js";

/** @typedef {import("playwright-core").Page} Page */

/** @type {import("playwright-core").Browser} */
let office;
before(async () => { office = await openBrowser(); });
after(() => office.close());

/** A tablet that has joined, with a child before it, at this level. @param {string} level @param {string} called */
async function atTheHouses(level, called) {
  const context = await office.newContext(SIZE);
  const kit = await openKit(context);
  const keys = new Keys(kit, { scanner: true });
  await getsReady(keys, await codeFrom(await deskOf(office, "worker"), called), "Quillon Ashdown");
  await startsAt(keys, level);
  return { context, kit, keys };
}

test("a whole session of an older one by two switches, with a line, the path and the scale", { timeout: 300_000 }, async () => {
  const { context, kit, keys } = await atTheHouses("d", "by switches");
  await keys.press(kit.locator(".place.good"));
  await draws(keys);
  await putsASticker(keys);
  await keys.pressNamed("That’s all");
  await writes(keys, kit.locator(".place.worries"));
  await placesOnThePath(keys);
  await keys.pressNamed("How safe");
  await keys.to(kit.locator(".number").nth(7));
  await keys.key("Space");
  await kit.locator(".number[aria-checked=true]", { hasText: "7" }).waitFor();
  await keys.isSomewhere("a number");
  await keys.follow(["Next", "That’s all"], (screen) => screen === "houses");
  await ends(keys);
  assert.deepEqual([...keys.wrong], []);
  await context.close();
});

test("a whole session of the youngest by two switches, with a line, a stone and the cards", { timeout: 300_000 }, async () => {
  const { context, kit, keys } = await atTheHouses("a", "by switches too");
  await keys.press(kit.locator(".place.good"));
  await draws(keys);
  await keys.press(kit.getByRole("button", { name: "Words", exact: true }));
  await keys.write(kit.locator(".word-tray textarea"), "the shed smells of varnish");
  await keys.pressNamed("Put on the paper");
  assert.equal((await onThePaper(kit)).length, 2);
  await keys.pressNamed("That’s all");
  await keys.pressNamed("Sort it");
  await keys.press(kit.locator(".topic").nth(1));
  await keys.press(kit.locator(".column.good .drop"));
  await keys.pressNamed("That’s all");
  await keys.pressNamed("The path");
  await keys.to(kit.locator(".step-stone").nth(2));
  await keys.key("Enter");
  await kit.locator(".step-stone[aria-checked=true]").waitFor();
  await keys.isSomewhere("a stone");
  await keys.follow(["Next", "Skip"], (screen) => screen === "houses");
  await ends(keys);
  assert.deepEqual([...keys.wrong], []);
  await context.close();
});

/** Presses a key of the pad, so many times. @param {Keys} keys @param {string} name @param {number} [times] */
async function pad(keys, name, times = 1) {
  await keys.to(keys.page.locator(`.pad-key.${name}`));
  for (let time = 0; time < times; time += 1) await keys.key(time % 2 ? "Space" : "Enter");
  await keys.isSomewhere(`the pad: ${name}`);
}

/** A red line to the right, then aslant, then a little further down; one more, taken back. @param {Keys} keys */
async function draws(keys) {
  const { page } = keys;
  await keys.to(page.getByRole("radio", { name: "Red" }).first());
  await keys.key("Enter");
  await keys.isSomewhere("another crayon");
  await keys.to(page.getByRole("button", { name: "With buttons" }));
  await keys.key("Enter");
  await page.locator(".pad").waitFor();
  await keys.targetsAreLarge();
  assert.ok(await page.locator(".pad-key.pen").evaluate((pen) => pen === document.activeElement), "one is at the pen");
  await pad(keys, "to-left", 6);
  await pad(keys, "to-up", 4);
  await pad(keys, "pen");
  await pad(keys, "to-right", 8);
  await pad(keys, "to-down-right", 3);
  await pad(keys, "steps");
  await pad(keys, "to-down", 2);
  await pad(keys, "pen");
  assert.deepEqual(await onThePaper(page), ["Red line, from top left to right"]);
  await pad(keys, "pen");
  await pad(keys, "to-left");
  await keys.to(page.locator(".stop"));
  await pad(keys, "pen");
  assert.equal((await onThePaper(page)).length, 2);
  await pad(keys, "back");
  assert.equal((await onThePaper(page)).length, 1);
  await keys.press(page.locator(".pad-key.done"));
  assert.ok(await page.locator(".by-buttons").evaluate((one) => one === document.activeElement), "one is where one was");
}

/** It comes to lie where the buttons take it. @param {Keys} keys */
async function putsASticker(keys) {
  const { page } = keys;
  await keys.pressNamed("Stickers");
  await keys.press(page.locator(".sticker").nth(3));
  await keys.press(page.getByRole("button", { name: "With buttons" }));
  await pad(keys, "steps");
  await pad(keys, "to-up-left", 4);
  await pad(keys, "pen");
  assert.deepEqual((await onThePaper(page)).slice(1), ["Sticker: Heart, top"]);
  await keys.press(page.locator(".pad-key.done"));
}

/** @param {Keys} keys @param {import("playwright-core").Locator} house */
async function writes(keys, house) {
  await keys.press(house);
  await keys.write(keys.page.locator(".field"), "nobody fetches the wren");
  await keys.pressNamed("Add");
  await keys.page.locator(".slip").waitFor();
  await keys.isSomewhere("a slip");
  await keys.pressNamed("That’s all");
}

/** Three steps on and one back. @param {Keys} keys */
async function placesOnThePath(keys) {
  const { page } = keys;
  await keys.pressNamed("The path");
  await keys.targetsAreLarge();
  await keys.to(page.getByRole("button", { name: "A bit nearer" }));
  for (const key of ["Enter", "Space", "Enter", "Enter"]) await keys.key(key);
  await keys.to(page.getByRole("button", { name: "A bit back" }));
  await keys.key("Enter");
  assert.equal(await page.locator(".way-there").getAttribute("aria-valuenow"), "20");
  await keys.isSomewhere("the path");
  await keys.pressNamed("Next");
  await keys.follow(["Next", "Skip"], (screen) => screen === "houses");
}

/** From the houses to the seal, and the office has it. @param {Keys} keys */
async function ends(keys) {
  const { page } = keys;
  await keys.pressNamed("Finish");
  await keys.follow(["Next page", "It is right", "Next"], (screen) => screen === "share");
  await page.getByText("There is no name here yet").waitFor();
  await keys.write(page.getByLabel("A name"), "Nan");
  await keys.pressNamed("Put in");
  await page.locator(".asking-row").waitFor();
  await shares(keys);
  await keys.follow(["That’s all", "Skip", /^(Mon|Tue|Wed|Thu|Fri)/, "Next"], (screen) => screen === "after");
  await keys.write(page.locator("#kit input"), PIN);
  await keys.pressNamed("Open");
  await keys.follow([/There is no yes/, "On to your own", "Seal it", /^Done/], (screen) => screen === "sealed");
  await keys.pressNamed("Close");
  await page.getByText(/Safe at your office/).waitFor();
}
