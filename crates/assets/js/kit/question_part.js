// "Before you ask it": a question of the worker's own is looked at when they ask for it. What was noticed is said
// in the first person, with other ways to ask; where nothing was, it says that this is not the same as fine.
// It never keeps a question from being asked.
import { h, refill } from "./dom.js";
import { field, goToHeading, staffButton, unfold } from "./desk.js";
import { childSaid } from "./child_said.js";
import { dropOf, keepDrop } from "./half_typed.js";
import { icon } from "./parts.js";
import { check } from "./question.js";

/**
 * @typedef {import("./kit.js").Kit} Kit
 * @typedef {import("./question.js").Found} Found
 * @typedef {import("./question.js").Instead} Instead
 */

/** @param {Kit} kit */
export function questionPart(kit) {
  const found = h("div", { class: "tray-found", "aria-live": "polite" });
  const text = field({
    label: kit.w("question-label"),
    rows: 2,
    value: dropOf(kit, "question"),
    typed: () => {
      keepDrop(kit, "question", text.input.value);
      refill(found);
    },
  });
  const look = (/** @type {Event} */ event) => {
    event.preventDefault();
    if (!text.value()) {
      text.input.focus();
      return;
    }
    const { noticed, shown } = looked(kit, text.value(), { asked, change });
    form.hidden = noticed;
    refill(found, ...shown);
    if (noticed) goToHeading(found);
  };
  const form = h(
    "form",
    { class: "desk-part", onsubmit: look },
    text.box,
    h("button", { class: "staff" }, h("span", {}, kit.w("question-look"))),
  );
  /** The worker's own words again, to be changed. */
  function change() {
    form.hidden = false;
    refill(found);
    text.input.focus();
  }
  function clear() {
    text.input.value = "";
    keepDrop(kit, "question", "");
    form.hidden = false;
  }
  /** What was meant for the screen before is no question for this one, and not for the child to read there. */
  function moved() {
    kit.root.removeEventListener("moved", moved);
    if (!form.isConnected) return;
    kit.root.addEventListener("moved", moved);
    clear();
    refill(found);
  }
  kit.root.addEventListener("moved", moved);
  /** @param {Record<string, unknown>} fields @param {string} aloud */
  async function asked(fields, aloud) {
    if (!(await kit.keep("asked", { node: kit.walk.node.id, ...fields }, "worker"))) return;
    clear();
    const page = h(
      "div",
      { class: "tray-part" },
      h("h2", {}, kit.w("question-ask-now")),
      h("p", { class: "say-this", dir: "auto" }, aloud),
      h("p", { class: "muted" }, kit.w("question-wait")),
    );
    refill(found, page);
    goToHeading(page);
  }
  return h("section", { class: "tray-part" }, form, found);
}

/**
 * What is shown of a question that was looked at.
 * @param {Kit} kit @param {string} text
 * @param {{asked: (fields: Record<string, unknown>, aloud: string) => Promise<void>, change: () => void}} then
 * @returns {{noticed: boolean, shown: import("./dom.js").Child[]}}
 */
function looked(kit, text, { asked, change }) {
  const found = check(text, [...childSaid(kit.session.ops), ...notAdded(kit)], kit.book.rules, kit.book.prompts);
  const reasons = found.why.map(({ reason }) => reason);
  const noticed = reasons.length ? { noticed: { class: found.class, why: reasons } } : {};
  const asIs = staffButton(
    kit,
    kit.w(found.outcome === "noticed" ? "question-leave" : "question-ask"),
    () => void asked({ text, ...noticed }, text),
    { kind: "text" },
  );
  if (found.outcome !== "noticed") {
    const nothing = h("p", { class: "muted" }, kit.w("question-nothing"));
    return { noticed: false, shown: [h("div", { class: "apart" }, nothing, asIs)] };
  }
  const ways = found.instead
    .slice(0, OFFERED)
    .map((way) =>
      wayButton(
        kit,
        way,
        () => void asked(way.prompt ? { prompt: way.prompt } : { text: aloudOf(kit, way) }, aloudOf(kit, way)),
      ),
    );
  const why = unfold(
    kit.w("question-why"),
    h("p", {}, kit.w(`question-class-${keyOf(found.class)}`)),
    h("p", { class: "muted" }, kit.w("question-limits")),
  );
  return {
    noticed: true,
    shown: [
      h("h2", {}, kit.w("question-label")),
      quoted(kit, text, found.at, change),
      noticedBox(kit, found),
      h("div", { class: "desk-answers" }, ...ways),
      h("div", { class: "apart" }, asIs, why),
    ],
  };
}

/** What the child has typed and not put in yet is the child's last word. @param {Kit} kit @returns {string[]} */
function notAdded(kit) {
  const field = /** @type {HTMLTextAreaElement | null} */ (kit.child.querySelector(".writing .field, .word-tray textarea"));
  return field?.value.trim() ? [field.value.trim()] : [];
}

/** So many other ways to ask stand beside the worker's own. */
const OFFERED = 2;

/** The question with what was noticed underlined; a tap goes back to typing.
 * @param {Kit} kit @param {string} text @param {[number, number] | null} at @param {() => void} change */
function quoted(kit, text, at, change) {
  const [from, to] = at ?? [0, 0];
  return h(
    "button",
    {
      type: "button",
      class: "asked-back",
      dir: "auto",
      onclick: change,
      "aria-label": `${text} ${kit.w("question-change")}`,
    },
    text.slice(0, from),
    at ? h("mark", {}, text.slice(from, to)) : null,
    text.slice(to),
  );
}

/** @param {Kit} kit @param {Found} found */
function noticedBox(kit, { why }) {
  return h(
    "div",
    { class: "desk-notice" },
    icon(kit, "lightbulb", 24),
    h(
      "div",
      {},
      h("b", {}, kit.w(`question-noticed-${why.length === 1 ? "one" : "other"}`, { count: why.length })),
      ...why.map(({ reason, word }) =>
        h(
          "p",
          {},
          word && QUOTES.has(reason) ? kit.w(`noticed-${reason}-word`, { word }) : kit.w(`noticed-${reason}`),
        ),
      ),
    ),
  );
}

/** Reasons that quote the word they are about. */
const QUOTES = new Set(["new-word", "new-feeling", "new-event", "new-name", "who-is-that", "assumes"]);

/** @param {Kit} kit @param {Instead} way */
function aloudOf(kit, { text }) {
  return text.replaceAll("{worker}", kit.worker());
}

/** @param {Kit} kit @param {Instead} way @param {() => void} tap */
function wayButton(kit, way, tap) {
  const from = { child: "question-from-child", library: "question-from-library", rules: "question-from-rules" };
  return staffButton(kit, aloudOf(kit, way), tap, { under: kit.w(from[way.from]), class: "alternative" });
}

/** @param {string} kind */
function keyOf(kind) {
  return kind.toLowerCase().replaceAll("_", "-");
}
