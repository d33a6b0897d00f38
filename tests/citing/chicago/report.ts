import { differences, type Written } from "./differences.ts";

/** A record as we write it and as citeproc does. */
export interface Compared {
  readonly id: string;
  readonly type: string;
  readonly ours: Readonly<Record<Written, string>>;
  readonly theirs: Readonly<Record<Written, string>>;
}

const named = { full: "full note", short: "short note", entry: "bibliography" } as const;
const forms = ["full", "short", "entry"] as const;

/** The page `docs/chicago.md`: how many are the same, by kind of source, and each difference with its reason. */
export function chicagoReport(
  oracle: { style: string; updated: string; citeproc: string },
  compared: readonly Compared[],
): string {
  const types = [...new Set(compared.map(({ type }) => type))].toSorted();
  const counts = types.map((type) => row(type, ofType(compared, type)));
  return (
    [
      "# Our Chicago beside citeproc's",
      `Notes and bibliographies are written by our own code (\`src/citing\`). This page sets them beside what citeproc ${oracle.citeproc} makes of the style “${oracle.style}” of ${oracle.updated}, on ${compared.length} records of works of history (\`tests/citing/chicago/records.json\`): a full note, a short note and a bibliography entry each. The pages and chapters cited are there for their form only. \`tests/citing/chicago.test.ts\` makes the comparison and writes this page (\`npx vitest run --project node tests/citing/chicago.test.ts -u\`); \`scripts/chicago-oracle.mjs\` says how to ask citeproc again.`,
      [head, "| --- | --: | --: | --: |", ...counts, row("all", compared)].join("\n"),
      "## Differences, and why ours stays",
      ...differences.map(({ because, where }) =>
        [because, "", ...where.flatMap(([id, form]) => pair(find(compared, id), form))].join("\n"),
      ),
      "",
    ]
      .join("\n\n")
      .trimEnd() + "\n"
  );
}

const head = "| kind of source | records | the same | different, explained |";

function ofType(compared: readonly Compared[], type: string): readonly Compared[] {
  return compared.filter((each) => each.type === type);
}

function row(name: string, compared: readonly Compared[]): string {
  const same = compared.flatMap(({ ours, theirs }) => forms.filter((form) => ours[form] === theirs[form]));
  const different = compared.length * forms.length - same.length;
  return `| ${name} | ${compared.length} | ${same.length} | ${different} |`;
}

function pair({ id, ours, theirs }: Compared, form: Written): readonly string[] {
  const other = theirs[form] === "" ? "nothing" : theirs[form];
  return [`- \`${id}\`, ${named[form]}`, `  - ours: ${ours[form]}`, `  - the style: ${other}`];
}

function find(compared: readonly Compared[], id: string): Compared {
  const found = compared.find((each) => each.id === id);
  if (found === undefined) throw new Error(`A difference names “${id}”, of which there is no record.`);
  return found;
}
