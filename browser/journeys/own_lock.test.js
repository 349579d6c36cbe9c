// The tablet's own lock beside the PIN, in a real browser with a machine's lock that gives a secret: joined, opened, refused,
// and given up when it no longer works.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { address, deskOf, openBrowser } from "../kith.js";
import { codeFrom, opensWith, PIN, press, SIZE, openKit } from "../tablets.js";

/** A browser knows no such lock under an address that is a number. */
const office = address.replace("127.0.0.1", "localhost");
const CALLED = "the one with a finger";

/** @type {import("playwright-core").Browser} */
let browser;
/** @type {import("playwright-core").Page} */
let kit;
/** @type {import("playwright-core").CDPSession} */
let machine;
/** @type {string} */
let authenticatorId;
before(async () => {
  browser = await openBrowser();
  const context = await browser.newContext(SIZE);
  kit = await openKit(context, { at: office });
  machine = await context.newCDPSession(kit);
  await machine.send("WebAuthn.enable");
  const options = {
    protocol: /** @type {const} */ ("ctap2"), ctap2Version: /** @type {const} */ ("ctap2_1"), transport: /** @type {const} */ ("internal"),
    hasResidentKey: true, hasUserVerification: true, hasPrf: true, automaticPresenceSimulation: true, isUserVerified: true,
  };
  ({ authenticatorId } = await machine.send("WebAuthn.addVirtualAuthenticator", { options }));
});
after(() => browser.close());

/** @param {string} pin */
async function tries(pin) {
  await kit.locator("#kit input").first().fill(pin);
  await press(kit, "Open");
}

/** The kit, locked: it has been closed and opened again. */
async function openedAgain() {
  await kit.reload();
  await kit.getByRole("heading", { name: "Your PIN, please" }).waitFor();
}

test("a tablet joins with its own lock, unless somebody takes the tick away", async () => {
  await kit.locator("#kit input").fill(await codeFrom(await deskOf(browser, "worker"), CALLED));
  await press(kit, "Go on");
  const tick = kit.getByLabel("own lock as well");
  assert.ok(await tick.isChecked());
  const pins = kit.locator("#kit input[type=password]");
  for (const pin of await pins.all()) await pin.fill(PIN);
  await press(kit, "Join");
  await kit.getByRole("heading", { name: `${CALLED} is ready` }).waitFor();
  const { credentials } = await machine.send("WebAuthn.getCredentials", { authenticatorId });
  assert.deepEqual(credentials.map(({ userName }) => userName ?? "Kith"), ["Kith"], "and nobody's name lies there");
});

test("it opens with both, and a wrong PIN counts", async () => {
  await openedAgain();
  await tries("999999");
  await kit.getByText("There are 9 more tries").waitFor();
  await opensWith(kit);
  await kit.getByRole("heading", { name: /^Hello/ }).waitFor();
});

test("a lock that is not opened any more is given up, and the tablet joins again", async () => {
  await openedAgain();
  await machine.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified: false });
  await tries(PIN);
  await kit.getByText("own lock was not opened").waitFor();
  await kit.getByText("own lock no longer works").click();
  await press(kit, "Give it up and join again");
  await kit.getByRole("heading", { name: "What the PIN opened is given up" }).waitFor();
  await press(kit, "Join again");
  await kit.getByLabel("code", { exact: false }).waitFor();
});
