// What happens when the tablet is left alone: `idle.js` says what, this does it. The child's side dims and never
// locks by itself; the worker's pages lock after two minutes, the tray beside the child closes, and a tablet out of
// sight for a minute forgets its keys. What was being done is kept, and the PIN leads back to it.
import { Idle } from "./idle.js";
import { putAway } from "./put_away.js";
import { WORKERS } from "./road.js";

/** @typedef {import("./kit.js").Kit} Kit */

const STIRS = ["pointerdown", "pointermove", "keydown", "input"];

/**
 * Watches over a kit until the page is closed.
 * @param {Kit} kit
 * @param {() => number} now  milliseconds
 */
export function watchOver(kit, now = () => Date.now()) {
  const idle = new Idle(now());
  let timer = 0;

  function look() {
    clearTimeout(timer);
    const side = sideOf(kit);
    if (side !== shown) idle.show((shown = side), now());
    if (kit.tablet.locked === false) obey(idle.look(now()));
    else idle.unlock(now());
    timer = window.setTimeout(look, Math.max(idle.next(now()) ?? LOOK_MS, 250));
  }

  /** @param {import("./idle.js").Stand} stand */
  function obey(stand) {
    kit.root.classList.toggle("dimmed", stand === "dim");
    if (stand === "close_tray") {
      kit.closeTray();
      look();
    }
    if (stand === "locked" && mayLock(kit)) void putAway(kit);
  }

  let shown = sideOf(kit);
  for (const stir of STIRS) {
    document.addEventListener(
      stir,
      () => {
        idle.touch(now());
        look();
      },
      { capture: true, passive: true },
    );
  }
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) idle.hide(now());
    else idle.reveal(now());
    look();
  });
  look();
}

/** While the tablet is locked there is nothing to wait for but the PIN. */
const LOOK_MS = 2_000;

/** Whose side is in front. @param {Kit} kit @returns {import("./idle.js").Side} */
function sideOf(kit) {
  if (!kit.side.hidden) return "tray";
  return WORKERS.has(kit.at.name) || kit.at.name === "" ? "worker" : "child";
}

/** A practice has nothing to lock. @param {Kit} kit */
const mayLock = (kit) => !kit.tablet.locked && kit.tablet.device() && !kit.tablet.rehearsal;
