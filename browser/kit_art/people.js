// Twenty-four people to pick from in "My people", whole and as a face for the corner of a page. They are
// nobody in particular and have no names: the child says who is who, and the record never guesses.
import { C, clipped, ell, g, line, outline, reseed, sample } from "./line.js";
import { bust, person } from "./person.js";
import { keep } from "./files.js";

const GREY = "#A9A29A",
  WHITE = "#DCD7CF";

const PEOPLE = [
  // children
  {
    age: "kid",
    skin: "c",
    hair: "curly",
    hairC: "#3A2621",
    topC: "#D9873E",
    stripe: "#F7D9A0",
    bottom: "shorts",
    shoeC: "#8A3B52",
    mouth: "grin",
  },
  {
    age: "kid",
    skin: "a",
    hair: "long",
    hairC: "#D2A95E",
    glasses: 1,
    topC: "#6F93A8",
    bottom: "skirt",
    botC: "#5B5470",
    legC: "#E4D6BE",
  },
  {
    age: "kid",
    skin: "e",
    hair: "locs",
    hairC: "#241A18",
    topC: "#8E9B63",
    botC: "#46556B",
    shoeC: "#C0563B",
  },
  {
    age: "kid",
    skin: "b",
    hair: "short",
    hairC: "#6B4A30",
    topC: "#8A6FA8",
    bottom: "shorts",
    botC: "#4C4F63",
  },
  {
    age: "kid",
    skin: "d",
    hair: "puffs",
    hairC: "#241A18",
    topC: "#D4A24B",
    botC: "#7C5A78",
    sit: 1,
    chairC: C.plum3,
  },
  {
    age: "tot",
    skin: "b",
    hair: "curly",
    hairC: "#6A3B25",
    topC: "#B98AAE",
    bottom: "skirt",
    botC: "#B98AAE",
    legC: "#F2E3C6",
    shoeC: "#C0563B",
  },
  {
    age: "tot",
    skin: "d",
    hair: "fade",
    hairC: "#241A18",
    topC: "#5E8C95",
    botC: "#C9A25E",
    shoeC: "#E4D6BE",
  },
  // young people
  {
    age: "teen",
    skin: "c",
    hair: "puffs",
    hairC: "#3A2621",
    topC: "#6E9A72",
    botC: "#5B5470",
    shoeC: "#E4D6BE",
  },
  {
    age: "teen",
    skin: "b",
    hair: "fade",
    hairC: "#3A2A22",
    topC: "#4C5A70",
    botC: "#6C5D55",
    shoeC: "#E4D6BE",
    mouth: "calm",
  },
  {
    age: "teen",
    skin: "d",
    hair: "hijab",
    hairC: "#C98A8F",
    topC: "#6B7A94",
    bottom: "long",
    botC: "#4F5A6E",
    legC: "#4F5A6E",
  },
  {
    age: "teen",
    skin: "a",
    hair: "bob",
    hairC: "#5A3A4E",
    freckles: 1,
    topC: "#C36B3C",
    botC: "#3F4A5C",
  },
  // adults
  {
    skin: "a",
    hair: "long",
    hairC: "#A8532D",
    freckles: 1,
    topC: "#5E8C95",
    botC: "#4C4F63",
    shoeC: "#7C5A48",
  },
  { skin: "d", hair: "fade", hairC: "#241A18", topC: "#D4A24B", botC: "#46556B", beard: 1 },
  {
    skin: "b",
    hair: "short",
    hairC: "#6B4A30",
    glasses: 1,
    topC: "#4E7E7F",
    botC: "#6C5D55",
    shoeC: "#3F3633",
  },
  {
    skin: "c",
    hair: "hijab",
    hairC: "#7E6AAE",
    topC: "#D9C6A2",
    coat: 1,
    bottom: "long",
    botC: "#4F5A6E",
    legC: "#4F5A6E",
  },
  {
    skin: "c",
    hair: "turban",
    turbanC: "#C36B3C",
    hairC: "#2B2120",
    beard: 1,
    topC: "#5A6F8C",
    botC: "#4A4642",
  },
  { skin: "c", hair: "short", hairC: "#2B2120", topC: "#8A3F5E", botC: "#5A6475", sit: 1, wave: 1 },
  {
    skin: "e",
    hair: "headwrap",
    hairC: "#2F7F86",
    topC: "#C9772F",
    bottom: "long",
    botC: "#34585C",
    legC: "#34585C",
  },
  {
    skin: "a",
    hair: "short",
    hairC: "#B2643A",
    topC: "#7C8F52",
    overall: "#56719A",
    botC: "#56719A",
    shoeC: "#5A4034",
  },
  { skin: "d", hair: "bob", hairC: "#2B1D1A", topC: "#B0577A", botC: "#4F5A6E" },
  {
    skin: "e",
    hair: "bun",
    hairC: "#241A18",
    glasses: 1,
    glassesC: "#D9B45E",
    topC: "#8E9B63",
    bottom: "skirt",
    botC: "#5B5F6B",
  },
  // older people
  {
    skin: "a",
    hair: "bun",
    hairC: GREY,
    glasses: 1,
    old: 1,
    topC: "#9A7FA6",
    cardigan: "#F2E3C6",
    bottom: "skirt",
    botC: "#6B5F6E",
    legC: "#D9C6A2",
  },
  {
    skin: "e",
    hair: "fade",
    hairC: WHITE,
    old: 1,
    topC: "#7A5E48",
    cardigan: "#E9DCC4",
    botC: "#4A4642",
    aid: "stick",
    handR: [42, -98],
    elbR: [48, -140],
  },
  {
    skin: "b",
    hair: "short",
    hairC: WHITE,
    old: 1,
    topC: "#5F7F6A",
    botC: "#6C5D55",
    front: 1,
    aid: "frame",
    handL: [-34, -104],
    handR: [34, -104],
    elbL: [-46, -146],
    elbR: [46, -146],
  },
];

const number = (index) => String(index + 1).padStart(2, "0");
const BACKDROP = "#E9E1D2";

function faceOf(who, index) {
  reseed(7000 + index * 40);
  const round = ell(38, 38, 36, 36);
  const seen = outline(sample(round)[0].points);
  const inside = clipped(seen, `<path d="M0 0h76v76H0z" fill="${BACKDROP}"/>${bust(who)}`);
  return inside + line(round, { w: 2.6 });
}

/** The people and their faces. */
export function drawPeople() {
  PEOPLE.forEach((who, index) => {
    reseed(6000 + index * 60);
    keep(`people/person-${number(index)}`, [-70, -292, 140, 300], person(who));
    keep(`people/face-${number(index)}`, [0, 0, 76, 76], faceOf(who, index));
  });
}

/** Child and worker on the path, from behind: they look at the houses, not out at us. */
export function drawTheTwo() {
  reseed(6900);
  const child = person({
    age: "kid",
    back: 1,
    skin: "c",
    hair: "curly",
    hairC: "#3A2621",
    topC: "#D9873E",
    stripe: "#F7D9A0",
    bottom: "shorts",
    shoeC: "#8A3B52",
  });
  const worker = person({
    back: 1,
    skin: "b",
    hair: "short",
    hairC: "#6B4A30",
    topC: "#4E7E7F",
    botC: "#6C5D55",
    shoeC: "#3F3633",
  });
  keep("child-worker-behind", [0, 0, 100, 144], g(27, 140, 0.52, child) + g(73, 136, 0.52, worker));
}
