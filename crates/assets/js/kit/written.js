// What was written on a line, and what was left for later. An older kit wrote "Not yet" where nothing was, and so may
// somebody who types; the office reads it so too (`domain/src/important_said.rs`).

/** @param {string | null | undefined} line */
export const isWritten = (line) => !["", "not yet"].includes((line ?? "").trim().toLowerCase());
