// Keeps the kit on the tablet, so that it starts where there is no network. It answers for `/kit/` and
// the kit's own files, and for nothing else: never for what is handed in, never for another page. A
// build is kept whole, each file checked against its hash, or not at all; the build in use stays until
// no session is open.
/// <reference lib="webworker" />

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const LIST = "/kit/files.json";
const NAME = "kith-kit-";
const PAGE = "/kit/";

/** @typedef {{build: string, files: {url: string, sha256: string}[]}} List */

worker.addEventListener("install", (event) => event.waitUntil(keepBuild()));
worker.addEventListener("activate", (event) => event.waitUntil(dropOthers()));
worker.addEventListener("message", (event) => {
  if (event.data === "come in") void worker.skipWaiting();
});
worker.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== location.origin) return;
  if (url.pathname === "/kit/sw.js" || !isOurs(url.pathname)) return;
  event.respondWith(answer(event.request, url.pathname));
});

/** @param {string} path */
const isOurs = (path) => path.startsWith(PAGE) || path.startsWith("/a/");

/** Fetches every file of a build and keeps all of them, or says which one did not come. */
async function keepBuild() {
  const got = await fetch(LIST, { cache: "no-store", credentials: "omit" });
  if (!got.ok) throw new Error(`${LIST}: ${got.status}`);
  const text = await got.clone().text();
  const list = /** @type {List} */ (JSON.parse(text));
  const store = NAME + list.build;
  const had = await caches.has(store);
  const cache = await caches.open(store);
  try {
    await Promise.all(list.files.map((file) => keepFile(cache, file)));
    await cache.put(LIST, new Response(text, { headers: { "content-type": "application/json" } }));
  } catch (why) {
    if (!had) await caches.delete(store);
    await tellPages(String(why instanceof Error ? why.message : why));
    throw why;
  }
}

/** @param {Cache} cache @param {{url: string, sha256: string}} file */
async function keepFile(cache, { url, sha256 }) {
  const got = await fetch(url, { cache: "no-store", credentials: "omit" }).catch(() => null);
  if (!got?.ok) throw new Error(`${url}: ${got?.status ?? "no answer"}`);
  const bytes = await got.arrayBuffer();
  const found = hex(await crypto.subtle.digest("SHA-256", bytes));
  if (found !== sha256) throw new Error(`${url}: not the file that was promised`);
  await cache.put(url, new Response(bytes, { headers: unpacked(got.headers) }));
}

/** What a file says of itself, without how it was packed on the way: the bytes are kept unpacked.
 * The page's policy is among it. @param {Headers} headers */
function unpacked(headers) {
  const kept = new Headers(headers);
  for (const name of ["content-encoding", "content-length", "transfer-encoding", "vary"]) kept.delete(name);
  return kept;
}

/** @param {ArrayBuffer} digest */
const hex = (digest) =>
  [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");

/** Once this build is in, the ones before it go. */
async function dropOthers() {
  const names = (await caches.keys()).filter((name) => name.startsWith(NAME));
  const mine = await newest(names);
  await Promise.all(names.filter((name) => name !== mine).map((name) => caches.delete(name)));
  await worker.clients.claim();
}

/** The build this worker kept last: caches are listed in the order they were made.
 * @param {string[]} names */
async function newest(names) {
  for (const name of names.toReversed()) {
    if (await (await caches.open(name)).match(LIST)) return name;
  }
  return undefined;
}

/** What is kept comes first; what is not kept is asked for.
 * @param {Request} request @param {string} path */
async function answer(request, path) {
  const kept = await caches.match(path.startsWith(PAGE) && request.mode === "navigate" ? PAGE : path);
  return kept ?? fetch(request);
}

/** Says to open pages what went wrong, since an install that fails is silent else.
 * @param {string} what */
async function tellPages(what) {
  const pages = await worker.clients.matchAll({ includeUncontrolled: true, type: "window" });
  for (const page of pages) page.postMessage({ kind: "not kept whole", what });
}
