// The choices of a place in the tree, as buttons: each with its word, its icon and where it stands. A choice that is
// not offered here and now is not drawn.
import { button } from "./parts.js";

/** @typedef {import("./kit.js").Kit} Kit */
/** @typedef {import("./parts.js").Button} Look */

/** How each choice looks. @type {Record<string, Look>} */
const LOOKS = {
  next: { kind: "go", after: "arrow-right" },
  "go-on": { kind: "go", after: "arrow-right" },
  "thats-all": { kind: "go", after: "check" },
  "right-as-it-is": { kind: "go", after: "check" },
  bye: { kind: "go", after: "check" },
  "come-back": { kind: "go", after: "arrow-right" },
  again: { icon: "ear" },
  "not-today": { kind: "quiet" },
  skip: { icon: "chevron-right" },
  "another-way": { icon: "lightbulb" },
  more: { icon: "message-circle-question-mark" },
  "nothing-here": { kind: "quiet" },
  people: { icon: "users" },
  sort: { icon: "columns-3" },
  scale: { icon: "ladder" },
  finish: { icon: "flag", class: "strong" },
  "enough-today": { kind: "quiet" },
  "change-it": { icon: "type" },
  "add-to-it": { icon: "pencil" },
  "not-read": { kind: "quiet", icon: "volume-2" },
  "not-stop": { icon: "undo-2" },
  "cannot-say": { kind: "quiet" },
};

/**
 * One choice, or nothing where it cannot be made.
 * @param {Kit} kit @param {string} label @param {Look & {tap?: () => void}} [more]
 */
export function step(kit, label, more = {}) {
  if (!kit.can(label)) return null;
  const tap = more.tap ?? (() => void kit.choose(label));
  return button(kit, kit.say(label), tap, { ...LOOKS[label], ...more });
}

/** Several choices, in this order. @param {Kit} kit @param {string[]} labels */
export const steps = (kit, ...labels) => labels.map((label) => step(kit, label));

/** One step back in the tree, where there is one that is the child's. @param {Kit} kit
 * @param {() => Promise<boolean>} [first]  what is seen to first; true where that keeps the child here */
export function backStep(kit, first) {
  const before = kit.walk.path.at(-2);
  const node = kit.book.tree.nodes.find((/** @type {any} */ one) => one.id === before);
  if (node?.speaks_to !== "child") return null;
  return button(kit, kit.say("back"), async () => {
    if (await first?.()) return;
    kit.walk.back();
    await kit.follow();
  }, { icon: "arrow-left" });
}
