// Counts the words of a statement while it is written. A note, never a stop.

/**
 * How many words a text has.
 * @param {string} text
 */
export function words(text) {
  return text.split(/\s+/u).filter((word) => word !== "").length;
}

/**
 * What the note says of so many words.
 * @param {number} count
 * @param {{easy?: string, long?: string, limit?: string}} says
 */
export function noteOn(count, says) {
  const template = count > Number(says.limit ?? Infinity) ? says.long : says.easy;
  return (template ?? "{n}").replace("{n}", String(count));
}

/** @param {Document} page */
export function countWords(page) {
  for (const note of page.querySelectorAll("[data-counts]")) {
    if (!(note instanceof HTMLElement)) continue;
    const fields = [...page.querySelectorAll(`textarea[data-counted-by="${note.id}"]`)];
    const count = () => {
      const all = fields.map((field) => (field instanceof HTMLTextAreaElement ? field.value : ""));
      note.textContent = noteOn(words(all.join(" ")), note.dataset);
    };
    for (const field of fields) field.addEventListener("input", count);
  }
}
