// After Stop: thank you, and no question why. What was made is kept. Whoever pressed the hand to try it can go on.
import { h } from "../dom.js";
import { pagesMade } from "../pages.js";
import { button, picture, question, screen } from "../parts.js";
import { step } from "../steps.js";
import { told } from "../told.js";

/** @typedef {import("../kit.js").Kit} Kit */

/** @param {Kit} kit */
export function show(kit) {
  const line = pagesMade(kit).length > 0 || kit.asked !== "thank-you" ? kit.asked : "thank-you-nothing";
  const comesBack = kit.walk.choices().some((/** @type {any} */ { goto }) => goto === "BEFORE");
  return screen(kit, {
    name: "thanks",
    closed: true,
    top: kit.level === "e" ? told(kit, line, { class: "large" }) : question(kit, kit.say(line)),
    work: h("div", { class: "good-bye" }, picture(kit, "hand"), picture(kit, "child-worker-behind")),
    // A break is for whoever may come back to where they were. What ends it stands where no other page has its way on: whoever taps
    // on without looking goes on.
    start: [step(kit, "bye", { kind: "plain" }), comesBack ? button(kit, kit.say("break"), () => void kit.takeBreak(), {}) : null],
    end: [step(kit, "not-stop")],
  });
}

