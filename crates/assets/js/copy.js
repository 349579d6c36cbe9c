// The Copy button beside an address needs script and a clipboard, so it is hidden until both are here.

/** Says so in the button itself, where whoever pressed is looking. @param {Document} page */
export function offerCopy(page) {
  for (const button of page.querySelectorAll("button[data-copy]")) {
    const copied = button.parentElement?.querySelector("code")?.textContent;
    if (!(button instanceof HTMLButtonElement) || !copied || !navigator.clipboard) continue;
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(copied);
      button.textContent = button.dataset["copied"] ?? "";
    });
  }
}
