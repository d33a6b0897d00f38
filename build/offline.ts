import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";
import { VitePWA } from "vite-plugin-pwa";

/**
 * Makes `service-worker.js` of `src/offline/` and tells it every file of the build with its SHA-256. The development
 * server has none. (Our own worker and not Workbox's: that one gives up the old version's files as soon as the new one is taken.)
 */
export function offline(): Plugin[] {
  let dist = "dist";
  const where: Plugin = {
    name: "offline",
    configResolved: ({ root, build }) => {
      dist = join(root, build.outDir);
    },
  };
  const pwa = VitePWA({
    strategies: "injectManifest",
    srcDir: "src/offline",
    filename: "service-worker.ts",
    injectRegister: false,
    manifest: false,
    integration: {
      configureCustomSWViteBuild: (config) => {
        config.logLevel = "warn";
      },
    },
    injectManifest: {
      rollupFormat: "iife",
      globPatterns: ["**/*"],
      globIgnores: ["service-worker.js"],
      maximumFileSizeToCacheInBytes: 50_000_000,
      manifestTransforms: [
        (entries) => ({
          manifest: entries.map((entry) => ({ ...entry, revision: hashOf(join(dist, entry.url)) })),
          warnings: [],
        }),
      ],
    },
  });
  return [where, ...pwa];
}

function hashOf(file: string): string {
  return createHash("sha256").update(readFileSync(file)).digest("hex");
}
