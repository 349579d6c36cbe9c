// How the kit looks to this child: calm colours, bigger words, dark, still. It is no fact about the
// child, so it is kept on the tablet in the open and forgotten with the next child.

/** @typedef {{calm: boolean, bigger: boolean, dark: boolean, still: boolean, left: boolean}} Look */

const KEY = "kith-kit-look";

/** @type {Look} */
export const PLAIN = { calm: false, bigger: false, dark: false, still: false, left: false };

/** The look that was last chosen here. @returns {Look} */
export function lookKept() {
  try {
    return { ...PLAIN, ...JSON.parse(localStorage.getItem(KEY) ?? "{}") };
  } catch {
    return { ...PLAIN };
  }
}

/** Keeps a look for when the page is opened anew. @param {Look} look */
export function keepLook(look) {
  try {
    localStorage.setItem(KEY, JSON.stringify(look));
  } catch {
    // A tablet that keeps nothing shows the look all the same.
  }
  return look;
}

/** Puts it on the page. @param {HTMLElement} root @param {Look} look @param {string} level */
export function dress(root, look, level) {
  root.classList.add("kit");
  for (const [name, on] of Object.entries(look)) root.classList.toggle(name, on);
  root.dataset.level = level;
}
