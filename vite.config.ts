import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";
import { firstPicture } from "./build/first-picture.ts";
import { noFetching } from "./build/no-fetching.ts";
import { leanArgdown } from "./build/lean-argdown.ts";
import { leanIcons } from "./build/lean-icons.ts";
import { leanTemplates } from "./build/lean-templates.ts";
import { offline } from "./build/offline.ts";
import { oneResponse } from "./build/one-response.ts";
import { policyForDev } from "./build/policy-for-dev.ts";
import { shippedMaps } from "./build/shipped-maps.ts";
import { chromiumArguments } from "./scripts/chromium.mjs";
import { findProgram } from "./scripts/programs.mjs";

const chromium = playwright({
  launchOptions: {
    executablePath: findProgram(process.env["CHROMIUM"] ?? "chromium") ?? "chromium",
    args: [...chromiumArguments],
  },
});

/** What comes before the first paint is a chunk of its own. */
function isArrival(id: string): boolean {
  return /\/(?:index\.html|src\/(?:arrival|storage\/likeness-entries)\.ts)$|\.css$|vite\/preload-helper/.test(
    id,
  );
}

/** Small parts that every first visit fetches with the first map: one chunk of them costs less than six. */
function isVisit(id: string): boolean {
  return /\/src\/(?:interchange\/compiled|model\/source|storage\/(?:handover|left-notes|plain-value))\.ts$/.test(
    id,
  );
}

/** What a map of one's own is shown from, in one chunk: each that it needs in turn would be asked for when the one before is there. */
function isOwn(id: string): boolean {
  return /\/src\/(?:store\/(?:likening|likeness|glimpse|on-demand|shared-work|older-records)|storage\/likenesses|model\/cited)\.ts$/.test(
    id,
  );
}

/**
 * What is asked for beside a part that is loaded later. To name all that each part needs costs a new visitor's first screen
 * 2 kB; it is named only of the maps that may be on that screen.
 */
function preloaded(_file: string, needed: string[], { hostType }: { hostType: "html" | "js" }): string[] {
  return hostType === "html" ? needed : needed.filter((file) => /\/visit-/.test(file));
}

export default defineConfig({
  base: "./",
  optimizeDeps: { entries: ["index.html"] },
  plugins: [
    shippedMaps(),
    firstPicture(),
    oneResponse(),
    leanArgdown(),
    leanIcons(),
    leanTemplates(),
    noFetching(),
    policyForDev(),
    offline(),
  ],
  // The worker that reads files loads a parser only when it is needed.
  worker: { format: "es" },
  build: {
    cssTarget: ["chrome125", "firefox128", "safari18"],
    target: "es2022",
    modulePreload: { polyfill: false, resolveDependencies: preloaded },
    // One chunk for the app's first screen: a dozen small ones, shared with later screens, cost a new visitor more.
    rolldownOptions: {
      input: { index: "index.html", main: "src/main.ts" },
      output: {
        codeSplitting: {
          groups: [
            { name: "arrival", test: isArrival, priority: 1 },
            { name: "first", tags: ["$initial"] },
            { name: "visit", test: isVisit },
            { name: "own", test: isOwn },
          ],
        },
      },
    },
  },
  test: {
    // On two cores Vitest would take one file at a time; the tests wait more than they work.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: "node",
          isolate: false,
          // No "exclude": one of its own would keep the gate's from it.
          include: ["tests/*.test.ts", "tests/!(journeys|faults)/**/!(*.browser).test.ts"],
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "chromium",
          include: ["tests/**/*.browser.test.ts"],
          provide: { allFaults: process.env["FAULTS"] === "all" },
          testTimeout: 60_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: chromium,
            instances: [{ browser: "chromium" }],
          },
        },
      },
      {
        extends: true,
        test: {
          name: "faults",
          include: ["tests/faults/**/*.fault.test.ts"],
          globalSetup: ["tests/journeys/serving.ts"],
          testTimeout: 40 * 60_000,
          hookTimeout: 60_000,
          // In full, each fault has the machine to itself; the short forms wait more than they work.
          fileParallelism: process.env["FAULTS"] !== "all",
        },
      },
      {
        extends: true,
        test: {
          name: "webkit",
          include: ["tests/journeys/*.webkit.test.ts"],
          globalSetup: ["tests/journeys/serving.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "journeys",
          include: ["tests/journeys/*.journey.test.ts"],
          globalSetup: ["tests/journeys/serving.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
