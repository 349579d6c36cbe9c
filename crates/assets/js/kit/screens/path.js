// The path to the house of dreams: where the child is on it today, by touch or by arrow keys, and no number anywhere. The
// youngest have five stones. Then one small step, and who could help.
import { h } from "../dom.js";
import { invite } from "../invite.js";
import { newestOf, pageFor } from "../pages.js";
import { picture, question, screen } from "../parts.js";
import { backStep, step } from "../steps.js";

/** @typedef {import("../kit.js").Kit} Kit */

/** The middle of the way through the drawing, in its own units, 744 by 486. */
const WAY = [[70, 452], [122, 408], [196, 392], [270, 398], [338, 376], [372, 330], [420, 292], [492, 286], [548, 262], [584, 216]];
/** Where the five stones lie in the drawing. */
const STONES = [[92, 438], [196, 394], [312, 402], [420, 366], [498, 302]];

/** @type {(() => void) | null} */
let ending = null;

/** @param {Kit} kit */
export function show(kit) {
  const node = kit.walk.node;
  const place = node.say === "path-where" ? whole(kit) : node.say === "path-stones" ? stones(kit) : words(kit);
  void kit.keep("asked", { node: node.id, prompt: kit.asked }, "worker");
  return screen(kit, {
    name: "path",
    top: question(kit, kit.say(kit.asked)),
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

/** The point at a part of the way. @param {number} at 0 to 1 @returns {[number, number]} */
function pointAt(at) {
  const far = at * (WAY.length - 1);
  const from = Math.min(WAY.length - 2, Math.floor(far));
  const [x0 = 0, y0 = 0] = WAY[from] ?? [];
  const [x1 = 0, y1 = 0] = WAY[from + 1] ?? [];
  return [x0 + (x1 - x0) * (far - from), y0 + (y1 - y0) * (far - from)];
}

/** The part of the way that is nearest to a point. @param {number} x @param {number} y */
function nearest(x, y) {
  let best = 0, least = Infinity;
  for (let step = 0; step <= 100; step += 1) {
    const [px, py] = pointAt(step / 100);
    const far = (px - x) ** 2 + (py - y) ** 2;
    if (far < least) [best, least] = [step / 100, far];
  }
  return best;
}

/** @param {Kit} kit */
function whole(kit) {
  const before = newestOf(kit, "path");
  const page = pageFor(kit, "path", before?.id);
  let at = before?.mark?.position;
  const marker = h("span", { class: "marker", hidden: at === undefined }, picture(kit, "stickers/star"));
  const way = h("div", {
    class: "way-there", role: "slider", tabindex: "0", "aria-label": kit.say("path"), "aria-valuemin": "0", "aria-valuemax": "100",
  }, picture(kit, "path"), marker);
  const put = (/** @type {number} */ to, /** @type {boolean} */ keep) => {
    at = Math.round(Math.min(1, Math.max(0, to)) * 100) / 100;
    const [x, y] = pointAt(at);
    marker.hidden = false;
    marker.style.setProperty("--x", `${(x / 744) * 100}%`);
    marker.style.setProperty("--y", `${(y / 486) * 100}%`);
    way.setAttribute("aria-valuenow", String(Math.round(at * 100)));
    way.setAttribute("aria-valuetext", kit.say(at < 0.34 ? "path-start" : at < 0.67 ? "path-middle" : "path-near"));
    if (keep) void page.keep("mark", { position: at });
  };
  way.addEventListener("pointerdown", (touch) => {
    const box = way.getBoundingClientRect();
    put(nearest(((touch.clientX - box.left) / box.width) * 744, ((touch.clientY - box.top) / box.height) * 486), true);
  });
  way.addEventListener("keydown", (key) => {
    const by = { ArrowRight: 0.05, ArrowUp: 0.05, ArrowLeft: -0.05, ArrowDown: -0.05 }[key.key];
    if (by === undefined) return;
    key.preventDefault();
    put((at ?? 0) + by, true);
  });
  if (at !== undefined) put(at, false);
  return way;
}

/** Five stones. @param {Kit} kit */
function stones(kit) {
  const before = newestOf(kit, "path");
  const page = pageFor(kit, "path", before?.id);
  const here = before?.mark ? Math.round(before.mark.position * (STONES.length - 1)) : -1;
  const row = h("div", { class: "way-there stones-there", role: "radiogroup", "aria-label": kit.say("path") }, picture(kit, "path"));
  STONES.forEach(([x = 0, y = 0], at) => {
    row.append(h("button", {
      type: "button", class: "step-stone", role: "radio", "aria-checked": String(at === here), "aria-label": kit.say("stone-number", { number: at + 1 }),
      vars: { "--x": `${(x / 744) * 100}%`, "--y": `${(y / 486) * 100}%` },
      onclick: async () => {
        await page.keep("mark", { position: at / (STONES.length - 1) });
        await kit.again();
      },
    }, picture(kit, at === here ? `path-stone-chosen-${at + 1}` : `path-stone-${at + 1}`),
    at === here ? picture(kit, "stickers/star", { class: "on-stone" }) : null));
  });
  return row;
}
