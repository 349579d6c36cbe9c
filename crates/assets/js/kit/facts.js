// What the tree may ask of the session so far, read anew at each step.

/**
 * @param {import("./kit.js").Kit} kit
 * @returns {() => import("./tree.js").Facts}
 */
export function facts(kit) {
  return () => {
    const state = kit.session?.state;
    if (!state) return {};
    return {
      level: state.level,
      pages: state.pages.filter(holdsSomething).length,
      asks_later: state.share.some((/** @type {any} */ one) => one.answer === "ask_later" && !one.left),
      important_said: state.important_said.length > 0,
    };
  };
}

const NOTHING = new Set(["page", "undo"]);

/**
 * Whether a child has put anything on a page: one that was only opened is no page of hers.
 * @param {any} page
 */
export function holdsSomething(page) {
  if (page.sounds.length > 0 || page.photos.length > 0) return true;
  const undone = new Set(page.ops.filter((/** @type {any} */ op) => op.kind === "undo").map((/** @type {any} */ op) => op.id));
  return page.ops.some((/** @type {any} */ op) => !NOTHING.has(op.kind) && !undone.has(op.id));
}
