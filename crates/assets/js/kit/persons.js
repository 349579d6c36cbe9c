// The people around this child: those who came with the pack, and those the child has put in. How somebody looks is
// picked by the child and never guessed; until then there is a first letter.
import { h } from "./dom.js";
import { picture } from "./parts.js";

/** @typedef {import("./kit.js").Kit} Kit */
/** @typedef {{id?: string, name: string, what?: string, figure?: string | null}} Person */

/** Numbers of the figures to pick from. */
export const FIGURES = Object.freeze(Array.from({ length: 24 }, (_, at) => String(at + 1).padStart(2, "0")));

/** @param {Pick<Person, "id" | "name">} person */
export const keyOf = (person) => person.id ?? person.name;

/** Everybody, in the order in which they came. @param {Kit} kit @returns {Person[]} */
export function persons(kit) {
  /** @type {Map<string, Person>} */
  const all = new Map();
  for (const person of kit.pack?.people ?? []) all.set(keyOf(person), { ...person });
  for (const op of kit.session?.ops ?? []) {
    if (op.kind !== "person" || op.person.id === "me") continue;
    const key = keyOf(op.person);
    if (op.gone) all.delete(key);
    else all.set(key, { ...all.get(key), ...op.person, figure: op.figure });
  }
  return [...all.values()];
}

/** A round face, or the first letter. @param {Kit} kit @param {Person} person */
export function face(kit, person) {
  if (person.figure) return picture(kit, `people/face-${person.figure}`, { class: "face" });
  return h("span", { class: "face letter", "aria-hidden": "true" }, [...person.name][0] ?? "");
}

/** How the child looks, if the child has picked. @param {Kit} kit @returns {Person} */
export function me(kit) {
  const op = kit.session?.ops.findLast((/** @type {any} */ one) => one.kind === "person" && one.person.id === "me");
  return { id: "me", name: kit.name(), figure: op?.figure ?? null };
}
