import { join } from "node:path";
import { builtFileProblems } from "./built-files.mjs";
import { root } from "./run.mjs";

const problems = builtFileProblems(join(root, "dist"));
for (const problem of problems) console.error(problem);
process.exit(problems.length === 0 ? 0 : 1);
