// Counts the words of a statement while it is written. A note, never a stop.

/**
 * How many words a text has.
 * @param {string} text
 */
export function words(text) {
  return text.split(/\s+/u).filter((word) => word !== "").length;
}

/** @param {Document} page */
export function countWords(page) {
  for (const field of page.querySelectorAll("textarea[data-counted-by]")) {
    if (!(field instanceof HTMLTextAreaElement)) continue;
    const note = page.getElementById(field.dataset.countedBy ?? "");
    if (!note) continue;
    field.addEventListener("input", () => {
      note.textContent = (note.dataset.template ?? "{n}").replace("{n}", String(words(field.value)));
    });
  }
}
