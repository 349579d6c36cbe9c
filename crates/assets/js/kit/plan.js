// What the worker prepares before a child is asked anything: held in memory until the session begins, since until
// then it has no key of its own; while the tablet is locked it waits sealed. Each answer of the tree gives the plan
// anew; at the end it is what the op `begin` says. Deliberately absent: any default that would speak for somebody.
// What was not answered is not in the plan.

/**
 * @typedef {{id?: string, name: string, what?: string}} Person
 * @typedef {{on: string, answered: boolean | string | null}} Before
 * @typedef {{id: string, child: {name: string}, people: Person[], last: Before[], blocked: {why: string} | null,
 *   until: string}} Pack
 * @typedef {{how: "agreed", who: string, on: string, words?: string} | {how: "set_aside", by: string, why: string}}
 *   Agreement
 * @typedef {"none" | {cleared_by: string, why: string}} Enquiry
 * @typedef {object} Plan
 * @property {{pack?: string, name: string}} child
 * @property {Person[]} people
 * @property {Before[]} last
 * @property {{why: string} | null} blocked  the office says that an enquiry limits the talk
 * @property {Enquiry} [enquiry]
 * @property {string} [setAside]  why there is no agreement yet, before a manager decides
 * @property {Agreement} [agreement]
 * @property {string} [near]
 * @property {true} [nobody_near]  said as it is in any language; the words of `near` are for whoever reads
 * @property {string} [place]
 * @property {string} [interpreter]
 * @property {{text: string, asks: string}[]} needs  what was noted while preparing, and the question it answers
 * @property {string} language
 * @property {Record<string, {label: string, written: Record<string, string>}>} [answers]  by the place of the tree: what was answered
 *   there, for whoever comes back to it
 */

/**
 * A plan for a child taken along.
 * @param {Pack} pack @param {string} language
 * @returns {Plan}
 */
export function planForPack(pack, language) {
  return {
    child: { pack: pack.id, name: pack.child.name },
    people: pack.people ?? [],
    last: pack.last ?? [],
    blocked: pack.blocked ?? null,
    needs: [],
    language,
  };
}

/**
 * A plan for a child whose name is written here.
 * @param {string} name @param {string} language
 * @returns {Plan}
 */
export function planForName(name, language) {
  return { child: { name }, people: [], last: [], blocked: null, needs: [], language };
}

/**
 * @typedef {Record<string, string>} Written  the fields of an answer
 * @typedef {{words: string, asks: string}} Read  how the answer reads, and the question on its page
 * @typedef {(plan: Plan, written: Written, read: Read) => Plan} Answered
 */

/**
 * Fields that an answer needs before it counts, and what it changes. Answers that are not here need and change
 * nothing.
 */
const ANSWERS = /** @type {Record<string, {needs: string[], gives: Answered}>} */ ({
  "enquiry-none": { needs: [], gives: (plan) => ({ ...plan, enquiry: "none" }) },
  "enquiry-cleared": {
    needs: ["cleared_by", "why"],
    gives: (plan, { cleared_by = "", why = "" }) => ({ ...plan, enquiry: { cleared_by, why } }),
  },
  "agreement-parent": { needs: ["who", "on"], gives: agreed },
  "agreement-young-person": {
    needs: ["on"],
    gives: (plan, written) => agreed(plan, { ...written, who: plan.child.name }),
  },
  "agreement-refused": { needs: [], gives: (plan, _written, { words }) => ({ ...plan, setAside: words }) },
  "agreement-unsafe": { needs: [], gives: (plan, _written, { words }) => ({ ...plan, setAside: words }) },
  "set-aside-go-on": {
    needs: ["by", "why"],
    gives: (plan, { by = "", why = "" }) => ({
      ...plan,
      agreement: { how: "set_aside", by, why: joined([plan.setAside, why]) },
    }),
  },
  "near-nobody": { needs: [], gives: (plan, written, read) => ({ ...near(plan, written, read), nobody_near: true }) },
  "near-supporter": {
    needs: ["who"],
    gives: (plan, { who = "", place }) => near(plan, { place: place ?? "" }, { words: who }),
  },
  "near-siblings": { needs: [], gives: (plan, { place = "" }) => withPlace(plan, place) },
  "siblings-one-now": { needs: [], gives: near },
  "told-read": { needs: [], gives: answeredAnew },
  "told-nothing": { needs: [], gives: answeredAnew },
  "told-unanswered": { needs: [], gives: answeredAnew },
  "told-not-read": { needs: [], gives: (plan, written, read) => noted(answeredAnew(plan, written, read), written, read) },
  "needs-interpreter": {
    needs: ["interpreter"],
    gives: (plan, { interpreter = "" }) => ({ ...plan, interpreter }),
  },
  "needs-aac": { needs: [], gives: noted },
  "needs-plain": { needs: [], gives: noted },
  "needs-senses": { needs: [], gives: noted },
});

/**
 * Which fields of an answer are still missing.
 * @param {string} label @param {Written} written
 */
export function missing(label, written) {
  return (ANSWERS[label]?.needs ?? []).filter((name) => !written[name]?.trim());
}

/**
 * The plan after an answer.
 * @param {Plan} plan
 * @param {string} label   of the tree's choice
 * @param {Written} written
 * @param {Read} read
 */
export function answered(plan, label, written, read) {
  return ANSWERS[label]?.gives(plan, written, read) ?? plan;
}

/**
 * An enquiry that the office knows of is not answered away with "nothing limits it".
 * @param {Plan} plan @param {string} label
 */
export function mayAnswer(plan, label) {
  return !(plan.blocked && label === "enquiry-none");
}

/**
 * The fields of the op `begin`. What was not asked, because nothing was started, is not there.
 * @param {Plan} plan
 * @param {{worker: unknown, build: string}} here
 */
export function beginFields(plan, { worker, build }) {
  const { child, language, enquiry, agreement, near: who, nobody_near, place, interpreter } = plan;
  const known = { place, enquiry, agreement, near: who, nobody_near, interpreter };
  const said = Object.entries(known).filter(([, value]) => value !== undefined && value !== "");
  return { child, worker, language, build, ...Object.fromEntries(said) };
}

/** @param {Plan} plan @param {Written} written @returns {Plan} */
function agreed(plan, { who = "", on = "", words = "" }) {
  return { ...plan, agreement: { how: "agreed", who, on, ...(words ? { words } : {}) } };
}

/** @param {Plan} plan @param {Written} written @param {{words: string}} read @returns {Plan} */
function near(plan, { place = "" }, { words }) {
  const { nobody_near, ...before } = plan;
  return { ...withPlace(before, place), near: words };
}

/** @param {Plan} plan @param {string} place @returns {Plan} */
function withPlace(plan, place) {
  return place ? { ...plan, place } : plan;
}

/** @param {Plan} plan @param {Written} written @param {Read} read @returns {Plan} */
function noted(plan, { about = "" }, { words, asks }) {
  const others = plan.needs.filter((need) => !need.text.startsWith(words));
  return { ...plan, needs: [...others, { text: joined([words, about], ": "), asks }] };
}

/** What was noted under this question before is answered otherwise now. @param {Plan} plan @param {Written} _written
 * @param {Read} read @returns {Plan} */
function answeredAnew(plan, _written, { asks }) {
  return { ...plan, needs: plan.needs.filter((need) => need.asks !== asks) };
}

/** @param {(string | undefined)[]} parts */
function joined(parts, between = ". ") {
  return parts.filter((part) => part).join(between);
}
