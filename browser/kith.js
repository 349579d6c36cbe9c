// A browser before a running demo, and what every page is held to while it is open.
//
// The demo is started by whoever starts the tests; KITH_ADDRESS says where. Nothing here waits
// for a time: pages are waited for by what is on them.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { chromium } from "playwright-core";

/** @typedef {import("playwright-core").Browser} Browser */
/** @typedef {import("playwright-core").Page} Page */
/** @typedef {{width?: number, height?: number, dark?: boolean}} Screen */

/** Where the demo is, without a slash at its end. */
export const address = (process.env.KITH_ADDRESS ?? "http://127.0.0.1:8080").replace(/\/$/, "");

/** The demo's password, for every account. */
const PASSWORD = "wexcombe-demo";

/** What a page of the demo complained of while it was open: errors, breaches of the policy. */
const complaints = new WeakMap();

/** @type {Map<string, Awaited<ReturnType<import("playwright-core").BrowserContext["storageState"]>>>} */
const signedIn = new Map();

/** What Debian's browser is told: no window, and no talk with anybody of its own accord. */
export const ARGUMENTS = [
  "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update",
];

/** Where it is. */
export function browserHere() {
  return ["/usr/bin/chromium", "/usr/bin/chromium-browser"].find((path) => existsSync(path));
}

/** Debian's browser, without a window. */
export async function openBrowser() {
  return chromium.launch({ executablePath: browserHere(), args: ARGUMENTS });
}

/**
 * A page of nobody who has signed in.
 * @param {Browser} browser
 * @param {Screen} screen
 * @param {string} [who]
 */
export async function pageOf(browser, { width = 1366, height = 1000, dark = false } = {}, who) {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: dark ? "dark" : "light",
    locale: "en-GB",
    timezoneId: "Europe/London",
    storageState: who === undefined ? undefined : signedIn.get(who),
  });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  /** @type {string[]} */
  const heard = [];
  complaints.set(page, heard);
  page.on("console", (line) => {
    // What the server answered to a page itself is for its test to judge.
    const ofThePage = line.location().url === page.url() && line.text().startsWith("Failed to load resource");
    if (line.type() === "error" && !ofThePage) heard.push(`${page.url()}: ${line.text()}`);
  });
  page.on("pageerror", (error) => heard.push(`${page.url()}: ${error.message}`));
  return page;
}

/**
 * A page of somebody of Wexcombe, signed in, at their first page. They sign in once for each
 * file of tests; later pages of theirs go on in that session.
 * @param {Browser} browser
 * @param {string} who  as in "worker@wexcombe.example"
 * @param {Screen} [screen]
 */
export async function deskOf(browser, who, screen) {
  const page = await pageOf(browser, screen, who);
  await page.goto(`${address}/`);
  if (!signedIn.has(who)) {
    await page.getByLabel("Work email").fill(`${who}@wexcombe.example`);
    await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
    signedIn.set(who, await page.context().storageState());
  }
  return page;
}

/**
 * Opens a child's front page by their name on my work, and waits for its letters.
 * @param {Page} page
 * @param {string} called
 */
export async function openChild(page, called) {
  await page.goto(`${address}/`);
  await page.getByRole("link", { name: called, exact: true }).first().click();
  await page.locator(".front-page").waitFor();
  await lettersAreHere(page);
}

/** @param {Page} page */
export async function lettersAreHere(page) {
  await page.evaluate(() => document.fonts.ready.then(() => true));
}

/**
 * Nothing went wrong on this page since it was opened, by the browser's own word.
 * @param {Page} page
 */
export function nothingWentWrong(page) {
  assert.deepEqual(complaints.get(page), [], "the browser complained");
}

/**
 * Nobody has to scroll sideways.
 * @param {Page} page
 */
export async function goesNotSideways(page) {
  const [needs, has] = await page.evaluate(() => {
    const root = document.documentElement;
    return [root.scrollWidth, root.clientWidth];
  });
  assert.ok(needs <= has, `${page.url()} is ${needs} px wide on a screen of ${has}`);
}
