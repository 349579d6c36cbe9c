// Three Houses without the record: an empty office, children from a list, a tablet, a session without a network, and all
// that becomes of it, to the file in the folder that the other system watches and the line in a worker's own figures.
import assert from "node:assert/strict";
import { mkdirSync, readdirSync, readFileSync, watch } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { axeFindsNothing } from "../axe.js";
import { goesNotSideways, nothingWentWrong, openBrowser, pageOf } from "../kith.js";
import { openOffice } from "../office.js";
import {
  at, codeFrom, comesToRest, follow, joins, opensWith, PREPARED, press, tabletIn, takesAlong,
} from "../tablets.js";

/** @typedef {import("playwright-core").Page} Page */

const PASSWORD = "a lantern by the weir";
const ADMINISTRATOR = "anita@council.example", WORKER = "joel@council.example";
const TYLER = "Tyler Boyd";
const LIST = `id,full name,known as,born,worker,team
4711,${TYLER},,2017-03-01,${WORKER},Riverside
4712,Lola Boyd,,2015-01-31,${WORKER},Riverside
4713,,,,,
`;

/** @type {import("playwright-core").Browser} */
let browser;
/** @type {Awaited<ReturnType<typeof openOffice>>} */
let office;
/** @type {string} */
let out;
before(async () => {
  office = await openOffice((folder) => {
    out = join(folder, "out");
    mkdirSync(out);
    return `authority = 201\nalone = true\npackages = "${out}"\npackages_for = "the case system"\n`;
  });
  browser = await openBrowser();
});
after(async () => {
  await browser.close();
  await office.end();
});

test("from an empty office to what a child heard, without the record", { timeout: 90_000 }, async () => {
  const admin = await theFirstAdministrator();
  const code = await addsAWorker(admin);
  await bringsTheList(admin);
  const desk = await theWorker(code);
  const { context, kit } = await tabletIn(browser, { at: office.address });
  await joins(kit, await codeFrom(desk));
  await takesAlong(desk, TYLER);
  await comesToRest(kit, TYLER);
  await context.setOffline(true);
  await kit.reload();
  await opensWith(kit);
  await tellsAWorry(kit, "the ambilance");
  await context.setOffline(false);
  await press(kit, "Close");
  await kit.getByText(/Safe at your office/).waitFor();
  await context.close();
  const left = leaves();
  await saysWhoseItIs(desk);
  await standsInTheFolder(await left);
  await tellsWhatCameOfIt(desk);
  await isCounted(desk);
  nothingWentWrong(desk);
  nothingWentWrong(admin);
});

/** axe, and no scrolling sideways, on a desk and on a phone. @param {Page} page */
async function holds(page) {
  for (const width of [1366, 390]) {
    await page.setViewportSize({ width, height: 1000 });
    await axeFindsNothing(page);
    await goesNotSideways(page);
  }
  await page.setViewportSize({ width: 1366, height: 1000 });
}

/** @param {Page} page @param {string} email */
async function signsIn(page, email) {
  await page.goto(`${office.address}/sign-in`);
  await page.getByLabel("Work email").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
}

/** With accounts they begin, since a list names workers and teams; the list is beside them. */
async function theFirstAdministrator() {
  const page = await pageOf(browser);
  await page.goto(`${office.address}/set-up`);
  await page.getByLabel("Token").fill(office.token);
  await page.getByLabel("Your full name").fill("Anita Rao");
  await page.getByLabel("What you do").fill("systems");
  await page.getByLabel("Work email").fill(ADMINISTRATOR);
  await page.locator("[name=password]").fill(PASSWORD);
  await page.getByRole("button", { name: "Begin" }).click();
  await signsIn(page, ADMINISTRATOR);
  assert.equal(new URL(page.url()).pathname, "/accounts");
  return page;
}

/** A team, and a worker in it; the code with which he chooses his password. @param {Page} page */
async function addsAWorker(page) {
  await page.getByLabel("Name of a new team").fill("Riverside");
  await page.getByRole("button", { name: "Make the team" }).click();
  await page.getByLabel("Full name").fill("Joel Okafor");
  await page.getByLabel("What they do").fill("social worker");
  await page.getByLabel("Work email").fill(WORKER);
  await page.getByLabel("works with children and families").check();
  await page.getByLabel("Riverside").check();
  await page.getByRole("button", { name: "Add", exact: true }).click();
  return /** @type {string} */ (await page.locator(".code").first().textContent()).trim();
}

/** Looked at first, and then brought: no child's name stands on either page. @param {Page} page */
async function bringsTheList(page) {
  await page.getByRole("navigation", { name: "Menu" }).getByRole("link", { name: "List of children" }).first().click();
  for (const how of ["Only look", "Bring it in"]) {
    await page.getByLabel("The list, as CSV").setInputFiles({ name: "list.csv", mimeType: "text/csv", buffer: Buffer.from(LIST) });
    await page.getByRole("button", { name: how }).click();
    await page.getByText("Line 4: There is no full name.").waitFor();
    assert.equal(await page.locator("dt:text-is('New here') + dd").textContent(), "2");
    assert.equal(await page.getByText("Boyd").count(), 0);
  }
  await holds(page);
}

/** @param {string} code */
async function theWorker(code) {
  const page = await pageOf(browser);
  await page.goto(`${office.address}/choose-password`);
  await page.getByLabel("Work email").fill(WORKER);
  await page.getByLabel("Code").fill(code);
  await page.locator("[name=password]").fill(PASSWORD);
  await page.getByRole("button", { name: "Keep" }).click();
  await signsIn(page, WORKER);
  await page.getByRole("rowheader", { name: TYLER }).waitFor();
  return page;
}

/** A short session: one worry, and then the child says stop. @param {Page} kit @param {string} worry */
async function tellsAWorry(kit, worry) {
  await press(kit, TYLER);
  await at(kit, "prepare");
  await follow(kit, ["Nothing from before", ...PREPARED], (screen) => screen === "levels");
  await kit.locator(".way.b .whole").click();
  await press(kit, "Next");
  await follow(kit, ["Next", "Yes, OK"], (screen) => screen === "houses");
  await kit.locator(".place.worries").click();
  await kit.locator(".field").fill(worry);
  await press(kit, "Add");
  await kit.getByText(worry).waitFor();
  await press(kit, "That’s all");
  await at(kit, "houses");
  await press(kit, "Stop");
  await press(kit, "Bye");
  // Pressed by mistake it is unsaid before the PIN, and said again.
  await press(kit, "Bye was pressed by mistake");
  await kit.locator(".thanks").waitFor();
  await press(kit, "Bye");
  await at(kit, "after");
  await opensWith(kit);
  await follow(kit, ["Seal it", /^Done/], (screen) => screen === "sealed");
}

/** @param {Page} desk */
async function saysWhoseItIs(desk) {
  await desk.goto(`${office.address}/`);
  await desk.getByText("One session waits for you to say whose it is.").waitFor();
  await desk.getByRole("link", { name: "Look" }).click();
  await desk.getByRole("link", { name: "Say whose it is" }).click();
  await holds(desk);
  await desk.getByRole("button", { name: `It is ${TYLER}’s` }).click();
  await desk.getByRole("heading", { name: "Three Houses" }).waitFor();
  await desk.getByText("“the ambilance”").waitFor();
}

/** The name of the first file that stands whole in the watched folder. @returns {Promise<string>} */
function leaves() {
  const whole = () => readdirSync(out).find((name) => /^houses-.*\.zip$/.test(name));
  return new Promise((resolve) => {
    const watched = watch(out, () => {
      const name = whole();
      if (name === undefined) return;
      watched.close();
      resolve(name);
    });
  });
}

/** One package, and nothing half written beside it. @param {string} name */
async function standsInTheFolder(name) {
  const bytes = readFileSync(join(out, name));
  assert.equal(bytes.subarray(0, 2).toString(), "PK");
  assert.ok(bytes.includes("session.json"));
  assert.doesNotMatch(name, /Boyd/i);
  assert.deepEqual(readdirSync(out), [name]);
}

/** @param {Page} desk */
async function tellsWhatCameOfIt(desk) {
  await desk.reload();
  await holds(desk);
  await desk.getByRole("link", { name: "Write what came of it" }).click();
  await desk.getByLabel(/was told$/).first().fill("You said the ambulance frightened you, so we told the school.");
  await desk.getByLabel(/^The day/).fill(new Date().toISOString().slice(0, 10));
  await desk.getByLabel("Something changed").check();
  await desk.getByRole("button", { name: "File what was told" }).click();
  await desk.getByText("so we told the school").first().waitFor();
  await desk.goto(`${office.address}/`);
  await desk.getByText(/heard on .* what came of it/).waitFor();
  await holds(desk);
}

/** Two children of four and over; one was heard, today. @param {Page} desk */
async function isCounted(desk) {
  await desk.getByRole("link", { name: "Listening" }).first().click();
  await desk.getByText("Of 2 children of four and over, one was heard in the last 90 days.").waitFor();
  await desk.getByRole("row", { name: new RegExp(`${TYLER}.*today`) }).waitFor();
}
