import { expect } from "vitest";
import { type Command, isRefusal } from "#commands/command.ts";
import { applyChange } from "#model/change.ts";
import { forestOf } from "#model/forest.ts";
import type { ClaimId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import { argumentMap, notationOf } from "../notation.ts";

/** The map after a command; fails with the sentence when it is refused. */
export function after<Input>(command: Command<Input>, map: ArgumentMap | string, input: Input): ArgumentMap {
  const before = typeof map === "string" ? argumentMap(map) : map;
  const outcome = command.run(before, input);
  if (isRefusal(outcome)) throw new Error(`Refused: ${outcome.refused}`);
  return applyChange(before, outcome);
}

/** The map after a command, as a notation. */
export function written<Input>(command: Command<Input>, map: ArgumentMap | string, input: Input): string {
  return notationOf(after(command, map, input));
}

/** Expects a command to refuse, with this sentence. */
export function expectRefusal<Input>(
  command: Command<Input>,
  map: ArgumentMap | string,
  input: Input,
  sentence: string,
): void {
  const before = typeof map === "string" ? argumentMap(map) : map;
  expect(command.run(before, input)).toEqual({ refused: sentence });
}

/** The forest as a line: children in brackets, the relation's sign before each. */
export function drawn(map: ArgumentMap): string {
  const { nodes, roots } = forestOf(map);
  const write = (claim: ClaimId): string => {
    const { relation, children } = nodes.get(claim)!;
    const sign = relation === null ? "" : map.relations.get(relation)!.kind === "supports" ? "+" : "-";
    return `${sign}${claim}${children.length === 0 ? "" : `(${children.map(write).join(" ")})`}`;
  };
  return roots.map(write).join(" ");
}
