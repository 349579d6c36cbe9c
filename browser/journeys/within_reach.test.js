// The child's screens as hands find them: at each size of a tablet, with the worker's side shut and open, nothing that can
// be pressed lies under anything else. And while the card of something important lies open, nothing beside it changes.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";
import { ARGUMENTS, browserHere } from "../kith.js";
import { drawsALine, opensGoodThings, practises, press, putsIn } from "../kit/practised.js";

/** @typedef {import("playwright-core").Page} Page */

const TABLETS = [[768, 1024], [820, 1180], [1180, 820], [1366, 768], [1024, 768]];
const PHONE = [390, 844];

/** @type {import("playwright-core").Browser} */
let browser;
before(async () => {
  const args = [...ARGUMENTS, "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"];
  browser = await chromium.launch({ executablePath: browserHere(), args });
});
after(() => browser.close());

test("in the drawing place every tool can be reached at each size, with the worker's side shut and open", async () => {
  const kit = await practises(browser);
  await opensGoodThings(kit);
  for (const [width = 0, height = 0] of [...TABLETS, PHONE]) {
    await kit.setViewportSize({ width, height });
    await recordsAWord(kit);
    assert.deepEqual(await outOfReach(kit), [], `${width} by ${height}`);
    const [paper, tab] = [await kit.locator(".paper-canvas").boundingBox(), await kit.locator(".child .tab").boundingBox()];
    assert.ok(paper && tab && paper.x + paper.width <= tab.x + 1, `no tab lies on the paper at ${width} by ${height}`);
  }
  for (const [width = 0, height = 0] of TABLETS) {
    await kit.setViewportSize({ width, height });
    await press(kit, /’s side$/);
    assert.deepEqual(await outOfReach(kit, ".tool, .crayon, .start-voice, .stop, .foot .button"), [],
      `${width} by ${height} with the worker's side open`);
    await press(kit, "Close", true, ".side");
  }
  await kit.context().close();
});

test("with the buttons for drawing open, each of them and all beside them can be reached, and hides no paper", async () => {
  const kit = await practises(browser);
  await opensGoodThings(kit);
  await press(kit, "With buttons");
  for (const [width = 0, height = 0] of [...TABLETS, PHONE]) {
    await kit.setViewportSize({ width, height });
    assert.deepEqual(await padStands(kit), [], `${width} by ${height}`);
    if (width < 561) continue;
    await press(kit, /’s side$/);
    assert.deepEqual(await padStands(kit), [], `${width} by ${height} with the worker's side open`);
    await press(kit, "Close", true, ".side");
  }
  await kit.context().close();
});

test("on the path both buttons can be reached at each size", async () => {
  const kit = await practises(browser);
  await opensGoodThings(kit);
  await drawsALine(kit);
  await press(kit, "That’s all");
  await press(kit, "The path");
  for (const [width = 0, height = 0] of [...TABLETS, PHONE]) {
    await kit.setViewportSize({ width, height });
    assert.deepEqual(await outOfReach(kit), [], `${width} by ${height}`);
    assert.deepEqual(await cutOff(kit, ".path-place .button"), [], `${width} by ${height}`);
  }
  await kit.context().close();
});

test("each part of the figure can be reached at each size", async () => {
  const kit = await practises(browser, { as: "A figure with wings and a wand" });
  for (const [width = 0, height = 0] of [...TABLETS, PHONE]) {
    await kit.setViewportSize({ width, height });
    assert.deepEqual(await outOfReach(kit), [], `${width} by ${height}`);
    assert.deepEqual(await tooWide(kit), [], `${width} by ${height}`);
    assert.deepEqual(await cutOff(kit, ".figure-place .sign"), [], `${width} by ${height}`);
  }
  await kit.context().close();
});

test("the stickers, the houses and their names can be reached at each size, and so can what closes them", async () => {
  const kit = await practises(browser);
  await opensGoodThings(kit);
  await drawsALine(kit);
  for (const [width = 0, height = 0] of [...TABLETS, PHONE]) {
    await kit.setViewportSize({ width, height });
    await press(kit, "Stickers");
    assert.deepEqual(await cutOff(kit, ".over-tools > .button"), [], `stickers at ${width} by ${height}`);
    await press(kit, "Done", true);
  }
  await press(kit, "That’s all");
  for (const [width = 0, height = 0] of [...TABLETS, PHONE]) {
    await kit.setViewportSize({ width, height });
    assert.deepEqual(await outOfReach(kit), [], `houses at ${width} by ${height}`);
    if (width >= 561) assert.deepEqual(await underTheTab(kit, ".sign"), [], `signs at ${width} by ${height}`);
    await press(kit, "Names");
    assert.deepEqual(await cutOff(kit, ".renaming > .button"), [], `names at ${width} by ${height}`);
    await kit.evaluate(() => document.querySelector(".renaming")?.remove());
  }
  await press(kit, "My people");
  await kit.locator(".new-person .field").fill("Nan");
  await press(kit, "Put in");
  for (const [width = 0, height = 0] of [...TABLETS, PHONE]) {
    await kit.setViewportSize({ width, height });
    assert.deepEqual(await underTheTab(kit, ".figure"), [], `figures at ${width} by ${height}`);
  }
  await kit.context().close();
});

test("in a long list the field stays in sight while the child goes on typing", async () => {
  const kit = await practises(browser);
  await kit.locator(".place.worries").click();
  const field = kit.locator(".writing .field");
  for (const words of ["he shouts", "then mum cries", "I go up", "the dog too", "every day", "on Sunday", "at Nan’s"]) {
    await field.pressSequentially(words);
    await kit.keyboard.press("Enter");
  }
  await kit.locator(".slip").nth(6).waitFor();
  const shown = await kit.locator(".written .work").evaluate((work) => {
    const field = work.querySelector(".field")?.getBoundingClientRect();
    return field !== undefined && field.bottom <= work.getBoundingClientRect().bottom;
  });
  assert.ok(shown, "what is typed next is seen");
  await kit.context().close();
});

test("at sharing each answer can be reached, who sees every page is said, and nobody is passed over in silence", async () => {
  const kit = await practises(browser);
  await opensGoodThings(kit);
  await drawsALine(kit);
  await press(kit, "That’s all");
  await press(kit, "My people");
  for (const name of ["Mum", "Mark", "Dad", "Ama", "Mr Khan", "Mrs Adeyemi"]) await putsIn(kit, name);
  await press(kit, "That’s all");
  await press(kit, "Finish");
  await press(kit, "It is right");
  await press(kit, "Next", true);
  await kit.locator(".asking-row").first().waitFor();
  for (const [width = 0, height = 0] of [...TABLETS, PHONE]) {
    await kit.setViewportSize({ width, height });
    assert.deepEqual(await outOfReach(kit), [], `${width} by ${height}`);
    assert.deepEqual(await cutOff(kit, ".share .said"), [], `${width} by ${height}`);
  }
  await kit.locator(".asking-row").first().locator(".answer").first().click();
  await press(kit, "Next", true);
  const asked = kit.getByRole("alertdialog");
  await asked.getByText("You have not said everything about Mark, Dad, Ama, Mr Khan and Mrs Adeyemi").waitFor();
  await asked.getByRole("button", { name: "Back" }).click();
  await asked.waitFor({ state: "detached" });
  await press(kit, "Next", true);
  await asked.getByRole("button", { name: "Leave it for later" }).click();
  // What she left open is asked no more.
  await kit.locator(".closing").waitFor();
  await kit.context().close();
});

test("seven people on two pages: nothing pops up on the way, one press says the same of every page, and she is asked once", async () => {
  const kit = await practises(browser);
  await opensGoodThings(kit);
  await drawsALine(kit);
  await press(kit, "New page");
  await kit.getByRole("button", { name: "New page" }).waitFor({ state: "hidden" });
  await drawsALine(kit);
  await press(kit, "That’s all");
  await press(kit, "My people");
  for (const name of ["Mum", "Mark", "Dad", "Ama", "Mr Khan", "Mrs Adeyemi", "Nan"]) await putsIn(kit, name);
  await press(kit, "That’s all");
  await press(kit, "Finish");
  await press(kit, "Next page");
  await press(kit, "It is right");
  await press(kit, "Next", true);
  await press(kit, "Mum: Yes", true);
  await press(kit, "Mark: Ask me later", true);
  assert.equal(await kit.getByRole("button", { name: "The same on every page" }).count(), 0, "not before she has seen each");
  await press(kit, "Next page");
  await press(kit, "Back", true);
  await press(kit, "Next page");
  await kit.getByRole("button", { name: "Next", exact: true }).waitFor();
  await press(kit, "Mum: Yes", true);
  await press(kit, "Mark: Ask me later", true);
  await press(kit, "The same on every page");
  await kit.getByRole("button", { name: /Can see it: Mum/ }).nth(1).waitFor();
  assert.equal(await kit.getByRole("alertdialog").count(), 0);
  assert.equal(await kit.getByRole("button", { name: "Mum: Yes", exact: true }).getAttribute("aria-pressed"), "true");
  await press(kit, "Next", true);
  await kit.getByRole("alertdialog").getByText("Dad, Ama, Mr Khan, Mrs Adeyemi and Nan").waitFor();
  await press(kit, "Leave it for later");
  for (const label of ["That’s all", "Skip", "Skip"]) await press(kit, label);
  await kit.getByRole("heading", { name: "You said “ask me later” about these" }).waitFor();
  assert.deepEqual(await kit.locator(".asking-row .whose").allTextContents(), ["Mark"]);
  // Asked once more, too, one press is enough, and no page is passed over when the one before it has its answer.
  await press(kit, "Next page");
  await kit.getByRole("button", { name: "Next", exact: true }).waitFor();
  await press(kit, "Mark: No", true);
  await press(kit, "The same on every page");
  await kit.getByRole("button", { name: "Mark: No", exact: true, pressed: true }).waitFor();
  await press(kit, "Back", true);
  await kit.getByRole("button", { name: "Mark: No", exact: true, pressed: true }).waitFor();
  await kit.context().close();
});

test("nobody else at all is one press, and each can be changed; what is for later is asked of every page it was said of", async () => {
  const kit = await practises(browser);
  await opensGoodThings(kit);
  for (let page = 1; page <= 3; page += 1) {
    await drawsALine(kit);
    if (page === 3) break;
    await press(kit, "New page");
    await kit.getByRole("button", { name: "New page" }).waitFor({ state: "hidden" });
  }
  await press(kit, "That’s all");
  await press(kit, "My people");
  for (const name of ["Mum", "Dad"]) await putsIn(kit, name);
  await press(kit, "That’s all");
  await press(kit, "Finish");
  for (const label of ["Next page", "Next page", "It is right"]) await press(kit, label);
  await press(kit, "Next", true);
  await press(kit, "Nobody else at all");
  await kit.getByRole("button", { name: "Dad: No", exact: true, pressed: true }).waitFor();
  for (const label of ["Next page", "Next page"]) {
    await press(kit, "Mum: Ask me later", true);
    await press(kit, label);
  }
  await press(kit, "Mum: Ask me later", true);
  await press(kit, "Next", true);
  for (const label of ["That’s all", "Skip", "Skip"]) await press(kit, label);
  await kit.getByRole("heading", { name: "You said “ask me later” about these" }).waitFor();
  for (const label of ["Next page", "Next page"]) {
    await press(kit, "Mum: Yes", true);
    await press(kit, label);
  }
  await kit.getByText("Page 3 of 3").waitFor({ state: "attached" });
  assert.deepEqual(await kit.locator(".asking-row .whose").allTextContents(), ["Mum"]);
  assert.equal(await kit.getByRole("button", { name: "Mum: Ask me later", exact: true }).getAttribute("aria-pressed"), "true");
  await kit.context().close();
});

test("with eight pages nothing at sharing is wider than the screen, and every word of a page can be read", async () => {
  const kit = await practises(browser);
  await kit.locator(".place.worries").click();
  const field = kit.locator(".writing .field");
  for (const line of LONG) {
    await field.fill(line);
    await kit.keyboard.press("Enter");
  }
  await kit.locator(".slip").nth(LONG.length - 1).waitFor();
  await press(kit, "That’s all");
  await opensGoodThings(kit);
  for (let page = 1; page < 8; page += 1) {
    await drawsALine(kit);
    if (page === 7) break;
    await press(kit, "New page");
    await kit.getByRole("button", { name: "New page" }).waitFor({ state: "hidden" });
  }
  await press(kit, "That’s all");
  await press(kit, "My people");
  for (const name of ["Mum", "Dad", "Ama", "Mr Khan", "Mrs Adeyemi", "Nan"]) await putsIn(kit, name);
  await press(kit, "That’s all");
  await press(kit, "Finish");
  for (let page = 1; page < 8; page += 1) {
    await kit.getByText(`Page ${page} of 8`).waitFor();
    await press(kit, "Next page");
  }
  await press(kit, "It is right");
  await press(kit, "Next", true);
  await kit.locator(".asking-row").first().waitFor();
  for (const [width = 0, height = 0] of [...TABLETS, PHONE]) {
    await kit.setViewportSize({ width, height });
    assert.deepEqual(await tooWide(kit), [], `${width} by ${height}`);
    assert.deepEqual(await outOfReach(kit), [], `${width} by ${height}`);
    for (const line of LONG) assert.ok(await canBeRead(kit, line), `“${line}” at ${width} by ${height}`);
  }
  await kit.context().close();
});

const LONG = [
  "I do not want to go there on Saturdays any more, not even when Lola goes, and nobody asks me before.",
  "When he comes home late I put the chair under the handle and count the cars.",
  "If somebody told Mum that, she would be sad, and then it would be my fault again.",
  "Best would be at Nan’s without her.",
];

/** What reaches past the screen, to a side. @param {Page} kit */
async function tooWide(kit) {
  return kit.evaluate(() => [...document.querySelectorAll(".child .button, .child .asking-row, .child .said, .child h1, .child .strip")].filter((one) => {
    const { left, right, width } = one.getBoundingClientRect();
    return width > 0 && !one.closest(".strip li") && (left < -1 || right > innerWidth + 1);
  }).map((one) => `${one.className} ${one.textContent?.slice(0, 20)}`));
}

/** Whether these words are seen whole once they are looked for. @param {Page} kit @param {string} line */
async function canBeRead(kit, line) {
  return kit.evaluate((line) => {
    const texts = document.createTreeWalker(document.querySelector(".page-large") ?? document.body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const at = text.nodeValue?.indexOf(line) ?? -1;
      const holds = text.parentElement;
      if (at < 0 || !holds) continue;
      const words = document.createRange();
      words.setStart(text, at);
      words.setEnd(text, at + line.length);
      // Each row of the line lies on the glass itself, under nothing, after one has scrolled to it.
      // Where a row is broken, what breaks it has a width too.
      const rows = () => [...words.getClientRects()].filter(({ width }) => width > 10);
      const seen = (/** @type {number} */ row) => ["start", "end"].some((block) => {
        holds.scrollIntoView({ block: /** @type {ScrollLogicalPosition} */ (block) });
        const { left, top, bottom } = rows()[row] ?? new DOMRect();
        return document.elementFromPoint(left + 6, (top + bottom) / 2) === holds;
      });
      return rows().every((_, row) => seen(row));
    }
    return false;
  }, line);
}

test("under the open card the child's screen stays as it is; the card fills in nothing, and “not yet” is kept", async () => {
  const kit = await practises(browser);
  await opensGoodThings(kit);
  await press(kit, /’s side$/);
  await press(kit, "Something important was said");
  await press(kit, "It is turned to me");
  await kit.getByRole("button", { name: "There is danger now" }).waitFor();
  const before = await childsSide(kit);
  await kit.clock.fastForward(60_000);
  assert.equal(await childsSide(kit), before);
  await press(kit, "There is danger now");
  await press(kit, "Back", true, ".side");
  await press(kit, "Write down what was said");
  await kit.getByRole("heading", { name: "Write what was said" }).waitFor();
  assert.deepEqual(await kit.locator(".side textarea, .side input:not([type=radio])").evaluateAll((all) =>
    all.map((one) => /** @type {HTMLInputElement} */ (one).value)), ["", "", "When we began, 09:00, Mum’s kitchen: Nobody is near", "", ""]);
  await kit.locator(".side textarea").first().fill("he locks it");
  await kit.getByRole("radio", { name: "No", exact: true }).check();
  await press(kit, "Keep it");
  await kit.getByRole("heading", { name: "Before it is kept" }).waitFor();
  await press(kit, /^Not yet/);
  await kit.getByText("It is kept. The kit asks nothing more in that house.").waitFor();
  assert.equal(await childsSide(kit), before);
  await press(kit, /wants to go on here$/);
  assert.equal(await kit.getByRole("button", { name: "Another way to ask" }).count(), 0, "the kit asks nothing more here");
  await kit.context().close();
});

/** What is wrong with the pad: under something, smaller than a child's target, over the paper, or the paper hardly there. @param {Page} kit */
async function padStands(kit) {
  const under = await outOfReach(kit);
  const wrong = await kit.evaluate(() => {
    const paper = document.querySelector(".paper")?.getBoundingClientRect() ?? new DOMRect();
    const small = paper.width < 240 ? [`the paper is ${Math.round(paper.width)} wide`] : [];
    return [...document.querySelectorAll(".pad-key")].reduce((all, key) => {
      const { left, right, top, bottom, width, height } = key.getBoundingClientRect();
      const over = left < paper.right - 2 && right > paper.left + 2 && top < paper.bottom - 2 && bottom > paper.top + 2;
      if (over) all.push(`${key.className} lies over the paper`);
      if (Math.min(width, height) < 71.5) all.push(`${key.className} is ${Math.round(width)} by ${Math.round(height)}`);
      return all;
    }, small);
  });
  return [...under, ...wrong];
}

/** A word of one's own, so that there is something beside the paper. @param {Page} kit */
async function recordsAWord(kit) {
  if (await kit.getByRole("button", { name: "Throw away: Sound 1" }).count()) return;
  await press(kit, "Say it");
  await kit.locator(".recorder .clock", { hasText: "0:01" }).waitFor();
  await press(kit, "Pause");
  assert.deepEqual(await outOfReach(kit), []);
  await press(kit, "Keep", true);
  await kit.getByRole("button", { name: "Throw away: Sound 1" }).waitFor();
}

/** What of the child's can be pressed and is under something, or off the screen; what a list of its own scrolls to is not.
 * @param {Page} kit @param {string} [which] */
function outOfReach(kit, which = "button, input:not([type=file]), textarea") {
  return kit.evaluate((which) => {
    const scrolledAway = (/** @type {Element} */ one, /** @type {number} */ x, /** @type {number} */ y) => {
      for (let up = one.parentElement; up; up = up.parentElement) {
        const box = up.getBoundingClientRect();
        if (/auto|scroll/.test(getComputedStyle(up).overflowY) && (y < box.top || y > box.bottom)) return true;
      }
      return false;
    };
    const all = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(which)]);
    return all.filter((one) => one.closest(".child") && one.offsetParent && one.offsetWidth > 1).flatMap((one) => {
      const box = one.getBoundingClientRect();
      const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
      if (scrolledAway(one, x, y)) return [];
      const found = document.elementFromPoint(x, y);
      if (found && (one.contains(found) || found.contains(one))) return [];
      return [`${one.getAttribute("aria-label") ?? one.textContent} is under ${found?.className ?? "the edge"}`];
    });
  }, which);
}

/** Of what this names, what is not whole on the screen. @param {Page} kit @param {string} which */
function cutOff(kit, which) {
  return kit.locator(which).evaluateAll((all) => all.filter((one) => {
    const box = one.getBoundingClientRect();
    return box.top < 0 || box.bottom > innerHeight || box.width < 60 || box.height < 20;
  }).map((one) => one.textContent));
}

/** Of what this names, what the worker's tab covers a part of. @param {Page} kit @param {string} which */
function underTheTab(kit, which) {
  return kit.locator(which).evaluateAll((all) => {
    const tab = document.querySelector(".tab")?.getBoundingClientRect() ?? new DOMRect();
    return all.filter((one) => {
      const { left, right, top, bottom } = one.getBoundingClientRect();
      return left < tab.right && right > tab.left && top < tab.bottom && bottom > tab.top;
    }).map((one) => one.textContent || one.getAttribute("aria-label"));
  });
}

/** What stands where on the child's side. @param {Page} kit */
function childsSide(kit) {
  return kit.locator(".child button, .child h1, .child canvas").evaluateAll((all) => all.map((one) => {
    const { x, y, width, height } = one.getBoundingClientRect();
    return `${one.textContent} ${[x, y, width, height].map(Math.round).join(" ")}`;
  }).join("\n"));
}
