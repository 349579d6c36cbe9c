// The tablet's own lock beside the PIN: with it, a copy of all that is stored and the right PIN open nothing.
import assert from "node:assert/strict";
import { test } from "node:test";
import { openOffice } from "./office.js";
import { aVisit, BEGIN, PIN, Shelf, WORDS } from "./world.js";

const troubled = (/** @type {string} */ what) => ({ name: "Trouble", what });

/** A machine's lock: it answers with the same secret for the same key and salt, where somebody opens it. */
class Lock {
  /** @type {null | "NotAllowedError" | "SecurityError"} */
  refuses = null;
  /** Gives the secret at once, as some do; others when they are asked again; others never. */
  gives = /** @type {"at once" | "when asked again" | "never"} */ ("at once");
  asked = 0;
  /** @type {Uint8Array<ArrayBuffer>[]} */
  #keys = [];

  create = async (/** @type {any} */ { publicKey }) => {
    this.#opened();
    assert.equal(publicKey.authenticatorSelection.userVerification, "required");
    this.#keys.push(crypto.getRandomValues(new Uint8Array(32)));
    const rawId = Uint8Array.of(this.#keys.length - 1).buffer;
    const first = this.gives === "at once" ? await this.#secret(rawId, publicKey) : null;
    return answer({ rawId, enabled: this.gives !== "never", first });
  };

  get = async (/** @type {any} */ { publicKey }) => {
    this.#opened();
    assert.equal(publicKey.userVerification, "required");
    const [{ id }] = publicKey.allowCredentials;
    return answer({ rawId: id, enabled: undefined, first: await this.#secret(id, publicKey) });
  };

  #opened() {
    this.asked += 1;
    if (this.refuses) throw new DOMException("", this.refuses);
  }

  /** @param {ArrayBuffer} id @param {any} publicKey */
  async #secret(id, publicKey) {
    const raw = this.#keys[new Uint8Array(id)[0] ?? 0];
    assert.ok(raw);
    const key = await crypto.subtle.importKey("raw", raw, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
    return crypto.subtle.sign("HMAC", key, publicKey.extensions.prf.eval.first);
  }
}

/** @param {{rawId: ArrayBuffer, enabled: boolean | undefined, first: ArrayBuffer | null}} of */
function answer({ rawId, enabled, first }) {
  return { rawId, getClientExtensionResults: () => ({ prf: { enabled, results: first ? { first } : undefined } }) };
}

/** @param {Lock} lock */
const ofLock = (lock) => ({ credentials: /** @type {any} */ (lock), ownLock: async () => true });

/** A tablet that has joined with its own lock. @param {Lock} lock */
async function joinedWith(lock) {
  const shelf = new Shelf(await openOffice());
  const tablet = await shelf.open(ofLock(lock));
  assert.equal(await tablet.hasOwnLock(), true);
  await tablet.enrol(shelf.office.code(), PIN, { ownLock: true });
  return { shelf, tablet };
}

for (const gives of /** @type {const} */ (["at once", "when asked again"])) {
  test(`a session opens with the PIN and the tablet's own lock, whose secret is given ${gives}`, async () => {
    const lock = new Lock();
    lock.gives = gives;
    const { shelf, tablet } = await joinedWith(lock);
    const { id } = await aSession(tablet);
    const again = await shelf.again(ofLock(lock));
    const before = lock.asked;
    assert.deepEqual(await again.unlock("999999"), { ok: false, left: 9 });
    assert.deepEqual(await again.unlock(PIN), { ok: true });
    assert.equal(lock.asked, before + 2, "it is asked each time");
    assert.equal((await again.resume(id)).state.pages.length, 1);
    await shelf.shut();
  });
}

test("whoever copies all that the tablet stores, and knows the PIN, opens nothing without its lock", async () => {
  const { shelf, tablet } = await joinedWith(new Lock());
  const { id } = await aSession(tablet);
  const another = new Lock();
  await another.create({ publicKey: { authenticatorSelection: { userVerification: "required" }, extensions: { prf: { eval: { first: new ArrayBuffer(32) } } } } });
  const copied = await shelf.again(ofLock(another));
  assert.deepEqual(await copied.unlock(PIN), { ok: false, left: 9 });
  await assert.rejects(copied.resume(id), troubled("locked"));
  await shelf.shut();
});

test("a lock that is not opened costs no try", async () => {
  const lock = new Lock();
  const { shelf } = await joinedWith(lock);
  const again = await shelf.again(ofLock(lock));
  lock.refuses = "NotAllowedError";
  for (let tries = 0; tries < 12; tries += 1) await assert.rejects(again.unlock(PIN), troubled("own_lock"));
  assert.equal((await shelf.everything()).vault?.[0]?.wrong, 0);
  lock.refuses = null;
  assert.deepEqual(await again.unlock(PIN), { ok: true });
  await shelf.shut();
});

test("a lock that never answers again is given up, and what was written goes to the office", async () => {
  const lock = new Lock();
  const { shelf, tablet } = await joinedWith(lock);
  await aSession(tablet);
  const again = await shelf.again(ofLock(lock));
  lock.refuses = "SecurityError";
  await assert.rejects(again.unlock(PIN), troubled("no_own_lock"));
  await again.giveUp();
  assert.equal((await shelf.everything()).vault?.length, 0);
  assert.equal(await again.send(), "done");
  const [bundle] = shelf.office.bundles.values();
  assert.deepEqual([bundle?.finished, bundle?.ops[5]?.text], [false, WORDS[1]]);
  await shelf.shut();
});

test("a lock that gives no secret leaves the PIN alone, and one that is refused joins nothing", async () => {
  const none = new Lock();
  none.gives = "never";
  const { shelf, tablet } = await joinedWith(none);
  await tablet.lock();
  const asked = none.asked;
  assert.deepEqual(await tablet.unlock(PIN), { ok: true });
  assert.equal(none.asked, asked, "it guards nothing, so it is not asked");
  await shelf.shut();

  const other = new Shelf(await openOffice());
  const refused = new Lock();
  refused.refuses = "NotAllowedError";
  const waiting = await other.open(ofLock(refused));
  const code = other.office.code();
  await assert.rejects(waiting.enrol(code, PIN, { ownLock: true }), troubled("own_lock"));
  assert.equal(waiting.device(), null);
  await waiting.enrol(code, PIN);
  assert.equal(waiting.locked, false, "the code was not spent");
  await other.shut();
});

/** @param {import("./world.js").Tablet} tablet */
async function aSession(tablet) {
  const session = await tablet.begin(BEGIN);
  await aVisit(session);
  return session;
}
