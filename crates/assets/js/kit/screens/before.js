// Before we start: what this is, and then four stones. Keeping safe comes first, and the limit stands again beside who sees
// it. Three equal answers; a no is kept as an answer and is not asked a second time.
import { h } from "../dom.js";
import { bigButton, button, icon, picture, question, screen } from "../parts.js";
import { face, me, persons } from "../persons.js";
import { backStep, step } from "../steps.js";
import { aloud, told } from "../told.js";
import { theThree } from "../variant.js";

/** @typedef {import("../kit.js").Kit} Kit */

const STONES = ["keeping_safe", "who_sees", "my_voice", "stopping"];
const ANSWERS = [["yes-ok", "thumb-up"], ["not-sure", "thumb-level"], ["no", "thumb-down"]];

/** @param {Kit} kit @param {{answer?: string}} params */
export function show(kit, params) {
  const node = kit.walk.node;
  return node.stone ? stone(kit, node, params.answer) : explain(kit, node);
}

/** What this is, why, and who is in charge. @param {Kit} kit @param {any} node */
function explain(kit, node) {
  const lines = [kit.asked, ...(node.lines ?? [])];
  return screen(kit, {
    name: "before explain",
    top: question(kit, kit.say("what-is-this-title"), { aloud: aloud(kit, lines) }),
    work: [
      h("div", { class: "told-beside" },
        told(kit, lines, { class: "large" }),
        theThree(kit, "tall")),
    ],
    start: [hearAgain(kit, lines), step(kit, "not-today")],
    end: [backStep(kit), step(kit, "next")],
  });
}

/** One of the four stones. @param {Kit} kit @param {any} node @param {string} [answer] */
function stone(kit, node, answer) {
  const asks = node.choices.some((/** @type {any} */ choice) => choice.label === "yes-ok");
  const lines = [node.say, ...(node.lines ?? [])];
  const body = node.id === "K12" ? whoSees(kit, asks, answer) : plain(kit, node, lines, asks, answer);
  return screen(kit, {
    name: `before stone ${node.stone}`,
    top: [stones(kit, node.stone), question(kit, title(kit, node), { aloud: aloud(kit, lines) })],
    work: body,
    start: [hearAgain(kit, lines), step(kit, "not-today")],
    end: [backStep(kit), answer ? bigButton(kit, kit.say("next"), () => void kit.choose(answer)) : null, step(kit, "next"), step(kit, "go-on")],
  });
}

/** @param {Kit} kit @param {any} node */
const title = (kit, node) => (node.id === "K12" ? kit.say(node.say) : kit.say(`stone-${node.stone}`));

/** Where we are among the four. @param {Kit} kit @param {string} here */
function stones(kit, here) {
  const at = STONES.indexOf(here);
  return h("ol", { class: "stones" }, STONES.map((name, place) =>
    h("li", { class: place < at ? "been" : place === at ? "here" : "", "aria-current": place === at ? "step" : null },
      picture(kit, place < at ? "stone-past" : place === at ? "stone-on" : "stone-off"),
      h("span", {}, kit.say(`stone-${name}`)))));
}

/** @param {Kit} kit @param {any} node @param {string[]} lines @param {boolean} asks @param {string} [answer] */
function plain(kit, node, lines, asks, answer) {
  return [
    h("div", { class: "told-beside" }, told(kit, lines, { class: "large" }), scene(kit, node.stone)),
    asks ? answers(kit, answer) : null,
  ];
}

/** The hand, as large as it can be: pressed, it stops as the one below does. By keys there is that one. @param {Kit} kit */
function bigHand(kit) {
  return h("button", { type: "button", class: "pressed-hand", tabindex: "-1", "aria-hidden": "true", onclick: () => void kit.stop() },
    picture(kit, "hand", { class: "big-hand" }));
}

/** A picture of what a stone is about. @param {Kit} kit @param {string} name */
function scene(kit, name) {
  if (name === "stopping") return bigHand(kit);
  if (name === "my_voice") return h("div", { class: "voices" }, picture(kit, "pen"), icon(kit, "mic", 120));
  return helpers(kit);
}

/** On the left who can see it, on the right whoever the child is asked about, the child between. @param {Kit} kit
 * @param {boolean} asks @param {string} [answer] */
function whoSees(kit, asks, answer) {
  const others = persons(kit);
  const many = others.length > 4 ? "many" : "";
  return [
    h("div", { class: "who" },
      h("div", { class: "can-see" }, helpers(kit)),
      h("div", { class: "myself" }, myself(kit)),
      h("ul", { class: `you-say faces ${many}` }, others.map((person) =>
        h("li", {}, person.figure ? picture(kit, `people/person-${person.figure}`, { class: "body" }) : face(kit, person))))),
    h("div", { class: "captions" }, told(kit, "who-sees-helpers"),
      h("div", {}, h("p", {}, h("b", {}, others.length ? names(kit, others) : kit.say("anyone-else"))), told(kit, "who-sees-you-say"))),
    h("div", { class: "answer-row" }, asks ? answers(kit, answer) : null, told(kit, "must-tell", { class: "limit" })),
  ];
}

/** @param {Kit} kit @param {import("../persons.js").Person[]} all */
const names = (kit, all) => new Intl.ListFormat(kit.language, { type: "unit" }).format(all.map((person) => person.name));

/** Worker and manager in front, and behind them helpers whom nobody has met: none of them looks like the real one.
 * @param {Kit} kit */
function helpers(kit) {
  return h("div", { class: "helpers" }, ["24", "20", "14", "15"].map((one) => picture(kit, `people/person-${one}`)));
}

/** @param {Kit} kit */
function myself(kit) {
  const { figure } = me(kit);
  return figure ? picture(kit, `people/person-${figure}`) : picture(kit, "people/person-04");
}

/** Three answers, none before another. @param {Kit} kit @param {string} [answer] */
function answers(kit, answer) {
  return h("div", { class: "answers", role: "group", "aria-label": kit.say("your-answer") }, ANSWERS.map(([label, thumb]) =>
    button(kit, kit.say(label ?? ""), () => void pick(kit, label ?? ""), { kind: "thumb", picture: thumb, chosen: label === answer })));
}

/** @param {Kit} kit @param {string} label */
async function pick(kit, label) {
  await kit.go("before", { answer: label });
  /** @type {HTMLElement | null} */ (kit.child.querySelector('[aria-pressed="true"]'))?.focus();
}

/** @param {Kit} kit @param {string[]} lines */
function hearAgain(kit, lines) {
  if (!kit.canHear()) return null;
  return button(kit, kit.say("again"), () => kit.hear(aloud(kit, lines)), { icon: "ear" });
}
