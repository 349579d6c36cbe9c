// Where the drawings go, and what was written, so that the run can say how much a tablet fetches.
import { mkdirSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of what the product serves. */
export const assets = fileURLToPath(new URL("../../crates/assets", import.meta.url));

const written = new Map();

/** Notes that a file of the assets folder was written. */
export function kept(path) {
  written.set(path, statSync(`${assets}/${path}`).size);
}

/** Every drawing of this run with its bytes, in order. */
export const sizes = () => [...written].sort(([one], [other]) => (one < other ? -1 : 1));

/**
 * Keeps one drawing as static SVG: attributes only, nothing that runs, nothing fetched.
 * `box` is x, y, width and height of what is seen; the picture's own size is that width and height.
 */
export function keep(name, box, body, more = "") {
  const [x, y, width, height] = box;
  const head = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"`;
  const clips = new Map();
  const numbered = body.replace(/CLIP(\d+)/g, (_, n) => {
    if (!clips.has(n)) clips.set(n, `${name.split("/").at(-1)}-${clips.size + 1}`);
    return clips.get(n);
  });
  const path = `kit/${name}.svg`;
  mkdirSync(dirname(`${assets}/${path}`), { recursive: true });
  writeFileSync(
    `${assets}/${path}`,
    `${head} viewBox="${x} ${y} ${width} ${height}"${more}>${numbered}</svg>\n`,
  );
  kept(path);
}
