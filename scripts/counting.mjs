/**
 * @typedef {{ passed: number, failed: number }} Count
 * @typedef {{ status: string, message?: string, assertionResults: readonly { status: string }[] }} FileReport
 */

/**
 * Counts the tests of a Vitest JSON report. A file that could not be run and a test that was skipped count
 * as failed: the gate has no tests that do not run.
 * @param {{ testResults: readonly FileReport[] }} report
 * @returns {Count}
 */
export function countTests(report) {
  const tests = report.testResults.flatMap((file) => file.assertionResults);
  const broken = report.testResults.filter(isBroken).length;
  const passed = tests.filter((test) => test.status === "passed").length;
  return { passed, failed: tests.length - passed + broken };
}

/** Whether a file failed apart from its tests: it could not be read, or held none. @param {FileReport} file */
function isBroken(file) {
  const failing = file.assertionResults.some((test) => test.status !== "passed");
  return file.status !== "passed" && !failing;
}
