// Voices of the device, kinds of sound, sizes of photographs: what can be told without a device.
import assert from "node:assert/strict";
import { test } from "node:test";
import { canHear, hear, hush, sentencesOf, voiceFor } from "../../crates/assets/js/kit/hear.js";
import { loudness } from "../../crates/assets/js/kit/meter.js";
import { bare, sizeFor } from "../../crates/assets/js/kit/photo.js";
import { kindsOfSound, whyRefused } from "../../crates/assets/js/kit/voice.js";

/** @param {string} lang @param {boolean} [localService] @param {boolean} [isDefault] */
const voice = (lang, localService = true, isDefault = false) => ({ lang, localService, default: isDefault });

test("a voice that is elsewhere never reads, even where there is no other", () => {
  assert.equal(voiceFor([voice("en-GB", false)], "en-GB"), undefined);
  const here = voice("en_US");
  assert.equal(voiceFor([voice("en-GB", false), here], "en-GB"), here);
});

test("the voice of the country before the language alone, another language never", () => {
  const [us, gb, pl] = [voice("en-US", true, true), voice("en-GB"), voice("pl-PL")];
  assert.equal(voiceFor([us, gb, pl], "en-GB"), gb);
  assert.equal(voiceFor([gb, us], "en-IE"), us);
  assert.equal(voiceFor([us, gb], "pl"), undefined);
});

test("a text is read sentence by sentence", () => {
  assert.deepEqual(sentencesOf("You can draw. You can tell!\nWho is in it?", "en-GB"), ["You can draw.", "You can tell!", "Who is in it?"]);
  assert.deepEqual(sentencesOf("  ", "en-GB"), []);
});

/** A device that speaks when it is told to go on. @returns {{spoken: string[], next: () => void, cancelled: () => number}} */
function speakingDevice() {
  /** @type {any[]} */
  const queue = [];
  /** @type {string[]} */
  const spoken = [];
  let cancelled = 0;
  Object.assign(globalThis, {
    SpeechSynthesisUtterance: class { constructor(/** @type {string} */ text) { Object.assign(this, { text }); } },
    speechSynthesis: {
      getVoices: () => [voice("en-GB")],
      speak: (/** @type {any} */ words) => { spoken.push(words.text); queue.push(words); },
      cancel: () => { cancelled += 1; for (const words of queue.splice(0)) words.onerror(); },
    },
  });
  return { spoken, next: () => queue.shift().onend(), cancelled: () => cancelled };
}

test("it falls silent in the middle of a line, and the rest is not read", async () => {
  const device = speakingDevice();
  assert.ok(canHear("en-GB"));
  assert.ok(!canHear("pl-PL"));
  const heard = hear("One. Two. Three.", "en-GB");
  device.next();
  await Promise.resolve();
  await Promise.resolve();
  hush();
  assert.equal(await heard, false);
  assert.deepEqual(device.spoken, ["One.", "Two."]);
});

test("a new line silences the one before", async () => {
  const device = speakingDevice();
  const first = hear("One. Two.", "en-GB");
  const second = hear("Three.", "en-GB");
  assert.equal(await first, false);
  device.next();
  assert.equal(await second, true);
  assert.deepEqual(device.spoken, ["One.", "Three."]);
});

test("Apple's browsers are asked for MP4 first, whatever else they say they write", () => {
  assert.equal(kindsOfSound("Apple Computer, Inc.")[0], "audio/mp4");
  assert.deepEqual(kindsOfSound("Google Inc."), ["audio/webm;codecs=opus", "audio/mp4", "audio/ogg;codecs=opus"]);
});

test("why there is no microphone", () => {
  const why = ["NotAllowedError", "NotFoundError", "NotReadableError", "SecurityError"].map((name) => whyRefused(new DOMException("", name)));
  assert.deepEqual(why, ["no", "none", "busy", "no"]);
});

test("a quiet voice is seen, silence is not, and a shout fills the bar", () => {
  assert.equal(loudness([0, 0, 0]), 0);
  assert.ok(loudness([0.02, -0.02]) > 0.2);
  assert.equal(loudness([1, -1]), 1);
});

test("a photograph becomes no longer than 1600, and never larger than it is", () => {
  assert.deepEqual(sizeFor(4032, 3024), [1600, 1200]);
  assert.deepEqual(sizeFor(3024, 4032), [1200, 1600]);
  assert.deepEqual(sizeFor(640, 480), [640, 480]);
  assert.deepEqual(sizeFor(9000, 1), [1600, 1]);
});

test("a JPEG keeps what draws it and loses what tells of it", async () => {
  const segment = (/** @type {number} */ marker, /** @type {string} */ text) => [0xff, marker, 0, text.length + 2, ...Buffer.from(text)];
  const scan = [0xff, 0xda, 0, 2, 1, 2, 3, 0xff, 0xe1, 0, 4, 0xff, 0xd9];
  const jpeg = [0xff, 0xd8, ...segment(0xe0, "JFIF"), ...segment(0xe1, "Exif"), ...segment(0xfe, "by PHN"), ...segment(0xdb, "table"), ...scan];
  const kept = new Uint8Array(await bare(Uint8Array.from(jpeg).buffer));
  assert.deepEqual([...kept], [0xff, 0xd8, ...segment(0xe0, "JFIF"), ...segment(0xdb, "table"), ...scan]);
});
