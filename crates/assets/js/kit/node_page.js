// A place of the tree that speaks to the worker, as a page: what to do, why, what the law says, and the choices
// there. A choice that has to be written down unfolds into its fields first. What comes next is the tree's to say.
import { h, refill } from "./dom.js";
import { field, goToHeading, lines, notice, sheet, staffButton, unfold } from "./desk.js";
import { dropOf, keepDrop } from "./half_typed.js";

/**
 * @typedef {import("./kit.js").Kit} Kit
 * @typedef {import("./dom.js").Child} Child
 * @typedef {import("./desk.js").Field} Field
 * @typedef {import("./tree.js").Choice} Choice
 * @typedef {Record<string, string>} Written
 * @typedef {object} Asks
 * @property {Record<string, Field>} fields  what the choice needs written
 * @property {string} [goOn]                 the word on its button
 *
 * @typedef {object} NodePage
 * @property {Record<string, Asks>} [asks]   by the label of the choice
 * @property {{label: string, written: Written}} [before]  what was answered here, where somebody has come back
 * @property {Record<string, Field>} [always]  fields on the page itself, given with every choice
 * @property {Child[]} [above]               before the choices
 * @property {(Child)[]} [foot]
 * @property {string} [remembers]  under this name what is typed in `always` stays until it is kept, whatever is looked at
 *   in between
 * @property {(label: string) => boolean} [offers]  whether a choice stands here
 * @property {(label: string, written: Written) => string[]} [missing]  names of the fields a choice still needs
 * @property {(written: Written) => Record<string, string>} [wrong]  what is wrong with a field, by its name
 * @property {(label: string, written: Written) => void | Promise<void>} chosen
 * @property {Record<string, string | number>} [given]  what fills the words
 */

/** One step back in the tree. @param {Kit} kit */
export function backOne(kit) {
  const back = () => {
    kit.walk.back();
    void kit.follow();
  };
  return staffButton(kit, kit.w("back"), back, { icon: "arrow-left" });
}

/** What a child may say at any moment, and is not looked for then. */
const AT_ANY_MOMENT = "child-says-no";

/** @param {Kit} kit @param {NodePage} page */
export function nodePage(kit, page) {
  const node = kit.walk.node;
  const given = page.given ?? {};
  const always = remembered(kit, page.always ?? {}, page.remembers);
  const place = h("div", { class: "desk-answers" });
  const showChoices = () => {
    kit.at.params = { ...kit.at.params, taken: undefined };
    refill(
      place,
      ...choices(kit)
        .filter(({ label }) => page.offers?.(label) ?? true)
        .map(({ label }) => choiceButton(kit, label, given, () => take(label), label === page.before?.label)),
    );
  };

  /** @param {string} label */
  function take(label) {
    const asks = page.asks?.[label];
    if (!asks) return void finish(label, always, {});
    // An answer that lies open does so again when the page is taken up.
    kit.at.params = { ...kit.at.params, taken: label };
    const fields = fieldsOf(asks.fields, label === page.before?.label ? page.before.written : {});
    const form = h(
      "form",
      {
        class: "desk-part",
        onsubmit: (/** @type {Event} */ event) => {
          event.preventDefault();
          finish(label, { ...always, ...fields }, fields);
        },
      },
      h("h2", {}, kit.w(label, given)),
      ...Object.values(fields).map(({ box }) => box),
      h(
        "div",
        { class: "desk-foot" },
        staffButton(kit, kit.w("desk-other-answer"), showChoices, { kind: "text" }),
        ...choices(kit)
          .filter(({ label: other }) => other === AT_ANY_MOMENT && page.offers?.(other) !== false)
          .map(({ label: other }) => choiceButton(kit, other, given, () => take(other))),
        h("button", { class: "staff forward" }, h("span", {}, asks.goOn ?? kit.w("desk-go-on"))),
      ),
    );
    refill(place, form);
    goToHeading(form);
  }

  /** @param {string} label @param {Fields} fields @param {Fields} own */
  function finish(label, fields, own) {
    const written = Object.fromEntries(Object.entries(fields).map(([name, { value }]) => [name, value()]));
    const missing =
      page.missing?.(label, written) ?? Object.keys(own).filter((name) => own[name]?.needed && !written[name]);
    for (const name of missing) fields[name]?.wrong(kit.w("desk-write-this"));
    const wrong = page.wrong?.(written) ?? {};
    for (const [name, says] of Object.entries(wrong)) fields[name]?.wrong(says);
    const first = fields[[...missing, ...Object.keys(wrong)][0] ?? ""];
    if (first) first.input.focus();
    else void page.chosen(label, written);
  }

  const { taken } = kit.at.params;
  if (page.asks?.[taken]) take(taken);
  else showChoices();
  const asked = page.above ?? [];
  return sheet({
    name: node.screen,
    title: kit.w(node.say, given),
    lead: node.guide ? kit.w(node.guide, given) : undefined,
    work: [
      lines((node.lines ?? []).map((/** @type {string} */ line) => kit.w(line, given))),
      ...asked,
      ...Object.values(always).map(({ box }) => box),
      place,
      node.law ? unfold(kit.w("desk-law"), h("p", { class: "law" }, kit.w(node.law))) : null,
    ],
    foot: (page.foot ?? []).filter((part) => part !== null),
  });
}

/** @typedef {Record<string, ReturnType<typeof field>>} Fields */

/** @param {Record<string, Field>} of @param {Written} [written]  what stood in them before @returns {Fields} */
function fieldsOf(of, written = {}) {
  return Object.fromEntries(Object.entries(of).map(([name, each]) => [name, field({ ...each, value: written[name] ?? each.value })]));
}

/** @param {string} page @param {string} name */
const dropName = (page, name) => `${page} ${name}`;

/** The same, with what was typed there before. @param {Kit} kit @param {Record<string, Field>} of @param {string | undefined} page
 * @returns {Fields} */
function remembered(kit, of, page) {
  if (page === undefined) return fieldsOf(of);
  return Object.fromEntries(Object.entries(of).map(([name, each]) => {
    const drop = dropName(page, name);
    const typed = () => keepDrop(kit, drop, made.input.value);
    const made = field({ ...each, value: dropOf(kit, drop) || each.value, typed });
    return [name, made];
  }));
}

/** What was typed on this page is kept: nothing of it is half typed any more. @param {Kit} kit @param {string} page
 * @param {string[]} names */
export function forget(kit, page, names) {
  for (const name of names) keepDrop(kit, dropName(page, name), "");
}

/** The choices there are here and now. @param {Kit} kit @returns {Choice[]} */
function choices(kit) {
  return kit.walk.choices();
}

/** @param {Kit} kit @param {string} label @param {Record<string, string | number>} given @param {() => void} tap
 * @param {boolean} [before]  it was answered so before */
function choiceButton(kit, label, given, tap, before = false) {
  return staffButton(kit, kit.w(label, given), tap, before ? { after: "check", chosen: true } : { after: "chevron-right" });
}

/**
 * What the office has said that stands in the way, or nothing.
 * @param {Kit} kit @param {string} title @param {string} why
 */
export function standsInTheWay(kit, title, why) {
  return notice(kit, { icon: "lock", title, urgent: true }, h("p", { dir: "auto" }, why));
}
