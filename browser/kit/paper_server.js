// The kit's scripts on a page of their own, served from the folder that the program embeds and under the program's own
// policy, for tests that need a real browser and no record.
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const crates = new URL("../../crates/", import.meta.url);

const TYPES = /** @type {Record<string, string>} */ ({
  ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8", ".svg": "image/svg+xml", ".woff2": "font/woff2",
});

const PAGE = `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>Paper</title>
<link rel="stylesheet" href="/a/test/css/kit_ink.css"><link rel="stylesheet" href="/page.css">
<script type="module" src="/page.js"></script><main><button>Before</button><div id="desk"></div><button>After</button></main>`;

const STYLE = "body { margin: 0; background: #f3f4e6 } #desk { inline-size: 744px; margin: 20px }";

/** What a screen of the kit does with these parts; `kit.ops` is what it was told. */
const SCRIPT = `
import { Paper, drawPage } from "/a/test/js/kit/ink.js";
import { replay } from "/a/test/js/kit/replay.js";
import { Recorder, listen } from "/a/test/js/kit/voice.js";
import { takePhoto, photoField } from "/a/test/js/kit/photo.js";
import { stickersAreHere } from "/a/test/js/kit/stickers.js";
const say = (name, fill = {}) => [name, ...Object.values(fill)].join(" ");
const ops = [];
const onOp = (op) => {
  ops.push({ at: Date.now(), since: performance.now(), by: "child", ...op });
  // Kept as the tablet keeps it: what a tab that is killed leaves behind.
  localStorage.setItem("ops", JSON.stringify(ops));
};
const paper = new Paper(document.createElement("canvas"), { onOp, say });
paper.page = "one";
document.querySelector("#desk").append(paper.sheet);
Object.assign(window, { kit: { paper, ops, drawPage, replay, Recorder, listen, takePhoto, photoField, stickersAreHere } });
document.body.dataset.ready = "yes";
`;

/** The policy as it stands in the program. */
async function policy() {
  const source = await readFile(new URL("web/src/csp.rs", crates), "utf8");
  const found = /const POLICY: &str = "([^"]*)";/.exec(source)?.[1];
  if (!found) throw new Error("there is no policy in csp.rs");
  return found.replace(/\\\n\s*/g, "");
}

/** @param {string} path @returns {Promise<[string, string | Buffer]>} */
async function answerTo(path) {
  if (path === "/") return ["text/html; charset=utf-8", PAGE];
  if (path === "/page.js") return ["text/javascript", SCRIPT];
  if (path === "/page.css") return ["text/css", STYLE];
  const name = path.replace(/^\/a\/test\//, "");
  const file = fileURLToPath(new URL(`assets/${name}`, crates));
  return [TYPES[extname(file)] ?? "application/octet-stream", await readFile(file)];
}

/** A server on this machine alone; `close` ends it. */
export async function servePaper() {
  const csp = await policy();
  const server = createServer(async (asked, answer) => {
    try {
      const [type, body] = await answerTo(new URL(asked.url ?? "/", "http://here").pathname);
      answer.writeHead(200, { "content-type": type, "content-security-policy": csp, "cache-control": "no-store" }).end(body);
    } catch {
      answer.writeHead(404).end();
    }
  });
  await new Promise((resolve) => { server.listen(0, "127.0.0.1", () => resolve(null)); });
  const bound = server.address();
  if (bound === null || typeof bound === "string") throw new Error("the server has no port");
  const close = () => new Promise((resolve) => { server.closeAllConnections(); server.close(resolve); });
  return { address: `http://127.0.0.1:${bound.port}`, close };
}

/** Debian's browser, without a window. `more`: what else it is told, such as which microphone there is. @param {readonly string[]} [more] */
export function openPaperBrowser(more = []) {
  const here = ["/usr/bin/chromium", "/usr/bin/chromium-browser"].find((path) => existsSync(path));
  const quiet = ["--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update"];
  return chromium.launch({ executablePath: here, args: ["--no-sandbox", ...quiet, ...more] });
}

/**
 * A paper on a screen of two pixels to one, and what the browser complains of while it is open.
 * @param {import("playwright-core").Browser} browser
 * @param {string} address
 * @returns {Promise<[import("playwright-core").Page, string[]]>}
 */
export async function openPaper(browser, address) {
  const context = await browser.newContext({ viewport: { width: 1180, height: 820 }, deviceScaleFactor: 2, hasTouch: true, locale: "en-GB" });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  /** @type {string[]} */
  const complaints = [];
  page.on("console", (line) => { if (line.type() === "error" && !line.location().url.endsWith("favicon.ico")) complaints.push(line.text()); });
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto(address);
  await page.waitForSelector("body[data-ready]");
  return [page, complaints];
}
