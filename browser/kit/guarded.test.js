// What a copied profile of the browser is worth, and whose a session is when somebody else joins the tablet.
import assert from "node:assert/strict";
import { test } from "node:test";
import { wordsIn } from "./faults.js";
import { aVisit, BEGIN, joined, PIN, request } from "./world.js";

/** @typedef {import("./world.js").Shelf} Shelf */

const KAYLEIGH = { id: "c1", child: { name: "Kayleigh" }, people: [], last: [], blocked: null, until: "2027-11-27T00:00:00Z" };

/** Changes rows of one store behind the kit's back.
 * @param {Shelf} shelf @param {"device" | "sessions"} name @param {(row: any) => void} change @param {string} [key] */
async function changeRows(shelf, name, change, key) {
  const database = await request(shelf.indexedDB.open("kith-kit"));
  const store = database.transaction([name], "readwrite").objectStore(name);
  for (const row of await request(store.getAll())) {
    change(row);
    await request(key ? store.put(row, key) : store.put(row));
  }
  database.close();
}

test("a profile that is copied has a token that hands in, and with it no name", async () => {
  const { shelf, office, tablet } = await joined();
  office.packs = [KAYLEIGH];
  await tablet.refresh();
  assert.equal((await tablet.packs()).length, 1);
  await tablet.lock();
  const copied = await shelf.everything();
  assert.deepEqual(wordsIn(copied, ["packs-", "Kayleigh"]), []);
  const clear = Object.values(copied.device?.[0] ?? {}).filter((value) => typeof value === "string");
  for (const token of clear) {
    for (const path of ["device", "device/stands"]) {
      const answer = await office.fetch(`/sync/v1/${path}`, { headers: { authorization: `Bearer ${token}` } });
      assert.equal((await answer.text()).includes("Kayleigh"), false, `${path} with ${token}`);
    }
  }
  assert.ok(clear.some((token) => office.devices.has(token)), "what hands in is there, or a locked tablet could not");
  await tablet.unlock(PIN);
  assert.equal((await tablet.refresh()).state, "well");
  await shelf.shut();
});

test("ten wrong PINs and a lost tablet forget the token for packs, and go on handing in", async () => {
  const { shelf, office, tablet } = await joined();
  const session = await tablet.begin(BEGIN);
  await session.seal("read_back");
  await tablet.lock();
  for (let tries = 0; tries < 10; tries += 1) await tablet.unlock("999999");
  assert.equal((await shelf.everything()).device?.[0]?.packs_token, null);
  assert.equal(await tablet.send(), "done");
  assert.equal(office.bundles.size, 1);
  await shelf.shut();
});

test("a tablet that joined before there were two tokens hands in, and takes children along once it joins anew", async () => {
  const { shelf, office, tablet } = await joined();
  office.packs = [KAYLEIGH];
  const session = await tablet.begin(BEGIN);
  await session.seal("read_back");
  await tablet.lock();
  await changeRows(shelf, "device", (row) => delete row.packs_token, "device");
  const again = await shelf.again();
  await again.unlock(PIN);
  assert.equal((await again.refresh()).state, "join_anew");
  assert.deepEqual(await again.packs(), []);
  assert.equal(await again.send(), "done");
  await again.enrol(office.code(), PIN);
  assert.equal((await again.refresh()).state, "well");
  assert.equal((await again.packs()).length, 1);
  await shelf.shut();
});

for (const older of [false, true]) {
  test(`a colleague joins the tablet: what was made before goes in as it began${older ? ", by an older kit too" : ""}`, async () => {
    const { shelf, office, tablet } = await joined();
    const first = tablet.device()?.id;
    const sealed = await tablet.begin(BEGIN);
    await aVisit(sealed, 1000);
    await sealed.seal("read_back");
    const open = await tablet.begin(BEGIN);
    await tablet.lock();
    if (older) await changeRows(shelf, "sessions", (row) => delete row.device);
    office.fault = () => "cut before";
    await tablet.send();
    office.fault = () => undefined;
    await tablet.enrol(office.code(), PIN);
    const second = tablet.device()?.id;
    const hers = await tablet.begin(BEGIN);
    await hers.seal("read_back");
    assert.equal(await tablet.send(), "done");
    const by = new Map([...office.bundles.values()].map(({ session, device }) => [session, device]));
    assert.notEqual(first, second);
    assert.deepEqual([by.get(sealed.id), by.get(open.id), by.get(hers.id)], [first, first, second]);
    const kept = (await shelf.everything()).device?.length;
    await shelf.again();
    assert.deepEqual([kept, (await shelf.everything()).device?.length], [2, 1], "the old token is forgotten once it is not needed");
    await shelf.shut();
  });
}

test("a session says in its wrap on which tablet it began, and opens as no other's", async () => {
  const { shelf, office, tablet } = await joined();
  const session = await tablet.begin(BEGIN);
  await session.seal("read_back");
  await tablet.lock();
  // The colleague's hand: the row is said to be the tablet's as it is now.
  await tablet.enrol(office.code(), PIN);
  await changeRows(shelf, "sessions", (row) => { row.device = tablet.device()?.id; });
  assert.equal(await tablet.send(), "waiting");
  assert.equal(office.bundles.size, 0);
  await changeRows(shelf, "sessions", (row) => { row.wraps.a.device = tablet.device()?.id; delete row.manifest; });
  assert.equal(await tablet.send(), "waiting");
  assert.equal(office.bundles.size, 0, "another name on it does not open it");
  await shelf.shut();
});
