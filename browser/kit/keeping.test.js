// Keeping what is added, whatever the tablet does.
import assert from "node:assert/strict";
import { test } from "node:test";
import { forceCloseDatabase } from "fake-indexeddb";
import { full, unknownOutcome, watched } from "./faults.js";
import { aVisit, BEGIN, HOUR, joined, PIN, soundOf, WORDS } from "./world.js";

/** @typedef {import("./faults.js").OnTransaction} OnTransaction */

const troubled = (/** @type {string} */ what) => ({ name: "Trouble", what });

/** A tablet that has joined, over a database whose faults can be switched on. */
async function faulty() {
  const { shelf, office } = await joined();
  /** @type {{begun: OnTransaction, before: () => void, open: IDBDatabase[]}} */
  const fault = { begun: () => {}, before: () => {}, open: [] };
  const indexedDB = watched(shelf.indexedDB, {
    before: () => fault.before(),
    begun: (...given) => fault.begun(...given),
    opened: (database) => fault.open.push(database),
  });
  const tablet = await shelf.again({ indexedDB });
  await tablet.unlock(PIN);
  return { shelf, office, tablet, fault };
}

/** Handed in, and the texts of its notes as the office has them. @param {any} of */
async function notesAtTheOffice({ tablet, office, session }) {
  await session.seal("read_back");
  assert.equal(await tablet.send(), "done");
  /** @type {import("../../crates/assets/js/kit/reduce.js").Op[]} */
  const ops = [...office.bundles.values()][0]?.ops ?? [];
  return ops.filter(({ kind }) => kind === "note").map(({ text }) => text);
}

const numbers = (/** @type {number} */ upTo) => Array.from({ length: upTo }, (_, at) => `${at}`);

test("two hundred ops added at once are kept in order without a gap, and so are those after they are taken up again", async () => {
  const { shelf, office, tablet } = await joined();
  const session = await tablet.begin(BEGIN);
  await Promise.all(numbers(200).map((text) => session.add("note", { text }, "worker")));
  const again = await shelf.again();
  await again.unlock(PIN);
  const resumed = await again.resume(session.id);
  await Promise.all(numbers(50).map((text) => resumed.add("note", { text: `again ${text}` })));
  const { records } = await shelf.everything();
  assert.deepEqual(records?.map(({ seq }) => seq), Array.from({ length: 251 }, (_, at) => at + 1));
  const expected = [...numbers(200), ...numbers(50).map((text) => `again ${text}`)];
  assert.deepEqual(await notesAtTheOffice({ tablet: again, office, session: resumed }), expected);
  await shelf.shut();
});

test("a full tablet says so at once, holds what was added, and keeps it as soon as there is room", async () => {
  const { shelf, office, tablet, fault } = await faulty();
  const session = await tablet.begin(BEGIN);
  await session.add("note", { text: "0" });
  fault.begun = full;
  await assert.rejects(session.add("note", { text: "1" }), troubled("full"));
  await assert.rejects(session.attach("sound", "audio/webm").add(soundOf(1000)), troubled("full"));
  assert.deepEqual([session.ops.length, session.unkept], [3, 2], "it stands on the screen and is held");
  assert.equal((await shelf.everything()).records?.length, 2);
  fault.begun = () => {};
  await session.add("note", { text: "2" });
  assert.equal(session.unkept, 0);
  assert.deepEqual(await notesAtTheOffice({ tablet, office, session }), ["0", "1", "2"]);
  await shelf.shut();
});

test("it is also kept when the kit is put away, and by itself after a while", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const { shelf, office } = await joined();
  const page = Object.assign(new EventTarget(), { visibilityState: "visible" });
  let isFull = false;
  const indexedDB = watched(shelf.indexedDB, { begun: (...given) => { if (isFull) full(...given); } });
  const tablet = await shelf.again({ indexedDB, page });
  await tablet.unlock(PIN);
  const session = await tablet.begin(BEGIN);
  isFull = true;
  await assert.rejects(session.add("note", { text: "0" }), troubled("full"));
  isFull = false;
  page.visibilityState = "hidden";
  page.dispatchEvent(new Event("visibilitychange"));
  await session.flush();
  assert.equal((await shelf.everything()).records?.length, 2);
  isFull = true;
  await assert.rejects(session.add("note", { text: "1" }), troubled("full"));
  isFull = false;
  t.mock.timers.tick(2000);
  while (session.unkept > 0) await shelf.everything();
  assert.deepEqual(await notesAtTheOffice({ tablet, office, session }), ["0", "1"]);
  await shelf.shut();
});

test("what was locked before there was room is taken up again with what was held", async () => {
  const { shelf, office, tablet, fault } = await faulty();
  const session = await tablet.begin(BEGIN);
  fault.begun = full;
  await assert.rejects(session.add("note", { text: "held" }), troubled("full"));
  await tablet.lock();
  fault.begun = () => {};
  await assert.rejects((await otherWindow(shelf)).resume(session.id), troubled("elsewhere"));
  fault.begun = (transaction, names, mode) => { if (!names.includes("vault")) full(transaction, names, mode); };
  await tablet.unlock(PIN);
  const again = await tablet.resume(session.id);
  assert.equal(again.ops.at(-1)?.text, "held");
  fault.begun = () => {};
  await again.add("note", { text: "after" });
  assert.deepEqual(await notesAtTheOffice({ tablet, office, session: again }), ["held", "after"]);
  await shelf.shut();
});

test("a session of which something is still held is sealed by nobody before that is kept", async () => {
  const { shelf, office, tablet, fault } = await faulty();
  const session = await tablet.begin(BEGIN);
  fault.begun = full;
  await assert.rejects(session.add("note", { text: "held" }), troubled("full"));
  await tablet.lock();
  shelf.pass(73 * HOUR);
  await tablet.send();
  const other = await shelf.open();
  await other.send();
  assert.deepEqual([(await other.sessions())[0]?.state, office.bundles.size], ["open", 0]);
  fault.begun = () => {};
  await tablet.send();
  assert.deepEqual([...office.bundles.values()].map(({ ops }) => ops.at(-1)?.text), ["held"]);
  await shelf.shut();
});

/** Another window of the same tablet, unlocked. @param {import("./world.js").Shelf} shelf */
async function otherWindow(shelf) {
  const tablet = await shelf.open();
  await tablet.unlock(PIN);
  return tablet;
}

test("the emergency file has what could not be kept, only the office opens it, and with it nothing is filed twice", async () => {
  const { shelf, office, tablet, fault } = await faulty();
  const session = await tablet.begin(BEGIN);
  const sound = await aVisit(session);
  fault.begun = full;
  await assert.rejects(session.add("note", { text: "held" }), troubled("full"));
  const half = session.attach("sound", "audio/webm");
  await assert.rejects(half.add(soundOf(70_000)), troubled("full"));
  const file = await tablet.emergencyFile(session.id);
  for (const word of WORDS) assert.equal(Buffer.from(file).includes(word), false);
  const [token = ""] = office.devices.keys();
  assert.equal((await office.takeFile(file, token)).answer.status, 200);
  const [first] = office.bundles.values();
  assert.deepEqual([first?.finished, first?.ops.at(-1)?.text], [false, "held"]);
  assert.deepEqual([first?.attachments.get(sound)?.length, first?.attachments.get(half.id)?.length], [600_000, 70_000]);
  fault.before = () => { throw new DOMException("gone for good", "UnknownError"); };
  const blind = await tablet.emergencyFile(session.id);
  assert.equal((await office.takeFile(blind, token)).answer.status, 200, "the database cannot even be read");
  fault.before = () => {};
  fault.begun = () => {};
  await half.throwAway();
  await session.seal("read_back");
  await tablet.send();
  const last = [...office.bundles.values()].at(-1);
  assert.deepEqual([last?.finished, last?.attachments.size, last?.session], [true, 1, first?.session], "a branch of it");
  await shelf.shut();
});

test("a connection that the system takes away is opened again, told or not, and nothing is lost or kept twice", async () => {
  const { shelf, office, tablet, fault } = await faulty();
  const session = await tablet.begin(BEGIN);
  await session.add("page", { page: "p1", house: "good" });
  const cutAndAdd = async (/** @type {(database: IDBDatabase) => void} */ cut, /** @type {string} */ text) => {
    const database = fault.open.at(-1);
    assert.ok(database);
    cut(database);
    await session.add("note", { text });
    assert.notEqual(fault.open.at(-1), database, `opened anew for ${text}`);
  };
  await cutAndAdd((database) => forceCloseDatabase(/** @type {any} */ (database)), "0");
  await cutAndAdd((database) => database.close(), "1");
  const once = (/** @type {OnTransaction} */ begun) => () => {
    fault.begun = (...given) => { fault.begun = () => {}; begun(...given); };
  };
  await cutAndAdd(once(unknownOutcome), "2");
  await cutAndAdd(once((transaction) => {
    transaction.objectStore = () => { throw new DOMException("Connection to Indexed Database server lost", "UnknownError"); };
  }), "3");
  await cutAndAdd(once((transaction) => {
    queueMicrotask(() => {
      transaction.abort();
      forceCloseDatabase(/** @type {any} */ (transaction.db));
    });
  }), "4");
  const sound = session.attach("sound", "audio/webm");
  once(unknownOutcome)();
  await sound.add(soundOf(500_000));
  once(unknownOutcome)();
  await sound.keep({ ms: 10 });
  once(unknownOutcome)();
  assert.deepEqual(await notesAtTheOffice({ tablet, office, session }), ["0", "1", "2", "3", "4"]);
  await shelf.shut();
});

test("the second window of a session is told, with and without the browser's locks, and the first goes on", async () => {
  for (const locks of [true, false]) {
    const { shelf, office } = await joined();
    const world = locks ? {} : { locks: undefined };
    const first = await shelf.again(world);
    await first.unlock(PIN);
    const session = await first.begin(BEGIN);
    const second = await shelf.open(world);
    await second.unlock(PIN);
    if (locks) {
      await assert.rejects(second.resume(session.id), troubled("elsewhere"));
      await session.add("note", { text: "0" });
    } else {
      const twin = await second.resume(session.id);
      await session.add("note", { text: "0" });
      await assert.rejects(twin.add("note", { text: "twin" }), troubled("elsewhere"));
    }
    assert.equal(await first.resume(session.id), session, "in its own window it is the same");
    await first.lock();
    await first.unlock(PIN);
    await second.lock();
    await second.unlock(PIN);
    if (locks) await (await second.resume(session.id)).add("note", { text: "1" });
    else await (await first.resume(session.id)).add("note", { text: "1" });
    const last = locks ? second : first;
    assert.deepEqual(await notesAtTheOffice({ tablet: last, office, session: await last.resume(session.id) }), ["0", "1"]);
    await shelf.shut();
  }
});

test("a sound that was thrown away is gone: its parts, its name in the row, its place in the manifest", async () => {
  const { shelf, office, tablet } = await joined();
  const session = await tablet.begin(BEGIN);
  await session.add("page", { page: "p1", house: "good" });
  const kept = session.attach("sound", "audio/webm");
  await kept.add(soundOf(300_000));
  await kept.keep({ ms: 5 });
  const thrown = session.attach("sound", "audio/webm");
  await thrown.add(soundOf(300_000));
  await thrown.throwAway();
  await thrown.add(soundOf(99));
  const late = session.attach("photo", "image/jpeg");
  await late.add(soundOf(1000));
  await late.keep({ width: 4, height: 3 });
  await session.throwAway(late.id);
  const { parts, sessions } = await shelf.everything();
  assert.deepEqual([...new Set(parts?.map(({ attachment }) => attachment))], [kept.id]);
  assert.deepEqual(sessions?.[0]?.attachments.map((/** @type {any} */ { id }) => id), [kept.id]);
  assert.deepEqual([session.state.pages[0]?.sounds.length, session.state.pages[0]?.photos.length], [1, 0]);
  await session.seal("read_back");
  await tablet.send();
  const [bundle] = office.bundles.values();
  assert.deepEqual([...bundle?.attachments.keys() ?? []], [kept.id]);
  await shelf.shut();
});

test("a recording that broke off with the kit is there as far as it went, on its page, and can be thrown away", async () => {
  const { shelf, office, tablet } = await joined();
  const session = await tablet.begin(BEGIN);
  await session.add("page", { page: "p1", house: "good" });
  const sound = session.attach("sound", "audio/mp4");
  await sound.add(soundOf(400_000));
  shelf.pass(8000);
  await sound.add(soundOf(100));
  const again = await shelf.again();
  await again.unlock(PIN);
  const resumed = await again.resume(session.id);
  const [found] = resumed.state.pages[0]?.sounds ?? [];
  assert.deepEqual([found?.attachment, found?.type, found?.ms], [sound.id, "audio/mp4", 8000]);
  const third = await shelf.again();
  await third.unlock(PIN);
  const last = await third.resume(session.id);
  assert.equal(last.ops.filter(({ kind }) => kind === "sound").length, 1, "once, however often it is opened");
  await last.seal("read_back");
  await third.send();
  assert.equal([...office.bundles.values()][0]?.attachments.get(sound.id)?.length, 400_100);
  await shelf.shut();
});

test("nothing recorded is no sound, and one op is never more than can be handed in", async () => {
  const { shelf, tablet } = await joined();
  const session = await tablet.begin(BEGIN);
  await assert.rejects(session.attach("sound", "audio/webm").keep({ ms: 0 }), troubled("nothing_recorded"));
  await assert.rejects(session.add("note", { text: "ä".repeat(600_000) }), troubled("too_long"));
  await session.add("note", { text: "ä".repeat(500_000) });
  assert.equal(session.ops.length, 2);
  await shelf.shut();
});

test("the clock jumps back a day: the order is right, and the time since it began only grows", async () => {
  const { shelf, office, tablet } = await joined();
  const session = await tablet.begin(BEGIN);
  shelf.pass(5000);
  await session.add("note", { text: "0" });
  shelf.nowMs -= 24 * 3_600_000;
  shelf.clockMs += 1000;
  await session.add("note", { text: "1" });
  const again = await shelf.again({ clock: () => shelf.clockMs - 6000 });
  await again.unlock(PIN);
  const resumed = await again.resume(session.id);
  shelf.clockMs += 500;
  await resumed.add("note", { text: "2" });
  assert.deepEqual(resumed.ops.map(({ since }) => since), [0, 5000, 6000, 6500]);
  assert.deepEqual(await notesAtTheOffice({ tablet: again, office, session: resumed }), ["0", "1", "2"]);
  assert.equal(await again.send(), "done", "what was received is not sent again");
  await shelf.shut();
});

test("without 200 MB free no session begins, and one that has begun is never stopped", async () => {
  const { shelf } = await joined();
  let free = 201e6;
  const never = async () => false;
  const storage = { persisted: never, persist: never, estimate: async () => ({ quota: 1e9, usage: 1e9 - free }) };
  const tablet = await shelf.again({ storage });
  await tablet.unlock(PIN);
  assert.deepEqual(await tablet.room(), { persisted: false, free: 201e6, enough: true });
  const session = await tablet.begin(BEGIN);
  free = 1e6;
  await session.add("note", { text: "still" });
  await assert.rejects(tablet.begin(BEGIN), troubled("no_room"));
  assert.equal((await tablet.sessions()).length, 1);
  await shelf.shut();
});

test("a session that was left for 72 hours is sealed as it is, without the PIN; one that somebody is at is not", async () => {
  const { shelf, office, tablet } = await joined();
  const session = await tablet.begin(BEGIN);
  await aVisit(session);
  shelf.pass(73 * HOUR);
  const second = await shelf.open();
  await second.send();
  assert.equal((await second.sessions())[0]?.state, "open", "another window is at it");
  assert.equal((await second.sessions())[0]?.nag, true);
  await shelf.shut();
  const later = await shelf.open();
  assert.deepEqual([(await later.sessions())[0]?.state, later.locked], ["sealed", true]);
  await later.send();
  assert.deepEqual([...office.bundles.values()].map(({ finished, ops }) => [finished, ops.length]), [[false, 8]]);
  assert.equal((await later.sessions())[0]?.nag, false);
  await shelf.shut();
});

test("a browser that keeps nothing says so", async () => {
  const { openTablet } = await import("../../crates/assets/js/kit/tablet.js");
  await assert.rejects(openTablet({ indexedDB: undefined }), troubled("no_database"));
});
