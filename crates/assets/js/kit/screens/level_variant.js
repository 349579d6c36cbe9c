// The last step before the tablet is given to the child: houses, a figure, rooms or an idea of the child's own, and
// the language. With it the session begins, and from then on everything is kept. The level is the child's to
// choose, next.
import { h } from "../dom.js";
import { notice, oneOf, staffButton } from "../desk.js";
import { backOne, nodePage } from "../node_page.js";
import { beginPlanned, firstName, planNow, stopPreparing } from "../preparing.js";
import { saysWhy } from "../says_why.js";

/** @typedef {import("../kit.js").Kit} Kit */
/** @typedef {import("../tree.js").Choice} Choice */

/** @param {Kit} kit */
export function show(kit) {
  const trouble = h("div", { role: "alert" });
  const given = { child: firstName() };
  return nodePage(kit, {
    given,
    above: [language(kit)?.box, h("p", { class: "muted" }, kit.w("plan-hand-over", given))],
    asks: { "variant-own": { fields: { name: { label: kit.w("plan-own-name", given) } } } },
    chosen: (label, { name = "" }) => {
      const choice = kit.walk.choices().find((/** @type {Choice} */ each) => each.label === label);
      return choice?.effect === "begin" ? begin(kit, choice, name, trouble) : kit.choose(label);
    },
    foot: [
      backOne(kit),
      staffButton(kit, kit.w("plan-leave"), () => void stopPreparing(kit), { kind: "text" }),
      trouble,
    ],
  });
}

/** @param {Kit} kit @param {Choice} choice @param {string} name @param {HTMLElement} trouble */
async function begin(kit, { label, value }, name, trouble) {
  try {
    await beginPlanned(kit);
  } catch (why) {
    trouble.replaceChildren(
      notice(kit, { urgent: true, title: kit.w("plan-not-begun") }, h("p", {}, saysWhy(kit, why))),
    );
    return;
  }
  await kit.keep("variant", { variant: value, ...(name ? { name } : {}) }, "worker");
  await kit.choose(label);
}

/** Only where the words are there in more than one. @param {Kit} kit */
function language(kit) {
  const there = Object.keys(kit.book.words);
  const plan = planNow();
  if (there.length < 2 || !plan) return null;
  const own = (/** @type {string} */ tag) => new Intl.DisplayNames([tag], { type: "language" }).of(tag) ?? tag;
  return oneOf(
    kit.w("plan-language"),
    there.map((tag) => ({ value: tag, word: own(tag) })),
    {
      taken: plan.language,
      chosen: (tag) => {
        plan.language = tag;
      },
    },
  );
}
