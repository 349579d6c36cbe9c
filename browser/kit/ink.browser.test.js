// Drawing in a real browser, under the program's own policy: what the hand does is what is kept, and what is kept is what is seen.
import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { openPaper, openPaperBrowser, servePaper } from "./paper_server.js";
import { vanOps } from "./van.js";

/** @typedef {import("playwright-core").Page} Page */

/** @type {Awaited<ReturnType<typeof servePaper>>} */
let server;
/** @type {import("playwright-core").Browser} */
let browser;
/** @type {Page} */
let page;
/** What the browser complained of. @type {string[]} */
let complaints;

before(async () => {
  server = await servePaper();
  browser = await openPaperBrowser();
});
beforeEach(async () => {
  await page?.context().close();
  [page, complaints] = await openPaper(browser, server.address);
});
after(async () => {
  await browser.close();
  await server.close();
});

/** The kit in the page. */
const ops = () => page.evaluate(() => /** @type {any} */ (window).kit.ops);
/** @param {Record<string, unknown>} fields */
const take = (fields) => page.evaluate((what) => { Object.assign(/** @type {any} */ (window).kit.paper, what); }, fields);

/** Draws with the mouse, in paper units: the paper is as wide as its units on this page. @param {[number, number][]} places */
async function draw(places) {
  const box = await page.locator(".paper-canvas").boundingBox();
  assert.equal(box?.width, 744);
  const [first = [0, 0], ...rest] = places.map(([x, y]) => /** @type {[number, number]} */ ([x + (box?.x ?? 0), y + (box?.y ?? 0)]));
  await page.mouse.move(...first);
  await page.mouse.down();
  for (const place of rest) await page.mouse.move(...place);
  await page.mouse.up();
}

/** The colour of one unit of the paper. @param {number} x @param {number} y */
const colourAt = (x, y) => page.evaluate(([left, top]) => {
  const context = /** @type {HTMLCanvasElement} */ (document.querySelector(".paper-canvas")).getContext("2d");
  const unit = (context?.canvas.width ?? 0) / 744;
  const [r = 0, g = 0, b = 0] = context?.getImageData(left * unit, top * unit, 1, 1).data ?? [];
  return `#${[r, g, b].map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}, /** @type {[number, number]} */ ([x, y]));

/** Pixels of the paper that are not as the ops say they should be. */
const wrongPixels = () => page.evaluate(() => {
  const { drawPage, ops: kept } = /** @type {any} */ (window).kit;
  const seen = /** @type {HTMLCanvasElement} */ (document.querySelector(".paper-canvas"));
  const canvas = Object.assign(document.createElement("canvas"), { width: seen.width, height: seen.height });
  const context = canvas.getContext("2d", { alpha: false });
  drawPage(context, kept, seen.width / 744);
  const [one, other] = [seen, canvas].map((each) =>
    /** @type {ImageData} */ (each.getContext("2d")?.getImageData(0, 0, seen.width, seen.height)).data);
  return [...one ?? []].filter((value, n) => value !== other?.[n]).length;
});

const BOX = /** @type {[number, number][]} */ ([[100, 100], [140, 104], [180, 100], [184, 140], [180, 180], [140, 176], [100, 180]]);

test("the mouse draws: one stroke, its points where the mouse was, ink where the points are", async () => {
  await take({ colour: "#c24e36", width: 8 });
  await draw(BOX);
  const [stroke, ...more] = (await ops()).filter((/** @type {any} */ op) => op.ended);
  assert.equal(more.length, 0);
  const { kind, page: of, tool, colour, width, by } = stroke;
  assert.deepEqual({ kind, of, tool, colour, width, by }, { kind: "stroke", of: "one", tool: "crayon", colour: "#c24e36", width: 8, by: "child" });
  assert.match(stroke.id, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.deepEqual(stroke.points.map((/** @type {number[]} */ point) => point.slice(0, 3)), BOX.map(([x, y]) => [x, y, 0.5]));
  assert.equal(await colourAt(140, 104), "#c24e36");
  assert.equal(await colourAt(140, 140), "#fffefb");
  assert.deepEqual(complaints, []);
});

test("what is seen while drawing is what the ops draw, to the pixel, on a screen of two pixels to one", async () => {
  await draw(BOX);
  await take({ colour: "#f0bf35", width: 5 });
  await draw([[90, 90], [200, 200], [130, 90], [260, 150]]);
  await draw([[300, 300]]);
  await take({ tool: "eraser", width: 28 });
  await draw([[120, 60], [150, 220]]);
  assert.equal(await wrongPixels(), 0);
});

test("the eraser rubs out in the colour of the paper; undo brings back what was under it", async () => {
  await take({ width: 14 });
  await draw([[100, 200], [300, 200]]);
  await take({ tool: "eraser", width: 28 });
  await draw([[200, 150], [200, 250]]);
  assert.deepEqual([await colourAt(200, 200), await colourAt(120, 200)], ["#fffefb", "#3c6fb4"]);
  await page.evaluate(() => /** @type {any} */ (window).kit.paper.undo());
  assert.equal((await ops()).at(-1).kind, "undo");
  assert.equal(await colourAt(200, 200), "#3c6fb4");
  await page.evaluate(() => /** @type {any} */ (window).kit.paper.undo());
  assert.equal(await colourAt(120, 200), "#fffefb");
  assert.equal(await page.evaluate(() => /** @type {any} */ (window).kit.paper.undo()), false);
});

test("a tab that is killed in the middle of a stroke leaves the stroke", async () => {
  const box = await page.locator(".paper-canvas").boundingBox();
  const [left, top] = [box?.x ?? 0, box?.y ?? 0];
  await page.mouse.move(left + 50, top + 50);
  await page.mouse.down();
  let x = 50;
  for (; (await ops()).length === 0 && x < 700; x += 3) await page.mouse.move(left + x, top + 50 + (x % 40));
  const context = page.context();
  const gone = page.waitForEvent("crash");
  void page.goto("chrome://crash").catch(() => {});
  await gone;
  const again = await context.newPage();
  await again.goto(server.address);
  const left_behind = JSON.parse(await again.evaluate(() => localStorage.getItem("ops") ?? "[]"));
  assert.equal(left_behind.length, 1);
  assert.equal(left_behind[0].ended, false);
  assert.ok(left_behind[0].points.length > 3);
  await again.waitForSelector("body[data-ready]");
  const shown = await again.evaluate((kept) => {
    const { paper } = /** @type {any} */ (window).kit;
    paper.show(kept);
    const unit = paper.canvas.width / 744;
    return [...paper.context.getImageData(50 * unit, 50 * unit, 1, 1).data].slice(0, 3);
  }, left_behind);
  assert.deepEqual(shown, [0x3c, 0x6f, 0xb4]);
});

test("a page drawn again as it was drawn ends as it is, to the pixel; stopped, it is whole at once", async () => {
  await page.evaluate((van) => {
    const { kit } = /** @type {any} */ (window);
    kit.ops.push(...van, { kind: "sticker", page: "one", id: "s", what: "sun", x: 60, y: 60, size: 96, since: 999_999 });
    kit.paper.show(kit.ops);
  }, vanOps("one", (nth) => `v${nth}`));
  await page.evaluate(() => /** @type {any} */ (window).kit.stickersAreHere());
  const seen = await page.evaluate(async () => {
    const { kit } = /** @type {any} */ (window);
    const canvas = Object.assign(document.createElement("canvas"), { width: kit.paper.canvas.width });
    const through = await kit.replay(canvas, kit.ops, { speed: 400 }).done;
    const whole = canvas.toDataURL() === kit.paper.canvas.toDataURL();
    const slow = kit.replay(canvas, kit.ops, { speed: 0.001 });
    await new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(resolve)); });
    const halfway = canvas.toDataURL() === kit.paper.canvas.toDataURL();
    slow.stop();
    return [through, whole, halfway, await slow.done, canvas.toDataURL() === kit.paper.canvas.toDataURL()];
  });
  assert.deepEqual(seen, [true, true, false, false, true]);
});

test("who wants things to hold still sees the whole page at once", async () => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await draw(BOX);
  const done = await page.evaluate(async () => {
    const { kit } = /** @type {any} */ (window);
    const canvas = Object.assign(document.createElement("canvas"), { width: kit.paper.canvas.width });
    const seen = await kit.replay(canvas, kit.ops, { speed: 0.0001 }).done;
    return [seen, canvas.toDataURL() === kit.paper.canvas.toDataURL()];
  });
  assert.deepEqual(done, [false, true]);
});

test("a sticker is put down by a tap, picked up and carried by another", async () => {
  await page.evaluate(() => /** @type {any} */ (window).kit.stickersAreHere());
  await take({ tool: "sticker", sticker: "cat" });
  await draw([[300, 200]]);
  await draw([[310, 210], [400, 250], [510, 310]]);
  const [put, moved, ...more] = await ops();
  assert.deepEqual([put.kind, put.what, put.x, put.y, put.size], ["sticker", "cat", 300, 200, 96]);
  assert.deepEqual([moved.kind, moved.id, moved.x, moved.y], ["sticker_moved", put.id, 500, 300]);
  assert.equal(more.length, 0);
  assert.equal(await wrongPixels(), 0);
  await page.evaluate(() => /** @type {any} */ (window).kit.paper.undo());
  const back = (await ops()).at(-1);
  assert.deepEqual([back.kind, back.x, back.y], ["sticker_moved", 300, 200]);
});

test("words lie where they are put, and are moved like a sticker", async () => {
  await take({ tool: "words", text: "PETES VAN" });
  await draw([[300, 200]]);
  await take({ text: "" });
  await draw([[320, 190], [420, 290]]);
  const [put, moved] = await ops();
  assert.deepEqual([put.kind, put.text, put.x, put.y], ["words", "PETES VAN", 300, 200]);
  assert.deepEqual([moved.kind, moved.id, moved.text, moved.x, moved.y], ["words", put.id, "PETES VAN", 400, 300]);
  await draw([[50, 50]]);
  assert.equal((await ops()).length, 2, "a tap on empty paper puts nothing down where there are no words");
});

test("a pen presses harder, and the palm beside it leaves nothing", async () => {
  const box = await page.locator(".paper-canvas").boundingBox();
  const [left, top] = [box?.x ?? 0, box?.y ?? 0];
  const device = await page.context().newCDPSession(page);
  /** @param {"mousePressed" | "mouseMoved" | "mouseReleased"} type @param {number} x @param {number} y @param {number} force */
  const pen = (type, x, y, force) => device.send("Input.dispatchMouseEvent", {
    type, x: left + x, y: top + y, force, pointerType: "pen", button: "left", buttons: type === "mouseReleased" ? 0 : 1, clickCount: 1,
  });
  await pen("mousePressed", 100, 100, 0.2);
  await pen("mouseMoved", 140, 100, 0.9);
  await device.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [{ x: left + 300, y: top + 300 }] });
  await device.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: [{ x: left + 340, y: top + 300 }] });
  await pen("mouseMoved", 180, 100, 0.9);
  await pen("mouseReleased", 180, 100, 0);
  await device.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  const strokes = (await ops()).filter((/** @type {any} */ op) => op.ended);
  assert.equal(strokes.length, 1);
  assert.deepEqual(strokes[0].points.map((/** @type {number[]} */ point) => point[2]), [0.2, 0.9, 0.9]);
  assert.equal(await colourAt(320, 300), "#fffefb");
});

test("a finger whose touch the system takes away leaves its stroke", async () => {
  const box = await page.locator(".paper-canvas").boundingBox();
  const [left, top] = [box?.x ?? 0, box?.y ?? 0];
  const device = await page.context().newCDPSession(page);
  await device.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [{ x: left + 100, y: top + 100 }] });
  await device.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: [{ x: left + 160, y: top + 100 }] });
  await device.send("Input.dispatchTouchEvent", { type: "touchCancel", touchPoints: [] });
  await page.waitForFunction(() => /** @type {any} */ (window).kit.ops.at(-1)?.ended);
  assert.equal((await ops()).at(-1).points.length, 2);
  assert.equal(await colourAt(130, 100), "#3c6fb4");
  assert.equal(await wrongPixels(), 0);
});

test("the browser keeps its hands off the paper", async () => {
  const style = await page.locator(".paper-canvas").evaluate((canvas) => {
    const { touchAction, userSelect } = getComputedStyle(canvas);
    return [touchAction, userSelect];
  });
  assert.deepEqual(style, ["none", "none"]);
});

test("keys alone draw, rub out, put stickers down, carry them and take back", async () => {
  const keys = page.keyboard;
  await keys.press("Tab");
  await keys.press("Tab");
  const [there, ring] = await page.locator(".paper-canvas").evaluate((canvas) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(canvas);
    return [document.activeElement === canvas, `${outlineStyle} ${outlineWidth}`];
  });
  assert.ok(there);
  assert.equal(ring, "solid 3px");
  await keys.press("Enter");
  for (let n = 0; n < 4; n += 1) await keys.press("ArrowRight");
  await keys.press("PageDown");
  await keys.press("Shift+ArrowDown");
  await keys.press("Enter");
  const [line] = (await ops()).filter((/** @type {any} */ op) => op.ended);
  // A step is drawn in small ones, so that a line turns at its corners and does not cut them.
  const right = Array.from({ length: 17 }, (_, at) => [360 + 6 * at, 240, 0.5]);
  const aslant = [1, 2, 3, 4].map((at) => [456 + 6 * at, 240 + 6 * at, 0.5]);
  assert.deepEqual(line.points.map((/** @type {number[]} */ point) => point.slice(0, 3)), [...right, ...aslant, [480, 270, 0.5]]);
  assert.equal(await colourAt(420, 240), "#3c6fb4");
  // Arrows without the pen only go somewhere; Escape lifts it and keeps the line.
  for (let n = 0; n < 8; n += 1) await keys.press("ArrowLeft");
  await keys.press(" ");
  await keys.press("ArrowUp");
  await keys.press("Escape");
  await keys.press("ArrowUp");
  assert.deepEqual((await ops()).at(-1).points.map((/** @type {number[]} */ point) => point[1]), [270, 264, 258, 252, 246]);
  await take({ tool: "sticker", sticker: "sun" });
  await keys.press("Home");
  await keys.press("Enter");
  const put = (await ops()).at(-1);
  assert.equal(put.kind, "sticker");
  await keys.press("Enter");
  await keys.press("ArrowLeft");
  await keys.press("Escape");
  assert.equal((await ops()).at(-1).id, put.id, "what is put back has not moved");
  await keys.press("ArrowRight");
  await keys.press("Enter");
  await keys.press("ArrowUp");
  await keys.press("Enter");
  const moved = (await ops()).at(-1);
  assert.deepEqual([moved.kind, moved.x, moved.y], ["sticker_moved", put.x, put.y - 24]);
  await keys.press("Control+z");
  assert.deepEqual([(await ops()).at(-1).kind, (await ops()).at(-1).y], ["sticker_moved", put.y]);
  await keys.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement?.textContent), "After");
  assert.deepEqual(complaints, []);
});

test("whoever hears the page hears each mark once, and what is gone is gone", async () => {
  await draw([[20, 20], [100, 60], [370, 240]]);
  await take({ tool: "sticker", sticker: "dog" });
  await draw([[700, 440]]);
  const list = page.locator(".paper ol[aria-live=polite]");
  const heard = () => list.locator("li").allTextContents();
  const kitWords = ["mark-line place-top-left place-middle colour-blue", "mark-sticker place-bottom-right sticker-dog"];
  assert.deepEqual(await heard(), kitWords);
  await page.evaluate(() => /** @type {any} */ (window).kit.paper.undo());
  assert.deepEqual(await heard(), kitWords.slice(0, 1));
  const seen = await list.boundingBox();
  assert.ok(seen && seen.width <= 1 && seen.height <= 1, "it is for ears");
  await take({ tool: "crayon" });
  await page.locator(".paper-canvas").focus();
  await page.keyboard.press("Enter");
  assert.equal(await page.locator(".paper p[aria-live=polite]").textContent(), "cursor-down place-middle");
});
