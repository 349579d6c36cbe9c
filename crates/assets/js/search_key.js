// "/" goes to the search field, unless somebody is writing.

/**
 * Whether a key pressed on this element is part of what somebody writes.
 * @param {EventTarget | null} target
 * @returns {boolean}
 */
export function isWriting(target) {
  return target instanceof HTMLElement
    && (target.isContentEditable || target.matches("input, textarea, select"));
}

/** @param {Document} page */
export function openSearchOnSlash(page) {
  page.addEventListener("keydown", (pressed) => {
    if (pressed.key !== "/" || pressed.ctrlKey || pressed.metaKey || pressed.altKey) return;
    if (isWriting(pressed.target)) return;
    const field = page.querySelector("[data-search]");
    if (!(field instanceof HTMLInputElement)) return;
    pressed.preventDefault();
    field.focus();
    field.select();
  });
}
