import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { completed, missingOptional } from "../../scripts/lock.mjs";

const lock = {
  packages: {
    "": { version: "1.0.0" },
    "node_modules/linter": {
      dev: true,
      optionalDependencies: {
        "@linter/linux-x64-gnu": "2.0.0",
        "@linter/linux-x64-musl": "2.0.0",
        "@linter/darwin-arm64": "2.0.0",
      },
    },
    "node_modules/linter/node_modules/@linter/linux-x64-gnu": { version: "2.0.0" },
    "node_modules/builder/node_modules/inner": { optionalDependencies: { "@linter/darwin-arm64": "1.0.0" } },
    "node_modules/builder/node_modules/@linter/darwin-arm64": { version: "1.0.0" },
  },
};

describe("the lock file", () => {
  test("lacks what is optional for other machines, and then has it", () => {
    expect(missingOptional(lock).map(({ name }) => name)).toEqual([
      "@linter/linux-x64-musl",
      "@linter/darwin-arm64",
    ]);
    const whole = completed(lock);
    expect(missingOptional(whole)).toEqual([]);
    expect(whole.packages).toMatchObject({
      "node_modules/@linter/darwin-arm64": {
        version: "2.0.0",
        dev: true,
        optional: true,
        os: ["darwin"],
        cpu: ["arm64"],
      },
      "node_modules/@linter/linux-x64-musl": { os: ["linux"], cpu: ["x64"], libc: ["musl"] },
    });
  });

  test("of this project is complete, so that npm ci takes it on every machine", () => {
    expect(missingOptional(JSON.parse(readFileSync("package-lock.json", "utf8")))).toEqual([]);
  });
});
