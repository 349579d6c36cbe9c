// A session from its first word to the receipt.
import assert from "node:assert/strict";
import { test } from "node:test";
import { aVisit, BEGIN, joined, WORDS } from "./world.js";

test("a whole session comes to the office as the child made it, and then leaves the tablet", async () => {
  const { shelf, office, tablet } = await joined();
  const session = await tablet.begin(BEGIN);
  const sound = await aVisit(session);
  assert.equal(session.state.pages[0]?.title, WORDS[2]);
  await session.seal("read_back");
  assert.equal((await tablet.sessions())[0]?.state, "sealed");
  assert.equal(await tablet.send(), "done");
  const [bundle] = office.bundles.values();
  assert.deepEqual(bundle?.ops.map(({ kind }) => kind),
    ["begin", "level", "house_named", "page", "stroke", "words", "title", "sound", "finish"]);
  assert.equal(bundle?.ops[5]?.text, WORDS[1]);
  assert.equal(bundle?.attachments.get(sound)?.length, 600_000);
  assert.equal((await tablet.sessions())[0]?.state, "received");
  const again = await shelf.again();
  const { records, parts } = await shelf.everything();
  assert.equal((records?.length ?? 0) + (parts?.length ?? 0), 0, "nothing of it is left");
  assert.equal((await again.sessions())[0]?.state, "received", "it is still told that it is safe");
  shelf.pass(31 * 24 * 3_600_000);
  await again.send();
  assert.deepEqual(await again.sessions(), []);
  await shelf.shut();
});
