// The kit killed between any two of its steps, and opened again: nothing that was kept is lost, nothing is there twice.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Killed, mortal, quickCrypto } from "./faults.js";
import { openOffice } from "./office.js";
import { BEGIN, PIN, Shelf, soundOf } from "./world.js";

/** A tablet that has joined, put away. */
async function joinedQuickly() {
  const shelf = new Shelf(await openOffice());
  const tablet = await shelf.open({ crypto: quickCrypto() });
  await tablet.enrol(shelf.office.code(), PIN);
  await shelf.shut();
  return shelf;
}

/**
 * A visit from the PIN to the receipt. What was kept is put down as soon as the kit says so.
 * @param {import("./world.js").Tablet} tablet
 * @param {string[]} kept
 */
async function visit(tablet, kept) {
  /** @param {string} what @param {Promise<unknown>} keeping */
  const put = async (what, keeping) => { await keeping; kept.push(what); };
  await tablet.unlock(PIN);
  const session = await tablet.begin(BEGIN);
  kept.push("begin");
  await put("page", session.add("page", { page: "p1", house: "good" }));
  await Promise.all(["a", "b", "c"].map((id) => put(`stroke ${id}`, session.add("stroke", { page: "p1", id, points: [] }))));
  const thrown = session.attach("sound", "audio/webm");
  await thrown.add(soundOf(1000));
  await put("thrown_away", thrown.throwAway());
  const sound = session.attach("sound", "audio/webm");
  await put("first part", sound.add(soundOf(300_000)));
  await sound.add(soundOf(1_000_000));
  await put("sound", sound.keep({ ms: 10 }));
  await put("finish", session.seal("read_back"));
  if (await tablet.send() === "done") kept.push("received");
}

/** The names of ops, as `visit` puts them down. @param {import("../../crates/assets/js/kit/reduce.js").Op[]} ops */
const namesOf = (ops) => ops.map(({ kind, id }) => (kind === "stroke" ? `stroke ${id}` : kind));

/** What the office must have of what was kept. */
const OPS = ["begin", "page", "stroke a", "stroke b", "stroke c", "thrown_away", "sound", "finish"];

/**
 * Opened again after it was killed: gone on with where it can be, sealed, handed in.
 * @param {Shelf} shelf
 */
async function goesOn(shelf) {
  const tablet = await shelf.open({ crypto: quickCrypto() });
  assert.deepEqual(await tablet.unlock(PIN), { ok: true });
  for (const { id, can_resume } of await tablet.sessions()) {
    if (can_resume) await (await tablet.resume(id)).seal("unfinished", "the tablet went off");
  }
  assert.equal(await tablet.send(), "done");
  const after = await shelf.again({ crypto: quickCrypto() });
  assert.ok((await after.sessions()).every(({ state }) => state === "received"));
  const { records, parts } = await shelf.everything();
  assert.equal((records?.length ?? 0) + (parts?.length ?? 0), 0);
}

test("at every step from the PIN to the receipt", { timeout: 240_000 }, async (t) => {
  let died = true;
  let last = 0;
  for (; died; last += 1) {
    const shelf = await joinedQuickly();
    const { office } = shelf;
    const life = mortal(shelf.world(), last);
    /** @type {string[]} */
    const kept = [];
    died = await shelf.open(life.world).then((tablet) => visit(tablet, kept)).then(() => life.steps() > last, (why) => {
      const killed = why instanceof Killed || why.cause instanceof Killed || why.name === "Trouble";
      assert.ok(killed, `${why?.stack}`);
      return true;
    });
    if (died) shelf.locks.held.clear();
    for (const dead of shelf.opened.splice(0)) await dead.close().catch(() => {});
    const before = [...office.bundles.values()].length;
    await goesOn(shelf);
    const bundles = [...office.bundles.values()];
    const mine = namesOf(bundles[0]?.ops ?? []);
    assert.ok(bundles.length <= 1 && office.receiptsMade <= 1, `step ${last}: ${bundles.length} bundles, ${before} before`);
    for (const what of kept.filter((one) => OPS.includes(one))) assert.ok(mine.includes(what), `step ${last}: ${what} is lost`);
    assert.equal(new Set(mine).size, mine.length, `step ${last}: twice ${mine}`);
    assert.deepEqual(mine, [...OPS.filter((one) => mine.includes(one))], `step ${last}: order`);
    if (kept.includes("first part") && !mine.includes("sound")) assert.fail(`step ${last}: the sound is lost`);
    await shelf.shut();
  }
  t.diagnostic(`killed at each of ${last - 1} steps`);
  assert.ok(last > 60, `${last}`);
});

test("at every step of the tenth wrong PIN, and nothing can be read afterwards", { timeout: 240_000 }, async (t) => {
  let died = true;
  let last = 0;
  for (; died; last += 1) {
    const shelf = await joinedQuickly();
    const healthy = await shelf.open({ crypto: quickCrypto() });
    await healthy.unlock(PIN);
    const session = await healthy.begin(BEGIN);
    await session.add("note", { text: "kept" });
    for (let tries = 0; tries < 9; tries += 1) await healthy.unlock("999999");
    await shelf.shut();
    const life = mortal(shelf.world(), last);
    died = await shelf.open(life.world).then(async (tablet) => {
      await tablet.unlock("999999");
      return life.steps() > last;
    }, () => true).catch(() => true);
    if (died) shelf.locks.held.clear();
    for (const dead of shelf.opened.splice(0)) await dead.close().catch(() => {});
    const tablet = await shelf.open({ crypto: quickCrypto() });
    await tablet.unlock("999999");
    assert.deepEqual(await tablet.unlock(PIN), { ok: false, gone: true }, `step ${last}`);
    assert.equal(await tablet.send(), "done");
    assert.deepEqual(namesOf([...shelf.office.bundles.values()][0]?.ops ?? []), ["begin", "note"], `step ${last}`);
    await shelf.shut();
  }
  t.diagnostic(`killed at each of ${last - 1} steps`);
});
