// Is there room on the tablet, and has it promised to keep what is written? Asked before a session begins; what is
// being written is never refused for it.
import { h } from "./dom.js";
import { notice, part, staffButton } from "./desk.js";
import { icon } from "./parts.js";

/** @typedef {import("./kit.js").Kit} Kit */

const MEGABYTE = 1_000_000;

/** @param {Kit} kit @param {() => void} again  looks once more */
export async function roomPart(kit, again) {
  const { persisted, free, enough } = await kit.tablet.room();
  const known = free !== null;
  const megabytes = known ? Math.floor(free / MEGABYTE) : 0;
  const told = known ? kit.w(enough ? "room-enough" : "room-little", { free: megabytes }) : kit.w("room-unknown");
  return part(
    kit.w("room-title"),
    enough
      ? h("p", { class: "with-icon" }, icon(kit, "check", 24), told)
      : notice(kit, { urgent: true, icon: "tablet-smartphone", title: told }, h("p", {}, kit.w("room-make-some"))),
    persisted ? null : notice(kit, { icon: "lightbulb" }, h("p", {}, kit.w("room-not-promised"))),
    enough ? null : staffButton(kit, kit.w("room-look-again"), again, { icon: "rotate-ccw" }),
  );
}
