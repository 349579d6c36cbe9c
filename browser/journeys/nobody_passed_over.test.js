// What must not end in silence: a preparation that is left says that nothing of it is kept; at sharing a child who has named
// nobody is told what that means, and can name somebody; and all that she made is read back.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { address, openBrowser } from "../kith.js";
import { drawsALine, next, opensGoodThings, practises, press, putsIn } from "../kit/practised.js";

/** @type {import("playwright-core").Browser} */
let browser;
before(async () => { browser = await openBrowser(); });
after(() => browser.close());

test("whoever leaves a preparation is told that nothing is kept; what was typed is there again after Back", async () => {
  const context = await browser.newContext({ locale: "en-GB", serviceWorkers: "block" });
  context.setDefaultTimeout(15_000);
  const kit = await context.newPage();
  await kit.goto(`${address}/kit/`);
  await press(kit, "Practise without a child");
  await press(kit, "No, nothing limits it");
  await press(kit, "There is nothing from before");
  await press(kit, "Another way suits better");
  await kit.getByLabel("The reason").fill("she asked for her nan");
  await press(kit, "Leave it", true);
  await kit.getByRole("heading", { name: "Leave it, and nothing is kept?" }).waitFor();
  assert.equal(await kit.getByLabel("The reason").isVisible(), false);
  await press(kit, "Back", true);
  assert.equal(await kit.getByLabel("The reason").inputValue(), "she asked for her nan");
  assert.equal(await kit.getByRole("button", { name: "Leave it", exact: true }).evaluate((one) => one === document.activeElement), true);
  await press(kit, "Leave it", true);
  await press(kit, "Leave it. Keep nothing");
  await kit.locator("#kit:not([data-screen=not_started])").waitFor();
  await context.close();
});

test("where nothing was answered yet it is left without a question", async () => {
  const context = await browser.newContext({ locale: "en-GB", serviceWorkers: "block" });
  context.setDefaultTimeout(15_000);
  const kit = await context.newPage();
  await kit.goto(`${address}/kit/`);
  await press(kit, "Practise without a child");
  await kit.getByRole("button", { name: "No, nothing limits it" }).waitFor();
  await press(kit, "Leave it", true);
  await kit.locator("#kit:not([data-screen=prepare])").waitFor();
  await context.close();
});

for (const level of ["a", "b", "c", "d", "e"]) {
  test(`a child who has named nobody is told so at sharing, and names somebody there (${level})`, async () => {
    const kit = await practises(browser, { level });
    await opensGoodThings(kit);
    await drawsALine(kit);
    await press(kit, "That’s all");
    await press(kit, "Finish");
    await press(kit, "It is right");
    await next(kit);
    await kit.getByText("There is no name here yet").waitFor();
    assert.equal(await kit.locator(".asking-row").count(), 0, "nobody is proposed");
    await kit.getByLabel("A name", { exact: true }).fill("Nan");
    await press(kit, "Put in");
    await kit.locator(".asking-row").waitFor();
    await press(kit, "Nan: Yes", true);
    await press(kit, "Somebody else");
    await kit.getByLabel("Another name").fill("nan");
    await press(kit, "Put in");
    await kit.getByRole("button", { name: "Somebody else" }).waitFor();
    assert.equal(await kit.locator(".asking-row").count(), 1, "nobody is there twice");
    assert.equal(await kit.getByRole("button", { name: "Nan: Yes", exact: true }).getAttribute("aria-pressed"), "true");
    await press(kit, "Somebody else");
    await kit.getByLabel("Another name").fill("Uncle Ray");
    await next(kit);
    await kit.getByRole("button", { name: "Uncle Ray: No", exact: true }).waitFor();
    await kit.context().close();
  });
}

test("what is read back has the number she gave beside her words for it, and the people she put in", async () => {
  const kit = await practises(browser, { level: "c" });
  await opensGoodThings(kit);
  await drawsALine(kit);
  await press(kit, "That’s all");
  await press(kit, "My people");
  await putsIn(kit, "Nan");
  await press(kit, "That’s all");
  await press(kit, "How safe");
  await kit.getByRole("radio", { name: "4", exact: true }).click();
  await next(kit);
  await kit.locator(".scale .field").first().fill("when Nan is there it is 9");
  await kit.keyboard.press("Enter");
  await press(kit, "That’s all");
  await press(kit, "Finish");
  await press(kit, "Next page");
  const back = kit.locator(".reading");
  await back.locator(".said-back").getByText("4", { exact: true }).waitFor();
  await back.locator(".said-back").getByText("when Nan is there it is 9").waitFor();
  await back.locator(".people-back").getByText("Nan").waitFor();
  await back.locator(".sheet").getByText("4", { exact: true }).waitFor();
  await press(kit, "It is right");
  await kit.locator(".marking .sheet").getByText("4", { exact: true }).waitFor();
  await kit.context().close();
});

test("after Back the answer that was given is marked, with what was written for it", async () => {
  const context = await browser.newContext({ locale: "en-GB", serviceWorkers: "block" });
  context.setDefaultTimeout(15_000);
  const kit = await context.newPage();
  await kit.goto(`${address}/kit/`);
  await press(kit, "Practise without a child");
  for (const answer of ["No, nothing limits it", "There is nothing from before", "It fits", "A parent agreed"]) await press(kit, answer);
  await kit.getByLabel("Who agreed?").fill("Mum");
  await kit.getByLabel("How, and in what words?").fill("at the door, “if she wants to”");
  await press(kit, "Go on");
  await kit.getByLabel("Where are you?").waitFor();
  await press(kit, "Back");
  await kit.getByRole("button", { name: "A parent agreed", pressed: true }).click();
  assert.equal(await kit.getByLabel("Who agreed?").inputValue(), "Mum");
  assert.equal(await kit.getByLabel("How, and in what words?").inputValue(), "at the door, “if she wants to”");
  await context.close();
});

test("who stops before anything is made is not told that it is kept", async () => {
  const kit = await practises(browser);
  await press(kit, "Stop");
  await kit.getByRole("heading", { name: "Thank you. You do not have to say why.", exact: true }).waitFor();
  await kit.context().close();
});

test("at sharing she reads what she said of the path, too", async () => {
  const kit = await practises(browser);
  await opensGoodThings(kit);
  await drawsALine(kit);
  await press(kit, "That’s all");
  await press(kit, "The path");
  await press(kit, "A bit nearer");
  await next(kit);
  await kit.locator(".path .field").first().fill("that he dusnt shout on saterdays");
  await kit.keyboard.press("Enter");
  await press(kit, "That’s all");
  await press(kit, "My people");
  await putsIn(kit, "Mum");
  await press(kit, "That’s all");
  await press(kit, "Finish");
  for (const label of ["Next page", "It is right"]) await press(kit, label);
  await next(kit);
  await press(kit, "Next page");
  await kit.locator(".page-large .with-path").waitFor();
  await kit.locator(".page-large").getByText("that he dusnt shout on saterdays").waitFor();
  assert.ok(await kit.locator(".page-large .own-words").evaluate((words) => {
    const { top, bottom } = words.getBoundingClientRect();
    const seen = words.closest(".page-large")?.getBoundingClientRect();
    return seen !== undefined && top >= seen.top && bottom <= seen.bottom + 1;
  }), "without looking for it");
  await kit.context().close();
});

test("how it looks is chosen by each child: it is forgotten when the one before is done", async () => {
  const kit = await practises(browser, { look: { calm: true } });
  await kit.locator("#kit.calm").waitFor();
  await press(kit, "Close the practice");
  await kit.locator("#kit:not(.calm)").waitFor();
  assert.equal(await kit.evaluate(() => JSON.parse(localStorage.getItem("kith-kit-look") ?? "{}").calm), false);
  await kit.context().close();
});
