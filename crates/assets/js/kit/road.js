// Which screens there are, and which of them shows which place in the tree.

/** The child's screens. A screen is the file of that name in `screens/`. */
const CHILDS = [
  "levels", "before", "practice", "houses", "inside", "path", "scale", "sort", "people",
  "look_back", "share", "closing", "break", "thanks", "sealed",
];

/** The worker's pages: they lock when nobody touches them. */
export const WORKERS = new Set([
  "start", "set_up", "unlock", "locked", "seal_open", "prepare", "agreement", "near", "needs", "level_variant",
  "not_started", "important", "after", "tray", "library",
]);

/** Every screen there is. */
export const SCREENS = new Set([...CHILDS, ...WORKERS]);

/** Screens that stand at the worker's side and leave the child's screen as it is. */
const BESIDE = new Set(["important"]);

/**
 * Where a place of the tree is shown: a screen of the child's, or the worker's side.
 * @param {{screen: string, speaks_to: string, end?: string}} node
 * @returns {{screen: string, beside: boolean}}
 */
export function shownOn(node) {
  if (node.end && node.speaks_to === "child") return { screen: "sealed", beside: false };
  return { screen: node.screen, beside: BESIDE.has(node.screen) };
}
