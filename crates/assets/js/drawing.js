// A child's drawing as it was made: its own marks, in the order and the time in which the child drew them, by the same
// hand as on the tablet. Without a script the finished drawing stands there, which is all that is needed.

/** Offers it beside each drawing of the page. @param {Document} page */
export function offerReplay(page) {
  for (const drawing of page.querySelectorAll("[data-drawing]")) {
    const button = drawing.querySelector("button[data-replay]");
    if (!(drawing instanceof HTMLElement) || !(button instanceof HTMLButtonElement)) continue;
    button.hidden = false;
    button.addEventListener("click", () => void showAsDrawn(drawing, button));
  }
}

/** @param {HTMLElement} drawing @param {HTMLButtonElement} button */
async function showAsDrawn(drawing, button) {
  const finished = drawing.querySelector("svg");
  if (!finished || button.getAttribute("aria-pressed") === "true") return;
  const { replay } = await import("./kit/replay.js");
  const got = await fetch(drawing.dataset.drawing ?? "");
  if (!got.ok) return;
  const canvas = drawing.ownerDocument.createElement("canvas");
  canvas.className = finished.getAttribute("class") ?? "";
  button.setAttribute("aria-pressed", "true");
  finished.replaceWith(canvas);
  await replay(canvas, marksOf(await got.text())).done;
  canvas.replaceWith(finished);
  button.setAttribute("aria-pressed", "false");
}

/** One mark a line. @param {string} text @returns {any[]} */
function marksOf(text) {
  return text.split("\n").filter((line) => line !== "").map((line) => JSON.parse(line));
}
