// The tablet is put away in the middle: by hand, by a minute out of sight, by two minutes on the worker's side. What was
// typed and not added yet is kept, by the child as by the worker, and the PIN leads back to the very screen. From the start
// page to the reflection, wherever something can be typed.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { next } from "../kit/practised.js";
import { deskOf, openBrowser } from "../kith.js";
import { at, codeFrom, follow, joins, openKit, opensWith, PREPARED, press, SIZE, takesAlong } from "../tablets.js";

/** @typedef {import("playwright-core").Page} Page */

/** @type {import("playwright-core").Browser} */
let browser;
/** @type {Page} */
let desk;
/** @type {Page} */
let kit;
/** What went wrong in the page. @type {string[]} */
const wrong = [];
before(async () => {
  browser = await openBrowser();
  desk = await deskOf(browser, "worker");
  kit = await openKit(await browser.newContext(SIZE));
  kit.on("pageerror", (why) => wrong.push(why.message));
  await joins(kit, await codeFrom(desk, "put away"), "put away");
  await kit.clock.install();
  await press(kit, "Start");
  await at(kit, "start");
});
after(() => browser.close());

/** By the worker's tab. */
async function byHand() {
  await press(kit, /’s side$/);
  await press(kit, "Put the tablet away and lock it");
  await at(kit, "locked");
}

/** Nobody touches the worker's page for two minutes. */
async function leftAlone() {
  await kit.clock.fastForward(121_000);
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

const closeSide = () => kit.locator(".side").getByRole("button", { name: "Close", exact: true }).click();

const slips = () => kit.locator(".slip .own-words").allTextContents();

/** All that can be read of the page, and of what the browser keeps for it. */
const readable = () => kit.evaluate(async () => {
  const fields = [...document.querySelectorAll("input, textarea")].map((one) => /** @type {HTMLInputElement} */ (one).value);
  const database = await new Promise((/** @type {(database: IDBDatabase) => void} */ resolve) => {
    const asked = indexedDB.open("kith-kit");
    asked.onsuccess = () => resolve(asked.result);
  });
  const rows = await Promise.all([...database.objectStoreNames].map((store) => new Promise((resolve) => {
    const asked = database.transaction(store).objectStore(store).getAll();
    asked.onsuccess = () => resolve(asked.result);
  })));
  database.close();
  /** @type {(value: any) => string[]} */
  const texts = (value) => {
    if (value instanceof ArrayBuffer) return [new TextDecoder().decode(value)];
    return value !== null && typeof value === "object" ? Object.values(value).flatMap(texts) : [String(value)];
  };
  const stored = [rows, { ...localStorage }, { ...sessionStorage }].flatMap(texts);
  return [document.documentElement.outerHTML, ...fields, ...stored].join("\n");
});

/** A word in each thing that is typed here, and the names of the children. */
const TYPED = /Petrenko|varnish|wren|oars|Zephyrine|lantern|gherkin|Aunt Ottoline|Uncle Peregrine|trombone|1999-12-31|kestrel|walnut/;

/** It is put away in this way: nothing says that something is not kept, nothing can be read, and the PIN leads back to this
 * screen. @param {() => Promise<void>} away @param {string} screen */
async function leadsBackTo(away, screen) {
  assert.match(await readable(), TYPED, "what is typed would be found");
  await away();
  assert.equal(await kit.locator(".alarm").count(), 0);
  assert.doesNotMatch(await readable(), TYPED, "nothing can be read without the PIN");
  await opensWith(kit);
  await at(kit, screen);
  assert.deepEqual(wrong, []);
}

/** @param {string} label */
const field = (label) => kit.locator("input, textarea").and(kit.getByLabel(label));

/** @param {string} label @param {string} text */
const type = (label, text) => field(label).fill(text);

/** @param {string} label @param {string} text */
const stands = async (label, text) => assert.equal(await field(label).inputValue(), text, label);

test("a name that is typed on the start page waits for the PIN", async () => {
  await type("Or another name", "Zephyrine Quill");
  await leadsBackTo(outOfSight, "start");
  await stands("Or another name", "Zephyrine Quill");
  await press(kit, "Prepare");
  await at(kit, "prepare");
  await press(kit, "Leave it");
  await at(kit, "start");
});

test("what is looked for in the library is looked for still", async () => {
  await press(kit, "Library");
  await type("Look something up", "walnut");
  await leadsBackTo(leftAlone, "library");
  await stands("Look something up", "walnut");
  await press(kit, "Back to the start");
  await type("Or another name", "Zephyrine Quill");
  await press(kit, "Prepare");
  await at(kit, "prepare");
});

test("an answer that lies open in the preparation does so again, and one that was turned down does not", async () => {
  await press(kit, "Yes, and a manager has cleared");
  await type("Which manager cleared it?", "Zephyrine’s lantern");
  await leadsBackTo(leftAlone, "prepare");
  await stands("Which manager cleared it?", "Zephyrine’s lantern");
  await press(kit, "Another answer");
  await leadsBackTo(outOfSight, "prepare");
  await follow(kit, ["No, nothing limits it", "There is nothing from before", "It fits"], (screen) => screen === "agreement");
});

test("who agreed, on which day, in what words, and where we are: with all that was answered before", async () => {
  await press(kit, "A parent agreed");
  await type("Who agreed?", "Aunt Ottoline");
  await type("When?", "1999-12-31");
  await type("How, and in what words?", "with a gherkin");
  await leadsBackTo(leftAlone, "agreement");
  await stands("Who agreed?", "Aunt Ottoline");
  await stands("When?", "1999-12-31");
  await stands("How, and in what words?", "with a gherkin");
  await press(kit, "Go on");
  await type("Where are you?", "under the lantern");
  await leadsBackTo(outOfSight, "near");
  await stands("Where are you?", "under the lantern");
  await press(kit, "Nobody is near");
  await press(kit, "Nothing in particular");
  await press(kit, "Their own idea");
  await type("What does Zephyrine call it?", "the walnut tree");
  await leadsBackTo(leftAlone, "level_variant");
  await stands("What does Zephyrine call it?", "the walnut tree");
  await press(kit, "Another answer");
  await follow(kit, PREPARED, (screen) => screen === "levels");
  await kit.locator(".way.b .whole").click();
  await press(kit, "Next");
  await follow(kit, ["Next", "Yes, OK"], (screen) => screen === "houses");
});

test("what is typed in Worries and not added is there again, whichever way the tablet was locked", async () => {
  await kit.locator(".place.worries").click();
  await kit.locator(".writing .field").fill("the shed smells of varnish");
  await leadsBackTo(byHand, "inside");
  await kit.locator(".slip").waitFor();
  assert.deepEqual(await slips(), ["the shed smells of varnish"]);
  await kit.locator(".writing .field").fill("nobody fetches the wren");
  await leadsBackTo(outOfSight, "inside");
  assert.deepEqual(await slips(), ["the shed smells of varnish", "nobody fetches the wren"]);
});

test("a line that is being changed is changed, and stays one", async () => {
  await kit.locator(".slip .own-words").first().click();
  await kit.locator(".writing .field").fill("the shed smells");
  await leadsBackTo(byHand, "inside");
  assert.deepEqual(await slips(), ["the shed smells", "nobody fetches the wren"]);
});

test("words that wait to be put on the paper are put there, in the way in which she was drawing", async () => {
  await press(kit, "Draw it");
  await press(kit, "Words");
  await kit.locator(".word-tray textarea").fill("a boat with nine oars");
  await leadsBackTo(outOfSight, "inside");
  await kit.locator(".paper-canvas").waitFor();
  assert.match((await kit.locator(".paper-spoken li").allTextContents()).join(), /a boat with nine oars/);
});

test("what the worker has half typed waits for the PIN, and is read by nobody before it", async () => {
  await press(kit, /’s side$/);
  await press(kit, "My notes");
  await kit.locator(".tray textarea").last().fill("a wren in the hall");
  await leadsBackTo(async () => {
    await press(kit, "Put the tablet away and lock it");
    await at(kit, "locked");
  }, "inside");
  await press(kit, /’s side$/);
  await press(kit, "My notes");
  assert.equal(await kit.locator(".tray textarea").last().inputValue(), "a wren in the hall");
  await press(kit, "Keep the note");
  await closeSide();
});

test("a house that is being named is named on, with the colours of the roofs beside it", async () => {
  await press(kit, "That’s all");
  await at(kit, "houses");
  await press(kit, "Names and roofs");
  await type("Good things", "the wren’s attic");
  await leadsBackTo(byHand, "houses");
  await stands("Good things", "the wren’s attic");
  await press(kit, "Done");
  await kit.locator(".renaming").waitFor({ state: "detached" });
  assert.equal(await kit.locator(".place.good .sign b").textContent(), "the wren’s attic");
  await leadsBackTo(outOfSight, "houses");
  assert.equal(await kit.locator(".renaming").count(), 0, "what was done is done");
});

test("a person’s name waits while it is typed, and while a figure is picked", async () => {
  await press(kit, "My people");
  await at(kit, "people");
  await type("Another name", "Aunt Ottoline");
  await leadsBackTo(outOfSight, "people");
  await stands("Another name", "Aunt Ottoline");
  await press(kit, "Put in");
  await kit.getByRole("heading", { name: "How does Aunt Ottoline look?" }).waitFor();
  await leadsBackTo(byHand, "people");
  await kit.getByRole("heading", { name: "How does Aunt Ottoline look?" }).waitFor();
  await press(kit, "No figure");
  await kit.getByRole("button", { name: "Aunt Ottoline" }).waitFor();
  await leadsBackTo(byHand, "people");
  await stands("Another name", "");
  await press(kit, "That’s all");
});

test("a line that is being changed while it is read back is there as it was typed, and stays one", async () => {
  await press(kit, "Finish");
  await at(kit, "look_back");
  await press(kit, "Change my words");
  const lines = kit.locator(".changing textarea");
  await lines.nth(1).fill("nobody fetches the kestrel");
  const written = () => lines.evaluateAll((each) => each.map((one) => /** @type {HTMLTextAreaElement} */ (one).value));
  const all = await written();
  await leadsBackTo(outOfSight, "look_back");
  assert.deepEqual(await written(), all);
  await kit.locator(".changing").nth(1).getByRole("button", { name: "Done" }).click();
  await lines.first().waitFor({ state: "detached" });
  assert.deepEqual((await kit.locator(".said-back").allTextContents()).toSorted(), all.toSorted());
  await leadsBackTo(byHand, "look_back");
  assert.equal(await lines.count(), 0);
});

test("what is written down beside the child’s screen is there again, and the child’s screen is as it was", async () => {
  const asked = await kit.locator(".child h1").innerText();
  await press(kit, /’s side$/);
  await press(kit, "Something important was said");
  await press(kit, "It is turned to me");
  await press(kit, "has stopped, and is safe here");
  await press(kit, "I have said it");
  const exact = kit.locator(".side").getByLabel("exact words");
  await exact.fill("he hides the trombone too");
  await leadsBackTo(outOfSight, "look_back");
  assert.equal(await kit.locator(".child h1").innerText(), asked);
  assert.ok(await kit.locator(".side").isHidden(), "her side is shut until she opens it");
  await press(kit, /’s side$/);
  await press(kit, "Something important was said");
  await press(kit, "It is turned to me");
  await press(kit, "Write down what was said");
  assert.equal(await exact.inputValue(), "he hides the trombone too");
  await kit.locator(".side").getByRole("radio", { name: "No", exact: true }).check();
  await press(kit, "Keep it");
  await press(kit, /^Not yet/);
  await press(kit, "wants to look at the pages");
  await at(kit, "look_back");
});

test("what was said and is half written down waits with what was chosen, and goes once it is kept", async () => {
  const said = async () => {
    await press(kit, /’s side$/);
    await press(kit, "Something important was said");
    await press(kit, "It is turned to me");
    await press(kit, "Write down what was said");
  };
  await said();
  const form = kit.locator(".side");
  const exact = form.getByLabel("exact words");
  await exact.fill("he hides the trombone");
  await form.getByRole("radio", { name: "No", exact: true }).check();
  assert.match(await form.getByLabel("who was there").inputValue(), /under the lantern/, "what was prepared was not lost");
  await leadsBackTo(outOfSight, "look_back");
  await said();
  assert.equal(await exact.inputValue(), "he hides the trombone");
  assert.ok(await form.getByRole("radio", { name: "No", exact: true }).isChecked());
  await press(kit, "Keep it");
  await press(kit, /^Not yet/);
  await press(kit, "Something else was said as well");
  assert.equal(await exact.inputValue(), "");
  assert.equal(await form.getByRole("radio", { checked: true }).count(), 0);
  await closeSide();
});

test("somebody who is named while it is shared is named on", async () => {
  await follow(kit, ["Next page", "It is right", "Next"], (screen) => screen === "share");
  await press(kit, "Somebody else");
  await type("Another name", "Uncle Peregrine");
  await leadsBackTo(byHand, "share");
  await stands("Another name", "Uncle Peregrine");
  await press(kit, "Put in");
  await kit.locator(".asking-row", { hasText: "Uncle Peregrine" }).waitFor();
  await leadsBackTo(outOfSight, "share");
  assert.equal(await kit.getByLabel("Another name").count(), 0);
});

test("being put away is no step: back leads to the page before", async () => {
  await press(kit, "Back");
  await kit.locator(".marking").waitFor();
  await next(kit);
  await at(kit, "share");
});

test("what the worker half writes once the child has gone is there again, with the day that was chosen", async () => {
  await press(kit, "Next");
  await press(kit, "Leave it for later");
  await at(kit, "closing");
  for (const asked of ["better next time", "after this", "happens now"]) {
    await kit.getByRole("heading", { name: asked }).waitFor();
    await next(kit);
  }
  await at(kit, "after");
  await opensWith(kit);
  await press(kit, "Not now");
  await type("Why not now, and when is it looked at again?", "the trombone");
  await leadsBackTo(leftAlone, "after");
  await stands("Why not now, and when is it looked at again?", "the trombone");
  await press(kit, "Done");
  await type("What needs doing, and who does it?", "oars for the boat");
  await type("The day Zephyrine hears from you", "1999-12-31");
  await leadsBackTo(outOfSight, "after");
  await stands("What needs doing, and who does it?", "oars for the boat");
  await stands("The day Zephyrine hears from you", "1999-12-31");
});

test("why a session is finished as it is, and why one is not started, wait too", async () => {
  await kit.reload();
  await opensWith(kit);
  await press(kit, "Finish as it is");
  await type("Why is it not finished?", "the kestrel flew");
  await leadsBackTo(leftAlone, "seal_open");
  await stands("Why is it not finished?", "the kestrel flew");
  await press(kit, "Back");
  await press(kit, "Finish as it is");
  await stands("Why is it not finished?", "");
  await press(kit, "Back");
  await type("Or another name", "Zephyrine Quill");
  await press(kit, "Prepare");
  await press(kit, "Begin a new one");
  await press(kit, "Yes. Do not start");
  await type("The reason", "the walnut fell");
  await leadsBackTo(outOfSight, "not_started");
  await stands("The reason", "the walnut fell");
  await press(kit, "Leave it");
  await press(kit, "Leave it. Keep nothing");
  await at(kit, "start");
  await stands("Or another name", "");
});

test("a child who was taken along meanwhile is told to nobody who listens to a locked tablet", async () => {
  await takesAlong(desk, "Rosa Petrenko", "put away");
  await kit.clock.fastForward(61_000);
  await kit.getByRole("button", { name: "Rosa Petrenko" }).waitFor();
  await leadsBackTo(outOfSight, "start");
});
