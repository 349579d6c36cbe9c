// Anita's Tuesday: the day that the first work of Kith is for, by mouse and by keyboard alone.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { keyboard, mouse } from "../hands.js";
import { address, nothingWentWrong, openBrowser, pageOf } from "../kith.js";

/** @typedef {import("playwright-core").Page} Page */
/** @typedef {import("../hands.js").Hands} Hands */

/** @type {import("playwright-core").Browser} */
let browser;
before(async () => { browser = await openBrowser(); });
after(() => browser.close());

for (const hands of [mouse, keyboard]) {
  test(`Anita's day by ${hands.by}`, async () => {
    const page = await pageOf(browser);
    await signsIn(page, hands);
    await readsTheFrontPage(page, hands);
    await addsAWorryInMumsWords(page, hands);
    await pairsADangerWithAGoal(page, hands);
    await givesANumber(page, hands);
    await writesAVisitNoteForTwo(page, hands);
    await findsItInTheStoryOfEach(page, hands);
    await seesWhoHasLooked(page, hands);
    nothingWentWrong(page);
  });
}

test("a key of the map opens the desk of its column, and never while somebody writes", async () => {
  const page = await pageOf(browser);
  await signsIn(page, keyboard);
  await openMap(page, keyboard);
  await page.keyboard.press("g");
  const field = page.getByLabel("When was it even a little better?");
  await field.waitFor();
  await keyboard.write(field, "");
  await page.keyboard.type("nothing wrong with writing w, g and n");
  assert.equal(await field.inputValue(), "nothing wrong with writing w, g and n");
});

/** @param {Page} page @param {Hands} hands */
async function signsIn(page, hands) {
  await page.goto(`${address}/`);
  await hands.write(page.getByLabel("Work email"), "worker@wexcombe.example");
  await hands.write(page.getByLabel("Password", { exact: true }), "wexcombe-demo");
  await hands.press(page.getByRole("button", { name: "Sign in" }));
  await page.getByRole("heading", { name: /^Good .*, Anita$/ }).waitFor();
  assert.equal(await page.getByRole("heading", { name: "Children I work with, 12" }).count(), 1);
}

/** @param {Page} page @param {Hands} hands */
async function readsTheFrontPage(page, hands) {
  await hands.press(page.getByRole("link", { name: "Idris", exact: true }));
  await page.getByText("Milk: special formula in the blue tin.").waitFor();
  assert.equal(await page.getByRole("link", { name: "01632 960 100" }).getAttribute("href"), "tel:01632960100");
}

/** @param {Page} page @param {Hands} hands */
async function openMap(page, hands) {
  if (await page.getByText("Milk: special formula").count() === 0) await readsTheFrontPage(page, hands);
  await hands.press(page.getByRole("navigation", { name: "Pages about this child" }).getByRole("link", { name: "Map" }));
  await page.getByRole("heading", { name: "Working well" }).waitFor();
}

/** @param {Page} page @param {Hands} hands */
async function addsAWorryInMumsWords(page, hands) {
  await openMap(page, hands);
  const worries = page.locator(".column.worries");
  await hands.press(worries.getByRole("link", { name: "Add" }));
  const words = `When he cries at four I stand in the hall and count. I wrote it by ${hands.by}.`;
  await hands.write(page.getByLabel("What has happened? What makes it harder?"), words);
  await hands.tick(page.getByRole("radio", { name: "makes it harder" }));
  await hands.choose(page.getByLabel("Who said it?"), "Leah");
  await hands.choose(page.getByLabel("How near are the words?"), "their words");
  await hands.press(page.getByRole("button", { name: "Put it on the map" }));
  const slip = worries.getByRole("listitem").filter({ hasText: words });
  await slip.waitFor();
  assert.match(await slip.innerText(), /^“When he cries[^”]+”/, "exactly what was said stands in quotation marks");
  assert.match(await slip.innerText(), /Leah her words, 24 Nov/);
}

/** @param {Page} page @param {Hands} hands */
async function pairsADangerWithAGoal(page, hands) {
  const danger = `Anita and Nan are worried that on the first night home nobody hears him. By ${hands.by}.`;
  const goal = `For two weeks of nights somebody rested sleeps where they can hear him. By ${hands.by}.`;
  await hands.press(page.getByRole("link", { name: "Word a danger" }));
  await hands.write(page.getByLabel("In one or two sentences: what are you worried will happen?"), danger);
  assert.match(await page.locator("#count").innerText(), /^1[0-9] words\.$/);
  await hands.press(page.getByRole("button", { name: "Pair with a goal" }));
  await hands.write(page.getByLabel(/^What will you see the family doing instead/), goal);
  await hands.press(page.getByRole("button", { name: "Put it on the map" }));
  const pair = page.locator(".pair").filter({ hasText: danger });
  await pair.waitFor();
  assert.ok((await pair.innerText()).includes(goal), "the goal stands beside the danger that it answers");
}

/** @param {Page} page @param {Hands} hands */
async function givesANumber(page, hands) {
  const scale = page.locator(".board-scale").filter({ hasText: "How safe is it for Idris" });
  await hands.press(scale.getByRole("link", { name: "Give a number" }));
  const number = hands.by === "mouse" ? "4" : "3";
  await hands.tick(page.getByRole("radio", { name: number, exact: true }));
  await hands.choose(page.getByLabel("Whose number is it?"), "Karim");
  await hands.write(page.getByLabel(/^What makes it that number/), "I have not slept a night through since June.");
  await hands.press(page.getByRole("button", { name: "Keep this number" }));
  await scale.locator(".scale-chart, svg").first().waitFor();
  const row = scale.getByRole("row").filter({ hasText: "Karim" });
  assert.match((await row.first().textContent()) ?? "", new RegExp(`Karim.*${number}`, "s"));
}

/** What the note of this walk says. @param {Hands} hands */
const said = (hands) => `Both had eaten. Noah showed the chart he made, by ${hands.by}.`;

/** @param {Page} page @param {Hands} hands */
async function writesAVisitNoteForTwo(page, hands) {
  await hands.press(page.getByRole("link", { name: "My work" }));
  await hands.press(page.getByRole("link", { name: "Noah", exact: true }));
  await hands.press(page.getByRole("link", { name: "Story" }).first());
  await hands.press(page.getByRole("link", { name: "Write a note" }));
  await hands.tick(page.getByLabel("Visit", { exact: true }));
  await hands.write(page.getByLabel("Where"), "at home");
  await hands.write(page.getByLabel("What happened, and what was said"), said(hands));
  await hands.write(page.getByLabel("What to call it in lists"), `Breakfast by ${hands.by}`);
  await hands.tick(page.getByRole("group", { name: "Was Noah seen?" }).getByLabel("seen, with others"));
  await hands.tick(page.getByRole("group", { name: "Put it in these files too" }).getByLabel("Isla"));
  const worry = page.getByRole("group", { name: "What does it speak to?" }).locator(".worry input").first();
  await hands.tick(worry);
  await hands.press(page.getByRole("button", { name: "File it" }));
}

/** @param {Page} page @param {Hands} hands */
async function findsItInTheStoryOfEach(page, hands) {
  await page.getByText(said(hands)).first().waitFor();
  assert.match(await page.getByRole("heading", { level: 1 }).innerText(), /Noah/);
  await hands.press(page.getByRole("link", { name: "My work" }));
  await hands.press(page.getByRole("link", { name: "Isla", exact: true }));
  await hands.press(page.getByRole("link", { name: "Story" }).first());
  await page.getByText(said(hands)).first().waitFor();
  assert.match(await page.getByRole("heading", { level: 1 }).innerText(), /Isla/);
}

/** @param {Page} page @param {Hands} hands */
async function seesWhoHasLooked(page, hands) {
  await hands.press(page.getByRole("link", { name: "Who can see" }));
  await page.getByRole("heading", { name: "Who has looked" }).waitFor();
  const looks = page.getByRole("row").filter({ hasText: "Anita Rowe" });
  assert.ok(await looks.filter({ hasText: "Story" }).count() > 0, "her own look stands there");
}
