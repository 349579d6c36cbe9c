// What went wrong with the tablet, in the worker's words and with the next step.

/** @typedef {import("./kit.js").Kit} Kit */

const KNOWN = new Set([
  "locked",
  "not_enrolled",
  "already_enrolled",
  "code_refused",
  "pin_short",
  "own_lock",
  "no_own_lock",
  "no_room",
  "full",
  "not_kept",
  "elsewhere",
  "ended",
  "only_office",
  "no_database",
  "offline",
  "office",
]);

/** The name of a trouble, or nothing. @param {unknown} why */
export function troubleOf(why) {
  return typeof why === "object" && why !== null && "what" in why ? String(why.what) : "";
}

/** @param {Kit} kit @param {unknown} why */
export function saysWhy(kit, why) {
  const what = troubleOf(why);
  return kit.w(`trouble-${KNOWN.has(what) ? what.replaceAll("_", "-") : "other"}`);
}
