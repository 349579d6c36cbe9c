// The houses, with their doors open. Any order; the child can go back to each. A house with its sign is one target, and
// can be given another name, and its roof another colour. No ticks and no bar: only how many pages there are.
import { h } from "../dom.js";
import { holdsSomething } from "../facts.js";
import { houseDrawing, roofColours } from "../house.js";
import { COLOUR, houseName } from "../pages.js";
import { button, frame, picture, question, screen } from "../parts.js";
import { step, steps } from "../steps.js";
import { told } from "../told.js";
import { wordFor } from "../variant.js";

/** @typedef {import("../kit.js").Kit} Kit */

const HOUSES = ["good", "worries", "dreams", "safety"];

/** @param {Kit} kit @param {{naming?: boolean}} params  `naming`: names and roofs lie open */
export function show(kit, { naming }) {
  const node = kit.walk.node;
  const variant = kit.session.state.variant ?? "houses";
  const places = HOUSES.filter((house) => kit.can(house));
  const called = variant === "own" ? kit.session.state.variant_name : null;
  const said = node.lines?.length ? kit.say(node.lines[0]) : null;
  const under = [called && `${called}.`, said].filter(Boolean).join(" ") || undefined;
  const shown = screen(kit, {
    name: `houses as-${variant}`,
    top: [kit.level === "e" ? easyTop(kit, node) : question(kit, kit.say(kit.asked), { under }), renameButton(kit, places)],
    work: variant === "figure" ? figure(kit, places) : variant === "houses" ? scene(kit, places) : rooms(kit, places),
    end: [...steps(kit, "you-choose", "people", "sort", "path", "scale"), finish(kit)],
  });
  if (naming) shown.append(namesBox(kit, places));
  return shown;
}

/** @param {Kit} kit @param {any} node */
const easyTop = (kit, node) => h("div", {}, question(kit, kit.say(kit.asked)), told(kit, node.lines ?? [], { class: "short" }));

/** @param {Kit} kit */
const finish = (kit) => step(kit, "finish");

/** @param {Kit} kit @param {string[]} places */
function scene(kit, places) {
  const land = places.length > 3 ? "landscape-four" : "landscape";
  return h("div", { class: "hills" },
    h("div", { class: `stage ${places.length > 3 ? "four" : ""}` },
      picture(kit, kit.look.calm ? `${land}-calm` : land, { class: "land" }),
      places.map((house) => place(kit, house)),
      picture(kit, `${land}-front`, { class: "land front" }),
      picture(kit, "child-worker-behind", { class: "us" })));
}

/** One house with its sign. @param {Kit} kit @param {string} house */
function place(kit, house) {
  const name = houseName(kit, house);
  const pages = pagesIn(kit, house);
  return h("button", {
    type: "button", class: `place ${house} ${COLOUR[house]}`, "aria-label": pages ? `${name}. ${pages}` : name, onclick: () => void kit.choose(house),
  },
    houseDrawing(kit, house, "house"),
    h("span", { class: `sign framed signed ${COLOUR[house]} ${frame()}` }, h("b", { dir: "auto" }, name), h("span", {}, pages)));
}

/** Rooms, or an idea of their own: the same places without a house around them. @param {Kit} kit @param {string[]} places */
function rooms(kit, places) {
  return h("div", { class: "rooms" }, places.map((house) => {
    const pages = pagesIn(kit, house);
    return h("button", {
      type: "button", class: `room framed signed ${COLOUR[house]}`, "aria-label": `${houseName(kit, house)}. ${pages}`,
      onclick: () => void kit.choose(house),
    },
      picture(kit, `sign-${house}`), h("b", { dir: "auto" }, houseName(kit, house)), h("span", {}, pages));
  }));
}

/** The figure: wings, clothes and wand, each with its sign. @param {Kit} kit @param {string[]} places */
function figure(kit, places) {
  return h("div", { class: "figure-place" }, picture(kit, "figure", { class: "the-figure" }),
    places.map((house) =>
      h("button", { type: "button", class: `place ${house} ${COLOUR[house]}`, onclick: () => void kit.choose(house) },
        h("span", { class: `sign framed signed ${COLOUR[house]} ${frame()}` },
          h("b", { dir: "auto" }, houseName(kit, house)), h("span", {}, pagesIn(kit, house))))));
}

/** @param {Kit} kit @param {string} house */
function pagesIn(kit, house) {
  const count = kit.session.state.pages.filter((/** @type {any} */ page) => page.house === house && holdsSomething(page)).length;
  return count ? kit.count("pages", count) : "";
}

/** Names are the child's to give, and where there are roofs, their colours. @param {Kit} kit @param {string[]} places */
function renameButton(kit, places) {
  return button(kit, namesWord(kit), () => {
    kit.at.params = { naming: true };
    kit.child.querySelector(".renaming")?.remove();
    const box = namesBox(kit, places);
    kit.child.querySelector(".screen")?.append(box);
    box.querySelector("input")?.focus();
  }, { icon: "type", kind: "quiet", class: "renames" });
}

/** @param {Kit} kit */
const hasRoofs = (kit) => kit.session.state.variant === "houses" || !kit.session.state.variant;

/** @param {Kit} kit */
const namesWord = (kit) => kit.say(hasRoofs(kit) ? "names-roofs" : "names");

/** @param {Kit} kit @param {string[]} places */
function namesBox(kit, places) {
  const fields = places.map((house) => nameField(kit, house));
  const rows = fields.map((one) => [one.row, hasRoofs(kit) ? roofColours(kit, one.house, houseName(kit, one.house)) : null]).flat();
  return h("div", { class: "renaming framed", role: "dialog", "aria-label": namesWord(kit) },
    h("div", { class: "naming-rows" }, h("p", {}, kit.say("names-ask")), rows),
    button(kit, kit.say("done"), () => void keepNames(kit, fields), { kind: "go", after: "check" }));
}

/** @param {Kit} kit @param {string} house */
function nameField(kit, house) {
  const field = h("input", {
    class: "field framed", value: houseName(kit, house), maxlength: "80", dir: "auto", autocomplete: "off", spellcheck: "false",
    autocapitalize: "none", "aria-label": kit.say(wordFor(kit.session.state.variant, house)),
  });
  return { house, field, row: h("label", { class: `naming ${COLOUR[house]}` }, picture(kit, `sign-${house}`), field) };
}

/** @param {Kit} kit @param {{house: string, field: HTMLInputElement}[]} fields */
async function keepNames(kit, fields) {
  for (const { house, field } of fields) {
    const name = field.value.trim();
    if (name && name !== houseName(kit, house)) await kit.keep("house_named", { house, name });
  }
  await kit.go("houses");
}

