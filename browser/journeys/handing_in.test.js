// What can go wrong between a tablet and its office, before the real office and on a line that can be cut: nothing is lost,
// nothing arrives twice, and nothing is deleted before the office has signed for it.
import assert from "node:assert/strict";
import { createHash, randomUUID } from "node:crypto";
import { after, before, test } from "node:test";
import { address, deskOf, openBrowser } from "../kith.js";
import { layLine } from "../line.js";
import { codeFrom, kept, openBare, PIN, run, SIZE } from "../tablets.js";

/** @typedef {import("playwright-core").Page} Page */

const WHO = "priya";
/** Two chunks of sound, one of what was done, one of a photograph. */
const SOUND = 1_300_000;
const CHUNKS = 4;
const BEGIN = {
  child: { name: "Esme Example" }, worker: "Priya Nair", language: "en-GB", build: "test", enquiry: "none",
  agreement: { how: "agreed", who: "Mum", on: "2026-11-20" }, near: "Nobody",
};

/** @type {import("playwright-core").Browser} */
let browser;
/** @type {Page} */
let desk;
before(async () => {
  browser = await openBrowser();
  desk = await deskOf(browser, WHO);
});
after(() => browser.close());

/**
 * A tablet of its own with one sealed session, on a line of its own.
 * @param {import("node:test").TestContext} t
 * @param {{sound?: number, init?: () => void}} [how]
 */
async function sealedTablet(t, { sound = 0, init } = {}) {
  const line = await layLine();
  const context = await browser.newContext(SIZE);
  t.after(async () => {
    await context.close();
    line.end();
  });
  if (init) await context.addInitScript(init);
  const called = `tablet ${randomUUID().slice(0, 8)}`;
  const page = await openBare(context, line.address);
  await run(page, (tablet, [code, pin]) => tablet.enrol(code, pin), [await codeFrom(desk, called), PIN]);
  const id = await run(page, aSession, { begin: BEGIN, sound, pages: [randomUUID(), randomUUID()] });
  return { line, context, page, id, called };
}

/** A session of words, a stroke and, where it is said, a sound and a photograph. Runs in the page.
 * @param {any} tablet @param {{begin: object, sound: number, pages: string[]}} given */
async function aSession(tablet, { begin, sound, pages: [good, worries] }) {
  const session = await tablet.begin(begin);
  await session.add("level", { level: "b" });
  await session.add("page", { page: good, house: "good" });
  const points = [[10, 20, 0.5, 0], [60, 80, 0.5, 40], [200, 90, 0.6, 90]];
  await session.add("stroke", { page: good, id: "s1", tool: "crayon", colour: "#3c6fb4", width: 7, points, ended: true });
  await session.add("page", { page: worries, house: "worries" });
  await session.add("words", { page: worries, id: "w1", text: "if nobody wakes up" });
  for (const [kind, type, bytes] of /** @type {[string, string, number][]} */ (sound ? [["sound", "audio/webm", sound], ["photo", "image/jpeg", 90_000]] : [])) {
    const attachment = session.attach(kind, type);
    for (let at = 0; at < bytes; at += 16_000) await attachment.add(crypto.getRandomValues(new Uint8Array(Math.min(16_000, bytes - at))));
    await attachment.keep(kind === "sound" ? { ms: 600_000 } : { width: 40, height: 30 });
  }
  await session.seal("read_back");
  return session.id;
}

const send = (/** @type {Page} */ page) => run(page, (tablet) => tablet.send());
const state = (/** @type {Page} */ page) => run(page, async (tablet) => {
  const [{ state, code }] = await tablet.sessions();
  return [state, code];
});

/** How many wait at the desk that came from this tablet. @param {string} called */
async function waiting(called) {
  await desk.goto(`${address}/handed-in`);
  return desk.locator("main").getByText(called, { exact: true }).count();
}

/** @param {import("../line.js").Line} line */
const receipts = ({ heard }) => heard.filter(({ path, body }) => path.includes("/bundles/") && body.includes("signature"));

test("cut at every request, before the office heard it and after: all of it arrives, once, and stays until it is signed for", async (t) => {
  for (const cut of /** @type {const} */ (["cut before", "cut after"])) {
    const { line, context, page, id, called } = await sealedTablet(t, { sound: SOUND });
    const before = await kept(page);
    const was = new Set();
    line.heard = [];
    // Each chunk, and each time the manifest is handed in with another number of chunks there.
    line.fault = ({ method, path }) => {
      const there = new Set(line.heard.filter(({ status }) => status === 201).map((one) => one.path)).size;
      const asked = path.includes("/chunks/") ? path : `${path} ${there}`;
      if (method !== "PUT" || was.has(asked)) return undefined;
      was.add(asked);
      return cut;
    };
    let tries = 1;
    while (await send(page) !== "done") {
      tries += 1;
      assert.ok(tries <= was.size + 1, "each cut costs one try");
      assert.deepEqual(await kept(page), before, `${cut}: nothing is deleted without a receipt`);
    }
    const chunks = line.heard.filter(({ path }) => path.includes("/chunks/"));
    assert.equal(new Set(chunks.map(({ path }) => path)).size, CHUNKS);
    assert.deepEqual([was.size, tries], [2 * CHUNKS + 1, 2 * CHUNKS + 2], "cut at each chunk, and at each question what is lacking");
    assert.equal(new Set(receipts(line).map(({ body }) => body.toString())).size, 1, "one receipt, however often it is given");
    assert.equal(await waiting(called), 1, "at the desk it stands once");
    assert.deepEqual([await state(page), (await kept(page)).pieces], [["received", null], before.pieces]);
    line.fault = () => undefined;
    const again = await openBare(context, line.address);
    assert.deepEqual(await state(again), ["received", null]);
    assert.equal((await kept(again)).pieces, 0, "and it goes when the kit is next opened");
    assert.match(id, /^[0-9a-f-]{36}$/);
  }
});

test("answered with trouble, by itself or on its way: nothing is deleted, somebody is told where it will not pass, and it goes later", async (t) => {
  const { line, page, called } = await sealedTablet(t);
  const before = await kept(page);
  for (const where of ["/bundles/", "/chunks/"]) {
    for (const [status, stands, sign] of /** @type {[number, string, string | null][]} */ ([
      [500, "sending", null], [503, "sending", null], [409, "sending", null], [409, "sending", null], [409, "trouble", "9"], [413, "trouble", "3"],
    ])) {
      line.fault = ({ path }) => (path.includes(where) ? { status } : undefined);
      assert.equal(await send(page), "waiting", `${status} to ${where}`);
      const [is, code] = await state(page);
      // What was told once stays until it is in the record.
      if (sign) assert.deepEqual([is, code?.[0]], [stands, sign], `${status} to ${where}`);
      assert.deepEqual(await kept(page), before, `${status} to ${where}`);
    }
  }
  line.fault = () => undefined;
  assert.equal(await send(page), "done");
  assert.deepEqual([await state(page), await waiting(called)], [["received", null], 1]);
});

test("the office itself refuses what is too large, another's, or of nobody it knows", async (t) => {
  const { line, page } = await sealedTablet(t);
  const answers = await page.evaluate(async (large) => {
    const token = await new Promise((/** @type {(token: string) => void} */ resolve) => {
      const opening = indexedDB.open("kith-kit");
      opening.onsuccess = () => {
        const asked = opening.result.transaction("device").objectStore("device").get("device");
        asked.onsuccess = () => resolve(asked.result.token);
      };
    });
    const put = async (/** @type {string} */ name, /** @type {BodyInit} */ body, by = token) =>
      (await fetch(`/sync/v1/chunks/${name}`, { method: "PUT", headers: { authorization: `Bearer ${by}` }, body })).status;
    return [await put(large, new Uint8Array(1024 * 1024 + 1)), await put("0".repeat(64), "another"), await put(large, "x", "0".repeat(64))];
  }, createHash("sha256").update(new Uint8Array(1024 * 1024 + 1)).digest("hex"));
  assert.deepEqual(answers, [413, 422, 401]);
  assert.equal(await send(page), "done");
  assert.equal(receipts(line).length, 1);
});

test("the same bundle twice, from a tablet that forgot its receipt and from anybody who kept the bytes: one sitting, one receipt", async (t) => {
  const { line, context, page, called } = await sealedTablet(t);
  line.fault = ({ path }) => (path.includes("/bundles/") && receipts(line).length === 0 && line.heard.some((one) => one.path.includes("/chunks/")) ? "cut after" : undefined);
  assert.equal(await send(page), "waiting");
  line.fault = () => undefined;
  const again = await openBare(context, line.address);
  assert.equal(await send(again), "done");
  const [first, second] = receipts(line);
  const { sent, path } = /** @type {import("../line.js").Heard} */ (second);
  assert.deepEqual(first?.body, second?.body, "the same receipt");
  const third = await again.evaluate(async ([where, bytes]) => {
    const opening = indexedDB.open("kith-kit");
    await new Promise((done) => { opening.onsuccess = done; });
    const asked = opening.result.transaction("device").objectStore("device").get("device");
    await new Promise((done) => { asked.onsuccess = done; });
    const headers = { authorization: `Bearer ${asked.result.token}` };
    const answer = await fetch(where ?? "", { method: "PUT", headers, body: bytes });
    return answer.text();
  }, [path, sent.toString()]);
  assert.equal(third, second?.body.toString());
  assert.equal(await waiting(called), 1);
});

test("a manifest without one of its recordings is refused by the office, and the tablet keeps all of it", async (t) => {
  const { page, called } = await sealedTablet(t, { sound: 40_000 });
  const before = await kept(page);
  /** Lets go of the recordings, or puts them back. Runs in the page. */
  const attachments = (/** @type {any[] | null} */ put) => page.evaluate(async (these) => {
    const opening = indexedDB.open("kith-kit");
    await new Promise((done) => { opening.onsuccess = done; });
    const store = opening.result.transaction("sessions", "readwrite").objectStore("sessions");
    const asked = store.getAll();
    await new Promise((done) => { asked.onsuccess = done; });
    const [{ manifest: _, ...row }] = asked.result;
    const putting = store.put({ ...row, attachments: these ?? row.attachments.slice(1) });
    await new Promise((done) => { putting.onsuccess = done; });
    opening.result.close();
    return row.attachments;
  }, put);
  const whole = await attachments(null);
  assert.equal(await send(page), "waiting");
  const [stands, code] = await state(page);
  assert.deepEqual([stands, code?.[0], await waiting(called)], ["trouble", "2", 0]);
  assert.deepEqual(await kept(page), before);
  await attachments(whole);
  assert.equal(await send(page), "done");
  assert.deepEqual([await state(page), await waiting(called)], [["received", null], 1]);
});

test("a clock that is two days fast, and then goes back a week: in order, received, and no child forgotten too early", async (t) => {
  const { line, page, called } = await sealedTablet(t, {
    init: () => {
      const { now } = Date;
      Object.assign(globalThis, { ahead: 2 * 86_400_000 });
      Date.now = () => now() + /** @type {any} */ (globalThis).ahead;
    },
  });
  const ops = await run(page, async (tablet, begin) => {
    const session = await tablet.begin(begin);
    await session.add("exact", { text: "before" });
    /** @type {any} */ (globalThis).ahead -= 7 * 86_400_000;
    await session.add("exact", { text: "after" });
    const told = session.ops.map((/** @type {any} */ { since }) => since);
    await session.seal("read_back");
    return told;
  }, BEGIN);
  assert.deepEqual(ops, ops.toSorted((/** @type {number} */ one, /** @type {number} */ other) => one - other));
  assert.equal(await send(page), "done");
  assert.equal(receipts(line).length, 2);
  assert.equal(await waiting(called), 2);
});
