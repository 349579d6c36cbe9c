// Whether the kit was opened from the home screen. Only there does a tablet keep what a page writes: a browser may
// clear it after some days without a visit.

/** @typedef {"ipad" | "android" | "computer"} Machine */

const OWN_WINDOW = ["standalone", "fullscreen", "minimal-ui", "window-controls-overlay"];

/**
 * @param {{matchMedia(query: string): {matches: boolean}, navigator: object}} browser
 */
export function onHomeScreen(browser) {
  if ("standalone" in browser.navigator && browser.navigator.standalone === true) return true;
  return OWN_WINDOW.some((mode) => browser.matchMedia(`(display-mode: ${mode})`).matches);
}

/**
 * Which explanation fits: an iPad calls itself a Macintosh, and has more than one place for a finger.
 * @param {{userAgent: string, maxTouchPoints: number}} navigator
 * @returns {Machine}
 */
export function machineOf({ userAgent, maxTouchPoints }) {
  if (/iPad|iPhone/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1)) return "ipad";
  return /Android/.test(userAgent) ? "android" : "computer";
}
