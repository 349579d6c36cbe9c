// The paper by buttons, for whoever has two switches, or presses and cannot drag: eight ways to go, the pen in their middle,
// and the size of a step. It moves the cursor that the keys move (`cursor.js`), so a line made by it is a line like any other.
// It lies there only once it is asked for. Tab goes round in it and by Stop, so that the way that was passed comes again soon;
// Shift and Tab, Done and Escape lead out. Deliberately absent: a line that goes on by itself and waits to be stopped.
import { h, refill } from "./dom.js";
import { frame, icon } from "./parts.js";

/** @typedef {import("./kit.js").Kit} Kit */
/** @typedef {import("./paper.js").Paper} Paper */

/** So far goes one press, in paper units: across the paper in sixteen, and a fourth of it for what is small. */
const LONG = 48;
const SHORT = 12;

/** As a clock goes, and as Tab does: a shape that is drawn that way round needs few presses. @type {[string, [number, number]][]} */
const AROUND = [
  ["up", [0, -1]], ["up-right", [1, -1]], ["right", [1, 0]], ["down-right", [1, 1]],
  ["down", [0, 1]], ["down-left", [-1, 1]], ["left", [-1, 0]], ["up-left", [-1, -1]],
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
  const done = word(key("done", () => close()), "check", "done");
  const box = h("div", { class: "pad", role: "group", "aria-label": kit.say("with-buttons"), hidden: true },
    pen, AROUND.map((way) => arrow(...way)), steps, word(key("back", undo), "undo-2", "undo"), done);
  let opened = new AbortController();

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
  /** @param {Event} event */
  function around(event) {
    const at = event.target;
    if (!(event instanceof KeyboardEvent)) return;
    const stop = /** @type {HTMLElement | null} */ (kit.child.querySelector(".stop"));
    if (event.key === "Escape" && at instanceof Node && box.contains(at)) return close();
    if (event.key !== "Tab" || event.shiftKey || (at !== done && at !== stop)) return;
    event.preventDefault();
    (at === done && stop ? stop : pen).focus();
  }
  function open() {
    opened = new AbortController();
    kit.child.addEventListener("keydown", around, { signal: opened.signal });
    box.hidden = false;
    paper.cursor.byButtons = true;
    paper.cursor.appear();
    show();
    pen.focus();
  }
  function close() {
    leave();
    paper.lift();
    paper.cursor.hide();
    box.hidden = true;
    closed();
  }
  function leave() {
    opened.abort();
    paper.cursor.byButtons = false;
  }
  show();
  return { box, open, show, leave, focus: () => pen.focus(), get isOpen() { return !box.hidden; } };
}
