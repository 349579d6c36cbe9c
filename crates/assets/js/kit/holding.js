// Sounds and photographs on a page: where their bytes go, and the bytes again while the kit stays open, so that a child
// can hear and see them. On the disk they are sealed, and they are read from there by the office only.
import { raiseAlarm } from "./alarm.js";
import { h } from "./dom.js";
import { button, icon } from "./parts.js";
import { takePhoto } from "./photo.js";
import { time } from "./recording.js";
import { listen } from "./voice.js";

/** @typedef {import("./kit.js").Kit} Kit */
/** @typedef {ReturnType<typeof import("./pages.js").pageFor>} PageHandle */

/** @type {Map<string, ArrayBuffer[]>} */
const held = new Map();

/** Nothing is held once a session is over. */
export function letAllGo() {
  held.clear();
}

/**
 * What could not be kept is held in memory and tried again: it is said at once, and what was being done goes on.
 * @param {Kit} kit @param {Promise<unknown>} keeping
 */
const orSay = (kit, keeping) => keeping.then(() => true, (why) => {
  raiseAlarm(kit, why);
  return false;
});

/**
 * What a recorder writes to: this page. Where there is no room it stops: it would only fill the memory.
 * @param {Kit} kit @param {PageHandle} page
 * @returns {import("./voice.js").Attach}
 */
export function attachTo(kit, page) {
  return (kind, type) => {
    page.begin();
    const attachment = kit.session.attach(kind, type);
    /** @type {ArrayBuffer[]} */
    const bytes = [];
    held.set(attachment.id, bytes);
    return {
      id: attachment.id,
      add: async (more) => {
        bytes.push(more);
        if (!await orSay(kit, attachment.add(more))) throw new Error("there is no room for more");
      },
      keep: (about) => orSay(kit, attachment.keep({ page: page.id, ...about })),
      throwAway: () => {
        held.delete(attachment.id);
        return attachment.throwAway();
      },
    };
  };
}

/** Takes a photograph of a drawing on paper onto this page. @param {Kit} kit @param {PageHandle} page @param {File} file */
export async function putPhoto(kit, page, file) {
  const { bytes, width, height, type } = await takePhoto(file);
  page.begin();
  const attachment = kit.session.attach("photo", type);
  held.set(attachment.id, [bytes]);
  await orSay(kit, attachment.add(bytes));
  await orSay(kit, attachment.keep({ page: page.id, width, height }));
}

/**
 * The sounds and photographs of a page, each to be heard or seen and thrown away.
 * @param {Kit} kit @param {import("./reduce.js").Page | undefined} page @param {() => void} [onGone] none: only to look at
 */
export function attachments(kit, page, onGone) {
  const all = [
    ...(page?.sounds ?? []).map((sound, at) => soundRow(kit, sound, at, onGone)),
    ...(page?.photos ?? []).map((photo) => photoRow(kit, photo, onGone)),
  ];
  return all.length ? h("ul", { class: "attachments" }, all) : null;
}

/** @param {Kit} kit @param {any} sound @param {number} at @param {() => void} [onGone] */
function soundRow(kit, sound, at, onGone) {
  const bytes = held.get(sound.attachment);
  const name = kit.say("sound-number", { number: at + 1 });
  return h("li", { class: "attachment" },
    bytes
      ? h("button", { type: "button", class: "play", "aria-label": `${kit.say("hear-it")}: ${name}`,
          onclick: () => listen(bytes, sound.type) }, icon(kit, "play", 26))
      : icon(kit, "mic", 26),
    h("span", {}, name, " ", h("span", { class: "muted" }, time(sound.ms ?? 0)),
      sound.broken_off ? h("span", { class: "stopped" }, kit.say("sound-stopped")) : null),
    onGone ? gone(kit, sound.attachment, name, onGone) : null);
}

/** @param {Kit} kit @param {any} photo @param {() => void} [onGone] */
function photoRow(kit, photo, onGone) {
  const bytes = held.get(photo.attachment);
  const name = kit.say("a-photo");
  const picture = h("img", { class: "photo", alt: name });
  if (bytes) {
    const address = URL.createObjectURL(new Blob(bytes, { type: photo.type }));
    picture.addEventListener("load", () => URL.revokeObjectURL(address), { once: true });
    picture.src = address;
  }
  return h("li", { class: "attachment" }, bytes ? picture : icon(kit, "camera", 26), h("span", {}, name),
    onGone ? gone(kit, photo.attachment, name, onGone) : null);
}

/** Throwing away is asked once more, by a second tap. @param {Kit} kit @param {string} id @param {string} name @param {() => void} onGone */
function gone(kit, id, name, onGone) {
  const made = button(kit, kit.say("throw-away"), async () => {
    if (made.dataset.sure !== "yes") {
      made.dataset.sure = "yes";
      made.querySelector("span")?.replaceChildren(kit.say("really-gone"));
      made.setAttribute("aria-label", `${kit.say("really-gone")}: ${name}`);
      return;
    }
    held.delete(id);
    await kit.session.throwAway(id);
    onGone();
  }, { icon: "trash-2", kind: "quiet", class: "small gone", label: `${kit.say("throw-away")}: ${name}` });
  return made;
}
