// Where something important was said the kit asks nothing more: no invitation, no other way to ask, no "tell me
// more". What the child still wants to put there can be put there.

/** @typedef {{kind: string, [field: string]: any}} Op */

/**
 * The houses in which something important was said.
 * @param {Op[]} ops
 * @param {{id: string, house?: string}[]} nodes  of the tree
 * @param {Set<string>} aside  the nodes of the card itself, which are no house
 * @returns {Set<string>}
 */
export function quietHouses(ops, nodes, aside) {
  const houses = new Map(nodes.map(({ id, house }) => [id, house]));
  /** @type {Set<string>} */
  const quiet = new Set();
  let here = "";
  for (const op of ops) {
    if (op.kind === "at" && !aside.has(op.node)) here = houses.get(op.node) ?? "";
    if (op.kind === "important_said" && here) quiet.add(here);
  }
  return quiet;
}

/** The places of the tree between the card's first leaf and the going on. */
export const CARD = new Set(["D10", "D11", "D12", "D20", "D30"]);
