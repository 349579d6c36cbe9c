// How it goes with what is on its way to the office: kept for the screens that show it, whichever of them is in
// front.

/**
 * @typedef {import("./sync.js").Told} Told
 * @typedef {import("./kit.js").Kit} Kit
 */

/** The newest of each session. @type {Map<string, Told>} */
const told = new Map();
/** @type {Set<() => void>} */
const listening = new Set();

/** @param {Told} news */
function tell(news) {
  told.set(news.id, news);
  for (const hear of [...listening]) hear();
}

/** What was last told of a session, or nothing. @param {string} id */
export const toldOf = (id) => told.get(id);

/** Calls after each piece of news; gives what ends it. @param {() => void} hear */
export function listen(hear) {
  listening.add(hear);
  return () => listening.delete(hear);
}

/** Hands in by itself whenever it may go, as long as the kit is open. @param {Kit} kit */
export function sendByItself(kit) {
  // With a network again nothing waits for one, even before the next try has ended.
  window.addEventListener("online", () => {
    for (const { id, state } of [...told.values()]) if (state === "waiting") told.delete(id);
    for (const hear of [...listening]) hear();
  });
  window.addEventListener("offline", () => {
    for (const hear of [...listening]) hear();
  });
  return kit.tablet.watch(tell);
}

/** Hands in now. @param {Kit} kit */
export function sendNow(kit) {
  return kit.tablet.send(tell);
}
