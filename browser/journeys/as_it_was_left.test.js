// What a child made is there when she comes back to it, and what is over is away: a house opens with its last page, the worker's
// question goes with the screen it was meant for, where something important was said nothing more is asked, and the piles of
// cards are read back card by card.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openBrowser } from "../kith.js";
import { drawsALine, opensGoodThings, practises, press } from "../kit/practised.js";
import { follow } from "../tablets.js";

/** @typedef {import("playwright-core").Page} Page */

/** @type {import("playwright-core").Browser} */
let browser;
before(async () => { browser = await openBrowser(); });
after(() => browser.close());

/** What stands on the paper. @param {Page} kit */
const onThePaper = (kit) => kit.locator(".paper-spoken li").count();

test("whoever comes back to a house finds her drawing, and a new page is one press away", async () => {
  const kit = await practises(browser);
  await opensGoodThings(kit);
  await drawsALine(kit);
  await press(kit, "That’s all");
  await opensGoodThings(kit);
  assert.equal(await onThePaper(kit), 1);
  await drawsALine(kit);
  await press(kit, "New page");
  await kit.getByRole("button", { name: "New page" }).waitFor({ state: "hidden" });
  assert.equal(await onThePaper(kit), 0);
  // Nothing was put on the new one: it is no page yet, and the drawing is what she finds.
  await press(kit, "Skip");
  await opensGoodThings(kit);
  assert.equal(await onThePaper(kit), 2);
  await kit.context().close();
});

test("what the worker typed to ask is not there for the child to read on the next screen", async () => {
  const kit = await practises(browser);
  await opensGoodThings(kit);
  await drawsALine(kit);
  const question = kit.locator(".side textarea").first();
  await press(kit, /’s side$/);
  await question.fill("What is in the shed?");
  await press(kit, "Close", true, ".side");
  await press(kit, /’s side$/);
  assert.equal(await question.inputValue(), "What is in the shed?", "it waits while the side is shut");
  await press(kit, "That’s all");
  await kit.locator(".place.good").waitFor();
  assert.equal(await question.inputValue(), "");
  await press(kit, "Close", true, ".side");
  await press(kit, /’s side$/);
  assert.equal(await question.inputValue(), "");
  await kit.context().close();
});

test("another way to ask is taken away once something important was written down in that house", async () => {
  const kit = await practises(browser);
  await opensGoodThings(kit);
  await kit.clock.fastForward(15_000);
  const another = kit.getByRole("button", { name: "Another way to ask" });
  await another.waitFor();
  await press(kit, /’s side$/);
  await press(kit, "Something important was said");
  await press(kit, "It is turned to me");
  await press(kit, "Write down what was said");
  await kit.locator(".side textarea").first().fill("he locks it");
  await kit.getByRole("radio", { name: "No", exact: true }).check();
  await press(kit, "Keep it");
  await press(kit, /^Not yet/);
  await press(kit, /wants to go on here$/);
  await another.waitFor({ state: "hidden" });
  await kit.context().close();
});

/** @param {import("playwright-core").Locator} what @param {import("playwright-core").Locator} to */
async function carry(what, to) {
  const [from, there] = [await what.boundingBox(), await to.boundingBox()];
  assert.ok(from && there);
  const { mouse } = what.page();
  await mouse.move(from.x + 20, from.y + 20);
  await mouse.down();
  await mouse.move(there.x + there.width / 2, there.y + there.height * 0.6, { steps: 6 });
  await mouse.up();
}

test("a card goes in by a tap anywhere in the pile, and is read back by its name", async () => {
  const kit = await practises(browser);
  await opensGoodThings(kit);
  await drawsALine(kit);
  await press(kit, "That’s all");
  await press(kit, "Sort it");
  await kit.locator(".heap .topic").first().waitFor();
  const cards = await kit.locator(".heap .topic").allTextContents();
  for (const pile of ["good", "good", "worry"]) {
    await kit.locator(".heap .topic:not(.gap)").first().click();
    const box = await kit.locator(`.column.${pile}`).boundingBox();
    assert.ok(box);
    await kit.mouse.click(box.x + box.width / 2, box.y + 200);
  }
  assert.deepEqual(await kit.locator(".column.good .topic").allTextContents(), cards.slice(0, 2));
  // Carried there as on a table; put down beside a pile it goes back, and no other card has moved meanwhile.
  const last = kit.locator(".heap .topic:not(.gap)").last();
  const lay = await last.boundingBox();
  await carry(last, kit.locator(".question"));
  assert.deepEqual(await last.boundingBox(), lay);
  await carry(last, kit.locator(".column.middle"));
  await kit.locator(".column.middle .topic").getByText(cards.at(-1) ?? "").waitFor();
  await carry(kit.locator(".column.middle .topic"), kit.locator(".heap"));
  await kit.locator(".column.middle .topic").waitFor({ state: "detached" });
  assert.deepEqual(await last.boundingBox(), lay);
  await press(kit, "That’s all");
  await press(kit, "Finish");
  await press(kit, "Next page");
  const read = await kit.locator(".sheet-words").first().innerText();
  assert.equal(read, `Good: ${cards[0]}, ${cards[1]}\nA worry: ${cards[2]}`);
  await kit.context().close();
});

test("what is changed while it is read back is kept, whichever button is pressed", async () => {
  const kit = await practises(browser);
  await kit.locator(".place.worries").click();
  for (const worry of ["my dog", "the dark"]) {
    await kit.locator(".field").fill(worry);
    await press(kit, "Add");
    await kit.getByText(worry).waitFor();
  }
  await press(kit, "That’s all");
  await opensGoodThings(kit);
  await drawsALine(kit);
  await press(kit, "That’s all");
  await press(kit, "Finish");
  const said = () => kit.locator(".said-back").allInnerTexts();
  const changes = async (/** @type {string[]} */ words) => {
    await press(kit, "Change my words");
    for (const [at, text] of words.entries()) await kit.locator(".changing .field").nth(at).fill(text);
  };
  await kit.locator(".one-page").waitFor();
  if (!(await said()).length) await press(kit, "Next page");
  await kit.locator(".said-back").first().waitFor();
  await changes(["my best dog", "the dark at nite"]);
  await kit.locator(".changing button").last().click();
  await kit.locator(".said-back").first().waitFor();
  assert.deepEqual(await said(), ["my best dog", "the dark at nite"], "done with one is done with all");
  await changes(["my best dog Bisket"]);
  await press(kit, /^(Next page|It is right)$/);
  await kit.locator(".changing").first().waitFor({ state: "detached" });
  const all = await kit.evaluate(() => document.getElementById("kit")?.innerText ?? "");
  if (!all.includes("Bisket")) await press(kit, "Back");
  await kit.getByText("my best dog Bisket").first().waitFor();
  await kit.context().close();
});

test("a line that is taken up and emptied is thrown away", async () => {
  const kit = await practises(browser);
  await kit.locator(".place.worries").click();
  const field = kit.locator(".writing .field");
  for (const line of ["he shouts", "not this one"]) {
    await field.fill(line);
    await press(kit, "Add");
  }
  await kit.getByRole("button", { name: "not this one", exact: true }).click();
  await field.fill("");
  await press(kit, "Throw away");
  await kit.locator(".slip").nth(1).waitFor({ state: "detached" });
  assert.deepEqual(await kit.locator(".slip .own-words").allTextContents(), ["he shouts"]);
  await press(kit, "That’s all");
  await kit.locator(".place.worries").click();
  await field.waitFor();
  assert.deepEqual(await kit.locator(".slip .own-words").allTextContents(), ["he shouts"], "it is gone from what is kept, too");
  await kit.context().close();
});

test("words that are typed for the paper are on it when she is done", async () => {
  const kit = await practises(browser);
  await opensGoodThings(kit);
  await press(kit, "Words", true);
  await kit.locator(".word-tray textarea").fill("PETES VAN");
  await press(kit, "Done");
  await kit.locator(".paper-spoken").getByText("PETES VAN").waitFor({ state: "attached" });
  await kit.context().close();
});

test("what was said and written down while the child went on talking is not asked for again", async () => {
  const kit = await practises(browser);
  await opensGoodThings(kit);
  const opensCard = async () => {
    await press(kit, /’s side$/);
    await press(kit, "Something important was said", false, ".side");
    await press(kit, "It is turned to me", false, ".side");
  };
  const shown = () => kit.locator(".asking h1").first().innerText();
  const before = await shown();
  await opensCard();
  await press(kit, /is still talking$/, false, ".side");
  await kit.locator(".side").getByText("Tell me more about that").waitFor();
  assert.equal(await shown(), before, "the child’s screen stays as it was");
  await press(kit, "Write down what was said", false, ".side");
  await kit.locator(".side textarea").first().fill("he locks it");
  await kit.getByRole("radio", { name: "No", exact: true }).check();
  await press(kit, "Keep it", false, ".side");
  await press(kit, /^Not yet/, false, ".side");
  await press(kit, /wants to go on here$/, false, ".side");
  await opensCard();
  await kit.locator(".side").getByRole("button", { name: /has had enough$/ }).waitFor();
  assert.equal(await kit.locator(".side textarea").count(), 0, "nobody writes it a second time");
  await kit.context().close();
});

/** Something important was said and written down, nobody was rung, and the child had enough: the worker's last page. */
async function saidAndHadEnough() {
  const kit = await practises(browser);
  await opensGoodThings(kit);
  await press(kit, /’s side$/);
  await press(kit, "Something important was said", false, ".side");
  await press(kit, "It is turned to me", false, ".side");
  await press(kit, "Write down what was said", false, ".side");
  await kit.locator(".side textarea").first().fill("he locks it");
  await kit.getByRole("radio", { name: "No", exact: true }).check();
  await press(kit, "Keep it", false, ".side");
  await press(kit, /^Not yet/, false, ".side");
  await press(kit, /has had enough$/, false, ".side");
  await press(kit, /^Bye/);
  return kit;
}

test("on her last page she is asked whom she rang, once for the time, and not again", async () => {
  const kit = await saidAndHadEnough();
  const heading = kit.getByRole("heading", { name: "Nobody has been rung yet" });
  await heading.waitFor();
  assert.equal(await kit.locator('.after input[type="date"]').inputValue(), "", "no day is promised that nobody agreed");
  await kit.getByLabel("Your own thoughts").fill("She was calm.");
  await kit.getByLabel("Whom did you ring, and when?").fill("Colin");
  await press(kit, "Keep it");
  await kit.getByText("And when was it?").waitFor();
  await kit.getByLabel("Whom did you ring, and when?").fill("Colin, at ten past 4");
  await press(kit, "Keep it");
  await heading.waitFor({ state: "detached" });
  await kit.getByText("Kept: Colin, at ten past 4").waitFor();
  assert.equal(await kit.getByLabel("Your own thoughts").inputValue(), "She was calm.", "what else was typed stays");
  await kit.context().close();
});

test("on her last pages she may go back as far as nothing is kept twice, and finds what she typed", async () => {
  const kit = await practises(browser);
  await opensGoodThings(kit);
  await drawsALine(kit);
  await follow(kit, ["Leave it for later", "That’s all", "Finish", "It is right", "Next", "Skip"], (screen) => screen === "after");
  const back = kit.locator(".after").getByRole("button", { name: "Back", exact: true });
  assert.equal(await back.count(), 0, "never into what the child did");
  await press(kit, "Not now");
  await kit.locator(".after textarea").fill("He is at home today.");
  await back.click();
  await press(kit, "Not now");
  assert.equal(await kit.locator(".after textarea").inputValue(), "He is at home today.");
  await press(kit, "Done");
  await kit.getByLabel(/What needs doing/).fill("Ring Gran.");
  assert.equal(await back.count(), 0, "the note is kept, and is not kept twice");
  await kit.locator('.after input[type="date"]').fill("1999-12-31");
  await press(kit, "On to your own thoughts");
  await kit.getByText("That day is over.").waitFor();
  await kit.locator('.after input[type="date"]').fill("");
  await press(kit, "On to your own thoughts");
  await kit.getByLabel("Your own thoughts").fill("It went well.");
  await back.click();
  assert.equal(await kit.getByLabel(/What needs doing/).inputValue(), "Ring Gran.");
  await press(kit, "On to your own thoughts");
  assert.equal(await kit.getByLabel("Your own thoughts").inputValue(), "It went well.");
  await kit.context().close();
});

test("the seal says to ring where nobody was rung, and promises no day that the child did not agree to", async () => {
  const kit = await saidAndHadEnough();
  await kit.locator('.after input[type="date"]').fill("2026-12-01");
  await press(kit, "I will write them in the record");
  await press(kit, "Seal it");
  await kit.locator("#kit[data-screen=sealed]").waitFor();
  await kit.getByText("Ring before you leave").waitFor();
  for (const [width = 0, height = 0] of [[1180, 820], [390, 844]]) {
    await kit.setViewportSize({ width, height });
    const whole = await kit.locator(".ring-first").evaluate((box) => box.scrollHeight <= box.clientHeight && box.clientHeight > 40);
    assert.ok(whole, `it is whole at ${width} by ${height}`);
  }
  assert.equal(await kit.locator(".comes-back").count(), 0, "her own day is no promise");
  await kit.context().close();
});

for (const { as, safe } of [{ as: "Three rooms", safe: "Safe place" }, { as: "A figure", safe: "Safe place" }]) {
  test(`where a child has ${as.toLowerCase()} nothing on the way is called a house`, async () => {
    const kit = await practises(browser, { as });
    const said = async () => `${await kit.locator(".child").innerText()} ${await kit.locator(".child").getByRole("textbox").evaluateAll(
      (/** @type {HTMLInputElement[]} */ fields) => fields.map(({ value, ariaLabel }) => `${value} ${ariaLabel}`).join(" "))}`;
    assert.doesNotMatch(await said(), /house/i);
    await kit.locator(".room, .place").first().click();
    await kit.locator(".paper-canvas").waitFor();
    assert.doesNotMatch(await said(), /house/i);
    await press(kit, "That’s all");
    await press(kit, "Names");
    assert.match(await said(), new RegExp(safe));
    assert.doesNotMatch(await said(), /house/i);
    await press(kit, "Done");
    await press(kit, new RegExp(`^${safe}`));
    await kit.locator(".paper-canvas").waitFor();
    assert.match(await said(), /place where you feel safe/);
    assert.doesNotMatch(await said(), /house/i);
    await press(kit, "That’s all");
    await kit.locator(".child button.plum").first().click();
    await kit.locator(".writing .field").waitFor();
    const drawn = await kit.locator(".child img").evaluateAll((all) => all.map((one) => one.getAttribute("src") ?? ""));
    assert.ok(drawn.length > 0, "there is something drawn to look at");
    assert.deepEqual(drawn.filter((src) => /house-/.test(src)), [], "nor drawn as one");
    await kit.context().close();
  });
}
