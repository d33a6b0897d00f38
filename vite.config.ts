import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";
import { leanArgdown } from "./build/lean-argdown.ts";
import { policyForDev } from "./build/policy-for-dev.ts";
import { preloadFonts } from "./build/preload-fonts.ts";
import { shippedMaps } from "./build/shipped-maps.ts";
import { chromiumArguments, findProgram } from "./scripts/chromium.mjs";

const chromium = playwright({
  launchOptions: {
    executablePath: findProgram(process.env["CHROMIUM"] ?? "chromium") ?? "chromium",
    args: [...chromiumArguments],
  },
});

export default defineConfig({
  base: "./",
  plugins: [shippedMaps(), leanArgdown(), policyForDev(), preloadFonts()],
  build: {
    cssTarget: ["chrome125", "firefox128", "safari18"],
    target: "es2022",
    // One chunk for the first screen: a dozen small ones, shared with later screens, cost a new visitor more.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: "first", tags: ["$initial"] }] } } },
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: "node",
          include: ["tests/**/*.test.ts"],
          exclude: ["tests/**/*.browser.test.ts", "tests/journeys/**"],
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "chromium",
          include: ["tests/**/*.browser.test.ts"],
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
