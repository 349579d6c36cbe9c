// What was said, written down for the record: exact words, the question before them, who was near, what was seen,
// danger now, who was rung. Nothing stands in it that nobody said. What is left empty is asked for once; "not yet" is
// an answer, and it is asked for again in the record. What is half typed stays while the side is closed.
import { h, refill } from "./dom.js";
import { field, goToHeading, oneOf, staffButton } from "./desk.js";
import { dropOf, keepDrop } from "./half_typed.js";
import { namesNoTime } from "./ring.js";
import { timeOf } from "./when.js";
import { isWritten } from "./written.js";

/** @typedef {import("./kit.js").Kit} Kit */

/** All that can be given, by the name under which it waits half typed. */
const GIVEN = ["said-words", "said-before", "said-near", "said-seen", "said-now", "said-rang"];

/**
 * @param {Kit} kit
 * @param {{dangerNow: boolean, kept: () => Promise<void>, back?: () => void}} card  `dangerNow`: said on the card
 *   before; `kept`: what follows once it is on the disk; `back`: to the leaf before
 */
export function saidForm(kit, { dangerNow, kept, back }) {
  const of = textsOf(kit);
  const now = oneOf(
    kit.w("card-danger-now"),
    [
      { value: "yes", word: kit.w("desk-yes") },
      { value: "no", word: kit.w("desk-no") },
      { value: "unsure", word: kit.w("card-danger-not-sure") },
    ],
    { taken: dangerNow ? "yes" : dropOf(kit, "said-now"), chosen: () => keepNow() },
  );
  const notSure = h("p", { class: "desk-hint", role: "status" });
  const ringAnyway = () =>
    refill(notSure, now.value() === "unsure" ? kit.w("card-danger-not-sure-what") : "");
  /** Once something is written it stands beside it, chosen here or on the card before. */
  const keepNow = () => {
    keepDrop(kit, "said-now", now.value());
    ringAnyway();
  };
  ringAnyway();
  const asking = h("div", { class: "tray-found" });
  let askedFor = false;
  /** What is empty now is for later: it was asked for. */
  const keep = async () => {
    if (!(await kit.keep("important_said", saidOf(of, DANGER[now.value()]), "worker"))) return;
    for (const name of GIVEN) keepDrop(kit, name, "");
    await kept();
  };
  const save = (/** @type {Event} */ event) => {
    event.preventDefault();
    refill(asking);
    if (!of.words.value()) {
      of.words.wrong(kit.w("desk-write-this"));
      of.words.input.focus();
    } else if (!now.value()) {
      now.wrong(kit.w("desk-choose-one"));
      now.box.querySelector("input")?.focus();
    } else if (openOf(of).length && !askedFor) {
      askedFor = true;
      refill(asking, openAsked(kit, of, () => refill(asking), () => void keep()));
      goToHeading(asking);
      asking.scrollIntoView({ block: "nearest" });
    } else void keep();
  };
  return h(
    "form",
    { class: "desk-part", onsubmit: save, oninput: keepNow },
    of.words.box,
    markedWords(kit, of.words.input),
    ...[of.before, of.near, of.seen].map(({ box }) => box),
    now.box,
    notSure,
    of.rang.box,
    h("p", { class: "muted" }, kit.w("important-duty")),
    asking,
    h("button", { class: "staff forward" }, h("span", {}, kit.w("card-keep"))),
    back ? staffButton(kit, kit.w("back"), back, { kind: "text", icon: "arrow-left" }) : null,
  );
}

/** What was marked last is not filled in by itself: it may be something else. @param {Kit} kit
 * @param {HTMLInputElement | HTMLTextAreaElement} into */
function markedWords(kit, into) {
  const marked = kit.session.state.exact.at(-1)?.text;
  if (!marked) return null;
  const put = () => {
    into.value = into.value.trim() ? `${into.value}\n${marked}` : marked;
    keepDrop(kit, "said-words", into.value);
    into.focus();
  };
  return staffButton(kit, kit.w("card-marked-words"), put, { kind: "text", icon: "quote" });
}

/** @typedef {Record<"words" | "before" | "near" | "seen" | "rang", ReturnType<typeof field>>} Texts */

/** What can be written. @param {Kit} kit @returns {Texts} */
function textsOf(kit) {
  const of = (
    /** @type {string} */ name,
    /** @type {Omit<import("./desk.js").Field, "typed">} */ own,
    /** @type {string} */ otherwise = "",
  ) => {
    const value = dropOf(kit, name) || otherwise;
    const made = field({ ...own, value, typed: () => keepDrop(kit, name, made.input.value) });
    return made;
  };
  return {
    words: of(
      "said-words",
      { label: kit.w("important-exact"), rows: 3, needed: true },
    ),
    before: of(
      "said-before",
      { label: kit.w("important-before"), hint: kit.w("card-before-hint"), rows: 2 },
    ),
    near: of("said-near", { label: kit.w("important-near"), rows: 2 }, nearThen(kit)),
    seen: of("said-seen", { label: kit.w("important-seen"), rows: 2 }),
    rang: of("said-rang", { label: kit.w("important-ring"), hint: kit.w("card-rang-hint") }),
  };
}

/** What is asked for once if it is empty, and the words for it. */
const ASKED_FOR = /** @type {const} */ ([
  ["near", "card-open-near"],
  ["seen", "card-open-seen"],
  ["rang", "card-open-rang"],
]);

/** Whether there is danger, as it is kept: null where the worker is not sure. @type {Record<string, boolean | null>} */
const DANGER = { yes: true, no: false, unsure: null };

/** What of it is still empty, and a ring without its time. @param {Texts} of
 * @returns {(readonly [keyof Texts, string])[]} */
function openOf(of) {
  const empty = ASKED_FOR.filter(([name]) => !isWritten(of[name].value()));
  return namesNoTime(of.rang.value()) ? [...empty, ["rang", "card-open-when"]] : [...empty];
}

/** Asked once, kindly: now, or not yet. @param {Kit} kit @param {Texts} of @param {() => void} now
 * @param {() => void} notYet */
function openAsked(kit, of, now, notYet) {
  const open = openOf(of);
  const first = open[0];
  return h(
    "div",
    { class: "desk-notice asks-once" },
    h(
      "div",
      {},
      h("h2", {}, kit.w("card-open-title")),
      h("ul", { class: "desk-lines" }, ...open.map(([, word]) => h("li", {}, kit.w(word)))),
      h(
        "div",
        { class: "desk-answers" },
        staffButton(kit, kit.w("card-open-now"), () => {
          now();
          if (first) of[first[0]].input.focus();
        }),
        staffButton(kit, kit.w("card-open-not-yet"), notYet, { under: kit.w("card-open-not-yet-what") }),
      ),
    ),
  );
}

/** The op as it is kept: what is left for later is blank, and whom she rang null.
 * @param {Texts} of @param {boolean | null | undefined} now */
function saidOf(of, now) {
  return {
    words: of.words.input.value,
    before: of.before.value(),
    who_near: of.near.value(),
    seen: of.seen.value(),
    now,
    rang: isWritten(of.rang.value()) ? of.rang.value() : null,
  };
}

/** Who was near when it began: only where the place is known, and with the time of it. @param {Kit} kit */
function nearThen(kit) {
  const { near, place, began_at } = kit.session.state;
  return near && place && began_at ? kit.w("card-near-then", { near, place, time: timeOf(kit, began_at) }) : "";
}
