// From 0 to 10, for older ones only: eleven equal fields and none of them marked good or bad. "I can't say" is an answer
// like the others. The words beside the number matter more than the number.
import { h } from "../dom.js";
import { invite } from "../invite.js";
import { newestOf, pageFor } from "../pages.js";
import { button, frame, question, screen } from "../parts.js";
import { backStep, step } from "../steps.js";

/** @typedef {import("../kit.js").Kit} Kit */

/** @type {(() => void) | null} */
let ending = null;

/** @param {Kit} kit */
export function show(kit) {
  const node = kit.walk.node;
  void kit.keep("asked", { node: node.id, prompt: kit.asked }, "worker");
  return node.say === "scale-where" ? where(kit) : makes(kit);
}

export function leave() {
  ending?.();
  ending = null;
}

/** @param {Kit} kit */
function where(kit) {
  const before = newestOf(kit, "scale");
  const page = pageFor(kit, "scale", before?.id);
  const number = before?.number;
  const fields = Array.from({ length: 11 }, (_, value) =>
    h("button", {
      type: "button", class: `number framed ${frame()}`, role: "radio", "aria-checked": String(value === number),
      onclick: async () => { if (await page.keep("number", { value })) await again(kit, value); },
    }, String(value)));
  const row = h("div", { class: "numbers", role: "radiogroup", "aria-label": kit.say(kit.asked) }, fields);
  rove(row, fields);
  return screen(kit, {
    name: "scale",
    top: question(kit, kit.say(kit.asked)),
    work: [row, h("p", { class: "ends" }, end(0, kit.say("scale-0")), end(10, kit.say("scale-10")))],
    start: [
      step(kit, "skip"),
      button(kit, kit.say("cannot-say"), async () => {
        if (await page.keep("number", { value: null })) await kit.choose("cannot-say");
      }, { chosen: number === null ? true : undefined }),
    ],
    end: [backStep(kit), typeof number === "number" ? step(kit, "next") : null],
  });
}

/** What the first number and the last mean. @param {number} value @param {string} words */
const end = (value, words) => h("span", {}, h("b", {}, String(value)), " ", words);

/** @param {Kit} kit @param {number} value */
async function again(kit, value) {
  await kit.again();
  /** @type {HTMLElement | undefined} */ (kit.child.querySelectorAll(".number")[value])?.focus();
}

/** Arrows go from field to field. @param {HTMLElement} row @param {HTMLElement[]} fields */
function rove(row, fields) {
  row.addEventListener("keydown", (key) => {
    const ahead = document.documentElement.dir === "rtl" ? -1 : 1;
    const by = { ArrowRight: ahead, ArrowUp: 1, ArrowLeft: -ahead, ArrowDown: -1 }[key.key];
    const at = fields.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    if (by === undefined || at < 0) return;
    key.preventDefault();
    fields[Math.min(fields.length - 1, Math.max(0, at + by))]?.focus();
  });
}

/** @param {Kit} kit */
function makes(kit) {
  const asked = invite(kit, "scale");
  ending = asked.leave;
  const number = newestOf(kit, "scale")?.number;
  return screen(kit, {
    name: "scale",
    top: question(kit, kit.say(kit.asked)),
    work: [typeof number === "number" ? h("p", { class: "that-number framed" }, String(number)) : null, asked.box],
    start: [step(kit, "skip")],
    end: [backStep(kit), step(kit, "thats-all")],
  });
}
