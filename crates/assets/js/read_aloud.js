// Reads the page slot by slot, with a voice that is on this device: no words leave it.

/**
 * The first voice on this device that speaks the language of the page.
 * @param {readonly Pick<SpeechSynthesisVoice, "lang" | "localService">[]} voices
 * @param {string} language
 */
export function voiceFor(voices, language) {
  const wanted = language.slice(0, 2).toLowerCase();
  return voices.find((voice) => voice.localService && voice.lang.toLowerCase().startsWith(wanted));
}

/**
 * Reads one slot after another, in the order of the page.
 * @param {HTMLElement[]} slots
 * @param {SpeechSynthesisVoice} voice
 * @param {() => void} done
 */
function read(slots, voice, done) {
  const [slot, ...rest] = slots;
  if (!slot) return done();
  const words = new SpeechSynthesisUtterance(slot.innerText);
  words.voice = voice;
  const leave = () => slot.classList.remove("being-read");
  words.onstart = () => slot.classList.add("being-read");
  words.onend = () => { leave(); read(rest, voice, done); };
  words.onerror = () => { leave(); done(); };
  window.speechSynthesis.speak(words);
}

/** @param {Document} page */
export function offerReadAloud(page) {
  const button = page.querySelector("button[data-read-aloud]");
  if (!(button instanceof HTMLButtonElement) || !("speechSynthesis" in window)) return;
  const slots = () => [...page.querySelectorAll("[data-slot]")].filter((slot) => slot instanceof HTMLElement);
  const offer = () => {
    button.hidden = !voiceFor(window.speechSynthesis.getVoices(), page.documentElement.lang);
  };
  offer();
  window.speechSynthesis.addEventListener("voiceschanged", offer);
  button.addEventListener("click", () => {
    const busy = window.speechSynthesis.speaking;
    window.speechSynthesis.cancel();
    button.setAttribute("aria-pressed", String(!busy));
    const found = voiceFor(window.speechSynthesis.getVoices(), page.documentElement.lang);
    if (busy || !found) return;
    const voice = /** @type {SpeechSynthesisVoice} */ (found);
    read(slots(), voice, () => button.setAttribute("aria-pressed", "false"));
  });
}
