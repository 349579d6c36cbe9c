// Practice: the whole kit with nobody's name, on a tablet that keeps nothing. What is done there lives in memory
// until the practice is closed. A line over every screen says so.
import { h } from "./dom.js";
import { staffButton } from "./desk.js";
import { nothingYet, reduce } from "./reduce.js";
import { planForName } from "./plan.js";
import { prepareFor } from "./preparing.js";

/**
 * @typedef {import("./kit.js").Kit} Kit
 * @typedef {import("./reduce.js").Op} Op
 */

/** Begins a practice. @param {Kit} kit */
export async function rehearse(kit) {
  const real = kit.tablet;
  const close = async () => {
    kit.closeTray();
    kit.let();
    kit.forgetLook();
    kit.tablet = real;
    mark.remove();
    delete kit.root.dataset.practice;
    await kit.go("start");
  };
  kit.tablet = new PracticeTablet(kit.w("practice-worker"), close);
  const mark = h(
    "p",
    { class: "practice-mark", role: "note" },
    h("span", {}, kit.w("practice-mark")),
    staffButton(kit, kit.w("practice-close"), () => void close(), { kind: "text" }),
  );
  kit.root.prepend(mark);
  kit.root.dataset.practice = "";
  await prepareFor(kit, planForName(kit.w("practice-child"), "en-GB"));
}

/** Answers as the tablet does, and writes nothing. */
export class PracticeTablet {
  rehearsal = true;
  locked = false;

  /** @param {string} worker @param {() => void} close  called when the start page is asked for */
  constructor(worker, close) {
    this.worker = worker;
    this.close = close;
  }

  device() {
    return {
      id: "",
      name: "",
      until: "",
      worker: { name: this.worker },
      office: { name: "", phone: "" },
      lost: false,
      clock_fast: 0,
    };
  }

  async unlock() {
    return { ok: true };
  }
  async lock() {}
  async setAside() {
    return null;
  }
  async packs() {
    return [];
  }
  async sessions() {
    return [];
  }
  async refresh() {
    return { state: "well", clock_fast: 0 };
  }
  async room() {
    return { persisted: true, free: null, enough: true };
  }
  async send() {
    return "done";
  }
  watch() {
    return () => {};
  }
  /** @param {Record<string, unknown>} fields */
  async begin(fields) {
    const session = new PracticeSession();
    await session.add("begin", { session: session.id, ...fields }, "worker");
    return session;
  }
}

/** A session that is nowhere but here. */
export class PracticeSession {
  id = newId();
  /** @type {Op[]} */
  ops = [];
  state = nothingYet;
  /** @type {null | "sealed"} */
  closed = null;
  unkept = 0;
  #began = performance.now();

  /**
   * @param {string} kind @param {Record<string, unknown>} [fields] @param {"child" | "worker"} [by]
   * @returns {Promise<Op>}
   */
  async add(kind, fields = {}, by = "child") {
    const op = { ...fields, kind, at: Date.now(), since: Math.round(performance.now() - this.#began), by };
    this.ops.push(op);
    this.state = reduce(this.state, op);
    return op;
  }

  /** @param {"sound" | "photo"} kind @param {string} type */
  attach(kind, type) {
    const id = newId();
    const page = this.state.page;
    return {
      id,
      add: async () => {},
      /** @param {Record<string, unknown>} about */
      keep: (about) => this.add(kind, { page, id: newId(), attachment: id, type, ...about }),
      throwAway: () => this.throwAway(id),
    };
  }

  /** @param {string} attachment */
  async throwAway(attachment) {
    await this.add("thrown_away", { attachment });
  }

  /** @param {string} how @param {string} [why] */
  async seal(how, why) {
    await this.add("finish", { how, ...(why ? { why } : {}) }, "worker");
    this.closed = "sealed";
    this.ops = [];
  }

  async flush() {}
  lock() {}
}

function newId() {
  return crypto.randomUUID();
}
