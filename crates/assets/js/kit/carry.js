// A card is carried by the finger, as on a table, and put down where it is let go. A tap stays a tap: until the finger has
// gone a little way nothing moves, and where it is put down nowhere the card goes back.

/** So far, in pixels, before a tap is a carry. */
const FAR = 12;

/**
 * @param {HTMLElement} table what the cards lie on
 * @param {{card: string, place: string, put: (card: HTMLElement, place: HTMLElement) => void}} of  selectors of a card and of a place to put it
 */
export function carries(table, { card, place, put }) {
  /** @type {{taken: HTMLElement, x: number, y: number, id: number, moves: boolean} | null} */
  let now = null;
  const ends = () => {
    if (!now) return;
    now.taken.classList.remove("carried");
    now.taken.style.removeProperty("translate");
    now = null;
  };
  table.addEventListener("pointerdown", (event) => {
    const taken = event.target instanceof Element ? event.target.closest(card) : null;
    if (now || !(taken instanceof HTMLElement) || !event.isPrimary) return;
    now = { taken, x: event.clientX, y: event.clientY, id: event.pointerId, moves: false };
  });
  table.addEventListener("pointermove", (event) => {
    if (!now || event.pointerId !== now.id) return;
    const by = { x: event.clientX - now.x, y: event.clientY - now.y };
    if (!now.moves && Math.hypot(by.x, by.y) < FAR) return;
    if (!now.moves) table.setPointerCapture(now.id);
    now.moves = true;
    now.taken.classList.add("carried");
    now.taken.style.setProperty("translate", `${by.x}px ${by.y}px`);
  });
  table.addEventListener("pointerup", (event) => {
    if (!now || event.pointerId !== now.id) return;
    const { taken, moves } = now;
    const under = moves ? document.elementsFromPoint(event.clientX, event.clientY) : [];
    ends();
    if (!moves) return;
    const on = under.map((one) => one.closest(place)).find((one) => one instanceof HTMLElement && table.contains(one));
    if (on instanceof HTMLElement) put(taken, on);
  });
  table.addEventListener("pointercancel", ends);
  // A picture on a card is not carried off by the browser itself.
  table.addEventListener("dragstart", (event) => event.preventDefault());
}
