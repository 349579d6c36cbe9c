// The place to draw: crayons at the start edge, the paper, tools in pairs at the end edge. Stickers and more colours lie in
// a tray over the tools. Everything here is also done by keys, Tab from thing to thing, arrows on the paper; and by buttons alone.
import { buttonPad } from "./button_pad.js";
import { fill, h, refill } from "./dom.js";
import { attachments, attachTo, putPhoto } from "./holding.js";
import { COLOURS, Paper } from "./ink.js";
import { marksOf } from "./pages.js";
import { button, frame, icon, picture } from "./parts.js";
import { photoField } from "./photo.js";
import { recorderCard } from "./recording.js";
import { slipsOf } from "./slips.js";
import { STICKERS } from "./stickers.js";

/** @typedef {import("./kit.js").Kit} Kit */
/** @typedef {import("./visit.js").Visit} Visit */

const TRAY_OF_CRAYONS = 6;
const RUBBER_WIDTH = 26;
const CRAYON_WIDTH = 7;
/** Where typed words come to stand, in paper units: one line under the other, from the top again when the paper is full. */
const WORDS_AT = { x: 40, y: 60, line: 44, lines: 9 };

/** @param {Kit} kit @param {Visit} visit @param {() => void} onMark something is on the page now */
export function paperPlace(kit, visit, onMark) {
  const canvas = h("canvas", { "aria-label": kit.say("paper") });
  const paper = new Paper(canvas, { onOp: keep, say: (name, given) => kit.say(name, given) });
  paper.page = visit.page.id;
  paper.colour = COLOURS[5]?.value ?? paper.colour;
  paper.width = CRAYON_WIDTH;
  paper.show(marksOf(visit.page.now));

  /** @param {any} op */
  function keep({ kind, ...fields }) {
    void visit.page.keep(kind, fields);
    onMark();
  }

  /** Words that are typed and not put on the paper yet. */
  const waiting = () => tray.hidden ? "" : (tray.querySelector("textarea")?.value.trim() ?? "");
  const takeBack = () => { if (!paper.undo()) kit.announce(kit.say("nothing-to-undo")); };
  const pad = buttonPad(kit, paper, { undo: takeBack, closed: () => byButtons.focus() });
  /** Back to drawing: to the pad where it lies open. */
  const toPaper = () => (pad.isOpen ? pad : canvas).focus();
  const tray = h("div", { class: "over-tools", hidden: true });
  const tools = h("div", { class: "tools", role: "toolbar", "aria-label": kit.say("tools") });
  const crayons = h("div", { class: "crayons", role: "radiogroup", "aria-label": kit.say("colours") });
  const attached = h("div", { class: "attached" });
  const showAttached = () => { refill(attached, typed(kit, visit), attachments(kit, visit.page.now, showAttached)); onMark(); };

  /** @param {"crayon" | "eraser" | "sticker" | "words"} tool */
  const take = (tool) => {
    paper.lift();
    paper.tool = tool;
    paper.width = tool === "eraser" ? RUBBER_WIDTH : CRAYON_WIDTH;
    showTools();
    pad.show();
  };
  /** @param {string} value */
  const dip = (value) => {
    paper.colour = value;
    take("crayon");
    if (tray.contains(document.activeElement)) toPaper();
    tray.hidden = true;
    showCrayons();
  };
  const showCrayons = () => refill(crayons, crayonRow(kit, paper.colour, dip), moreButton());
  const moreButton = () => tool("more-colours", "palette", () => openTray(colourTray(kit, paper.colour, dip)), undefined, "more-colours");
  const openTray = (/** @type {Node} */ inside) => {
    refill(tray, inside, closeTray());
    tray.hidden = false;
    /** @type {HTMLElement | null} */ (tray.querySelector("button, input"))?.focus();
  };
  const closeTray = () => button(kit, kit.say("done"), () => {
    if (waiting()) return typeWords(waiting());
    tray.hidden = true;
    toPaper();
  }, { icon: "check", class: "small" });

  const whoDraws = h("p", { class: "who-draws" }, kit.say("who-draws"));
  /** What to do next, where it is seen, and heard by whoever does not see. @param {string} words */
  const hint = (words) => {
    refill(whoDraws, kit.say(words));
    kit.announce(kit.say(words));
  };
  const pickSticker = (/** @type {string} */ what) => {
    paper.sticker = what;
    take("sticker");
    tray.hidden = true;
    toPaper();
    hint("tap-to-put");
  };
  // They are on the paper at once, one under the other: nothing a child wrote waits for a second tap.
  const putWords = (/** @type {string} */ text) =>
    paper.putWords(text, WORDS_AT.x, WORDS_AT.y + paper.freeLine(text, WORDS_AT) * WORDS_AT.line);
  const typeWords = (/** @type {string} */ text) => {
    putWords(text);
    paper.text = "";
    take("words");
    tray.hidden = true;
    toPaper();
    hint("drag-words");
  };
  const photo = photoField((file) => void putPhoto(kit, visit.page, file).then(showAttached, () => kit.announce(kit.say("photo-refused"))));
  photo.hidden = true;

  /** @param {string} word @param {string} mark @param {() => void} tap @param {boolean} [on] @param {string} [more] */
  const tool = (word, mark, tap, on, more = "") =>
    h("button", { type: "button", class: `button tool framed ${frame()} ${more}`, "aria-pressed": on === undefined ? null : String(on), onclick: tap },
      icon(kit, mark, 32), h("span", {}, kit.say(word)));
  const showTools = () => refill(tools,
    tool("crayon", "pencil", () => take("crayon"), paper.tool === "crayon"),
    tool("rub-out", "eraser", () => take("eraser"), paper.tool === "eraser"),
    tool("undo", "undo-2", takeBack),
    tool("stickers", "sticker", () => openTray(stickerTray(kit, pickSticker)), paper.tool === "sticker"),
    tool("words", "type", () => openTray(wordTray(kit, typeWords)), paper.tool === "words"),
    tool("photo", "camera", () => photo.click()));
  const byButtons = tool("with-buttons", "move", pad.open, undefined, "by-buttons");

  const voice = kit.session.state.stones.my_voice !== "no";
  const recorder = voice ? recorderCard(kit, { attach: attachTo(kit, visit.page), onKept: showAttached }) : null;
  showCrayons();
  showTools();
  showAttached();
  if (visit.way === "stickers") openTray(stickerTray(kit, pickSticker));
  const box = h("div", { class: "drawing-place" }, crayons);
  fill(box, h("div", { class: "on-the-wall" }, paper.sheet, whoDraws),
    h("div", { class: "tool-side" }, tools, byButtons, pad.box, recorder?.box, attached, tray), photo);
  return {
    box,
    leave: () => {
      if (waiting()) putWords(waiting());
      pad.leave();
      paper.leave();
      recorder?.leave();
    },
  };
}

/** What was typed on this page before the child took a crayon: nothing goes out of sight. @param {Kit} kit @param {Visit} visit */
function typed(kit, visit) {
  const lines = visit.page.now ? slipsOf(visit.page.now) : [];
  return lines.length ? h("ul", { class: "typed", "aria-label": kit.say("your-words") }, lines.map(({ text }) => h("li", { dir: "auto" }, text))) : null;
}

/** @param {Kit} kit @param {string} colour @param {(value: string) => void} dip */
function crayonRow(kit, colour, dip) {
  return COLOURS.slice(0, TRAY_OF_CRAYONS).map((one) => crayon(kit, one, one.value === colour, dip));
}

/** @param {Kit} kit @param {{name: string, value: string}} one @param {boolean} on @param {(value: string) => void} dip */
function crayon(kit, one, on, dip) {
  return h("button", {
    type: "button", class: "crayon", role: "radio", "aria-checked": String(on), "aria-label": kit.say(`colour-${one.name}`),
    onclick: () => dip(one.value),
  }, picture(kit, `crayon-${one.name}`));
}

/** @param {Kit} kit @param {string} colour @param {(value: string) => void} dip */
function colourTray(kit, colour, dip) {
  return h("div", { class: "tray-grid colours", role: "radiogroup", "aria-label": kit.say("colours") },
    COLOURS.map((one) => crayon(kit, one, one.value === colour, dip)));
}

/** @param {Kit} kit @param {(what: string) => void} pick */
function stickerTray(kit, pick) {
  return h("div", { class: "tray-grid stickers", role: "group", "aria-label": kit.say("stickers") },
    STICKERS.map((what) => h("button", { type: "button", class: "sticker", "aria-label": kit.say(`sticker-${what}`), onclick: () => pick(what) },
      picture(kit, `stickers/${what}`))));
}

/** @param {Kit} kit @param {(text: string) => void} put */
function wordTray(kit, put) {
  const field = h("textarea", {
    class: "field framed", rows: "3", "aria-label": kit.say("your-words"), spellcheck: "false", autocomplete: "off", autocapitalize: "none", dir: "auto",
  });
  return h("div", { class: "word-tray" }, h("p", {}, kit.say("your-words")), field,
    button(kit, kit.say("put-on-paper"), () => { if (field.value.trim()) put(field.value.trim()); }, { kind: "go", after: "check" }));
}
