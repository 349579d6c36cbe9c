// What is half typed. At the worker's side it stays while the side closes and opens again, in memory alone, of one
// session at a time; forgotten with it. On a page it stands in the fields themselves, and can be read off them and put
// into them again. While the tablet is locked nothing of either is here: `put_away.js` seals it.

/** @typedef {import("./kit.js").Kit} Kit */

let of = "";
/** @type {Map<string, string>} */
const drops = new Map();

/** @param {Kit} kit @param {string} name */
export function dropOf(kit, name) {
  return kit.session?.id === of ? (drops.get(name) ?? "") : "";
}

/** @param {Kit} kit @param {string} name @param {string} text */
export function keepDrop(kit, name, text) {
  if (kit.session?.id !== of) drops.clear();
  of = kit.session?.id ?? "";
  if (text) drops.set(name, text);
  else drops.delete(name);
}

/** All that is half typed at the side, by name; it is forgotten here. @param {Kit} kit @returns {[string, string][]} */
export function takeDrops(kit) {
  const mine = kit.session?.id === of ? [...drops] : [];
  drops.clear();
  return mine;
}

/** What a field is called, and what stands in it; of a choice, whether it is made. @typedef {[string, string | boolean]} Typed */

/** All that stands in the fields of a page, in their order. @param {HTMLElement} page @returns {Typed[]} */
export function typedOn(page) {
  return fieldsOn(page).map((field) => [calledOf(field), isChoice(field) ? field.checked : field.value]);
}

/** It stands there again, as if it were typed now; a field that is called otherwise is left alone.
 * @param {HTMLElement} page @param {Typed[]} typed */
export function typeAgain(page, typed) {
  fieldsOn(page).forEach((field, at) => {
    const [called, was] = typed[at] ?? [];
    if (called !== calledOf(field)) return;
    if (typeof was === "string" && was !== field.value) {
      field.value = was;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    } else if (isChoice(field) && was !== field.checked) field.click();
  });
}

/** @typedef {HTMLInputElement | HTMLTextAreaElement} Field */

/** Never a PIN; and a file is not typed. @param {HTMLElement} page @returns {Field[]} */
function fieldsOn(page) {
  return [...page.querySelectorAll("input:not([type=password], [type=file]), textarea")].map((one) => /** @type {Field} */ (one));
}

/** @param {Field} field */
const calledOf = (field) => field.getAttribute("aria-label") ?? field.labels?.[0]?.textContent ?? "";

/** @param {Field} field @returns {field is HTMLInputElement} */
const isChoice = (field) => field.type === "radio" || field.type === "checkbox";
