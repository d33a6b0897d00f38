import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { completed, missingOptional } from "./lock.mjs";
import { root } from "./run.mjs";

// After `npm install` has changed the lock file: gives every optional package in it an entry, so that `npm ci` takes it.
const path = join(root, "package-lock.json");
const lock = JSON.parse(readFileSync(path, "utf8"));
const missing = missingOptional(lock);
if (missing.length > 0) writeFileSync(path, `${JSON.stringify(completed(lock), null, 2)}\n`);
console.log(
  missing.length === 0 ? "The lock file is complete." : `Added ${missing.length} optional packages.`,
);
