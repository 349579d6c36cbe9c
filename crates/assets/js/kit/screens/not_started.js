// It is not started, or another way suits better. Nothing is written under the child's name but the reason, and of
// a baby what was seen. Where the child does not want to, nobody is asked for a reason.
import { h } from "../dom.js";
import { notice, sheet, staffButton } from "../desk.js";
import { backOne, nodePage } from "../node_page.js";
import { beginPlanned, firstName, keepNo, leaveIt, planNow } from "../preparing.js";
import { saysWhy } from "../says_why.js";

/** @typedef {import("../kit.js").Kit} Kit */

/** The place of the tree where a child has said no. */
const NO = "X05";

/** @param {Kit} kit */
export function show(kit) {
  const node = kit.walk.node;
  if (node.end) return over(kit);
  const trouble = h("div", { role: "alert" });
  const always = fields(kit, node.id);
  return nodePage(kit, {
    given: { child: firstName() },
    above: node.id === "X01" && planNow()?.blocked ? [h("p", { dir: "auto" }, planNow()?.blocked?.why)] : [],
    always,
    missing: (_label, { why }) => ("why" in always && !why ? ["why"] : []),
    chosen: (label, written) => keepIt(kit, label, written, trouble),
    foot: [
      backOne(kit),
      leaveIt(kit),
      trouble,
    ],
  });
}

/** What may be written here. @param {Kit} kit @param {string} node @returns {Record<string, import("../desk.js").Field>} */
function fields(kit, node) {
  const child = { child: firstName() };
  if (node === NO) {
    return {
      words: { label: kit.w("plan-no-words", child), hint: kit.w("plan-no-words-hint", child), rows: 3 },
      again: { label: kit.w("plan-no-again"), hint: kit.w("plan-no-again-hint"), rows: 2 },
    };
  }
  return {
    ...(node === "X04" ? { seen: { label: kit.w("plan-baby-seen"), rows: 6 } } : {}),
    why: { label: kit.w("plan-reason"), rows: 3, needed: true },
  };
}

/** @param {Kit} kit @param {string} label @param {Record<string, string>} written @param {HTMLElement} trouble */
async function keepIt(kit, label, { why, seen = "", words = "", again = "" }, trouble) {
  try {
    if (kit.walk.node.id === NO) await keepNo(kit, { words, again });
    else await beginPlanned(kit);
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
