// The Print button needs script, so it is hidden until script is here.

/** @param {Document} page */
export function offerPrint(page) {
  for (const button of page.querySelectorAll("button[data-print]")) {
    if (!(button instanceof HTMLButtonElement)) continue;
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
}
