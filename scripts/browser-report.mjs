/**
 * @typedef {import("./engines.mjs").EngineName} EngineName
 * @typedef {{ name: string, assertionResults: readonly { title: string, status: string }[] }} FileReport
 * @typedef {{ engine: EngineName, title: string, version: string | null, missing: string | null, files: readonly FileReport[] }} EngineRun
 *   `missing` says what the person has to do where the engine is not here
 */

/** Why the journeys that are not taken in an engine cannot be. */
const limits = {
  chromium: [],
  firefox: [
    "Its driver (WebDriver BiDi) can set neither colours nor motion nor touch: journeys that ask for dark colours or a finger are taken in the system's colours, and by mouse.",
    "Whether the app can be installed is asked of Chromium over its own protocol.",
  ],
  webkit: [
    "It has no Playwright driver: a subset of the journeys is written against a small adapter of classic WebDriver.",
    "While it is driven, its MiniBrowser keeps nothing on the disk, so that no journey can close it and come back the next day. `npm run test:faults kill` does that with a MiniBrowser that no one drives.",
  ],
};

/**
 * The report of one run in all engines.
 * @param {readonly EngineRun[]} runs @param {Date} date
 * @returns {{ text: string, failed: number }}
 */
export function browserReport(runs, date) {
  const rows = [...new Set(runs.flatMap((run) => outcomesOf(run).map(({ title }) => title)))];
  const failed = runs.flatMap(outcomesOf).filter(({ status }) => status !== "passed").length;
  const absent = runs.filter(({ missing }) => missing !== null).length;
  const text = `# Journeys in three engines

Written by \`npm run test:browsers\` on ${date.toISOString().slice(0, 10)}. ${failed} failed.

| engine | version | passed | failed |
| --- | --- | --- | --- |
${runs.map(summary).join("\n")}

| journey | ${runs.map(({ title }) => title).join(" | ")} |
| --- | ${runs.map(() => "---").join(" | ")} |
${rows.map((row) => `| ${row.replaceAll("|", "\\|")} | ${runs.map((run) => cell(run, row)).join(" | ")} |`).join("\n")}

${runs.map(notes).filter(Boolean).join("\n\n")}
`;
  return { text, failed: failed + absent };
}

/** @param {EngineRun} run */
function outcomesOf({ files }) {
  return files.flatMap(({ assertionResults }) => assertionResults);
}

/** @param {EngineRun} run */
function summary(run) {
  const outcomes = outcomesOf(run);
  const passed = outcomes.filter(({ status }) => status === "passed").length;
  return `| ${run.title} | ${run.version ?? "not on this machine"} | ${passed} | ${outcomes.length - passed} |`;
}

/** @param {EngineRun} run @param {string} row */
function cell(run, row) {
  const outcome = outcomesOf(run).find(({ title }) => title === row);
  if (outcome !== undefined) return outcome.status;
  return run.missing === null ? "not taken" : "no such engine here";
}

/** @param {EngineRun} run */
function notes({ engine, title, missing }) {
  const lines = [...(missing === null ? [] : [missing.replaceAll("\n", " ")]), ...limits[engine]];
  return lines.length === 0 ? "" : `${title}:\n\n${lines.map((line) => `- ${line}`).join("\n")}`;
}
