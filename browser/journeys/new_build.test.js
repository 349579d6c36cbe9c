// A newer kit comes while a child is at it: she goes on with the one she began with, in this window and in another, and not a
// file of the newer one is mixed in; it comes in when no session is open. One that does not come whole changes nothing.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { deskOf, openBrowser } from "../kith.js";
import { layLine } from "../line.js";
import { at, codeFrom, follow, joins, openKit, opensWith, PREPARED, press, SIZE } from "../tablets.js";

/** @typedef {import("playwright-core").Page} Page */

/** @type {import("playwright-core").Browser} */
let browser;
/** @type {import("../line.js").Line} */
let line;
/** @type {import("playwright-core").BrowserContext} */
let context;
/** @type {Page} */
let kit;
before(async () => {
  browser = await openBrowser();
  line = await layLine();
  context = await browser.newContext(SIZE);
  kit = await openKit(context, { at: line.address, init: notesWhatIsLetIn });
  await joins(kit, await codeFrom(await deskOf(browser, "worker"), "kept fresh"), "kept fresh");
  await press(kit, "Start");
  await kit.evaluate(() => navigator.serviceWorker.ready);
  await kit.waitForFunction(() => navigator.serviceWorker.controller);
});
after(async () => {
  await browser.close();
  line.end();
});

/** Counts how often a page lets a newer kit in. Runs in each page before all else. */
function notesWhatIsLetIn() {
  Object.assign(window, { letIn: 0 });
  const post = ServiceWorker.prototype.postMessage;
  ServiceWorker.prototype.postMessage = function (/** @type {any} */ said) {
    /** @type {any} */ (window).letIn += 1;
    post.call(this, said);
  };
}

/** @param {Page} page @returns {Promise<number>} */
const letIn = (page) => page.evaluate(() => /** @type {any} */ (window).letIn);

/** Which builds the files came from that this page has asked for. @param {Page} page */
const builds = (page) => page.evaluate(() => [...new Set(performance.getEntriesByType("resource")
  .map(({ name }) => /\/a\/(\w+)\//.exec(name)?.[1]).filter(Boolean))]);

/** What a look for a newer kit may take: where nothing is found it fails, and does not wait for good. */
const LOOKS_MS = 30_000;

/** So long it may take from being let in to being there. */
const CHANGES_MS = 10_000;

/** Looks for a newer kit, as the browser does by itself, until that has ended so. @param {Page} page @param {"installed" | "redundant"} ended */
const looksForNewer = (page, ended) => page.evaluate(async ([state, limit]) => {
  const known = /** @type {ServiceWorkerRegistration} */ (await navigator.serviceWorker.getRegistration("/kit/"));
  /** @param {string} what @returns {Promise<never>} */
  const tooLong = (what) => new Promise((_, fail) => { setTimeout(() => fail(new Error(what)), Number(limit)); });
  const found = new Promise((/** @type {(worker: ServiceWorker) => void} */ resolve) => {
    known.addEventListener("updatefound", () => { if (known.installing) resolve(known.installing); }, { once: true });
  });
  await known.update().catch(() => {});
  const worker = await Promise.race([found, tooLong("no newer kit was found")]);
  const late = tooLong(`the newer kit did not end as ${state}`);
  while (worker.state !== state) {
    if (worker.state === "activated" || worker.state === "redundant") throw new Error(`the newer kit is ${worker.state}, and not ${state}`);
    await Promise.race([new Promise((changed) => worker.addEventListener("statechange", changed, { once: true })), late]);
  }
}, [ended, LOOKS_MS]);

/** The builds that are kept on the tablet. @param {Page} page */
const keptBuilds = (page) => page.evaluate(async () => (await caches.keys()).map((name) => name.replace("kith-kit-", "")));

async function begins() {
  await kit.getByLabel("Or another name").fill("Somebody Else");
  await press(kit, "Prepare");
  await at(kit, "prepare");
  await follow(kit, ["Nothing from before", ...PREPARED], (screen) => screen === "levels");
}

/** Each screen is a file that is only asked for now. @param {string} screen */
async function leaves(screen) {
  await at(kit, screen);
  await press(kit, "That’s all");
  await at(kit, "houses");
}

test("half of a newer kit comes: it is not kept, and the one before goes on, also without a network", { timeout: 90_000 }, async () => {
  const [was] = await keptBuilds(kit);
  line.build = "half";
  line.fault = ({ path }) => (path.endsWith("/screens/houses.js") ? "cut before" : undefined);
  await looksForNewer(kit, "redundant");
  assert.deepEqual(await keptBuilds(kit), [was]);
  await context.setOffline(true);
  await kit.reload();
  await opensWith(kit);
  await kit.getByRole("heading", { name: "On this tablet" }).waitFor();
  line.build = null;
  line.fault = () => undefined;
  await context.setOffline(false);
});

test("a session goes on with the kit it began with, though another window is at its start; then the newer comes in", { timeout: 90_000 }, async () => {
  const [old] = await builds(kit);
  await begins();
  line.build = "newer";
  await looksForNewer(kit, "installed");
  assert.equal((await keptBuilds(kit)).length, 2);
  // Another window, locked at its start page: nothing is open there, and it is looked at.
  const other = await context.newPage();
  await other.goto(`${line.address}/kit/`);
  await other.getByRole("button", { name: "Open", exact: true }).waitFor();
  await other.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await kit.bringToFront();
  await kit.locator(".way.b .whole").click();
  await press(kit, "Next");
  await follow(kit, ["Next", "Yes, OK"], (screen) => screen === "houses");
  await kit.locator(".place.dreams").click();
  await leaves("inside");
  for (const [name, screen] of [["Sort it", "sort"], ["My people", "people"]]) {
    await press(kit, name ?? "");
    await leaves(screen ?? "");
  }
  assert.deepEqual([await builds(kit), await builds(other)], [[old], [old]], "nothing is mixed");
  assert.deepEqual([await letIn(kit), await letIn(other)], [0, 0]);
  assert.equal(await kit.evaluate(() => navigator.serviceWorker.getRegistration("/kit/").then((known) => known?.waiting?.state)), "installed");
  await other.close();

  await press(kit, "Stop");
  await press(kit, "Bye");
  await at(kit, "after");
  await opensWith(kit);
  await follow(kit, ["Seal it", /^Done/], (screen) => screen === "sealed");
  await press(kit, "Close");
  // It is in at once where the browser has nothing left to do for the one before, else when the kit is next opened.
  await kit.waitForFunction(() => /** @type {any} */ (window).letIn > 0 || document.querySelector("script[src*='/newer/']"));
  // Nobody closes it in the very moment in which it changes; where it does not by itself, it is closed all the same.
  await kit.locator("script[src*='/newer/']").waitFor({ state: "attached", timeout: CHANGES_MS }).catch(() => {});
  await kit.close();
  // A browser that is still changing its worker may keep the first opening waiting, as it may any page: then it is opened again.
  kit = await openKit(context, { at: line.address }).catch(() => openKit(context, { at: line.address }));
  await opensWith(kit);
  await kit.getByRole("heading", { name: "As newer says it" }).waitFor();
  assert.deepEqual([await builds(kit), await keptBuilds(kit)], [["newer"], ["newer"]]);
});

/** The first time it is opened, a page waits for its words until it is let go on. Runs in it before all else. */
function waitsForItsWords() {
  const opening = /** @type {PerformanceNavigationTiming} */ (performance.getEntriesByType("navigation")[0]);
  if (opening.type === "reload") return;
  const asks = window.fetch;
  const goesOn = new Promise((resolve) => { Object.assign(window, { goesOn: resolve }); });
  window.fetch = async (what, how) => {
    if (String(what).endsWith("/kit/book.json")) await goesOn;
    return asks(what, how);
  };
}

test("a newer kit that comes in while the kit is still opening is the one that opens", { timeout: 90_000 }, async () => {
  await kit.close();
  kit = await context.newPage();
  await kit.addInitScript(waitsForItsWords);
  await kit.goto(`${line.address}/kit/`);
  line.build = "newest";
  await looksForNewer(kit, "installed");
  await kit.evaluate(async () => {
    const changed = new Promise((done) => navigator.serviceWorker.addEventListener("controllerchange", done, { once: true }));
    (await navigator.serviceWorker.getRegistration("/kit/"))?.waiting?.postMessage("come in");
    await changed;
    /** @type {any} */ (window).goesOn();
  });
  await kit.waitForFunction(() => document.querySelector("script[src*='/newest/']"));
  await opensWith(kit);
  await kit.getByRole("heading", { name: "As newest says it" }).waitFor();
  assert.deepEqual([await builds(kit), await keptBuilds(kit)], [["newest"], ["newest"]]);
});
