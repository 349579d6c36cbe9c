// The vault in a real browser, before an office of our own: a session from joining to the receipt, with the tab killed
// in the middle, a full disk and a second window; and every file of the browser's profile searched for the child's words.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";
import { ARGUMENTS, browserHere } from "../kith.js";
import { openOffice, serve } from "./office.js";
import { wordsInFiles } from "./profile.js";
import { BEGIN, PIN, WORDS } from "./world.js";

const SCRIPTS = new URL("../../crates/assets/", import.meta.url);
/** Written in clear, as proof that the search would find them: in utf-8, and as the browser writes a string. */
const IN_CLEAR = ["a word in clear as bytes", "a word in clear: Ž as a string"];

const profile = mkdtempSync(join(tmpdir(), "kith-profile-"));
/** @type {import("./office.js").Office} */
let office;
/** @type {Awaited<ReturnType<typeof serve>>} */
let server;
/** @type {import("playwright-core").BrowserContext} */
let browser;

before(async () => {
  office = await openOffice();
  server = await serve(office, (path) => {
    if (path === "/") return { type: "text/html", body: "<!doctype html><title>kit</title>" };
    if (!/^\/js\/kit\/\w+\.js$/.test(path)) return undefined;
    return { type: "text/javascript", body: readFileSync(new URL(`.${path}`, SCRIPTS)) };
  });
  browser = await start();
});
after(async () => {
  await browser.close();
  server.end();
  rmSync(profile, { recursive: true, force: true });
});

function start() {
  return chromium.launchPersistentContext(profile, { executablePath: browserHere(), args: ARGUMENTS });
}

/** A window in which `tablet` is open; on a disk with so much room for the kit, where it is said. @param {number} [room] */
async function aWindow(room) {
  const page = await browser.newPage();
  await page.goto(server.address);
  if (room !== undefined) await giveRoom(page, room);
  await page.evaluate(async () => {
    const where = "/js/kit/tablet.js";
    const { openTablet } = await import(where);
    Object.assign(globalThis, { tablet: await openTablet() });
  });
  return page;
}

/**
 * The browser takes it to heart when the database is next opened.
 * @param {import("playwright-core").Page} page
 * @param {number} [room]
 */
async function giveRoom(page, room) {
  const devtools = await browser.newCDPSession(page);
  await devtools.send("Storage.overrideQuotaForOrigin", { origin: server.address, quotaSize: room });
}

/**
 * Runs in the page with its tablet, and what was given it.
 * @param {import("playwright-core").Page} page
 * @param {(tablet: any, given: any) => unknown} does
 * @param {unknown} [given]
 */
function run(page, does, given) {
  return page.evaluate(([source, value]) => {
    const { tablet } = /** @type {any} */ (globalThis);
    return new Function(`return (${source})`)()(tablet, value);
  }, /** @type {const} */ ([String(does), given]));
}

const LONG = { timeout: 120_000 };

test("a session lives through a killed tab, a full disk and a second window; no word of it is in a file", LONG, async (t) => {
  const page = await aWindow(3_000_000);
  await run(page, (tablet, [code, pin]) => tablet.enrol(code, pin), [office.code(), PIN]);
  const id = await run(page, async (tablet, [begin, words]) => {
    const session = await tablet.begin(begin);
    await session.add("house_named", { house: "good", name: words[3] });
    await session.add("page", { page: "p1", house: "worries" });
    await session.add("words", { page: "p1", id: "w1", text: words[1] });
    await session.add("title", { page: "p1", text: words[2] });
    const sound = session.attach("sound", "audio/webm");
    const speech = new TextEncoder().encode(words.join("|"));
    for (let part = 0; part < 60; part += 1) {
      const bytes = new Uint8Array(16_000);
      bytes.set(speech);
      await sound.add(bytes);
    }
    return session.id;
  }, [BEGIN, WORDS]);

  // The tab dies while the child draws and speaks.
  await run(page, (tablet, session) => {
    void tablet.resume(session).then((/** @type {any} */ one) =>
      one.add("stroke", { page: "p1", id: "s1", points: [[1, 2, 0.5, 0]], ended: false }));
  }, id);
  await page.goto("chrome://crash").catch(() => {});
  await page.close();

  const second = await aWindow(3_000_000);
  const resumed = await run(second, async (tablet, [session, pin]) => {
    const locked = await tablet.resume(session).catch((/** @type {any} */ why) => why.what);
    await tablet.unlock(pin);
    const { state } = await tablet.resume(session);
    return { locked, title: state.pages[0].title, sounds: state.pages[0].sounds.length };
  }, [id, PIN]);
  assert.deepEqual(resumed, { locked: "locked", title: WORDS[2], sounds: 1 });

  const third = await aWindow();
  const told = await run(third, async (tablet, [session, pin]) => {
    await tablet.unlock(pin);
    return tablet.resume(session).catch((/** @type {any} */ why) => why.what);
  }, [id, PIN]);
  assert.equal(told, "elsewhere");
  await third.close();

  // The disk is full, and then it is not.
  const isFull = await run(second, async (tablet, [session, words]) => {
    const one = await tablet.resume(session);
    // What she wrote stands on the photograph, too.
    const picture = new Uint8Array(3_000_000);
    picture.set(new TextEncoder().encode(words.join("|")));
    const troubleOf = (/** @type {Promise<any>} */ adding) => adding.then(() => null, (why) => why.what);
    const photo = one.attach("photo", "image/jpeg");
    const troubles = await Promise.all([
      troubleOf(photo.add(picture)), troubleOf(one.add("exact", { text: "held in memory" })),
    ]);
    Object.assign(globalThis, { photo });
    return [...troubles, one.unkept, (await tablet.emergencyFile(session)).byteLength > 3_900_000];
  }, [id, WORDS]);
  assert.deepEqual(isFull, ["full", "full", 13, true]);
  await giveRoom(second);
  const unkept = await run(second, async (tablet, session) => {
    await /** @type {any} */ (globalThis).photo.keep({ width: 4, height: 3 });
    return (await tablet.resume(session)).unkept;
  }, id);
  assert.equal(unkept, 0);

  // In clear beside it, so that an empty search means something.
  await second.evaluate(async ([bytes, string]) => {
    const opening = indexedDB.open("in clear");
    opening.onupgradeneeded = () => { opening.result.createObjectStore("words"); };
    await new Promise((done) => { opening.onsuccess = done; });
    const writing = opening.result.transaction(["words"], "readwrite");
    writing.objectStore("words").put({ bytes: new TextEncoder().encode(bytes).buffer, string }, "one");
    await new Promise((done) => { writing.oncomplete = done; });
  }, IN_CLEAR);
  await browser.close();
  assert.deepEqual(wordsInFiles(profile, WORDS), [], "while it is not finished");
  assert.deepEqual(wordsInFiles(profile, IN_CLEAR), IN_CLEAR.toSorted(), "what is in clear is found");

  browser = await start();
  const last = await aWindow();
  const ended = await run(last, async (tablet, [session, pin]) => {
    await tablet.unlock(pin);
    const one = await tablet.resume(session);
    await one.seal("read_back");
    const unreadable = await tablet.resume(session).catch((/** @type {any} */ why) => why.what);
    return [unreadable, await tablet.send(), (await tablet.sessions())[0].state];
  }, [id, PIN]);
  assert.deepEqual(ended, ["only_office", "done", "received"]);
  const [bundle] = office.bundles.values();
  const texts = bundle?.ops.map(({ text, name }) => text ?? name).filter((text) => text !== undefined);
  assert.deepEqual(texts, [WORDS[3], WORDS[1], WORDS[2], "held in memory"]);
  assert.deepEqual([...bundle?.attachments.values() ?? []].map(({ length }) => length), [960_000, 3_000_000]);
  await last.reload();
  await browser.close();
  assert.deepEqual(wordsInFiles(profile, WORDS), [], "when it is in the record");
  browser = await start();
  t.diagnostic(`${office.asked.length} requests`);
});

test("in a real browser 30 pages and 10 minutes of sound are sealed in under 3 seconds", LONG, async (t) => {
  const page = await aWindow();
  const figures = /** @type {Record<string, number>} */ (await run(page, async (tablet, [begin, code, pin]) => {
    await tablet.enrol(code, pin);
    const session = await tablet.begin(begin);
    const points = Array.from({ length: 60 }, (_, at) => [at * 7.25, 240.5, 0.45, at * 16]);
    const began = performance.now();
    for (let page = 0; page < 30; page += 1) {
      await session.add("page", { page: `p${page}`, house: "good" });
      for (let at = 0; at < 40; at += 1) {
        const id = `s${page}.${at}`;
        await session.add("stroke", { page: `p${page}`, id, tool: "crayon", colour: "#3a2c2b", width: 6, points, ended: true });
      }
    }
    const sound = session.attach("sound", "audio/webm");
    for (let part = 0; part < 150; part += 1) await sound.add(new Uint8Array(16_000));
    await sound.keep({ ms: 600_000 });
    const drawn = performance.now();
    await session.seal("read_back");
    await tablet.emergencyFile(session.id);
    const sealed = performance.now();
    await tablet.send();
    const sent = performance.now();
    return { "an op kept, on average": (drawn - began) / 1382, sealed: sealed - drawn, sent: sent - sealed };
  }, [BEGIN, office.code(), PIN]));
  for (const [what, ms] of Object.entries(figures)) t.diagnostic(`${what}: ${ms.toFixed(1)} ms`);
  assert.ok((figures.sealed ?? Infinity) < 3000);
  assert.equal([...office.bundles.values()].at(-1)?.ops.length, 1233);
});
