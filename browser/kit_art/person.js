// People, whole, standing on one ground line: origin between the feet. Built from limbs, so that a pose
// is two points an arm. Not cute and not a caricature: a 15-year-old must not mind them.
// Order: far hair, legs, arms, body, head, near hair.
import { C, area, dot, ell, g, limb, tenth } from "./line.js";
import { farHair, nearHair, scarf } from "./hair.js";
import { SEAT, fine, ink, part } from "./pens.js";

/** Five skins. */
export const SKIN = { a: "#F6D3B8", b: "#E3AE86", c: "#BD8158", d: "#8E5A3B", e: "#65402B" };

/** How tall, by age: head's middle and radii, shoulder, hip, and their widths. */
const SIZE = {
  adult: { hy: -229, rx: 20, ry: 24, shy: -192, sw: 33, hipy: -112, hw: 27, aw: 18, lw: 22 },
  teen: { hy: -204, rx: 20, ry: 24, shy: -168, sw: 27, hipy: -98, hw: 23, aw: 16, lw: 19 },
  kid: { hy: -152, rx: 21, ry: 23, shy: -118, sw: 23, hipy: -64, hw: 20, aw: 14, lw: 17 },
  tot: { hy: -106, rx: 20, ry: 21, shy: -76, sw: 19, hipy: -38, hw: 18, aw: 13, lw: 16 },
};

/** What `who` says, with what goes without saying. */
function told(who) {
  const size = SIZE[who.age ?? "adult"];
  return {
    ...size,
    mid: (size.shy + size.hipy) / 2,
    bottom: "trousers",
    hairC: "#4A3128",
    topC: C.ochre,
    botC: C.denim,
    shoeC: "#4A3B38",
    mouth: "smile",
    ...who,
    skin: SKIN[who.skin ?? "b"],
    dark: ["d", "e"].includes(who.skin),
  };
}

/** A person, whole. */
export function person(who) {
  const p = told(who);
  if (p.sit) return farHair(p) + sitting(p);
  const arms = () => bothArms(p);
  return (
    farHair(p) +
    legs(p) +
    (p.front ? "" : arms()) +
    torso(p) +
    (p.front ? arms() : "") +
    (p.aid ? aid(p) : "") +
    head(p)
  );
}

/** Head and shoulders of the same person, in a round of 76 across. */
export function bust(who) {
  const p = told(who);
  const lift = p.hair === "headwrap" || p.hair === "turban" || p.hair === "bun" ? 43 : 40;
  const scale = p.hair === "headwrap" || p.hair === "turban" ? 0.88 : 0.98;
  return g(
    38,
    tenth(lift - p.hy * scale),
    scale,
    farHair({ ...p, sit: 0 }) + shoulders(p) + head(p),
  );
}

// ---- legs and arms

function arm(p, shoulder, elbow, hand) {
  return (
    part(limb([shoulder, elbow, hand], p.aw, p.aw * 0.78), p.slC ?? p.topC) +
    part(ell(hand[0], hand[1] + 4, 6.6, 7.4), p.skin)
  );
}

function bothArms(p) {
  const side = (k) => [k * (p.sw - 6), p.shy + 9];
  const left = p.handL ?? [-p.sw - 5, p.hipy + 8],
    right = p.handR ?? [p.sw + 5, p.hipy + 8];
  return (
    arm(p, side(-1), p.elbL ?? [-p.sw - 9, p.mid + 6], left) +
    arm(p, side(1), p.elbR ?? [p.sw + 9, p.mid + 6], right)
  );
}

const foot = (p, x, k) =>
  part(
    `M${x - 9 * k} 1 C${x - 12 * k} -13 ${x + 6 * k} -15 ${x + 10 * k} -8 ` +
      `C${x + 18 * k} -7 ${x + 20 * k} 1 ${x + 16 * k} 1 Z`,
    p.shoeC,
  );

function trouserLeg(p, k) {
  const { hw, hipy, lw } = p,
    x = k * hw * 0.52,
    bare = p.bottom === "shorts";
  const skin = bare
    ? part(
        limb(
          [
            [x, hipy],
            [x + k, -6],
          ],
          lw * 0.72,
          lw * 0.62,
        ),
        p.skin,
      )
    : "";
  const end = bare ? hipy * 0.42 : -7;
  return (
    skin +
    part(
      limb(
        [
          [x, hipy - 2],
          [x + k * 1.5, end],
        ],
        lw,
        bare ? lw : lw * 0.82,
      ),
      p.botC,
    ) +
    foot(p, x + k * 2, k)
  );
}

function legs(p) {
  const { hw, hipy, lw } = p;
  if (["trousers", "shorts"].includes(p.bottom)) return trouserLeg(p, -1) + trouserLeg(p, 1);
  const under = [-1, 1]
    .map((k) => {
      const x = k * hw * 0.42;
      return (
        part(
          limb(
            [
              [x, hipy],
              [x, -6],
            ],
            lw * 0.66,
            lw * 0.5,
          ),
          p.legC ?? p.skin,
        ) + foot(p, x, k)
      );
    })
    .join("");
  const hem = p.bottom === "long" ? -14 : hipy * 0.46;
  return (
    under +
    part(
      `M${-hw} ${hipy - 8} C${-hw - 6} ${hipy * 0.7} ${-hw - 10} ${hem - 20} ${-hw - 13} ${hem} ` +
        `C${-hw * 0.4} ${hem + 7} ${hw * 0.4} ${hem + 7} ${hw + 13} ${hem} ` +
        `C${hw + 10} ${hem - 20} ${hw + 6} ${hipy * 0.7} ${hw} ${hipy - 8} Z`,
      p.botC,
    )
  );
}

// ---- body

const neck = ({ hy, ry, shy, skin }) =>
  area(`M-12 ${shy + 3} L-7 ${hy + ry - 6} L8 ${hy + ry - 6} L13 ${shy + 3} Z`, skin, {
    amp: 0.3,
  }) +
  ink(`M-8 ${hy + ry - 4} L-9 ${shy - 7}`) +
  ink(`M8 ${hy + ry - 4} L10 ${shy - 7}`);

/** As much of the body as a round picture of the head shows. */
const shoulders = (p) =>
  neck(p) +
  part(
    `M-10 ${p.shy - 8} C${-p.sw * 0.7} ${p.shy - 5} ${-p.sw - 8} ${p.shy} ${-p.sw - 10} ${p.shy + 16} L${p.sw + 10} ${p.shy + 16} ` +
      `C${p.sw + 8} ${p.shy} ${p.sw * 0.7} ${p.shy - 5} 11 ${p.shy - 8} C5 ${p.shy - 2} -4 ${p.shy - 2} -10 ${p.shy - 8} Z`,
    p.topC,
  );

function torso(p) {
  const { shy, sw, hipy, hw, mid } = p;
  const low = p.coat ? hipy * 0.58 : hipy + 7,
    flare = p.coat ? 8 : 1;
  const body = part(
    `M-10 ${shy - 8} C${-sw * 0.7} ${shy - 5} ${-sw - 1} ${shy} ${-sw} ${shy + 14} ` +
      `C${-sw + 3} ${mid} ${-hw - 2} ${mid + 10} ${-hw - flare} ${low} ` +
      `C${-hw * 0.3} ${low + 4} ${hw * 0.3} ${low + 4} ${hw + flare} ${low} ` +
      `C${hw + 2} ${mid + 10} ${sw - 3} ${mid} ${sw} ${shy + 14} ` +
      `C${sw + 1} ${shy} ${sw * 0.7} ${shy - 5} 11 ${shy - 8} C5 ${shy - 2} -4 ${shy - 2} -10 ${shy - 8} Z`,
    p.topC,
  );
  return (
    neck(p) +
    body +
    (p.coat ? buttons(p, low) : "") +
    (p.stripe ? stripes(p) : "") +
    (p.cardigan ? cardigan(p, low) : "") +
    (p.overall ? overall(p) : "")
  );
}

const buttons = (p, low) =>
  ink(`M1 ${p.shy + 2} L1 ${low}`, { w: 2.2 }) +
  [0.25, 0.5, 0.75].map((part) => dot(6, p.shy + 4 + (low - p.shy) * part, 2, C.line)).join("");

function stripes(p) {
  let drawn = "";
  for (let y = p.shy + 18; y < p.hipy; y += 13) {
    drawn += ink(`M${-p.sw + 6} ${y} C-8 ${y + 4} 8 ${y + 4} ${p.sw - 6} ${y}`, {
      w: 4.5,
      c: p.stripe,
    });
  }
  return drawn;
}

const cardigan = (p, low) =>
  area(
    `M-9 ${p.shy - 7} L1 ${p.shy + 26} L12 ${p.shy - 7} C5 ${p.shy - 2} -4 ${p.shy - 2} -9 ${p.shy - 7} Z`,
    p.cardigan,
    { amp: 0.4 },
  ) +
  ink(`M-9 ${p.shy - 7} L1 ${p.shy + 26} L12 ${p.shy - 7}`, { w: 2.2 }) +
  ink(`M1 ${p.shy + 26} L2 ${low}`, { w: 2 });

const overall = (p) =>
  part(
    `M-13 ${p.shy + 16} L14 ${p.shy + 15} L${p.hw} ${p.hipy + 8} L${-p.hw} ${p.hipy + 8} Z`,
    p.overall,
  ) +
  ink(`M-12 ${p.shy + 16} L-15 ${p.shy - 5}`, { w: 4 }) +
  ink(`M13 ${p.shy + 16} L15 ${p.shy - 5}`, { w: 4 });

/** A stick in the right hand, or a frame held with both. */
function aid(p) {
  const [x, y] = p.handR;
  if (p.aid === "stick") {
    return ink(
      `M${x - 8} ${y - 2} C${x - 2} ${y - 7} ${x + 4} ${y - 5} ${x + 5} ${y + 4} L${x + 7} 1`,
      { w: 4.4, c: "#7A5433" },
    );
  }
  const [left] = p.handL;
  return (
    ink(`M${left} ${y + 4} L${left - 7} 1 M${x} ${y + 4} L${x + 7} 1`, { w: 4, c: "#6E7A80" }) +
    ink(`M${left - 1} ${y + 6} C${left + 4} ${y + 1} ${x - 4} ${y + 1} ${x + 1} ${y + 6}`, {
      w: 4,
      c: "#6E7A80",
    }) +
    ink(`M${left - 4} ${y * 0.5} L${x + 4} ${y * 0.5}`, { w: 3.2, c: "#6E7A80" })
  );
}

/** Somebody in a wheelchair. */
function sitting(p) {
  const dy = SEAT - p.hipy,
    moved = (body) => `<g transform="translate(-6 ${dy})">${body}</g>`;
  const shoulder = (k) => [k * (p.sw - 6), p.shy + 9];
  const hand = p.wave ? [p.sw + 24, p.shy - 22] : [p.sw + 6, p.hipy - 8];
  const spokes = [0, 36, 72, 108, 144]
    .map((turn) => {
      const x = 31 * Math.cos((turn * Math.PI) / 180),
        y = 31 * Math.sin((turn * Math.PI) / 180);
      return ink(`M${-12 + x} ${-36 + y} L${-12 - x} ${-36 - y}`, { w: 1.2, c: "#6E6460" });
    })
    .join("");
  return (
    ink("M-30 -118 L-30 -44", { w: 4 }) +
    ink("M-30 -116 C-38 -118 -42 -118 -46 -116", { w: 5 }) +
    moved(torso(p)) +
    part(
      limb(
        [
          [-4, SEAT + 4],
          [34, SEAT - 2],
        ],
        24,
        22,
      ),
      p.botC,
    ) +
    part(
      limb(
        [
          [32, SEAT],
          [40, -34],
          [40, -12],
        ],
        20,
        15,
      ),
      p.botC,
    ) +
    part("M30 -2 C28 -14 48 -16 54 -8 C60 -6 60 -1 58 -1 Z", p.shoeC) +
    ink("M26 1 L60 0", { w: 4 }) +
    moved(
      arm(p, shoulder(-1), [-p.sw - 10, p.mid + 8], [-p.sw + 14, p.hipy - 2]) +
        arm(p, shoulder(1), [p.sw + 12, p.mid + 2], hand) +
        head(p),
    ) +
    ink(ell(-12, -36, 37, 37), { w: 5 }) +
    ink(ell(-12, -36, 31, 31), { w: 1.8, c: "#6E6460" }) +
    spokes +
    part(ell(-12, -36, 6), p.chairC ?? C.teal) +
    part(ell(38, -8, 9), C.sand2) +
    ink("M-14 -60 L30 -58 L38 -10", { w: 3.6 })
  );
}

// ---- head and face

function head(p) {
  const { hy, rx, ry } = p,
    hijab = p.hair === "hijab";
  const fx = hijab ? rx - 4 : rx,
    fy = hijab ? ry - 4 : ry;
  const ears = hijab
    ? ""
    : part(ell(-rx, hy + 3, 4.5, 6), p.skin, { w: 2.2 }) +
      part(ell(rx + 0.5, hy + 3, 4.5, 6), p.skin, { w: 2.2 });
  const skull = part(
    `M${-fx} ${hy - 3} C${-fx - 1} ${hy - fy - 4} ${fx + 1} ${hy - fy - 4} ${fx} ${hy - 3} ` +
      `C${fx} ${hy + fy * 0.7} ${fx * 0.5} ${hy + fy} 0 ${hy + fy} ` +
      `C${-fx * 0.5} ${hy + fy} ${-fx} ${hy + fy * 0.7} ${-fx} ${hy - 3} Z`,
    p.skin,
  );
  return (
    (hijab ? scarf(p) : "") +
    ears +
    skull +
    (p.back ? "" : face(p, fx, fy)) +
    nearHair(p) +
    (p.tail
      ? part(
          limb(
            [
              [rx - 2, hy - 12],
              [rx + 18, hy - 4],
              [rx + 11, hy + 24],
            ],
            12,
            5,
          ),
          p.hairC,
        )
      : "")
  );
}

function mouth(p, y, c) {
  if (p.mouth === "grin") {
    return (
      `<path d="M-7 ${y + 10.5}Q.5 ${y + 13} 8 ${y + 10}Q6 ${y + 19} 0 ${y + 19}Q-6 ${y + 18}-7 ${y + 10.5}Z" ` +
      `fill="${C.paper}" stroke="${c}" stroke-width="1.6" stroke-linejoin="round"/>`
    );
  }
  if (p.mouth === "smile") return fine(`M-6 ${y + 12} Q.5 ${y + 16.5} 7 ${y + 11.5}`, { w: 2, c });
  return fine(`M-5 ${y + 13} Q.5 ${y + 14} 6 ${y + 12.4}`, { w: 2, c });
}

function face(p, fx, fy) {
  const ex = 7.4,
    y = p.hy + 2,
    c = p.dark ? "#2A1813" : C.line,
    brow = p.old && !p.dark ? "#8C8378" : c;
  const cheek = (x) =>
    `<ellipse cx="${tenth(x)}" cy="${tenth(y + 8)}" rx="4.2" ry="2.8" fill="#D9795E" opacity=".3"/>`;
  return (
    dot(-ex, y, 2, c, 2.5) +
    dot(ex + 0.6, y, 2, c, 2.5) +
    fine(`M${-ex - 4} ${y - 7} Q${-ex} ${y - 9.5} ${-ex + 4} ${y - 7.5}`, { c: brow }) +
    fine(`M${ex - 3} ${y - 7.5} Q${ex + 1} ${y - 9.5} ${ex + 5} ${y - 7}`, { c: brow }) +
    fine(`M-.5 ${y + 2} Q3 ${y + 6.5} -.5 ${y + 7.5}`, { w: 1.6, c, amp: 0.2 }) +
    (p.beard ? "" : mouth(p, y, c)) +
    (p.dark ? "" : cheek(-fx + 8.6) + cheek(fx - 7.6)) +
    (p.old
      ? fine(
          `M${-ex - 8} ${y + 1} L${-ex - 10} ${y + 3} M${ex + 9} ${y + 1} L${ex + 11} ${y + 3} M-10 ${y + 8} Q-11.5 ${y + 11} -10.5 ${y + 13} M11 ${y + 8} Q12.5 ${y + 11} 11.5 ${y + 13}`,
          { w: 1.3, c },
        )
      : "") +
    (p.freckles
      ? [
          [-9, 5],
          [-5, 7],
          [-11, 8],
          [8, 5],
          [5, 7],
          [11, 8],
        ]
          .map(([x, dy]) => dot(x, y + dy, 0.9, "#A9552E"))
          .join("")
      : "") +
    (p.glasses ? glasses(ex, y, p.glassesC) : "") +
    (p.beard ? beard(p, fx, fy, y) : "")
  );
}

const glasses = (ex, y, c = C.line) =>
  fine(ell(-ex, y, 6.6, 6), { amp: 0.4, c }) +
  fine(ell(ex + 0.6, y, 6.6, 6), { amp: 0.4, c }) +
  fine(`M-1 ${y - 1} L1.5 ${y - 1}`, { w: 1.6, c });

function beard(p, fx, fy, y) {
  const { hy } = p;
  return (
    area(
      `M${-fx + 1} ${hy + 5} C${-fx + 2} ${hy + fy + 3} -8 ${hy + fy + 6} 0 ${hy + fy + 6} ` +
        `C9 ${hy + fy + 6} ${fx - 2} ${hy + fy + 3} ${fx - 1} ${hy + 5} C${fx - 6} ${hy + 10} 8 ${hy + 9} 0 ${hy + 9} ` +
        `C-8 ${hy + 9} ${-fx + 6} ${hy + 10} ${-fx + 1} ${hy + 5} Z`,
      p.hairC,
      { amp: 0.8 },
    ) +
    `<path d="M-5 ${y + 12.5}Q.5 ${y + 15.5} 6 ${y + 12}" stroke="${p.skin}" stroke-width="2.2" fill="none" stroke-linecap="round"/>`
  );
}
