// What happens when the tablet is left alone. The child's side dims and never locks; the worker's
// side shuts after two minutes; a tablet that is put away for a minute forgets its keys.

/** @typedef {import("./kit.js").Kit} Kit */

const MINUTE = 60_000;
const DIMS_AFTER = 3 * MINUTE;
const SIDE_SHUTS_AFTER = 2 * MINUTE;
const LOCKS_AFTER = MINUTE;
const STIRS = ["pointerdown", "keydown", "input"];

/** Watches over a kit until the page is closed. @param {Kit} kit */
export function watchOver(kit) {
  let stirred = performance.now();
  let sideStirred = stirred;
  let hiddenSince = 0;
  for (const stir of STIRS) {
    document.addEventListener(stir, (event) => {
      stirred = performance.now();
      if (kit.side.contains(/** @type {Node} */ (event.target))) sideStirred = stirred;
      kit.root.classList.remove("dimmed");
    }, { capture: true, passive: true });
  }
  kit.side.addEventListener("focusin", () => (sideStirred = performance.now()));

  setInterval(() => {
    const now = performance.now();
    if (now - stirred > DIMS_AFTER) kit.root.classList.add("dimmed");
    if (!kit.side.hidden && now - sideStirred > SIDE_SHUTS_AFTER) shutSide(kit);
  }, 5_000);

  document.addEventListener("visibilitychange", () => {
    if (document.hidden) hiddenSince = Date.now();
    else if (hiddenSince && Date.now() - hiddenSince > LOCKS_AFTER) void putAway(kit);
  });
}

/** @param {Kit} kit */
function shutSide(kit) {
  kit.closeTray();
  kit.sideLocked = true;
}

/** The keys are forgotten; what was begun is taken up again from the start, with the PIN.
 * @param {Kit} kit */
async function putAway(kit) {
  if (kit.tablet.locked) return;
  kit.tablet.lock();
  kit.let();
  if (!kit.side.hidden) kit.closeTray();
  await kit.go("start");
}
