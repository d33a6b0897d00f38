import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { countTests } from "./counting.mjs";
import { root, run } from "./run.mjs";

/**
 * @typedef {{ passed: number, failed: number, said: string, output: string }} Outcome
 *   `said` is a word or two for the step's line; `output` is shown when something failed
 * @typedef {{ name: string, needs?: string, take: () => Promise<Outcome> }} Step
 *   `needs` names the step without which this one says nothing
 */

/**
 * A step that runs one program and counts as one check.
 * @param {string} name
 * @param {readonly [string, ...string[]]} command
 * @param {string} [needs]
 * @returns {Step}
 */
export function check(name, [program, ...args], needs) {
  const take = async () => outcome(await run(program, args));
  return needs === undefined ? { name, take } : { name, needs, take };
}

/** @param {{ code: number, output: string }} result @returns {Outcome} */
function outcome({ code, output }, said = "") {
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, said, output };
}

/**
 * A step that runs the tests of one Vitest project and counts each.
 * @param {string} name
 * @param {string} project
 * @param {string} [needs]
 * @param {string} [without] a pattern of files that are left to another command
 * @returns {Step}
 */
export function tests(name, project, needs, without) {
  const take = () => runTests(project, without === undefined ? [] : ["--exclude", without]);
  return needs === undefined ? { name, take } : { name, needs, take };
}

/** @param {string} project @param {readonly string[]} others @returns {Promise<Outcome>} */
async function runTests(project, others) {
  const report = join(root, ".scratch", "gate", `${project}.json`);
  mkdirSync(dirname(report), { recursive: true });
  rmSync(report, { force: true });
  const reporters = ["--reporter=dot", "--reporter=json", `--outputFile.json=${report}`];
  const { code, output } = await run("vitest", [
    "run",
    "--project",
    project,
    "--allowOnly=false",
    ...others,
    ...reporters,
  ]);
  const { passed, failed } = readReport(report);
  const counted = code !== 0 && failed === 0 ? 1 : failed;
  return {
    passed,
    failed: counted,
    said: counted === 0 ? `${passed} passed` : `${passed} passed, ${counted} failed`,
    output,
  };
}

/** @param {string} path */
function readReport(path) {
  try {
    return countTests(JSON.parse(readFileSync(path, "utf8")));
  } catch {
    return { passed: 0, failed: 1 };
  }
}

/** The step that holds the first load to its budget. @returns {Step} */
export function sizeBudget() {
  return { name: "size budget", needs: "build", take: measureSize };
}

async function measureSize() {
  const result = await run("size-limit", ["--json"]);
  const said = (() => {
    try {
      const [{ size, sizeLimit }] = JSON.parse(result.output);
      return `${(size / 1000).toFixed(1)} of ${sizeLimit / 1000} kB`;
    } catch {
      return "";
    }
  })();
  return outcome(result, said);
}
