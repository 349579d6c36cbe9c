// Who may see each page: one page at a time, one person at a time, three answers alike. What must be passed on is said
// first. What the child said "ask me later" of is asked once more, and counts as no until then. Nobody is passed over in
// silence: what is left open on any page is asked about once, at the end, and is then for later and asked no more. Where nobody
// has been named the child can name them here, and nobody is proposed: a row "Mum" would hurt a child who has none.
import { h, refill } from "../dom.js";
import { COLOUR, houseName, isDrawn, pagesMade, sheet, wordsOf } from "../pages.js";
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

/** @param {Kit} kit @param {{at?: number, naming?: boolean}} params  `naming`: there is a field for somebody more */
export function show(kit, params) {
  const node = kit.walk.node;
  if (node.say === "pass-on") return passOn(kit, node);
  const pages = pagesMade(kit).filter((page) => !page.left_out);
  const asked = node.say === "share-later" ? pages.filter((page) => answersOf(kit, page).some(forLater)) : pages;
  const at = Math.max(0, Math.min(params.at ?? 0, asked.length - 1));
  return onePage(kit, node, asked, at);
}

/** What must be told, before anyone is asked about. @param {Kit} kit @param {any} node */
function passOn(kit, node) {
  const lines = [node.say, ...node.lines];
  const told_ = kit.session.state.passed_on;
  return screen(kit, {
    name: "share passing-on",
    top: question(kit, kit.say(node.say), { aloud: lines.map((line) => kit.say(line)).join(" ") }),
    work: [told(kit, node.lines, { class: "large" }),
      told_.map((/** @type {any} */ one) => h("p", { class: "said" }, kit.say("pass-on-to", { who: one.to, what: one.what })))],
    end: [step(kit, "next")],
  });
}

/** @param {Kit} kit @param {any} node @param {Page[]} pages @param {number} at */
function onePage(kit, node, pages, at) {
  const page = pages[at];
  const later = node.say === "share-later";
  const last = at >= pages.length - 1;
  const go = async (/** @type {number} */ to) => {
    if (!(await namesHalfTyped(kit))) await kit.go("share", { at: to });
  };
  const changeIt = async () => {
    if (!(await namesHalfTyped(kit))) await kit.choose("change-it");
  };
  const here = page ? answersOf(kit, page) : [];
  const rows = later ? here.filter(forLater) : here;
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
  const same = later || pages.length < 2 || kit.level === "a" || rows.length === 0 ? null : sameButton(kit, page, pages);
  return screen(kit, {
    name: "share",
    top: [question(kit, kit.say(node.say), { under: whichOf(kit, pages, at), aloud: kit.say(node.say) }), faces],
    work: page
      ? h("div", { class: "sharing" }, large(kit, page),
        askingPart(kit, page, rows, chosen, later ? [] : [same, naming(kit, rows.length === 0)]),
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
 * @param {[Person, Answer | undefined][]} rows @param {() => void} chosen @param {(HTMLElement | null)[]} after */
function askingPart(kit, page, rows, chosen, after) {
  const list = h("div", { class: "persons", tabindex: "-1" },
    rows.map(([person, answer]) => asking(kit, page, { person, answer: answer?.answer, chosen })), after);
  const more = button(kit, kit.say("more-people"), () => list.scrollBy({ top: list.clientHeight * 0.8 }),
    { icon: "chevron-right", kind: "quiet", class: "small more-below" });
  const look = () => { more.hidden = list.scrollTop + list.clientHeight >= list.scrollHeight - 8; };
  list.addEventListener("scroll", look, { passive: true });
  new ResizeObserver(look).observe(list);
  requestAnimationFrame(look);
  return h("div", { class: "asking-part" }, list, more);
}

/** What the child herself said "ask me later" of; what she left open is not asked again.
 * @param {[Person, Answer | undefined]} row */
const forLater = ([, answer]) => answer?.answer === "ask_later" && !answer.left;

/** What is said on this page, on every page: one press where it is the same for all of them.
 * @param {Kit} kit @param {Page | undefined} page @param {Page[]} pages */
function sameButton(kit, page, pages) {
  if (!page) return null;
  return button(kit, kit.say("share-same"), async () => {
    const said = answersOf(kit, page).filter(([, answer]) => answer && !answer.left);
    for (const other of pages.filter(({ id }) => id !== page.id)) {
      for (const [person, answer] of said) {
        if (!(await kit.keep("share", { page: other.id, person: whoIs(person), answer: answer?.answer }))) return;
      }
    }
    await againWithNames(kit);
    kit.announce(kit.say("share-same-done"));
  }, { icon: "check", kind: "quiet", class: "small same-on-all" });
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
        isDrawn(page) ? `${words.join("\n")} ` : "",
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
