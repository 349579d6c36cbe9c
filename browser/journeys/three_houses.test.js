// A whole session at the size of a tablet: from a cold start without a network until it is sealed, then sent; a person
// says whose it is, and the child's words and drawing stand in the record as they were made.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { address, deskOf, nothingWentWrong, openBrowser } from "../kith.js";
import { drawVan, vanStrokes } from "../kit/van.js";

/** @typedef {import("playwright-core").Page} Page */
/** @typedef {import("playwright-core").BrowserContext} Context */

const PIN = "482913";
/** What of an op stands in a drawing: `docs/kit.md`. */
const DRAWN = ["page", "stroke", "sticker", "sticker_moved", "words", "title", "undo", "mark", "number", "sorted"];

/** @type {import("playwright-core").Browser} */
let browser;
before(async () => { browser = await openBrowser(); });
after(() => browser.close());

test("a session without a network, sealed, sent, and in the record as it was made", async () => {
  const desk = await deskOf(browser, "joel");
  const { context, kit } = await tablet();
  await joins(kit, await codeFrom(desk));
  await takesAlong(desk, "Tyler Brannagh");
  await comesToRest(kit);
  await context.setOffline(true);
  await kit.reload();
  await opensWith(kit, PIN);
  await prepares(kit);
  await choosesALevel(kit, "b");
  await hearsWhatThisIs(kit);
  const page = await drawsInGoodThings(kit);
  await writesWorries(kit, ["if nobody wakes up", "the ambilance"]);
  await looksBackAndShares(kit);
  await sealsIt(kit);
  const made = await recordsOf(kit);
  await isNowhereInClear(kit, ["ambilance", "wakes up", "Tyler"]);
  await context.setOffline(false);
  await sends(kit);
  await saysWhoseItIs(desk);
  await standsInTheRecord(desk, made, page);
  nothingWentWrong(desk);
  await context.close();
});

/** A tablet with the kit on its home screen. What is sealed is noted before it is, for this test alone. */
async function tablet() {
  const context = await browser.newContext({ viewport: { width: 1180, height: 820 }, locale: "en-GB", timezoneId: "Europe/London" });
  context.setDefaultTimeout(15_000);
  await context.addInitScript(() => {
    Object.defineProperty(navigator, "standalone", { value: true });
    const noted = /** @type {string[]} */ ([]);
    Object.defineProperty(window, "notedByTheTest", { value: noted });
    const encrypt = crypto.subtle.encrypt.bind(crypto.subtle);
    crypto.subtle.encrypt = (how, key, bytes) => {
      const bound = new TextDecoder().decode(/** @type {any} */ (how).additionalData);
      if (bound.endsWith("|op")) noted.push(new TextDecoder().decode(bytes));
      return encrypt(how, key, bytes);
    };
  });
  const kit = await context.newPage();
  await kit.goto(`${address}/kit/`);
  return { context, kit };
}

/** @param {Page} desk */
async function codeFrom(desk) {
  await desk.goto(`${address}/tablets`);
  await desk.getByLabel("What do you call it?").fill("the blue one");
  await desk.getByRole("button", { name: "Give me a code" }).click();
  return /** @type {string} */ (await desk.locator(".code bdi").textContent());
}

/** @param {Page} kit @param {string} code */
async function joins(kit, code) {
  await kit.locator("#kit input").fill(code);
  await press(kit, "Go on");
  const pins = kit.locator("#kit input");
  await kit.waitForFunction(() => document.querySelectorAll("#kit input").length === 2);
  for (const pin of await pins.all()) await pin.fill(PIN);
  await press(kit, "Join");
  await kit.getByRole("heading", { name: "the blue one is ready" }).waitFor();
}

/** @param {Page} desk @param {string} child */
async function takesAlong(desk, child) {
  await desk.goto(`${address}/tablets`);
  await desk.getByLabel("Whom do you take along?").first().selectOption({ label: child });
  await desk.getByRole("button", { name: "Take along" }).first().click();
  await desk.getByText("until midnight").first().waitFor();
}

/** The child has arrived, and everything the kit needs is on the tablet. @param {Page} kit */
async function comesToRest(kit) {
  await press(kit, "Start");
  await kit.getByRole("button", { name: "Tyler Brannagh" }).waitFor();
  await kit.evaluate(() => navigator.serviceWorker.ready);
}

/** @param {Page} kit @param {string} pin */
async function opensWith(kit, pin) {
  await kit.locator("#kit input").first().fill(pin);
  await press(kit, "Open");
  await kit.getByRole("button", { name: "Open", exact: true }).waitFor({ state: "detached" });
}

/** @param {Page} kit */
async function prepares(kit) {
  await press(kit, "Tyler Brannagh");
  await at(kit, "prepare");
  await follow(kit, ["No, nothing limits", "Read, and Tyler has had an answer", "It fits", "A parent agreed", "Nobody is near",
    "Nothing in particular", "Three houses", "Begin", "Go on", "Done", "Next"], (screen) => screen === "levels");
}

/** @param {Page} kit @param {string} level */
async function choosesALevel(kit, level) {
  await kit.locator(`.way.${level} .whole`).click();
  await press(kit, "Next");
}

/** @param {Page} kit */
async function hearsWhatThisIs(kit) {
  await follow(kit, ["Next", "Yes, OK"], (screen) => screen === "houses");
}

/** A part of the van, a sticker, and words that name it. @param {Page} kit */
async function drawsInGoodThings(kit) {
  await kit.locator(".place.good").click();
  const canvas = kit.locator(".paper-canvas");
  await canvas.waitFor();
  await drawVan(kit, canvas, async () => {}, vanStrokes().slice(0, 3));
  await kit.getByRole("button", { name: "Stickers" }).click();
  await kit.locator(".sticker").nth(7).click();
  const box = await canvas.boundingBox();
  assert.ok(box);
  await kit.mouse.click(box.x + 550, box.y + 300);
  await kit.getByRole("button", { name: "Words", exact: true }).click();
  await kit.locator(".word-tray textarea").fill("PETES VAN");
  await press(kit, "Put on the paper");
  await press(kit, "That’s all");
  await at(kit, "houses");
  return "good";
}

/** @param {Page} kit @param {string[]} worries */
async function writesWorries(kit, worries) {
  await kit.locator(".place.worries").click();
  for (const worry of worries) {
    await kit.locator(".field").fill(worry);
    await press(kit, "Add");
    await kit.getByText(worry).waitFor();
  }
  await press(kit, "That’s all");
  await at(kit, "houses");
}

/** Everybody may see the first page but nobody the worries; the words are read back before. @param {Page} kit */
async function looksBackAndShares(kit) {
  await press(kit, "Finish");
  await at(kit, "look_back");
  await follow(kit, ["Next page", "It is right", "Next"], (screen) => screen === "share");
  for (const answer of [0, 1]) {
    for (const row of await kit.locator(".asking-row").all()) await row.locator(".answer").nth(answer).click();
    const { seen } = await stands(kit);
    await press(kit, /^Next/);
    await becomes(kit, seen);
  }
  await follow(kit, ["That’s all", "Skip", /^(Mon|Tue|Wed|Thu|Fri)/, "Next"], (screen) => screen === "after");
}

/** The worker's own side, behind the PIN. @param {Page} kit */
async function sealsIt(kit) {
  await opensWith(kit, PIN);
  await follow(kit, ["It is safe", "These pages may", "The day is set", "Seal it", /^Done/], (screen) => screen === "sealed");
  await kit.getByRole("heading", { name: /Safe on this tablet/ }).waitFor();
}

/** What was sealed, as it stood before. @param {Page} kit @returns {Promise<string[]>} */
async function recordsOf(kit) {
  return kit.evaluate(() => /** @type {any} */ (window).notedByTheTest);
}

/** Nothing that was said, and no name, can be read in what the tablet keeps. @param {Page} kit @param {string[]} words */
async function isNowhereInClear(kit, words) {
  const found = await kit.evaluate(async (sought) => {
    const databases = await indexedDB.databases();
    const all = [];
    for (const { name } of databases) {
      const opened = await new Promise((resolve, reject) => {
        const asked = indexedDB.open(/** @type {string} */ (name));
        asked.onsuccess = () => resolve(asked.result);
        asked.onerror = () => reject(asked.error);
      });
      const database = /** @type {IDBDatabase} */ (opened);
      for (const store of database.objectStoreNames) {
        const rows = await new Promise((resolve) => {
          const asked = database.transaction(store).objectStore(store).getAll();
          asked.onsuccess = () => resolve(asked.result);
        });
        const written = JSON.stringify(rows, (_, value) =>
          value instanceof ArrayBuffer ? [...new Uint8Array(value)].map((byte) => String.fromCharCode(byte)).join("") : value);
        all.push(...sought.filter((word) => written.includes(word)).map((word) => `${store}: ${word}`));
      }
      database.close();
    }
    return all;
  }, words);
  assert.deepEqual(found, []);
}

/** @param {Page} kit */
async function sends(kit) {
  await press(kit, "Close");
  // It goes by itself as soon as there is a network; whoever is in a hurry presses.
  await kit.getByRole("button", { name: "Send now" }).click({ timeout: 1_000 }).catch(() => {});
  await kit.getByText(/Safe in the record/).waitFor();
}

/** @param {Page} desk */
async function saysWhoseItIs(desk) {
  await desk.goto(`${address}/handed-in`);
  await desk.getByRole("link", { name: "Say whose it is" }).last().click();
  assert.equal(await desk.getByText("ambilance").count(), 0, "nobody needs his words to know whose they are");
  await desk.getByRole("button", { name: "It is Tyler Brannagh’s" }).click();
  await desk.getByRole("heading", { name: "Three Houses" }).waitFor();
}

/** Letter for letter, and line for line. @param {Page} desk @param {string[]} made @param {string} house */
async function standsInTheRecord(desk, made, house) {
  await desk.getByText("“the ambilance”").waitFor();
  await desk.getByText("“PETES VAN”").waitFor();
  const ops = made.map((text) => ({ text, op: JSON.parse(text) }));
  const page = ops.find(({ op }) => op.kind === "page" && op.house === house)?.op.page;
  const drawn = ops.filter(({ op }) => op.page === page && DRAWN.includes(op.kind)).map(({ text }) => `${text}\n`);
  const kept = await desk.locator("[data-drawing]").first().getAttribute("data-drawing");
  const bytes = await desk.evaluate(async (file) => (await fetch(file)).text(), /** @type {string} */ (kept));
  assert.equal(bytes, drawn.join(""), "the drawing in the record is the drawing that was made");
  await desk.getByRole("button", { name: "Watch it being drawn" }).first().click();
  await desk.locator("[data-drawing] canvas").waitFor();
  await desk.locator("[data-drawing] svg").first().waitFor();
}

/** @param {Page} kit @param {string | RegExp} name */
async function press(kit, name) {
  await kit.getByRole("button", { name }).locator("visible=true").first().click();
}

/** @param {Page} kit @param {string} screen */
async function at(kit, screen) {
  await kit.locator(`#kit[data-screen="${screen}"]`).waitFor();
}

/** Goes on as the tree asks, by the first of these answers that is there, and fills what is asked for, until then.
 * @param {Page} kit @param {(string | RegExp)[]} answers @param {(screen: string) => boolean} until */
async function follow(kit, answers, until) {
  for (let step = 0; step < 60; step += 1) {
    const { screen, seen } = await stands(kit);
    if (until(screen)) return;
    await fillsWhatIsAsked(kit);
    // While one screen takes another's place there may be nothing to press for a moment.
    await kit.locator("#kit .foot .button, #kit .staff, #kit .desk button").locator("visible=true").first().waitFor();
    const name = await firstOf(kit, answers);
    assert.ok(name, `nothing to press on ${seen}`);
    // A page may be drawn anew between looking and pressing: then it is looked at again.
    const button = kit.getByRole("button", { name }).locator("visible=true").first();
    const pressed = await button.click({ timeout: 2_000 }).then(() => true, () => false);
    if (pressed) await becomes(kit, seen);
  }
  assert.fail("it goes on and on");
}

/** @param {Page} kit */
async function stands(kit) {
  return kit.evaluate(() => {
    const kit = document.getElementById("kit");
    const screen = kit?.dataset.screen ?? "";
    return { screen, seen: `${screen}|${kit?.innerText}` };
  });
}

/** Something else is seen. @param {Page} kit @param {string} before */
async function becomes(kit, before) {
  await kit.waitForFunction((seen) => {
    const kit = document.getElementById("kit");
    return `${kit?.dataset.screen}|${kit?.innerText}` !== seen;
  }, before);
}

/** @param {Page} kit @param {(string | RegExp)[]} answers */
async function firstOf(kit, answers) {
  for (const name of answers) {
    if (await kit.getByRole("button", { name }).locator("visible=true").count()) return name;
  }
  return undefined;
}

/** All at once, since a page may be drawn anew in between. @param {Page} kit */
async function fillsWhatIsAsked(kit) {
  await kit.evaluate(() => {
    const seen = (/** @type {HTMLElement} */ one) => one.offsetParent !== null;
    for (const field of document.querySelectorAll("#kit input, #kit textarea")) {
      if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) || !seen(field)) continue;
      if (field.type === "radio" || field.type === "checkbox" || field.value) continue;
      field.value = field.type === "date" ? "2026-11-20" : "Mum said yes at home";
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
    for (const set of document.querySelectorAll("#kit fieldset")) {
      const first = set.querySelector("input[type=radio]");
      if (first instanceof HTMLInputElement && !set.querySelector("input:checked")) first.click();
    }
  });
}
