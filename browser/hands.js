// Two ways to use a page: by mouse, and by keyboard alone. A journey is told once and walked by both.
import assert from "node:assert/strict";

/** @typedef {import("playwright-core").Locator} Locator */

/**
 * What somebody does with a page, in the words of its labels.
 * @typedef {object} Hands
 * @property {string} by
 * @property {(thing: Locator) => Promise<void>} press  a link or a button
 * @property {(field: Locator, words: string) => Promise<void>} write
 * @property {(list: Locator, words: string) => Promise<void>} choose  from a list
 * @property {(box: Locator) => Promise<void>} tick  a box, or one of several choices
 */

/** With a mouse. @type {Hands} */
export const mouse = {
  by: "mouse",
  press: (thing) => thing.click(),
  write: (field, words) => field.fill(words),
  choose: async (list, words) => { await list.selectOption({ label: words }); },
  tick: (box) => box.check(),
};

/** With Tab, arrows, Enter, Space and letters; at every stop it must be plain where one is. @type {Hands} */
export const keyboard = {
  by: "keyboard",
  press: async (thing) => {
    await goTo(thing);
    await thing.page().keyboard.press("Enter");
  },
  write: async (field, words) => {
    await goTo(field);
    await field.page().keyboard.press("ControlOrMeta+A");
    await field.page().keyboard.insertText(words);
  },
  choose: async (list, words) => {
    await goTo(list);
    const keys = list.page().keyboard;
    await keys.press("Home");
    const chosen = () => list.evaluate((one) => (one instanceof HTMLSelectElement ? one.selectedOptions[0]?.label : ""));
    const all = await list.locator("option").count();
    for (let tried = 0; tried < all && await chosen() !== words; tried += 1) await keys.press("ArrowDown");
    assert.equal(await chosen(), words);
  },
  tick: async (box) => {
    if (await box.getAttribute("type") === "radio") return walkTo(box);
    await goTo(box);
    await box.page().keyboard.press("Space");
    assert.ok(await box.isChecked());
  },
};

/** More stops than any page has. */
const STOPS = 200;

/**
 * Tab after Tab until it is reached.
 * @param {Locator} thing
 */
async function goTo(thing) {
  await tabUntil(thing, false);
}

/**
 * One of several choices: Tab to any of them, arrows to the one.
 * @param {Locator} choice
 */
async function walkTo(choice) {
  const keys = choice.page().keyboard;
  await tabUntil(choice, true);
  // Where none is chosen yet, Tab stands on one and has not chosen it.
  await keys.press("Space");
  for (let tried = 0; tried < STOPS && !await choice.isChecked(); tried += 1) await keys.press("ArrowDown");
  assert.ok(await choice.isChecked());
}

/**
 * Tab until what has the focus is there. At each stop it is plain where one is: on the screen, in a
 * ring three pixels wide.
 * @param {Locator} thing
 * @param {boolean} orOneBesideIt  another choice of the same question will do
 */
async function tabUntil(thing, orOneBesideIt) {
  const page = thing.page();
  const one = await thing.elementHandle();
  assert.ok(one, "it is on the page");
  for (let stops = 0; stops < STOPS; stops += 1) {
    const [there, wrong] = await one.evaluate(look, orOneBesideIt);
    assert.equal(wrong, null, page.url());
    if (there) return;
    await page.keyboard.press("Tab");
  }
  assert.fail(`${thing} was not reached by Tab on ${page.url()}`);
}

/**
 * Whether it is reached, and what is wrong with this stop. Runs in the page.
 * @param {Element} one
 * @param {boolean} orOneBesideIt
 * @returns {[boolean, string | null]}
 */
function look(one, orOneBesideIt) {
  const now = document.activeElement;
  if (!now || now === document.body) return [false, null];
  const beside = now instanceof HTMLInputElement && one instanceof HTMLInputElement && now.name === one.name;
  const there = now === one || (orOneBesideIt && beside);
  const around = now.closest(".find:focus-within, .big-find:focus-within");
  const ringed = [now, around].some((it) => {
    const style = it && getComputedStyle(it);
    return style && style.outlineStyle === "solid" && parseFloat(style.outlineWidth) >= 3;
  });
  const { width, top, bottom } = now.getBoundingClientRect();
  const name = now.outerHTML.slice(0, 90);
  if (!ringed) return [there, `no ring: ${name}`];
  return [there, width > 0 && bottom > 0 && top < innerHeight ? null : `not on the screen: ${name}`];
}
