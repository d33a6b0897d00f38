import { existsSync, readFileSync } from "node:fs";
import type { ArgumentMap } from "#model/map.ts";

/** One row of a ledger: what is attributed, and on what ground. */
export interface LedgerRow {
  /** "claim | holder | stance | when | work", ids in backticks. */
  readonly attribution: string;
  readonly verified: string;
}

/** The rows of `docs/ledger/<map>.md`; none where there is no such file. */
export function ledgerOf(name: string): readonly LedgerRow[] {
  const file = `docs/ledger/${name}.md`;
  if (!existsSync(file)) return [];
  const rows = readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.startsWith("| `"))
    .map((line) => line.slice(1, -1).split("|"));
  return rows.map((cells) => ({
    attribution: cells
      .slice(0, 5)
      .map((cell) => cell.trim())
      .join(" | "),
    verified: cells.slice(5).join("|").trim(),
  }));
}

/** The map's attributions as a ledger writes them. */
export function attributionsOf({ claims }: ArgumentMap): readonly string[] {
  return [...claims.values()].flatMap(({ id, attributions }) =>
    attributions.map(({ holder, stance, when, citation }) =>
      [`\`${id}\``, `\`${holder}\``, stance, when === "" ? "–" : when, `\`${citation?.source ?? ""}\``].join(
        " | ",
      ),
    ),
  );
}
