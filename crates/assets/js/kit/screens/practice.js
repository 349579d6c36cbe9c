// A practice talk about something the child likes, and the rules of talking. The button for a voice can be tried here: what
// is recorded now goes nowhere and is thrown away.
import { h } from "../dom.js";
import { card, question, screen } from "../parts.js";
import { recorderCard } from "../recording.js";
import { backStep, step } from "../steps.js";
import { aloud, told } from "../told.js";

/** @typedef {import("../kit.js").Kit} Kit */

/** @type {ReturnType<typeof recorderCard> | null} */
let trial = null;

/** @param {Kit} kit */
export function show(kit) {
  const node = kit.walk.node;
  return node.say === "rules" ? rules(kit, node) : talk(kit, node);
}

export function leave() {
  trial?.leave();
  trial = null;
}

/** @param {Kit} kit @param {any} node */
function talk(kit, node) {
  const voice = kit.session.state.stones.my_voice !== "no";
  trial = voice ? recorderCard(kit, { attach: () => nowhere, trial: true }) : null;
  return screen(kit, {
    name: "practice",
    top: question(kit, kit.say(node.say), { under: kit.say("practice-only-us") }),
    work: [h("div", { class: "trying" }, trial ? [told(kit, "practice-try"), trial.box] : null)],
    start: [step(kit, "skip")],
    end: [backStep(kit), step(kit, "next")],
  });
}

/** Where a trial goes: nowhere. */
const nowhere = { id: "trial", add: () => {}, keep: () => {}, throwAway: () => {} };

/** @param {Kit} kit @param {any} node */
function rules(kit, node) {
  return screen(kit, {
    name: "rules",
    top: question(kit, kit.say(node.say), { aloud: aloud(kit, [node.say, ...node.lines]) }),
    work: h("ol", { class: "rules" }, node.lines.map((/** @type {string} */ line) => h("li", {}, card({}, told(kit, line))))),
    start: [step(kit, "not-today")],
    end: [backStep(kit), step(kit, "next")],
  });
}
