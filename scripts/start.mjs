import { refuseOldNode } from "./node-version.mjs";

const port = Number(process.env["PORT"] ?? 4173);

/**
 * Builds the app and serves it to this machine until Ctrl+C. The port is fixed, because a browser keeps maps
 * by address: on another port it would show none of those made before.
 */
async function start() {
  const { build, preview } = await import("vite");
  await build({ logLevel: "warn" });
  try {
    const server = await preview({ logLevel: "warn", preview: { port, strictPort: true } });
    console.log(`Counterpoint is at ${server.resolvedUrls?.local[0]}  (Ctrl+C ends it)`);
  } catch (error) {
    console.error(`Counterpoint could not be served at port ${port}: ${String(error)}`);
    console.error("Is it running already? PORT=4174 npm start uses another port, which has maps of its own.");
    process.exitCode = 1;
  }
}

refuseOldNode();
await start();
