// Ringing: the office's number, and what is still open until somebody was rung. The kit asks for whom, and when, on the card
// once it is written, and on each of the worker's last pages; nothing waits for it, and the record asks on. What is half typed
// stays, whatever she does in between.
import { h, refill } from "./dom.js";
import { field, staffButton } from "./desk.js";
import { icon } from "./parts.js";
import { dropOf, keepDrop } from "./half_typed.js";
import { isWritten } from "./written.js";

/** @typedef {import("./kit.js").Kit} Kit */

/** The office's number, to be rung by a press; nothing where it is not known. @param {Kit} kit */
export function officeNumber(kit) {
  const office = kit.tablet.device()?.office;
  if (!office?.phone) return null;
  return h(
    "a",
    { class: "staff", href: `tel:${office.phone.replaceAll(/[^+\d]/g, "")}` },
    icon(kit, "phone", 28),
    h("span", {}, office.name, " ", h("span", { class: "ring-number", dir: "ltr" }, office.phone)),
  );
}

/** For help at once. @param {Kit} kit */
export function urgentNumber(kit) {
  return h(
    "a",
    { class: "staff urgent-number", href: "tel:999" },
    icon(kit, "phone", 28),
    h("span", {}, kit.w("card-999"), " ", h("span", { class: "ring-number", dir: "ltr" }, "999")),
  );
}

/** Whether it was written that there is danger, and nobody was rung for it. @param {Kit} kit */
function inDanger(kit) {
  return kit.session.state.important_said.some((/** @type {any} */ { now, rang }) => now === true && !isWritten(rang));
}

/** Whether something important was said of which nobody was rung. @param {Kit} kit */
export function nobodyRung(kit) {
  return kit.session.state.important_said.some((/** @type {any} */ { rang }) => !isWritten(rang));
}

/** Whether the worker said that help was called, on the card or since: then who that was is only to be written down.
 * @param {Kit} kit @param {string[]} way  chosen on the card so far */
const helpCalled = (kit, way) => way.includes("danger-help-coming") || kit.walk.path.includes("D30");

/** Whom and when are asked for; a name alone is asked once for its time. @param {string} rang */
export function namesNoTime(rang) {
  return rang !== "" && !/\p{N}/u.test(rang);
}

/** Under this name it waits half typed. */
const DROP = "rung-whom";

/**
 * Whom, and when, where nobody was rung yet; nothing where somebody was. `keepTyped` keeps what stands in the field,
 * however she goes on; false where that could not be done.
 * @param {Kit} kit @param {string[]} [way]  chosen on the card so far
 */
export function whomRung(kit, way = []) {
  if (!nobodyRung(kit)) return null;
  const called = helpCalled(kit, way);
  const typed = () => keepDrop(kit, DROP, rang.input.value);
  const rang = field({ label: kit.w("rung-whom"), hint: kit.w("card-rang-hint"), value: dropOf(kit, DROP), typed });
  const asking = h("p", { class: "desk-hint", role: "status" });
  let askedWhen = false;
  const keepTyped = async () => {
    const words = rang.value();
    if (!isWritten(words) || !form.isConnected) return true;
    if (!(await kit.keep("rung", { rang: words }, "worker"))) return false;
    keepDrop(kit, DROP, "");
    // The rest of the page stays as it is, with all that is typed there.
    form.replaceWith(h("p", { class: "muted", role: "status", dir: "auto" }, kit.w("rung-kept", { rang: words })));
    return true;
  };
  const keep = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (!isWritten(rang.value())) return rang.wrong(kit.w("desk-write-this"));
    if (namesNoTime(rang.value()) && !askedWhen) {
      askedWhen = true;
      refill(asking, kit.w("rung-when"));
      return rang.input.focus();
    }
    await keepTyped();
  };
  const form = h(
    "form",
    { class: "desk-part not-rung", onsubmit: keep },
    h("h2", {}, kit.w(called ? "rung-called" : "rung-nobody")),
    h("p", {}, kit.w(called ? "rung-called-write" : inDanger(kit) ? "rung-danger" : "rung-ring")),
    h("div", { class: "ring" }, inDanger(kit) && !called ? urgentNumber(kit) : null, officeNumber(kit)),
    rang.box,
    asking,
    h("button", { class: "staff" }, h("span", {}, kit.w("card-keep"))),
  );
  return { form, keepTyped, typed: () => isWritten(rang.value()) };
}
