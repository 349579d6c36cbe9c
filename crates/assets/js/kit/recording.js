// The card for a child's voice: it starts from a tap, shows that it goes on by a dot, a word, seconds and bars, and can be
// heard and thrown away before it is kept.
import { h, refill } from "./dom.js";
import { drawBars } from "./meter.js";
import { button, frame, icon } from "./parts.js";
import { listen, Recorder } from "./voice.js";

/** @typedef {import("./kit.js").Kit} Kit */

/**
 * @param {Kit} kit
 * @param {{attach: import("./voice.js").Attach, trial?: boolean, onKept?: () => void}} about
 *   `trial`: nothing of it is kept
 */
export function recorderCard(kit, { attach, trial = false, onKept }) {
  const box = h("div", { class: `recorder framed ${frame()}`, role: "group", "aria-label": kit.say("my-voice-card") });
  /** @type {Recorder | null} */
  let take = null;
  /** @type {number[]} */
  let levels = [];
  /** @type {{stop: () => void} | null} */
  let playing = null;
  let timer = 0;
  const bars = h("canvas", { class: "bars", "aria-hidden": "true" });
  const clock = h("span", { class: "clock" });

  const begin = async () => {
    levels = [];
    take = new Recorder({ attach, onState: show });
    await take.start();
  };
  const tick = () => {
    if (!take) return;
    levels.push(take.level());
    clock.textContent = time(take.ms);
    const style = getComputedStyle(kit.root);
    drawBars(bars, levels, { colour: style.getPropertyValue("--teal"), pale: style.getPropertyValue("--hairline") });
  };
  /** @param {boolean} on */
  const run = (on) => {
    window.clearInterval(timer);
    timer = on ? window.setInterval(tick, 160) : 0;
  };
  const hearIt = () => {
    playing?.stop();
    if (take) playing = listen(take.slices.map((slice) => new Uint8Array(slice)), take.type);
  };
  const throwAway = async () => {
    playing?.stop();
    await take?.throwAway();
    take = null;
    rest("thrown-away");
  };
  const done = async () => {
    playing?.stop();
    if (trial) return throwAway();
    await take?.keep();
  };

  /** @param {import("./voice.js").VoiceState} state @param {import("./voice.js").Told} told */
  function show(state, told) {
    run(state === "recording");
    if (state === "recording") going("recording", "pause", kit.say("pause"), () => take?.pause());
    else if (state === "paused") going("paused", "mic", kit.say("go-on"), () => take?.resume());
    else if (state === "asked") refill(box, h("p", {}, kit.say("mic-asked")));
    else if (state === "refused") rest(told.why === "none" ? "mic-none" : "mic-refused");
    // That it could not be kept is said where everything like it is: what it says is not "kept".
    else rest(state === "kept" ? "voice-kept" : told.why === "empty" ? "voice-empty" : told.why === "not_kept" ? undefined : "voice-cut-off");
    if (state === "kept" || (state === "lost" && told.why !== "empty")) onKept?.();
  }

  /** @param {string} state @param {string} mark @param {string} word @param {() => void} tap */
  function going(state, mark, word, tap) {
    const paused = state === "paused";
    const small = { class: "half" };
    refill(box,
      h("p", { class: "going" }, h("span", { class: `dot ${state}` }), h("b", {}, kit.say(`voice-${state}`)), clock),
      paused ? null : bars,
      h("div", { class: "halves" },
        button(kit, word, tap, { icon: mark, ...small }),
        button(kit, kit.say(trial ? "done" : "keep"), () => void done(), { icon: "check", ...small }),
        paused ? button(kit, kit.say("hear-it"), hearIt, { icon: "volume-2", ...small }) : null,
        paused ? button(kit, kit.say("throw-away"), () => void throwAway(), { icon: "trash-2", ...small }) : null));
    kit.announce(kit.say(`voice-${state}`));
    tick();
  }

  /** Nothing is recorded. @param {string} [said] */
  function rest(said) {
    run(false);
    take = null;
    refill(box,
      said ? h("p", { class: `voice-said ${said}` }, kit.say(said)) : null,
      h("button", { type: "button", class: "start-voice", onclick: () => void begin() },
        icon(kit, "mic", 34), h("span", {}, kit.say("say-it"))));
    if (said) kit.announce(kit.say(said));
  }

  rest();
  return {
    box,
    begin,
    /** What is going on when the screen is left is kept as far as it went. */
    leave: () => {
      run(false);
      playing?.stop();
      if (take && trial) void take.throwAway();
      else if (take && take.state !== "kept") void take.keep();
    },
  };
}

/** As 0:42. @param {number} ms */
export function time(ms) {
  const all = Math.floor(ms / 1000);
  return `${Math.floor(all / 60)}:${String(all % 60).padStart(2, "0")}`;
}
