// A photograph, such as of a drawing on real paper. It is drawn anew, so that nothing is left of the file but what can be seen: no
// place, no time, no name of a camera. At most 1600 pixels long, as JPEG.

/** @typedef {"not_a_picture" | "too_large"} PhotoWhy */

export const LONGEST_PX = 1600;
const QUALITY = 0.85;
const MOST_BYTES = 40 * 1024 * 1024;
const MOST_PIXELS = 100_000_000;

/** Why a photograph was not taken; `why` names the words. */
export class PhotoRefused extends Error {
  /** @param {PhotoWhy} why @param {unknown} [cause] */
  constructor(why, cause) {
    super(`photo refused: ${why}`, { cause });
    this.why = why;
  }
}

/**
 * As large as it is kept: never larger than it is.
 * @param {number} width
 * @param {number} height
 * @returns {[number, number]}
 */
export function sizeFor(width, height) {
  const by = Math.min(1, LONGEST_PX / Math.max(width, height));
  return [Math.max(1, Math.round(width * by)), Math.max(1, Math.round(height * by))];
}

/** A field that opens the camera where there is one. @param {(file: File) => void} onPhoto */
export function photoField(onPhoto) {
  const field = document.createElement("input");
  field.type = "file";
  field.accept = "image/*";
  field.setAttribute("capture", "environment");
  field.addEventListener("change", () => {
    const file = field.files?.[0];
    if (file) onPhoto(file);
    // The same photograph may be chosen again.
    field.value = "";
  });
  return field;
}

/** @param {Blob} file */
async function decoded(file) {
  if (file.size > MOST_BYTES) throw new PhotoRefused("too_large");
  try {
    return await createImageBitmap(file, { imageOrientation: "from-image" });
  } catch (cause) {
    throw new PhotoRefused("not_a_picture", cause);
  }
}

/**
 * A JPEG with nothing before its picture but what draws it: whatever a browser wrote there of its own is left out.
 * @param {ArrayBuffer} jpeg
 */
export function bare(jpeg) {
  const view = new DataView(jpeg);
  const parts = [new Uint8Array(jpeg, 0, 2)];
  let at = 2;
  // Each segment up to the start of the scan: a marker, then how long it is.
  while (at + 4 <= jpeg.byteLength && view.getUint16(at) !== 0xffda) {
    const [marker, long] = [view.getUint16(at), 2 + view.getUint16(at + 2)];
    const says = marker > 0xffe0 && marker <= 0xffef && marker !== 0xffee || marker === 0xfffe;
    if (!says) parts.push(new Uint8Array(jpeg, at, long));
    at += long;
  }
  parts.push(new Uint8Array(jpeg, at));
  return new Blob(parts).arrayBuffer();
}

/**
 * The photograph as it is kept.
 * @param {Blob} file
 * @returns {Promise<{bytes: ArrayBuffer, width: number, height: number, type: "image/jpeg"}>}
 * @throws {PhotoRefused}
 */
export async function takePhoto(file) {
  const picture = await decoded(file);
  try {
    if (picture.width * picture.height > MOST_PIXELS) throw new PhotoRefused("too_large");
    const [width, height] = sizeFor(picture.width, picture.height);
    const canvas = Object.assign(document.createElement("canvas"), { width, height });
    const context = canvas.getContext("2d", { alpha: false });
    if (!context) throw new PhotoRefused("too_large");
    context.fillStyle = "#ffffff";
    context.fillRect(0, 0, width, height);
    context.imageSmoothingQuality = "high";
    context.drawImage(picture, 0, 0, width, height);
    const made = await new Promise((/** @type {(blob: Blob | null) => void} */ resolve) => canvas.toBlob(resolve, "image/jpeg", QUALITY));
    if (made?.type !== "image/jpeg") throw new PhotoRefused("too_large");
    return { bytes: await bare(await made.arrayBuffer()), width, height, type: "image/jpeg" };
  } finally {
    picture.close();
  }
}
