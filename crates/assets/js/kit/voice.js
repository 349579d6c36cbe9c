// A child's voice, recorded when they say so and only then: it starts from a tap, it is seen while it goes on, and it can be
// thrown away. Every slice is handed on at once, so that what kills a tab leaves what there was. Slices are worth something
// only one after another, from the first.
// Deliberately absent: starting by itself, by a voice or after a pause; words made of sound; any reading of a length from
// the file (some have none): the time is our own.
import { Meter } from "./meter.js";

/** @typedef {"asked" | "recording" | "paused" | "kept" | "refused" | "lost"} VoiceState */
/**
 * Why it came to that: `no` (the microphone was refused), `none` (there is none), `busy` (another app has it), `hidden` (the
 * page was left, so it waits, or did not begin), `cut_off` (a call, a plug, the system took the microphone: what there was is kept),
 * `not_kept` (it could not be put down), `empty` (nothing was recorded, nothing is kept).
 * @typedef {"no" | "none" | "busy" | "hidden" | "cut_off" | "not_kept" | "empty"} Why
 */
/** @typedef {{why?: Why, id?: string, type?: string, ms?: number}} Told */
/**
 * Where the bytes go: `attach` of the session.
 * @typedef {object} Attachment
 * @property {string} id
 * @property {(bytes: ArrayBuffer) => unknown} add
 * @property {(about: {ms: number, broken_off?: true}) => unknown} keep
 * @property {() => unknown} throwAway
 */
/** @typedef {(kind: "sound", type: string) => Attachment | Promise<Attachment>} Attach */

const SLICE_MS = 4000;
const BITS_PER_SECOND = 32_000;

/**
 * Kinds of sound to ask for, the first that can be recorded is taken. Apple's browsers say that they write WebM, and then
 * cannot play it or tell how long it is.
 * @param {string} vendor  as in `navigator.vendor`
 */
export function kindsOfSound(vendor) {
  const [webm, mp4, ogg] = ["audio/webm;codecs=opus", "audio/mp4", "audio/ogg;codecs=opus"];
  return vendor.startsWith("Apple") ? [mp4, webm, ogg] : [webm, mp4, ogg];
}

/** @param {unknown} trouble @returns {Why} */
export function whyRefused(trouble) {
  const name = trouble instanceof Error || trouble instanceof DOMException ? trouble.name : "";
  if (name === "NotFoundError" || name === "OverconstrainedError") return "none";
  return name === "NotReadableError" || name === "AbortError" ? "busy" : "no";
}

/** Whether somebody has just tapped, and this page is before them. */
function isTapped() {
  return document.hasFocus() && (navigator.userActivation?.isActive ?? true);
}

export class Recorder {
  /** @type {VoiceState | null} */
  state = null;
  /** What there is so far, for hearing it while it is paused. @type {ArrayBuffer[]} */
  slices = [];

  #attach;
  #onState;
  #now;
  #counted = 0;
  /** @type {number | null} */
  #since = null;
  #added = Promise.resolve();
  #failed = false;
  /** @type {Attachment | null} */
  #attachment = null;
  /** @type {MediaStream | null} */
  #stream = null;
  /** @type {MediaRecorder | null} */
  #recorder = null;
  /** @type {Meter | null} */
  #meter = null;
  /** @type {WakeLockSentinel | null} */
  #awake = null;
  #over = new AbortController();

  /**
   * One take. `onState` is told each state once; `kept` and `lost` with the id, the type and how long it is.
   * @param {{attach: Attach, onState?: (state: VoiceState, told: Told) => void, now?: () => number}} around
   */
  constructor({ attach, onState = () => {}, now = () => performance.now() }) {
    this.#attach = attach;
    this.#onState = onState;
    this.#now = now;
  }

  /** What kind of sound it is, as in "audio/webm": for playing `slices`. */
  get type() { return (this.#recorder?.mimeType ?? "").split(";")[0] ?? ""; }

  /** How long it has recorded, in milliseconds; pauses do not count. */
  get ms() { return Math.round(this.#counted + (this.#since === null ? 0 : this.#now() - this.#since)); }

  /** How loud it is now, 0 to 1. */
  level() { return this.state === "recording" && this.#meter ? this.#meter.level() : 0; }

  /** Asks for the microphone and records. From a tap only: answers false where there was none, or where it has begun. */
  async start() {
    if (this.state !== null || !isTapped()) return false;
    this.#tell("asked");
    try {
      this.#stream = await navigator.mediaDevices.getUserMedia({
        audio: { channelCount: 1, echoCancellation: false, noiseSuppression: false, autoGainControl: true },
      });
    } catch (trouble) {
      this.#tell("refused", { why: whyRefused(trouble) });
      return false;
    }
    // Thrown away while the question stood, or the page was left.
    if (this.#over.signal.aborted || document.hidden) {
      await this.throwAway();
      this.#tell("refused", { why: "hidden" });
      return false;
    }
    try {
      await this.#record(this.#stream);
    } catch {
      await this.throwAway();
      this.#tell("refused", { why: "not_kept" });
      return false;
    }
    return true;
  }

  /** Waits, and hands on what there is. @param {Why} [why] */
  pause(why) {
    if (this.state !== "recording") return;
    this.#recorder?.requestData();
    this.#recorder?.pause();
    this.#stopClock();
    this.#tell("paused", { why, ms: this.ms });
  }

  /** Goes on. */
  resume() {
    if (this.state !== "paused") return;
    this.#recorder?.resume();
    this.#startClock();
    this.#tell("recording", { ms: this.ms });
  }

  /** Ends it and keeps it. Resolves when all of it is put down. */
  async keep() { await this.#end("kept"); }

  /** Ends it; it is really gone. */
  async throwAway() {
    this.#over.abort();
    await this.#stop();
    this.slices = [];
    await this.#attachment?.throwAway();
    this.#attachment = null;
    this.state = null;
  }

  /** @param {MediaStream} stream */
  async #record(stream) {
    const mimeType = kindsOfSound(navigator.vendor).find((kind) => MediaRecorder.isTypeSupported(kind));
    const { signal } = this.#over;
    const recorder = new MediaRecorder(stream, { mimeType, audioBitsPerSecond: BITS_PER_SECOND });
    this.#recorder = recorder;
    this.#attachment = await this.#attach("sound", (mimeType ?? recorder.mimeType).split(";")[0] ?? "");
    if (signal.aborted) throw new Error("it was thrown away meanwhile");
    recorder.addEventListener("dataavailable", ({ data }) => { if (data.size > 0) this.#added = this.#add(this.#added, data); });
    recorder.addEventListener("error", () => void this.#end("lost", "cut_off"));
    for (const track of stream.getAudioTracks()) {
      for (const name of ["mute", "ended"]) track.addEventListener(name, () => void this.#end("lost", "cut_off"), { signal });
    }
    document.addEventListener("visibilitychange", () => { if (document.hidden) this.pause("hidden"); }, { signal });
    // Never without a slice and never a short one: some browsers then lose the end, or hand on empty ones.
    recorder.start(SLICE_MS);
    try { this.#meter = new Meter(stream); } catch { this.#meter = null; }
    this.#startClock();
    this.#tell("recording", { ms: 0 });
  }

  /** @param {Promise<void>} before @param {Blob} data */
  async #add(before, data) {
    await before;
    const bytes = await data.arrayBuffer();
    if (this.#failed) return;
    this.slices.push(bytes);
    try {
      await this.#attachment?.add(bytes);
    } catch {
      this.#failed = true;
      void this.#end("lost", "not_kept");
    }
  }

  /**
   * @param {"kept" | "lost"} state
   * @param {Why} [why]
   */
  async #end(state, why) {
    const attachment = this.#attachment;
    const { type } = this;
    if (this.#over.signal.aborted) return;
    this.#over.abort();
    // Nothing was attached yet: the question still stands, and whoever answers it now finds that it is over.
    if (!attachment) return;
    await this.#stop();
    const { id } = attachment;
    const ms = this.ms;
    const empty = this.slices.length === 0;
    this.slices = [];
    if (empty) await attachment.throwAway();
    // Whoever hears it later is told that it did not end where the child ended it.
    else await attachment.keep(state === "lost" ? { ms, broken_off: true } : { ms });
    if (empty) this.#tell("lost", { why: why ?? "empty", ms: 0 });
    else this.#tell(state, { why, id, type, ms });
  }

  /** Ends the recording and waits for its last slice; the microphone is let go. */
  async #stop() {
    this.#stopClock();
    const recorder = this.#recorder;
    this.#recorder = null;
    if (recorder && recorder.state !== "inactive") {
      const stopped = new Promise((resolve) => { recorder.addEventListener("stop", resolve, { once: true }); });
      recorder.stop();
      await stopped;
    }
    for (const track of this.#stream?.getTracks() ?? []) track.stop();
    this.#stream = null;
    this.#meter?.close();
    this.#meter = null;
    if (!this.#failed) await this.#added;
  }

  #startClock() {
    this.#since = this.#now();
    // A screen that goes dark takes the microphone along; where it cannot be kept lit, the pause says so.
    navigator.wakeLock?.request("screen").then((awake) => {
      if (this.#since === null) void awake.release();
      else this.#awake = awake;
    }, () => {});
  }

  #stopClock() {
    this.#counted = this.ms;
    this.#since = null;
    void this.#awake?.release();
    this.#awake = null;
  }

  /** @param {VoiceState} state @param {Told} [told] */
  #tell(state, told = {}) {
    this.state = state;
    this.#onState(state, told);
  }
}

/**
 * Plays what was recorded. `done` resolves when it is over, stopped, or cannot be played (false).
 * @param {readonly (ArrayBuffer | Uint8Array<ArrayBuffer>)[]} bytes  in order
 * @param {string} type  as in "audio/webm"
 * @returns {{stop: () => void, done: Promise<boolean>}}
 */
export function listen(bytes, type) {
  const url = URL.createObjectURL(new Blob([...bytes], { type }));
  const sound = new Audio(url);
  /** @type {(played: boolean) => void} */
  let over = () => {};
  const done = new Promise((/** @type {(played: boolean) => void} */ resolve) => { over = resolve; });
  const end = (/** @type {boolean} */ played) => {
    sound.pause();
    sound.removeAttribute("src");
    URL.revokeObjectURL(url);
    over(played);
  };
  sound.addEventListener("ended", () => end(true), { once: true });
  sound.addEventListener("error", () => end(false), { once: true });
  sound.play().catch(() => end(false));
  return { stop: () => end(true), done };
}
