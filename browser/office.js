// An office of its own for a journey that cannot use the demo: `kith serve` on an empty folder and a free port of this
// machine, with what its `kith.toml` says. KITH_PROGRAM says which program; else the one that was built last for tests.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const program = process.env.KITH_PROGRAM ?? fileURLToPath(new URL("../target/debug/kith", import.meta.url));

/** @returns {Promise<number>} */
async function freePort() {
  const server = createServer();
  await new Promise((ready) => server.listen(0, "127.0.0.1", () => ready(undefined)));
  const at = server.address();
  await new Promise((closed) => server.close(closed));
  return typeof at === "object" && at ? at.port : 0;
}

/**
 * Where it is, the folder it runs in, and the token of its first administrator; `end` ends it and takes the folder away.
 * @param {(folder: string) => string} settings  its `kith.toml`
 */
export async function openOffice(settings) {
  const folder = mkdtempSync(join(tmpdir(), "kith-office-"));
  writeFileSync(join(folder, "kith.toml"), settings(folder));
  const listen = `127.0.0.1:${await freePort()}`;
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("KITH_")));
  const office = spawn(program, ["serve", "--data", join(folder, "data"), "--listen", listen], {
    cwd: folder, env: { ...env, KITH_LOG: "warn" }, stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise((resolve) => office.once("close", resolve));
  const end = async () => {
    office.kill();
    await ended;
    rmSync(folder, { recursive: true });
  };
  const lines = createInterface({ input: office.stdout });
  for await (const line of lines) {
    if (/^[0-9A-Za-z-]{20,}$/.test(line)) return { address: `http://${listen}`, folder, token: line, end };
  }
  throw new Error("the office ended before it gave a token");
}
