// A copy on paper for the child: each page on a sheet of A4, with its words letter for letter and who drew and wrote it. What
// the child left out is left out. It goes to the printer and nowhere else; nothing of it stays behind.
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

/** The pages a copy has; none where something important was said: who else would read it at home is thought of first, at
 * the office. @param {Kit} kit */
export function pagesToCopy(kit) {
  const important = kit.session.ops.some((/** @type {{kind: string}} */ { kind }) => kind === "important_said");
  return important ? [] : pagesMade(kit).filter((page) => !page.left_out);
}

/** @param {Kit} kit */
function copyOf(kit) {
  const made = h("div", { class: "copy", lang: kit.language });
  refill(made, pagesToCopy(kit).map((page) => h("section", { class: "copy-page" },
    h("h2", { dir: "auto" }, houseName(kit, page.house)),
    isDrawn(page) ? drawing(page, houseName(kit, page.house)) : page.house === "path" && page.mark ? sheet(kit, page) : null,
    wordsOf(page).map((text) => h("p", { dir: "auto" }, text)),
    typeof page.number === "number" ? h("p", { class: "copy-number" }, String(page.number)) : null,
    h("p", { class: "copy-foot" }, kit.say("copy-foot")))));
  return made;
}
