// The library, looked up at the office and on a tablet without a network; and beside a child nothing lies open that
// would lead one who reads along.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { axeFindsNothing } from "../axe.js";
import { deskOf, nothingWentWrong, openBrowser } from "../kith.js";
import { codeFrom, follow, joins, opensWith, PREPARED, press, tabletIn } from "../tablets.js";

const CALLED = "the one for reading";

/** @type {import("playwright-core").Browser} */
let browser;
before(async () => { browser = await openBrowser(); });
after(() => browser.close());

test("somebody looks up what to say, reads the law behind it, and comes back", async () => {
  const desk = await deskOf(browser, "joel");
  await desk.getByRole("link", { name: "Library" }).first().click();
  await desk.getByRole("searchbox").fill("leading questions");
  await desk.getByRole("button", { name: "Search" }).click();
  await desk.getByRole("link", { name: "What leads, and what to say instead" }).click();
  await desk.getByText("“Tell me about teatime at your house.”").waitFor();
  await desk.getByRole("link", { name: "Interviews as evidence" }).click();
  await desk.getByText("A lawyer should check this before you rely on it.").waitFor();
  await desk.getByRole("link", { name: "About Kith" }).click();
  await desk.getByText("Nicki Weld and Maggie Greening").waitFor();
  nothingWentWrong(desk);
});

test("on a tablet without a network the library is there, is searched, and examples stay away from a child", async () => {
  const { context, kit } = await tabletIn(browser);
  await joins(kit, await codeFrom(await deskOf(browser, "joel"), CALLED), CALLED);
  await press(kit, "Start");
  await kit.evaluate(() => navigator.serviceWorker.ready);
  await context.setOffline(true);
  await kit.reload();
  await opensWith(kit);
  await press(kit, /^Library/);
  await kit.getByRole("searchbox").fill("teenager");
  await press(kit, "Jaydon, 15, wants playlists");
  await kit.getByText("houses is for babies tbh").waitFor();
  await axeFindsNothing(kit);
  await press(kit, "The right to be heard");
  await kit.getByText("A lawyer should check this before you rely on it.").waitFor();
  await press(kit, "Back to the start");
  await kit.getByRole("button", { name: "Practise without a child" }).click();
  await follow(kit, ["Nothing from before", ...PREPARED], (screen) => screen === "levels");
  await kit.locator(".tab").click();
  await kit.locator(".side").getByText("What helps here").click();
  await kit.locator(".side .lib-way button").first().click();
  await kit.locator(".side .library .lib-trust").waitFor();
  await axeFindsNothing(kit);
  await press(kit, "All cards");
  await kit.locator(".side").getByRole("searchbox").fill("Jaydon");
  await kit.getByText("Nothing for these words.").waitFor();
  await context.close();
});
