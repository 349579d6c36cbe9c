// The worker that keeps the kit for use without a network: whole or not at all, never for other pages, and a new build only
// when it is let in.
import assert from "node:assert/strict";
import { createHash, webcrypto } from "node:crypto";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import vm from "node:vm";

const SOURCE = readFileSync(new URL("../../crates/assets/js/kit/sw.js", import.meta.url), "utf8");
const ORIGIN = "https://kith.example";
const sha = (/** @type {string} */ text) => createHash("sha256").update(text).digest("hex");

/** A browser of its own around the worker. @param {Record<string, string>} served by address */
function browser(served) {
  /** @type {Map<string, Map<string, Response>>} */
  const kept = new Map();
  const path = (/** @type {any} */ asked) => new URL(asked.url ?? asked, ORIGIN).pathname;
  const open = (/** @type {string} */ name) => {
    const cache = kept.get(name) ?? new Map();
    kept.set(name, cache);
    return { put: async (/** @type {any} */ at, /** @type {Response} */ what) => void cache.set(path(at), what), match: async (/** @type {any} */ at) => cache.get(path(at))?.clone() };
  };
  /** @type {Record<string, Function>} */
  const on = {};
  /** @type {unknown[]} */
  const told = [];
  /** @type {string[]} */
  const fetched = [];
  let skipped = 0;
  const self = {
    addEventListener: (/** @type {string} */ name, /** @type {Function} */ does) => { on[name] = does; },
    skipWaiting: async () => { skipped += 1; },
    clients: { claim: async () => {}, matchAll: async () => [{ postMessage: (/** @type {unknown} */ what) => told.push(what) }] },
  };
  vm.runInNewContext(SOURCE, {
    self, URL, Response, Headers, Uint8Array, JSON, String, Error, Promise, console, crypto: webcrypto, location: new URL(ORIGIN),
    caches: {
      open: async (/** @type {string} */ name) => open(name), has: async (/** @type {string} */ name) => kept.has(name),
      delete: async (/** @type {string} */ name) => kept.delete(name), keys: async () => [...kept.keys()],
      match: async (/** @type {any} */ at) => [...kept.values()].map((cache) => cache.get(path(at))).find(Boolean)?.clone(),
    },
    fetch: async (/** @type {any} */ asked) => {
      fetched.push(path(asked));
      const body = served[path(asked)];
      return body === undefined ? new Response("", { status: 404 }) : new Response(body, { headers: { "content-encoding": "gzip", "x-policy": "kept" } });
    },
  });
  const until = async (/** @type {string} */ name) => {
    /** @type {Promise<unknown> | undefined} */
    let waits;
    on[name]?.({ waitUntil: (/** @type {Promise<unknown>} */ promise) => { waits = promise; } });
    await waits;
  };
  const ask = async (/** @type {string} */ address, mode = "cors", method = "GET") => {
    /** @type {Promise<Response> | undefined} */
    let answer;
    on.fetch?.({ request: { url: ORIGIN + address, method, mode }, respondWith: (/** @type {Promise<Response>} */ one) => { answer = one; } });
    return answer;
  };
  return { kept, told, fetched, until, ask, send: (/** @type {unknown} */ data) => on.message?.({ data }), skips: () => skipped };
}

/** @param {string} build @param {Record<string, string>} files @param {Record<string, string>} [broken] @returns {Record<string, string>} */
function serve(build, files, broken = {}) {
  const list = { build, files: Object.entries(files).map(([url, text]) => ({ url, sha256: sha(text) })) };
  return { ...files, ...broken, "/kit/files.json": JSON.stringify(list) };
}

const FILES = { "/kit/": "page", "/kit/book.json": "book", "/a/1/js/kit/kit.js": "script" };

test("once kept, the kit is answered without a network, also where it was opened with something behind its address", async () => {
  const served = serve("one", FILES);
  const it = browser(served);
  await it.until("install");
  await it.until("activate");
  for (const address of Object.keys(served)) delete served[address];
  assert.equal(await (await it.ask("/kit/?from=home", "navigate"))?.text(), "page");
  const script = await it.ask("/a/1/js/kit/kit.js");
  assert.equal(await script?.text(), "script");
  assert.equal(script?.headers.get("x-policy"), "kept");
  assert.equal(script?.headers.get("content-encoding"), null);
});

test("a file that does not come, or is another than was promised, stops all of it and is named", async () => {
  for (const broken of [{ "/kit/book.json": "other" }, { "/kit/book.json": undefined }]) {
    const it = browser(/** @type {any} */ (serve("one", FILES, /** @type {any} */ (broken))));
    await assert.rejects(it.until("install"), /\/kit\/book\.json/);
    assert.deepEqual([...it.kept.keys()], []);
    assert.match(String(/** @type {any} */ (it.told[0]).what), /\/kit\/book\.json/);
  }
});

test("a build that is kept stays when fetching it again fails", async () => {
  const served = serve("one", FILES);
  const it = browser(served);
  await it.until("install");
  served["/kit/book.json"] = "other";
  await assert.rejects(it.until("install"));
  assert.equal(await (await it.ask("/kit/book.json"))?.text(), "book");
});

test("what is handed in, and every other page, is not touched", async () => {
  const it = browser(serve("one", FILES));
  await it.until("install");
  for (const [address, method] of [["/sync/v1/device", "GET"], ["/sync/v1/devices", "POST"], ["/", "GET"], ["/kit/sw.js", "GET"], ["/kit/", "POST"]]) {
    assert.equal(await it.ask(address ?? "", "cors", method), undefined, address);
  }
});

test("a new build waits until the page lets it in, and the old one goes only then", async () => {
  const served = serve("one", FILES);
  const it = browser(served);
  await it.until("install");
  await it.until("activate");
  Object.assign(served, serve("two", { ...FILES, "/kit/book.json": "new book" }));
  await it.until("install");
  assert.equal(it.skips(), 0);
  assert.equal(await (await it.ask("/kit/book.json"))?.text(), "book");
  it.send("something else");
  assert.equal(it.skips(), 0);
  it.send("come in");
  assert.equal(it.skips(), 1);
  await it.until("activate");
  assert.equal(await (await it.ask("/kit/book.json"))?.text(), "new book");
  assert.equal(it.kept.size, 1);
});
