/**
 * What the words of a question are: kin, a feeling, an act, a word the child has used already.
 *
 * The twin of `domain/src/question/lists.rs` and `seen.rs`. The lists themselves are data
 * (`question_rules.json`). Deliberately absent: any dictionary. A word in no list means nothing.
 */
import { isNear, read } from "./question_text.js";

/**
 * @typedef {import("./question_text.js").Text} Text
 * @typedef {import("./question_text.js").Word} Word
 * @typedef {{list: string, root: string | null}} Place
 * @typedef {{lists: Record<string, string[]>, groups: Record<string, string[]>,
 *   plain: string[]}} ListData
 */

/** The lists, made ready to be asked. */
export class Lists {
  /** @param {ListData} data */
  constructor(data) {
    /** @type {Map<string, Place[]>} */
    this.whole = new Map();
    /** @type {{start: string, place: Place}[]} */
    this.starts = [];
    /** @type {{end: string, list: string}[]} */
    this.ends = [];
    /** @type {Map<string, string[]>} */
    this.groups = new Map();
    this.plain = data.plain.map((phrase) => read(phrase).words.map((word) => word.norm));
    for (const [list, families] of Object.entries(data.lists)) {
      families.forEach((family, index) => this.add(list, family, `${list} ${index}`));
    }
    for (const [group, lists] of Object.entries(data.groups)) {
      for (const list of lists) this.groups.set(list, [...(this.groups.get(list) ?? []), group]);
    }
  }

  /** @param {string} list @param {string} family @param {string} root */
  add(list, family, root) {
    for (const form of family.split(" ")) {
      const place = { list, root };
      if (form.startsWith("*")) this.ends.push({ end: form.slice(1), list });
      else if (form.endsWith("*")) this.starts.push({ start: form.slice(0, -1), place });
      else this.whole.set(form, [...(this.whole.get(form) ?? []), place]);
    }
  }

  /** Every list a word stands in.
   * @param {string} norm
   * @returns {Place[]} */
  places(norm) {
    const begun = this.starts.filter(({ start }) => norm.startsWith(start));
    const ended = this.ends.filter(({ end }) => norm.endsWith(end));
    return [...(this.whole.get(norm) ?? []), ...begun.map(({ place }) => place),
      ...ended.map(({ list }) => ({ list, root: null }))];
  }

  /** Whether a list knows the word itself, not its ending only.
   * @param {Place[]} places */
  knows(places) {
    return places.some(({ root }) => root !== null);
  }

  /** @param {Place[]} places @param {string} list */
  within(places, list) {
    return places.some((place) => place.list === list
      || (this.groups.get(place.list) ?? []).includes(list));
  }
}

/** What the child has said so far in this session. */
export class Said {
  /** @param {Lists} lists @param {string[]} terms */
  constructor(lists, terms) {
    /** @type {Set<string>} */
    this.norms = new Set();
    /** @type {Set<string>} */
    this.roots = new Set();
    this.namesSomebody = false;
    this.isEmpty = true;
    for (const term of terms) {
      const text = read(term);
      text.words.forEach((word, at) => this.hear(lists, text, word, at));
    }
    this.long = [...this.norms].filter((norm) => norm.length >= 5);
  }

  /** @param {Lists} lists @param {Text} text @param {Word} word @param {number} at */
  hear(lists, text, word, at) {
    if (word.comma) return;
    this.isEmpty = false;
    this.norms.add(word.norm);
    const places = lists.places(word.norm);
    for (const { root } of places) if (root !== null) this.roots.add(root);
    if (lists.within(places, "somebody") || isName(lists, places, text, at)) {
      this.namesSomebody = true;
    }
  }

  /** @param {string} norm @param {Place[]} places */
  has(norm, places) {
    return this.norms.has(norm) || places.some(({ root }) => root !== null && this.roots.has(root))
      || this.long.some((said) => isNear(said, norm));
  }
}

/** A capital inside a text that no list explains, or one in front that no list knows.
 * @param {Lists} lists @param {Place[]} places @param {Text} text @param {number} at */
function isName(lists, places, text, at) {
  const word = text.words[at];
  if (!word?.capital || word.shouted || lists.knows(places)) return false;
  const before = text.words[at - 1]?.norm ?? "";
  return !lists.within(lists.places(before), "title");
}

/** A text seen with what the child has said. */
export class Seen {
  /** @param {Lists} lists @param {Text} text @param {Said} said */
  constructor(lists, text, said) {
    this.lists = lists;
    this.text = text;
    this.said = said;
    this.places = text.words.map((word) => lists.places(word.norm));
    this.quiet = new Set(this.plainWords());
    this.firsts = new Set(text.sentences.map(({ from }) => from));
    this.names = text.words.map((_, at) => !this.firsts.has(at)
      && isName(lists, this.places[at] ?? [], text, at));
    this.meetsNamed = this.names.some((name, at) => name && said.norms.has(this.norm(at)));
  }

  /** Words inside a phrase that means something else, as the worries of a House of Worries. */
  plainWords() {
    const found = [];
    for (const phrase of this.lists.plain) {
      for (let at = 0; at + phrase.length <= this.text.words.length; at += 1) {
        if (phrase.every((norm, n) => this.norm(at + n) === norm)) {
          found.push(...phrase.map((_, n) => at + n));
        }
      }
    }
    return found;
  }

  /** @param {number} at */
  norm(at) {
    return this.text.words[at]?.norm ?? "";
  }

  /** @param {number} at @param {string} list */
  is(at, list) {
    if (list === "name") return this.names[at] ?? false;
    return this.lists.within(this.places[at] ?? [], list);
  }

  /** Whether the child has not used this word.
   * @param {number} at */
  isNew(at) {
    if (this.quiet.has(at)) return false;
    if (this.is(at, "pronoun")) return !this.isKnown(at);
    return !this.said.has(this.norm(at), this.places[at] ?? []);
  }

  /** Whether he, she or they can be somebody: one the child named, or one this text names.
   * @param {number} at */
  isKnown(at) {
    if (this.said.namesSomebody || this.meetsNamed) return true;
    const many = this.is(at, "they");
    for (let i = 0; i < at; i += 1) {
      if (this.is(i, "person") || this.names[i]) return true;
      if (many && (this.is(i, "anybody") || isPlural(this.norm(i)))) return true;
    }
    return false;
  }
}

/** @param {string} norm */
function isPlural(norm) {
  return norm.length >= 4 && norm.endsWith("s") && !norm.endsWith("ss") && norm !== "this";
}
