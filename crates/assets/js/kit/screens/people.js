// My people: who matters, by name, with a figure picked together. Nobody is put in by the kit but those whose names came
// along; how somebody looks is for the child to say.
import { h } from "../dom.js";
import { button, frame, picture, question, screen } from "../parts.js";
import { face, FIGURES, keyOf, me, persons } from "../persons.js";
import { putIn } from "../put_in.js";
import { step } from "../steps.js";

/** @typedef {import("../kit.js").Kit} Kit */
/** @typedef {import("../persons.js").Person} Person */

/** @param {Kit} kit @param {{of?: Person, asked?: boolean}} params */
export function show(kit, params) {
  if (!params.asked) void kit.keep("asked", { node: kit.walk.node.id, prompt: kit.asked }, "worker");
  return params.of ? figures(kit, params.of) : everybody(kit);
}

/** @param {Kit} kit */
function everybody(kit) {
  const all = [me(kit), ...persons(kit)];
  const pick = (/** @type {string} */ name) => void kit.go("people", { of: { name }, asked: true });
  const naming = putIn(kit, pick);
  // A name that was typed and not put in yet is put in first.
  const onward = (/** @type {string} */ label) => () => {
    const name = naming.querySelector("input")?.value.trim();
    if (name) pick(name);
    else void kit.choose(label);
  };
  return screen(kit, {
    name: "people",
    top: question(kit, kit.say(kit.asked), { under: kit.say("people-how") }),
    work: [
      naming,
      h("ul", { class: "everybody" }, all.map((person) => h("li", {},
        h("button", { type: "button", class: `person framed ${frame()}`, onclick: () => void kit.go("people", { of: person, asked: true }) },
          person.figure ? picture(kit, `people/person-${person.figure}`, { class: "body" }) : face(kit, person),
          h("span", { dir: "auto" }, person.id === "me" ? kit.say("me") : person.name))))),
    ],
    start: [step(kit, "skip", { tap: onward("skip") })],
    end: [step(kit, "thats-all", { tap: onward("thats-all") })],
  });
}

/** @param {Kit} kit @param {Person} person */
function figures(kit, person) {
  const { figure: _, ...named } = person;
  const pick = async (/** @type {string | null} */ figure) => {
    await kit.keep("person", { person: { id: named.id, name: named.name }, figure });
    await kit.go("people", { asked: true });
  };
  // Whose name came along is taken out like any other: who their people are is theirs to say.
  const known = person.id !== "me" && persons(kit).some((one) => keyOf(one) === keyOf(person));
  return screen(kit, {
    name: "people picking",
    top: question(kit, person.id === "me" ? kit.say("how-do-you-look") : kit.say("how-do-they-look", { name: person.name })),
    work: h("div", { class: "figures", role: "group", "aria-label": kit.say("people") }, FIGURES.map((figure) =>
      h("button", {
        type: "button", class: "figure", "aria-pressed": String(person.figure === figure),
        "aria-label": kit.say("figure-number", { number: Number(figure) }), onclick: () => void pick(figure),
      }, picture(kit, `people/person-${figure}`)))),
    start: [
      button(kit, kit.say("no-figure"), () => void pick(null), { kind: "quiet" }),
      known ? button(kit, kit.say("take-out"), async () => {
        await kit.keep("person", { person: { id: named.id, name: named.name }, figure: null, gone: true });
        await kit.go("people", { asked: true });
      }, { icon: "trash-2" }) : null,
    ],
    end: [button(kit, kit.say("back"), () => void kit.go("people", { asked: true }), { icon: "arrow-left" })],
  });
}

