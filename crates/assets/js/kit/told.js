// Lines that a child is told. In Easy Read each sentence stands by itself with its symbol; at the other levels
// a line is a line. Nothing here makes words: they come from the book.
import { h } from "./dom.js";
import { icon, picture } from "./parts.js";

/** @typedef {import("./kit.js").Kit} Kit */
/** @typedef {Record<string, string | number>} Given */

/** The sentences of a line, one by one. @param {string} text @param {string} language */
export function sentences(text, language) {
  const cut = new Intl.Segmenter(language, { granularity: "sentence" }).segment(text);
  return [...cut].map((one) => one.segment.trim()).filter(Boolean);
}

/**
 * One line, or several, as they stand at the child's level.
 * @param {Kit} kit @param {string | string[]} names @param {{given?: Given, class?: string}} [more]
 */
export function told(kit, names, more = {}) {
  const all = [names].flat();
  if (kit.level === "e") return easy(kit, all, more);
  return h("div", { class: `told ${more.class ?? ""}` }, all.map((name) => h("p", {}, kit.say(name, more.given))));
}

/** The same lines as one text, for reading aloud. @param {Kit} kit @param {string[]} names @param {Given} [given] */
export function aloud(kit, names, given) {
  return names.map((name) => kit.say(name, given)).join(" ");
}

/** @param {Kit} kit @param {string[]} names @param {{given?: Given, class?: string}} more */
function easy(kit, names, more) {
  const rows = names.flatMap((name) => {
    const symbols = symbolsOf(kit, name);
    return sentences(kit.say(name, more.given), kit.language).map((sentence, at) =>
      h("li", {}, symbols[at] ? symbol(kit, symbols[at]) : null, h("span", {}, sentence)));
  });
  return h("ul", { class: `told easy ${more.class ?? ""}` }, rows);
}

/** Which symbols go with a line, one for each sentence. @param {Kit} kit @param {string} name */
export function symbolsOf(kit, name) {
  return kit.has(`${name}-e-symbol`) ? kit.say(`${name}-e-symbol`).split(/\s+/) : [];
}

/** The drawing, or the icon, of each symbol that a line may name. @type {Record<string, {art?: string, icon?: string}>} */
const SYMBOLS = {
  question: { art: "stickers/question" }, thumb: { art: "thumb-up" }, house: { art: "house-good" }, place: { art: "sign-good" }, pencil: { art: "pen" },
  hand: { art: "hand" }, stop: { art: "hand" }, star: { art: "stickers/star" }, sun: { art: "stickers/sun" },
  cloud: { art: "stickers/rain" }, path: { art: "path" }, calendar: { art: "calendar" },
  ear: { icon: "ear" }, eye: { icon: "eye" }, lock: { icon: "lock" },
};

/** @param {Kit} kit @param {string} name */
export function symbol(kit, name) {
  const { art, icon: mark = "star" } = SYMBOLS[name] ?? {};
  if (name === "people") return h("span", { class: "symbol" }, ["11", "04", "12"].map((one) => picture(kit, `people/person-${one}`)));
  return h("span", { class: "symbol" }, art ? picture(kit, art) : icon(kit, mark, 52));
}
