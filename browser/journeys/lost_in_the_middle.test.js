// What goes wrong in the middle of what a child does: the microphone is taken away, the database closes under a stroke, the
// disk is full, the tab is killed while she draws and speaks, the tablet is said to be lost. One visit, through all of it:
// everything up to there is there afterwards, and in the record.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";
import { address, ARGUMENTS, browserHere, deskOf, nothingWentWrong } from "../kith.js";
import { asksWhoseItIs, at, codeFrom, follow, joins, kept, openKit, opensWith, PREPARED, press, SIZE, choosesChild } from "../tablets.js";

/** @typedef {import("playwright-core").Page} Page */

const CALLED = "in the middle";

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
/** As it stood in the first file. @type {Awaited<ReturnType<typeof standsThere>>} */
let filed;
before(async () => {
  browser = await chromium.launch({ executablePath: browserHere(), args: [...ARGUMENTS, "--use-fake-device-for-media-stream"] });
  desk = await deskOf(browser, "worker");
  context = await browser.newContext({ ...SIZE, permissions: ["microphone"] });
  kit = await openKit(context);
  beside = await context.newPage();
  await beside.goto(`${address}/sign-in`);
  // What is behind another page is drawn once a second.
  await kit.bringToFront();
  await joins(kit, await codeFrom(desk, CALLED), CALLED);
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
  await saysThatItStopped(1);
  await context.grantPermissions(["microphone"]);
  await records();
  process.kill(await listener());
  await saysThatItStopped(2);
});

/** In words, and the sound stands on the page and says so, too. @param {number} nth */
async function saysThatItStopped(nth) {
  await kit.locator(".attachment", { hasText: `Sound ${nth}` }).locator(".stopped").getByText("It stopped by itself").waitFor();
  await kit.locator(".voice-said").getByText("It stopped by itself. What you said so far is kept.").waitFor();
}

/** The browser's own process that hears. */
async function listener() {
  const { processInfo } = await (await browser.newBrowserCDPSession()).send("SystemInfo.getProcessInfo");
  const hears = ({ id = 0 }) => readFileSync(`/proc/${id}/cmdline`, "utf8").includes("audio.mojom.AudioService");
  return processInfo.find(hears)?.id ?? assert.fail("nothing listens");
}

/** The browser takes the database away, as it does when memory is short. */
async function closesTheDatabase() {
  const closer = await context.newPage();
  await closer.goto("chrome://indexeddb-internals/");
  await closer.locator(".force-close").first().click();
  await closer.close();
  await kit.bringToFront();
}

test("the database closes under a stroke, and again between two: both lines are whole", async () => {
  await draws([[100, 100]]);
  await kit.mouse.down();
  await draws([[140, 120], [180, 110]]);
  await closesTheDatabase();
  await draws([[240, 130], [300, 100]]);
  await kit.mouse.up();
  await closesTheDatabase();
  await draws([[100, 300]]);
  await kit.mouse.down();
  await draws([[200, 320], [300, 300]]);
  await kit.mouse.up();
  assert.deepEqual(await onThePaper(), ["Blue line, from top left to top", "Blue line, from left to middle"]);
  await kit.waitForFunction(() => document.querySelector(".alarm") === null);
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
  kit = await openKit(context, { init: canBeFull });
  await kit.bringToFront();
  await opensWith(kit);
  // Nobody begins a second one without a word: the name asks about the first.
  await kit.getByLabel("Or another name").fill("Somebody Else");
  await press(kit, "Prepare");
  await kit.getByRole("heading", { name: /^A session that began on .* is not finished$/ }).waitFor();
  await kit.getByRole("button", { name: "Begin a new one" }).waitFor();
  await press(kit, "Back");
  await press(kit, "Go on with it");
  await kit.locator(".paper-canvas").waitFor();
  assert.equal((await onThePaper()).length, 3);
  assert.deepEqual([await kit.locator(".attachment").count(), await kit.locator(".attachment .stopped").count()], [3, 3]);
});

/** Where the test says so, a write ends as it does on a full disk. Runs in each page before all else. When it is really full the
 * browser notices within half a minute; `kit/vault.browser.test.js` has that. */
function canBeFull() {
  const begin = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function (/** @type {[any, any, any]} */ ...given) {
    const one = begin.apply(this, given);
    if (/** @type {any} */ (window).isFull && one.mode === "readwrite") {
      const why = new DOMException("no room", "QuotaExceededError");
      Object.defineProperty(one, "error", { get: () => why });
      queueMicrotask(() => one.abort());
    }
    return one;
  };
}

/** A photograph. @param {Page} page */
async function photograph(page) {
  return Buffer.from(await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(400, 300);
    canvas.getContext("2d")?.fillRect(20, 20, 300, 200);
    return [...new Uint8Array(await (await canvas.convertToBlob({ type: "image/jpeg" })).arrayBuffer())];
  }));
}

test("the disk is full: it is said at once, what was made is still there, and kept as soon as there is room", async () => {
  const before = await pieces();
  const full = (/** @type {boolean} */ isFull) => kit.evaluate((is) => { Object.assign(window, { isFull: is }); }, isFull);
  await full(true);
  await kit.locator("input[type=file]").setInputFiles({ name: "page.jpg", mimeType: "image/jpeg", buffer: await photograph(beside) });
  await kit.locator(".alarm").getByText("The tablet is nearly full").waitFor();
  await kit.locator(".attachment").nth(3).waitFor();
  await press(kit, "Try again");
  await kit.locator(".alarm").waitFor();
  await kit.getByRole("button", { name: "Say it" }).click();
  // At once there may be no sound yet that could not be kept.
  await kit.locator(".clock").getByText("0:01").waitFor();
  await kit.getByRole("button", { name: "Pause" }).click();
  await kit.locator(".start-voice").waitFor();
  assert.equal(await kit.getByText("What you said so far is kept").count(), 0, "it is not");
  await kit.locator(".attachment").nth(4).waitFor();
  assert.equal(await pieces(), before);
  await full(false);
  await press(kit, "Try again");
  await kit.locator(".alarm").waitFor({ state: "detached" });
  await isKept(before);
});

test("left like that it is finished by the worker, filed as not finished, and nothing of it is missing", async () => {
  await kit.reload();
  await opensWith(kit);
  await press(kit, "Finish as it is");
  await kit.locator("#kit textarea").fill("the tablet went off");
  await press(kit, "Seal it");
  await kit.getByText(/Safe at your office/).waitFor();
  await asksWhoseItIs(desk, CALLED);
  await desk.getByLabel("Noah Whitcombe").check();
  await desk.getByRole("button", { name: "File it" }).click();
  await desk.getByRole("heading", { name: "Three Houses" }).waitFor();
  await desk.getByText("It broke off.").waitFor();
  filed = await standsThere();
  assert.deepEqual([filed.lines, filed.sounds.length, filed.photos.length], [3, 4, 1]);
  // The last could not be kept but for its beginning: that is there.
  assert.ok(filed.sounds.slice(0, 3).every(({ bytes }) => bytes > 1000));
  nothingWentWrong(desk);
});

/** What of it stands on the page that is open at the desk, with the digest of each file. */
async function standsThere() {
  return desk.evaluate(async () => {
    const file = async (/** @type {string} */ at) => {
      const bytes = await (await fetch(at)).arrayBuffer();
      const digest = String(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)));
      return { at, bytes: bytes.byteLength, digest };
    };
    const all = (/** @type {string} */ what) => Promise.all([...document.querySelectorAll(what)].map((one) => file(/** @type {any} */ (one).src)));
    const drawing = document.querySelector("[data-drawing]")?.getAttribute("data-drawing") ?? "";
    const ops = (await (await fetch(drawing)).text()).trim().split("\n").map((line) => JSON.parse(line));
    const lines = new Set(ops.filter(({ kind }) => kind === "stroke").map(({ id }) => id)).size;
    return { lines, drawing: await file(drawing), sounds: await all("audio"), photos: await all(".houses-photo") };
  });
}

test("it was the wrong child's: moved, it stands whole in the right file, and of it nothing in the wrong one", async () => {
  const story = await desk.getByRole("link", { name: "Story", exact: true }).getAttribute("href");
  await desk.getByRole("link", { name: "It is another child’s" }).click();
  await choosesChild(desk.getByLabel("Whose it is"), "Lily Farrow");
  await desk.getByLabel("Why it stood in the wrong file").fill("two names were taken for one another");
  await desk.getByRole("button", { name: "Move the session" }).click();
  await desk.getByRole("heading", { name: "Lily Farrow" }).waitFor();
  await desk.getByRole("heading", { name: "Three Houses" }).waitFor();
  const moved = await standsThere();
  const digests = ({ drawing, sounds, photos } = moved) => [drawing, ...sounds, ...photos].map(({ digest }) => digest);
  assert.deepEqual(digests(), digests(filed), "byte for byte");
  nothingWentWrong(desk);
  for (const { at } of [moved.drawing, ...moved.sounds, ...moved.photos]) {
    await desk.goto(new URL(at.replace(/\/file$/, ""), address).href);
    assert.equal(await desk.getByRole("heading", { level: 1 }).textContent(), "Lily Farrow", `${at} is in her file`);
  }
  await desk.goto(address + story);
  await desk.getByText("Filed here by mistake and moved").first().waitFor();
  assert.equal(await desk.locator("audio, img[src$='/file'], [data-drawing]").count(), 0);
});

test("said to be lost in the middle of a visit: at its next network it can read nothing, and what was written is handed in", async () => {
  await aVisit();
  await context.setOffline(true);
  await draws([[100, 100]]);
  await kit.mouse.down();
  await draws([[300, 130]]);
  await kit.mouse.up();
  await isKept(0);
  await desk.goto(`${address}/tablets`);
  const mine = desk.locator(".tablet", { has: desk.getByRole("heading", { name: "in the middle" }) });
  await mine.getByRole("button", { name: "It is lost" }).click();
  await mine.getByText(/Said to be lost/).waitFor();
  assert.equal((await kept(beside)).vault, 1, "it does not know yet");
  await context.setOffline(false);
  await becomesUnreadable();
  await kit.reload();
  await kit.getByRole("heading", { name: "This tablet was reported lost" }).waitFor();
  await kit.getByText(/Safe at your office/).nth(1).waitFor();
  await desk.goto(`${address}/handed-in`);
  await desk.getByText("It was not finished on the tablet.").waitFor();
});

/** No vault, no pack, and no session that a PIN opens. */
async function becomesUnreadable() {
  for (let looks = 0; looks < 5_000; looks += 1) {
    const { vault, packs, open } = await kept(beside);
    if (vault === 0 && packs === 0 && open === 0) return;
  }
  assert.fail("it can still be read");
}
