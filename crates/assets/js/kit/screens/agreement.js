// Agreement to the talk: by whom, how and when; or set aside by a manager, with the reason. It is agreement to the
// talk and not the ground on which data are held: the page says so.
import { firstName, planNow, preparingPage } from "../preparing.js";
import { h } from "../dom.js";
import { unfold } from "../desk.js";
import { isoDay, officeNow } from "../when.js";

/** @typedef {import("../kit.js").Kit} Kit */

/** @param {Kit} kit */
export function show(kit) {
  const people = (planNow()?.people ?? []).map(({ name }) => name);
  const today = isoDay(officeNow(kit));
  const on = { label: kit.w("plan-agreed-on"), type: "date", value: today, needed: true };
  const how = { label: kit.w("plan-agreed-how"), hint: kit.w("plan-agreed-how-hint"), rows: 2 };
  return preparingPage(kit, {
    above: kit.walk.node.id === "B03" ? [forParents(kit)] : [],
    asks: {
      "agreement-parent": {
        fields: { who: { label: kit.w("plan-agreed-who"), offers: people, needed: true }, on, words: how },
      },
      "agreement-young-person": { fields: { on, words: how } },
      "set-aside-go-on": {
        fields: {
          by: { label: kit.w("plan-set-aside-by"), needed: true },
          why: { label: kit.w("plan-set-aside-why"), rows: 3, needed: true },
        },
      },
    },
  });
}

/** What a parent may read or hear, to be shown together. @param {Kit} kit */
function forParents(kit) {
  /** @type {string[]} */
  const names = kit.book.tree.parents ?? [];
  // Nobody sits there yet whose name the kit would know by itself.
  const child = firstName();
  return unfold(
    kit.w("plan-for-parents"),
    h(
      "div",
      { class: "for-parents" },
      ...names.flatMap((name) => [
        h("h3", {}, kit.say(`${name}-title`, { child })),
        h("p", {}, kit.say(name, { child })),
      ]),
    ),
  );
}
