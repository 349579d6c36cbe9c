// One card of the library as it is drawn for the worker: what to say, what better not, whose made-up words, and how far
// it can be trusted.
import { h } from "./dom.js";
import { isOld, kindOf, wordsOf } from "./library.js";
import { picture } from "./parts.js";
import { isoDay } from "./when.js";

/**
 * @typedef {import("./kit.js").Kit} Kit
 * @typedef {import("./library.js").Card} Card
 * @typedef {import("./dom.js").Child} Child
 */

/** What stands on a card below its title. @param {Kit} kit @param {Card} card @returns {Child[]} */
export function cardBody(kit, card) {
  return [
    card.picture ? picture(kit, card.picture, { class: "lib-picture" }) : null,
    card.part === "examples" ? h("p", { class: "muted" }, kit.w("library-example")) : null,
    card.law ? h("p", { class: "lib-duty" }, card.law.duty) : null,
    h("div", { class: "lib-lines" }, ...lines(kit, card)),
    ...(card.prompts ? prompts(kit, card.prompts) : []),
    trust(kit, card),
  ];
}

/** Lines in order; points that follow one another are one list. In an example what is said is what its worker said.
 * @param {Kit} kit @param {Card} card @returns {Child[]} */
function lines(kit, card) {
  const says = kit.w(card.part === "examples" ? "library-worker-says" : "library-say");
  /** @type {HTMLElement[]} */
  const drawn = [];
  for (const line of card.lines) {
    const text = wordsOf(line);
    const kind = kindOf(line);
    if (kind === "point") {
      const last = drawn.at(-1);
      const into = last?.tagName === "UL" ? last : h("ul", { class: "desk-lines" });
      if (into !== last) drawn.push(into);
      into.append(h("li", {}, text));
    } else if (kind === "head") drawn.push(h("h2", {}, text));
    else if (kind === "say") drawn.push(h("p", { class: "lib-say" }, h("span", {}, says), `“${text}”`));
    else if (kind === "not") drawn.push(h("p", { class: "lib-not" }, h("span", {}, kit.w("library-not")), `“${text}”`));
    else if (kind === "said") drawn.push(h("blockquote", { dir: "auto" }, text));
    else drawn.push(h("p", {}, text));
  }
  return drawn;
}

/** The questions of a house, by level; those that wait for something say for what. @param {Kit} kit @param {string} house */
function prompts(kit, house) {
  /** @type {{house: string, level: string, text: string, after?: string}[]} */
  const all = kit.book.prompts.prompts;
  const grownUp = house === "adult";
  const ours = all.filter((one) => (grownUp ? one.level === "adult" : one.house === house && one.level !== "adult"));
  const levels = [...new Set(ours.map(({ level }) => level))];
  return levels.map((level) =>
    h(
      "section",
      {},
      grownUp ? null : h("h2", {}, kit.w(`tray-level-${level}`)),
      h(
        "ul",
        { class: "lib-prompts" },
        ...ours.filter((one) => one.level === level).map(({ text, after }) =>
          h("li", {}, text.replace("{worker}", kit.worker()), after ? h("small", {}, kit.w("library-waits")) : null)),
      ),
    ));
}

/** From when the words are, who checked them, and what of the law was meant. @param {Kit} kit @param {Card} card */
function trust(kit, card) {
  const { law } = card;
  const checked = card.checked_on && card.checked_by
    ? kit.w("library-checked", { day: fullDay(kit, card.checked_on), who: card.checked_by })
    : kit.w(law ? "library-lawyer" : "library-nobody");
  return h(
    "div",
    { class: "lib-trust" },
    law ? h("p", {}, h("b", {}, law.source), law.section ? `, ${law.section}` : "") : null,
    law ? h("p", {}, law.edition) : null,
    h("p", {}, law ? h("b", {}, checked) : checked, ` ${kit.w("library-words-of", { day: fullDay(kit, card.edition) })}`),
    isOld(card, isoDay(Date.now())) ? h("p", {}, h("b", {}, kit.w("library-old"))) : null,
  );
}

/** @param {Kit} kit @param {string} day */
const fullDay = (kit, day) =>
  new Intl.DateTimeFormat(kit.language, { dateStyle: "long" }).format(new Date(`${day}T12:00`));
