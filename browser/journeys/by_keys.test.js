// A whole session by keys alone, from the code to the seal. One always sees where one is, and is never nowhere.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";
import { getsReady, Keys, onThePaper, shares, startsAt } from "../keys.js";
import { ARGUMENTS, browserHere, deskOf, openBrowser } from "../kith.js";
import { wordsInFiles } from "../kit/profile.js";
import { codeFrom, openKit, PIN, SIZE } from "../tablets.js";

const MICROPHONE = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"];
/** What somebody typed on the way. */
const TYPED = ["Quillon Ashdown", "the shed smells of varnish", "nobody fetches the wren", "a boat with nine oars", "my own harbour"];

/** @type {import("playwright-core").Browser} */
let office;
before(async () => { office = await openBrowser(); });
after(() => office.close());

/** A tablet with a profile on the disk, so that what is left there can be looked at. @param {import("node:test").TestContext} t */
async function tabletOnDisk(t) {
  const profile = mkdtempSync(join(tmpdir(), "kith-keys-"));
  const browser = await chromium.launchPersistentContext(profile, { ...SIZE, executablePath: browserHere(), args: [...ARGUMENTS, ...MICROPHONE] });
  t.after(async () => {
    await browser.close();
    rmSync(profile, { recursive: true, force: true });
  });
  return { profile, browser, kit: await openKit(browser) };
}

test("a whole session by keys alone, and what was typed is in no file of the tablet", { timeout: 300_000 }, async (t) => {
  const { profile, browser, kit } = await tabletOnDisk(t);
  const keys = new Keys(kit);
  await getsReady(keys, await codeFrom(await deskOf(office, "worker"), "by keys"), TYPED[0] ?? "");
  await startsAt(keys, "c");
  await named(keys);
  await draws(keys);
  await speaks(keys);
  await keys.pressNamed("That’s all");
  await writesWorries(keys);
  await sortsAndPlaces(keys);
  await usesTheTray(keys);
  await keys.pressNamed("Finish");
  await keys.follow(["Next page", "It is right", "Next"], (screen) => screen === "share");
  await shares(keys);
  await keys.follow(["That’s all", "Skip", /^(Mon|Tue|Wed|Thu|Fri)/, "Next"], (screen) => screen === "after");
  await keys.write(kit.locator("#kit input"), PIN);
  await keys.pressNamed("Open");
  await keys.follow([/There is no yes/, "On to your own", "Seal it", /^Done/], (screen) => screen === "sealed");
  await keys.pressNamed("Close");
  await kit.getByText(/Safe at your office/).waitFor();
  assert.deepEqual([...keys.wrong], []);
  await browser.close();
  assert.deepEqual(wordsInFiles(profile, TYPED), []);
});

/** A house has another name. @param {Keys} keys */
async function named(keys) {
  const { page } = keys;
  await keys.pressNamed("Names");
  await keys.to(page.locator(".naming .field").first());
  await keys.key("ControlOrMeta+A");
  await page.keyboard.insertText(TYPED[4] ?? "");
  await keys.press(page.locator(".renaming").getByRole("button", { name: "Done" }));
  await page.locator(".place.good", { hasText: TYPED[4] }).waitFor();
}

/** Two lines by the grid, one taken back, another crayon, a sticker, and words. @param {Keys} keys */
async function draws(keys) {
  const { page } = keys;
  await keys.press(page.locator(".place.good"));
  await keys.targetsAreLarge();
  const paper = page.locator(".paper-canvas");
  await keys.to(page.getByRole("radio", { name: /red/i }).first());
  await keys.key("Enter");
  await keys.isSomewhere("another crayon");
  await keys.to(paper);
  for (const key of ["Enter", "ArrowRight", "ArrowRight", "ArrowDown", "Shift+ArrowRight", "Space", "PageUp", "Enter", "ArrowLeft", "Escape"]) await keys.key(key);
  assert.equal((await onThePaper(page)).length, 2);
  await keys.to(page.getByRole("button", { name: "Undo" }), "Shift+Tab").catch(() => keys.to(page.getByRole("button", { name: "Undo" })));
  await keys.key("Enter");
  assert.equal((await onThePaper(page)).length, 1);
  await keys.isSomewhere("undo");
  await keys.pressNamed("Stickers");
  await keys.targetsAreLarge();
  await keys.press(page.locator(".sticker").nth(5));
  await keys.key("ArrowUp");
  await keys.key("Enter");
  assert.equal((await onThePaper(page)).length, 2);
  await keys.press(page.getByRole("button", { name: "Words", exact: true }));
  await keys.write(page.locator(".word-tray textarea"), TYPED[1] ?? "");
  await keys.pressNamed("Put on the paper");
  assert.equal((await onThePaper(page)).length, 3);
  await keys.to(page.getByRole("button", { name: "Rub out" }));
  await keys.key("Enter");
  await keys.isSomewhere("another tool");
}

/** @param {Keys} keys */
async function speaks(keys) {
  const { page } = keys;
  await keys.to(page.locator(".start-voice"));
  await keys.key("Enter");
  await page.locator(".dot.recording").waitFor();
  await keys.isSomewhere("recording");
  await keys.pressNamed("Pause");
  await keys.pressNamed("Go on");
  await page.waitForFunction(() => /0:0[1-9]/.test(document.querySelector(".recorder .clock")?.textContent ?? ""));
  await keys.to(page.locator(".recorder").getByRole("button", { name: "Keep" }));
  await keys.key("Enter");
  await page.locator(".attachment").waitFor();
  await keys.isSomewhere("keep");
}

/** @param {Keys} keys */
async function writesWorries(keys) {
  const { page } = keys;
  await keys.press(page.locator(".place.worries"));
  await keys.write(page.locator(".field"), TYPED[2] ?? "");
  await keys.key("Enter");
  await page.locator(".slip").waitFor();
  await keys.isSomewhere("a slip");
  await keys.targetsAreLarge();
  await keys.pressNamed("That’s all");
}

/** The cards, the path, the number. @param {Keys} keys */
async function sortsAndPlaces(keys) {
  const { page } = keys;
  await keys.pressNamed("Sort it");
  await keys.targetsAreLarge();
  await keys.press(page.locator(".topic").first());
  await keys.press(page.locator(".column.middle .drop"));
  await keys.pressNamed("That’s all");
  await keys.pressNamed("The path");
  await keys.to(page.locator(".way-there"));
  await keys.key("ArrowRight");
  await keys.pressNamed("Next");
  await keys.follow(["Skip"], (screen) => screen === "houses");
  if (await page.getByRole("button", { name: "How safe" }).count()) {
    await keys.pressNamed("How safe");
    await keys.to(page.locator(".number").first());
    for (const key of ["ArrowRight", "ArrowRight"]) await keys.key(key);
    await keys.key("Enter");
    await page.locator(".number[aria-checked=true]", { hasText: "2" }).waitFor();
    await keys.isSomewhere("a number");
    await keys.follow(["Next", "Skip"], (screen) => screen === "houses");
  }
}

/** The worker's side: a note, and away again. @param {Keys} keys */
async function usesTheTray(keys) {
  const { page } = keys;
  await keys.to(page.locator(".tab"));
  await keys.key("Enter");
  await page.locator(".tray").waitFor();
  await keys.isSomewhere("the tray");
  await keys.write(page.locator(".tray textarea").first(), TYPED[3] ?? "");
  await keys.key("Escape");
  await page.locator(".tray").waitFor({ state: "detached" });
  await keys.isSomewhere("the tray is closed");
  assert.ok(await page.locator(".tab").evaluate((tab) => tab === document.activeElement), "the tab has the focus again");
}
