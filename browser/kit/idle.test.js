// The tablet's patience, by a clock that the test owns.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Idle } from "../../crates/assets/js/kit/idle.js";

const SECOND = 1000,
  MINUTE = 60 * SECOND;

/** A tablet just unlocked, and the clock beside it. */
function tablet() {
  let at = 5_000_000;
  const idle = new Idle(at);
  return {
    idle,
    /** @param {number} ms */
    after(ms) {
      at += ms;
      return idle.look(at);
    },
    /** @param {number} ms  time goes by and nobody looks, as when timers sleep with the tablet */
    asleep(ms) {
      at += ms;
    },
    /** @param {"worker" | "tray" | "child"} side */
    show(side) {
      idle.show(side, at);
    },
    touch() {
      idle.touch(at);
    },
    hide() {
      idle.hide(at);
    },
    reveal() {
      idle.reveal(at);
      return idle.look(at);
    },
    unlock() {
      idle.unlock(at);
      return idle.look(at);
    },
    next() {
      return idle.next(at);
    },
  };
}

test("the worker's side locks after two minutes without a touch, not before", () => {
  const it = tablet();
  assert.equal(it.after(2 * MINUTE - 1), "open");
  it.touch();
  assert.equal(it.after(2 * MINUTE - 1), "open");
  assert.equal(it.after(1), "locked");
});

test("what is locked opens by nothing but the PIN", () => {
  const it = tablet();
  it.after(3 * MINUTE);
  it.touch();
  assert.equal(it.after(0), "locked");
  it.show("child");
  assert.equal(it.after(0), "locked");
  assert.equal(it.reveal(), "locked");
  assert.equal(it.unlock(), "open");
});

test("a touch that comes too late does not open it", () => {
  const it = tablet();
  it.asleep(60 * MINUTE);
  it.touch();
  assert.equal(it.after(0), "locked");
});

test("the child's side dims and never locks while it is in sight", () => {
  const it = tablet();
  it.show("child");
  assert.equal(it.after(MINUTE - 1), "open");
  assert.equal(it.after(1), "dim");
  assert.equal(it.after(5 * 60 * MINUTE), "dim");
  it.touch();
  assert.equal(it.after(0), "open");
});

test("out of sight for sixty seconds locks both sides", () => {
  for (const side of /** @type {const} */ (["worker", "tray", "child"])) {
    const it = tablet();
    it.show(side);
    it.hide();
    assert.equal(it.after(MINUTE - 1), "open", side);
    assert.equal(it.reveal(), "open", side);
    it.hide();
    it.after(MINUTE);
    assert.equal(it.reveal(), "locked", side);
  }
});

test("a clock put back while out of sight locks", () => {
  const it = tablet();
  it.show("child");
  it.hide();
  assert.equal(it.after(-1), "locked");
});

test("a tray left open closes, and the child's page stays", () => {
  const it = tablet();
  it.show("tray");
  assert.equal(it.after(2 * MINUTE), "close_tray");
  it.show("child");
  assert.equal(it.after(0), "open");
});

test("the next look is when something would change", () => {
  const it = tablet();
  assert.equal(it.next(), 2 * MINUTE);
  it.show("child");
  assert.equal(it.next(), MINUTE);
  it.after(30 * SECOND);
  it.hide();
  assert.equal(it.next(), 30 * SECOND);
  it.after(MINUTE);
  assert.equal(it.next(), null);
});
