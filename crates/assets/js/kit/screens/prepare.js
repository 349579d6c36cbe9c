// Before a child is asked anything: is an enquiry in the way, what did the child tell us before, is this the way to
// listen. An enquiry that the office knows of holds until a manager has cleared this talk, with a reason.
import { h } from "../dom.js";
import { part } from "../desk.js";
import { standsInTheWay } from "../node_page.js";
import { planNow, preparingPage } from "../preparing.js";
import { dayOf } from "../when.js";

/** @typedef {import("../kit.js").Kit} Kit */

/** @param {Kit} kit */
export function show(kit) {
  // What was told before is on the page: then "nothing from before" is no answer.
  const told = (planNow()?.last ?? []).length > 0;
  return preparingPage(kit, {
    above: above(kit),
    asks: asks(kit),
    offers: (label) => !(told && label === "told-nothing"),
  });
}

/** @param {Kit} kit */
function above(kit) {
  const plan = planNow();
  if (kit.walk.node.id === "B01" && plan?.blocked) {
    return [standsInTheWay(kit, kit.w("plan-blocked"), plan.blocked.why), h("p", {}, kit.w("plan-blocked-until"))];
  }
  return kit.walk.node.id === "B02" ? [before(kit)] : [];
}

/** @param {Kit} kit */
function before(kit) {
  const last = planNow()?.last ?? [];
  if (last.length === 0) return h("p", { class: "muted" }, kit.w("plan-nothing-here"));
  return part(
    kit.w("plan-last-times"),
    h("p", {}, kit.w("plan-read-record", { day: dayOf(kit, last.map(({ on }) => on).toSorted().at(-1) ?? "") })),
    h(
      "ul",
      { class: "last-time" },
      ...last.map(({ on, answered }) =>
        h("li", {}, h("strong", {}, dayOf(kit, on)), h("br"), answerTo(kit, answered)),
      ),
    ),
  );
}

/** What was done about it. @param {Kit} kit @param {boolean | string | null} answered */
export function answerTo(kit, answered) {
  if (!answered) return kit.w("plan-not-answered");
  return answered === true ? kit.w("plan-answered") : kit.w("plan-answered-on", { day: dayOf(kit, answered) });
}

/** @param {Kit} kit */
function asks(kit) {
  return {
    "enquiry-cleared": {
      fields: {
        cleared_by: { label: kit.w("plan-cleared-by"), needed: true },
        why: { label: kit.w("plan-cleared-why"), hint: kit.w("plan-cleared-why-hint"), rows: 3, needed: true },
      },
    },
  };
}
