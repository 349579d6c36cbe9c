// Handing in, whatever the network and the office do.
import assert from "node:assert/strict";
import { test } from "node:test";
import { waitAfter } from "../../crates/assets/js/kit/backoff.js";
import { codeFor } from "../../crates/assets/js/kit/trouble.js";
import { aVisit, BEGIN, HOUR, joined, PIN } from "./world.js";

/** @typedef {import("./office.js").Fault} Fault */
/** @typedef {import("../../crates/assets/js/kit/sync.js").Told} Told */

/** A tablet with one sealed session of several chunks. */
async function sealed(soundBytes = 2_500_000) {
  const { shelf, office, tablet } = await joined();
  const session = await tablet.begin(BEGIN);
  await aVisit(session, soundBytes);
  await session.seal("read_back");
  shelf.pass(1000);
  office.asked = [];
  return { shelf, office, tablet, id: session.id };
}

/** What is kept of sessions on the tablet. @param {import("./world.js").Shelf} shelf */
async function kept(shelf) {
  const { records, parts } = await shelf.everything();
  return (records?.length ?? 0) + (parts?.length ?? 0);
}

test("the office is asked what it lacks, is given that and nothing else, and each step is told", async () => {
  const { shelf, office, tablet, id } = await sealed();
  /** @type {Told[]} */
  const told = [];
  await tablet.send((one) => told.push(one));
  assert.deepEqual(office.asked.map((asked) => asked.split("/")[0]),
    ["PUT bundles", "PUT chunks", "PUT chunks", "PUT chunks", "PUT chunks", "PUT bundles"]);
  assert.deepEqual(told.map(({ state, done, all }) => `${state} ${done}/${all}`), [
    "sending 0/4", "sending 1/4", "sending 2/4", "sending 3/4", "sending 4/4", "received 4/4",
  ]);
  assert.deepEqual([...new Set(told.map((one) => one.id))], [id]);
  await tablet.send();
  assert.equal(office.asked.length, 6, "what is received is not handed in again");
  await shelf.shut();
});

for (const cut of /** @type {const} */ (["cut before", "cut after"])) {
  test(`${cut} the office dealt with it, at each request in turn: one bundle and one receipt`, async () => {
    const { shelf, office, tablet } = await sealed();
    const cutAt = new Set();
    office.fault = ({ method, path }) => {
      const name = `${method} ${path} ${path.startsWith("bundles") ? office.chunks.size : ""}`;
      if (cutAt.has(name)) return undefined;
      cutAt.add(name);
      return cut;
    };
    let tries = 1;
    while (await tablet.send() !== "done") tries += 1;
    assert.equal(tries, 10, "four chunks, and five times the question what is lacking");
    assert.deepEqual([office.bundles.size, office.receiptsMade], [1, 1]);
    assert.equal(office.asked.filter((asked) => asked.startsWith("PUT chunks")).length, cut === "cut before" ? 8 : 4);
    await shelf.shut();
  });
}

/** What each answer of the office leads to. @type {[number, "waiting" | "trouble"][]} */
const ANSWERS = [
  [500, "waiting"], [502, "waiting"], [503, "waiting"], [429, "waiting"], [408, "waiting"],
  [422, "trouble"], [413, "trouble"], [401, "trouble"], [403, "trouble"], [404, "trouble"],
];
for (const [status, state] of ANSWERS) {
  for (const where of ["bundles", "chunks"]) {
    test(`${status} to ${where}: ${state}, nothing deleted, and sent once the office is well`, async () => {
      const { shelf, office, tablet, id } = await sealed();
      const before = await kept(shelf);
      office.fault = ({ path }) => (path.startsWith(where) ? { status } : undefined);
      /** @type {Told[]} */
      const told = [];
      assert.equal(await tablet.send((one) => told.push(one)), "waiting");
      assert.equal(told.at(-1)?.state, state);
      const code = state === "trouble" ? codeFor(id, status) : null;
      const [listed] = await tablet.sessions();
      assert.deepEqual([listed?.code, listed?.state], [code, code ? "trouble" : "sending"]);
      if (code) assert.match(code, /^[0-9][0-9A-Z]{2}$/);
      const again = await shelf.again();
      assert.equal(await kept(shelf), before);
      office.fault = () => undefined;
      assert.equal(await again.send(), "done");
      assert.deepEqual([(await again.sessions())[0]?.state, (await again.sessions())[0]?.code], ["received", null]);
      await shelf.shut();
    });
  }
}

test("409 is waited out; at the third in a row somebody is told", async () => {
  const { shelf, office, tablet, id } = await sealed();
  office.fault = () => ({ status: 409 });
  const codes = [];
  for (let tries = 0; tries < 3; tries += 1) {
    await tablet.send();
    codes.push((await tablet.sessions())[0]?.code);
  }
  assert.deepEqual(codes, [null, null, codeFor(id, 409)]);
  office.fault = () => undefined;
  assert.equal(await tablet.send(), "done");
  await shelf.shut();
});

test("one session that the office refuses holds up no other", async () => {
  const { shelf, office, tablet, id } = await sealed();
  const other = await tablet.begin(BEGIN);
  await other.seal("stopped_by_child");
  office.fault = ({ path }) => (path === `bundles/${id}` ? { status: 422 } : undefined);
  assert.equal(await tablet.send(), "waiting");
  assert.deepEqual((await tablet.sessions()).map(({ state }) => state), ["received", "trouble"]);
  await shelf.shut();
});

test("an answer that is not the office's own is no answer: the page of a café's network, a list of nothing missing", async () => {
  for (const fault of [
    { status: 200, body: "<html>Welcome to the café" }, { status: 202, body: "{}" },
    { status: 202, body: '{"missing":[]}' },
    { status: 202, body: '{"missing":["00"]}' }, { status: 200, body: "null" },
  ]) {
    const { shelf, office, tablet } = await sealed();
    office.fault = ({ path }) => (path.startsWith("bundles") ? fault : undefined);
    assert.equal(await tablet.send(), "waiting", fault.body);
    assert.deepEqual([(await tablet.sessions())[0]?.state, office.bundles.size], ["sending", 0]);
    await shelf.shut();
  }
});

test("an office that loses what it is given is not given it for ever", async () => {
  const { shelf, office, tablet } = await sealed();
  office.fault = ({ path }) => (path.startsWith("chunks") ? { status: 201 } : undefined);
  assert.equal(await tablet.send(), "waiting");
  assert.equal(office.asked.length, 6);
  await shelf.shut();
});

/** @type {[string, (receipt: any) => any][]} */
const FORGERIES = [
  ["another's signature", (receipt) => ({ ...receipt, signature: "A".repeat(86) })],
  ["no signature", ({ signature: _, ...receipt }) => receipt],
  ["a signature that is no base64", (receipt) => ({ ...receipt, signature: "%%" })],
  ["another time", (receipt) => ({ ...receipt, at: "2026-11-26T12:00:01.000Z" })],
  ["another bundle", (receipt) => ({ ...receipt, bundle: "0199-other" })],
  ["another manifest", (receipt) => ({ ...receipt, manifest: "0".repeat(64) })],
  ["another tablet", (receipt) => ({ ...receipt, device: "0199-other" })],
  ["another key", (receipt) => ({ ...receipt, key: "receipts-2" })],
];
for (const [what, forge] of FORGERIES) {
  test(`a receipt with ${what} deletes nothing, now or when the kit is opened again`, async () => {
    const { shelf, office, tablet, id } = await sealed(1000);
    const before = await kept(shelf);
    office.forge = forge;
    assert.equal(await tablet.send(), "waiting");
    const again = await shelf.again();
    assert.deepEqual([await kept(shelf), (await again.sessions())[0]?.code], [before, codeFor(id, 0)]);
    office.forge = (receipt) => receipt;
    assert.equal(await again.send(), "done");
    await shelf.again();
    assert.equal(await kept(shelf), 0);
    await shelf.shut();
  });
}

test("a bundle whose sound is missing is refused by the office, and kept by the tablet", async () => {
  const { shelf, office, tablet, id } = await sealed();
  const { parts } = await shelf.everything();
  const database = await new Promise((/** @type {(database: IDBDatabase) => void} */ open) => {
    const request = shelf.indexedDB.open("kith-kit");
    request.onsuccess = () => open(request.result);
  });
  const [row] = (await shelf.everything()).sessions ?? [];
  const store = database.transaction(["sessions"], "readwrite").objectStore("sessions");
  store.put({ ...row, attachments: [] });
  database.close();
  assert.equal(await tablet.send(), "waiting");
  assert.deepEqual([(await tablet.sessions())[0]?.code, office.bundles.size], [codeFor(id, 422), 0]);
  assert.equal((await shelf.everything()).parts?.length, parts?.length);
  await shelf.shut();
});

test("an office that does not answer is given up, and asked again later", async () => {
  const { shelf, office } = await sealed();
  const patience = new AbortController();
  const tablet = await shelf.again({ patience: () => patience.signal });
  office.fault = () => new Promise((answer) => {
    patience.signal.addEventListener("abort", () => answer(undefined));
    patience.abort();
  });
  assert.equal(await tablet.send(), "waiting");
  office.fault = () => undefined;
  assert.equal(await (await shelf.again()).send(), "done");
  await shelf.shut();
});

test("two windows, or two hands, send once, and both hands are told how it went", async () => {
  const { shelf, office, tablet } = await sealed();
  const other = await shelf.open();
  /** @type {string[]} */
  const told = [];
  const ended = await Promise.all([tablet.send(), tablet.send(({ state }) => told.push(state)), other.send()]);
  assert.deepEqual(ended, ["done", "done", "busy"]);
  assert.equal(told.at(-1), "received");
  assert.equal(office.asked.filter((asked) => asked.startsWith("PUT chunks")).length, 4);
  await shelf.shut();
});

test("it waits longer each time, from 5 seconds to a quarter of an hour, and never in step with others", () => {
  const least = Array.from({ length: 9 }, (_, at) => waitAfter(at + 1, 0) / 1000);
  const most = Array.from({ length: 9 }, (_, at) => waitAfter(at + 1, 1) / 1000);
  assert.deepEqual(least, [5, 10, 20, 40, 80, 160, 320, 450, 450]);
  assert.deepEqual(most, [10, 20, 40, 80, 160, 320, 640, 900, 900]);
});

test("it goes on opening, each minute when due, with a new network and when somebody looks; not while asked to wait", async (t) => {
  t.mock.timers.enable({ apis: ["setInterval"] });
  const { shelf, office } = await sealed();
  const page = Object.assign(new EventTarget(), { visibilityState: "visible" });
  const window = new EventTarget();
  /** @type {() => void} */
  let settle = () => {};
  const tablet = await shelf.again({ page, window });
  /** The states told by one such occasion. @param {() => void} occasion */
  const toldBy = (occasion) => new Promise((told) => { settle = () => told(undefined); occasion(); });
  const asked = () => office.asked.filter((one) => one !== "GET device/stands").length;
  office.fault = () => "cut before";
  await toldBy(() => { tablet.watch(() => settle()); });
  assert.equal(asked(), 1, "on opening");
  t.mock.timers.tick(60_000);
  await shelf.everything();
  assert.equal(asked(), 1, "the tablet's other clock has not gone on");
  shelf.pass(60_000);
  await toldBy(() => t.mock.timers.tick(60_000));
  assert.equal(asked(), 2, "a minute later");
  await toldBy(() => window.dispatchEvent(new Event("online")));
  assert.equal(asked(), 3, "a new network");
  await toldBy(() => page.dispatchEvent(new Event("visibilitychange")));
  assert.equal(asked(), 4, "somebody looks");
  office.fault = () => ({ status: 429, headers: { "retry-after": "120" } });
  await toldBy(() => page.dispatchEvent(new Event("visibilitychange")));
  office.fault = () => undefined;
  page.dispatchEvent(new Event("visibilitychange"));
  shelf.pass(110_000);
  t.mock.timers.tick(60_000);
  for (let turns = 0; turns < 20; turns += 1) await shelf.everything();
  assert.equal(asked(), 5, "the office asked to be left alone");
  await tablet.send();
  assert.equal((await tablet.sessions())[0]?.state, "received", "but by hand it goes");
  await shelf.shut();
});

test("what is not in the record after 72 hours is spoken of until it is", async () => {
  const { shelf, office, tablet } = await sealed(1000);
  office.fault = () => "cut before";
  shelf.pass(71 * HOUR);
  await tablet.send();
  assert.equal((await tablet.sessions())[0]?.nag, false);
  shelf.pass(2 * HOUR);
  assert.equal((await tablet.sessions())[0]?.nag, true);
  office.fault = () => undefined;
  await tablet.send();
  assert.equal((await tablet.sessions())[0]?.nag, false);
  await shelf.shut();
});

test("an office brought back from a copy, which does not know the tablet as it was, is given all of it by the tablet as it is", async () => {
  const { shelf, office, tablet } = await sealed(1000);
  const open = await tablet.begin(BEGIN);
  await tablet.lock();
  office.fault = ({ path }) => (path.startsWith("bundles") ? "cut before" : undefined);
  await tablet.send();
  office.devices.clear();
  office.fault = () => undefined;
  await tablet.send();
  assert.equal((await tablet.sessions()).some(({ state }) => state === "received"), false);
  await tablet.enrol(office.code(), PIN);
  assert.equal(await tablet.send(), "done");
  assert.deepEqual([...office.bundles.values()].map(({ session, finished }) => [session === open.id, finished]),
    [[false, true], [true, false]]);
  await shelf.shut();
});
