// A tablet joins its office: put the kit on the home screen, enter the code that the record showed, choose a PIN,
// and see that there is room. Each is a page of its own.
import { h } from "../dom.js";
import { field, lines, notice, part, sheet, staffButton } from "../desk.js";
import { machineOf, onHomeScreen } from "../home_screen.js";
import { digitsOf, wrongWith } from "../pin.js";
import { rehearse } from "../rehearse.js";
import { roomPart } from "../room_part.js";
import { saysWhy, troubleOf } from "../says_why.js";
import { dayOf } from "../when.js";

/**
 * @typedef {import("../kit.js").Kit} Kit
 * @typedef {{step?: "code" | "pin" | "ready", code?: string, wrong?: string}} Params
 */

/** @param {Kit} kit @param {Params} params */
export function show(kit, params) {
  if (!onHomeScreen(window)) return homeScreen(kit);
  if (params.step === "pin") return pinStep(kit, params.code ?? "");
  if (params.step === "ready") return ready(kit);
  return codeStep(kit, params);
}

/** @param {Kit} kit */
function practice(kit) {
  return staffButton(kit, kit.w("practice-begin"), () => void rehearse(kit), {
    icon: "flag",
    under: kit.w("practice-keeps-nothing"),
  });
}

/** @param {Kit} kit */
export function homeScreen(kit) {
  const how = (/** @type {string} */ machine) =>
    h(
      "ol",
      { class: "desk-lines steps" },
      ...[1, 2, 3].map((step) => h("li", {}, kit.w(`home-${machine}-${step}`))),
    );
  const mine = machineOf(navigator);
  const others = ["ipad", "android", "computer"].filter((machine) => machine !== mine);
  return sheet({
    name: "set_up",
    title: kit.w("home-title"),
    lead: kit.w("home-why"),
    work: [
      part(kit.w(`home-${mine}`), how(mine)),
      ...others.map((machine) =>
        h("details", { class: "desk-unfold" }, h("summary", {}, kit.w(`home-${machine}`)), how(machine)),
      ),
      part(kit.w("home-meanwhile"), practice(kit)),
    ],
  });
}

/** @param {Kit} kit @param {Params} params */
function codeStep(kit, { code: before = "", wrong = "" }) {
  const code = field({ label: kit.w("setup-code"), hint: kit.w("setup-code-hint"), value: before, needed: true });
  code.input.classList.add("code");
  code.input.setAttribute("autocapitalize", "characters");
  code.wrong(wrong);
  const go = (/** @type {Event} */ event) => {
    event.preventDefault();
    if (code.value()) void kit.go("set_up", { step: "pin", code: code.value() });
    else {
      code.wrong(kit.w("desk-write-this"));
      code.input.focus();
    }
  };
  return sheet({
    name: "set_up",
    title: kit.w("setup-title"),
    lead: kit.w("setup-lead"),
    work: [
      h(
        "form",
        { class: "desk-part", onsubmit: go },
        code.box,
        h(
          "div",
          { class: "desk-foot" },
          h("button", { class: "staff forward" }, h("span", {}, kit.w("desk-go-on"))),
        ),
      ),
      part(kit.w("home-meanwhile"), practice(kit)),
    ],
  });
}

/** @param {Kit} kit @param {string} code */
async function pinStep(kit, code) {
  const own = await kit.tablet.hasOwnLock() ? ownLock(kit) : null;
  const pin = field({
    label: kit.w("setup-pin"),
    hint: kit.w("setup-pin-hint"),
    type: "password",
    digits: true,
    needed: true,
  });
  const again = field({ label: kit.w("setup-pin-again"), type: "password", digits: true, needed: true });
  const trouble = h("div", { role: "alert" });
  const join = h("button", { class: "staff forward" }, h("span", {}, kit.w("setup-join")));
  const go = async (/** @type {Event} */ event) => {
    event.preventDefault();
    const chosen = chosenPin(kit, pin, again);
    if (!chosen) return;
    join.hidden = true;
    trouble.replaceChildren(h("p", {}, kit.w("setup-joining")));
    try {
      await kit.tablet.enrol(code.trim(), chosen, { ownLock: own?.chosen() ?? false });
      await kit.go("set_up", { step: "ready" });
    } catch (why) {
      if (troubleOf(why) === "code_refused")
        return void kit.go("set_up", { step: "code", code, wrong: saysWhy(kit, why) });
      join.hidden = false;
      trouble.replaceChildren(notice(kit, { urgent: true }, h("p", {}, saysWhy(kit, why))));
    }
  };
  return sheet({
    name: "set_up",
    title: kit.w("setup-pin-title"),
    work: [
      lines([kit.w("setup-pin-can"), kit.w("setup-pin-cannot")]),
      h(
        "form",
        { class: "desk-part", onsubmit: go },
        pin.box,
        again.box,
        own?.box ?? null,
        trouble,
        h(
          "div",
          { class: "desk-foot" },
          staffButton(kit, kit.w("back"), () => void kit.go("set_up", { step: "code", code }), {
            icon: "arrow-left",
          }),
          join,
        ),
      ),
    ],
  });
}

/** The tablet's own lock, asked beside the PIN unless the worker says no. @param {Kit} kit */
function ownLock(kit) {
  const tick = h("input", { type: "checkbox", checked: true });
  const says = h("p", { class: "desk-hint", id: "own-lock-says" }, kit.w("setup-own-lock-why"));
  tick.setAttribute("aria-describedby", says.id);
  return {
    box: h("div", { class: "one-of" }, h("label", {}, tick, h("span", {}, kit.w("setup-own-lock"))), says),
    chosen: () => tick.checked,
  };
}

/** The PIN, when both fields hold the same one and it will do. @param {Kit} kit
 * @param {ReturnType<typeof field>} pin @param {ReturnType<typeof field>} again */
function chosenPin(kit, pin, again) {
  const chosen = digitsOf(pin.value());
  const wrong = wrongWith(chosen);
  if (wrong) pin.wrong(kit.w(`setup-pin-${wrong}`));
  else if (chosen !== digitsOf(again.value())) again.wrong(kit.w("setup-pin-differs"));
  else return chosen;
  (wrong ? pin : again).input.focus();
  return null;
}

/** @param {Kit} kit */
async function ready(kit) {
  const device = kit.tablet.device();
  return sheet({
    name: "set_up",
    title: kit.w("setup-ready", { tablet: device?.name ?? "" }),
    lead: kit.w("setup-ready-lead", { name: device?.worker?.name ?? "", office: device?.office?.name ?? "" }),
    work: [
      device?.until ? h("p", {}, kit.w("setup-until", { day: dayOf(kit, device.until) })) : null,
      await roomPart(kit, () => void kit.again()),
    ],
    foot: [
      staffButton(kit, kit.w("setup-start"), () => void kit.go("start"), { kind: "go", after: "arrow-right" }),
    ],
  });
}
