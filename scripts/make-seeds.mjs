/*
 * `npm run seeds`: writes `arguments/seeds/<map>.<release>.bin` for every shipped map whose text says something
 * new. Until a seed is released, the next run may write it anew; `npm run seeds -- --release` says that all of
 * them are out (their hashes go into `released.json`), and from then on a change of the text makes a new one
 * that begins with the old. A released seed is never rewritten: documents on people's devices continue it.
 */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runnerImport } from "vite";
import { refuseOldNode } from "./node-version.mjs";
import { root } from "./run.mjs";

refuseOldNode();

const maps = join(root, "arguments");
const folder = join(maps, "seeds");
const list = join(folder, "released.json");

/** @param {string} file @returns {Promise<any>} */
const load = async (file) =>
  (await runnerImport(join(root, "src", file), { configFile: false, root, logLevel: "error" })).module;

const [{ readArgdown }, { makeSeed }] = await Promise.all([
  load("interchange/argdown-read.ts"),
  load("store/seed.ts"),
]);

mkdirSync(folder, { recursive: true });
/** @type {Record<string, string>} */
const released = existsSync(list) ? JSON.parse(readFileSync(list, "utf8")) : {};
for (const [name, hash] of Object.entries(released)) refuseIfRewritten(name, hash);
for (const name of readdirSync(maps))
  if (name.endsWith(".argdown")) carryOn(name.slice(0, -".argdown".length));
if (process.argv.includes("--release")) release();
writeFileSync(list, `${JSON.stringify(released, null, 2)}\n`);

/** @param {string} map */
function carryOn(map) {
  const outcome = readArgdown(readFileSync(join(maps, `${map}.argdown`), "utf8"), { id: map });
  if ("refused" in outcome) throw new Error(`${map}.argdown: ${outcome.refused}`);
  let last = 0;
  while (`${map}.${last + 1}.bin` in released) last++;
  const previous = last === 0 ? undefined : bytesOf(`${map}.${last}.bin`);
  const seed = makeSeed(outcome.map, previous);
  const name = `${map}.${last + 1}.bin`;
  if (seed === previous) return console.log(`${map}: nothing new since release ${last}`);
  writeFileSync(join(folder, name), seed);
  console.log(`${name}: ${seed.length} bytes`);
}

function release() {
  for (const name of readdirSync(folder)) if (name.endsWith(".bin")) released[name] ??= hashOf(name);
  console.log(`released: ${Object.keys(released).join(", ")}`);
}

/** @param {string} name @param {string} hash */
function refuseIfRewritten(name, hash) {
  if (existsSync(join(folder, name)) && hashOf(name) === hash) return;
  console.error(
    `${name} is not the seed that was released. Put the released bytes back: they are never rewritten.`,
  );
  process.exit(1);
}

/** @param {string} name */
function bytesOf(name) {
  return new Uint8Array(readFileSync(join(folder, name)));
}

/** @param {string} name */
function hashOf(name) {
  return createHash("sha256").update(bytesOf(name)).digest("hex");
}
