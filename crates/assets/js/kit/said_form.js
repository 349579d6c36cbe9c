// What was said, written down for the record: exact words, the question before them, who was near, what was seen,
// danger now, who was rung. What is half typed stays while the side is closed.
import { h } from "./dom.js";
import { field, oneOf } from "./desk.js";
import { dropOf, keepDrop } from "./half_typed.js";

/** @typedef {import("./kit.js").Kit} Kit */

/**
 * @param {Kit} kit
 * @param {{dangerNow: boolean, kept: () => Promise<void>}} card  `dangerNow`: said on the card before; `kept`: what
 *   follows once it is on the disk
 */
export function saidForm(kit, { dangerNow, kept }) {
  const { exact, asked, near } = kit.session.state;
  const drop = (/** @type {string} */ name, /** @type {string} */ otherwise = "") => dropOf(kit, name) || otherwise;
  const of = (/** @type {string} */ name, /** @type {Omit<import("./desk.js").Field, "typed">} */ own) => {
    const made = field({ ...own, typed: () => keepDrop(kit, name, made.input.value) });
    return made;
  };
  const words = of("said-words", {
    label: kit.w("important-exact"),
    rows: 3,
    needed: true,
    value: drop("said-words", exact.at(-1)?.text),
  });
  const before = of("said-before", {
    label: kit.w("important-before"),
    rows: 2,
    value: drop("said-before", questionOf(kit, asked.at(-1))),
  });
  const whoNear = of("said-near", {
    label: kit.w("important-near"),
    rows: 2,
    value: drop("said-near", near ?? ""),
  });
  const seen = of("said-seen", { label: kit.w("important-seen"), rows: 2, value: drop("said-seen") });
  const now = oneOf(
    kit.w("card-danger-now"),
    [
      { value: "yes", word: kit.w("desk-yes") },
      { value: "no", word: kit.w("desk-no") },
    ],
    { taken: dangerNow ? "yes" : "" },
  );
  const rang = of("said-rang", {
    label: kit.w("important-ring"),
    hint: kit.w("card-rang-hint"),
    value: drop("said-rang"),
  });
  const save = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (!words.value()) {
      words.wrong(kit.w("desk-write-this"));
      words.input.focus();
      return;
    }
    if (!now.value()) {
      now.wrong(kit.w("desk-choose-one"));
      now.box.querySelector("input")?.focus();
      return;
    }
    const said = {
      words: words.input.value,
      before: before.value(),
      who_near: whoNear.value(),
      seen: seen.value(),
      now: now.value() === "yes",
      ...(rang.value() ? { rang: rang.value() } : {}),
    };
    if (!(await kit.keep("important_said", said, "worker"))) return;
    for (const name of ["said-words", "said-before", "said-near", "said-seen", "said-rang"])
      keepDrop(kit, name, "");
    await kept();
  };
  return h(
    "form",
    { class: "desk-part", onsubmit: save },
    ...[words, before, whoNear, seen, now, rang].map(({ box }) => box),
    h("p", { class: "muted" }, kit.w("important-duty")),
    h("button", { class: "staff forward" }, h("span", {}, kit.w("card-keep"))),
  );
}

/** The question just before, as it was asked. @param {Kit} kit @param {any} asked */
function questionOf(kit, asked) {
  if (!asked) return "";
  const prompt = kit.book.prompts.prompts.find((/** @type {any} */ { id }) => id === asked.prompt);
  return asked.text ?? prompt?.text.replaceAll("{worker}", kit.worker()) ?? kit.say(asked.prompt);
}
