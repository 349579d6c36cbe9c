// Sealed. The largest words are the true state, on three stones; then what a child cares about: who comes back, and when.
// There is no Stop here: there is nothing left to stop.
import { h, refill } from "../dom.js";
import { letAllGo } from "../holding.js";
import { placeDrawing } from "../house.js";
import { bigButton, hearButton, picture, screen } from "../parts.js";
import { nobodyRung, officeNumber } from "../ring.js";
import { listen, sendNow, toldOf } from "../sending.js";
import { told } from "../told.js";
import { comesBack } from "./closing.js";

/** @typedef {import("../kit.js").Kit} Kit */
/** @typedef {{state: string, done?: number, all?: number, code?: string | null, at?: number}} Standing */

/** @type {(() => void) | null} */
let deaf = null;

/** @param {Kit} kit */
export function show(kit) {
  letAllGo();
  const id = kit.session.id;
  const side = h("div", { class: "how-it-stands", "aria-live": "polite" });
  const tell = () => stand(kit, side, toldOf(id) ?? { state: "sealed" });
  tell();
  deaf = listen(tell);
  void sendNow(kit).catch(() => {});
  return screen(kit, {
    name: "sealed",
    closed: true,
    top: null,
    work: [letter(kit), side],
    end: [bigButton(kit, kit.say("close"), () => void close(kit), { after: "check" })],
  });
}

/** The envelope before the child's own houses, or what the child had instead. @param {Kit} kit */
function letter(kit) {
  const houses = ["good", "worries", "dreams"].map((house) => placeDrawing(kit, house, `small-house ${house}`));
  const land = picture(kit, "land-of-the-envelope", { class: "land" });
  const envelope = picture(kit, "envelope", { class: "envelope" });
  return h("div", { class: "letter" }, h("div", { class: "letter-stage" }, land, houses, envelope));
}

export function leave() {
  deaf?.();
  deaf = null;
}

/** @param {Kit} kit */
async function close(kit) {
  kit.let();
  kit.forgetLook();
  await kit.go("start");
}

/** @param {Kit} kit @param {HTMLElement} side @param {Standing} now */
function stand(kit, side, now) {
  const at = now.state === "received" ? 2 : now.state === "sending" ? 1 : 0;
  const words = stateWords(kit, now);
  const aloud = at ? words : `${words} ${kit.say("sealed-key")}`;
  // What is promised here is the day the child agreed to; a day of the worker's own is no promise.
  const on = kit.session?.state.agreed_day;
  refill(side,
    kit.session && nobodyRung(kit) ? ringFirst(kit) : null,
    h("div", { class: "state-now" }, h("h1", { tabindex: "-1" }, words), hearButton(kit, aloud)),
    at ? h("p", { class: "key" }, kit.say("sealed-whose")) : told(kit, "sealed-key", { class: "key" }),
    h("ol", { class: "three-stones" }, ["tablet", "sending", "record"].map((name, place) =>
      h("li", { class: place === at ? "here" : "", "aria-current": place === at ? "step" : null },
        picture(kit, place === at ? "stone-on" : place < at ? "stone-past" : "stone-off"),
        h("span", {}, kit.say(`state-${name}`))))),
    on ? comesBack(kit, on, false) : null);
}

/** The worker's own, without a word of why: whoever sees the seal may be the child. @param {Kit} kit */
function ringFirst(kit) {
  return h("div", { class: "desk ring ring-first" }, h("b", {}, kit.w("sealed-ring")), officeNumber(kit));
}

/** The true state, in words. @param {Kit} kit @param {Standing} now */
function stateWords(kit, now) {
  if (now.state === "received") return kit.say("sealed-received", { time: clock(kit, now.at ?? Date.now()) });
  if (now.state === "sending") return kit.say("sealed-sending", { done: now.done ?? 0, all: now.all ?? 0 });
  if (now.state === "trouble") return kit.say("sealed-trouble", { code: now.code ?? "" });
  if (now.state === "waiting") return kit.say("sealed-waiting");
  return kit.say("sealed");
}

/** @param {Kit} kit @param {number} at */
const clock = (kit, at) =>
  new Intl.DateTimeFormat(kit.language, { hour: "2-digit", minute: "2-digit" }).format(at);
