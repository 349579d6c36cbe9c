// What axe finds on a page: everything it knows, contrast among it.
import assert from "node:assert/strict";
import axe from "axe-core";

/**
 * axe finds nothing.
 * @param {import("playwright-core").Page} page
 */
export async function axeFindsNothing(page) {
  // Colours that are still changing would be measured halfway.
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.evaluate(axe.source);
  const found = await page.evaluate(async () => {
    const known = /** @type {typeof import("axe-core")} */ (Reflect.get(window, "axe"));
    const { violations } = await known.run(document, { resultTypes: ["violations"] });
    return violations.flatMap((rule) =>
      rule.nodes.map((node) => `${rule.id}: ${node.target.join(" ")}: ${node.failureSummary ?? rule.help}`));
  });
  assert.deepEqual(found, [], `axe on ${page.url()}`);
}
