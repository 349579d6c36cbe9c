// What goes wrong in the middle of what a child does: the microphone is taken away, the database closes under a stroke, the
// disk is full, the tab is killed while she draws and speaks, the tablet is said to be lost. One visit, through all of it:
// everything up to there is there afterwards, and in the record.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";
import { address, ARGUMENTS, browserHere, deskOf, nothingWentWrong } from "../kith.js";
import { at, codeFrom, follow, joins, kept, openKit, opensWith, PREPARED, press, SIZE } from "../tablets.js";

/** @typedef {import("playwright-core").Page} Page */

const ORIGIN = new URL(address).origin;

/** @type {import("playwright-core").Browser} */
let browser;
/** @type {import("playwright-core").BrowserContext} */
let context;
/** @type {Page} */
let desk;
/** @type {Page} */
let kit;
/** Another page of the same origin, that looks at what is kept. @type {Page} */
let beside;
before(async () => {
  browser = await chromium.launch({ executablePath: browserHere(), args: [...ARGUMENTS, "--use-fake-device-for-media-stream"] });
  desk = await deskOf(browser, "worker");
  context = await browser.newContext({ ...SIZE, permissions: ["microphone"] });
  kit = await openKit(context);
  beside = await context.newPage();
  await beside.goto(`${address}/sign-in`);
  await joins(kit, await codeFrom(desk, "in the middle"), "in the middle");
  await press(kit, "Start");
});
after(() => browser.close());

/** A visit to somebody whose name is typed on the tablet, as far as the paper of good things. */
async function aVisit() {
  await kit.getByLabel("Or another name").fill("Somebody Else");
  await press(kit, "Prepare");
  await at(kit, "prepare");
  await follow(kit, ["Nothing from before", ...PREPARED], (screen) => screen === "levels");
  await kit.locator(".way.b .whole").click();
  await press(kit, "Next");
  await follow(kit, ["Next", "Yes, OK"], (screen) => screen === "houses");
  await kit.locator(".place.good").click();
  await kit.locator(".paper-canvas").waitFor();
}

/** Goes on from here to there on the paper, in its own units, the pen being down. @param {number[][]} places */
async function draws(places) {
  const box = await kit.locator(".paper-canvas").boundingBox();
  assert.ok(box);
  for (const [x = 0, y = 0] of places) await kit.mouse.move(box.x + x * box.width / 744, box.y + y * box.height / 486);
}

/** What stands on the paper, as it is told to whoever does not see it. */
const onThePaper = () => kit.locator(".paper-spoken li").allTextContents();

/** Something more lies on the disk. @param {number} than pieces before */
async function isKept(than) {
  for (let looks = 0; looks < 2_000; looks += 1) if ((await kept(beside)).pieces > than) return;
  assert.fail("nothing more is kept");
}
const pieces = async () => (await kept(beside)).pieces;

async function records() {
  await kit.getByRole("button", { name: "Say it" }).click();
  await kit.locator(".recorder .dot.recording").waitFor();
  await kit.waitForFunction(() => /0:0[1-9]/.test(document.querySelector(".recorder .clock")?.textContent ?? ""));
}

test("the microphone is taken away: by whoever may, and with the part that listens", async () => {
  await aVisit();
  await records();
  await context.clearPermissions();
  await kit.getByText("It stopped by itself. What you said so far is kept.").waitFor();
  await kit.locator(".attachment").getByText("Sound 1").waitFor();
  await context.grantPermissions(["microphone"]);
  await records();
  process.kill(await listener());
  await kit.locator(".attachment").getByText("Sound 2").waitFor();
  await kit.getByText("It stopped by itself. What you said so far is kept.").waitFor();
});

/** The browser's own process that hears. */
async function listener() {
  const { processInfo } = await (await browser.newBrowserCDPSession()).send("SystemInfo.getProcessInfo");
  const hears = ({ id = 0 }) => readFileSync(`/proc/${id}/cmdline`, "utf8").includes("audio.mojom.AudioService");
  return processInfo.find(hears)?.id ?? assert.fail("nothing listens");
}

test("the database closes under a stroke, and again between two: both lines are whole", async () => {
  const closer = await context.newPage();
  const close = async () => {
    await closer.goto("chrome://indexeddb-internals/");
    await closer.locator(".force-close").first().click();
    await closer.locator(".connection-count", { hasText: /^0$/ }).first().waitFor({ state: "attached" });
  };
  await draws([[100, 100]]);
  await kit.mouse.down();
  await draws([[140, 120], [180, 110]]);
  await close();
  await draws([[240, 130], [300, 100]]);
  await kit.mouse.up();
  await close();
  await draws([[100, 300]]);
  await kit.mouse.down();
  await draws([[200, 320], [300, 300]]);
  await kit.mouse.up();
  await closer.close();
  assert.deepEqual(await onThePaper(), ["Blue line, from top left to top", "Blue line, from bottom left to middle"].slice(0, 2));
  await kit.waitForFunction(() => document.querySelector(".alarm") === null);
});

test("the disk is full: it is said at once, the words are still there, and kept as soon as there is room", async () => {
  const devtools = await context.newCDPSession(kit);
  const room = (/** @type {number | undefined} */ quotaSize) => devtools.send("Storage.overrideQuotaForOrigin", { origin: ORIGIN, quotaSize });
  await room(1);
  await draws([[500, 300]]);
  await kit.mouse.down();
  await draws([[550, 320], [600, 300]]);
  await kit.mouse.up();
  await kit.locator(".alarm").waitFor();
  assert.equal((await onThePaper()).length, 3);
  await room(undefined);
  await press(kit, "Try again");
  await kit.locator(".alarm").waitFor({ state: "detached" });
});

test("the tab is killed while she draws and speaks: the line, the sound and all before are there when it is opened again", async () => {
  const before = await pieces();
  await records();
  await isKept(before);
  const spoken = await pieces();
  await draws([[100, 400]]);
  await kit.mouse.down();
  await draws([[200, 420], [300, 440], [400, 400]]);
  await isKept(spoken);
  await kit.goto("chrome://crash").catch(() => {});
  await kit.close();
  kit = await openKit(context);
  await opensWith(kit);
  await press(kit, "Go on");
  await kit.locator(".paper-canvas").waitFor();
  assert.equal((await onThePaper()).length, 4);
  assert.equal(await kit.locator(".attachment").count(), 3);
});

test("left like that it is finished by the worker, filed as not finished, and nothing of it is missing", async () => {
  await kit.reload();
  await opensWith(kit);
  await press(kit, "Finish as it is");
  await kit.locator("#kit textarea").fill("the tablet went off");
  await press(kit, "Seal it");
  await kit.getByText(/Safe in the record/).waitFor();
  await desk.goto(`${address}/handed-in`);
  await desk.getByRole("link", { name: "Say whose it is" }).last().click();
  await desk.getByText("It was not finished on the tablet.").waitFor();
  console.log(await desk.locator("main").innerText());
});
