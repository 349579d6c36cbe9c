// What the child has said, written or named so far, piece by piece and letter for letter, the newest last: what the
// question checker holds a question against. What was taken back is not there.

/** @typedef {{kind: string, [field: string]: any}} Op */

/** @type {Record<string, (op: Op) => unknown>} */
const SAID = {
  house_named: (op) => op.name,
  words: (op) => op.text,
  title: (op) => op.text,
  mark: (op) => op.words,
  number: (op) => op.words,
  exact: (op) => op.text,
  important_said: (op) => op.words,
};

/** @param {Op[]} ops @returns {string[]} */
export function childSaid(ops) {
  const undone = new Set(ops.filter(({ kind }) => kind === "undo").map(({ id }) => id));
  /** @type {Map<string, string>} */
  const pieces = new Map();
  ops.forEach((op, at) => {
    const text = SAID[op.kind]?.(op);
    if (typeof text !== "string" || !text.trim()) return;
    const key = op.kind === "words" ? `words ${op.id}` : op.kind === "title" ? `title ${op.page}` : String(at);
    pieces.delete(key);
    if (!(op.kind === "words" && undone.has(op.id))) pieces.set(key, text.trim());
  });
  return [...pieces.values()];
}
