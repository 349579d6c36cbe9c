// The way from "who with" to the first question for the child: each answer goes into the plan, the tree says what
// comes next, and at its last step the session begins.
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
    chosen: async (label, written) => {
      const child = firstName();
      const read = { words: kit.w(label, { child }), asks: kit.w(kit.walk.node.say, { child }) };
      if (plan) plan = answered(plan, label, written, read);
      await kit.choose(label);
    },
    foot: [
      staffButton(kit, kit.w("back"), () => void back(kit), { icon: "arrow-left" }),
      staffButton(kit, kit.w("plan-leave"), () => void stopPreparing(kit), { kind: "text" }),
    ],
  });
}

/** @param {Kit} kit */
async function back(kit) {
  if (kit.walk.path.length <= 1) return stopPreparing(kit);
  kit.walk.back();
  return kit.follow();
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
