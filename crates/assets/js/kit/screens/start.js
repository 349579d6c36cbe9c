// Where the worker starts: who with, what lies on this tablet and where it really is. Without a PIN nobody is
// named; without the home screen there is practice alone.
import { h } from "../dom.js";
import { askInPlace } from "../ask_in_place.js";
import { field, notice, part, sheet, staffButton } from "../desk.js";
import { onHomeScreen } from "../home_screen.js";
import { keptHere, nag } from "../kept_here.js";
import { planForName, planForPack } from "../plan.js";
import { prepareFor } from "../preparing.js";
import { putAway } from "../put_away.js";
import { rehearse } from "../rehearse.js";
import { listen, sendNow } from "../sending.js";
import { goOnWith } from "../take_up.js";
import { answerTo } from "./prepare.js";
import { homeScreen, show as setUp } from "./set_up.js";
import { show as unlock } from "./unlock.js";
import { dayOf, timeOf } from "../when.js";

/** @typedef {import("../kit.js").Kit} Kit */

const LANGUAGE = "en-GB";

/** While the start page is open the office is asked so often for children taken along. */
const LOOK_EVERY_MS = 60_000;

/** @type {(() => void) | null} */
let deaf = null;

/** @param {Kit} kit */
export async function show(kit) {
  leave();
  kit.let();
  if (kit.tablet.rehearsal) return practiceOver(kit);
  if (!onHomeScreen(window)) return inBrowser(kit);
  const device = kit.tablet.device();
  if (!device) return setUp(kit, {});
  if (device.lost) return lost(kit);
  if (kit.tablet.locked) return unlock(kit);
  const kept = h("div", { class: "desk-part" });
  const above = h("div", { class: "desk-part above" });
  await showKept(kit, kept, above);
  const deafToNews = listen(() => void showKept(kit, kept, above));
  // What was sealed since goes out now; without a network it is told to be waiting.
  void sendNow(kit).catch(() => {});
  const packs = h("div", { class: "desk-part" });
  await showPacks(kit, packs);
  const look = () => renew(kit, packs, above);
  const deafToPacks = whenReachable(() => lookIfMore(kit, look));
  deaf = () => {
    deafToNews();
    deafToPacks();
  };
  void look();
  const page = sheet({
    name: "start",
    title: kit.w("start-title", { name: kit.worker() }),
    beside: lockButton(kit),
    work: [
      above,
      h(
        "div",
        { class: "start-two" },
        h("div", {}, part(kit.w("start-who"), packs, lookAgain(kit, look), newName(kit)), practice(kit), ...books(kit)),
        h("div", {}, part(kit.w("start-kept"), kept), part(kit.w("start-hand"), handButton(kit))),
      ),
    ],
  });
  page.querySelector(".desk-sheet")?.classList.add("wide");
  return page;
}

/**
 * A child taken along arrives by itself: when there is a network again, and when the tablet is taken up.
 * @param {() => Promise<void>} look
 */
function whenReachable(look) {
  const ifSeen = () => {
    if (document.visibilityState === "visible") void look();
  };
  window.addEventListener("online", ifSeen);
  document.addEventListener("visibilitychange", ifSeen);
  const timer = window.setInterval(ifSeen, LOOK_EVERY_MS);
  return () => {
    window.removeEventListener("online", ifSeen);
    document.removeEventListener("visibilitychange", ifSeen);
    window.clearInterval(timer);
  };
}

/** Names are asked for only where there is somebody new: each time they are told is a look at the child.
 * @param {Kit} kit @param {() => Promise<void>} look */
async function lookIfMore(kit, look) {
  const more = await kit.tablet.obey().catch(() => false);
  if (kit.tablet.device()?.lost) return void kit.go("start");
  if (more) await look();
}

/** And whoever waits for one can look. @param {Kit} kit @param {() => Promise<void>} look */
function lookAgain(kit, look) {
  return staffButton(
    kit,
    kit.w("start-look-again"),
    async () => {
      kit.announce(kit.w("start-looking"));
      await look();
      kit.announce(kit.w("start-looked"));
    },
    { kind: "text", icon: "rotate-ccw" },
  );
}

/** Nobody listens for news once another screen is in front. */
export function leave() {
  deaf?.();
  deaf = null;
}

/** The practice ends, and the start page comes with the tablet itself. @param {Kit} kit */
function practiceOver(kit) {
  kit.tablet.close();
  return h("div");
}

/** Reported lost: nothing can be read, and everything is still sent. @param {Kit} kit */
async function lost(kit) {
  const kept = h("div", { class: "desk-part" });
  const above = h("div", { class: "desk-part above" });
  await showKept(kit, kept, above);
  deaf = listen(() => void showKept(kit, kept, above));
  return sheet({
    name: "start",
    title: kit.w("start-lost-title"),
    lead: kit.w("start-lost-lead"),
    work: [
      above,
      h("p", {}, kit.w("start-lost-next")),
      part(kit.w("start-kept"), kept),
      staffButton(kit, kit.w("pin-gone-join"), () => void kit.go("set_up", { step: "code" }), { kind: "go" }),
    ],
  });
}

/** In a browser's window: how to add it, practice, and what lies here may still be sent. @param {Kit} kit */
async function inBrowser(kit) {
  const page = homeScreen(kit);
  const sessions = kit.tablet.device() ? await kit.tablet.sessions() : [];
  if (sessions.length > 0)
    page
      .querySelector(".desk-sheet")
      ?.append(part(kit.w("start-kept"), nag(kit, sessions), keptHere(kit, sessions)));
  return page;
}

/** @param {Kit} kit @param {HTMLElement} kept @param {HTMLElement} above */
async function showKept(kit, kept, above) {
  const sessions = await kit.tablet.sessions();
  const waits = sessions.some(
    (/** @type {any} */ { state }) => state === "sealed" || state === "sending" || state === "trouble",
  );
  above.querySelector("[data-nag]")?.remove();
  const late = nag(kit, sessions);
  if (late) {
    late.dataset.nag = "";
    above.prepend(late);
  }
  for (const before of above.querySelectorAll("[data-open]")) before.remove();
  for (const open of kit.tablet.locked ? [] : openFirst(kit, sessions)) {
    open.dataset.open = "";
    above.append(open);
  }
  const hadFocus = kept.contains(document.activeElement);
  kept.replaceChildren(keptHere(kit, sessions));
  if (waits)
    kept.append(staffButton(kit, kit.w("kept-send-now"), () => void send(kit, kept, above), { icon: "send" }));
  if (hadFocus) /** @type {HTMLElement | null} */ (kept.querySelector("button:last-of-type"))?.focus();
}

/** @param {Kit} kit @param {HTMLElement} kept @param {HTMLElement} above */
async function send(kit, kept, above) {
  kit.announce(kit.w("kept-sending-now"));
  await sendNow(kit).catch(() => {});
  await showKept(kit, kept, above);
}

/** @param {Kit} kit @param {HTMLElement} into */
async function showPacks(kit, into) {
  const packs = await kit.tablet.packs();
  into.replaceChildren(
    packs.length === 0
      ? h("p", { class: "muted" }, kit.w("start-no-packs"))
      : h(
          "div",
          { class: "desk-answers" },
          ...packs.map((/** @type {import("../plan.js").Pack} */ pack) =>
            staffButton(kit, pack.child.name, () => void begins(kit, planForPack(pack, LANGUAGE)), {
              under: underName(kit, pack),
              after: "chevron-right",
              class: "child-name",
            }),
          ),
        ),
  );
}

/** A session begins; where one was begun and is not finished, it is asked first whether to go on with that.
 * @param {Kit} kit @param {import("../plan.js").Plan} plan */
async function begins(kit, plan) {
  const [open] = stillOpen(await kit.tablet.sessions());
  if (!open) return prepareFor(kit, plan);
  const began = { day: dayOf(kit, open.began_at), time: timeOf(kit, open.began_at) };
  const goOn = staffButton(kit, kit.w("start-open-go-on"), () => void goOnWith(kit, open.id), { kind: "go", after: "chevron-right" });
  const anew = staffButton(kit, kit.w("start-open-anew"), () => void prepareFor(kit, plan));
  askInPlace(kit, kit.child, { title: kit.w("start-open", began), yes: h("div", { class: "desk-answers" }, goOn, anew) });
}

/** @param {import("../listed.js").Listed[]} sessions */
const stillOpen = (sessions) => sessions.filter(({ can_resume }) => can_resume);

/** What was begun and is not finished stands first. @param {Kit} kit @param {import("../listed.js").Listed[]} sessions */
function openFirst(kit, sessions) {
  return stillOpen(sessions).map(({ id, began_at }) => {
    const began = { day: dayOf(kit, began_at), time: timeOf(kit, began_at) };
    return staffButton(kit, kit.w("start-open-go-on"), () => void goOnWith(kit, id),
      { under: kit.w("start-open", began), after: "chevron-right", class: "weighty" });
  });
}

/** What to know of a child before their name is tapped. @param {Kit} kit @param {import("../plan.js").Pack} pack */
function underName(kit, pack) {
  if (pack.blocked) return kit.w("start-blocked");
  const last = (pack.last ?? []).toSorted((one, other) => other.on.localeCompare(one.on))[0];
  return last
    ? kit.w("start-last", { day: dayOf(kit, last.on), answer: answerTo(kit, last.answered) })
    : kit.w("start-first-time");
}

/** Asks the office for newer packs; without a network those that are here stay. @param {Kit} kit
 * @param {HTMLElement} packs @param {HTMLElement} above */
async function renew(kit, packs, above) {
  const { state, clock_fast } = await kit.tablet.refresh().catch(() => ({ state: "offline", clock_fast: 0 }));
  if (!packs.isConnected || kit.tablet.locked) return;
  if (state === "lost") return void kit.go("start");
  const minutes = Math.round(clock_fast / 60_000);
  says(above, "refused", state === "refused"
    ? notice(kit, { urgent: true, icon: "phone" }, h("p", {}, kit.w("start-refused"))) : null);
  says(above, "join_anew", state === "join_anew" ? joinAnew(kit) : null);
  says(above, "clock", Math.abs(minutes) >= 2 ? notice(kit, { icon: "clock" }, h("p", {}, clockIsWrong(kit, minutes))) : null);
  if (state === "well") await showNewPacks(kit, packs);
}

/** A notice of its kind, in place of the one before. @param {HTMLElement} above @param {string} kind
 * @param {HTMLElement | null} notice */
function says(above, kind, notice) {
  const before = above.querySelector(`[data-says="${kind}"]`);
  if (notice) notice.dataset.says = kind;
  if (before && notice?.textContent === before.textContent) return;
  before?.remove();
  if (notice) above.append(notice);
}

/** The children as they now are; whoever is at one of the names stays at it. @param {Kit} kit @param {HTMLElement} packs */
async function showNewPacks(kit, packs) {
  const at = [...packs.querySelectorAll("button")].findIndex((one) => one === document.activeElement);
  const named = packs.textContent;
  await showPacks(kit, packs);
  if (at >= 0) packs.querySelectorAll("button")[at]?.focus();
  if (packs.textContent !== named) kit.announce(packs.textContent ?? "");
}

/** Handing in goes on; taking along needs the PIN's own token. @param {Kit} kit */
function joinAnew(kit) {
  const join = staffButton(kit, kit.w("pin-gone-join"), () => void kit.go("set_up", { step: "code" }), { kind: "text" });
  return notice(kit, { icon: "lock" }, h("p", {}, kit.w("start-join-anew")), join);
}

/** @param {Kit} kit @param {number} minutes  how far the tablet's clock is ahead */
function clockIsWrong(kit, minutes) {
  const way = minutes > 0 ? "fast" : "slow";
  const far = Math.abs(minutes);
  if (far < 120) return kit.w(`start-clock-${way}`, { minutes: far });
  return kit.w(`start-clock-${way}-hours`, { hours: Math.round(far / 60) });
}

/** @param {Kit} kit */
function newName(kit) {
  const name = field({ label: kit.w("start-new-name"), hint: kit.w("start-new-name-hint") });
  const go = (/** @type {Event} */ event) => {
    event.preventDefault();
    if (name.value()) void begins(kit, planForName(name.value(), LANGUAGE));
    else {
      name.wrong(kit.w("desk-write-this"));
      name.input.focus();
    }
  };
  return h(
    "form",
    { class: "desk-part", onsubmit: go },
    name.box,
    h("button", { class: "staff" }, h("span", {}, kit.w("start-with-name"))),
  );
}

/** @param {Kit} kit */
function practice(kit) {
  return staffButton(kit, kit.w("practice-begin"), () => void rehearse(kit), {
    icon: "flag",
    under: kit.w("practice-keeps-nothing"),
  });
}

/** What there is to read. @param {Kit} kit */
const books = (kit) => [
  staffButton(kit, kit.w("library"), () => void kit.go("library"), { icon: "book-open", under: kit.w("library-under") }),
  staffButton(kit, kit.w("library-about"), () => void kit.go("library", { card: "about-kith" }), { kind: "text" }),
];
/** For a child who draws with the left hand: tools, crayons and Stop swap sides. @param {Kit} kit @returns {HTMLElement} */
function handButton(kit) {
  const made = staffButton(
    kit,
    kit.w("start-left"),
    () => {
      kit.setLook({ left: !kit.look.left });
      made.setAttribute("aria-pressed", String(kit.look.left));
    },
    { under: kit.w("start-left-what"), chosen: kit.look.left },
  );
  return made;
}

/** @param {Kit} kit */
function lockButton(kit) {
  return staffButton(
    kit,
    kit.w("start-lock"),
    () => void putAway(kit),
    { icon: "lock" },
  );
}
