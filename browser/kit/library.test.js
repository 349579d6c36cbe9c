// The library on the tablet: the same cards are found as in the office, and nothing that would lead a child lies open
// beside one.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { PARTS, besideChild, cardFrom, find, isOld, kindOf, wordsOf } from "../../crates/assets/js/kit/library.js";

/** @param {string} name @returns {any} */
function read(name) {
  const path = new URL(`../../crates/domain/kit/${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(path, "utf8"));
}

const ours = read("library");
const cases = read("library_cases");
const ids = (/** @type {{id: string}[]} */ cards) => cards.map((card) => card.id);

test("what is looked for is found as the cases say", () => {
  assert.ok(cases.cases.length > 20);
  for (const { asked, found } of cases.cases) assert.deepEqual(ids(find(cases, asked)), found, asked);
});

test("the card somebody means is among the first three", () => {
  for (const { asked, card } of cases.ours) {
    const found = ids(find(ours, asked));
    assert.ok(found.slice(0, 3).includes(card), `${asked}: ${found}`);
  }
});

test("a card asks to be checked once a year has gone by", () => {
  for (const { today, old, ...days } of cases.old) {
    const card = { ...ours.cards[0], checked_on: undefined, ...days };
    assert.equal(isOld(card, today), old, JSON.stringify({ days, today }));
  }
});

test("every card stands in a part, and every line is of a kind that is drawn", () => {
  const kinds = new Set(["plain", "head", "point", "say", "not", "said"]);
  for (const card of ours.cards) {
    assert.ok(PARTS.includes(card.part), card.id);
    for (const line of card.lines) {
      assert.ok(kinds.has(kindOf(line)), card.id);
      assert.ok(wordsOf(line).length > 0, card.id);
    }
  }
});

test("beside a child no example lies open, however it is looked for", () => {
  const beside = besideChild(ours);
  assert.ok(beside.cards.length > 50);
  assert.deepEqual(beside.cards.filter((card) => card.part === "examples"), []);
  assert.deepEqual(find(beside, "Lena"), []);
  for (const { law, guide } of read("tree").nodes) {
    for (const line of [law, guide]) {
      const card = cardFrom(ours, line);
      if (card) assert.ok(cardFrom(beside, line), `${line} leads to ${card.id}, which cannot lie open there`);
    }
  }
});
