// The kit's words: a line at the child's level, else the one line there is, with names put in.

/** @typedef {{build: string, tree: any, prompts: any, rules: any, words: Record<string, Record<string, string>>}} Book */

const FIRST = "en-GB";

/**
 * Puts what is given into the places of a message: `{ $name }`.
 * @param {string} text @param {Record<string, string | number>} [given]
 */
export function put(text, given = {}) {
  return text.replace(/\{\s*\$([\w-]+)\s*\}/g, (all, name) => String(given[name] ?? all));
}

/**
 * The words of a language, and the first language's where it has none.
 * @param {Book} book @param {string} language
 */
export function speaker(book, language) {
  const own = book.words[language] ?? {};
  const first = book.words[FIRST] ?? {};
  /** @param {string} key */
  const find = (key) => own[key] ?? first[key];

  /** A line of the child's, at a level. @param {string} name @param {string} level */
  const atLevel = (name, level) => find(`kit-${name}-${level}`) ?? find(`kit-${name}`);

  return {
    /** Whether there is such a line. @param {string} name @param {string} level */
    has: (name, level) => atLevel(name, level) !== undefined,
    /** @param {string} name @param {string} level @param {Record<string, string | number>} [given] */
    say: (name, level, given) => put(atLevel(name, level) ?? find(`kit-${name}-b`) ?? name, given),
    /** @param {string} name @param {Record<string, string | number>} [given] */
    w: (name, given) => put(find(`kit-w-${name}`) ?? name, given),
    /** A count: `…-one` or `…-other`. @param {string} name @param {number} count @param {string} level */
    count: (name, count, level) => {
      const one = new Intl.PluralRules(language).select(count) === "one";
      return put(atLevel(`${name}-${one ? "one" : "other"}`, level) ?? name, { count });
    },
  };
}

/** Which way a language is read. @param {string} language */
export function direction(language) {
  return /^(ar|fa|he|ur|ps|ku-arab|ckb|sd|ug|yi)\b/i.test(language) ? "rtl" : "ltr";
}
