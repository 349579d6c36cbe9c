// A break. Nothing is asked and no time runs. There are colours to play with; nothing of it is kept and nothing can be won.
import { h } from "../dom.js";
import { COLOURS } from "../ink.js";
import { question, screen } from "../parts.js";
import { step } from "../steps.js";
import { told } from "../told.js";

/** @typedef {import("../kit.js").Kit} Kit */

const TILES = 40;
const PICKS = 8;

/** @param {Kit} kit */
export function show(kit) {
  void kit.keep("pause", {});
  let colour = COLOURS[8]?.value ?? "#7fb6d6";
  const picks = h("div", { class: "picks", role: "radiogroup", "aria-label": kit.say("colours") });
  const tiles = h("div", { class: "tiles", role: "group", "aria-label": kit.say("colour-game") });
  for (const one of COLOURS.slice(1, PICKS + 1)) picks.append(pick(one));
  for (let at = 1; at <= TILES; at += 1) tiles.append(tile(at));

  /** @param {{name: string, value: string}} one */
  function pick(one) {
    const made = h("button", {
      type: "button", class: "pick", role: "radio", "aria-checked": String(one.value === colour), "aria-label": kit.say(`colour-${one.name}`),
      vars: { "--colour": one.value },
      onclick: () => {
        colour = one.value;
        for (const each of picks.children) each.setAttribute("aria-checked", String(each === made));
      },
    });
    return made;
  }
  /** @param {number} at */
  function tile(at) {
    const made = h("button", {
      type: "button", class: "tile", "aria-label": kit.say("tile-number", { number: at }),
      onclick: () => made.style.setProperty("--colour", colour),
    });
    return made;
  }

  return screen(kit, {
    name: "break",
    top: kit.level === "e" ? told(kit, kit.asked, { class: "large" }) : question(kit, kit.say(kit.asked), { under: kit.say("colour-game") }),
    work: [picks, tiles],
    start: [step(kit, "enough-today")],
    end: [step(kit, "come-back", { tap: () => void comeBack(kit) })],
  });
}

/** @param {Kit} kit */
async function comeBack(kit) {
  if (await kit.keep("resume", {})) await kit.choose("come-back");
}
