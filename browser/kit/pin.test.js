// What the PIN opens, what it does not, and what is left when it is forgotten.
import assert from "node:assert/strict";
import { test } from "node:test";
import { wordsIn } from "./faults.js";
import { openOffice } from "./office.js";
import { aVisit, BEGIN, joined, PIN, Shelf, WORDS } from "./world.js";

const WRONG = "999999";

/** A child taken along until a day. @param {string} until @param {object[]} [people] */
function packUntil(until, people = []) {
  return { id: "c1", child: { name: "Kayleigh" }, people, last: [], blocked: null, until: `${until}T00:00:00Z` };
}

const troubled = (/** @type {string} */ what) => ({ name: "Trouble", what });

test("no word of the child is in any store, at any moment, and neither is the name of a child taken along", async () => {
  const { shelf, office, tablet } = await joined();
  const nowhere = async (/** @type {string} */ when) => {
    const all = await shelf.everything();
    for (const [name, rows] of Object.entries(all)) assert.deepEqual(wordsIn(rows, WORDS), [], `${name}, ${when}`);
    return all;
  };
  office.packs = [packUntil("2026-11-27", [{ id: "m", name: "Mum shouts at the wall" }])];
  await tablet.refresh();
  assert.equal((await tablet.packs())[0]?.child.name, "Kayleigh");
  const session = await tablet.begin(BEGIN);
  await aVisit(session);
  const half = session.attach("sound", "audio/webm");
  await half.add(new TextEncoder().encode(WORDS.join(" ")));
  const open = await nowhere("while it is open");
  assert.ok((open.records?.length ?? 0) > 7 && (open.parts?.length ?? 0) > 6 && open.packs?.length === 1);
  assert.deepEqual(wordsIn(open, ["Tablet 4"]), ["Tablet 4"], "what is there would be found");
  await half.throwAway();
  await session.seal("read_back");
  await nowhere("when it is sealed");
  await tablet.send();
  await nowhere("when it is sent");
  await tablet.lock();
  await shelf.again();
  await nowhere("when it is opened again");
  await shelf.shut();
});

test("what is set aside for as long as the tablet is locked opens with the PIN, and stands nowhere", async () => {
  const { shelf, tablet } = await joined();
  const setting = tablet.setAside(WORDS.join());
  const locking = tablet.lock();
  const aside = await setting;
  await locking;
  assert.deepEqual(wordsIn([aside, await shelf.everything()], WORDS), []);
  await assert.rejects(tablet.takeBack(aside), troubled("locked"));
  await assert.rejects(tablet.setAside("more"), troubled("locked"));
  await tablet.unlock(PIN);
  assert.equal(await tablet.takeBack(aside), WORDS.join());
  await shelf.shut();
});

test("locking forgets every word, and the PIN brings the session back as it was", async () => {
  const { shelf, tablet } = await joined();
  const session = await tablet.begin(BEGIN);
  await aVisit(session);
  const { pages } = session.state;
  const locking = tablet.lock();
  assert.ok(tablet.locked);
  assert.deepEqual([session.ops, session.state.child, session.closed], [[], null, "locked"]);
  await assert.rejects(session.add("note", { text: "x" }), troubled("locked"));
  await assert.rejects(tablet.begin(BEGIN), troubled("locked"));
  await assert.rejects(tablet.packs(), troubled("locked"));
  await locking;
  assert.deepEqual(await tablet.unlock(WRONG), { ok: false, left: 9 });
  assert.deepEqual(await tablet.unlock(PIN), { ok: true });
  const again = await tablet.resume(session.id);
  assert.deepEqual(again.state.pages, pages);
  assert.deepEqual(await tablet.unlock(WRONG), { ok: false, left: 9 }, "the right PIN takes the wrong ones back");
  await shelf.shut();
});

test("what was added in the moment of locking is kept", async () => {
  const { shelf, tablet } = await joined();
  const session = await tablet.begin(BEGIN);
  const added = session.add("note", { text: "the last" });
  await tablet.lock();
  await added;
  await tablet.unlock(PIN);
  assert.equal((await tablet.resume(session.id)).ops.at(-1)?.text, "the last");
  await shelf.shut();
});

test("ten wrong PINs: nothing can be read here any more, and the office gets what was written", async () => {
  const { shelf, office, tablet } = await joined();
  office.packs = [packUntil("2026-12-27")];
  await tablet.refresh();
  const session = await tablet.begin(BEGIN);
  await aVisit(session);
  await shelf.again();
  for (let left = 9; left > 0; left -= 1) assert.deepEqual(await shelf.opened[0]?.unlock(WRONG), { ok: false, left });
  const forgetful = await shelf.again();
  assert.deepEqual(await forgetful.unlock(WRONG), { ok: false, gone: true }, "counted on the disk, not in memory");
  assert.deepEqual(await forgetful.unlock(PIN), { ok: false, gone: true }, "and the right one comes too late");
  const { packs, vault, sessions } = await shelf.everything();
  assert.deepEqual([packs?.length, vault?.length, sessions?.[0]?.wraps.b], [0, 0, null]);
  assert.equal(await forgetful.send(), "done");
  const [bundle] = office.bundles.values();
  assert.deepEqual([bundle?.finished, bundle?.ops.length, bundle?.ops[5]?.text], [false, 8, WORDS[1]]);
  await shelf.shut();
});

test("a try is counted before it is made: pulling the plug wins none", async () => {
  const { shelf } = await joined();
  for (let tries = 0; tries < 9; tries += 1) {
    const subtle = new Proxy(crypto.subtle, { get: () => () => new Promise(() => {}) });
    const stuck = await shelf.again({ crypto: /** @type {any} */ ({ subtle, getRandomValues: crypto.getRandomValues }) });
    void stuck.unlock(WRONG);
    while ((await shelf.everything()).vault?.[0]?.wrong !== tries + 1);
  }
  assert.deepEqual(await (await shelf.again()).unlock(WRONG), { ok: false, gone: true });
  await shelf.shut();
});

test("finishing deletes the tablet's own way in: with the PIN and all that is stored it cannot be read", async () => {
  const { shelf, tablet } = await joined();
  const session = await tablet.begin(BEGIN);
  await aVisit(session);
  await session.add("comes_back", { on: "2026-12-03" });
  await session.add("important_said", { words: "he locks it", rang: null }, "worker");
  await session.seal("read_back");
  assert.deepEqual([session.ops, session.state.pages, session.state.exact, session.state.comes_back], [[], [], [], "2026-12-03"]);
  assert.deepEqual(session.state.important_said, [{ rang: null }], "that nobody was rung is known, and no word of what was said");
  await assert.rejects(session.add("note", { text: "x" }), troubled("ended"));
  const again = await shelf.again();
  await again.unlock(PIN);
  await assert.rejects(again.resume(session.id), troubled("only_office"));
  const { sessions } = await shelf.everything();
  assert.equal(sessions?.[0]?.wraps.b, null);
  await shelf.shut();
});

test("a tablet that was declared lost forgets what it could read, and still hands in", async () => {
  const { shelf, office, tablet } = await joined();
  const session = await tablet.begin(BEGIN);
  await aVisit(session);
  for (const device of office.devices.values()) device.lost = true;
  assert.equal((await tablet.refresh()).state, "lost");
  assert.deepEqual([tablet.locked, session.closed, tablet.device()?.lost], [true, "locked", true]);
  assert.deepEqual(await tablet.unlock(PIN), { ok: false, gone: true });
  assert.equal(await tablet.send(), "done");
  assert.equal([...office.bundles.values()][0]?.ops.length, 8);
  await shelf.shut();
});

test("packs are gone when their time is over, with and without the PIN", async () => {
  const { shelf, office, tablet } = await joined();
  office.packs = [packUntil("2026-11-27")];
  await tablet.refresh();
  shelf.pass(11 * 3_600_000);
  assert.equal((await tablet.packs()).length, 1);
  shelf.pass(2 * 3_600_000);
  await shelf.again();
  assert.equal((await shelf.everything()).packs?.length, 0);
  await shelf.shut();
});

test("a code joins one tablet, once; a PIN has six digits; without a network nothing is spent", async () => {
  const shelf = new Shelf(await openOffice());
  const { office } = shelf;
  const tablet = await shelf.open();
  const code = office.code();
  assert.equal(tablet.device(), null);
  await assert.rejects(tablet.enrol(code, "12345"), troubled("pin_short"));
  await assert.rejects(tablet.unlock(PIN), troubled("not_enrolled"));
  office.fault = () => "cut before";
  await assert.rejects(tablet.enrol(code, PIN), troubled("offline"));
  office.fault = () => undefined;
  await tablet.enrol(code, PIN);
  assert.equal(JSON.stringify(tablet.device()).includes("token"), false);
  await assert.rejects((await new Shelf(office).open()).enrol(code, PIN), troubled("code_refused"));
  await shelf.shut();
});

test("the tablet's clock is told beside the office's", async () => {
  const { shelf, tablet } = await joined();
  shelf.nowMs += 3 * 60_000;
  assert.deepEqual(await tablet.refresh(), { state: "well", clock_fast: 3 * 60_000 });
  await shelf.shut();
});

test("a tablet whose clock is days ahead keeps who was taken along until it is midnight at the office", async () => {
  const { shelf, office, tablet } = await joined();
  office.packs = [{ id: "c1", child: { name: "Kayleigh" }, people: [], last: [], blocked: null, until: "2026-11-27T00:00:00Z" }];
  shelf.nowMs += 2 * 24 * 3_600_000;
  await tablet.refresh();
  assert.equal((await tablet.packs()).length, 1);
  shelf.pass(13 * 3_600_000);
  assert.equal((await tablet.packs()).length, 0);
  await shelf.shut();
});

test("a tablet that was declared lost forgets at its next network, though nobody gives the PIN", async () => {
  const { shelf, office, tablet } = await joined();
  office.packs = [{ id: "c1", child: { name: "Kayleigh" }, people: [], last: [], blocked: null, until: "2027-11-27T00:00:00Z" }];
  await tablet.refresh();
  await tablet.lock();
  await tablet.obey();
  assert.equal((await shelf.everything()).packs?.length, 1);
  for (const device of office.devices.values()) device.lost = true;
  await tablet.obey();
  assert.deepEqual([(await shelf.everything()).packs?.length, tablet.device()?.lost], [0, true]);
  assert.deepEqual(await tablet.unlock(PIN), { ok: false, gone: true });
  await shelf.shut();
});

test("a child who is taken off is gone from a locked tablet, and one that stays is not", async () => {
  const { shelf, office, tablet } = await joined();
  const pack = (/** @type {string} */ id) =>
    ({ id, child: { name: "Kayleigh" }, people: [], last: [], blocked: null, until: "2027-11-27T00:00:00Z" });
  office.packs = [pack("c1"), pack("c2")];
  await tablet.refresh();
  await tablet.lock();
  office.packs = [pack("c2")];
  assert.equal(await tablet.obey(), false);
  assert.deepEqual((await shelf.everything()).packs?.map(({ id }) => id), ["c2"]);
  office.packs = [pack("c2"), pack("c3")];
  assert.equal(await tablet.obey(), true, "somebody is taken along who is not here yet");
  await shelf.shut();
});
