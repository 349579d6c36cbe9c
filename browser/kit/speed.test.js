// How long it takes to seal and send the session that the kit is held to: 30 pages, 10 minutes of sound.
import assert from "node:assert/strict";
import { test } from "node:test";
import { BEGIN, joined, soundOf } from "./world.js";

const PAGES = 30;
const STROKES_A_PAGE = 40;
const POINTS_A_STROKE = 60;
const SOUND_BYTES = 2_400_000;
/** A recorder gives what it has every four seconds. */
const SOUND_PARTS = 150;

test("30 pages and 10 minutes of sound are sealed in under 3 seconds", async (t) => {
  const { shelf, office, tablet } = await joined();
  const session = await tablet.begin(BEGIN);
  const points = Array.from({ length: POINTS_A_STROKE }, (_, at) => [at * 7.25, 240.5, 0.45, at * 16]);
  const began = performance.now();
  for (let page = 0; page < PAGES; page += 1) {
    await session.add("page", { page: `p${page}`, house: "good" });
    await Promise.all(Array.from({ length: STROKES_A_PAGE }, (_, at) => session.add("stroke", {
      page: `p${page}`, id: `s${page}.${at}`, tool: "crayon", colour: "#3a2c2b", width: 6, points, ended: true,
    })));
  }
  const sound = session.attach("sound", "audio/webm");
  for (let part = 0; part < SOUND_PARTS; part += 1) await sound.add(soundOf(SOUND_BYTES / SOUND_PARTS));
  await sound.keep({ ms: 600_000 });
  const drawn = performance.now();
  await session.seal("read_back");
  const file = await tablet.emergencyFile(session.id);
  const sealed = performance.now();
  await tablet.send();
  const sent = performance.now();
  const figures = { "kept as it came": drawn - began, "sealed, with chunks and manifest": sealed - drawn, sent: sent - sealed };
  for (const [what, ms] of Object.entries(figures)) t.diagnostic(`${what}: ${Math.round(ms)} ms`);
  t.diagnostic(`${Math.round(file.byteLength / 1000)} kB`);
  assert.equal([...office.bundles.values()][0]?.ops.length, 2 + PAGES * (STROKES_A_PAGE + 1) + 1);
  assert.ok(sealed - drawn < 3000);
  await shelf.shut();
});
