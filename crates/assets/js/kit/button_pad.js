// The paper by buttons, for whoever has two switches, or presses and cannot drag: eight ways to go, the pen in their middle,
// and the size of a step. It moves the cursor that the keys move (`cursor.js`), so a line made by it is a line like any other.
// It lies there only once it is asked for. Deliberately absent: a line that goes on by itself and waits to be stopped.
import { h, refill } from "./dom.js";
import { frame, icon } from "./parts.js";

/** @typedef {import("./kit.js").Kit} Kit */
/** @typedef {import("./paper.js").Paper} Paper */

/** So far goes one press, in paper units: across the paper in sixteen, and a fourth of it for what is small. */
const LONG = 48;
const SHORT = 12;

/** Row by row as they lie around the pen, which is where there is none. @type {([string, [number, number]] | null)[]} */
const AROUND = [
  ["up-left", [-1, -1]], ["up", [0, -1]], ["up-right", [1, -1]],
  ["left", [-1, 0]], null, ["right", [1, 0]],
  ["down-left", [-1, 1]], ["down", [0, 1]], ["down-right", [1, 1]],
];

/** What is in the pad's middle, by the tool in hand and whether it is down. @param {Paper} paper */
function middleOf(paper) {
  if (paper.tool === "sticker") return "put-here";
  if (paper.tool === "words") return paper.cursor.down ? "put-here" : "pick-up";
  return paper.cursor.down ? "pen-up" : "pen-down";
}

/**
 * @param {Kit} kit @param {Paper} paper
 * @param {{undo: () => void, closed: () => void}} does
 */
export function buttonPad(kit, paper, { undo, closed }) {
  let step = LONG;
  const pen = key("pen", () => paper.cursor.enter());
  const steps = key("steps", () => { step = step === LONG ? SHORT : LONG; });
  const box = h("div", { class: "pad", role: "group", "aria-label": kit.say("with-buttons"), hidden: true },
    AROUND.map((way) => (way ? arrow(...way) : pen)),
    steps,
    word(key("back", undo), "undo-2", "undo"),
    word(key("done", () => close()), "check", "done"));

  /** @param {string} name @param {() => void} press */
  function key(name, press) {
    return h("button", { type: "button", class: `button pad-key framed ${frame()} ${name}`, onclick: () => { press(); show(); } });
  }
  /** @param {HTMLElement} made @param {string} mark @param {string} says */
  function word(made, mark, says) {
    refill(made, icon(kit, mark, 24), h("span", {}, kit.say(says)));
    return made;
  }
  /** @param {string} name @param {[number, number]} way */
  function arrow(name, way) {
    const made = key(`to-${name}`, () => paper.cursor.step(way, step));
    made.setAttribute("aria-label", kit.say(`way-${name}`));
    made.append(icon(kit, "arrow-right", 32));
    return made;
  }
  /** What the pen would do now, and how long the steps are. */
  function show() {
    word(pen, "pencil", middleOf(paper));
    pen.classList.toggle("down", paper.cursor.down);
    word(steps, "move", "small-steps");
    steps.setAttribute("aria-pressed", String(step === SHORT));
  }
  function open() {
    box.hidden = false;
    show();
    paper.cursor.appear();
    pen.focus();
  }
  function close() {
    paper.lift();
    paper.cursor.hide();
    box.hidden = true;
    closed();
  }
  show();
  return { box, open, show, focus: () => pen.focus(), get isOpen() { return !box.hidden; } };
}
