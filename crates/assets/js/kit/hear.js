// Reads a line aloud, sentence by sentence, with a voice that is on this device: no word of it leaves the tablet. Where
// there is no such voice for the language, there is no button for it.

/** @typedef {Pick<SpeechSynthesisVoice, "lang" | "localService" | "default">} Voice */

/** A little slower than grown-ups talk. */
const RATE = 0.92;
const voices = () => globalThis.speechSynthesis?.getVoices() ?? [];

/**
 * The voice for a language: of this device, of the same country if there is one, the device's own choice first.
 * @template {Voice} T
 * @param {readonly T[]} known
 * @param {string} lang  as in "en-GB"
 * @returns {T | undefined}
 */
export function voiceFor(known, lang) {
  const wanted = lang.toLowerCase();
  const language = wanted.split("-")[0];
  const said = (/** @type {T} */ voice) => voice.lang.toLowerCase().replaceAll("_", "-");
  const here = known.filter((voice) => voice.localService && said(voice).split("-")[0] === language);
  const same = here.filter((voice) => said(voice) === wanted);
  const among = same.length ? same : here;
  return among.find((voice) => voice.default) ?? among[0];
}

/**
 * The sentences of a text, in order. Some voices stop in the middle of a long one.
 * @param {string} text
 * @param {string} lang
 */
export function sentencesOf(text, lang) {
  const parts = [...new Intl.Segmenter(lang, { granularity: "sentence" }).segment(text)];
  return parts.map((part) => part.segment.trim()).filter(Boolean);
}

/** Whether this device can read this language aloud. Voices may come late: `whenVoicesCome` says when. @param {string} lang */
export function canHear(lang) {
  return voiceFor(voices(), lang) !== undefined;
}

/** Calls back each time the device's voices change. Answers what ends that. @param {() => void} then */
export function whenVoicesCome(then) {
  globalThis.speechSynthesis?.addEventListener("voiceschanged", then);
  return () => globalThis.speechSynthesis?.removeEventListener("voiceschanged", then);
}

/** Which reading goes on; one that is not the newest reads no more. */
let reading = 0;

/** @param {string} sentence @param {SpeechSynthesisVoice} voice @returns {Promise<boolean>} */
function say(sentence, voice) {
  return new Promise((resolve) => {
    const words = new SpeechSynthesisUtterance(sentence);
    Object.assign(words, { voice, lang: voice.lang, rate: RATE });
    words.onend = () => resolve(true);
    words.onerror = () => resolve(false);
    globalThis.speechSynthesis.speak(words);
  });
}

/**
 * Reads it aloud; what was being read falls silent. Resolves when it is over: true if it was heard to its end.
 * @param {string} text
 * @param {string} lang
 */
export async function hear(text, lang) {
  hush();
  const voice = voiceFor(voices(), lang);
  if (!voice) return false;
  const mine = reading;
  for (const sentence of sentencesOf(text, lang)) {
    if (!await say(sentence, voice) || mine !== reading) return false;
  }
  return true;
}

/** Falls silent. */
export function hush() {
  reading += 1;
  globalThis.speechSynthesis?.cancel();
}
