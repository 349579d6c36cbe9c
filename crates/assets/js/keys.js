// "/" goes to the search field, and a link with data-key="w" is followed by its key, unless somebody is writing.

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
export function listenForKeys(page) {
  page.addEventListener("keydown", (pressed) => {
    if (pressed.ctrlKey || pressed.metaKey || pressed.altKey || isWriting(pressed.target)) return;
    if (pressed.key === "/") return search(page, pressed);
    for (const link of page.querySelectorAll("a[data-key]")) {
      if (!(link instanceof HTMLAnchorElement) || link.dataset.key !== pressed.key) continue;
      pressed.preventDefault();
      link.click();
      return;
    }
  });
}

/**
 * @param {Document} page
 * @param {KeyboardEvent} pressed
 */
function search(page, pressed) {
  const field = page.querySelector("[data-search]");
  if (!(field instanceof HTMLInputElement)) return;
  pressed.preventDefault();
  field.focus();
  field.select();
}
