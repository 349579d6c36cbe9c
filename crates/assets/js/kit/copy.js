// A copy on paper for the child: each page on a sheet of A4, with its words letter for letter and who drew and wrote it. It
// goes to the printer and nowhere else; nothing of it stays behind.
import { h, refill } from "./dom.js";
import { houseName, isDrawn, drawing, pagesMade, sheet, wordsOf } from "./pages.js";

/** @typedef {import("./kit.js").Kit} Kit */

/** Prints the pages in the child's order. @param {Kit} kit */
export function printCopy(kit) {
  const copy = copyOf(kit);
  document.body.append(copy);
  const clear = () => copy.remove();
  window.addEventListener("afterprint", clear, { once: true });
  window.print();
}

/** @param {Kit} kit */
function copyOf(kit) {
  const made = h("div", { class: "copy", lang: kit.language });
  refill(made, pagesMade(kit).map((page) => h("section", { class: "copy-page" },
    h("h2", { dir: "auto" }, houseName(kit, page.house)),
    isDrawn(page) ? drawing(page, houseName(kit, page.house)) : page.house === "path" && page.mark ? sheet(kit, page) : null,
    wordsOf(page).map((text) => h("p", { dir: "auto" }, text)),
    typeof page.number === "number" ? h("p", { class: "copy-number" }, String(page.number)) : null,
    h("p", { class: "copy-foot" }, kit.say("copy-foot")))));
  return made;
}
