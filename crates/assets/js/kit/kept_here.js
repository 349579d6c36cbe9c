// The sessions that lie on this tablet, each with where it really is: never further than what the office has signed
// for.
import { h } from "./dom.js";
import { notice, staffButton } from "./desk.js";
import { icon } from "./parts.js";
import { takeFile } from "./sealed_file.js";
import { toldOf } from "./sending.js";
import { standOf, overdue } from "./stands.js";
import { goOnWith } from "./take_up.js";
import { dayOf, isoDay, timeOf } from "./when.js";

/**
 * @typedef {import("./kit.js").Kit} Kit
 * @typedef {import("./listed.js").Listed} Listed
 */

const ICONS = {
  open: "tablet-smartphone",
  sealed: "lock",
  sending: "send",
  waiting: "wifi-off",
  received: "check",
  trouble: "phone",
};

/** @param {Kit} kit @param {Listed[]} sessions */
export function keptHere(kit, sessions) {
  const list = h("ul", { class: "kept-here" }, ...sessions.map((one) => keptOne(kit, one)));
  if (sessions.length === 0) return h("p", { class: "muted" }, kit.w("kept-nothing"));
  return list;
}

/** Those that wait too long, said above all else. @param {Kit} kit @param {Listed[]} sessions */
export function nag(kit, sessions) {
  const count = overdue(sessions).length;
  if (count === 0) return null;
  return notice(
    kit,
    { urgent: true, icon: "clock", title: kit.w(`kept-nag-${count === 1 ? "one" : "other"}`, { count }) },
    h("p", {}, kit.w("kept-nag-what")),
  );
}

/** @param {Kit} kit @param {Listed} one */
function keptOne(kit, one) {
  const { stand, done, all } = standOf(one, toldOf(one.id), navigator.onLine);
  const began = kit.w("kept-began", { day: dayOf(kit, one.began_at), time: timeOf(kit, one.began_at) });
  const says = kit.w(`kept-${stand}`, { done, all, time: cameIn(kit, one.received_at) });
  return h(
    "li",
    { "data-stand": stand },
    h("strong", {}, began),
    h("p", { class: "stands" }, icon(kit, ICONS[stand], 22), h("span", {}, says)),
    stand === "trouble"
      ? h("p", {}, kit.w("kept-tell-office"), " ", h("strong", { class: "code" }, one.code ?? ""))
      : null,
    stand === "open" ? openActions(kit, one) : stand === "trouble" ? fileButton(kit, one.id) : null,
  );
}

/** When the office had it: the time, with the day where that is not today. @param {Kit} kit @param {number | null} at */
function cameIn(kit, at) {
  if (at === null) return "";
  return isoDay(at) === isoDay(Date.now()) ? timeOf(kit, at) : `${dayOf(kit, at)}, ${timeOf(kit, at)}`;
}

/** @param {Kit} kit @param {Listed} one */
function openActions(kit, one) {
  if (!one.can_resume) return null;
  return h(
    "div",
    { class: "desk-row" },
    staffButton(kit, kit.w("kept-finish"), () => void kit.go("seal_open", { session: one.id }), { kind: "text" }),
    staffButton(kit, kit.w("kept-go-on"), () => void goOnWith(kit, one.id), { after: "chevron-right" }),
  );
}

/** @param {Kit} kit @param {string} id */
function fileButton(kit, id) {
  return staffButton(kit, kit.w("kept-file"), () => void takeFile(kit, id), { icon: "lock" });
}
