// A tablet with the kit on it, in a context of its own, and the worker's desk that it belongs to: what every journey with a
// tablet does before and after what it is about.
import assert from "node:assert/strict";
import { address } from "./kith.js";

/** @typedef {import("playwright-core").Page} Page */
/** @typedef {import("playwright-core").Browser} Browser */
/** @typedef {import("playwright-core").BrowserContext} Context */
/** @typedef {{at?: string, init?: () => void}} How  where the office is reached; what runs in each page before all else */

export const PIN = "482913";
export const CHILD = "Tyler Brannagh";

/** How large it is, and where. */
export const SIZE = { viewport: { width: 1180, height: 820 }, locale: "en-GB", timezoneId: "Europe/London" };

/** A tablet with the kit on its home screen, and the kit open. @param {Browser} browser @param {How} [how] */
export async function tabletIn(browser, how = {}) {
  const context = await browser.newContext(SIZE);
  return { context, kit: await openKit(context, how) };
}

/** The kit, opened from the home screen. @param {Context} context @param {How} [how] */
export async function openKit(context, { at: office = address, init } = {}) {
  context.setDefaultTimeout(15_000);
  await context.addInitScript(() => Object.defineProperty(navigator, "standalone", { value: true }));
  if (init) await context.addInitScript(init);
  const kit = await context.newPage();
  await kit.goto(`${office}/kit/`);
  return kit;
}

/** Where tablets stand, in the office of this desk. @param {Page} desk */
const tabletsOf = (desk) => new URL("/tablets", desk.url()).href;

/** @param {Page} desk @param {string} [called] */
export async function codeFrom(desk, called = "the blue one") {
  await desk.goto(tabletsOf(desk));
  await desk.getByLabel("What do you call it?").fill(called);
  await desk.getByRole("button", { name: "Give me a code" }).click();
  return /** @type {string} */ (await desk.locator(".code bdi").textContent());
}

/** @param {Page} kit @param {string} code @param {string} [called] */
export async function joins(kit, code, called = "the blue one") {
  await kit.locator("#kit input").fill(code);
  await press(kit, "Go on");
  const pins = kit.locator("#kit input");
  await kit.waitForFunction(() => document.querySelectorAll("#kit input").length === 2);
  for (const pin of await pins.all()) await pin.fill(PIN);
  await press(kit, "Join");
  await kit.getByRole("heading", { name: `${called} is ready` }).waitFor();
}

/** @param {Page} desk @param {string} child @param {string} [tablet] the newest where it is not said: only where nobody else has one */
export async function takesAlong(desk, child, tablet) {
  await desk.goto(tabletsOf(desk));
  const of = tablet === undefined ? desk : desk.locator("section, li, article").filter({ has: desk.getByRole("heading", { name: tablet }) }).last();
  await choosesChild(of.getByLabel("Whom do you take along?").first(), child);
  await of.getByRole("button", { name: "Take along" }).first().click();
  await of.getByText("until midnight").first().waitFor();
}

/** A child in a list to choose from, which says their age too. @param {import("playwright-core").Locator} list @param {string} child */
export async function choosesChild(list, child) {
  await list.selectOption(await list.locator("option").filter({ hasText: child }).first().getAttribute("value"));
}

/** The child has arrived, and everything the kit needs is on the tablet. @param {Page} kit @param {string} [child] */
export async function comesToRest(kit, child = CHILD) {
  await press(kit, "Start");
  await kit.getByRole("button", { name: child }).waitFor();
  await kit.evaluate(() => navigator.serviceWorker.ready);
}

/** @param {Page} kit @param {string} [pin] */
export async function opensWith(kit, pin = PIN) {
  await kit.locator("#kit input").first().fill(pin);
  await press(kit, "Open");
  await kit.getByRole("button", { name: "Open", exact: true }).waitFor({ state: "detached" });
}

/** What the worker answers before the child is asked anything. */
export const PREPARED = [
  "No, nothing limits", "Read, and Tyler has had an answer", "It fits", "A parent agreed", "Nobody is near",
  "Nothing in particular", "Three houses", "Begin", "Go on", "Done", "Next",
];

/** From the start page to the houses, at this level. @param {Page} kit @param {string} [level] @param {string} [child] */
export async function reachesTheHouses(kit, level = "b", child = CHILD) {
  await press(kit, child);
  await at(kit, "prepare");
  await follow(kit, PREPARED, (screen) => screen === "levels");
  await kit.locator(`.way.${level} .whole`).click();
  await press(kit, "Next");
  await follow(kit, ["Next", "Yes, OK"], (screen) => screen === "houses");
}

/** The worker's own side, behind the PIN; without a network, where it stays on the tablet. @param {Page} kit */
export async function sealsIt(kit) {
  await opensWith(kit);
  await follow(kit, ["It is safe", "These pages may", "On to your own", "Seal it", /^Done/], (screen) => screen === "sealed");
  await kit.getByRole("heading", { name: /Safe on this tablet/ }).waitFor();
}

/** What is sealed goes to the office. @param {Page} kit */
export async function sends(kit) {
  await press(kit, "Close");
  // It goes by itself as soon as there is a network; whoever is in a hurry presses.
  await kit.getByRole("button", { name: "Send now" }).click({ timeout: 1_000 }).catch(() => {});
  await kit.getByText(/Safe at your office/).waitFor();
}

/** What came from this tablet, at the office: others hand in at the same time. @param {Page} desk @param {string} tablet */
export async function asksWhoseItIs(desk, tablet) {
  await desk.goto(new URL("/handed-in", desk.url()).href);
  const row = desk.getByRole("row").filter({ hasText: tablet }).first();
  await row.getByRole("link", { name: "Say whose it is" }).click();
}

/** @param {Page} desk @param {string} child */
export async function isFiledAs(desk, child) {
  await desk.getByRole("button", { name: `It is ${child}’s` }).click();
  await desk.getByRole("heading", { name: "Three Houses" }).waitFor();
}

/** @param {Page} kit @param {string | RegExp} name */
export async function press(kit, name) {
  await kit.getByRole("button", { name }).locator("visible=true").first().click();
}

/** @param {Page} kit @param {string} screen */
export async function at(kit, screen) {
  await kit.locator(`#kit[data-screen="${screen}"]`).waitFor();
}

/** Goes on as the tree asks, by the first of these answers that is there, and fills what is asked for, until then.
 * @param {Page} kit @param {(string | RegExp)[]} answers @param {(screen: string) => boolean | Promise<boolean>} until */
export async function follow(kit, answers, until) {
  for (let step = 0; step < 60; step += 1) {
    const { screen, seen } = await stands(kit);
    if (await until(screen)) return;
    await fillsWhatIsAsked(kit);
    // While one screen takes another's place there may be nothing to press for a moment.
    await kit.locator("#kit .foot .button, #kit .staff, #kit .desk button").locator("visible=true").first().waitFor();
    const name = await firstOf(kit, answers);
    if (!name) {
      // The screen may just be going: then it is looked at again; one that stays has nothing for us.
      const went = await becomes(kit, seen).then(() => true, () => false);
      assert.ok(went, `nothing to press on ${seen}`);
      continue;
    }
    // A page may be drawn anew between looking and pressing: then it is looked at again.
    const button = kit.getByRole("button", { name }).locator("visible=true").first();
    const pressed = await button.click({ timeout: 2_000 }).then(() => true, () => false);
    if (pressed) await becomes(kit, seen);
  }
  assert.fail("it goes on and on");
}

/** @param {Page} kit */
export async function stands(kit) {
  return kit.evaluate(() => {
    const kit = document.getElementById("kit");
    const screen = kit?.dataset.screen ?? "";
    return { screen, seen: `${screen}|${kit?.innerText}` };
  });
}

/** Something else is seen. @param {Page} kit @param {string} before */
export async function becomes(kit, before) {
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
    // A parent agreed some days ago; a child hears in a week.
    const ahead = document.getElementById("kit")?.dataset.screen === "after" ? 7 : -7;
    const day = new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
    for (const field of document.querySelectorAll("#kit input, #kit textarea")) {
      if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) || !seen(field)) continue;
      if (field.type === "radio" || field.type === "checkbox" || field.value) continue;
      field.value = field.type === "date" ? day : "Mum said yes at home";
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
    for (const set of document.querySelectorAll("#kit fieldset")) {
      const first = set.querySelector("input[type=radio]");
      if (first instanceof HTMLInputElement && !set.querySelector("input:checked")) first.click();
    }
  });
}

/**
 * A window in which the tablet is open as the kit's own scripts open it, and no screen is: for what happens between the
 * tablet and its office. It is `tablet` there.
 * @param {Context} context @param {string} office
 */
export async function openBare(context, office) {
  const page = await context.newPage();
  await page.goto(`${office}/sign-in`);
  await page.evaluate(async () => {
    const kit = await (await fetch("/kit/")).text();
    const folder = /\/a\/\w+\//.exec(kit)?.[0];
    const { openTablet } = await import(`${folder}js/kit/tablet.js`);
    Object.assign(globalThis, { tablet: await openTablet() });
  });
  return page;
}

/**
 * Runs in such a window with its tablet, and what was given it.
 * @template T
 * @param {Page} page @param {(tablet: any, given: any) => T | Promise<T>} does @param {unknown} [given]
 * @returns {Promise<T>}
 */
export async function run(page, does, given) {
  const expression = `(${does})(globalThis.tablet, ${JSON.stringify(given) ?? "undefined"})`;
  return page.evaluate(expression);
}

/** What is kept of sessions on the tablet: their rows, and how many records and parts. @param {Page} page */
export async function kept(page) {
  return page.evaluate(async () => {
    const database = await new Promise((/** @type {(database: IDBDatabase) => void} */ resolve, reject) => {
      const asked = indexedDB.open("kith-kit");
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error);
    });
    const all = await Promise.all(["sessions", "records", "parts", "packs", "vault"].map((store) => new Promise((resolve) => {
      const asked = database.transaction(store).objectStore(store).getAll();
      asked.onsuccess = () => resolve(asked.result);
    })));
    database.close();
    const [sessions, records, parts, packs, vault] = /** @type {any[][]} */ (all);
    const wraps = sessions?.filter(({ wraps }) => wraps.b !== null).length;
    return { sessions: sessions?.length, open: wraps, pieces: (records?.length ?? 0) + (parts?.length ?? 0), packs: packs?.length, vault: vault?.length };
  });
}
