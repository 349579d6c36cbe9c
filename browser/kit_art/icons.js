// The kit's icons as one sprite, `crates/assets/icons/kit.svg`, from the lucide set and one drawing
// of our own (lucide has no ladder). Same form as `sprite.svg`: symbols, coloured by the page.
import { readFileSync, writeFileSync } from "node:fs";
import { assets, kept } from "./files.js";

export const FROM_LUCIDE = [
  "arrow-left",
  "arrow-right",
  "calendar-days",
  "camera",
  "case-sensitive",
  "check",
  "chevron-left",
  "chevron-right",
  "clock",
  "columns-3",
  "delete",
  "ear",
  "eraser",
  "eye",
  "eye-off",
  "flag",
  "grid-3x3",
  "house",
  "keyboard",
  "languages",
  "lightbulb",
  "lock",
  "message-circle-question-mark",
  "mic",
  "milestone",
  "moon",
  "move",
  "notebook-pen",
  "palette",
  "pause",
  "pencil",
  "phone",
  "play",
  "plus",
  "printer",
  "quote",
  "rotate-ccw",
  "send",
  "star",
  "sticker",
  "tablet-smartphone",
  "trash-2",
  "type",
  "undo-2",
  "users",
  "volume-2",
  "wifi-off",
  "x",
];

const LADDER = '<path d="M7 2v20M17 2v20M7 6.5h10M7 12h10M7 17.5h10"/>';

const symbol = (name, inside) => `<symbol id="${name}" viewBox="0 0 24 24">${inside}</symbol>`;

function inside(name) {
  const text = readFileSync(
    new URL(`node_modules/lucide-static/icons/${name}.svg`, import.meta.url),
    "utf8",
  );
  const shapes = text.slice(
    text.indexOf(">", text.indexOf("<svg")) + 1,
    text.lastIndexOf("</svg>"),
  );
  return shapes
    .replaceAll(" />", "/>")
    .split("\n")
    .map((row) => row.trim())
    .join("");
}

/** Writes the sprite. */
export function drawIcons() {
  const symbols = FROM_LUCIDE.map((name) => symbol(name, inside(name)));
  symbols.push(symbol("ladder", LADDER));
  const sorted = symbols.sort((one, other) => (one < other ? -1 : 1));
  const rows = ['<svg xmlns="http://www.w3.org/2000/svg">', ...sorted, "</svg>", ""];
  writeFileSync(`${assets}/icons/kit.svg`, rows.join("\n"));
  kept("icons/kit.svg");
}
