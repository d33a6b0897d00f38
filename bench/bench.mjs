import { ensureChromium } from "../scripts/chromium.mjs";
import { refuseOldNode } from "../scripts/node-version.mjs";
import { run } from "../scripts/run.mjs";

const rounds = Number(process.env["ROUNDS"] ?? 15);

/** Builds the app and the pages of the other libraries, measures all of them in one run, and writes down what came out. */
async function bench() {
  await prepare();
  const { buildPages, samples } = await import("./pages.mjs");
  const { measureTrial } = await import("./measuring.mjs");
  const { writeResults } = await import("./results.mjs");
  const { first, seeded } = await samples();
  await buildPages("first", first);
  await buildPages("seeded", seeded);
  const few = Math.max(2, Math.ceil(rounds / 3));
  await writeResults([
    {
      title: "The first map",
      claims: first.claims,
      visitor: "has never been there",
      rounds,
      ...(await measureTrial({ name: "first", rounds, file: null })),
    },
    {
      title: "A random map",
      claims: seeded.claims,
      visitor: "has opened this map before",
      rounds: few,
      ...(await measureTrial({ name: "seeded", rounds: few, file: seeded.file })),
    },
  ]);
}

/** Finds the browser and builds the app. */
async function prepare() {
  const found = ensureChromium();
  if ("refused" in found) throw new Error(found.refused);
  process.env["CHROMIUM"] = found.path;
  const built = await run("vite", ["build", "--logLevel", "warn"], { show: true });
  if (built.code !== 0) throw new Error("The app could not be built.");
}

refuseOldNode();
if (process.argv[2] === "layout") await (await import("./layout.mjs")).benchLayout();
else if (process.argv[2] === "lenses") await (await import("./lenses.mjs")).benchLenses();
else if (process.argv[2] === "frames") await (await import("./frames.mjs")).benchFrames();
else if (process.argv[2]?.startsWith("--") || process.argv[2] === "wide") {
  await prepare();
  await (await import("./wide.mjs")).benchWide(process.argv.slice(2).filter((each) => each !== "wide"));
} else await bench();
