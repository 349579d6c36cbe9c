// A child says no to the worker while a session is still being prepared: it ends kindly, nobody is asked for a reason, and the
// no stands in the record, in the story and in the figures as the child's choice.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { axeFindsNothing } from "../axe.js";
import { address, deskOf, goesNotSideways, nothingWentWrong, openBrowser } from "../kith.js";
import {
  asksWhoseItIs, at, CHILD, codeFrom, comesToRest, isFiledAs, joins, openBare, PIN, press, run, SIZE, tabletIn, takesAlong,
} from "../tablets.js";

/** @typedef {import("playwright-core").Page} Page */

const CALLED = "the red one";
const ENDED = "The child did not want to, and said so before it began.";
const AGREED = "A parent agreed";
/** The pages of a preparation, each with the answer that leads to the next. */
const PAGES = [
  ["Has a police", "No, nothing limits it"], ["Read what Sam told us", "There is nothing from before"],
  ["Is this the right way", "It fits"], ["Has a parent agreed", AGREED], ["Who else is near", "Nobody is near"],
  ["Language, ways", "Nothing in particular"], ["Houses, or something", ""],
];

/** A month that has ended, and that has no sessions in Wexcombe. */
const MONTH = "2026-10";
const NOAH = "Noah Whitcombe";
const BEGIN = { child: { name: NOAH }, worker: "Anita Rowe", language: "en-GB", build: "test", enquiry: "none" };
/** How sessions end, the way that was walked, and how many. @type {[string, string[], number][]} */
const ENDINGS = [
  ["said_no", ["B01", "B02", "B02a", "X05", "F60"], 7],
  ["stopped_by_child", ["B07", "K00", "K01", "E90", "E20", "F20"], 6],
  ["not_started", ["B01", "B02", "B02a", "B03", "X02", "F40"], 5],
];

/** @type {import("playwright-core").Browser} */
let browser;
before(async () => { browser = await openBrowser(); });
after(() => browser.close());

test("a child who says no before it began: thanked, sealed, handed in, and in the record as the child's choice", async () => {
  const desk = await deskOf(browser, "joel");
  const { context, kit } = await tabletIn(browser);
  await joins(kit, await codeFrom(desk, CALLED), CALLED);
  await takesAlong(desk, CHILD, CALLED);
  await comesToRest(kit);
  await press(kit, CHILD);
  await at(kit, "prepare");
  await press(kit, "No, nothing limits it");
  await saysNo(kit);
  await sends(kit);
  await asksWhoseItIs(desk, CALLED);
  await isFiledAs(desk, CHILD);
  await standsInTheRecord(desk);
  nothingWentWrong(desk);
  await context.close();
});

test("a no can be said on every page of the preparation, and taken back", async () => {
  const context = await browser.newContext({ locale: "en-GB", serviceWorkers: "block" });
  context.setDefaultTimeout(15_000);
  const kit = await context.newPage();
  await kit.goto(`${address}/kit/`);
  await press(kit, "Practise without a child");
  for (const [page, answer] of PAGES) {
    if (page === "Has a parent agreed") await readsWithParents(kit);
    const heading = kit.getByRole("heading", { name: page });
    await heading.waitFor();
    await press(kit, "Sam does not want to");
    await kit.getByRole("heading", { name: "Sam does not want to. That is fine." }).waitFor();
    await press(kit, "Back");
    await heading.waitFor();
    if (answer) await press(kit, answer);
    if (answer === AGREED) {
      await kit.getByLabel("Who agreed?").fill("Mum");
      await press(kit, "Go on");
    }
  }
  await press(kit, "Sam does not want to");
  await press(kit, "I have said thank you");
  await kit.getByRole("heading", { name: "It did not begin" }).waitFor();
  await context.close();
});

test("nos before it began count as declined, apart from “not today”, and neither as heard nor as not started", async () => {
  const desk = await deskOf(browser, "worker");
  const context = await browser.newContext(SIZE);
  const page = await openBare(context, address);
  await run(page, (tablet, [code, pin]) => tablet.enrol(code, pin), [await codeFrom(desk, "the report’s"), PIN]);
  await page.clock.setFixedTime(new Date(`${MONTH}-14T10:00:00`));
  for (const [how, way, n] of ENDINGS) {
    for (let nth = 0; nth < n; nth += 1) await run(page, aSitting, { begin: BEGIN, how, way });
  }
  assert.equal(await run(page, (tablet) => tablet.send()), "done");
  const all = ENDINGS.reduce((sum, [, , n]) => sum + n, 0);
  for (let nth = 0; nth < all; nth += 1) await saysItIsNoahs(desk, "the report’s");
  await context.close();
  const manager = await deskOf(browser, "manager");
  await manager.goto(`${address}/listening?from=${MONTH}&to=${MONTH}`);
  const cells = (/** @type {string} */ table) => manager.locator(`section[aria-labelledby=${table}] tbody td`).allInnerTexts();
  assert.deepEqual(await cells("sittings"), ["18", "0", "0", "0", "0", "13", "5"]);
  assert.deepEqual(await cells("declined"), ["7", "6", "13"]);
  assert.match(await fileOf(manager), /Where the child did not want to,"To the worker, before it began",Sessions,7\r?\n/);
  nothingWentWrong(manager);
});

/** A session that a tablet has walked this way. Runs in the page.
 * @param {any} tablet @param {{begin: object, how: string, way: string[]}} given */
async function aSitting(tablet, { begin, how, way }) {
  const session = await tablet.begin(begin);
  for (const node of way) await session.add("at", { node }, "worker");
  await session.seal(how);
}

/** At the second step, and with a word of his own. @param {Page} kit */
async function saysNo(kit) {
  await press(kit, "Tyler does not want to");
  await kit.getByRole("heading", { name: "Tyler does not want to. That is fine." }).waitFor();
  for (const width of [1180, 768, 390]) {
    await kit.setViewportSize({ width, height: 820 });
    await axeFindsNothing(kit);
    await goesNotSideways(kit);
  }
  assert.equal(await kit.getByLabel("The reason").count(), 0, "nobody is asked why");
  await kit.getByLabel("Tyler’s own words").fill("nah not doin that");
  await kit.getByLabel("What I said about asking again").fill("After half-term, if he likes.");
  await press(kit, "I have said thank you");
  await kit.getByRole("heading", { name: "It did not begin. The no is kept as the child’s choice." }).waitFor();
}

/** @param {Page} kit */
async function sends(kit) {
  await press(kit, "To the start");
  // It goes by itself; whoever is in a hurry presses.
  await kit.getByRole("button", { name: "Send now" }).click({ timeout: 1_000 }).catch(() => {});
  await kit.getByText(/Safe at your office/).waitFor();
}

/** What is read together with a parent says whom it is about. @param {Page} kit */
async function readsWithParents(kit) {
  await kit.getByText("Words for parents, to read together").click();
  const words = await kit.locator(".for-parents").innerText();
  assert.match(words, /Sam/);
  assert.doesNotMatch(words, / {2}|^’s|\s[.,]| (for|with|in) (to|in|’s)\b/m, "no hole where a name belongs");
}

/** The next that came from this tablet. @param {Page} desk @param {string} tablet */
async function saysItIsNoahs(desk, tablet) {
  await asksWhoseItIs(desk, tablet);
  await desk.getByRole("radio", { name: NOAH }).check();
  await desk.getByRole("button", { name: "File it" }).click();
  await desk.getByRole("heading", { name: "Three Houses" }).waitFor();
}

/** His words letter for letter, hers apart, and in the story what it was. @param {Page} desk */
async function standsInTheRecord(desk) {
  await desk.getByText(ENDED).first().waitFor();
  await desk.getByText("“nah not doin that”").waitFor();
  assert.equal(await desk.getByText(/is to hear by/).count(), 0, "nobody is owed an answer");
  await desk.getByRole("link", { name: "Story" }).first().click();
  const told = desk.locator("li.told").filter({ hasText: ENDED });
  await told.first().waitFor();
  const own = desk.locator("li.told").filter({ hasText: "After half-term, if he likes." });
  await own.getByRole("link", { name: "Three Houses, not begun" }).first().waitFor();
}

/** @param {Page} page */
async function fileOf(page) {
  const [download] = await Promise.all([
    page.waitForEvent("download"), page.getByRole("link", { name: /Download as a table/ }).click(),
  ]);
  const pieces = [];
  for await (const piece of await download.createReadStream()) pieces.push(piece);
  return Buffer.concat(pieces).toString("utf8");
}
