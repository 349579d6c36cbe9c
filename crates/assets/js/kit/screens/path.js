// The path to the house of dreams: where the child is on it today, by touch, by two buttons or by keys, and no number anywhere.
// The youngest have five stones. Then one small step, and who could help.
import { h, setVars } from "../dom.js";
import { invite } from "../invite.js";
import { houseName, newestOf, pageFor } from "../pages.js";
import { button, picture, question, screen } from "../parts.js";
import { nearest, placed, pointAt, SIZE, stoneAt, STONES } from "../path_way.js";
import { backStep, step } from "../steps.js";

/** @typedef {import("../kit.js").Kit} Kit */

/** What to do with the hand, said below the question. @type {Record<string, string>} */
const HOW = { "path-where": "path-how", "path-stones": "path-how-stones" };

/** So far goes the mark by one press. */
const STEP = 0.1;

/** @type {(() => void) | null} */
let ending = null;

/** @param {Kit} kit */
export function show(kit) {
  const node = kit.walk.node;
  const place = node.say === "path-where" ? whole(kit) : node.say === "path-stones" ? stones(kit) : words(kit);
  void kit.keep("asked", { node: node.id, prompt: kit.asked }, "worker");
  return screen(kit, {
    name: "path",
    top: question(kit, kit.say(kit.asked), HOW[node.say] ? { under: kit.say(HOW[node.say] ?? "") } : {}),
    work: place,
    start: [step(kit, "skip")],
    end: [backStep(kit), step(kit, "next"), step(kit, "thats-all", kit.can("next") ? { kind: "plain" } : {})],
  });
}

export function leave() {
  ending?.();
  ending = null;
}

/** @param {Kit} kit */
function words(kit) {
  const asked = invite(kit, "path");
  ending = asked.leave;
  return asked.box;
}

/** @param {Kit} kit */
function whole(kit) {
  const before = newestOf(kit, "path");
  const page = pageFor(kit, "path", before?.id);
  let at = before?.mark?.position;
  const marker = h("span", { class: "marker", hidden: at === undefined }, picture(kit, "stickers/star"));
  const way = h("div", {
    class: "way-there", role: "slider", tabindex: "0", "aria-label": kit.say("path"), "aria-valuemin": "0", "aria-valuemax": "100",
  }, picture(kit, "path"), ends(kit), marker);
  const put = (/** @type {number} */ to, /** @type {boolean} */ keep) => {
    at = Math.round(Math.min(1, Math.max(0, to)) * 100) / 100;
    marker.hidden = false;
    setVars(marker, placed(pointAt(at)));
    way.setAttribute("aria-valuenow", String(Math.round(at * 100)));
    way.setAttribute("aria-valuetext", whereOn(kit, at));
    if (keep) void page.keep("mark", { position: at });
  };
  const go = (/** @type {number} */ by) => {
    put(at === undefined ? 0 : at + by, true);
    kit.announce(whereOn(kit, at ?? 0));
  };
  way.addEventListener("pointerdown", (touch) => {
    const box = way.getBoundingClientRect();
    put(nearest(((touch.clientX - box.left) / box.width) * SIZE.wide, ((touch.clientY - box.top) / box.height) * SIZE.high), true);
  });
  way.addEventListener("keydown", (key) => {
    const by = { ArrowRight: 0.05, ArrowUp: 0.05, ArrowLeft: -0.05, ArrowDown: -0.05, Enter: STEP, " ": STEP }[key.key];
    if (by === undefined) return;
    key.preventDefault();
    // With two switches there is one way only: from the house it goes on at the start.
    if (by === STEP) put(at === undefined || at >= 1 ? 0 : at + by, true);
    else put((at ?? 0) + by, true);
  });
  if (at !== undefined) put(at, false);
  return h("div", { class: "path-place" }, way,
    button(kit, kit.say("path-back"), () => go(-STEP), { icon: "arrow-left", class: "path-back" }),
    button(kit, kit.say("path-on"), () => go(STEP), { after: "arrow-right", class: "path-on" }));
}

/** Where a place is, in words. @param {Kit} kit @param {number} at */
const whereOn = (kit, at) => kit.say(at < 0.34 ? "path-start" : at < 0.67 ? "path-middle" : "path-near");

/** Five stones. @param {Kit} kit */
function stones(kit) {
  const before = newestOf(kit, "path");
  const page = pageFor(kit, "path", before?.id);
  const here = before?.mark ? stoneAt(before.mark.position) : -1;
  const row = h("div", { class: "way-there stones-there", role: "radiogroup", "aria-label": kit.say("path") }, picture(kit, "path"), ends(kit));
  STONES.forEach((point, at) => {
    row.append(h("button", {
      type: "button", class: "step-stone", role: "radio", "aria-checked": String(at === here), "aria-label": kit.say("stone-number", { number: at + 1 }),
      vars: placed(point),
      onclick: async () => {
        await page.keep("mark", { position: at / (STONES.length - 1) });
        await kit.again();
      },
    }, picture(kit, at === here ? `path-stone-chosen-${at + 1}` : `path-stone-${at + 1}`),
    at === here ? picture(kit, "stickers/star", { class: "on-stone" }) : null));
  });
  return row;
}

/** A word at each end of the way. @param {Kit} kit */
function ends(kit) {
  return [
    h("span", { class: "path-end low", "aria-hidden": "true" }, kit.say("path-end-low")),
    h("span", { class: "path-end high", "aria-hidden": "true", dir: "auto" }, kit.session.state.houses.dreams ?? kit.say("dreams")),
  ];
}
