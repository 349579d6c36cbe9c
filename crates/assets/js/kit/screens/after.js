// After the child: what parents may see and whether that is safe, what needs doing, the day the child hears about
// it, own thoughts. The tablet was in a child's hands, so the PIN comes first. What was said to have to be done is
// kept at once.
import { askInPlace } from "../ask_in_place.js";
import { h } from "../dom.js";
import { lines, notice, part, staffButton } from "../desk.js";
import { backOne, forget, nodePage } from "../node_page.js";
import { pinPage } from "../pin_page.js";
import { nobodyRung, whomRung } from "../ring.js";
import { dayOf, hasWrongDay, isoDay, officeNow } from "../when.js";

/** @typedef {import("../kit.js").Kit} Kit */
/** @typedef {Record<string, string>} Written */

/** The session whose worker has given the PIN since the child had the tablet. */
let withWorker = "";

/** @param {Kit} kit */
export async function show(kit) {
  const { id, state } = kit.session;
  if (withWorker !== id && !kit.tablet.rehearsal) {
    return pinPage(kit, {
      name: "after",
      title: kit.w("after-pin-title"),
      lead: kit.w("after-pin-lead"),
      foot: [pressedByMistake(kit)],
      opened: () => {
        withWorker = id;
        return kit.again();
      },
    });
  }
  const { always, above, keep } = OWN[kit.walk.node.id]?.(kit) ?? {};
  const offers = (/** @type {string} */ label) =>
    yesCounts(kit).size > 0 ? label !== "parents-nothing" : label !== "parents-safe";
  const ring = whomRung(kit);
  const here = kit.walk.node.id;
  const page = nodePage(kit, {
    foot: [backInAfter(kit)],
    remembers: here,
    always,
    offers,
    above: [ring?.form ?? null, state.important_said.length ? locked(kit) : null, ...(above ?? [])],
    missing: (label, written) =>
      label === "reflection-later" || label.startsWith("parents-") ? [] : needed(always, written),
    // A day that is over can be nobody's day to hear; it is not dropped in silence.
    wrong: ({ on = "" }) => isOver(kit, on),
    chosen: (label, written) => {
      const goOn = async () => {
        if (!((await ring?.keepTyped()) ?? true)) return;
        if (!(await (keep?.(label, written) ?? true))) return;
        forget(kit, here, Object.keys(always ?? {}));
        await kit.choose(label);
      };
      if (seals(kit, label)) askToSeal(kit, page, { seal: () => void goOn(), rung: ring?.typed() ?? true });
      else void goOn();
    },
  });
  return page;
}

/** Whoever pressed Bye without meaning it comes back to where it can be unsaid. @param {Kit} kit */
function pressedByMistake(kit) {
  const thanked = kit.book.tree.nodes.find((/** @type {any} */ { id }) => id === kit.walk.path.at(-2))?.screen === "thanks";
  if (!thanked) return null;
  const back = () => {
    kit.walk.back();
    void kit.follow();
  };
  return staffButton(kit, kit.w("after-pin-mistake"), back, { kind: "text", icon: "arrow-left" });
}

/** From where one may go back, and to where: never into what the child did, nor to a page that has kept a note. */
const BACK = new Set(["P15 P10", "P20 P10", "Y10 P10", "E10 Y10"]);

/** @param {Kit} kit */
function backInAfter(kit) {
  return BACK.has(`${kit.walk.node.id} ${kit.walk.path.at(-2)}`) ? backOne(kit) : null;
}

/** Whether the session is over with this choice. @param {Kit} kit @param {string} label */
function seals(kit, label) {
  const to = kit.walk.choices().find((/** @type {any} */ choice) => choice.label === label)?.goto;
  return kit.book.tree.nodes.some((/** @type {any} */ node) => node.id === to && node.end);
}

/** Nothing is sealed by a slip of the hand. @param {Kit} kit @param {HTMLElement} page
 * @param {{seal: () => void, rung: boolean}} how  `rung`: it stands in the field whom she rang */
function askToSeal(kit, page, { seal, rung }) {
  const yes = staffButton(kit, kit.w("kept-finish-now"), seal, { kind: "go", icon: "lock" });
  const said = !rung && nobodyRung(kit) ? [kit.w("rung-seal")] : [];
  askInPlace(kit, page, { title: kit.w("after-seal-ask"), said, yes });
}

/** What a place has of its own. `keep` resolves false where it could not be kept: then nothing goes on.
 * @typedef {{always?: Record<string, import("../desk.js").Field>, above?: import("../dom.js").Child[],
 *   keep?: (label: string, written: Written) => Promise<boolean>}} Own */

/** @type {Record<string, (kit: Kit) => Own>} */
const OWN = {
  P10: (kit) => ({ above: [toWhom(kit)] }),
  P15: whyNot,
  P20: offer,
  Y10: toDo,
  E10: thoughts,
  E20: ending,
  E30: ending,
};

/** @param {Own["always"]} always @param {Written} written */
function needed(always, written) {
  return Object.keys(always ?? {}).filter((name) => always?.[name]?.needed && !written[name]);
}

/** @param {Kit} kit */
function locked(kit) {
  return notice(kit, { icon: "lock" }, h("p", {}, kit.w("card-parents-locked")));
}

/** How many pages each person may see. @param {Kit} kit */
function yesCounts(kit) {
  const { share, pages } = kit.session.state;
  const there = new Set(
    pages.filter((/** @type {any} */ { left_out }) => !left_out).map((/** @type {any} */ { id }) => id),
  );
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const { page, person, answer } of share) {
    if (answer === "yes" && there.has(page)) counts.set(person.name, (counts.get(person.name) ?? 0) + 1);
  }
  return counts;
}

/** Said, for each person. @param {Kit} kit */
function toWhom(kit) {
  const counts = yesCounts(kit);
  if (counts.size === 0) return h("p", { class: "muted" }, kit.w("after-yes-none"));
  return part(
    kit.w("after-yes-title"),
    lines([...counts].map(([name, count]) => kit.w(`after-yes-${count === 1 ? "one" : "other"}`, { name, count }))),
  );
}

/** @param {Kit} kit @returns {Own} */
function whyNot(kit) {
  return {
    always: { why: { label: kit.w("after-parents-why"), rows: 3, needed: true } },
    keep: (_label, { why = "" }) =>
      kit.keep("note", { text: `${kit.w("parents-wait")} ${why}`, asks: kit.w("after-parents-why") }, "worker"),
  };
}

/** @param {Kit} kit @returns {Own} */
function offer(kit) {
  return {
    above: [toWhom(kit)],
    keep: (label) =>
      label === "parents-offer"
        ? kit.keep("note", { text: kit.w("parents-offer"), asks: kit.w(kit.walk.node.say) }, "worker")
        : Promise.resolve(true),
  };
}

/** @param {Kit} kit @returns {Own} */
function toDo(kit) {
  const { reflection } = kit.session.state;
  return {
    above: [wrongDay(kit), told(kit)],
    always: { to_do: { label: kit.w("after-to-do"), rows: 3, value: reflection?.to_do ?? "" }, on: dayField(kit) },
    keep: async (_label, { to_do = "", on = "" }) =>
      (await keepDay(kit, on)) &&
      (!to_do || (await kit.keep("reflection", { text: reflection?.text ?? "", to_do }, "worker"))),
  };
}

/** @param {Kit} kit @returns {Own} */
function thoughts(kit) {
  const { reflection } = kit.session.state;
  return {
    always: { text: { label: kit.w("after-thoughts"), rows: 6, value: reflection?.text ?? "", needed: true } },
    keep: async (label, { text = "" }) =>
      (label === "reflection-later" && !text) || kit.keep("reflection", { ...ofReflection(kit), text }, "worker"),
  };
}

/**
 * The child stopped, or is with somebody safe: all on one page, since nothing is asked between.
 * @param {Kit} kit @returns {Own}
 */
function ending(kit) {
  const { reflection } = kit.session.state;
  return {
    above: [wrongDay(kit)],
    always: {
      to_do: { label: kit.w("after-to-do"), rows: 3, value: reflection?.to_do ?? "" },
      on: dayField(kit),
      text: { label: kit.w("after-thoughts"), rows: 5, value: reflection?.text ?? "" },
    },
    keep: async (_label, { to_do = "", on = "", text = "" }) =>
      (await keepDay(kit, on)) &&
      (!(to_do || text) || (await kit.keep("reflection", { text, ...(to_do ? { to_do } : {}) }, "worker"))),
  };
}

/** @param {Kit} kit */
function ofReflection(kit) {
  const to_do = kit.session.state.reflection?.to_do;
  return to_do ? { to_do } : {};
}

/** Filled in where a child was told a day; a day that nobody said is nobody's promise. @param {Kit} kit */
function dayField(kit) {
  const { agreed_day, comes_back } = kit.session.state;
  const hint = kit.w(agreed_day ? "after-day-hint" : "after-day-none");
  return { label: kit.w("after-day"), hint, type: "date", value: comes_back ?? "", needed: agreed_day !== null };
}

/** Where this tablet has another day than the office: the day that counts. @param {Kit} kit */
function wrongDay(kit) {
  if (!hasWrongDay(kit)) return null;
  return notice(kit, { icon: "clock" }, h("p", {}, kit.w("after-day-wrong", { day: dayOf(kit, officeNow(kit)) })));
}

/** The day the child was told, if one was. @param {Kit} kit */
function told(kit) {
  const { agreed_day } = kit.session.state;
  return agreed_day ? h("p", { class: "muted" }, kit.w("after-day-told", { day: dayOf(kit, agreed_day) })) : null;
}

/** @param {Kit} kit @param {string} on @returns {Record<string, string>} */
function isOver(kit, on) {
  return on && on < isoDay(officeNow(kit)) ? { on: kit.w("after-day-over") } : {};
}

/**
 * The day, if it is another than the child was told.
 * @param {Kit} kit @param {string} on
 */
async function keepDay(kit, on) {
  if (!on || on === kit.session.state.comes_back) return true;
  return kit.keep("comes_back", { on }, "worker");
}
