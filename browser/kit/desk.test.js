// The pure parts of the worker's side: the plan, PINs, what the child has said, how a session stands, days.
import assert from "node:assert/strict";
import { test } from "node:test";
import { childSaid } from "../../crates/assets/js/kit/child_said.js";
import { machineOf, onHomeScreen } from "../../crates/assets/js/kit/home_screen.js";
import { digitsOf, wrongWith } from "../../crates/assets/js/kit/pin.js";
import {
  answered,
  beginFields,
  mayAnswer,
  missing,
  planForName,
  planForPack,
} from "../../crates/assets/js/kit/plan.js";
import { overdue, standOf } from "../../crates/assets/js/kit/stands.js";
import { hasWrongDay, isoDay, officeNow } from "../../crates/assets/js/kit/when.js";

const TYLER = {
  id: "pack-1",
  child: { name: "Tyler Marsh" },
  people: [{ id: "p1", name: "Mum", what: "mother" }],
  last: [],
  blocked: null,
  until: "",
};
const HERE = { worker: "Joel", build: "b1" };
/** Where it does not matter how the answer reads. */
const NOTHING_READ = { words: "", asks: "" };

test("what was answered is what the session begins with", () => {
  let plan = planForPack(TYLER, "en-GB");
  plan = answered(plan, "enquiry-none", {}, NOTHING_READ);
  plan = answered(plan, "agreement-parent", { who: "Mum", on: "2026-11-26", words: "at the door" }, NOTHING_READ);
  plan = answered(plan, "near-nobody", { place: "his bedroom" }, { words: "Nobody is near", asks: "Who is near?" });
  assert.deepEqual(beginFields(plan, HERE), {
    child: { pack: "pack-1", name: "Tyler Marsh" },
    worker: "Joel",
    language: "en-GB",
    build: "b1",
    place: "his bedroom",
    enquiry: "none",
    agreement: { how: "agreed", who: "Mum", on: "2026-11-26", words: "at the door" },
    near: "Nobody is near",
    nobody_near: true,
  });
});

test("that nobody is near is said in no language's words, and no longer once somebody is", () => {
  let plan = planForPack(TYLER, "en-GB");
  plan = answered(plan, "near-nobody", {}, { words: "Does neb yn agos", asks: "Pwy sydd yn agos?" });
  assert.equal(/** @type {any} */ (beginFields(plan, HERE)).nobody_near, true);
  plan = answered(plan, "near-supporter", { who: "Gran" }, { words: "Somebody stays", asks: "Who is near?" });
  const begins = /** @type {any} */ (beginFields(plan, HERE));
  assert.deepEqual([begins.near, "nobody_near" in begins], ["Gran", false]);
});

test("what nobody was asked is not in it", () => {
  const fields = beginFields(planForName("Ada", "en-GB"), HERE);
  for (const name of ["enquiry", "agreement", "near", "interpreter", "place"])
    assert.equal(name in fields, false, name);
});

test("an enquiry the office knows of is not answered away, and clearing it needs a name and a reason", () => {
  const plan = planForPack({ ...TYLER, blocked: { why: "interview planned" } }, "en-GB");
  assert.equal(mayAnswer(plan, "enquiry-none"), false);
  assert.equal(mayAnswer(plan, "enquiry-cleared"), true);
  assert.deepEqual(missing("enquiry-cleared", { cleared_by: "Farah", why: " " }), ["why"]);
  assert.deepEqual(answered(plan, "enquiry-cleared", { cleared_by: "Farah", why: "agreed" }, NOTHING_READ).enquiry, {
    cleared_by: "Farah",
    why: "agreed",
  });
});

test("agreement set aside keeps why it was not there, and the manager's reason", () => {
  let plan = answered(planForName("Ada", "en-GB"), "agreement-refused", {}, { words: "A parent said no", asks: "" });
  plan = answered(plan, "set-aside-go-on", { by: "Farah", why: "Seen alone at school" }, NOTHING_READ);
  assert.deepEqual(plan.agreement, {
    how: "set_aside",
    by: "Farah",
    why: "A parent said no. Seen alone at school",
  });
});

test("a need is noted once with the question it answers, however often its page was passed", () => {
  const read = { words: "Symbols", asks: "What does Ada need?" };
  let plan = answered(planForName("Ada", "en-GB"), "needs-aac", { about: "a board" }, read);
  plan = answered(plan, "needs-aac", { about: "Grid 3, from school" }, read);
  assert.deepEqual(plan.needs, [{ text: "Symbols: Grid 3, from school", asks: "What does Ada need?" }]);
});

test("a PIN has six digits and is not the first one that is guessed", () => {
  assert.equal(wrongWith("48291"), "short");
  for (const easy of ["000000", "123456", "654321", "121212", "123123"])
    assert.equal(wrongWith(easy), "easy", easy);
  assert.equal(wrongWith("482913"), null);
  assert.equal(digitsOf("٤٨٢ ٩۱3"), "482913");
});

test("what the child has said, the newest last, without what was taken back", () => {
  const said = childSaid([
    { kind: "begin", child: { name: "Kayleigh" } },
    { kind: "words", id: "w1", text: "crackrs" },
    { kind: "words", id: "w2", text: "if I fall asleep" },
    { kind: "words", id: "w1", text: "crackers" },
    { kind: "words", id: "w3", text: "no" },
    { kind: "undo", id: "w3" },
    { kind: "exact", text: "mum not getting up" },
  ]);
  assert.deepEqual(said, ["if I fall asleep", "crackers", "mum not getting up"]);
});

test("a session stands no further than the office has signed for", () => {
  const sealed = /** @type {const} */ ({
    id: "s",
    state: "sealed",
    began_at: 0,
    sealed_at: null, received_at: null, finished: true,
    can_resume: false,
    code: null,
    nag: false,
  });
  assert.equal(standOf(sealed, { state: "received", done: 7, all: 7 }, true).stand, "sealed");
  assert.deepEqual(standOf({ ...sealed, state: "sending" }, { state: "sending", done: 3, all: 7 }, true), {
    stand: "sending",
    done: 3,
    all: 7,
  });
  assert.equal(standOf(sealed, undefined, false).stand, "waiting");
  assert.equal(
    standOf({ ...sealed, state: "trouble" }, { state: "sending", done: 3, all: 7 }, true).stand,
    "trouble",
  );
  assert.deepEqual(
    overdue([sealed, { ...sealed, id: "late", nag: true }]).map(({ id }) => id),
    ["late"],
  );
});

test("only the home screen, or an app of its own, is more than practice", () => {
  const browser = (/** @type {string} */ mode, navigator = {}) => ({
    matchMedia: (/** @type {string} */ query) => ({ matches: query === `(display-mode: ${mode})` }),
    navigator,
  });
  assert.equal(onHomeScreen(browser("browser")), false);
  assert.equal(onHomeScreen(browser("standalone")), true);
  assert.equal(onHomeScreen(browser("browser", { standalone: true })), true);
  assert.equal(
    machineOf({ userAgent: "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)", maxTouchPoints: 5 }),
    "ipad",
  );
  assert.equal(
    machineOf({ userAgent: "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)", maxTouchPoints: 0 }),
    "computer",
  );
});

test("a tablet whose clock is a day fast has the office's day, and knows that its own is wrong", () => {
  const kit = (/** @type {number} */ clock_fast) => /** @type {any} */ ({ tablet: { device: () => ({ clock_fast }) } });
  const day = 86_400_000;
  assert.equal(isoDay(officeNow(kit(day))), isoDay(Date.now() - day));
  assert.deepEqual([hasWrongDay(kit(day)), hasWrongDay(kit(-day)), hasWrongDay(kit(0))], [true, true, false]);
  assert.equal(hasWrongDay(/** @type {any} */ ({ tablet: { device: () => undefined } })), false);
});

test("whoever has not read what was said before is not on record as that once they have", () => {
  const read = { words: "There is something, and I have not read it", asks: "Read what Tyler told us before" };
  let plan = answered(planForPack(TYLER, "en-GB"), "told-not-read", {}, read);
  assert.deepEqual(plan.needs, [{ text: read.words, asks: read.asks }]);
  plan = answered(plan, "told-not-read", {}, read);
  assert.equal(plan.needs.length, 1, "said twice it is once");
  for (const label of ["told-read", "told-nothing", "told-unanswered"])
    assert.deepEqual(answered(plan, label, {}, { ...read, words: "another answer" }).needs, [], label);
});
