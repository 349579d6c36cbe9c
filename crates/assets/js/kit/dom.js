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
 * Puts children in place of what an element held. Whoever was in there by keys still is: on what is called the same, else
 * on what stands where it stood, else on the element itself.
 * @param {Element} into
 * @param {...(Child | Child[])} children
 */
export function refill(into, ...children) {
  const was = placeIn(into);
  into.replaceChildren();
  fill(into, ...children);
  if (was) goBack(into, was);
}

/** What Tab comes to. */
const STOPS = "button, input, textarea, select, a[href], summary, [tabindex='0']";

/** @param {Element} into */
const stopsIn = (into) => [...into.querySelectorAll(STOPS)].filter((one) => one instanceof HTMLElement && one.offsetParent !== null);

/** @param {Element} one */
const calledOf = (one) => one.getAttribute("aria-label") ?? one.textContent;

/** Where in it the focus is, if it is there. @param {Element} into */
function placeIn(into) {
  const now = document.activeElement;
  if (!now || !into.contains(now)) return null;
  return { at: Math.max(0, stopsIn(into).indexOf(now)), called: now === into ? "" : calledOf(now) };
}

/** @param {Element} into @param {{at: number, called: string | null}} was */
function goBack(into, { at, called }) {
  const stops = stopsIn(into);
  const there = stops.find((one) => calledOf(one) === called) ?? stops[Math.min(at, stops.length - 1)] ?? into;
  if (!(there instanceof HTMLElement)) return;
  if (there === into && there.tabIndex < 0) there.tabIndex = -1;
  there.focus({ preventScroll: true });
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
