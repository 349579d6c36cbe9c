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
  for (const { gone, ...person } of kit.session?.state.people ?? []) {
    if (person.id === "me") continue;
    if (gone) all.delete(keyOf(person));
    else all.set(keyOf(person), { ...all.get(keyOf(person)), ...person });
  }
  return [...all.values()];
}

/** A round face, or letters that are nobody else's. @param {Kit} kit @param {Person} person */
export function face(kit, person) {
  if (person.figure) return picture(kit, `people/face-${person.figure}`, { class: "face" });
  const letters = lettersOf(person, persons(kit));
  const more = [...letters].length > 1 ? "two" : "";
  return h("span", { class: `face letter ${more}`, "aria-hidden": "true" }, letters);
}

/**
 * The first letter; two where somebody else has the same, those of the two first words if there are two words.
 * @param {Person} person @param {Person[]} all
 */
export function lettersOf(person, all) {
  const first = (/** @type {string} */ name) => [...name.trim()][0] ?? "";
  const others = all.filter((one) => keyOf(one) !== keyOf(person)).map(({ name }) => name);
  const one = first(person.name);
  if (!others.some((name) => first(name).toLowerCase() === one.toLowerCase())) return one;
  const pair = [...person.name.trim()].slice(0, 2).join("");
  if (!others.some((name) => [...name.trim()].slice(0, 2).join("").toLowerCase() === pair.toLowerCase())) return pair;
  const [, second = ""] = person.name.trim().split(/\s+/);
  return second ? one + first(second) : one + ([...person.name.trim()].at(-1) ?? "");
}

/** Who somebody is to the child, where the name does not say it. @param {Person} person */
export function relation({ name, what = "" }) {
  return what && what.toLowerCase() !== name.trim().toLowerCase() ? what : "";
}

/** How the child looks, if the child has picked. @param {Kit} kit @returns {Person} */
export function me(kit) {
  const picked = kit.session?.state.people.find((/** @type {Person} */ one) => one.id === "me");
  return { id: "me", name: kit.name(), figure: picked?.figure ?? null };
}
