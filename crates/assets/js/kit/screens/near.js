// Who is near, and where: a child who can be overheard has not been heard.
import { planNow, preparingPage } from "../preparing.js";

/** @param {import("../kit.js").Kit} kit */
export function show(kit) {
  const place = { label: kit.w("plan-place"), hint: kit.w("plan-place-hint"), value: planNow()?.place ?? "" };
  return preparingPage(kit, {
    always: kit.walk.node.id === "B05" ? { place } : {},
    asks: { "near-supporter": { fields: { who: { label: kit.w("plan-who-stays"), needed: true } } } },
  });
}
