// Where the kit starts: it reads its book, opens the tablet, and shows one screen at a time. What a
// screen may do it does through the one `Kit` given to it, so that words, keeping, walking the tree
// and reading aloud are the same everywhere.
import { raiseAlarm } from "./alarm.js";
import { refill } from "./dom.js";
import { canHear, hear, hush } from "./hear.js";
import { dress, keepLook, lookKept, PLAIN } from "./look.js";
import { facts } from "./facts.js";
import { keepDrop } from "./half_typed.js";
import { keepFresh } from "./fresh.js";
import { CARD, quietHouses } from "./quiet.js";
import { watchOver } from "./rest.js";
import { sendByItself } from "./sending.js";
import { SCREENS, shownOn } from "./road.js";
import { openTablet } from "./tablet.js";
import { Walk } from "./tree.js";
import { wordFor } from "./variant.js";
import { direction, speaker } from "./words.js";

/**
 * @typedef {import("./words.js").Book} Book
 * @typedef {import("./look.js").Look} Look
 * @typedef {Record<string, any>} Params
 * @typedef {{show: (kit: Kit, params: Params) => HTMLElement | Promise<HTMLElement>, leave?: () => void}} Screen
 */

/**
 * What a choice of the tree writes down by itself; other effects are written by the screen they are made on.
 * @type {Record<string, (value: any, stone?: string) => [string, Record<string, unknown>, ("child" | "worker")?]>}
 */
const WRITES = {
  level: (value) => ["level", { level: value }],
  understood: (value, stone) => ["understood", { stone, answer: value }],
  read_back: (value) => ["read_back", { done: value === "done" }],
};

/** Told to the page when the card is shut. */
export const NO_CARD = "no-card";

/** Told to the page when the child is at another place of the tree. */
export const MOVED = "moved";

/** Choices that bring the next thing the kit asks. */
const ASKS = new Set(["more", "another-way"]);

export class Kit {
  /** @type {any} the sealed session that is open, or null */
  session = null;
  /** @type {any} the child as taken along, with the people around, or null */
  pack = null;
  /** @type {any} where in the tree it is, or null */
  walk = null;
  /** @type {Look} */
  look = lookKept();
  /** the screen that is shown, and with what */
  at = { name: "", params: /** @type {Params} */ ({}) };
  /** @type {Screen | null} */
  #shown = null;
  /** @type {Screen | null} */
  #tray = null;
  #going = 0;
  /** what would change the child's screen, and waits until the card is shut @type {Set<() => void>} */
  #waiting = new Set();

  /** @param {Book} book @param {any} tablet @param {HTMLElement} root @param {string} assets */
  constructor(book, tablet, root, assets) {
    this.book = book;
    this.tablet = tablet;
    this.root = root;
    /** where scripts, style and drawings are served: `/a/{build}/` */
    this.assets = assets;
    this.child = part(root, "div", "child");
    this.side = part(root, "aside", "side");
    this.live = part(root, "p", "live");
    this.live.setAttribute("aria-live", "polite");
    this.side.hidden = true;
    this.dress();
  }

  /** The level the child has chosen, `b` until then. @returns {"a"|"b"|"c"|"d"|"e"} */
  get level() {
    return this.session?.state.level ?? "b";
  }

  /** The language of this session. @returns {string} */
  get language() {
    return this.session?.state.language ?? "en-GB";
  }

  get #words() {
    return speaker(this.book, this.language);
  }

  /** A line at the child's level. @param {string} name @param {Record<string, string | number>} [given] */
  say(name, given = {}) {
    return this.sayAt(name, this.level, given);
  }

  /** A line at any level. @param {string} name @param {string} level @param {Record<string, string | number>} [given] */
  sayAt(name, level, given = {}) {
    return this.#words.say(name, level, { ...this.#names(), ...given });
  }

  /** Whether there is such a line at this level. @param {string} name */
  has(name) {
    return this.#words.has(name, this.level);
  }

  /** How many there are. @param {string} name @param {number} count */
  count(name, count) {
    return this.#words.count(name, count, this.level);
  }

  /** What the worker reads. @param {string} name @param {Record<string, string | number>} [given] */
  w(name, given = {}) {
    return this.#words.w(name, { ...this.#names(), manager: this.manager("your-manager"), ...given });
  }

  #names() {
    return { worker: this.worker(), child: this.name(), manager: this.manager() };
  }

  /** First name of the worker. @returns {string} */
  worker() {
    const worker = this.session?.state.worker ?? this.tablet.device()?.worker;
    return first(worker?.name ?? worker);
  }

  /** Who else is told by name that they see the pages: the worker's manager, if the tablet knows; else as whoever
   * reads it would say. @param {"my-manager" | "your-manager"} [unnamed] */
  manager(unnamed = "my-manager") {
    const told = this.session?.state.worker?.manager ?? this.tablet.device()?.worker?.manager;
    return told ? first(told.name ?? told) : this.#words.w(unnamed, { worker: this.worker() });
  }

  /** First name of the child. @returns {string} */
  name() {
    return first(this.session?.state.child?.name);
  }

  /** Address of a drawing. @param {string} name */
  art(name) {
    return `${this.assets}kit/${name}.svg`;
  }

  /** Reads a line aloud with the tablet's own voice. @param {string} text */
  hear(text) {
    hear(text, this.language);
  }

  /** Whether the tablet has a voice for this language. */
  canHear() {
    return canHear(this.language);
  }

  /** Says something to whoever listens to the screen rather than looks at it. @param {string} text */
  announce(text) {
    this.live.textContent = text;
  }

  /**
   * Shows a screen. What the one before was doing ends first.
   * @param {string} name @param {Params} [params]
   */
  async go(name, params = {}) {
    const turn = ++this.#going;
    hush();
    const next = await fetchScreen(name);
    if (turn !== this.#going) return;
    this.#shown?.leave?.();
    this.#shown = next;
    this.at = { name, params };
    const shown = await next.show(this, params);
    if (turn !== this.#going) return;
    refill(this.child, shown);
    this.root.dataset.screen = name;
    this.dress();
    this.child.scrollTop = 0;
    /** @type {HTMLElement | null} */ (this.child.querySelector("h1"))?.focus({ preventScroll: true });
  }

  /** What the screen was doing ends, and what was typed on it is kept; nothing else is shown yet. */
  putDown() {
    this.#shown?.leave?.();
    this.#shown = null;
  }

  /** Shows the same screen again, as things now are. */
  again() {
    return this.go(this.at.name, this.at.params);
  }

  /**
   * Changes something on the child's screen by itself, but never while the card lies open beside it: no child learns
   * from the screen which words count. Gives what takes it back.
   * @param {() => void} change
   */
  whenNoCard(change) {
    if (this.root.dataset.tray === "important") this.#waiting.add(change);
    else change();
    return () => this.#waiting.delete(change);
  }

  /** Opens the worker's side. @param {string} [name] @param {Params} [params] */
  async openTray(name = "tray", params = {}) {
    const tray = await fetchScreen(name);
    this.#tray?.leave?.();
    this.#tray = tray;
    refill(this.side, await tray.show(this, params));
    this.side.hidden = false;
    this.root.dataset.tray = name;
    if (name !== "important") this.#goOn();
    /** @type {HTMLElement | null} */ (this.side.querySelector("h1, h2, button"))?.focus();
  }

  /** What waited for the card to be shut comes now, and the child's screen looks anew at what it may ask. */
  #goOn() {
    this.root.dispatchEvent(new Event(NO_CARD));
    const waited = [...this.#waiting];
    this.#waiting.clear();
    for (const change of waited) change();
  }

  /** Shuts the worker's side; the tab has the focus again. */
  closeTray() {
    this.#tray?.leave?.();
    this.#tray = null;
    this.side.hidden = true;
    this.side.replaceChildren();
    delete this.root.dataset.tray;
    this.#goOn();
    /** @type {HTMLElement | null} */ (this.child.querySelector(".tab"))?.focus();
  }

  /**
   * Keeps one thing. Nothing goes on as if it were kept when it was not: the screen says so at once.
   * @param {string} kind @param {Record<string, unknown>} fields @param {"child" | "worker"} [by]
   */
  async keep(kind, fields, by = "child") {
    try {
      await this.session.add(kind, fields, by);
      return true;
    } catch (why) {
      raiseAlarm(this, why);
      return false;
    }
  }

  /** Starts on the way through the tree, before there is a session. @param {string[]} [been] */
  setOut(been = []) {
    this.walk = new Walk(this.book.tree, facts(this), been);
    return this.walk;
  }

  /** Takes a session up: after `tablet.begin` or `tablet.resume`. @param {any} session */
  async take(session) {
    this.session = session;
    if (!this.walk) this.setOut(session.state.been);
    this.dress();
    const packs = await this.tablet.packs();
    this.pack = packs.find((/** @type {any} */ pack) => pack.id === session.state.child?.pack) ?? null;
  }

  /** Lets go of the session that was open. */
  let() {
    this.session = null;
    this.pack = null;
    this.walk = null;
    // The next child's tablet says nothing of the last one.
    this.announce("");
    this.dress();
  }

  /** The line of the place in the tree where we are, for the houses or what the child has instead. */
  get asked() {
    const node = this.walk.node;
    if (this.quiet) return wordFor(this.session?.state.variant, node.house);
    return node.instead?.[this.session?.state.variant] ?? node.say;
  }

  /** Whether the kit asks nothing here, since something important was said in this house. */
  get quiet() {
    const { house } = this.walk.node;
    return house !== undefined && this.session !== null
      && quietHouses(this.session.ops, this.book.tree.nodes, CARD).has(house);
  }

  /** Whether this choice can be made here now. @param {string} label */
  can(label) {
    if (ASKS.has(label) && this.quiet) return false;
    return this.walk.choices().some((/** @type {any} */ choice) => choice.label === label);
  }

  /** Goes on by one choice of the tree and shows where that leads.
   * @param {string} label @param {Params} [params] */
  async choose(label, params = {}) {
    const { stone } = this.walk.node;
    const choice = this.walk.choose(label);
    if (choice === null) return;
    const write = WRITES[choice.effect ?? ""];
    if (write) await this.keep(...write(choice.value, stone));
    await this.follow(params);
  }

  /** Shows the screen of the place in the tree, and keeps that we are there. @param {Params} [params] */
  async follow(params = {}) {
    const node = this.walk.node;
    const by = node.speaks_to === "worker" ? "worker" : "child";
    if (this.session && !(await this.keep("at", { node: node.id }, by))) return;
    // What the worker meant to ask at the place before is not for the child to read at this one.
    if (this.session) keepDrop(this, "question", "");
    this.root.dispatchEvent(new Event(MOVED));
    if (node.end) await this.session?.seal(node.end, params.why);
    await this.showPlace(params);
  }

  /** Shows the screen of the place in the tree, where nobody has moved. @param {Params} [params] */
  async showPlace(params = {}) {
    const { screen, beside } = shownOn(this.walk.node);
    if (beside) await this.openTray(screen, params);
    else await this.go(screen, params);
  }

  /** The child says stop: it is kept, thanked for, and over. */
  async stop() {
    this.walk?.stop();
    await this.follow();
  }

  /** A rest: nothing is asked until the child comes back. */
  async takeBreak() {
    this.walk?.take_break();
    await this.follow();
  }

  /** Another look: calm colours, bigger words, dark, still. @param {Partial<Look>} change */
  setLook(change) {
    this.look = keepLook({ ...this.look, ...change });
    this.dress();
  }

  /** The next child chooses how it looks anew. */
  forgetLook() {
    this.setLook(PLAIN);
  }

  /** Puts language, level and look on the page. */
  dress() {
    dress(this.root, this.look, this.level);
    document.documentElement.lang = this.language;
    document.documentElement.dir = direction(this.language);
  }
}

/** @param {unknown} name */
const first = (name) => String(name ?? "").trim().split(/\s+/)[0] ?? "";

/** @param {HTMLElement} root @param {"div" | "aside" | "p"} tag @param {string} name */
function part(root, tag, name) {
  const made = document.createElement(tag);
  made.className = name;
  root.append(made);
  return made;
}

/** @param {string} name @returns {Promise<Screen>} */
function fetchScreen(name) {
  if (!SCREENS.has(name)) throw new Error(`no screen is called ${name}`);
  return import(`./screens/${name}.js`);
}

/** Starts the kit on a page. @param {HTMLElement} root */
export async function start(root) {
  const assets = new URL("../../", import.meta.url).pathname;
  const book = await (await fetch("/kit/book.json")).json();
  const tablet = await openTablet();
  root.replaceChildren();
  const kit = new Kit(book, tablet, root, assets);
  watchOver(kit);
  sendByItself(kit);
  void keepFresh(kit);
  await kit.go("start");
  return kit;
}

const root = document.getElementById("kit");
if (root) await start(root);
