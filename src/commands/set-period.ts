import type { Command } from "#commands/command.ts";
import { keptDate } from "#commands/dated.ts";
import { reviseClaim } from "#commands/revising.ts";
import type { ClaimId } from "#model/ids.ts";
import { peopleWords as words } from "#words/people.ts";

export interface SetPeriodInput {
  readonly claim: ClaimId;
  /** As a person writes it ("1953–1964") or in EDTF; empty takes the period away. */
  readonly period: string;
}

/** Says which time a claim is about. */
export const setPeriod: Command<SetPeriodInput> = {
  name: "set-period",

  label: () => words.setPeriod,

  run(map, { claim, period: written }) {
    const period = keptDate(written, map.claims.get(claim)?.period);
    return typeof period === "string" ? reviseClaim(map, claim, () => ({ period })) : period;
  },
};
