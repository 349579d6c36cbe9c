// It is not started, or another way suits better. Nothing is written under the child's name but the reason, and of
// a baby what was seen.
import { h } from "../dom.js";
import { notice, sheet, staffButton } from "../desk.js";
import { nodePage } from "../node_page.js";
import { beginPlanned, firstName, leaveIt, planNow } from "../preparing.js";
import { saysWhy } from "../says_why.js";

/** @typedef {import("../kit.js").Kit} Kit */

/** @param {Kit} kit */
export function show(kit) {
  const node = kit.walk.node;
  if (node.end) return over(kit);
  const trouble = h("div", { role: "alert" });
  const baby = node.id === "X04";
  return nodePage(kit, {
    given: { child: firstName() },
    above: node.id === "X01" && planNow()?.blocked ? [h("p", { dir: "auto" }, planNow()?.blocked?.why)] : [],
    always: {
      ...(baby ? { seen: { label: kit.w("plan-baby-seen"), rows: 6 } } : {}),
      why: { label: kit.w("plan-reason"), rows: 3, needed: true },
    },
    missing: (_label, { why }) => (why ? [] : ["why"]),
    chosen: (label, written) => keepReason(kit, label, written, trouble),
    foot: [
      staffButton(
        kit,
        kit.w("back"),
        () => {
          kit.walk.back();
          void kit.follow();
        },
        { icon: "arrow-left" },
      ),
      leaveIt(kit),
      trouble,
    ],
  });
}

/** @param {Kit} kit @param {string} label @param {Record<string, string>} written @param {HTMLElement} trouble */
async function keepReason(kit, label, { why = "", seen = "" }, trouble) {
  try {
    await beginPlanned(kit);
    if (seen) await kit.keep("note", { text: seen, asks: kit.w("plan-baby-seen") }, "worker");
    await kit.choose(label, { why });
  } catch (failed) {
    trouble.replaceChildren(
      notice(kit, { urgent: true, title: kit.w("plan-not-begun") }, h("p", {}, saysWhy(kit, failed))),
    );
  }
}

/** @param {Kit} kit */
function over(kit) {
  return sheet({
    name: "not_started",
    title: kit.w(kit.walk.node.say),
    lead: kit.w("kept-sealed-lead"),
    work: [],
    foot: [
      staffButton(
        kit,
        kit.w("plan-to-start"),
        () => {
          kit.let();
          void kit.go("start");
        },
        { kind: "go" },
      ),
    ],
  });
}
