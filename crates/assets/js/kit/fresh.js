// Keeps the kit itself fresh: the service worker is registered, and a newer build waits until no
// session is open. Only the start screen lets it in; a child's work is never changed under her.

/** @typedef {import("./kit.js").Kit} Kit */

const WORKER = "/kit/sw.js";

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
    letIn(kit, known);
    known.addEventListener("updatefound", () => {
      known.installing?.addEventListener("statechange", () => letIn(kit, known));
    });
    document.addEventListener("visibilitychange", () => letIn(kit, known));
  } catch (why) {
    console.error("the kit could not be kept for use without a network", why);
  }
}

/** @param {Kit} kit @param {ServiceWorkerRegistration} known */
function letIn(kit, known) {
  if (known.waiting && known.active && mayChange(kit)) known.waiting.postMessage("come in");
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
