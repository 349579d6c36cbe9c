// Inside a house. The question stands above and asks one thing; the child draws, types, says it, sticks, or takes a
// photograph. What is asked next does not light up before ten seconds have gone, silence is thinking; nor while the card
// of something important lies open beside it.
import { h } from "../dom.js";
import { holdsSomething } from "../facts.js";
import { attachTo } from "../holding.js";
import { placeDrawing, roofInside } from "../house.js";
import { COLOUR, houseName, newId } from "../pages.js";
import { paperPlace } from "../paper_place.js";
import { button, hearButton, question, screen } from "../parts.js";
import { recorderCard } from "../recording.js";
import { slipList, slipsOf } from "../slips.js";
import { step } from "../steps.js";
import { told } from "../told.js";
import { visitTo } from "../visit.js";

/** @typedef {import("../kit.js").Kit} Kit */

const WAIT_MS = 10_000;

/** @type {(() => void)[]} */
let leaving = [];

/** @param {Kit} kit @param {{way?: import("../visit.js").Way, fresh?: boolean, node?: string}} params */
export function show(kit, params) {
  const node = kit.walk.node;
  const house = node.house ?? kit.session.state.pages.find((/** @type {any} */ page) => page.id === kit.session.state.page)?.house ?? "good";
  const visit = visitTo(kit, house, params);
  if (params.node !== node.id && !kit.quiet) void kit.keep("asked", { node: node.id, prompt: kit.asked }, "worker");
  kit.at.params = { ...params, node: node.id, fresh: false };
  return visit.way === "words" ? writing(kit, node, visit) : drawing(kit, node, visit);
}

export function leave() {
  for (const end of leaving) end();
  leaving = [];
}

/** @param {Kit} kit @param {any} node @param {import("../visit.js").Visit} visit */
function drawing(kit, node, visit) {
  const foot = footOf(kit, node, visit);
  const place = paperPlace(kit, visit, foot.refresh);
  leaving.push(place.leave, foot.leave);
  const colour = COLOUR[visit.house] ?? "teal";
  const asks = heading(kit, visit.house);
  const shown = screen(kit, {
    name: `inside drawn ${visit.house}`,
    top: [
      roofInside(kit, visit.house),
      h("div", { class: `asking framed signed ${colour}` }, h("h1", { tabindex: "-1", dir: "auto" }, asks),
        hearButton(kit, asks, { colour })),
      h("div", { class: "elsewhere" }, elsewhere(kit)),
    ],
    work: place.box,
    start: foot.start,
    end: foot.end,
  });
  return shown;
}

/** @param {Kit} kit @param {any} node @param {import("../visit.js").Visit} visit */
function writing(kit, node, visit) {
  const foot = footOf(kit, node, visit);
  const colour = COLOUR[visit.house] ?? "teal";
  const asks = heading(kit, visit.house);
  const voice = h("div", { class: "voice-place" });
  const toDraw = () => void kit.go("inside", { way: "draw", node: node.id });
  const list = slipList(kit, {
    slips: slipsOf(visit.page.now), newId, colour, label: kit.say("your-words"),
    onSlip: async (slip) => {
      const kept = await visit.page.keep("words", { id: slip.id, text: slip.text });
      foot.refresh();
      return kept;
    },
    beside: [sayIt(kit, visit, voice, foot.refresh), button(kit, kit.say("draw-it"), toDraw, { icon: "pencil" })],
  });
  leaving.push(() => void list.finish(), foot.leave);
  return screen(kit, {
    name: `inside written ${visit.house}`,
    top: [
      placeDrawing(kit, visit.house, "this-house"),
      question(kit, asks, { under: kit.say("your-spelling"), colour, aloud: asks }),
      h("div", { class: "elsewhere" }, elsewhere(kit)),
    ],
    work: [list.box, voice, node.lines?.length ? told(kit, node.lines) : null],
    start: foot.start,
    end: foot.end,
  });
}

/** The card for a voice opens below the list.
 * @param {Kit} kit @param {import("../visit.js").Visit} visit @param {HTMLElement} place @param {() => void} onKept */
function sayIt(kit, visit, place, onKept) {
  if (kit.session.state.stones.my_voice === "no") return null;
  return button(kit, kit.say("say-it"), () => {
    if (place.firstChild) return;
    const recorder = recorderCard(kit, { attach: attachTo(kit, visit.page), onKept });
    leaving.push(recorder.leave);
    place.append(recorder.box);
    void recorder.begin();
  }, { icon: "mic" });
}

/** The question; where nothing is asked, what the child calls the house. @param {Kit} kit @param {string} house */
const heading = (kit, house) => (kit.quiet ? houseName(kit, house) : kit.say(kit.asked));

/** Ways out of here that are not an end: other houses, as the child has them. @param {Kit} kit */
const elsewhere = (kit) => ["good", "dreams"].map((house) => {
  if (!kit.can(`${house}-instead`)) return null;
  const drawn = placeDrawing(kit, house, "there");
  return button(kit, houseName(kit, house), () => void kit.choose(`${house}-instead`), { drawn, class: "instead", colour: COLOUR[house] });
});

/**
 * The buttons below. What asks the next thing comes after ten seconds; what is for a full page comes with the first mark.
 * @param {Kit} kit @param {any} node @param {import("../visit.js").Visit} visit
 */
function footOf(kit, node, visit) {
  const another = step(kit, "another-way");
  const more = step(kit, "more");
  const nothing = step(kit, "nothing-here");
  const done = step(kit, "thats-all");
  const next = step(kit, "next");
  const skip = step(kit, "skip");
  const anew = () => void kit.go("inside", { fresh: true, way: "draw", node: node.id });
  const sheet = visit.way === "words" ? null : button(kit, kit.say("new-page"), anew, { icon: "plus" });
  let lit = false;
  let left = false;
  const refresh = () => {
    // What is kept while the screen is left has no buttons to change any more.
    if (left) return;
    const full = visit.page.now !== undefined && holdsSomething(visit.page.now);
    if (another) another.hidden = !lit || kit.quiet || (full && more !== null);
    if (more) more.hidden = !lit || kit.quiet || (another !== null && !full);
    if (nothing) nothing.hidden = full;
    if (skip) skip.hidden = full && sheet !== null;
    if (sheet) sheet.hidden = !full;
  };
  let unlit = () => {};
  const light = () => { lit = true; refresh(); };
  const timer = window.setTimeout(() => { unlit = kit.whenNoCard(light); }, WAIT_MS);
  refresh();
  kit.root.addEventListener("no-card", refresh);
  const leave = () => {
    left = true;
    kit.root.removeEventListener("no-card", refresh);
    window.clearTimeout(timer);
    unlit();
  };
  return { refresh, leave, start: [skip, nothing, sheet, another, more], end: [done, next] };
}
