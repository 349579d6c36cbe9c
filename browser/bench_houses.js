// Figures of the kit before a real office, for `cargo xtask bench houses`: one JSON line, `{"figure": number}`. The kit is
// opened as a tablet opens it and the office is whatever KITH_ADDRESS says; each figure is the median of what is taken here.
import { mkdtempSync, rmSync } from "node:fs";
import { Agent, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { sha256, utf8, uuid7 } from "../crates/assets/js/kit/bytes.js";
import { keyOf, place, seal, wrapToOffice } from "../crates/assets/js/kit/seal.js";
import { chunksByName, manifestOf } from "../crates/assets/js/kit/stream.js";
import { address, ARGUMENTS, browserHere, deskOf, openBrowser } from "./kith.js";
import { codeFrom, joins, openBare, openKit, opensWith, PIN, press, reachesTheHouses, run, SIZE, takesAlong, comesToRest, CHILD } from "./tablets.js";

/** @typedef {import("playwright-core").Page} Page */

/** What a session is held to: 30 pages, and 10 minutes of sound at 32 kbit/s, as a recorder gives it every four seconds. */
const PAGES = 30, STROKES = 40, POINTS = 60, SLICES = 150, SLICE = 16_000;
const STARTS = 7;
/** Sessions of the load, and how many tablets' worth of connections hand them in at once. */
const LOAD = Number(process.env.KITH_BENCH_SESSIONS ?? 60), CONNECTIONS = 8;
const BEGIN = {
  child: { name: "Esme Example" }, worker: "Priya Nair", language: "en-GB", build: "bench", enquiry: "none",
  agreement: { how: "agreed", who: "Mum", on: "2026-11-20" }, near: "Nobody",
};

/** @type {Record<string, number>} */
const figures = {};
/** @param {number[]} all @param {number} [part] */
const at = (all, part = 0.5) => all.toSorted((one, other) => one - other)[Math.min(all.length - 1, Math.floor(all.length * part))] ?? NaN;

const office = await openBrowser();
const profile = mkdtempSync(join(tmpdir(), "kith-bench-"));
try {
  const desk = await deskOf(office, "joel");
  await precache();
  await onATablet(await codeFrom(desk, "bench"), () => takesAlong(desk, CHILD));
  await sealsAndSends(await codeFrom(desk, "seals"));
  await load(await codeFrom(desk, "load"));
  console.log(JSON.stringify(figures));
} finally {
  await office.close();
  rmSync(profile, { recursive: true, force: true });
}

/** What a tablet fetches before it needs no network: as it lies there, unpacked. */
async function precache() {
  const { files } = await (await fetch(`${address}/kit/files.json`)).json();
  let bytes = 0;
  for (const { url } of files) bytes += (await (await fetch(address + url)).arrayBuffer()).byteLength;
  figures.houses_precache = bytes / 1_000_000;
}

/** @param {string} code @param {() => Promise<void>} packed */
async function onATablet(code, packed) {
  const start = async () => {
    const browser = await chromium.launchPersistentContext(profile, { ...SIZE, executablePath: browserHere(), args: ARGUMENTS });
    await browser.addInitScript(() => {
      addEventListener("DOMContentLoaded", () => new MutationObserver((_, all) => {
        if (!document.querySelector("#kit h1")) return;
        all.disconnect();
        requestAnimationFrame(() => { const { port1, port2 } = new MessageChannel(); port2.onmessage = () => { Object.assign(window, { seenAfter: performance.now() }); }; port1.postMessage(0); });
      }).observe(document, { subtree: true, childList: true }));
    });
    return browser;
  };
  let browser = await start();
  let kit = await openKit(browser);
  await joins(kit, code, "bench");
  await packed();
  await comesToRest(kit);
  await browser.close();
  const starts = [];
  for (let nth = 0; nth < STARTS; nth += 1) {
    browser = await start();
    await browser.setOffline(true);
    kit = await openKit(browser);
    await kit.waitForFunction(() => "seenAfter" in window);
    starts.push(await kit.evaluate(() => /** @type {any} */ (window).seenAfter));
    if (nth < STARTS - 1) await browser.close();
  }
  figures.houses_start_offline = at(starts);
  await opensWith(kit);
  await reachesTheHouses(kit);
  await ink(kit);
  await browser.close();
}

/** From the movement, as the browser had it, until after the frame that shows it. @param {Page} kit */
async function ink(kit) {
  await kit.locator(".place.good").click();
  const canvas = kit.locator(".paper-canvas");
  await canvas.waitFor();
  await kit.evaluate(() => {
    const taken = /** @type {number[]} */ ([]);
    Object.assign(window, { inkTaken: taken });
    document.addEventListener("pointermove", (moved) => {
      const { timeStamp } = moved;
      requestAnimationFrame(() => { const { port1, port2 } = new MessageChannel(); port2.onmessage = () => taken.push(performance.now() - timeStamp); port1.postMessage(0); });
    });
  });
  const box = await canvas.boundingBox();
  if (!box) throw new Error("there is no paper");
  await kit.mouse.move(box.x + 50, box.y + 50);
  await kit.mouse.down();
  for (let nth = 0; nth < 300; nth += 1) await kit.mouse.move(box.x + 50 + nth * 1.8, box.y + 150 + 80 * Math.sin(nth / 9));
  await kit.mouse.up();
  const taken = /** @type {number[]} */ (await kit.evaluate(() => /** @type {any} */ (window).inkTaken));
  figures.houses_ink_p50 = at(taken);
  figures.houses_ink_p95 = at(taken, 0.95);
}

/** In a browser: sealed, with chunks and manifest, and sent until the receipt. @param {string} code */
async function sealsAndSends(code) {
  const page = await openBare(await office.newContext(SIZE), address);
  const [sealed, sent] = await run(page, async (tablet, { pin, code, begin, PAGES, STROKES, POINTS, SLICES, SLICE }) => {
    await tablet.enrol(code, pin);
    const session = await tablet.begin(begin);
    const points = Array.from({ length: POINTS }, (_, at) => [at * 7.25, 240.5, 0.45, at * 16]);
    for (let nth = 0; nth < PAGES; nth += 1) {
      const page = crypto.randomUUID();
      await session.add("page", { page, house: "good" });
      await Promise.all(Array.from({ length: STROKES }, (_, at) =>
        session.add("stroke", { page, id: `s${nth}.${at}`, tool: "crayon", colour: "#3a2c2b", width: 6, points, ended: true })));
    }
    const sound = session.attach("sound", "audio/webm");
    for (let at = 0; at < SLICES; at += 1) await sound.add(crypto.getRandomValues(new Uint8Array(SLICE)));
    await sound.keep({ ms: 600_000 });
    const drawn = performance.now();
    await session.seal("read_back");
    await tablet.emergencyFile(session.id);
    const sealed = performance.now();
    const ended = await tablet.send();
    if (ended !== "done") throw new Error(`handing in ended ${ended}`);
    return [sealed - drawn, performance.now() - sealed];
  }, { pin: PIN, code, begin: BEGIN, PAGES, STROKES, POINTS, SLICES, SLICE });
  figures.houses_seal = sealed / 1000;
  figures.houses_send = sent / 1000;
}

/** @typedef {{id: string, manifest: string, chunks: Map<string, Uint8Array<ArrayBuffer>>}} Sealed */

/** Sessions sealed beforehand and handed in as tablets do, so many at once: sessions a minute. @param {string} code */
async function load(code) {
  const joined = await (await fetch(`${address}/sync/v1/devices`, { method: "POST", body: JSON.stringify({ code, guards: true }) })).json();
  /** @type {Sealed[]} */
  const waiting = [];
  for (let nth = 0; nth < LOAD; nth += 1) waiting.push(await sealedSession(joined));
  const bytes = waiting.reduce((sum, { chunks }) => sum + [...chunks.values()].reduce((all, chunk) => all + chunk.length, 0), 0);
  figures.houses_session_size = bytes / LOAD / 1_000_000;
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const began = performance.now();
  await Promise.all(Array.from({ length: CONNECTIONS }, async () => {
    for (let one = waiting.pop(); one; one = waiting.pop()) await handIn(agent, joined.token, one);
  }));
  figures.houses_sessions = LOAD / ((performance.now() - began) / 60_000);
  agent.destroy();
}

/** @param {any} joined @returns {Promise<Sealed>} */
async function sealedSession({ device, sealing }) {
  const id = uuid7(crypto, Date.now());
  const raw = crypto.getRandomValues(new Uint8Array(32));
  const key = await keyOf(crypto, raw);
  const attachment = uuid7(crypto, Date.now());
  const slices = Array.from({ length: SLICES }, () => crypto.getRandomValues(new Uint8Array(SLICE)));
  const sound = new Uint8Array(SLICES * SLICE);
  slices.forEach((slice, nth) => sound.set(slice, nth * SLICE));
  const ops = opsOf(id, attachment, await sha256(crypto, sound));
  const records = await Promise.all(ops.map(async (op, nth) => ({ n: nth + 1, ...await seal(crypto, key, utf8(JSON.stringify(op)), place.op(id, nth + 1)) })));
  const parts = await Promise.all(slices.map(async (slice, nth) => ({ n: nth + 1, ...await seal(crypto, key, slice, place.part(id, attachment, nth + 1)) })));
  const now = Date.now();
  const attached = { id: attachment, kind: /** @type {const} */ ("sound"), type: "audio/webm", page: null, parts: SLICES, from: now, to: now, kept: true };
  const a = await wrapToOffice(crypto, raw, { session: id, device }, sealing);
  const row = { id, state: /** @type {const} */ ("sealed"), began_at: now, build: "bench", records: ops.length, attachments: [attached], wraps: { a, b: null }, sealed_at: now, finished: true };
  const reading = { records: async () => records, parts: async () => parts };
  const manifest = await manifestOf(crypto, row, device, reading);
  const chunks = new Map();
  for (const [name, read] of chunksByName(JSON.parse(manifest), reading)) chunks.set(name, await read());
  return { id, manifest, chunks };
}

/** @param {string} session @param {string} attachment @param {string} sha */
function opsOf(session, attachment, sha) {
  let since = 0;
  const op = (/** @type {string} */ kind, /** @type {object} */ fields, by = "child") => ({ kind, at: Date.now(), since: since += 40, by, ...fields });
  const points = Array.from({ length: POINTS }, (_, at) => [at * 7.25, 240.5, 0.45, at * 16]);
  const pages = Array.from({ length: PAGES }, () => uuid7(crypto, Date.now()));
  return [
    op("begin", { session, ...BEGIN }, "worker"),
    ...pages.flatMap((page, nth) => [op("page", { page, house: "good" }), ...Array.from({ length: STROKES }, (_, at) =>
      op("stroke", { page, id: `s${nth}.${at}`, tool: "crayon", colour: "#3a2c2b", width: 6, points, ended: true }))]),
    op("sound", { page: pages[0], id: "sound", attachment, ms: 600_000, type: "audio/webm", sha256: sha }),
    op("finish", { how: "read_back" }, "worker"),
  ];
}

/** @param {Agent} agent @param {string} token @param {Sealed} session */
async function handIn(agent, token, { id, manifest, chunks }) {
  const first = await put(agent, token, `bundles/${id}`, manifest);
  if (first.status !== 202) throw new Error(`a manifest was answered ${first.status}`);
  for (const name of JSON.parse(first.body).missing) {
    const { status } = await put(agent, token, `chunks/${name}`, chunks.get(name) ?? "");
    if (status !== 201) throw new Error(`a chunk was answered ${status}`);
  }
  const last = await put(agent, token, `bundles/${id}`, manifest);
  if (last.status !== 200) throw new Error(`a whole bundle was answered ${last.status}`);
}

/** @param {Agent} agent @param {string} token @param {string} path @param {string | Uint8Array} body @returns {Promise<{status: number, body: string}>} */
function put(agent, token, path, body) {
  return new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${token}`, "content-length": Buffer.byteLength(body) };
    const asked = request(`${address}/sync/v1/${path}`, { method: "PUT", agent, headers }, async (answer) => {
      let text = "";
      for await (const some of answer) text += some;
      resolve({ status: answer.statusCode ?? 0, body: text });
    });
    asked.on("error", reject);
    asked.end(body);
  });
}
