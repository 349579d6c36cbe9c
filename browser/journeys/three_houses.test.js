// A whole session at the size of a tablet: from a cold start without a network until it is sealed, then sent; a person
// says whose it is, and the child's words and drawing stand in the record as they were made.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { deskOf, nothingWentWrong, openBrowser } from "../kith.js";
import { drawVan, vanStrokes } from "../kit/van.js";
import {
  asksWhoseItIs, at, becomes, CHILD, codeFrom, comesToRest, follow, isFiledAs, joins, opensWith, press, reachesTheHouses,
  sealsIt, sends, stands, tabletIn, takesAlong,
} from "../tablets.js";

/** @typedef {import("playwright-core").Page} Page */

const CALLED = "the one in the bedroom";

/** What of an op stands in a drawing: `docs/kit.md`. */
const DRAWN = ["page", "stroke", "sticker", "sticker_moved", "words", "title", "undo", "mark", "number", "sorted"];

/** @type {import("playwright-core").Browser} */
let browser;
before(async () => { browser = await openBrowser(); });
after(() => browser.close());

test("a session without a network, sealed, sent, and in the record as it was made", async () => {
  const desk = await deskOf(browser, "joel");
  const { context, kit } = await tablet();
  await joins(kit, await codeFrom(desk, CALLED), CALLED);
  await takesAlong(desk, CHILD, CALLED);
  await comesToRest(kit);
  await context.setOffline(true);
  await kit.reload();
  await opensWith(kit);
  await reachesTheHouses(kit, "b");
  const page = await drawsInGoodThings(kit);
  await writesWorries(kit, ["if nobody wakes up", "the ambilance"]);
  await looksBackAndShares(kit);
  await sealsIt(kit);
  const made = await recordsOf(kit);
  await isNowhereInClear(kit, ["ambilance", "wakes up", "Tyler"]);
  await context.setOffline(false);
  await sends(kit);
  await saysWhoseItIs(desk);
  await standsInTheRecord(desk, made, page);
  nothingWentWrong(desk);
  await context.close();
});

/** What is sealed on this tablet is noted before it is, for this test alone. */
async function tablet() {
  return tabletIn(browser, {
    init: () => {
      const noted = /** @type {string[]} */ ([]);
      Object.defineProperty(window, "notedByTheTest", { value: noted });
      const encrypt = crypto.subtle.encrypt.bind(crypto.subtle);
      crypto.subtle.encrypt = (how, key, bytes) => {
        const bound = new TextDecoder().decode(/** @type {any} */ (how).additionalData);
        if (bound.endsWith("|op")) noted.push(new TextDecoder().decode(bytes));
        return encrypt(how, key, bytes);
      };
    },
  });
}

/** A part of the van, a sticker, and words that name it. @param {Page} kit */
async function drawsInGoodThings(kit) {
  await kit.locator(".place.good").click();
  const canvas = kit.locator(".paper-canvas");
  await canvas.waitFor();
  await drawVan(kit, canvas, async () => {}, vanStrokes().slice(0, 3));
  await kit.getByRole("button", { name: "Stickers" }).click();
  await kit.locator(".sticker").nth(7).click();
  const box = await canvas.boundingBox();
  assert.ok(box);
  await kit.mouse.click(box.x + 550, box.y + 300);
  await kit.getByRole("button", { name: "Words", exact: true }).click();
  await kit.locator(".word-tray textarea").fill("PETES VAN");
  await press(kit, "Put on the paper");
  await press(kit, "That’s all");
  await at(kit, "houses");
  return "good";
}

/** @param {Page} kit @param {string[]} worries */
async function writesWorries(kit, worries) {
  await kit.locator(".place.worries").click();
  for (const worry of worries) {
    await kit.locator(".field").fill(worry);
    await press(kit, "Add");
    await kit.getByText(worry).waitFor();
  }
  await press(kit, "That’s all");
  await at(kit, "houses");
}

/** Everybody may see the first page but nobody the worries; the words are read back before. @param {Page} kit */
async function looksBackAndShares(kit) {
  await press(kit, "Finish");
  await at(kit, "look_back");
  await follow(kit, ["Next page", "It is right", "Next"], (screen) => screen === "share");
  for (const answer of [0, 1]) {
    for (const row of await kit.locator(".asking-row").all()) await row.locator(".answer").nth(answer).click();
    const { seen } = await stands(kit);
    await press(kit, /^Next/);
    await becomes(kit, seen);
  }
  await follow(kit, ["That’s all", "Skip", /^(Mon|Tue|Wed|Thu|Fri)/, "Next"], (screen) => screen === "after");
}

/** What was sealed, as it stood before. @param {Page} kit @returns {Promise<string[]>} */
async function recordsOf(kit) {
  return kit.evaluate(() => /** @type {any} */ (window).notedByTheTest);
}

/** Nothing that was said, and no name, can be read in what the tablet keeps. @param {Page} kit @param {string[]} words */
async function isNowhereInClear(kit, words) {
  const found = await kit.evaluate(async (sought) => {
    const databases = await indexedDB.databases();
    const all = [];
    for (const { name } of databases) {
      const opened = await new Promise((resolve, reject) => {
        const asked = indexedDB.open(/** @type {string} */ (name));
        asked.onsuccess = () => resolve(asked.result);
        asked.onerror = () => reject(asked.error);
      });
      const database = /** @type {IDBDatabase} */ (opened);
      for (const store of database.objectStoreNames) {
        const rows = await new Promise((resolve) => {
          const asked = database.transaction(store).objectStore(store).getAll();
          asked.onsuccess = () => resolve(asked.result);
        });
        const written = JSON.stringify(rows, (_, value) =>
          value instanceof ArrayBuffer ? [...new Uint8Array(value)].map((byte) => String.fromCharCode(byte)).join("") : value);
        all.push(...sought.filter((word) => written.includes(word)).map((word) => `${store}: ${word}`));
      }
      database.close();
    }
    return all;
  }, words);
  assert.deepEqual(found, []);
}

/** @param {Page} desk */
async function saysWhoseItIs(desk) {
  await asksWhoseItIs(desk, CALLED);
  assert.equal(await desk.getByText("ambilance").count(), 0, "nobody needs his words to know whose they are");
  await isFiledAs(desk, CHILD);
}

/** Letter for letter, and line for line. @param {Page} desk @param {string[]} made @param {string} house */
async function standsInTheRecord(desk, made, house) {
  await desk.getByText("“the ambilance”").waitFor();
  await desk.getByText("“PETES VAN”").waitFor();
  const ops = made.map((text) => ({ text, op: JSON.parse(text) }));
  const page = ops.find(({ op }) => op.kind === "page" && op.house === house)?.op.page;
  const drawn = ops.filter(({ op }) => op.page === page && DRAWN.includes(op.kind)).map(({ text }) => `${text}\n`);
  const kept = await desk.locator("[data-drawing]").first().getAttribute("data-drawing");
  const bytes = await desk.evaluate(async (file) => (await fetch(file)).text(), /** @type {string} */ (kept));
  assert.equal(bytes, drawn.join(""), "the drawing in the record is the drawing that was made");
  await desk.getByRole("button", { name: "Watch it being drawn" }).first().click();
  await desk.locator("[data-drawing] canvas").waitFor();
  // It is watched as long as it was drawn.
  await desk.locator("[data-drawing] svg").first().waitFor({ timeout: 45_000 });
}
