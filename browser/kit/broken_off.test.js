// A recording that broke off with the kit, when nobody takes the session up again, or when a part of it is spoilt.
import assert from "node:assert/strict";
import { test } from "node:test";
import { BEGIN, HOUR, joined, PIN, request, soundOf } from "./world.js";

/** @param {import("./world.js").Shelf} shelf @param {import("../../crates/assets/js/kit/tablet.js").Tablet} tablet */
async function halfARecording(shelf, tablet) {
  const session = await tablet.begin(BEGIN);
  await session.add("page", { page: "p1", house: "good" });
  const sound = session.attach("sound", "audio/mp4");
  await sound.add(soundOf(400_000));
  return { id: session.id, sound: sound.id, again: await shelf.again() };
}

test("sealed without the key it says on which page it was made, and one that has its op does not", async () => {
  const { shelf, office, tablet } = await joined();
  const { sound, again } = await halfARecording(shelf, tablet);
  shelf.pass(73 * HOUR);
  /** @type {any} */
  let manifest;
  const { fetch } = office;
  office.fetch = (url, how) => {
    if (url.includes("/bundles/")) manifest = JSON.parse(String(how?.body));
    return fetch(url, how);
  };
  const sender = await shelf.again();
  assert.equal(await sender.send(), "done");
  assert.deepEqual(manifest.attachments.map((/** @type {any} */ { id, page }) => [id, page]), [[sound, "p1"]]);
  await sender.unlock(PIN);
  const whole = await sender.begin(BEGIN);
  await whole.add("page", { page: "p1", house: "good" });
  const kept = whole.attach("sound", "audio/mp4");
  await kept.add(soundOf(100));
  await kept.keep({ ms: 10 });
  await whole.seal("read_back");
  assert.equal(await sender.send(), "done");
  assert.deepEqual(manifest.attachments.map((/** @type {any} */ one) => "page" in one), [false]);
  assert.equal(again.locked, true);
  await shelf.shut();
});

test("taken up again it has its op, which says that it stopped by itself", async () => {
  const { shelf, tablet } = await joined();
  const { id, sound, again } = await halfARecording(shelf, tablet);
  await again.unlock(PIN);
  const resumed = await again.resume(id);
  const [op] = resumed.ops.filter(({ kind }) => kind === "sound");
  assert.deepEqual([op?.attachment, op?.page, op?.broken_off], [sound, "p1", true]);
  assert.equal(resumed.state.pages[0]?.sounds[0]?.broken_off, true);
  await shelf.shut();
});

test("a part that does not open does not keep anybody out of the session, and goes to the office as it is", async () => {
  const { shelf, office, tablet } = await joined();
  const { id, again } = await halfARecording(shelf, tablet);
  const database = await request(shelf.indexedDB.open("kith-kit"));
  const store = database.transaction(["parts"], "readwrite").objectStore("parts");
  const [part] = await request(store.getAll());
  new Uint8Array(part.sealed)[5] = (new Uint8Array(part.sealed)[5] ?? 0) ^ 1;
  await request(store.put(part));
  database.close();
  await again.unlock(PIN);
  const resumed = await again.resume(id);
  assert.equal(resumed.ops.some(({ kind }) => kind === "sound"), false);
  await resumed.seal("read_back");
  await again.send();
  assert.equal(office.chunks.size, 2, "the ops, and the recording as it is");
  await shelf.shut();
});
