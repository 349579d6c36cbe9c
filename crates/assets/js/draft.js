// Keeps what is typed: two seconds after the last key, when a field or the page is left. The line in the form says
// when it was kept, or that it was not; then it is tried again, and nothing that was typed is touched.

const AFTER_TYPING_MS = 2000;
const FIRST_RETRY_MS = 5000;
const LAST_RETRY_MS = 60_000;

/**
 * How long to wait before the next try, after so many that failed.
 * @param {number} failed
 */
export function retryAfter(failed) {
  return Math.min(FIRST_RETRY_MS * 2 ** Math.max(failed - 1, 0), LAST_RETRY_MS);
}

/**
 * What the line says of an answer that is no yes, and whether it is worth another try: while nobody is signed in, or
 * while the server has trouble.
 * @param {number} status
 * @param {{detail?: string, errors?: {says: string}[]}} problem
 * @param {{notKept?: string, because?: string}} says
 */
export function noteOnRefusal(status, problem, says) {
  const again = status === 401 || status >= 500;
  const why = problem.errors?.[0]?.says ?? problem.detail;
  const told = status < 500 && why ? (says.because ?? "{why}").replace("{why}", why) : says.notKept ?? "";
  return { says: told, again };
}

/** @param {Response} answer */
async function problemOf(answer) {
  try { return await answer.json(); } catch { return {}; }
}

/**
 * @param {HTMLFormElement} form
 * @param {HTMLElement} line
 */
function keepWhileTyping(form, line) {
  const throwAway = form.querySelector("[data-throw-away]");
  let typed = 0, kept = 0, failed = 0, timer = 0;
  /** @type {AbortController | null} */
  let sending = null;

  /** @param {number} ms */
  const later = (ms) => { clearTimeout(timer); timer = window.setTimeout(keep, ms); };
  /** @param {string} words */
  const say = (words) => { if (line.textContent !== words) line.textContent = words; };

  /** @param {boolean} leaving */
  const send = (leaving) => {
    sending = new AbortController();
    const pairs = [...new FormData(form)].map(([name, value]) => [name, String(value)]);
    const body = new URLSearchParams(pairs);
    return fetch(form.dataset.draft ?? "", {
      method: "POST", body, signal: sending.signal,
      headers: { accept: "application/json" },
      // A browser lets a page that is left send no more than this.
      keepalive: leaving && body.toString().length < 60_000,
    });
  };

  async function keep(leaving = false) {
    clearTimeout(timer);
    if (typed === kept || (sending && !leaving)) return;
    const now = typed;
    try {
      const answer = await send(leaving);
      if (answer.ok) {
        [kept, failed] = [now, 0];
        say(await answer.text());
        if (throwAway instanceof HTMLElement) throwAway.hidden = false;
      } else {
        const note = noteOnRefusal(answer.status, await problemOf(answer), line.dataset);
        say(note.says);
        if (note.again) later(retryAfter(failed += 1)); else kept = now;
      }
    } catch (why) {
      if (why instanceof DOMException && why.name === "AbortError") return;
      say(line.dataset.notKept ?? "");
      later(retryAfter(failed += 1));
    } finally {
      sending = null;
    }
    if (typed !== now) later(AFTER_TYPING_MS);
  }

  const onTyped = () => { typed += 1; later(AFTER_TYPING_MS); };
  form.addEventListener("input", onTyped);
  form.addEventListener("change", onTyped);
  form.addEventListener("focusout", () => keep());
  document.addEventListener("visibilitychange", () => { if (document.hidden) keep(true); });
  // What is filed or thrown away is not kept once more behind its back.
  form.addEventListener("submit", () => { clearTimeout(timer); sending?.abort(); kept = typed; });
}

/** @param {Document} page */
export function keepDrafts(page) {
  for (const form of page.querySelectorAll("form[data-draft]")) {
    const line = form.querySelector("[data-kept]");
    if (form instanceof HTMLFormElement && line instanceof HTMLElement) keepWhileTyping(form, line);
  }
}
