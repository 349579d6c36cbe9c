// The calls a tablet makes to its office, and how each answer is taken. No cookie goes with them and no redirect is
// followed. An answer that is not the office's own (the page of a café's network) counts as no answer.

/** @typedef {import("./bytes.js").Bytes} Bytes */
/** @typedef {(url: string, how: RequestInit) => Promise<Response>} Fetch */

/** How long an answer may take: a megabyte over a poor line. */
const PATIENCE_MS = 180_000;

/** The office was not reached. */
export class Unreached extends Error {
  name = "Unreached";
}

/** The office said no. */
export class Refused extends Error {
  name = "Refused";
  /** @param {number} status @param {number | null} waitMs  how long it asks to wait */
  constructor(status, waitMs) {
    super(`${status}`);
    this.status = status;
    this.waitMs = waitMs;
  }
}

export class Calls {
  /**
   * @param {Fetch} fetch
   * @param {string} base  such as `/sync/v1`
   * @param {(ms: number) => AbortSignal} patience
   */
  constructor(fetch, base, patience) {
    this.#fetch = fetch;
    this.#base = base.replace(/\/$/, "");
    this.#patience = patience;
  }

  #fetch;
  #base;
  #patience;

  /** Joins, as a kit that keeps its second token under the PIN. @param {string} code */
  async join(code) {
    return jsonOf(await this.#ask("POST", "devices", null, JSON.stringify({ code, guards: true })));
  }

  /** Whom it has along. @param {string} token  the one that is kept under the PIN */
  async device(token) {
    return jsonOf(await this.#ask("GET", "device", token));
  }

  /** The same without a name, for a tablet with nobody before it. @param {string} token
   * @returns {Promise<{state: string, now: string, until?: string, packs: string[]}>} */
  async stands(token) {
    return jsonOf(await this.#ask("GET", "device/stands", token));
  }

  /** @param {string} token @param {string} name @param {Bytes} bytes */
  async putChunk(token, name, bytes) {
    await this.#ask("PUT", `chunks/${name}`, token, bytes);
  }

  /**
   * @param {string} token
   * @param {string} session
   * @param {string} manifest
   * @returns {Promise<{receipt: any} | {missing: string[]}>}
   */
  async putBundle(token, session, manifest) {
    const answer = await this.#ask("PUT", `bundles/${session}`, token, manifest);
    const json = await jsonOf(answer);
    if (answer.status !== 202) return { receipt: json };
    if (!Array.isArray(json.missing)) throw new Unreached();
    return { missing: json.missing };
  }

  /**
   * @param {string} method
   * @param {string} path
   * @param {string | null} token
   * @param {string | Bytes} [body]
   */
  async #ask(method, path, token, body) {
    const fetch = this.#fetch;
    const headers = {
      accept: "application/json",
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { "content-type": typeof body === "string" ? JSON_TYPE : BYTES_TYPE }),
    };
    const answer = await fetch(`${this.#base}/${path}`, {
      method, headers, body, credentials: "omit", cache: "no-store", redirect: "error",
      signal: this.#patience(PATIENCE_MS),
    }).catch((why) => { throw new Unreached("", { cause: why }); });
    if (!answer.ok) throw new Refused(answer.status, waitOf(answer.headers.get("retry-after")));
    return answer;
  }
}

const JSON_TYPE = "application/json";
const BYTES_TYPE = "application/octet-stream";

/** @param {Response} answer */
async function jsonOf(answer) {
  const json = await answer.json().catch((why) => { throw new Unreached("", { cause: why }); });
  if (typeof json !== "object" || json === null) throw new Unreached();
  return json;
}

/** `Retry-After` in milliseconds, where it is in seconds. @param {string | null} header */
function waitOf(header) {
  return header !== null && /^\d+$/.test(header.trim()) ? Number(header) * 1000 : null;
}
