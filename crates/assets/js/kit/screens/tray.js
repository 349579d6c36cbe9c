// The worker's side, beside the child's screen: a question looked at before it is asked, the child's exact words,
// own notes, the way to say that something important was said. The child may read all of it, so what was noted is
// counted and not shown.
import { h, refill } from "../dom.js";
import { field, staffButton, unfold } from "../desk.js";
import { dropOf, keepDrop } from "../half_typed.js";
import { putAway } from "../put_away.js";
import { questionPart } from "../question_part.js";
import { closesOnEscape, trayHead } from "../tray_parts.js";
import { toCard } from "./library.js";

/** @typedef {import("../kit.js").Kit} Kit */

/** @param {Kit} kit */
export function show(kit) {
  const extra = h("div", { class: "tray-part", "aria-live": "polite" });
  return h(
    "div",
    { class: "desk tray", onkeydown: closesOnEscape(kit) },
    trayHead(kit, kit.w("side-of", { name: kit.worker() }), kit.w("tray-child-may-read")),
    questionPart(kit),
    tools(kit, extra),
    extra,
    h(
      "div",
      { class: "tray-part more-here" },
      guide(kit),
      levels(kit),
      staffButton(kit, kit.w("library"), () => void kit.openTray("library", { beside: true }), { kind: "text", icon: "book-open" }),
      staffButton(kit, kit.w("tray-leave"), () => void putAway(kit), { kind: "text", icon: "lock" }),
      h("p", { class: "muted" }, kit.w("tray-not-on-pages")),
    ),
  );
}

/** @param {Kit} kit @param {HTMLElement} extra */
function tools(kit, extra) {
  const open = (/** @type {() => HTMLElement} */ make) => {
    const made = make();
    refill(extra, made);
    made.querySelector("textarea")?.focus();
  };
  return h(
    "div",
    { class: "tray-part" },
    h(
      "div",
      { class: "pair" },
      staffButton(kit, kit.w("tray-exact"), () => open(() => exactPart(kit, extra)), { icon: "quote" }),
      staffButton(kit, kit.w("tray-notes"), () => open(() => notesPart(kit, extra)), { icon: "notebook-pen" }),
    ),
    staffButton(kit, kit.w("important"), () => void kit.openTray("important"), {
      icon: "ear",
      after: "chevron-right",
      class: "weighty",
    }),
  );
}

/** @param {Kit} kit @param {HTMLElement} extra @returns {HTMLElement} */
function exactPart(kit, extra) {
  const marked = kit.session.state.exact.length;
  const asked = kit.session.state.asked.at(-1);
  return writingPart(kit, {
    name: "exact",
    label: kit.w("tray-exact-label"),
    hint: kit.w("tray-exact-hint"),
    button: kit.w("tray-exact-keep"),
    again: () => exactPart(kit, extra),
    extra,
    keep: (text) => kit.keep("exact", { text, ...(asked?.prompt ? { prompt: asked.prompt } : {}) }, "worker"),
    // Counted, not shown: whoever looks over the table reads none of it.
    below: marked
      ? h("p", { class: "muted" }, kit.w(`tray-exact-count-${marked === 1 ? "one" : "other"}`, { count: marked }))
      : null,
  });
}

/** @param {Kit} kit @param {HTMLElement} extra @returns {HTMLElement} */
function notesPart(kit, extra) {
  // What was noted while preparing answers a question of its own.
  const count = kit.session.state.notes.filter((/** @type {{asks?: string}} */ { asks }) => !asks).length;
  return writingPart(kit, {
    name: "note",
    label: kit.w("tray-note-label"),
    hint: kit.w("tray-note-hint"),
    button: kit.w("tray-note-keep"),
    again: () => notesPart(kit, extra),
    extra,
    keep: (text) => kit.keep("note", { text }, "worker"),
    below: count
      ? h("p", { class: "muted" }, kit.w(`tray-note-count-${count === 1 ? "one" : "other"}`, { count }))
      : null,
  });
}

/**
 * @typedef {object} WritingPart
 * @property {string} name
 * @property {string} label
 * @property {string} hint
 * @property {string} button
 * @property {(text: string) => Promise<boolean>} keep
 * @property {() => HTMLElement} again  the part as it is once something more is kept
 * @property {HTMLElement} extra
 * @property {import("../dom.js").Child} below
 */

/** A field whose words are kept with the time. What is half typed is still there when the tray opens again.
 * @param {Kit} kit @param {WritingPart} part */
function writingPart(kit, { name, label, hint, button, keep, again, extra, below }) {
  const text = field({
    label,
    hint,
    rows: 3,
    value: dropOf(kit, name),
    typed: () => keepDrop(kit, name, text.input.value),
  });
  const save = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (!text.value()) {
      text.wrong(kit.w("desk-write-this"));
      text.input.focus();
      return;
    }
    if (!(await keep(text.input.value))) return;
    keepDrop(kit, name, "");
    const next = again();
    refill(extra, next);
    kit.announce(kit.w("tray-kept"));
    next.querySelector("textarea")?.focus();
  };
  return h(
    "form",
    { class: "desk-part", onsubmit: save },
    text.box,
    h("button", { class: "staff" }, h("span", {}, button)),
    below,
  );
}

/** What to do at this step and why. @param {Kit} kit */
function guide(kit) {
  const node = kit.walk.node;
  if (!node.guide) return null;
  return unfold(
    kit.w("tray-guide"),
    h("p", {}, kit.w(node.guide)),
    toCard(kit, node.guide),
    node.law ? h("p", { class: "law" }, kit.w(node.law)) : null,
    node.law ? toCard(kit, node.law) : null,
  );
}

/** Another level of words, at any time. @param {Kit} kit */
function levels(kit) {
  const offered = ["a", "b", "c", "d", "e"].map((level) =>
    staffButton(
      kit,
      kit.w(`tray-level-${level}`),
      async () => {
        if (await kit.keep("level", { level }, "worker")) {
          kit.closeTray();
          await kit.again();
        }
      },
      { chosen: kit.session.state.level === level, kind: "quiet" },
    ),
  );
  return unfold(kit.w("tray-levels"), h("div", { class: "desk-answers" }, ...offered));
}
