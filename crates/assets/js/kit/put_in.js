// Somebody is put in by name: the child's own word for them. Nobody is proposed.
import { h } from "./dom.js";
import { button } from "./parts.js";

/** @param {import("./kit.js").Kit} kit @param {(name: string) => void} named @param {"new-person" | "a-name"} [what] */
export function putIn(kit, named, what = "new-person") {
  const field = h("input", {
    class: "field framed", "aria-label": kit.say(what), placeholder: kit.say(what), dir: "auto", maxlength: "60",
    autocomplete: "off", spellcheck: "false",
  });
  const add = () => {
    const name = field.value.trim();
    if (name) named(name);
  };
  field.addEventListener("keydown", (key) => { if (key.key === "Enter") add(); });
  return h("div", { class: "row new-person" }, field, button(kit, kit.say("put-in"), add, { icon: "plus" }));
}
