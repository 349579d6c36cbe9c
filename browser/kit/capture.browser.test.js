// Voice and photographs in a real browser: recorded only from a tap, kept as they come, really gone, nothing hidden in a picture.
import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { openPaper, openPaperBrowser, servePaper } from "./paper_server.js";

/** @typedef {import("playwright-core").Page} Page */
/** @typedef {import("playwright-core").Browser} Browser */

/** A tone instead of a microphone, and nobody who has to press Allow. */
const TONE = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"];
const REFUSES = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream=deny"];

/** @type {Awaited<ReturnType<typeof servePaper>>} */
let server;
/** @type {Browser} */
let browser;
/** @type {Page} */
let page;
/** @type {string[]} */
let complaints;

before(async () => {
  server = await servePaper();
  browser = await openPaperBrowser(TONE);
});
beforeEach(async () => {
  await page?.context().close();
  [page, complaints] = await openPaper(browser, server.address);
  await prepare(page);
});
after(async () => {
  await browser.close();
  await server.close();
});

/** A recorder that a tap on the first button starts, and a place for its bytes that writes down what comes. @param {Page} on */
async function prepare(on) {
  await on.evaluate(() => {
    const all = /** @type {any} */ (window);
    all.told = [];
    all.put = { slices: [], kept: null, thrown: false };
    const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = async (wants) => {
      all.wants = wants;
      return all.stream = await ask(wants);
    };
    const attach = async (/** @type {string} */ kind, /** @type {string} */ type) => ({
      id: "sound-1",
      add: async (/** @type {ArrayBuffer} */ bytes) => {
        if (all.full) throw new Error("there is no room");
        all.put.slices.push(bytes);
      },
      keep: async (/** @type {unknown} */ about) => { all.put.kept = about; },
      throwAway: async () => { all.put = { slices: [], kept: null, thrown: true }; },
      what: all.put.what = [kind, type],
    });
    const onState = (/** @type {string} */ state, /** @type {object} */ why) => all.told.push({ state, ...why });
    all.recorder = new all.kit.Recorder({ attach, onState });
    document.querySelector("button")?.addEventListener("click", () => { all.started = all.recorder.start(); });
  });
}

const tap = () => page.getByRole("button", { name: "Before" }).click();
/** @param {Page} [on] @returns {Promise<any[]>} */
const told = (on = page) => on.evaluate(() => /** @type {any} */ (window).told);
/** @param {string} state */
const untilIt = (state) => page.waitForFunction((it) => /** @type {any} */ (window).told.at(-1)?.state === it, state);
const untilHeard = () => page.waitForFunction(() => /** @type {any} */ (window).recorder.ms > 1500);
const put = () => page.evaluate(() => {
  const { slices, ...rest } = /** @type {{slices: ArrayBuffer[], what?: string[], kept: any}} */ (/** @type {any} */ (window).put);
  return { ...rest, bytes: slices.reduce((sum, slice) => sum + slice.byteLength, 0), slices: slices.length };
});
const microphoneIsFree = () => page.evaluate(() => {
  const { stream } = /** @type {{stream: MediaStream}} */ (/** @type {any} */ (window));
  return stream.getTracks().every((track) => track.readyState === "ended");
});

test("without a tap nothing is asked and nothing recorded", async () => {
  await page.reload();
  const device = await page.context().newCDPSession(page);
  const expression = `import("/a/test/js/kit/voice.js").then(async ({ Recorder }) => {
    const told = [];
    const recorder = new Recorder({ attach: () => told.push("attach"), onState: (state) => told.push(state) });
    return [await recorder.start(), ...told].join();
  })`;
  const { result } = await device.send("Runtime.evaluate", { expression, awaitPromise: true, userGesture: false });
  assert.equal(result.value, "false");
});

test("a tap records: it is heard while it goes on, kept when the child says so, and can be played", async () => {
  await tap();
  await untilIt("recording");
  await page.waitForFunction(() => /** @type {any} */ (window).recorder.level() > 0.2);
  await untilHeard();
  await page.evaluate(() => /** @type {any} */ (window).recorder.keep());
  const states = await told();
  assert.deepEqual(states.map((one) => one.state), ["asked", "recording", "kept"]);
  const kept = await put();
  assert.deepEqual([kept.what, states[2].id, states[2].type], [["sound", "audio/webm"], "sound-1", "audio/webm"]);
  assert.ok(kept.bytes > 1000, `${kept.bytes} bytes`);
  assert.deepEqual(kept.kept, { ms: states[2].ms }, "that it was ended is not said");
  assert.ok(kept.kept.ms > 1500);
  assert.ok(await microphoneIsFree());
  const [head, played] = await page.evaluate(async () => {
    const { put: all, kit } = /** @type {any} */ (window);
    const first = new Uint8Array(all.slices[0]).slice(0, 4);
    return [[...first], await kit.listen(all.slices, "audio/webm").done];
  });
  assert.deepEqual(head, [0x1a, 0x45, 0xdf, 0xa3]);
  assert.equal(played, true);
  assert.deepEqual(complaints, []);
});

test("one channel, and the voice is not smoothed away", async () => {
  await tap();
  await untilIt("recording");
  const { audio, video } = await page.evaluate(() => /** @type {any} */ (window).wants);
  assert.equal(video, undefined);
  assert.deepEqual([audio.channelCount, audio.echoCancellation, audio.noiseSuppression], [1, false, false]);
  await page.evaluate(() => /** @type {any} */ (window).recorder.throwAway());
});

test("a pause hands on what there is, and its time does not count", async () => {
  await tap();
  await untilIt("recording");
  await untilHeard();
  await page.evaluate(() => /** @type {any} */ (window).recorder.pause());
  await page.waitForFunction(() => /** @type {any} */ (window).put.slices.length > 0);
  const [first, second] = await page.evaluate(async () => {
    const { recorder } = /** @type {any} */ (window);
    const ms = recorder.ms;
    await new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(resolve)); });
    return [ms, recorder.ms];
  });
  assert.equal(first, second);
  await page.evaluate(() => /** @type {any} */ (window).recorder.resume());
  await page.evaluate(() => /** @type {any} */ (window).recorder.keep());
  assert.deepEqual((await told()).map((one) => one.state), ["asked", "recording", "paused", "recording", "kept"]);
});

test("every four seconds are handed on while it goes on", async () => {
  await tap();
  await untilIt("recording");
  await page.waitForFunction(() => /** @type {any} */ (window).put.slices.length > 0);
  assert.equal(await page.evaluate(() => /** @type {any} */ (window).recorder.state), "recording");
  assert.ok((await put()).bytes > 5000);
  await page.evaluate(() => /** @type {any} */ (window).recorder.throwAway());
});

test("thrown away is gone, and the microphone is free", async () => {
  await tap();
  await untilIt("recording");
  await untilHeard();
  await page.evaluate(() => /** @type {any} */ (window).recorder.throwAway());
  assert.deepEqual(await put(), { slices: 0, bytes: 0, kept: null, thrown: true });
  assert.equal(await page.evaluate(() => /** @type {any} */ (window).recorder.slices.length), 0);
  assert.ok(await microphoneIsFree());
});

for (const ends of ["keep", "throwAway"]) {
  test(`a screen that is left (${ends}) while the microphone is asked for records nothing when it is given`, async () => {
    await page.evaluate(() => {
      const all = /** @type {any} */ (window);
      const ask = navigator.mediaDevices.getUserMedia;
      navigator.mediaDevices.getUserMedia = async (wants) => {
        await new Promise((answer) => { all.answer = answer; });
        return ask(wants);
      };
    });
    await tap();
    await page.waitForFunction(() => /** @type {any} */ (window).answer);
    const began = await page.evaluate(async (end) => {
      const all = /** @type {any} */ (window);
      await all.recorder[end]();
      all.answer();
      return all.started;
    }, ends);
    assert.equal(began, false);
    assert.equal((await put()).what, undefined, "nothing was attached");
    assert.ok(await microphoneIsFree());
  });
}

test("where no sound can be put down, the microphone is let go at once", async () => {
  await page.evaluate(() => {
    const all = /** @type {any} */ (window);
    const onState = (/** @type {string} */ state, /** @type {object} */ why) => all.told.push({ state, ...why });
    all.recorder = new all.kit.Recorder({ attach: async () => { throw new Error("no room"); }, onState });
  });
  await tap();
  await untilIt("refused");
  assert.equal((await told()).at(-1).why, "not_kept");
  assert.ok(await microphoneIsFree());
});

for (const event of ["mute", "ended"]) {
  test(`a microphone that is taken away (${event}) keeps what there was and says so`, async () => {
    await tap();
    await untilIt("recording");
    await untilHeard();
    await page.evaluate((name) => /** @type {any} */ (window).stream.getAudioTracks()[0].dispatchEvent(new Event(name)), event);
    await untilIt("lost");
    const lost = (await told()).at(-1);
    assert.deepEqual([lost.why, lost.id], ["cut_off", "sound-1"]);
    const { kept } = await put();
    assert.ok(kept.ms > 1500);
    assert.equal(kept.broken_off, true);
    assert.ok(await microphoneIsFree());
  });
}

test("a page that is left pauses, and does not go on by itself", async () => {
  await tap();
  await untilIt("recording");
  await page.evaluate(() => {
    Object.defineProperty(document, "hidden", { configurable: true, get: () => true });
    document.dispatchEvent(new Event("visibilitychange"));
    Object.defineProperty(document, "hidden", { configurable: true, get: () => false });
    document.dispatchEvent(new Event("visibilitychange"));
  });
  const last = (await told()).at(-1);
  assert.deepEqual([last.state, last.why], ["paused", "hidden"]);
  await page.evaluate(() => /** @type {any} */ (window).recorder.throwAway());
});

test("a slice that cannot be put down is said at once", async () => {
  await tap();
  await untilIt("recording");
  await untilHeard();
  await page.evaluate(() => {
    const all = /** @type {any} */ (window);
    all.full = true;
    all.recorder.pause();
  });
  await untilIt("lost");
  assert.equal((await told()).at(-1).why, "not_kept");
});

test("refused is a state, not a fault", async () => {
  const other = await openPaperBrowser(REFUSES);
  try {
    const [refusing] = await openPaper(other, server.address);
    await prepare(refusing);
    await refusing.getByRole("button", { name: "Before" }).click();
    await refusing.waitForFunction(() => /** @type {any} */ (window).told.length > 1);
    assert.deepEqual(await told(refusing), [{ state: "asked" }, { state: "refused", why: "no" }]);
  } finally {
    await other.close();
  }
});

/** A number of four bytes, big end first. @param {number} value */
const four = (value) => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
/** @param {number} tag @param {number} type @param {number} count @param {number[]} value */
const entry = (tag, type, count, value) => [tag >> 8, tag & 255, 0, type, ...four(count), ...value];

/** What a telephone writes into a photograph: which way is up, what made it, and 51° 30' N, 0° 7' W. */
function exif() {
  const head = [0x4d, 0x4d, 0, 42, ...four(8)];
  const made = [...entry(0x010f, 2, 4, [0x50, 0x48, 0x4e, 0]), ...entry(0x0112, 3, 1, [0, 6, 0, 0]), ...entry(0x8825, 4, 1, four(50))];
  const first = [0, 3, ...made, ...four(0)];
  const north = [...entry(1, 2, 2, [0x4e, 0, 0, 0]), ...entry(2, 5, 3, four(104))];
  const west = [...entry(3, 2, 2, [0x57, 0, 0, 0]), ...entry(4, 5, 3, four(128))];
  const gps = [0, 4, ...north, ...west, ...four(0)];
  const degrees = [51, 30, 26, 0, 7, 39].flatMap((value) => [...four(value), ...four(1)]);
  const body = [...Buffer.from("Exif\0\0"), ...head, ...first, ...gps, ...degrees];
  assert.equal(head.length + first.length, 50);
  assert.equal(50 + gps.length, 104);
  return [0xff, 0xe1, (body.length + 2) >> 8, (body.length + 2) & 255, ...body];
}

/** The segments before the picture itself, by their marker. @param {Buffer} jpeg */
function segments(jpeg) {
  const found = [];
  for (let at = 2; jpeg[at] === 0xff && jpeg[at + 1] !== 0xda; at += 2 + jpeg.readUInt16BE(at + 2)) found.push(jpeg[at + 1]);
  return found;
}

/** A photograph as a telephone makes it. @param {number} width @param {number} height */
async function photograph(width, height) {
  const plain = await page.evaluate(async ([wide, high]) => {
    const canvas = Object.assign(document.createElement("canvas"), { width: wide, height: high });
    const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
    context.fillStyle = "#2a663c";
    context.fillRect(0, 0, wide ?? 0, high ?? 0);
    context.fillStyle = "#c24e36";
    context.fillRect(0, 0, (wide ?? 0) / 4, (high ?? 0) / 4);
    const blob = await new Promise((/** @type {(made: Blob | null) => void} */ made) => canvas.toBlob(made, "image/jpeg"));
    return [...new Uint8Array(await /** @type {Blob} */ (blob).arrayBuffer())];
  }, [width, height]);
  return Buffer.from([...plain.slice(0, 2), ...exif(), ...plain.slice(2)]);
}

/** Hands it to the field that opens the camera, and waits for what becomes of it. @param {{name: string, mimeType: string, buffer: Buffer}} file */
async function choose(file) {
  await page.evaluate(() => {
    const all = /** @type {any} */ (window);
    const field = all.kit.photoField(async (/** @type {File} */ one) => {
      const { bytes, ...rest } = await all.kit.takePhoto(one).catch((/** @type {any} */ refused) => ({ why: refused.why }));
      all.photo = { ...rest, bytes: bytes && [...new Uint8Array(bytes)] };
    });
    all.photo = undefined;
    document.querySelector("#desk")?.append(field);
  });
  await page.locator("input[type=file]").setInputFiles(file);
  await page.waitForFunction(() => /** @type {any} */ (window).photo);
  return page.evaluate(() => /** @type {any} */ (window).photo);
}

test("a photograph loses its place and its maker, and keeps which way is up", async () => {
  const taken = await photograph(2400, 1200);
  assert.ok(taken.includes("Exif") && segments(taken).includes(0xe1));
  const photo = await choose({ name: "IMG_1234.jpg", mimeType: "image/jpeg", buffer: taken });
  assert.deepEqual([photo.type, photo.width, photo.height], ["image/jpeg", 800, 1600]);
  const bytes = Buffer.from(photo.bytes);
  assert.deepEqual([bytes[0], bytes[1]], [0xff, 0xd8]);
  const said = segments(bytes).filter((marker) => marker !== undefined && marker > 0xe0 && marker <= 0xef || marker === 0xfe);
  assert.deepEqual(said, [], "nothing but JFIF stands before the picture");
  for (const word of ["Exif", "PHN", "GPS", "http"]) assert.ok(!bytes.includes(word), word);
  const corner = await page.evaluate(async (of) => {
    const picture = await createImageBitmap(new Blob([new Uint8Array(of)], { type: "image/jpeg" }));
    const context = new OffscreenCanvas(picture.width, picture.height).getContext("2d");
    context?.drawImage(picture, 0, 0);
    return [...context?.getImageData(picture.width - 20, 20, 1, 1).data ?? []].slice(0, 3);
  }, photo.bytes);
  assert.ok((corner[0] ?? 0) > 150 && (corner[1] ?? 0) < 120, `the red corner is at the upper right: ${corner}`);
  assert.deepEqual(complaints, []);
});

test("what is no picture, and what is too large, is refused in so many words", async () => {
  const text = await choose({ name: "letter.jpg", mimeType: "image/jpeg", buffer: Buffer.from("Dear Joel") });
  assert.equal(text.why, "not_a_picture");
  const large = await page.evaluate(() => {
    const { kit } = /** @type {any} */ (window);
    return kit.takePhoto(new Blob([new Uint8Array(41 * 1024 * 1024)])).catch((/** @type {any} */ refused) => refused.why);
  });
  assert.equal(large, "too_large");
});

test("the field asks for the camera at the back", async () => {
  await choose({ name: "letter.jpg", mimeType: "image/jpeg", buffer: Buffer.from("Dear Joel") });
  const field = page.locator("input[type=file]");
  assert.deepEqual([await field.getAttribute("capture"), await field.getAttribute("accept")], ["environment", "image/*"]);
});
