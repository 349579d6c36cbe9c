// Keeps the kit itself fresh: the service worker is registered, and a newer build waits until no
// session is open, in this window or in another. Only the start screen lets it in; a child's work is
// never changed under her.
import { isHeld } from "./locks.js";

/** @typedef {import("./kit.js").Kit} Kit */

const WORKER = "/kit/sw.js";
/** Where a session is still open elsewhere, it is looked at again so much later. */
const AGAIN_MS = 5_000;

/** Registers the service worker, and lets a waiting one in when the start screen is shown.
 * @param {Kit} kit */
export async function keepFresh(kit) {
  if (!navigator.serviceWorker) return;
  const held = Boolean(navigator.serviceWorker.controller);
  let opened = false;
  navigator.serviceWorker.addEventListener("controllerchange", () => {
    if (held && !opened && mayChange(kit)) {
      opened = true;
      location.reload();
    }
  });
  try {
    const known = await navigator.serviceWorker.register(address(), { scope: "/kit/" });
    const look = () => void letIn(kit, known);
    look();
    known.addEventListener("updatefound", () => known.installing?.addEventListener("statechange", look));
    document.addEventListener("visibilitychange", look);
    // Each screen that is shown says so here: the start screen after a session is one.
    new MutationObserver(look).observe(kit.root, { attributes: true, attributeFilter: ["data-screen"] });
  } catch (why) {
    console.error("the kit could not be kept for use without a network", why);
  }
}

/** @param {Kit} kit @param {ServiceWorkerRegistration} known */
async function letIn(kit, known) {
  if (!known.waiting || !known.active || !mayChange(kit)) return;
  if (await isHeld(navigator.locks, "session ")) setTimeout(() => void letIn(kit, known), AGAIN_MS);
  else known.waiting.postMessage("come in");
}

/** @param {Kit} kit */
const mayChange = (kit) => kit.session === null && kit.at.name === "start";

/** The page's policy wants the address of a worker from a policy of its own. @returns {string} */
function address() {
  const types = /** @type {any} */ (window).trustedTypes;
  if (!types) return WORKER;
  /** @param {string} asked */
  const createScriptURL = (asked) => {
    if (asked !== WORKER) throw new TypeError("only the kit's own worker");
    return asked;
  };
  return types.createPolicy("sw", { createScriptURL }).createScriptURL(WORKER);
}
