// What stands on a page: its ops, read in order, come down to marks. A stroke that went on takes the place of its
// beginning; what was undone is gone; a thing that was moved is where it was moved to. Nothing here draws.

/** @typedef {[x: number, y: number, pressure: number, ms: number]} Point  paper units; ms since the stroke began */
/**
 * @typedef {{kind: "stroke", id: string, tool: "crayon" | "eraser", colour: string, width: number,
 *   points: readonly Point[], ended?: boolean, since?: number}} Stroke
 */
/** @typedef {{kind: "sticker", id: string, what: string, x: number, y: number, size: number, since?: number}} Sticker */
/** @typedef {{kind: "words", id: string, text: string, x?: number, y?: number, since?: number}} Words */
/** @typedef {Stroke | Sticker | Words} Mark */
/** @typedef {{kind: "sticker_moved", id: string, x: number, y: number, since?: number}} StickerMoved */
/** @typedef {{kind: "undo", id: string, since?: number}} Undo */
/** @typedef {{kind: "page" | "title" | "mark" | "number" | "sorted", id?: string}} Beside  drawn by others, or not at all */
/** @typedef {(Mark | StickerMoved | Undo | Beside) & {page?: string}} Op */

/**
 * The marks after one more op. A mark keeps its place in the order in which marks were begun.
 * @param {Map<string, Mark>} marks
 * @param {Op} op
 */
function put(marks, op) {
  if (op.kind === "undo") marks.delete(op.id);
  else if (op.kind === "sticker_moved") {
    const sticker = marks.get(op.id);
    if (sticker?.kind === "sticker") marks.set(op.id, { ...sticker, x: op.x, y: op.y });
  } else if (op.kind === "stroke" || op.kind === "sticker" || op.kind === "words") marks.set(op.id, op);
}

/** What stands, oldest first. @param {readonly Op[]} ops @returns {Mark[]} */
export function standing(ops) {
  /** @type {Map<string, Mark>} */
  const marks = new Map();
  for (const op of ops) put(marks, op);
  return [...marks.values()];
}

/** Words that are on the paper, and not in a list beside it. @param {Op} op */
const onPaper = (op) => op.kind !== "words" || op.x !== undefined;

/** @param {Mark} one @param {Mark | undefined} other */
function alike(one, other) {
  if (one.kind === "stroke" || !other || other.kind === "stroke") return false;
  const text = (/** @type {Mark} */ mark) => (mark.kind === "words" ? mark.text : "");
  return one.x === other.x && one.y === other.y && text(one) === text(other);
}

/**
 * The op that takes back the newest thing done: a new mark goes, a moved one goes back to where it was. Null on a
 * page where nothing stands.
 * @param {readonly Op[]} ops
 * @returns {Op | null}
 */
export function takeBack(ops) {
  /** @type {Map<string, Mark>} */
  const marks = new Map();
  /** @type {{id: string, before: Mark | undefined}[]} */
  let done = [];
  for (const op of ops.filter(onPaper)) {
    const id = op.id ?? "";
    const before = marks.get(id);
    put(marks, op);
    const after = marks.get(id);
    const last = done.at(-1);
    if (op.kind === "undo") done = done.filter((one) => one.id !== id);
    else if (!after || after.kind === "stroke" && before) continue;
    else if (last?.before && last.id === id && alike(last.before, after)) done.pop();
    else done.push({ id, before });
  }
  const newest = done.at(-1);
  if (!newest) return null;
  const { id, before } = newest;
  if (!before || before.kind === "stroke") return { kind: "undo", id };
  if (before.kind === "words") return { kind: "words", id, text: before.text, x: before.x, y: before.y };
  return { kind: "sticker_moved", id, x: before.x, y: before.y };
}
