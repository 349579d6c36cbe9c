// After Stop: thank you, and no question why. What was made is kept. Whoever pressed the hand to try it can go on.
import { h } from "../dom.js";
import { button, picture, question, screen } from "../parts.js";
import { step } from "../steps.js";
import { told } from "../told.js";

/** @typedef {import("../kit.js").Kit} Kit */

/** @param {Kit} kit */
export function show(kit) {
  return screen(kit, {
    name: "thanks",
    closed: true,
    top: kit.level === "e" ? told(kit, kit.asked, { class: "large" }) : question(kit, kit.say(kit.asked)),
    work: h("div", { class: "good-bye" }, picture(kit, "hand"), picture(kit, "child-worker-behind")),
    start: [step(kit, "not-stop"), button(kit, kit.say("break"), () => void kit.takeBreak(), {})],
    end: [step(kit, "bye")],
  });
}

