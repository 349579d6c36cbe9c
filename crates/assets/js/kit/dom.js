// Elements made by hand: no markup is ever parsed, so nothing that somebody wrote can become part of
// the page's own structure. Deliberately absent: a virtual tree, templates, innerHTML.

/**
 * @typedef {Node | string | number | false | null | undefined} Child
 * @typedef {Record<string, unknown>} Props `on…` listens, `vars` sets custom properties, `class`
 *   and all others are attributes; `true` is an empty attribute, `false` and `null` none at all.
 */

const SVG = "http://www.w3.org/2000/svg";

/**
 * One element with what is in it.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Props} [props]
 * @param {...(Child | Child[])} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function h(tag, props = {}, ...children) {
  const made = document.createElement(tag);
  dress(made, props);
  fill(made, ...children);
  return made;
}

/**
 * One element of a drawing.
 * @param {string} tag
 * @param {Props} [props]
 * @param {...(Child | Child[])} children
 * @returns {SVGElement}
 */
export function draw(tag, props = {}, ...children) {
  const made = /** @type {SVGElement} */ (document.createElementNS(SVG, tag));
  dress(made, props);
  fill(made, ...children);
  return made;
}

/**
 * Puts children into an element, after what is there.
 * @param {Element} into
 * @param {...(Child | Child[])} children
 */
export function fill(into, ...children) {
  for (const child of children.flat()) {
    if (child === false || child === null || child === undefined || child === "") continue;
    into.append(child instanceof Node ? child : String(child));
  }
}

/**
 * Puts children in place of what an element held.
 * @param {Element} into
 * @param {...(Child | Child[])} children
 */
export function refill(into, ...children) {
  into.replaceChildren();
  fill(into, ...children);
}

/** @param {HTMLElement | SVGElement} made @param {Props} props */
function dress(made, props) {
  for (const [name, value] of Object.entries(props)) {
    if (value === false || value === null || value === undefined) continue;
    if (name === "vars") setVars(made, /** @type {Record<string, string | number>} */ (value));
    else if (name.startsWith("on") && typeof value === "function") {
      made.addEventListener(name.slice(2), /** @type {EventListener} */ (value));
    } else made.setAttribute(name, value === true ? "" : String(value));
  }
}

/** Custom properties, set one by one: the page's policy lets no style attribute through.
 * @param {HTMLElement | SVGElement} made @param {Record<string, string | number>} vars */
export function setVars(made, vars) {
  for (const [name, value] of Object.entries(vars)) made.style.setProperty(name, String(value));
}
