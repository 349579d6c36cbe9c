// A sealed session taken off the tablet as a file that only the office can open.
import { h } from "./dom.js";

/** @typedef {import("./kit.js").Kit} Kit */

/** How long the browser has the bytes to save. */
const SAVING_MS = 60_000;

/** @param {Kit} kit @param {string} id */
export async function takeFile(kit, id) {
  const bytes = await kit.tablet.emergencyFile(id);
  const url = URL.createObjectURL(new Blob([bytes], { type: "application/octet-stream" }));
  h("a", { href: url, download: `kith-${id}.sealed` }).click();
  setTimeout(() => URL.revokeObjectURL(url), SAVING_MS);
}
