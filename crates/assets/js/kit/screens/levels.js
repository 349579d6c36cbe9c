// The same idea in five ways of saying it. The child hears them and taps the one that feels right; no ages, no order
// from easy to hard. It can be changed at any time, and then leads back to where the child was.
import { h } from "../dom.js";
import { bigButton, button, card, hearButton, icon, picture, question, screen } from "../parts.js";
import { sentences, symbol } from "../told.js";
import { theThree } from "../variant.js";

/** @typedef {import("../kit.js").Kit} Kit */

const WAYS = [["a", "acorn"], ["b", "shell"], ["c", "feather"], ["d", "pen"]];
const LABELS = { a: "choose-acorn", b: "choose-shell", c: "choose-feather", d: "choose-pen", e: "choose-symbols" };

/** @param {Kit} kit @param {{back?: boolean, chosen?: string}} params */
export function show(kit, params) {
  const line = idea(kit);
  const chosen = params.chosen ?? (params.back ? kit.level : undefined);
  const cards = WAYS.map(([level, emblem]) => way(kit, level ?? "b", emblem ?? "", line, chosen));
  return screen(kit, {
    name: "levels",
    top: question(kit, kit.sayAt("which-level", "b"), { under: kit.sayAt("which-level-more", "b") }),
    work: h("div", { class: "ways" }, cards, symbols(kit, line, chosen)),
    start: [
      lookButton(kit, "bigger", "case-sensitive"),
      lookButton(kit, "calm", "palette"),
      lookButton(kit, "dark", "moon"),
    ],
    end: [chosen ? bigButton(kit, kit.say("next"), () => void take(kit, chosen, params.back === true)) : null],
  });
}

/** What this is, for houses or what the child has instead. @param {Kit} kit */
function idea(kit) {
  const node = kit.book.tree.nodes.find((/** @type {any} */ one) => one.id === "K01");
  return node.instead?.[kit.session?.state.variant] ?? node.say;
}

/** @param {Kit} kit @param {string} level @param {string} emblem @param {string} line @param {string} [chosen] */
function way(kit, level, emblem, line, chosen) {
  const text = kit.sayAt(line, level);
  const on = level === chosen;
  return card({ class: `way ${level}`, chosen: on },
    h("button", {
      type: "button", class: "whole", "aria-pressed": String(on), "aria-label": `${kit.say(`choose-${emblem}`)}. ${text}`,
      onclick: () => choose(kit, level),
    }),
    picture(kit, emblem, { class: "emblem" }),
    h("div", { class: "idea" }, h("p", {}, text), level === "a" ? theThree(kit) : null),
    hearButton(kit, text, { of: kit.say(`choose-${emblem}`) }),
    on ? thisOne(kit) : null);
}

/** The card of symbols: one idea, one picture, one line. @param {Kit} kit @param {string} line @param {string} [chosen] */
function symbols(kit, line, chosen) {
  const text = kit.sayAt(line, "e");
  const names = kit.sayAt(`${line}-e-symbol`, "e").split(/\s+/);
  const on = chosen === "e";
  const rows = sentences(text, kit.language).map((sentence, at) =>
    h("li", {}, at === 0 ? h("span", { class: "symbol" }, theThree(kit)) : symbol(kit, names[at] ?? "house"), h("span", {}, sentence)));
  return card({ class: "way e", chosen: on },
    h("button", {
      type: "button", class: "whole", "aria-pressed": String(on), "aria-label": `${kit.say("choose-symbols")}. ${text}`,
      onclick: () => choose(kit, "e"),
    }),
    h("ul", { class: "in-symbols" }, rows),
    hearButton(kit, text, { of: kit.say("choose-symbols") }),
    on ? thisOne(kit) : null);
}

/** @param {Kit} kit */
const thisOne = (kit) => h("p", { class: "this-one" }, icon(kit, "check", 26), h("span", {}, kit.say("this-one")));

/** @param {Kit} kit @param {string} level */
async function choose(kit, level) {
  await kit.go("levels", { ...kit.at.params, chosen: level });
  /** @type {HTMLElement | null} */ (kit.child.querySelector(`.way.${level} .whole`))?.focus();
  kit.announce(`${kit.say("this-one")}: ${kit.say(LABELS[/** @type {"a"} */ (level)])}`);
}

/** @param {Kit} kit @param {string} level @param {boolean} back */
async function take(kit, level, back) {
  if (!back) return kit.choose(LABELS[/** @type {"a"} */ (level)]);
  if (await kit.keep("level", { level })) await kit.follow();
}

/** @param {Kit} kit @param {"bigger" | "calm" | "dark"} look @param {string} mark */
function lookButton(kit, look, mark) {
  return button(kit, kit.say(`look-${look}`), () => {
    kit.setLook({ [look]: !kit.look[look] });
    void kit.again();
  }, { icon: mark, chosen: kit.look[look], class: "look" });
}
