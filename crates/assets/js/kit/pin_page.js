// The page that asks for the PIN, and what it says of what lies here: counts, never names. After ten wrong tries, or
// where the tablet's own lock never answers any more, it says what happened, and that what was written still goes to
// the office.
import { h, refill } from "./dom.js";
import { field, goToHeading, lines, notice, sheet, staffButton } from "./desk.js";
import { icon } from "./parts.js";
import { digitsOf } from "./pin.js";
import { saysWhy, troubleOf } from "./says_why.js";

/**
 * @typedef {import("./kit.js").Kit} Kit
 * @typedef {object} PinPage
 * @property {string} name    class of the page
 * @property {string} title
 * @property {string} [lead]
 * @property {() => void | Promise<void>} opened  the PIN was right
 * @property {import("./dom.js").Child[]} [foot]
 * @property {boolean} [counts]  tells what lies here
 */

/** @param {Kit} kit @param {PinPage} page */
export async function pinPage(kit, { name, title, lead, opened, foot = [], counts = false }) {
  const pin = field({ label: kit.w("pin-label"), type: "password", digits: true, needed: true });
  const work = h("div", { class: "desk-part" });
  const form = h(
    "form",
    {
      onsubmit: (/** @type {Event} */ event) => {
        event.preventDefault();
        void attempt();
      },
    },
    h(
      "div",
      { class: "pin-row" },
      pin.box,
      h("button", { class: "staff forward" }, h("span", {}, kit.w("pin-open"))),
    ),
  );
  const wayOut = h("div", { role: "status" });
  refill(work, form, wayOut, counts ? await countsOf(kit) : null);
  let trying = false;

  async function attempt() {
    const typed = digitsOf(pin.value());
    if (trying || !typed) return;
    trying = true;
    pin.wrong("");
    try {
      const answer = await kit.tablet.unlock(typed);
      if (answer.ok) await opened();
      else if (answer.gone || answer.left === 0) gone("pin-gone-title");
      else pin.wrong(left(kit, answer.left));
    } catch (why) {
      pin.wrong(saysWhy(kit, why));
      if (["own_lock", "no_own_lock"].includes(troubleOf(why))) refill(wayOut, lockOver(kit, giveUp));
    } finally {
      trying = false;
      pin.input.value = "";
      if (pin.input.isConnected) pin.input.focus();
    }
  }

  async function giveUp() {
    await kit.tablet.giveUp();
    gone("own-lock-gone-title");
  }

  /** @param {string} what */
  function gone(what) {
    const told = goneOf(kit, name, what);
    page.replaceWith(told);
    goToHeading(told);
  }
  const page = sheet({ name, title, lead, work, foot });
  return page;
}

/** @param {Kit} kit @param {number} count */
function left(kit, count) {
  return kit.w(count === 1 ? "pin-wrong-one" : "pin-wrong-other", { count });
}

/** What is left where the tablet's own lock never answers any more; said before it can be pressed.
 * @param {Kit} kit @param {() => Promise<void>} giveUp */
function lockOver(kit, giveUp) {
  return h(
    "details",
    { class: "desk-unfold" },
    h("summary", {}, kit.w("own-lock-over")),
    notice(
      kit,
      {},
      h("p", {}, kit.w("own-lock-over-what")),
      staffButton(kit, kit.w("own-lock-over-do"), () => void giveUp()),
    ),
  );
}

/** @param {Kit} kit @param {string} name @param {string} title */
function goneOf(kit, name, title) {
  return sheet({
    name,
    title: kit.w(title),
    work: lines([kit.w("pin-gone-what"), kit.w("pin-gone-words"), kit.w("pin-gone-next")]),
    foot: [staffButton(kit, kit.w("pin-gone-join"), () => void kit.go("set_up", { step: "code" }), { kind: "go" })],
  });
}

/** What lies here, by number alone. @param {Kit} kit */
async function countsOf(kit) {
  const sessions = await kit.tablet.sessions().catch(() => []);
  const by = (/** @type {string[]} */ ...states) =>
    sessions.filter((/** @type {any} */ { state }) => states.includes(state)).length;
  const told = [
    ["pencil", "pin-count-open", by("open")],
    ["lock", "pin-count-sealed", by("sealed", "sending")],
  ].filter(([, , count]) => Number(count) > 0);
  return h(
    "ul",
    { class: "counts" },
    ...told.map(([drawn, key, count]) =>
      h(
        "li",
        {},
        icon(kit, String(drawn), 24),
        h("span", {}, kit.w(`${key}-${count === 1 ? "one" : "other"}`, { count: Number(count) })),
      ),
    ),
  );
}
