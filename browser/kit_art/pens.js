// Three pens for people: finer than those of houses, with colour nearer to its ink.
import { line, shape } from "./line.js";

/** Ink of a person. */
export const ink = (d, o = {}) => line(d, { w: 2.9, amp: 0.7, ...o });
/** A part of a person: colour, then ink. */
export const part = (d, colour, o = {}) =>
  shape(d, colour, { w: 2.9, amp: 0.8, famp: 0.8, dx: 1.2, dy: 1, ...o });
/** Finer ink: a face, a fold. */
export const fine = (d, o = {}) => line(d, { w: 1.8, amp: 0.3, ...o });

/** How high a wheelchair's seat is. */
export const SEAT = -60;
