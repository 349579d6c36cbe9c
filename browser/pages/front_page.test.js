// The front page of Idris as it was drawn: where each slot stands, how large its letters are, that
// nothing is cut off, and that the same slots stand in the same order on every screen.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { deskOf, goesNotSideways, nothingWentWrong, openBrowser, openChild } from "../kith.js";

/** @typedef {import("playwright-core").Page} Page */

/** How far a measure may be off, in pixels. */
const NEAR = 4;

/** Left, top, width and height of the drawn page at 1366 by 1000. */
const DRAWN = {
  ".top": [0, 0, 1366, 52],
  ".name-row": [83, 52, 1200, 51],
  ".name-row .emblem": [83, 59, 40, 40],
  ".divider[aria-current]": [83, 103, 110, 41],
  ".divider:nth-of-type(2)": [197, 107, 61, 36],
  ".front-page": [83, 143, 1200, 823],
  ".tonight": [84, 144, 1198, 60],
  ".tonight h2": [84, 144, 272, 60],
  ".identity": [108, 218, 248, 737],
  ".slot-child": [108, 218, 231, 277],
  ".slot-helping": [108, 737, 231, 218],
  ".slot-worries": [372, 218, 279, 361],
  ".slot-well": [675, 218, 279, 361],
  ".slot-needs": [979, 218, 279, 361],
  ".slot-scale": [372, 588, 583, 231],
  ".slot-plan": [979, 588, 279, 231],
  ".slot-decision": [372, 828, 583, 127],
  ".slot-unknown": [979, 828, 279, 127],
  ".lately": [83, 966, 1200, 32],
};

/** Size, weight and height of a line; weight 650 is the file's bold. */
const LETTERS = {
  h1: ["26px", "650", "31.2px"],
  ".facts-wide": ["16px", "400", "23.2px"],
  ".tonight-lines": ["18px", "650", "24.3px"],
  ".says": ["16px", "650", "21.6px"],
  ".seen": ["16px", "400", "22.4px"],
  ".slot-worries .statement": ["16px", "400", "22.4px"],
  ".slot-needs .statement": ["16px", "400", "22.4px"],
  ".strengths p": ["16px", "400", "22.4px"],
  ".head": ["18px", "650", "23.4px"],
  ".source": ["14px", "400", "19.6px"],
  ".anchor": ["14px", "400", "19.6px"],
};

/** Slots in the order in which they are read, on a wide screen and on a phone. */
const WIDE = ["tonight", "child", "family", "helping", "worries", "well", "needs", "scale", "plan", "decision", "unknown", "lately"];
const PHONE = ["tonight", "child", "worries", "well", "needs", "scale", "plan", "decision", "unknown", "family", "helping", "lately"];

/** @type {import("playwright-core").Browser} */
let browser;
before(async () => { browser = await openBrowser(); });
after(() => browser.close());

test("at 1366 by 1000 each slot stands where it was drawn", async () => {
  const page = await frontPage({ width: 1366, height: 1000 });
  for (const [where, drawn] of Object.entries(DRAWN)) {
    const box = await page.locator(where).first().boundingBox();
    assert.ok(box, `${where} is not on the page`);
    const is = [box.x, box.y, box.width, box.height];
    const off = is.map((measure, nth) => Math.abs(measure - (drawn[nth] ?? 0)));
    assert.ok(off.every((by) => by <= NEAR), `${where} is at ${is}, drawn at ${drawn}`);
  }
  const right = await edge(page, ".identity");
  assert.ok(Math.abs(right - await edge(page, ".tonight h2")) <= NEAR, "the label ends over the identity column");
  nothingWentWrong(page);
});

test("its letters have the drawn sizes, and a dot is eight pixels", async () => {
  const page = await frontPage({ width: 1366, height: 1000 });
  for (const [where, drawn] of Object.entries(LETTERS)) {
    const is = await page.locator(where).first().evaluate((element) => {
      const style = getComputedStyle(element);
      return [style.fontSize, style.fontWeight, style.lineHeight];
    });
    assert.deepEqual(is, drawn, where);
  }
  const dot = await page.locator(".new-dot").first().boundingBox();
  assert.deepEqual([dot?.width, dot?.height], [8, 8]);
});

test("the whole child is in a thousand pixels: nothing scrolls and nothing is cut off", async () => {
  const page = await frontPage({ width: 1366, height: 1000 });
  const needs = await page.evaluate(() => document.documentElement.scrollHeight);
  assert.ok(needs <= 1000, `the page needs ${needs} px`);
  await goesNotSideways(page);
  assert.deepEqual(await cutOff(page), []);
});

for (const [width, order] of /** @type {[number, string[]][]} */ ([[1366, WIDE], [768, WIDE], [390, PHONE], [320, PHONE]])) {
  for (const dark of [false, true]) {
    test(`the same slots in the same order at ${width} px, ${dark ? "dark" : "light"}`, async () => {
      const page = await frontPage({ width, height: 1000, dark });
      assert.deepEqual(await slots(page, width < 720), order);
      assert.deepEqual(await cutOff(page), []);
      await goesNotSideways(page);
      nothingWentWrong(page);
    });
  }
}

for (const width of [768, 390, 320]) {
  test(`at ${width} px the plot stands between its ends, and everyday care after them`, async () => {
    const page = await frontPage({ width, height: 1000 });
    const tops = await page.locator(".anchor-10, .scale-chart, .anchor-0, .everyday").evaluateAll((all) =>
      all.map((part) => ({ name: part.classList[part.classList.length - 1], top: part.getBoundingClientRect().top }))
        .sort((one, other) => one.top - other.top).map((part) => part.name));
    assert.deepEqual(tops, ["anchor-10", "scale-chart", "anchor-0", "everyday"]);
  });
}

test("on a phone a call is a button that a thumb finds", async () => {
  const page = await frontPage({ width: 390, height: 844 });
  for (const call of await page.locator(".rings .phone, .helping .phone[href]").all()) {
    const box = await call.boundingBox();
    assert.ok(box && box.height >= 44, `${await call.innerText()} is ${box?.height} px high`);
  }
  const others = page.locator(".others summary");
  assert.match(await others.innerText(), /other pages?/);
  await others.click();
  await page.locator(".others").getByRole("link", { name: "Map" }).click();
  await page.getByRole("heading", { name: "Working well" }).waitFor();
});

test("where a page is read from the right, drawings keep their words and numbers are not turned round", async () => {
  const page = await frontPage({ width: 1366, height: 1000 });
  const drawn = await wordsInDrawings(page);
  await page.evaluate(() => { document.documentElement.dir = "rtl"; });
  assert.deepEqual(await wordsInDrawings(page), drawn);
  const turned = await page.locator(".phone").evaluateAll((all) => all.filter((phone) => {
    const words = document.createTreeWalker(phone, NodeFilter.SHOW_TEXT).nextNode();
    if (!words) return false;
    const [first, last] = [0, (words.textContent ?? "").trimEnd().length - 1].map((at) => {
      const letter = document.createRange();
      letter.setStart(words, at);
      letter.setEnd(words, at + 1);
      return letter.getBoundingClientRect().left;
    });
    return (first ?? 0) > (last ?? 0);
  }).map((phone) => phone.textContent));
  assert.deepEqual(turned, []);
});

/** @param {import("../kith.js").Screen} screen */
async function frontPage(screen) {
  const page = await deskOf(browser, "worker", screen);
  await openChild(page, "Idris");
  return page;
}

/**
 * @param {Page} page
 * @param {string} where
 */
async function edge(page, where) {
  const box = await page.locator(where).boundingBox();
  return box ? box.x + box.width : NaN;
}

/**
 * Each word of the family drawing and of the chart, and how far from its drawing's left it begins.
 * @param {Page} page
 */
async function wordsInDrawings(page) {
  return page.locator(".genogram text, .scale-chart text").evaluateAll((all) => all.map((word) => {
    const drawing = word.closest("svg")?.getBoundingClientRect();
    return [word.textContent, Math.round(word.getBoundingClientRect().left - (drawing?.left ?? 0))];
  }));
}

/**
 * The slots in the order of the page; on a phone, from the top of the screen down.
 * @param {Page} page
 * @param {boolean} downwards
 */
async function slots(page, downwards) {
  const found = await page.locator(".tonight, [class*=slot-], .lately").evaluateAll((all) =>
    all.map((slot) => ({
      name: [...slot.classList].map((name) => name.replace("slot-", "")).find((name) => name !== "column") ?? "",
      top: slot.getBoundingClientRect().top,
      shown: slot.checkVisibility(),
    })));
  assert.ok(found.every((slot) => slot.shown), "a slot is hidden");
  if (downwards) found.sort((one, other) => one.top - other.top);
  return found.map((slot) => slot.name);
}

/**
 * Whatever is wider than its box, and words that stand outside the sheet or on top of others' slots.
 * @param {Page} page
 */
async function cutOff(page) {
  return page.locator("main").evaluate((main) => {
    const isHidden = (/** @type {Element} */ element) => element.closest(".for-readers, .only-print, svg, details:not([open]) > :not(summary)");
    const wide = [...main.querySelectorAll("*")].filter((element) =>
      !isHidden(element) && element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1);
    const out = [...main.querySelectorAll(".tonight p, .tonight .rings, [class*=slot-] :is(p, li, h2)")].filter((element) => {
      const slot = element.closest(".tonight, [class*=slot-]");
      if (!slot || isHidden(element) || !element.checkVisibility()) return false;
      const [inner, outer] = [element.getBoundingClientRect(), slot.getBoundingClientRect()];
      return inner.left < outer.left - 1 || inner.right > outer.right + 1
        || inner.top < outer.top - 1 || inner.bottom > outer.bottom + 1;
    });
    return [...wide, ...out].map((element) => `${element.tagName} ${element.className}: ${element.textContent?.slice(0, 40)}`);
  });
}
