// Which screens there are, and which of them shows which place in the tree.

/** Every screen, the child's first. A screen is the file of that name in `screens/`. */
export const SCREENS = new Set([
  "levels", "before", "practice", "houses", "inside", "path", "scale", "sort", "people",
  "look_back", "share", "closing", "break", "thanks", "sealed",
  // the worker's
  "start", "enrol", "pin", "prepare", "agreement", "near", "needs", "level_variant", "not_started",
  "important", "parents", "answer", "after", "tray", "library", "sending",
]);

/** Screens that stand at the worker's side and leave the child's screen as it is. */
const BESIDE = new Set(["important"]);

/**
 * Where a place of the tree is shown: a screen of the child's, or the worker's side.
 * @param {{screen: string, end?: string}} node
 * @returns {{screen: string, beside: boolean}}
 */
export function shownOn(node) {
  if (node.end) return { screen: "sealed", beside: false };
  return { screen: node.screen, beside: BESIDE.has(node.screen) };
}
