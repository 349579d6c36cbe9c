// A question that is answered in words or by a voice, on a page that something else is on: a step on the path, what makes a
// number what it is. The same list of slips as in a house.
import { h } from "./dom.js";
import { attachTo } from "./holding.js";
import { newId, newestOf, pageFor } from "./pages.js";
import { button } from "./parts.js";
import { recorderCard } from "./recording.js";
import { slipList, slipsOf } from "./slips.js";

/** @typedef {import("./kit.js").Kit} Kit */

/**
 * @param {Kit} kit @param {string} house
 * @returns {{page: ReturnType<typeof pageFor>, box: HTMLElement, leave: () => void}}
 */
export function invite(kit, house) {
  const before = newestOf(kit, house);
  const page = pageFor(kit, house, before?.id);
  const voice = h("div", { class: "voice-place" });
  /** @type {(() => void)[]} */
  const ends = [];
  const say = kit.session.state.stones.my_voice === "no" ? null : button(kit, kit.say("say-it"), () => {
    if (voice.firstChild) return;
    const recorder = recorderCard(kit, { attach: attachTo(kit, page) });
    ends.push(recorder.leave);
    voice.append(recorder.box);
    void recorder.begin();
  }, { icon: "mic" });
  const list = slipList(kit, {
    slips: slipsOf(before), newId, label: kit.say("your-words"), beside: [say],
    onSlip: (slip) => page.keep("words", { id: slip.id, text: slip.text }),
  });
  ends.push(() => void list.finish());
  return { page, box: h("div", { class: "invite" }, list.box, voice), leave: () => ends.forEach((end) => end()) };
}
