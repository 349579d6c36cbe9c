// A list of what somebody typed, one slip each, and the field last. No bubbles, no times; no spelling help and no
// prediction: the words stay as they were typed. What was typed can be taken up and changed again.
import { h, refill } from "./dom.js";
import { bigButton, frame, hearButton } from "./parts.js";

/** @typedef {import("./kit.js").Kit} Kit */
/** @typedef {{id: string, text: string}} Slip */

/**
 * @param {Kit} kit
 * @param {object} about
 * @param {Slip[]} about.slips what is there already
 * @param {(slip: Slip) => Promise<boolean>} about.onSlip a slip is new or was changed
 * @param {() => string} about.newId
 * @param {string} about.label what the field is for
 * @param {string} [about.colour]
 * @param {(Node | null)[]} [about.beside] other ways, beside Add
 */
export function slipList(kit, { slips, onSlip, newId, label, colour = "teal", beside = [] }) {
  const list = h("ol", { class: "slips" });
  const field = h("textarea", {
    class: "field framed", rows: "1", "aria-label": label, spellcheck: "false", autocomplete: "off",
    autocorrect: "off", autocapitalize: "none", "data-gramm": "false", dir: "auto", enterkeyhint: "done",
  });
  /** @type {Slip | null} */
  let changing = null;
  const addButton = bigButton(kit, kit.say("add"), () => void add(), { after: "check", colour });

  const show = () => refill(list, slips.map((slip) => row(slip)));
  /** @param {Slip} slip */
  const row = (slip) =>
    h("li", { class: `slip framed quietly ${frame()}` },
      h("button", { type: "button", class: "own-words", dir: "auto", onclick: () => take(slip) }, slip.text),
      hearButton(kit, slip.text, { small: true, of: slip.text, colour }));
  /** @param {Slip} slip */
  const take = (slip) => {
    changing = slip;
    field.value = slip.text;
    grow(field);
    offer();
    field.focus();
  };
  /** A line that was taken up and emptied is thrown away. */
  const offer = () => {
    const empty = field.value.trim() === "";
    addButton.hidden = empty && changing === null;
    refill(/** @type {HTMLElement} */ (addButton.querySelector("span")), kit.say(empty && changing ? "throw-away" : "add"));
  };
  const add = async () => {
    const text = field.value.trim();
    if (!text && !changing) return;
    const slip = { id: changing?.id ?? newId(), text };
    const at = slips.findIndex((one) => one.id === slip.id);
    if (!text) slips.splice(at, 1);
    else if (at < 0) slips.push(slip);
    else slips[at] = slip;
    changing = null;
    field.value = "";
    grow(field);
    offer();
    show();
    field.focus();
    below.scrollIntoView({ block: "nearest" });
    if (await onSlip(slip)) kit.announce(kit.say(text ? "added" : "thrown-away"));
  };
  field.addEventListener("input", () => { grow(field); offer(); });
  field.addEventListener("keydown", (key) => {
    if (key.key !== "Enter" || key.shiftKey || key.isComposing) return;
    key.preventDefault();
    void add();
  });
  show();
  offer();
  const below = h("div", { class: "row" }, ...beside, h("span", { class: "space" }), addButton);
  const box = h("div", { class: `writing ${colour}` }, list, field, below);
  // A long list opens at its end, where the field is.
  requestAnimationFrame(() => below.scrollIntoView({ block: "nearest" }));
  /** What stands in the field and was not added: it is added, so that leaving loses nothing. */
  const finish = () => add();
  return { box, field, finish };
}

/** As high as what is in it, up to five lines. @param {HTMLTextAreaElement} field */
function grow(field) {
  field.rows = 1;
  while (field.rows < 5 && field.scrollHeight > field.clientHeight + 2) field.rows += 1;
}

/** The slips of a page: words without a place, the newest of each. @param {any} page @returns {Slip[]} */
export function slipsOf(page) {
  /** @type {Map<string, Slip>} */
  const found = new Map();
  for (const op of page?.ops ?? []) {
    if (op.kind === "words" && op.x === undefined) found.set(op.id, { id: op.id, text: op.text });
    if (op.kind === "undo") found.delete(op.id);
  }
  return [...found.values()].filter((slip) => slip.text !== "");
}
