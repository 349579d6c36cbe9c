// The stickers: small drawings that stand for nothing in particular, so that none of them asks for an answer. A child
// puts them where they like. The drawings are files beside the kit's others; they are fetched once, before the first is put down.

/** @typedef {import("./marks.js").Sticker} Sticker */

/** Their words, written in full so that who looks for a word finds it. */
const WORDS = [
  "sticker-face", "sticker-sun", "sticker-star", "sticker-heart", "sticker-flower", "sticker-tree", "sticker-cat", "sticker-dog",
  "sticker-ball", "sticker-book", "sticker-bed", "sticker-cake", "sticker-moon", "sticker-rain", "sticker-bird", "sticker-fish",
  "sticker-bus", "sticker-car", "sticker-bike", "sticker-apple", "sticker-cup", "sticker-table", "sticker-note", "sticker-question",
];

/** Their names, in the order of the tray. Each is a file `kit/stickers/NAME.svg` and a word `kit-sticker-NAME`. */
export const STICKERS = Object.freeze(WORDS.map((word) => word.slice("sticker-".length)));

/** As large as one is put down, in paper units. */
export const STICKER_SIZE = 96;

/** @type {Map<string, HTMLImageElement>} */
const here = new Map();

/** Where its drawing is: beside these scripts, under the same name of the build. @param {string} what */
export function stickerUrl(what) {
  return new URL(`../../kit/stickers/${encodeURIComponent(what)}.svg`, import.meta.url).href;
}

/** @param {string} what */
async function bring(what) {
  if (here.has(what)) return;
  const image = new Image();
  image.src = stickerUrl(what);
  try {
    await image.decode();
    here.set(what, image);
  } catch {
    // A name that a later kit had, or a file that did not come: the place stays empty, and the op is kept.
  }
}

/**
 * Resolves when the drawings are here that can be.
 * @param {readonly string[]} [which]
 */
export async function stickersAreHere(which = STICKERS) {
  await Promise.all(which.map(bring));
}

/**
 * Draws it, where its drawing is here.
 * @param {CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D} context
 * @param {Pick<Sticker, "what" | "x" | "y" | "size">} sticker
 */
export function drawSticker(context, { what, x, y, size }) {
  const image = here.get(what);
  if (image) context.drawImage(image, x - size / 2, y - size / 2, size, size);
}
