// How a session on this tablet stands, as the one word that is true of it. Pure.

/**
 * @typedef {import("./listed.js").Listed} Listed
 * @typedef {{state: "sending" | "received" | "waiting" | "trouble", done: number, all: number, code?: string}} Told
 * @typedef {"open" | "sealed" | "sending" | "waiting" | "received" | "trouble"} Stand
 */

/**
 * What the disk says counts; what was told since only says how far it is.
 * @param {Listed} listed @param {Told | undefined} told @param {boolean} online
 * @returns {{stand: Stand, done: number, all: number}}
 */
export function standOf(listed, told, online) {
  const { done = 0, all = 0 } = told ?? {};
  if (listed.state === "received" || listed.state === "trouble" || listed.state === "open") {
    return { stand: listed.state, done: 0, all: 0 };
  }
  if (told?.state === "sending" && all > 0) return { stand: "sending", done, all };
  if (!online || told?.state === "waiting") return { stand: "waiting", done: 0, all: 0 };
  return { stand: "sealed", done: 0, all: 0 };
}

/** Those of which somebody must hear: not in the record for three days. @param {Listed[]} sessions */
export function overdue(sessions) {
  return sessions.filter(({ nag }) => nag);
}
