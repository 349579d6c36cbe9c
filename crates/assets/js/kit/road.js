// Which screens there are, and which of them shows which place in the tree.

/** Every screen, the child's first. A screen is the file of that name in `screens/`. */
export const SCREENS = new Set([
  "levels", "before", "practice", "houses", "inside", "path", "scale", "sort", "people",
  "look_back", "share", "closing", "break", "thanks", "sealed",
  // the worker's
  "start", "enrol", "pin", "prepare", "library", "tray", "important", "reflection", "sending",
]);

/**
 * The place in the tree and the screen it is shown on. Where a place is not named here, the tree's
 * own word for its screen counts.
 * @type {Record<string, [string, Record<string, unknown>]>}
 */
export const ROAD = {
  K01: ["before", {}],
  K02: ["practice", { talk: "neutral" }],
  K03: ["practice", { talk: "rules" }],
  K04: ["houses", { first: true }],
  K05: ["houses", {}],
  H10: ["inside", { house: "good" }],
  H11: ["inside", { house: "good", more: true }],
  H12: ["inside", { house: "good", nothing: true }],
  H20: ["inside", { house: "worries" }],
  H21: ["inside", { house: "worries", more: true }],
  H30: ["inside", { house: "dreams" }],
  H31: ["inside", { house: "dreams", more: true }],
  T10: ["path", {}],
  Z10: ["look_back", {}],
  Z20: ["share", {}],
  Z30: ["closing", {}],
  E80: ["break", {}],
  E90: ["thanks", {}],
};
