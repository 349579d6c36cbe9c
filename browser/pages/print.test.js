// Front pages on paper: one side of A4, whatever the child.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { address, deskOf, lettersAreHere, openBrowser, openChild } from "../kith.js";

/** @type {import("playwright-core").Browser} */
let browser;
before(async () => { browser = await openBrowser(); });
after(() => browser.close());

test("Idris is printed on one side, with the same words and who printed them", async () => {
  const page = await deskOf(browser, "worker");
  await openChild(page, "Idris");
  const said = await page.locator(".slot-worries .statement").innerText();
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.locator(".slot-worries .statement").innerText(), said);
  assert.match(await page.locator(".printed").innerText(), /Printed by Anita Rowe.*\s*Page 1 of 1/s);
  assert.equal(await page.locator(".print-refusal").count(), 0);
  assert.equal(await page.getByRole("button", { name: "Print" }).isVisible(), false);
  assert.equal(sides(await page.pdf({ preferCSSPageSize: true })), 1);
});

test("every child Anita works with is printed on one side", async () => {
  const page = await deskOf(browser, "worker");
  const children = await page.locator(".children a[href^='/children/']").evaluateAll((links) =>
    [...new Set(links.map((link) => link.getAttribute("href") ?? ""))]);
  assert.ok(children.length >= 12, `${children.length} children`);
  for (const child of children) {
    await page.goto(address + child);
    await lettersAreHere(page);
    assert.equal(sides(await page.pdf({ preferCSSPageSize: true })), 1, await page.title());
  }
});

/**
 * How many pages a PDF has.
 * @param {Buffer} pdf
 */
function sides(pdf) {
  return (pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g) ?? []).length;
}
