// Days and times in the worker's words.

/** @typedef {import("./kit.js").Kit} Kit */

/**
 * A day, such as Thursday 2 April.
 * @param {Kit} kit @param {string | number} day ISO date or milliseconds since 1970
 */
export function dayOf(kit, day) {
  const at = typeof day === "string" && day.length === 10 ? `${day}T12:00` : day;
  return new Intl.DateTimeFormat(kit.language, { weekday: "long", day: "numeric", month: "long" }).format(
    new Date(at),
  );
}

/** A time of day, such as 14:32. @param {Kit} kit @param {string | number} at */
export function timeOf(kit, at) {
  return new Intl.DateTimeFormat(kit.language, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(
    new Date(at),
  );
}

/** Now as the office's clock has it, as far as this tablet knows. @param {Kit} kit */
export const officeNow = (kit) => Date.now() - (kit.tablet.device()?.clock_fast ?? 0);

/** Whether this tablet has another day than the office. @param {Kit} kit */
export const hasWrongDay = (kit) => isoDay(officeNow(kit)) !== isoDay(Date.now());

/** The date of a moment here, as YYYY-MM-DD. @param {number} at */
export function isoDay(at) {
  const day = new Date(at);
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}
