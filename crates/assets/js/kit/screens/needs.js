// What this child needs to say it in their own way: an interpreter, symbols or a device, plain words, help with the
// senses.
import { preparingPage } from "../preparing.js";

/** @param {import("../kit.js").Kit} kit */
export function show(kit) {
  const about = { label: kit.w("plan-need-about"), rows: 2 };
  const aac = { label: kit.w("plan-aac-about"), hint: kit.w("plan-aac-about-hint"), rows: 2 };
  return preparingPage(kit, {
    asks: {
      "needs-interpreter": {
        fields: {
          interpreter: { label: kit.w("plan-interpreter"), hint: kit.w("plan-interpreter-hint"), needed: true },
        },
      },
      "needs-aac": { fields: { about: aac } },
      "needs-plain": { fields: { about } },
      "needs-senses": { fields: { about } },
    },
  });
}
