// The line between a tablet and its office: a small server before the demo that passes everything on, and does wrong what
// it is told to. It is cut at any request, before the office has heard it or before the tablet has its answer; it answers
// in the office's place; and it serves the kit as a later build of itself, while the earlier one is gone from the office.
import { createHash } from "node:crypto";
import { Agent, createServer, request as ask } from "node:http";
import { address as office } from "./kith.js";

/** A request, as a fault sees it; `path` without a query. @typedef {{method: string, path: string}} Asked */
/** What goes wrong with it, if anything. @typedef {"cut before" | "cut after" | {status: number} | undefined} Fault */
/** What was asked, and how the office answered; 0: it heard nothing. `came`: the tablet heard the answer.
 * @typedef {Asked & {status: number, came: boolean, sent: Buffer, body: Buffer}} Heard */
/** @typedef {{status: number, headers: import("node:http").IncomingHttpHeaders, body: Buffer}} Answer */

const NO_CONNECTION = new Set(["connection", "keep-alive", "transfer-encoding", "content-length"]);

export class Line {
  /** @type {(asked: Asked) => Fault} */
  fault = () => undefined;
  /** Every request to hand in, as it went. @type {Heard[]} */
  heard = [];
  /** The kit is served as this build; null: as the office has it. @type {string | null} */
  build = null;
  /** Where it listens, without a slash at its end. */
  address = "";
  #agent = new Agent({ keepAlive: true });
  #server = createServer((request, response) => {
    this.#carry(request, response).catch(() => response.destroy());
  });

  async open() {
    await new Promise((ready) => this.#server.listen(0, "127.0.0.1", () => ready(undefined)));
    const at = this.#server.address();
    this.address = `http://127.0.0.1:${typeof at === "object" && at ? at.port : 0}`;
    return this;
  }

  end() {
    this.#server.closeAllConnections();
    this.#server.close();
    this.#agent.destroy();
  }

  /**
   * @param {import("node:http").IncomingMessage} request
   * @param {import("node:http").ServerResponse} response
   */
  async #carry(request, response) {
    const { method = "GET", url = "/" } = request;
    const path = url.replace(/\?.*/, "");
    const fault = this.fault({ method, path });
    const sent = await whole(request);
    /** @param {number} status @param {Buffer} body */
    const note = (status, body) => {
      if (path.startsWith("/sync/")) this.heard.push({ method, path, status, came: !String(fault).startsWith("cut"), sent, body });
    };
    if (fault === "cut before") {
      note(0, Buffer.alloc(0));
      return void response.destroy();
    }
    const answer = typeof fault === "object" ? refusal(fault.status) : await this.#answer(method, url, request.headers, sent);
    note(answer.status, answer.body);
    if (fault === "cut after") return void response.destroy();
    const headers = Object.entries(answer.headers).filter(([name]) => !NO_CONNECTION.has(name));
    // One call a connection: a browser repeats by itself what was cut on one that it had used before.
    response.writeHead(answer.status, { ...Object.fromEntries(headers), connection: "close" }).end(answer.body);
  }

  /** @param {string} method @param {string} url @param {import("node:http").IncomingHttpHeaders} headers @param {Buffer} sent */
  async #answer(method, url, headers, sent) {
    if (this.build === null || method !== "GET") return this.#pass(method, url, headers, sent);
    return this.#ofBuild(this.build, url, headers);
  }

  /** @param {string} method @param {string} url @param {import("node:http").IncomingHttpHeaders} headers
   * @param {Buffer} [sent] @returns {Promise<Answer>} */
  #pass(method, url, headers, sent) {
    const { host: _, "accept-encoding": __, ...kept } = headers;
    return new Promise((resolve, reject) => {
      const asked = ask(office + url, { method, headers: kept, agent: this.#agent }, (answer) => {
        whole(answer).then((body) => resolve({ status: answer.statusCode ?? 500, headers: answer.headers, body }), reject);
      });
      asked.on("error", reject);
      asked.end(sent);
    });
  }

  /** @param {string} build @param {string} url @param {import("node:http").IncomingHttpHeaders} headers */
  async #ofBuild(build, url, headers) {
    const folder = await this.#folder();
    if (url.startsWith(folder)) return refusal(404);
    if (url === "/kit/files.json") return this.#files(build, folder, headers);
    const got = await this.#pass("GET", url.replace(`/a/${build}/`, folder), headers);
    return { ...got, body: Buffer.from(asBuild(build, folder, url, got.body)) };
  }

  /** Where the office's own build has its files. */
  async #folder() {
    const page = await this.#pass("GET", "/kit/", {});
    return /\/a\/\w+\//.exec(page.body.toString())?.[0] ?? "";
  }

  /** @param {string} build @param {string} folder @param {import("node:http").IncomingHttpHeaders} headers */
  async #files(build, folder, headers) {
    const got = await this.#pass("GET", "/kit/files.json", headers);
    const list = JSON.parse(got.body.toString());
    const files = await Promise.all(list.files.map(async (/** @type {{url: string, sha256: string}} */ { url, sha256 }) => {
      if (!url.startsWith("/kit/")) return { url: url.replace(folder, `/a/${build}/`), sha256 };
      const { body } = await this.#pass("GET", url, {});
      return { url, sha256: createHash("sha256").update(asBuild(build, folder, url, body)).digest("hex") };
    }));
    return { ...got, body: Buffer.from(JSON.stringify({ build, files })) };
  }
}

/** A file of the kit as the later build has it: its own folder, its own name, and one sentence that is another.
 * @param {string} build @param {string} folder @param {string} url @param {Buffer} body */
function asBuild(build, folder, url, body) {
  if (url === "/kit/sw.js") return `// ${build}\n${body}`;
  if (url === "/kit/book.json") {
    const book = JSON.parse(body.toString());
    book.build = build;
    for (const words of Object.values(book.words)) words["kit-w-start-kept"] = `As ${build} says it`;
    return JSON.stringify(book);
  }
  return url.startsWith("/kit/") ? body.toString().replaceAll(folder, `/a/${build}/`) : body;
}

/** @param {number} status @returns {Answer} */
const refusal = (status) => ({ status, headers: { "content-type": "application/problem+json" }, body: Buffer.from("{}") });

/** @param {import("node:http").IncomingMessage} message */
async function whole(message) {
  /** @type {Buffer[]} */
  const parts = [];
  for await (const part of message) parts.push(part);
  return Buffer.concat(parts);
}

/** A line to the demo, open. */
export const layLine = () => new Line().open();
