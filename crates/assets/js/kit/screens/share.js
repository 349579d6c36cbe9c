// Who may see each page: one page at a time, one person at a time, three answers alike. What must be passed on the worker has
// said before. What the child said "ask me later" of is asked once more, and counts as no until then. Nobody is passed over in
// silence: what is left open on any page is asked about once, at the end, and is then for later and asked no more. Where nobody
// has been named the child can name them here, and nobody is proposed: a row "Mum" would hurt a child who has none.
import { h, refill } from "../dom.js";
import { COLOUR, houseName, isPictured, pagesMade, sheet, wordsOf } from "../pages.js";
import { bigButton, button, frame, hearButton, icon, question, screen } from "../parts.js";
import { askOnce } from "../ask_once.js";
import { face, keyOf, persons, relation } from "../persons.js";
import { putIn } from "../put_in.js";
import { backStep, step } from "../steps.js";
import { told } from "../told.js";
import { ofHouse, whichOf } from "./look_back.js";

/** @typedef {import("../kit.js").Kit} Kit */
/** @typedef {import("../reduce.js").Page} Page */
/** @typedef {import("../persons.js").Person} Person */

const ANSWERS = [["yes", "eye"], ["no", "eye-off"], ["ask_later", "clock"]];
const STRIP = 5;

/** Of which page whom is asked about once more: as it was when that began, since each answer makes it fewer.
 * @typedef {Record<string, string[]>} Later */

/** @param {Kit} kit @param {{at?: number, naming?: boolean, later?: Later}} params  `naming`: there is a field for somebody more */
export function show(kit, params) {
  const node = kit.walk.node;
  const pages = pagesMade(kit).filter((page) => !page.left_out);
  const later = node.say === "share-later" ? (params.later ?? leftForLater(kit, pages)) : undefined;
  if (later) kit.at.params = { ...params, later };
  const asked = later ? pages.filter(({ id }) => later[id]) : pages;
  const at = Math.max(0, Math.min(params.at ?? 0, asked.length - 1));
  return onePage(kit, { node, later }, asked, at);
}

/** @param {Kit} kit @param {Page[]} pages @returns {Later} */
function leftForLater(kit, pages) {
  const left = pages.map((page) => [page.id, answersOf(kit, page).filter(forLater).map(([person]) => keyOf(person))]);
  return Object.fromEntries(left.filter(([, keys]) => keys?.length));
}

/** @param {Kit} kit @param {{node: any, later: Later | undefined}} asks @param {Page[]} pages @param {number} at */
function onePage(kit, { node, later }, pages, at) {
  const page = pages[at];
  const last = at >= pages.length - 1;
  const go = async (/** @type {number} */ to) => {
    if (!(await namesHalfTyped(kit))) await kit.go("share", { at: to, ...(later ? { later } : {}) });
  };
  const changeIt = async () => {
    if (!(await namesHalfTyped(kit))) await kit.choose("change-it");
  };
  const here = page ? answersOf(kit, page) : [];
  const rows = page && later ? here.filter(([person]) => later[page.id]?.includes(keyOf(person))) : here;
  const goOn = last ? () => void kit.choose("next") : () => go(at + 1);
  let faces = pages.length > 1 ? strip(kit, pages, at, go) : null;
  const chosen = () => {
    const now = faces && strip(kit, pages, at, go);
    if (now) faces?.replaceWith(now);
    faces = now;
  };
  const onward = async () => {
    if (await namesHalfTyped(kit)) return;
    if (later || !last) goOn();
    else unsaid(kit, pages, { goOn, go });
  };
  const atOnce = page && rows.length > 0 ? quickWays(kit, page, pages, { later, last }) : null;
  return screen(kit, {
    name: "share",
    top: [question(kit, kit.say(node.say), { under: whichOf(kit, pages, at), aloud: kit.say(node.say) }), faces],
    work: page
      ? h("div", { class: "sharing" }, large(kit, page),
        askingPart(kit, page, rows, { chosen, atOnce, after: later ? [] : [naming(kit, rows.length === 0)] }),
        told(kit, "share-limit", { class: "said" }))
      : told(kit, "share-nothing"),
    start: [step(kit, "change-it", { tap: () => void changeIt() })],
    end: [at > 0 ? button(kit, kit.say("back"), () => void go(at - 1), { icon: "arrow-left" }) : backStep(kit, () => namesHalfTyped(kit)),
      last ? step(kit, "next", { tap: onward }) : bigButton(kit, kit.say("next-page"), onward)],
  });
}

/** Somebody more can be named. Where nobody is yet, it says so and what that means. @param {Kit} kit @param {boolean} nobody */
function naming(kit, nobody) {
  const box = h("div", { class: "naming-more" });
  const open = () => {
    const field = putIn(kit, (name) => void named(kit, name), nobody ? "a-name" : "new-person");
    refill(box, nobody ? told(kit, "share-nobody") : null, field);
    return field.querySelector("input");
  };
  const more = () => {
    kit.at.params = { ...kit.at.params, naming: true };
    open()?.focus();
  };
  if (nobody || kit.at.params.naming) open();
  else refill(box, button(kit, kit.say("somebody-else"), more, { icon: "plus", kind: "quiet", class: "small" }));
  return box;
}

/** A name that was typed and not put in yet is put in first: that person is asked about on this page. Whether there was
 * one. @param {Kit} kit */
async function namesHalfTyped(kit) {
  const typed = /** @type {HTMLInputElement | null} */ (kit.child.querySelector(".naming-more input"));
  const name = typed?.value.trim() ?? "";
  if (name) await named(kit, name);
  return name !== "";
}

/** The same page again, as things now are, with whoever was half named. @param {Kit} kit */
async function againWithNames(kit) {
  if (!(await namesHalfTyped(kit))) await kit.again();
}

/** @param {Kit} kit @param {string} name */
async function named(kit, name) {
  const known = persons(kit).find((one) => one.name.toLowerCase() === name.toLowerCase());
  if (!known && !(await kit.keep("person", { person: { name }, figure: null }))) return;
  await kit.go("share", { at: kit.at.params.at });
  const row = [...kit.child.querySelectorAll(".asking-row")].find((one) => one.querySelector(".whose")?.textContent?.startsWith(known?.name ?? name));
  row?.querySelector("button")?.focus();
}

/** The rows, and where some lie below what is seen, a button that leads there; upright the whole page scrolls. @param {Kit} kit @param {Page} page
 * @param {[Person, Answer | undefined][]} rows @param {{chosen: () => void, atOnce: HTMLElement | null, after: (HTMLElement | null)[]}} with_ */
function askingPart(kit, page, rows, { chosen, atOnce, after }) {
  const list = h("div", { class: "persons", tabindex: "-1" },
    rows.map(([person, answer]) => asking(kit, page, { person, answer: answer?.answer, chosen })), after);
  const more = button(kit, kit.say("more-people"), () => list.scrollBy({ top: list.clientHeight * 0.8 }),
    { icon: "chevron-right", kind: "quiet", class: "small more-below" });
  const look = () => { more.hidden = list.scrollTop + list.clientHeight >= list.scrollHeight - 8; };
  list.addEventListener("scroll", look, { passive: true });
  new ResizeObserver(look).observe(list);
  requestAnimationFrame(look);
  return h("div", { class: "asking-part" }, list, h("div", { class: "asking-end" }, more, atOnce));
}

/** What the child herself said "ask me later" of; what she left open is not asked again.
 * @param {[Person, Answer | undefined]} row */
const forLater = ([, answer]) => answer?.answer === "ask_later" && !answer.left;

/** What spares a child with many pages and many people the same answer over and over: nobody else at all; and what is said on
 * this page, on every page, once she has come to the last: nobody sees what she has not looked at. Never "yes" to everybody. Asked
 * once more, only what was for later is answered so.
 * @param {Kit} kit @param {Page} page @param {Page[]} pages @param {{later: Later | undefined, last: boolean}} of */
function quickWays(kit, page, pages, { later, last }) {
  const say = async (/** @type {(key: string) => string | undefined} */ answerTo, /** @type {Page[]} */ to, /** @type {string} */ done) => {
    for (const one of to) {
      for (const [person] of answersOf(kit, one)) {
        const key = keyOf(person);
        const answer = !later || later[one.id]?.includes(key) ? answerTo(key) : undefined;
        if (answer && !(await kit.keep("share", { page: one.id, person: whoIs(person), answer }))) return;
      }
    }
    await againWithNames(kit);
    kit.announce(kit.say(done));
  };
  const here = () => new Map(answersOf(kit, page).filter(([, answer]) => answer && !answer.left).map(([person, answer]) => [keyOf(person), answer?.answer]));
  const same = () => {
    const said = here();
    return say((key) => said.get(key), pages.filter(({ id }) => id !== page.id), "share-same-done");
  };
  const nobody = () => say(() => "no", pages, "share-none-done");
  return h("div", { class: "quick-ways" },
    button(kit, kit.say(pages.length > 1 ? "share-none" : "share-none-here"), nobody,
      { icon: "eye-off", kind: "quiet", class: "small nobody-at-all" }),
    pages.length < 2 || !last || kit.level === "a" ? null
      : button(kit, kit.say("share-same"), same, { icon: "check", kind: "quiet", class: "small same-on-all" }));
}

/** Whoever was not spoken of on any page is asked about once, at the end; left alone, it is for later.
 * @param {Kit} kit @param {Page[]} pages @param {{goOn: () => void, go: (to: number) => void}} ways */
function unsaid(kit, pages, { goOn, go }) {
  const open = pages.flatMap((page) => answersOf(kit, page).filter(([, answer]) => answer === undefined).map(([person]) => ({ page, person })));
  if (open.length === 0) return goOn();
  const names = [...new Map(open.map(({ person }) => [keyOf(person), person.name])).values()];
  const given = { names: new Intl.ListFormat(kit.language, { type: "conjunction" }).format(names) };
  const leave = async () => {
    for (const { page, person } of open) if (!(await kit.keep("share", { page: page.id, person: whoIs(person), answer: "ask_later" }, "worker"))) return;
    goOn();
  };
  askOnce(kit, {
    line: "share-unsaid", given,
    no: button(kit, kit.say("back"), () => go(pages.findIndex((page) => page.id === open[0]?.page.id)), { icon: "arrow-left" }),
    yes: button(kit, kit.say("share-leave"), () => void leave(), { kind: "go", icon: "clock" }),
  });
}

/** @typedef {{answer: string, left?: boolean}} Answer  `left`: the child left it open */

/** @param {Kit} kit @param {Page} page @returns {[Person, Answer | undefined][]} */
function answersOf(kit, page) {
  return persons(kit).map((person) => [person, kit.session.state.share.find(
    (/** @type {any} */ one) => one.page === page.id && keyOf(one.person) === keyOf(person))]);
}

/** The pages in the child's order, with the faces of those who may see each.
 * @param {Kit} kit @param {Page[]} pages @param {number} at @param {(to: number) => void} go */
function strip(kit, pages, at, go) {
  const from = Math.max(0, Math.min(at - 2, pages.length - STRIP));
  const more = pages.length - from - STRIP;
  return h("ol", { class: "strip" },
    pages.slice(from, from + STRIP).map((page, place) => h("li", {}, thumb(kit, page, from + place === at, () => go(from + place)))),
    more > 0 ? h("li", {}, button(kit, kit.say("more-pages", { number: more }), () => go(from + STRIP), { after: "chevron-right" })) : null);
}

/** @param {Kit} kit @param {Page} page @param {boolean} here @param {() => void} tap */
function thumb(kit, page, here, tap) {
  const yes = answersOf(kit, page).filter(([, answer]) => answer?.answer === "yes").map(([person]) => person);
  const seen = yes.length ? `. ${kit.say("can-see")}: ${yes.map((person) => person.name).join(", ")}` : "";
  return h("button", {
    type: "button", class: `page-tab framed quietly ${frame()} ${here ? "chosen" : ""}`, "aria-current": here ? "page" : null,
    "aria-label": `${houseName(kit, page.house)}. ${wordsOf(page).join(". ")}${seen}`, onclick: tap,
  }, h("span", { class: "tab-sheet" }, sheet(kit, page)), ofHouse(kit, page),
  h("span", { class: "tab-faces" }, yes.slice(0, 4).map((person) => face(kit, person))));
}

/** @param {Kit} kit @param {Page} page */
function large(kit, page) {
  const words = wordsOf(page);
  return h("div", { class: "page-large" }, sheet(kit, page),
    h("div", { class: "page-foot" },
      h("p", { class: `own-words ${COLOUR[page.house]}`, dir: "auto" },
        isPictured(page) ? `${words.join("\n")} ` : "",
        words.length ? hearButton(kit, words.join(". "), { small: true, of: kit.say("all-words") }) : null),
      button(kit, kit.say("important"), async () => {
        if (await kit.keep("important", { page: page.id, on: !page.important })) await againWithNames(kit);
      }, { icon: "star", chosen: page.important, class: page.important ? "starred" : "" })));
}

/** One person, three answers. An answer shows at once in its own row; nothing else on the page moves.
 * @param {Kit} kit @param {Page} page @param {{person: Person, answer: string | undefined, chosen: () => void}} of
 * @returns {HTMLElement} */
function asking(kit, page, { person, answer, chosen }) {
  const who = relation(person);
  const choose = async (/** @type {string} */ value, /** @type {number} */ at) => {
    const kept = kit.keep("share", { page: page.id, person: whoIs(person), answer: value });
    const now = asking(kit, page, { person, answer: value, chosen });
    const hadFocus = row.contains(document.activeElement);
    row.replaceWith(now);
    if (hadFocus) now.querySelectorAll("button")[at]?.focus();
    await kept;
    chosen();
  };
  const row = h("div", { class: "asking-row", role: "group", "aria-label": who ? `${person.name}, ${who}` : person.name },
    face(kit, person), h("b", { class: "whose", dir: "auto" }, person.name, who ? h("small", {}, who) : null),
    ANSWERS.map(([value, mark], at) =>
      h("button", {
        type: "button", class: `button answer framed ${answer === value ? frame() : `quietly ${frame()}`}`, "aria-pressed": String(answer === value),
        "aria-label": `${person.name}: ${kit.say(`share-${value}`)}`, onclick: () => void choose(value ?? "", at),
      }, icon(kit, mark ?? "eye", 26), h("span", {}, kit.say(`share-${value}`)))));
  return row;
}

/** As it is written down. @param {Person} person */
const whoIs = (person) => (person.id ? { id: person.id, name: person.name } : { name: person.name });
