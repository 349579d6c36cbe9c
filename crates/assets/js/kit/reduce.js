// What a session amounts to: its ops, one after another, made into what the screens show. Pure: nothing that was
// given is changed. A kind that is not known here is kept among the ops and changes nothing.
import { isWritten } from "./written.js";

/** @typedef {{kind: string, at: number, since: number, by: "child" | "worker", [field: string]: any}} Op */
/** @typedef {{attachment: string, id: string, type: string, ms?: number, width?: number,
 *   height?: number, broken_off?: true}} Attachment */

/** @typedef {object} Page
 * @property {string} id
 * @property {string} house
 * @property {Op[]} ops        what its drawing is made of, in order; of a stroke that went on, the newest
 * @property {string} title
 * @property {boolean} important
 * @property {boolean} left_out  the child does not want it shown
 * @property {Attachment[]} sounds
 * @property {Attachment[]} photos
 * @property {number | null | undefined} number    null: cannot say; undefined: not asked
 * @property {{position: number, words?: string} | null} mark    the newest place on the path
 * @property {Record<string, string | null>} sorted  the column of each card
 */

/** @typedef {object} State
 * @property {string | null} session
 * @property {{pack?: string, name: string} | null} child
 * @property {any} worker
 * @property {string | null} language
 * @property {string | null} place
 * @property {string | null} build
 * @property {any} enquiry
 * @property {any} agreement
 * @property {any} near
 * @property {any} interpreter
 * @property {number | null} began_at
 * @property {string | null} level
 * @property {string | null} variant
 * @property {string | null} variant_name
 * @property {string | null} node        where in the tree we are
 * @property {string[]} been             every node, in order
 * @property {{node: string, prompt?: string, text?: string, noticed?: any, at: number}[]} asked
 * @property {Record<string, string>} stones  the child's newest answer to each
 * @property {Record<string, string>} houses  the name the child gave to each
 * @property {Record<string, string | null>} roofs  the colour the child gave to each roof; null: as it was drawn
 * @property {Page[]} pages              in the child's order
 * @property {string | null} page        the newest page that was begun
 * @property {string[]} order
 * @property {Record<string, number>} counts  pages by house
 * @property {{page: string, person: {id?: string, name: string}, answer: string, left?: boolean}[]} share  the newest of each; `left`: the
 *   child left it open
 * @property {{id?: string, name: string, figure: string | null, gone: boolean}[]} people  the newest of each that the child
 *   put in, took out or picked a figure for; `me` is the child
 * @property {Op[]} passed_on
 * @property {Op[]} exact
 * @property {Op[]} notes
 * @property {Op[]} important_said
 * @property {{done: boolean, why_not?: string} | null} read_back
 * @property {Op | null} reflection
 * @property {string | null} comes_back  ISO date, the newest
 * @property {string | null} agreed_day  the one that was agreed with the child
 * @property {boolean} paused
 * @property {{how: string, why?: string} | null} finished
 */

/** Before the first op. @type {State} */
export const nothingYet = Object.freeze({
  session: null, child: null, worker: null, language: null, place: null, build: null, enquiry: null, agreement: null,
  near: null, interpreter: null, began_at: null, level: null, variant: null, variant_name: null, node: null, been: [],
  asked: [], stones: {}, houses: {}, roofs: {}, pages: [], page: null, order: [], counts: {}, share: [], people: [], passed_on: [], exact: [],
  notes: [], important_said: [], read_back: null, reflection: null, comes_back: null, agreed_day: null, paused: false, finished: null,
});

/** What each kind changes. @type {Record<string, (state: State, op: Op) => State>} */
const CHANGES = {
  begin: (state, op) => begun(state, op),
  level: (state, { level }) => ({ ...state, level }),
  variant: (state, { variant, name }) => ({ ...state, variant, variant_name: name ?? null }),
  at: (state, { node }) => ({ ...state, node, been: [...state.been, node] }),
  asked: (state, { node, prompt, text, noticed, at }) =>
    ({ ...state, asked: [...state.asked, { node, prompt, text, noticed, at }] }),
  understood: (state, { stone, answer }) => ({ ...state, stones: { ...state.stones, [stone]: answer } }),
  house_named: (state, { house, name }) => ({ ...state, houses: { ...state.houses, [house]: name } }),
  roof: (state, { house, colour }) => ({ ...state, roofs: { ...state.roofs, [house]: colour } }),
  page: (state, op) => pageBegun(state, op),
  stroke: drawn,
  sticker: drawn,
  sticker_moved: drawn,
  words: drawn,
  title: (state, op) => onPage(drawn(state, op), op, () => ({ title: op.text })),
  undo: drawn,
  sound: (state, op) => onPage(state, op, ({ sounds }) => ({ sounds: [...sounds, attachmentOf(op)] })),
  photo: (state, op) => onPage(state, op, ({ photos }) => ({ photos: [...photos, attachmentOf(op)] })),
  thrown_away: (state, { attachment }) => ({ ...state, pages: state.pages.map((page) => without(page, attachment)) }),
  mark: (state, op) => onPage(drawn(state, op), op, () =>
    ({ mark: { position: op.position, words: op.words } })),
  number: (state, op) => onPage(drawn(state, op), op, () => ({ number: op.value })),
  sorted: (state, op) => onPage(drawn(state, op), op, ({ sorted }) =>
    ({ sorted: { ...sorted, [op.card]: op.column } })),
  important: (state, op) => onPage(state, op, () => ({ important: op.on })),
  left_out: (state, op) => onPage(state, op, () => ({ left_out: op.on })),
  order: (state, { pages }) => inOrder({ ...state, order: [...pages] }),
  share: (state, op) => shared(state, op),
  person: withPerson,
  pass_on: (state, op) => ({ ...state, passed_on: [...state.passed_on, op] }),
  exact: (state, op) => ({ ...state, exact: [...state.exact, op] }),
  note: (state, op) => ({ ...state, notes: [...state.notes, op] }),
  important_said: (state, op) => ({ ...state, important_said: [...state.important_said, op] }),
  rung: (state, { rang }) =>
    ({ ...state, important_said: state.important_said.map((one) => ({ ...one, rang: isWritten(one.rang) ? one.rang : rang })) }),
  read_back: (state, { done, why_not }) => ({ ...state, read_back: { done, why_not } }),
  reflection: (state, op) => ({ ...state, reflection: op }),
  comes_back: (state, { on, by }) => ({ ...state, comes_back: on, agreed_day: by === "child" ? on : state.agreed_day }),
  pause: (state) => ({ ...state, paused: true }),
  resume: (state) => ({ ...state, paused: false }),
  finish: (state, { how, why }) => ({ ...state, finished: { how, why } }),
};

/**
 * The session with one op more.
 * @param {State} state
 * @param {Op} op
 * @returns {State}
 */
export function reduce(state, op) {
  return Object.hasOwn(CHANGES, op.kind) ? CHANGES[op.kind]?.(state, op) ?? state : state;
}

/** @param {State} state @param {Op} op @returns {State} */
function begun(state, op) {
  const { session, child, worker, language, enquiry, agreement } = op;
  const { place = null, build = null, near = null, interpreter = null } = op;
  const told = { session, child, worker, language, place, build, enquiry, agreement, near, interpreter };
  return { ...state, ...told, began_at: op.at };
}

/** @param {State} state @param {Op} op @returns {State} */
function pageBegun(state, op) {
  if (state.pages.some(({ id }) => id === op.page)) return { ...state, page: op.page };
  /** @type {Page} */
  const page = {
    id: op.page, house: op.house, ops: [op], title: "", important: false, left_out: false, sounds: [], photos: [],
    number: undefined, mark: null, sorted: {},
  };
  const counts = { ...state.counts, [op.house]: (state.counts[op.house] ?? 0) + 1 };
  return { ...state, page: op.page, counts, pages: [...state.pages, page], order: [...state.order, op.page] };
}

/**
 * One page changed; a page that was never begun is nobody's.
 * @param {State} state
 * @param {Op} op
 * @param {(page: Page) => Partial<Page>} change
 * @returns {State}
 */
function onPage(state, op, change) {
  if (!state.pages.some(({ id }) => id === op.page)) return state;
  return { ...state, pages: state.pages.map((page) => (page.id === op.page ? { ...page, ...change(page) } : page)) };
}

/** @param {State} state @param {Op} op @returns {State} */
function drawn(state, op) {
  return onPage(state, op, ({ ops }) => ({ ops: withOp(ops, op) }));
}

/**
 * A stroke that goes on takes the place of what there was of it.
 * @param {Op[]} ops
 * @param {Op} op
 */
function withOp(ops, op) {
  const before = op.kind === "stroke" ? ops.findLastIndex((one) => one.kind === "stroke" && one.id === op.id) : -1;
  return before < 0 ? [...ops, op] : ops.with(before, op);
}

/** @param {Op} op @returns {Attachment} */
function attachmentOf({ attachment, id, ms, type, width, height, broken_off }) {
  return { attachment, id, ms, type, width, height, ...(broken_off === true ? { broken_off } : {}) };
}

/** @param {Page} page @param {string} thrown @returns {Page} */
function without(page, thrown) {
  const stays = (/** @type {Attachment} */ { attachment }) => attachment !== thrown;
  if (page.sounds.every(stays) && page.photos.every(stays)) return page;
  return { ...page, sounds: page.sounds.filter(stays), photos: page.photos.filter(stays) };
}

/** Pages as the child put them; those that were not put anywhere come after. @param {State} state @returns {State} */
function inOrder(state) {
  const place = (/** @type {Page} */ { id }) => {
    const at = state.order.indexOf(id);
    return at < 0 ? state.order.length : at;
  };
  const pages = state.pages.toSorted((one, other) => place(one) - place(other));
  return { ...state, pages, order: pages.map(({ id }) => id) };
}

/** @param {State} state @param {Op} op @returns {State} */
function shared(state, { page, person, answer, by }) {
  const same = (/** @type {State["share"][number]} */ one) =>
    one.page === page && (one.person.id ?? one.person.name) === (person.id ?? person.name);
  return { ...state, share: [...state.share.filter((one) => !same(one)), { page, person, answer, ...(by === "worker" ? { left: true } : {}) }] };
}

/** @param {State} state @param {Op} op @returns {State} */
function withPerson(state, { person, figure = null, gone = false }) {
  const key = (/** @type {{id?: string, name: string}} */ one) => one.id ?? one.name;
  const others = state.people.filter((one) => key(one) !== key(person));
  return { ...state, people: [...others, { ...person, figure, gone }] };
}
