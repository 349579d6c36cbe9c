// An office for the tablet to hand in to: /sync/v1 as docs/kit.md has it, in memory. It opens what it is given with the
// office's own keys, decrypts every record, holds the stream to what it must be, and signs receipts. Its faults can be
// switched on one by one.
import { createServer } from "node:http";
import { fromBase64url, base64url, hex, text, uuid7, utf8 } from "../../crates/assets/js/kit/bytes.js";
import { open, place, keyOf, wrappingKey } from "../../crates/assets/js/kit/seal.js";

/** @typedef {import("../../crates/assets/js/kit/stream.js").Manifest} Manifest */
/** @typedef {import("../../crates/assets/js/kit/bytes.js").Bytes} Bytes */
/** @typedef {import("../../crates/assets/js/kit/reduce.js").Op} Op */
/** @typedef {{session: string, manifest: string, device: string, ops: Op[], finished: boolean,
 *   attachments: Map<string, Bytes>, receipt: any}} Bundle */

/** A request as a fault sees it. @typedef {{method: string, path: string, nth: number}} Asked */
/** What an office does wrong with a request: nothing, another answer, or an error before or after it has dealt with it.
 * @typedef {undefined | {status: number, headers?: Record<string, string>, body?: string} | "cut before" | "cut after"} Fault */

const ECDH = { name: "ECDH", namedCurve: "P-256" };
const ECDSA = { name: "ECDSA", namedCurve: "P-256" };

/** What does not fit, as a problem says it. */
class DoesNotFit extends Error {}

/** An office with keys of its own. */
export async function openOffice() {
  const sealing = await crypto.subtle.generateKey(ECDH, true, ["deriveBits"]);
  const receipts = await crypto.subtle.generateKey(ECDSA, true, ["sign", "verify"]);
  const raw = async (/** @type {CryptoKey} */ key) => base64url(await crypto.subtle.exportKey("raw", key));
  return new Office(sealing, receipts, {
    sealing: { id: "sealing-1", key: await raw(sealing.publicKey) },
    receipts: { id: "receipts-1", key: await raw(receipts.publicKey) },
  });
}

export class Office {
  /** @type {Map<string, Bytes>} */
  chunks = new Map();
  /** Whole bundles by the digest of their manifest. @type {Map<string, Bundle>} */
  bundles = new Map();
  /** By the token that hands in. @type {Map<string, {id: string, lost: boolean}>} */
  devices = new Map();
  /** By the token that fetches packs. @type {Map<string, {id: string, lost: boolean}>} */
  fetching = new Map();
  /** @type {Set<string>} */
  codes = new Set();
  /** @type {any[]} */
  packs = [];
  /** Every request, as `PUT chunks/…`. @type {string[]} */
  asked = [];
  /** How many receipts it has made, answers again of the same not counted. */
  receiptsMade = 0;
  /** @type {(asked: Asked) => Fault | Promise<Fault>} */
  fault = () => undefined;
  /** What is done to a receipt before it goes out. @type {(receipt: any) => any} */
  forge = (receipt) => receipt;
  now = () => Date.UTC(2026, 10, 26, 12);

  /**
   * @param {CryptoKeyPair} sealing
   * @param {CryptoKeyPair} receipts
   * @param {{sealing: {id: string, key: string}, receipts: {id: string, key: string}}} known
   */
  constructor(sealing, receipts, known) {
    this.sealing = sealing;
    this.receipts = receipts;
    this.known = known;
  }

  /** A code for one tablet, made in the record. */
  code() {
    const code = `WEX-${this.codes.size + 1}`;
    this.codes.add(code);
    return code;
  }

  /** As the tablet's `fetch`. @type {(url: string, how?: RequestInit) => Promise<Response>} */
  fetch = async (url, how = {}) => {
    const path = new URL(url, "http://office.example").pathname.replace(/^\/sync\/v1\//, "");
    const method = how.method ?? "GET";
    this.asked.push(`${method} ${path}`);
    const fault = await this.fault({ method, path, nth: this.asked.length });
    how.signal?.throwIfAborted();
    if (fault === "cut before") throw new TypeError("network");
    if (typeof fault === "object") return new Response(fault.body ?? "{}", fault);
    const body = typeof how.body === "string" ? utf8(how.body) : new Uint8Array(/** @type {any} */ (how.body ?? []));
    const token = new Headers(how.headers).get("authorization")?.replace("Bearer ", "") ?? "";
    const answer = await this.#answer(method, path, token, body);
    if (fault === "cut after") throw new TypeError("network");
    return answer;
  };

  /** @param {string} method @param {string} path @param {string} token @param {Bytes} body */
  async #answer(method, path, token, body) {
    if (`${method} ${path}` === "POST devices") return this.#join(JSON.parse(text(body)));
    const asksForPacks = `${method} ${path}` === "GET device";
    const device = (asksForPacks ? this.fetching : this.devices).get(token);
    if (!device) return json(401, {});
    if (`${method} ${path}` === "GET device/stands") {
      const ids = this.packs.map(({ id }) => id);
      return json(200, { state: device.lost ? "lost" : "well", now: this.now(), until: UNTIL, packs: device.lost ? [] : ids });
    }
    if (asksForPacks) {
      const [state, packs] = device.lost ? ["lost", []] : ["well", this.packs];
      return json(200, { state, now: this.now(), until: UNTIL, packs });
    }
    const [what, name = ""] = path.split("/");
    if (method === "PUT" && what === "chunks") return this.#chunk(name, body);
    if (method === "PUT" && what === "bundles") return this.#bundle(name, device.id, text(body));
    return json(404, {});
  }

  /** @param {{code: string, guards?: boolean}} asked */
  #join({ code, guards = false }) {
    if (!this.codes.delete(code)) return json(422, { title: "This code does not work." });
    const id = uuid7(crypto, this.now());
    const token = `token-${id}`;
    const packs_token = guards ? `packs-${id}` : null;
    const device = { id, lost: false };
    this.devices.set(token, device);
    if (packs_token) this.fetching.set(packs_token, device);
    const office = { name: "Wexcombe children's services", phone: "01632 960 100" };
    return json(201, {
      device: id, token, packs_token, name: "Tablet 4", until: UNTIL, worker: { name: "Joel" }, office, ...this.known, now: this.now(),
    });
  }

  /** @param {string} name @param {Bytes} bytes */
  async #chunk(name, bytes) {
    if (bytes.length > 1024 * 1024) return json(413, {});
    if (await digest(bytes) !== name) return json(422, {});
    const had = this.chunks.has(name);
    this.chunks.set(name, bytes);
    return json(had ? 200 : 201, {});
  }

  /** @param {string} session @param {string} device @param {string} written */
  async #bundle(session, device, written) {
    const name = await digest(utf8(written));
    const there = this.bundles.get(name);
    if (there) return json(200, this.forge(there.receipt));
    /** @type {Manifest} */
    const manifest = JSON.parse(written);
    const named = [manifest.ops, ...manifest.attachments].flatMap(({ chunks }) => chunks);
    const missing = named.filter((one) => !this.chunks.has(one));
    if (missing.length > 0) return json(202, { missing });
    try {
      if (manifest.session !== session || manifest.device !== device) throw new DoesNotFit("whose");
      const opened = await this.#opened(manifest);
      const receipt = await this.#receipt(session, name, device);
      this.bundles.set(name, { session, manifest: name, device, finished: manifest.finished, ...opened, receipt });
      return json(200, this.forge(receipt));
    } catch (why) {
      if (why instanceof DoesNotFit) return json(422, { detail: why.message });
      throw why;
    }
  }

  /** All of it, decrypted. @param {Manifest} manifest */
  async #opened(manifest) {
    const key = await this.#dataKey(manifest);
    const { session } = manifest;
    const records = this.#records(manifest.ops, manifest.ops.count);
    const opened = await Promise.all(records.map((one) => opens(key, one, place.op(session, one.n))));
    /** @type {Op[]} */
    const ops = opened.map((bytes) => JSON.parse(text(bytes)));
    /** @type {Map<string, Bytes>} */
    const attachments = new Map();
    for (const one of manifest.attachments) {
      const parts = this.#records(one, one.parts);
      const clear = await Promise.all(parts.map((part) => opens(key, part, place.part(session, one.id, part.n))));
      attachments.set(one.id, new Uint8Array(await new Blob(clear).arrayBuffer()));
    }
    await holds(manifest, ops, attachments);
    return { ops, attachments };
  }

  /** @param {Manifest} manifest */
  async #dataKey({ session, device, wrap }) {
    // It is the tablet's on which it began; where that one is not known here any more, whoever hands it in.
    const known = [...this.devices.values()].some(({ id }) => id === wrap.device);
    if (known && wrap.device !== device) throw new DoesNotFit("another tablet's");
    if (wrap.key !== this.known.sealing.id) throw new DoesNotFit("another office's");
    const theirs = await crypto.subtle.importKey("raw", fromBase64url(wrap.epk), ECDH, false, []);
    const shared = await crypto.subtle.deriveBits({ name: "ECDH", public: theirs }, this.sealing.privateKey, 256);
    const wrapping = await wrappingKey(crypto, shared, `kith kit 1|${session}|${wrap.key}`);
    const sealed = { iv: fromBase64url(wrap.iv).buffer, sealed: fromBase64url(wrap.sealed).buffer };
    return keyOf(crypto, await opens(wrapping, sealed, wrap.device ? place.office(session, wrap.device) : session));
  }

  /**
   * A stream taken apart, numbered from 1 without a gap.
   * @param {{bytes: number, chunks: string[]}} stream
   * @param {number} count
   */
  #records({ bytes, chunks }, count) {
    /** @type {{n: number, iv: ArrayBuffer, sealed: ArrayBuffer}[]} */
    const records = [];
    let length = 0;
    for (const name of chunks) {
      const { buffer } = (this.chunks.get(name) ?? new Uint8Array()).slice();
      length += buffer.byteLength;
      const view = new DataView(buffer);
      for (let at = 0; at < buffer.byteLength;) {
        const size = view.getUint32(at);
        const end = at + 4 + size;
        if (end > buffer.byteLength) throw new DoesNotFit("cut in two");
        const n = view.getUint32(at + 4);
        records.push({ n, iv: buffer.slice(at + 8, at + 20), sealed: buffer.slice(at + 20, end) });
        at = end;
      }
    }
    const numbered = records.length === count && records.every(({ n }, at) => n === at + 1);
    if (length !== bytes || !numbered) throw new DoesNotFit("stream");
    return records;
  }

  /** @param {string} bundle @param {string} manifest @param {string} device */
  async #receipt(bundle, manifest, device) {
    const at = new Date(this.now()).toISOString();
    const signed = utf8(`kith receipt 1\n${bundle}\n${manifest}\n${device}\n${at}`);
    const signature = await crypto.subtle.sign({ name: "ECDSA", hash: "SHA-256" }, this.receipts.privateKey, signed);
    this.receiptsMade += 1;
    return { bundle, manifest, device, at, key: this.known.receipts.id, signature: base64url(signature) };
  }

  /** Takes a session that comes as a file. @param {ArrayBuffer} file @param {string} token */
  async takeFile(file, token) {
    const view = new DataView(file);
    /** @type {Bytes[]} */
    const parts = [];
    for (let at = "kith kit 1\n".length; at < file.byteLength;) {
      const size = view.getUint32(at);
      parts.push(new Uint8Array(file.slice(at + 4, at + 4 + size)));
      at += 4 + size;
    }
    const [manifest = new Uint8Array(), ...chunks] = parts;
    for (const chunk of chunks) await this.#chunk(await digest(chunk), chunk);
    const { session, device } = JSON.parse(text(manifest));
    return this.#answer("PUT", `bundles/${session}`, token, utf8(text(manifest))).then((answer) => ({ answer, device }));
  }
}

/** The tablets' tokens end then. */
const UNTIL = "2027-02-24T00:00:00Z";

/**
 * What must be true of a bundle beyond its bytes.
 * @param {Manifest} manifest
 * @param {Op[]} ops
 * @param {Map<string, Bytes>} attachments
 */
async function holds(manifest, ops, attachments) {
  const [first] = ops;
  if (first?.kind !== "begin" || first.session !== manifest.session) throw new DoesNotFit("no begin");
  if (manifest.finished !== (ops.at(-1)?.kind === "finish")) throw new DoesNotFit("no finish");
  if (ops.some(({ since }, at) => since < (ops[at - 1]?.since ?? 0))) throw new DoesNotFit("time goes back");
  const thrown = new Set(ops.filter(({ kind }) => kind === "thrown_away").map(({ attachment }) => attachment));
  for (const op of ops.filter(({ kind }) => kind === "sound" || kind === "photo")) {
    if (thrown.has(op.attachment)) continue;
    const bytes = attachments.get(op.attachment);
    if (!bytes) throw new DoesNotFit("an attachment is missing");
    if (await digest(bytes) !== op.sha256) throw new DoesNotFit("an attachment is another");
  }
  if ([...attachments.keys()].some((id) => thrown.has(id))) throw new DoesNotFit("thrown away");
}

/** @param {CryptoKey} key @param {import("../../crates/assets/js/kit/seal.js").Sealed} sealed @param {string} where */
function opens(key, sealed, where) {
  return open(crypto, key, sealed, where).catch(() => { throw new DoesNotFit(`does not open: ${where}`); });
}

/** @param {Bytes} bytes */
async function digest(bytes) {
  return hex(await crypto.subtle.digest("SHA-256", bytes));
}

/** @param {number} status @param {unknown} body */
function json(status, body) {
  return new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json" } });
}

/** The office behind a port of this machine, beside whatever else `pages` answers. Gives its address and what ends it.
 * @param {Office} office @param {(path: string) => {type: string, body: Buffer | string} | undefined} pages */
export async function serve(office, pages) {
  const server = createServer(async (request, response) => {
    const path = request.url ?? "/";
    const page = pages(path);
    if (page) return response.writeHead(200, { "content-type": page.type }).end(page.body);
    /** @type {Buffer[]} */
    const came = [];
    for await (const some of request) came.push(some);
    const body = Buffer.concat(came);
    const authorization = request.headers.authorization ?? "";
    const answer = await office.fetch(path, {
      method: request.method, headers: { authorization }, body: body.length > 0 ? Uint8Array.from(body) : undefined,
    });
    return response.writeHead(answer.status, { "content-type": "application/json" }).end(await answer.text());
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", () => ready(undefined)));
  const at = server.address();
  const port = typeof at === "object" && at ? at.port : 0;
  return { address: `http://127.0.0.1:${port}`, end: () => { server.closeAllConnections(); server.close(); } };
}
