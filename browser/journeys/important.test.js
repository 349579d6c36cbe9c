// Something important was said, nobody was rung yet, and the worker is not sure of danger: what the office learns of it, and
// where whoever rings writes down whom, and what was left for later.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { axeFindsNothing } from "../axe.js";
import { address, deskOf, nothingWentWrong, openBrowser } from "../kith.js";
import { practises } from "../kit/practised.js";
import {
  asksWhoseItIs, CHILD, codeFrom, comesToRest, follow, isFiledAs, joins, opensWith, press, reachesTheHouses, sends, tabletIn,
  takesAlong,
} from "../tablets.js";

/** @typedef {import("playwright-core").Page} Page */

const CALLED = "the one at the door";
const OPEN = /Nobody has written yet whom they rang/;

/** @type {import("playwright-core").Browser} */
let browser;
before(async () => { browser = await openBrowser(); });
after(() => browser.close());

test("nobody was rung yet: it stands in My work until somebody writes whom they rang, on its own page", async () => {
  const desk = await deskOf(browser, "joel");
  const { context, kit } = await tabletIn(browser);
  await joins(kit, await codeFrom(desk, CALLED), CALLED);
  await takesAlong(desk, CHILD, CALLED);
  await comesToRest(kit);
  await context.setOffline(true);
  await reachesTheHouses(kit, "b");
  await writesWhatWasSaid(kit, "he frew the plate");
  await kit.locator(".child").getByRole("heading", { name: /^Thank you/ }).waitFor();
  await follow(kit, ["Bye", "That’s all", "Skip", "Next", "Done"], (screen) => screen === "after");
  await opensWith(kit);
  await kit.getByRole("heading", { name: "Nobody has been rung yet" }).waitFor();
  await axeFindsNothing(kit);
  await press(kit, /^Done/);
  await kit.getByText("Nobody has been rung yet. Your office is told so").waitFor();
  await press(kit, "Seal it");
  await kit.getByRole("heading", { name: /Safe on this tablet/ }).waitFor();
  await kit.getByText("Ring before you leave").waitFor();
  await context.setOffline(false);
  await sends(kit);
  await desk.goto(address);
  await desk.getByRole("link", { name: /in a session that came .*Say whose it is/ }).first().waitFor();
  await asksWhoseItIs(desk, CALLED);
  await desk.getByText("Something important was said. Nobody has written yet whom they rang.").waitFor();
  await axeFindsNothing(desk);
  await isFiledAs(desk, CHILD);
  await desk.getByRole("link", { name: "Front page" }).first().click();
  const told = desk.getByText(/Something important was said/).first();
  await told.waitFor();
  await desk.emulateMedia({ media: "print" });
  assert.ok(await told.isHidden(), "paper goes from hand to hand");
  await desk.emulateMedia({ media: "screen" });
  await desk.goto(address);
  await desk.getByRole("link", { name: OPEN }).first().click();
  await desk.getByText("“he frew the plate”").waitFor();
  await desk.getByText("The worker was not sure.").waitFor();
  await axeFindsNothing(desk);
  await desk.getByLabel("What did you see?").fill("He looked at the door.");
  await desk.getByLabel("Whom did you ring, and when?").fill("Sam Okoro, 4.10 pm");
  await desk.getByRole("button", { name: "Write it down" }).click();
  await desk.getByText("Change what is written").waitFor();
  await desk.getByText("2 versions").waitFor();
  await axeFindsNothing(desk);
  await desk.goto(address);
  await desk.getByRole("heading", { level: 1 }).waitFor();
  await desk.getByRole("link", { name: OPEN }).waitFor({ state: "detached" });
  nothingWentWrong(desk);
  await context.close();
});

test("nothing on the child’s screen changes while it is told; Stop is Stop after it too; and nobody ends without a thank you", async () => {
  const kit = await practises(browser);
  await kit.locator(".place.worries").click();
  await kit.locator(".child .written .field").waitFor();
  // The tab alone goes while her side lies open.
  const seen = async () => (await kit.locator(".child").innerText()).replace(/\s*Alex\s*$/, "");
  const before = await seen();
  await press(kit, /’s side$/);
  await press(kit, "Something important was said");
  await press(kit, "It is turned to me");
  await press(kit, /has stopped, and is safe here$/);
  await kit.getByText("You did right to tell me").last().waitFor();
  assert.equal(await seen(), before);
  await axeFindsNothing(kit);
  await press(kit, "I have said it");
  await writesIt(kit, "he frew the plate");
  await kit.locator(".side").getByText("999").waitFor();
  await kit.locator(".side").getByText("Nobody has been rung yet").waitFor();
  assert.equal(await seen(), before);
  await kit.locator(".side").getByRole("button", { name: "Close" }).click();
  await kit.locator(".child").getByRole("button", { name: "Stop" }).click();
  await kit.getByRole("heading", { name: /^Thank you/ }).waitFor();
  await press(kit, "I want to go on");
  await kit.locator(".child .written .field").waitFor();
  await press(kit, /’s side$/);
  await press(kit, "Something important was said");
  await press(kit, "It is turned to me");
  await press(kit, "Write down what was said");
  await writesIt(kit, "at nan too");
  await press(kit, /has had enough$/);
  await kit.locator(".child").getByRole("heading", { name: /^Thank you/ }).waitFor();
  await press(kit, /^Bye/);
  await kit.getByRole("heading", { name: /What is left to do/ }).waitFor();
  await kit.getByText("999").first().waitFor();
  await kit.context().close();
});

/** With danger, and nobody rung. @param {Page} kit @param {string} words */
async function writesIt(kit, words) {
  await kit.locator(".side textarea").first().fill(words);
  await kit.getByRole("group", { name: "Is there danger now?" }).getByRole("radio", { name: "Yes" }).check();
  await press(kit, "Keep it");
  await press(kit, /^Not yet/);
}

/** Under the card, while the child's screen stays as it is; then the child has had enough. @param {Page} kit @param {string} words */
async function writesWhatWasSaid(kit, words) {
  await kit.locator(".place.worries").click();
  await press(kit, /’s side$/);
  await press(kit, "Something important was said");
  await press(kit, "It is turned to me");
  await press(kit, "Write down what was said");
  await kit.locator(".side textarea").first().fill(words);
  await kit.getByRole("radio", { name: "I am not sure" }).check();
  await kit.getByText("Ring before you leave, as if there were.").waitFor();
  await axeFindsNothing(kit);
  await press(kit, "Keep it");
  await press(kit, /^Not yet/);
  await press(kit, /has had enough$/);
}
