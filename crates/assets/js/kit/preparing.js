// The way from "who with" to the first question for the child: each answer goes into the plan, the tree says what
// comes next, and at its last step the session begins. Until then nothing is kept, and whoever leaves it is told so.
import { askInPlace } from "./ask_in_place.js";
import { staffButton } from "./desk.js";
import { nodePage } from "./node_page.js";
import { answered, beginFields, mayAnswer, missing } from "./plan.js";

/**
 * @typedef {import("./kit.js").Kit} Kit
 * @typedef {import("./plan.js").Plan} Plan
 * @typedef {import("./node_page.js").NodePage} NodePage
 */

/** One child is prepared for at a time; none while this is null. @type {Plan | null} */
let plan = null;

/** The plan as it stands. */
export const planNow = () => plan;

/** Gives the plan out, and forgets it here: while the tablet is locked it waits sealed. */
export function takePlan() {
  const taken = plan;
  plan = null;
  return taken;
}

/** The preparation goes on where it was. @param {Kit} kit @param {Plan} was @param {string[]} way  up to this place */
export function prepareAgain(kit, was, way) {
  plan = was;
  kit.setOut(way);
}

/** Begins to prepare. @param {Kit} kit @param {Plan} fresh */
export async function prepareFor(kit, fresh) {
  plan = fresh;
  kit.let();
  kit.setOut();
  await kit.follow();
}

/** Lets go of it: what was prepared is forgotten. @param {Kit} kit */
export async function stopPreparing(kit) {
  plan = null;
  kit.let();
  await kit.go("start");
}

/** First name of the child who is prepared for. */
export function firstName() {
  return plan?.child.name.trim().split(/\s+/)[0] ?? "";
}

/**
 * A page of the preparation.
 * @param {Kit} kit @param {Pick<NodePage, "asks" | "always" | "above" | "offers">} own
 */
export function preparingPage(kit, own = {}) {
  return nodePage(kit, {
    ...own,
    given: { child: firstName() },
    missing: (label, written) => missing(label, written),
    offers: (label) => (plan ? mayAnswer(plan, label) : true) && (own.offers?.(label) ?? true),
    before: plan?.answers?.[kit.walk.node.id],
    chosen: async (label, written) => {
      const child = firstName();
      const answers = { ...plan?.answers, [kit.walk.node.id]: { label, written } };
      const read = { words: kit.w(label, { child }), asks: kit.w(kit.walk.node.say, { child }) };
      if (plan) plan = { ...answered(plan, label, written, read), answers };
      await kit.choose(label);
    },
    foot: [
      backOne(kit),
      leaveIt(kit),
    ],
  });
}

/** The button that lets go of it; where something was answered or typed it says first that nothing of it is kept. @param {Kit} kit */
export function leaveIt(kit) {
  const made = staffButton(kit, kit.w("plan-leave"), () => leaving(kit, made), { kind: "text" });
  return made;
}

/** @param {Kit} kit @param {HTMLElement} from a button of the page */
function leaving(kit, from) {
  const page = from.closest(".desk");
  const typed = /** @type {HTMLInputElement[]} */ ([...(page?.querySelectorAll("input:not([type=radio], [type=date]), textarea") ?? [])]);
  if (kit.walk.path.length <= 1 && typed.every(({ value }) => value.trim() === "")) return void stopPreparing(kit);
  askInPlace(kit, page, {
    title: kit.w("plan-leave-ask"),
    said: [kit.w("plan-leave-gone"), kit.w("plan-leave-instead")],
    yes: staffButton(kit, kit.w("plan-leave-yes"), () => void stopPreparing(kit), { icon: "trash-2" }),
  });
}

/** One step back; before the first there is none but to leave it. @param {Kit} kit */
function backOne(kit) {
  const made = staffButton(kit, kit.w("back"), () => {
    if (kit.walk.path.length <= 1) return leaving(kit, made);
    kit.walk.back();
    void kit.follow();
  }, { icon: "arrow-left" });
  return made;
}

/**
 * The session begins with what was prepared; from here on everything is kept: the way that led here too, so that the
 * record knows what stood in the way where nothing was started. What was noted of the child's needs becomes the
 * worker's own note.
 * @param {Kit} kit
 */
export async function beginPlanned(kit) {
  if (!plan) throw new Error("nobody is prepared for");
  const worker = kit.tablet.device()?.worker?.name ?? "";
  const session = await kit.tablet.begin(beginFields(plan, { worker, build: kit.book.build }));
  const { needs } = plan;
  const way = kit.walk.path;
  plan = null;
  await kit.take(session);
  await Promise.all(way.map((/** @type {string} */ node) => kit.keep("at", { node }, "worker")));
  for (const need of needs) await kit.keep("note", need, "worker");
  return session;
}

/**
 * The child does not want to, and it ends before it began. What was said besides is kept as the child's own words; what
 * the worker said of asking again is a note of the worker's. Neither has to be there.
 * @param {Kit} kit @param {{words: string, again: string}} said
 */
export async function keepNo(kit, { words, again }) {
  await beginPlanned(kit);
  if (words) await kit.keep("exact", { text: words }, "worker");
  if (again) await kit.keep("note", { text: again, asks: kit.w("plan-no-again") }, "worker");
}
