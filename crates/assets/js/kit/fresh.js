// Keeps the kit itself fresh: the service worker is registered, and a newer build waits until no
// session is open, in this window or in another. Only the start screen lets it in; a child's work is
// never changed under her.
import { isHeld } from "./locks.js";

/** @typedef {import("./kit.js").Kit} Kit */

const WORKER = "/kit/sw.js";
/** As the worker names what it keeps: this, and the build. */
const KEPT = "kith-kit-";
/** Where a session is still open elsewhere, it is looked at again so much later. */
const AGAIN_MS = 5_000;

/**
 * Registers the service worker, lets a waiting one in when the start screen is shown, and shows the start screen of the
 * one that came in, also where it came before this page could hear of it.
 * @param {Kit} kit
 */
export async function keepFresh(kit) {
  if (!navigator.serviceWorker) return;
  const held = Boolean(navigator.serviceWorker.controller);
  let changed = false;
  let opened = false;
  const openNewer = async () => {
    if (!held || opened || !(changed || await isDropped(kit)) || !mayChange(kit)) return;
    opened = true;
    location.reload();
  };
  navigator.serviceWorker.addEventListener("controllerchange", () => {
    changed = true;
    void openNewer();
  });
  try {
    const known = await navigator.serviceWorker.register(address(), { scope: "/kit/" });
    const look = () => void openNewer().then(() => letIn(kit, known));
    look();
    known.active?.addEventListener("statechange", look);
    known.addEventListener("updatefound", () => known.installing?.addEventListener("statechange", look));
    document.addEventListener("visibilitychange", look);
    // Each screen that is shown says so here: the start screen after a session is one.
    new MutationObserver(look).observe(kit.root, { attributes: true, attributeFilter: ["data-screen"] });
  } catch (why) {
    console.error("the kit could not be kept for use without a network", why);
  }
}

/** Whether another build is kept, and of what this page has, script or words, one is not kept any more. A page that was
 * opened again for that is as new as can be. @param {Kit} kit */
async function isDropped({ book }) {
  const opening = /** @type {PerformanceNavigationTiming | undefined} */ (performance.getEntriesByType("navigation")[0]);
  const kept = (await caches.keys()).filter((name) => name.startsWith(KEPT));
  if (opening?.type === "reload" || kept.length === 0) return false;
  return !kept.includes(KEPT + book.build) || !(await caches.match(import.meta.url));
}

/** @param {Kit} kit @param {ServiceWorkerRegistration} known */
async function letIn(kit, known) {
  if (!known.waiting || !known.active || !mayChange(kit)) return;
  if (await isHeld(navigator.locks, "session ")) setTimeout(() => void letIn(kit, known), AGAIN_MS);
  else known.waiting.postMessage("come in");
}

/** The start screen, or none yet: nothing is open. @param {Kit} kit */
const mayChange = (kit) => kit.session === null && ["", "start"].includes(kit.at.name);

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
