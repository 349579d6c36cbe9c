// Every page that somebody of Wexcombe can reach by a link, one of each kind: axe finds nothing by
// day and by night, the policy is broken nowhere, and nobody scrolls sideways, on a small phone or
// on a tablet.
//
// Pages are found and not listed, so that a new one is held to this on the day it is linked.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { axeFindsNothing } from "../axe.js";
import { address, deskOf, goesNotSideways, nothingWentWrong, openBrowser, openChild, pageOf } from "../kith.js";

/** @typedef {import("playwright-core").Page} Page */

/** Who goes round, and what they must at least have come by. */
const ROUNDS = {
  worker: ["/", "/children", "/children/{id}", "/children/{id}/map", "/children/{id}/map?add", "/children/{id}/map?danger",
    "/children/{id}/map?edit", "/children/{id}/map?goal-for", "/children/{id}/map?rate", "/children/{id}/story",
    "/children/{id}/notes", "/children/{id}/steps", "/children/{id}/access", "/listening", "/library", "/library/{card}",
    "/about"],
  leader: ["/", "/children", "/children/{id}", "/listening", "/listening?months"],
  admin: ["/accounts", "/accounts/{id}", "/library"],
  data: ["/", "/children", "/children/{id}/steps", "/listening"],
};

/** @type {import("playwright-core").Browser} */
let browser;
before(async () => { browser = await openBrowser(); });
after(() => browser.close());

test("the pages before signing in", async () => {
  const page = await pageOf(browser);
  for (const path of ["/sign-in", "/choose-password"]) {
    await page.goto(address + path);
    await holds(page);
  }
  nothingWentWrong(page);
});

for (const [who, expected] of Object.entries(ROUNDS)) {
  test(`every page that ${who} comes by`, async () => {
    const page = await deskOf(browser, who);
    const seen = new Set();
    const ahead = [page.url()];
    if (who === "worker") {
      await openChild(page, "Idris");
      ahead.push(page.url());
    }
    for (let next = ahead.shift(); next !== undefined; next = ahead.shift()) {
      const kind = kindOf(next);
      if (seen.has(kind)) continue;
      seen.add(kind);
      const answer = await page.goto(next);
      // 403 is the page that asks why.
      assert.ok(answer?.ok() || answer?.status() === 403, `${next}: ${answer?.status()}`);
      ahead.push(...await links(page));
      await holds(page);
    }
    for (const kind of expected) assert.ok(seen.has(kind), `${who} never came by ${kind}: ${[...seen].join(" ")}`);
    nothingWentWrong(page);
  });
}

/** @param {Page} page */
async function holds(page) {
  await page.setViewportSize({ width: 1366, height: 1000 });
  await page.emulateMedia({ colorScheme: "light" });
  await axeFindsNothing(page);
  await goesNotSideways(page);
  await page.setViewportSize({ width: 768, height: 1000 });
  await goesNotSideways(page);
  await page.setViewportSize({ width: 320, height: 700 });
  await page.emulateMedia({ colorScheme: "dark" });
  await axeFindsNothing(page);
  await goesNotSideways(page);
}

/** @param {Page} page */
async function links(page) {
  const all = await page.locator("a[href]:not([download])").evaluateAll((found) =>
    found.map((link) => (link instanceof HTMLAnchorElement ? link.href.replace(/#.*$/, "") : "")));
  // The text of a licence is no page of ours.
  return all.filter((link) => link.startsWith(address) && !link.startsWith(`${address}/a/`));
}

/**
 * An address with its ids and answers left out: one of each kind is enough.
 * @param {string} link
 */
function kindOf(link) {
  const url = new URL(link);
  const path = url.pathname.replace(/^\/library\/[a-z-]+$/, "/library/{card}").replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "{id}");
  const asked = [...url.searchParams.keys()].sort().join("&");
  return asked === "" ? path : `${path}?${asked}`;
}
