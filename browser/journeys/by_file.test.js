// A tablet that cannot hand a session in gives it as a sealed file; the worker brings the file to the office, and says
// whose it is. When the tablet gets through after all, the office has it once.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { axeFindsNothing } from "../axe.js";
import { address, deskOf, goesNotSideways, nothingWentWrong, openBrowser } from "../kith.js";
import { layLine } from "../line.js";
import { codeFrom, openBare, openKit, opensWith, PIN, press, run, SIZE } from "../tablets.js";

/** @typedef {import("playwright-core").Page} Page */

const CALLED = "out of reach";
const BEGIN = {
  child: { name: "Tyler Brannagh" }, worker: "Joel Whitby", language: "en-GB", build: "test", enquiry: "none",
  agreement: { how: "agreed", who: "Mum", on: "2026-11-20" }, near: "Nobody",
};

/** @type {import("playwright-core").Browser} */
let browser;
/** @type {import("../line.js").Line} */
let line;
/** @type {Page} */
let desk;
before(async () => {
  browser = await openBrowser();
  line = await layLine();
  desk = await deskOf(browser, "joel");
});
after(async () => {
  await browser.close();
  line.end();
});

test("what cannot be handed in is brought as a file, and is there once when it is handed in after all", { timeout: 60_000 }, async () => {
  const context = await browser.newContext(SIZE);
  const bare = await openBare(context, line.address);
  await run(bare, (tablet, [code, pin]) => tablet.enrol(code, pin), [await codeFrom(desk, CALLED), PIN]);
  const session = await run(bare, aSession, { begin: BEGIN, page: randomUUID() });
  // Something on the way lets no manifest through.
  line.fault = ({ path }) => (path.includes("/bundles/") ? { status: 413 } : undefined);
  await run(bare, (tablet) => tablet.send());
  await bare.close();
  const kit = await openKit(context, { at: line.address });
  await opensWith(kit);
  await kit.getByText("It could not be handed in. It is safe here").waitFor();
  const [saved] = await Promise.all([kit.waitForEvent("download"), press(kit, "Take a sealed file")]);
  assert.equal(saved.suggestedFilename(), `kith-${session}.sealed`);
  const bytes = readFileSync(await saved.path());
  assert.equal(bytes.includes("ambilance"), false, "nothing of it in clear");

  await brings(bytes.subarray(0, -1));
  await desk.getByText("The file ends before its end.").waitFor();
  for (const width of [1366, 390]) {
    await desk.setViewportSize({ width, height: 1000 });
    await axeFindsNothing(desk);
    await goesNotSideways(desk);
  }
  await desk.setViewportSize({ width: 1366, height: 1000 });
  await brings(bytes);
  await desk.getByRole("heading", { name: "Whose is it?" }).waitFor();
  assert.equal(new URL(desk.url()).pathname, `/handed-in/${session}`);
  await desk.getByText("Tyler Brannagh").first().waitFor();

  line.fault = () => undefined;
  await press(kit, "Send now");
  await kit.getByText(/Safe at your office/).waitFor();
  await desk.goto(`${address}/handed-in`);
  assert.equal(await desk.locator("main").getByText(CALLED, { exact: true }).count(), 1, "once");
  await context.close();
  nothingWentWrong(desk);
});

/** A short session, sealed. Runs in the page. @param {any} tablet @param {{begin: object, page: string}} given */
async function aSession(tablet, { begin, page }) {
  const session = await tablet.begin(begin);
  await session.add("level", { level: "b" });
  await session.add("page", { page, house: "worries" });
  await session.add("words", { page, id: "w1", text: "the ambilance" });
  await session.seal("read_back");
  return session.id;
}

/** @param {Buffer} buffer */
async function brings(buffer) {
  await desk.goto(`${address}/handed-in`);
  await desk.getByLabel("The file").setInputFiles({ name: "a.sealed", mimeType: "application/octet-stream", buffer });
  await desk.getByRole("button", { name: "Bring it in" }).click();
}
