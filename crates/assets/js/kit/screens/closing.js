// Closing: what else there is, what the worker could do differently, something nice to end on; then what happens next, the
// day the worker comes back, and a copy to keep.
import { h } from "../dom.js";
import { newId } from "../pages.js";
import { button, card, picture, question, screen } from "../parts.js";
import { pagesToCopy, printCopy } from "../copy.js";
import { slipList } from "../slips.js";
import { backStep, step } from "../steps.js";
import { told } from "../told.js";
import { officeNow } from "../when.js";

/** @typedef {import("../kit.js").Kit} Kit */

const TELLS = new Set(["what-next", "empty-is-fine"]);
const DAYS_TO_PICK = 10;

/** @type {(() => void) | null} */
let ending = null;

/** @param {Kit} kit @param {{other?: boolean}} params */
export function show(kit, params) {
  const node = kit.walk.node;
  return TELLS.has(node.say) ? whatNext(kit, node, params.other === true) : asks(kit, node);
}

export function leave() {
  ending?.();
  ending = null;
}

/** An open question, in the child's exact words. @param {Kit} kit @param {any} node */
function asks(kit, node) {
  void kit.keep("asked", { node: node.id, prompt: kit.asked }, "worker");
  const said = kit.session.state.exact.filter((/** @type {any} */ one) => one.prompt === node.say);
  const list = slipList(kit, {
    slips: said.map((/** @type {any} */ one) => ({ id: newId(), text: one.text })), newId, label: kit.say("your-words"),
    onSlip: (slip) => kit.keep("exact", { text: slip.text, prompt: node.say }),
  });
  ending = () => void list.finish();
  return screen(kit, {
    name: `closing ${node.say}`,
    top: question(kit, kit.say(kit.asked), { under: kit.say("your-spelling"), aloud: kit.say(kit.asked) }),
    work: list.box,
    start: [step(kit, "skip"), step(kit, "add-to-it")],
    end: [backStep(kit), step(kit, "next"), step(kit, "thats-all", kit.can("next") ? { kind: "plain" } : {})],
  });
}

/** @param {Kit} kit @param {any} node @param {boolean} other another day is being picked */
function whatNext(kit, node, other) {
  const on = kit.session.state.comes_back;
  const lines = [node.say, ...(node.lines ?? [])].filter((line) => line !== "comes-back");
  const aloud = [...lines.map((line) => kit.say(line)), on ? kit.say("comes-back", { day: dayName(kit, on) }) : ""].join(" ");
  const copy = () => button(kit, kit.say("take-a-copy"), () => printCopy(kit), { icon: "printer" });
  return screen(kit, {
    name: "closing next",
    top: question(kit, kit.say("what-happens-now"), { aloud }),
    work: h("div", { class: "told-beside" },
      h("div", { class: "next-things" }, told(kit, lines, { class: "large" }),
        on && !other ? comesBack(kit, on) : days(kit)),
      picture(kit, "child-worker-behind", { class: "going" })),
    start: [pagesToCopy(kit).length ? copy() : null, step(kit, "change-it"), step(kit, "add-to-it")],
    end: [backStep(kit), step(kit, "next")],
  });
}

/** The day, as on a leaf of a calendar. @param {Kit} kit @param {string} on ISO date */
export function comesBack(kit, on, changeable = true) {
  return card({ class: "comes-back" }, leaf(kit, on),
    h("p", {}, h("b", {}, kit.say("comes-back", { day: dayName(kit, on) })), h("br"), kit.say("tells-you")),
    changeable ? button(kit, kit.say("another-day"), () => void kit.go("closing", { other: true }), { kind: "quiet", class: "small" }) : null);
}

/** @param {Kit} kit @param {string} on */
function leaf(kit, on) {
  const day = new Intl.NumberFormat(kit.language).format(Number(on.slice(8)));
  return h("span", { class: "day-leaf", "aria-hidden": "true" }, picture(kit, "calendar"), h("b", {}, day));
}

/** The next working days, to be agreed side by side. @param {Kit} kit */
function days(kit) {
  const days = workingDays(new Date(officeNow(kit)), DAYS_TO_PICK);
  return h("div", { class: "days" }, h("p", {}, kit.say("when-back")),
    h("div", { class: "day-row", role: "group", "aria-label": kit.say("when-back") }, days.map((on) =>
      button(kit, dayName(kit, on, "short"), async () => {
        if (await kit.keep("comes_back", { on })) await kit.go("closing");
      }, { class: "day", chosen: on === kit.session.state.comes_back ? true : undefined }))));
}

/** ISO dates of working days after today. @param {Date} today @param {number} count */
export function workingDays(today, count) {
  const found = [];
  for (let ahead = 1; found.length < count; ahead += 1) {
    const day = new Date(today.getFullYear(), today.getMonth(), today.getDate() + ahead, 12);
    if (day.getDay() !== 0 && day.getDay() !== 6) found.push(isoOf(day));
  }
  return found;
}

/** @param {Date} day */
const isoOf = (day) => `${day.getFullYear()}-${String(day.getMonth() + 1).padStart(2, "0")}-${String(day.getDate()).padStart(2, "0")}`;

/** As "Thursday 2 April". @param {Kit} kit @param {string} on @param {"long" | "short"} [length] */
export function dayName(kit, on, length = "long") {
  const [year = 0, month = 1, day = 1] = on.split("-").map(Number);
  return new Intl.DateTimeFormat(kit.language, { weekday: length, day: "numeric", month: length }).format(new Date(year, month - 1, day, 12)).replace(",", "");
}

