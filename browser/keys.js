// A tablet used by keys alone: Tab, Shift+Tab, arrows, Enter, Space, Escape; or by two switches, of which one is Tab and the
// other Enter or Space. At every stop it must be plain where one is, and after everything that is done one is somewhere still.
// What was wrong is noted on the way, so that one walk tells all of it.
import assert from "node:assert/strict";
import { becomes, PIN, PREPARED, stands } from "./tablets.js";

/** @typedef {import("playwright-core").Page} Page */
/** @typedef {import("playwright-core").Locator} Locator */

/** More stops than any screen has. */
const STOPS = 150;
/** What a child presses is no smaller, in pixels; a stop inside running text is its line. */
const TARGET = 72;

export class Keys {
  /** What was wrong, each once. @type {Set<string>} */
  wrong = new Set();

  /** @param {Page} page @param {{scanner?: boolean}} [how] */
  constructor(page, { scanner = false } = {}) {
    this.page = page;
    this.scanner = scanner;
  }

  /** One key, where two switches have it. @param {string} name */
  async key(name) {
    assert.ok(!this.scanner || ["Tab", "Enter", "Space"].includes(name), `two switches have no ${name}`);
    await this.page.keyboard.press(name);
  }

  /** To this, by Tab, or by Shift and Tab. @param {Locator} thing @param {"Tab" | "Shift+Tab"} [by] */
  async to(thing, by = "Tab") {
    const one = await thing.locator("visible=true").first().elementHandle();
    assert.ok(one);
    for (let stops = 0; stops < STOPS; stops += 1) {
      const [there, wrong] = await one.evaluate(look);
      if (wrong) this.wrong.add(wrong);
      if (there) return;
      await this.key(by);
    }
    assert.fail(`${thing} is not reached by ${by} on ${(await stands(this.page)).seen}`);
  }

  /** Goes to it and presses it; something else is seen then, and one is somewhere. @param {Locator} thing @param {string} [key] */
  async press(thing, key = "Enter") {
    await this.to(thing);
    const { screen, seen } = await stands(this.page);
    const name = await thing.first().evaluate((one) => one.getAttribute("aria-label") ?? one.textContent);
    await this.key(key);
    await becomes(this.page, seen);
    await this.isSomewhere(`${screen}: ${name}`);
  }

  /** @param {string | RegExp} name */
  async pressNamed(name) {
    await this.press(this.page.getByRole("button", { name }));
  }

  /** @param {Locator} field @param {string} words */
  async write(field, words) {
    await this.to(field);
    await this.page.keyboard.insertText(words);
  }

  /** The focus is on something that is there. @param {string} after */
  async isSomewhere(after) {
    const somewhere = this.page.waitForFunction(() => document.activeElement !== document.body, undefined, { timeout: 2_000 });
    await somewhere.catch(() => this.wrong.add(`nowhere after ${after}`));
  }

  /** Every target of the child's that stands on the screen is large enough to hit. */
  async targetsAreLarge() {
    const small = await this.page.evaluate((least) => {
      const screen = document.getElementById("kit")?.dataset.screen;
      // The worker's tab is meant to be small.
      const all = document.querySelectorAll("#kit > .child :is(button:not(.tab), input, textarea, a)");
      return [...all].filter((one) => one instanceof HTMLElement && !one.closest(".desk") && one.offsetParent !== null).flatMap((one) => {
        const { width, height } = one.getBoundingClientRect();
        if (Math.min(width, height) >= least - 0.5) return [];
        return [`${screen}: ${one.getAttribute("class")?.split(" framed")[0]} is ${Math.round(width)} by ${Math.round(height)}`];
      });
    }, TARGET);
    for (const one of small) this.wrong.add(one);
  }

  /**
   * Goes on as the tree asks by the first of these answers that is there, until then.
   * @param {(string | RegExp)[]} answers @param {(screen: string) => boolean} until
   */
  async follow(answers, until) {
    for (let step = 0; step < 60; step += 1) {
      const { screen, seen } = await stands(this.page);
      await this.targetsAreLarge();
      if (until(screen)) return;
      await this.fills();
      const thing = await this.#firstOf(answers);
      assert.ok(thing, `nothing to press on ${seen}`);
      await this.press(thing);
    }
    assert.fail("it goes on and on");
  }

  /** Writes where something must be written, and takes the first of several. */
  async fills() {
    for (const field of await this.page.locator("#kit :is(input:not([type=radio]), textarea)").locator("visible=true").all()) {
      if (await field.inputValue() !== "") continue;
      await this.to(field);
      if (await field.getAttribute("type") === "date") await this.page.keyboard.type("20112026");
      else await this.page.keyboard.insertText("Mum said yes at home");
    }
    for (const set of await this.page.locator("#kit fieldset").locator("visible=true").all()) {
      if (await set.locator("input:checked").count()) continue;
      await this.to(set.locator("input").first());
      await this.key("Space");
    }
  }

  /** @param {(string | RegExp)[]} answers */
  async #firstOf(answers) {
    for (const name of answers) {
      const thing = this.page.getByRole("button", { name }).locator("visible=true").first();
      if (await thing.count()) return thing;
    }
    return undefined;
  }
}

/** From the code to the child's first screen. @param {Keys} keys @param {string} code @param {string} child */
export async function getsReady(keys, code, child) {
  const { page } = keys;
  await keys.isSomewhere("opening");
  await keys.write(page.locator("#kit input"), code);
  await keys.pressNamed("Go on");
  for (const pin of await page.locator("#kit input").all()) await keys.write(pin, PIN);
  await keys.pressNamed("Join");
  await page.getByRole("heading", { name: /is ready/ }).waitFor();
  await keys.isSomewhere("Join");
  await keys.pressNamed("Start");
  await keys.write(page.getByLabel("Or another name"), child);
  await keys.pressNamed("Prepare");
  await keys.follow(["Nothing from before", ...PREPARED], (screen) => screen === "levels");
}

/** From there to the houses. @param {Keys} keys @param {string} level */
export async function startsAt(keys, level) {
  await keys.press(keys.page.locator(`.way.${level} .whole`));
  await keys.pressNamed("Next");
  await keys.follow(["Next", "Yes, OK"], (screen) => screen === "houses");
}

/** What is heard of the paper. @param {Page} page */
export const onThePaper = (page) => page.locator(".paper-spoken li").allTextContents();

/** Says "not this" of each page to everybody. @param {Keys} keys */
export async function shares(keys) {
  const { page } = keys;
  for (let pages = 0; pages < 8 && await page.locator("#kit[data-screen=share]").count(); pages += 1) {
    await keys.targetsAreLarge();
    for (let row = 0; row < await page.locator(".asking-row").count(); row += 1) {
      await keys.to(page.locator(".asking-row").nth(row).locator(".answer").nth(1));
      await keys.key("Enter");
      await page.locator(".asking-row").nth(row).locator(".answer[aria-pressed=true]").waitFor();
      await keys.isSomewhere("an answer");
    }
    await keys.pressNamed(/^Next/);
  }
}

/**
 * Whether one is there, and what is wrong with where one is. Runs in the page.
 * @param {Element} one
 * @returns {[boolean, string | null]}
 */
function look(one) {
  const now = document.activeElement;
  if (!now || now === document.body) return [false, null];
  const screen = document.getElementById("kit")?.dataset.screen;
  const name = `${screen}: ${now.outerHTML.slice(0, 90)}`;
  // A heading is where a new screen begins for whoever hears it; Tab does not come there.
  if (now instanceof HTMLElement && now.tabIndex < 0) return [now === one, null];
  const ringed = [now, now.closest("label"), now.parentElement].some((it) => {
    if (!it) return false;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(it);
    return (outlineStyle === "solid" && parseFloat(outlineWidth) >= 3) || (boxShadow !== "none" && it.matches(":focus-within"));
  });
  if (!ringed) return [now === one, `no ring around ${name}`];
  const { width, height, top, bottom, left, right } = now.getBoundingClientRect();
  const onScreen = width > 0 && height > 0 && bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
  if (!onScreen) return [now === one, `not on the screen: ${name}`];
  if (now instanceof HTMLElement && now.tabIndex > 0) return [now === one, `out of order: ${name}`];
  return [now === one, null];
}
