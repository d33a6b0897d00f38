import type { Command } from "#commands/command.ts";
import { revise, tidied } from "#commands/revising.ts";
import type { Claim } from "#model/claim.ts";
import { forestOf } from "#model/forest.ts";
import type { ClaimId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import { commandWords as words } from "#words/commands.ts";

export interface ReplaceTextInput {
  /** What to look for, letter by letter; nothing in it is a pattern. */
  readonly needle: string;
  readonly replacement: string;
  readonly matchCase: boolean;
  /** Whether notes are searched besides the claims' sentences; they are when this is left out. */
  readonly notes?: boolean;
  /** The claims to search; the whole map when this is left out. */
  readonly claims?: readonly ClaimId[];
}

/** Replaces words wherever they stand in claims and notes. */
export const replaceText: Command<ReplaceTextInput> = {
  name: "replace-text",

  label: () => words.replace,

  run(map, input) {
    if (input.needle === "") return { refused: words.nothingToFind };
    const found = searched(map, input).filter((claim) => countIn(claim, input) > 0);
    if (found.length === 0) return { refused: words.notFound(input.needle) };
    const replaced = found.map((claim) => replacedIn(claim, input));
    const { nodes } = forestOf(map);
    const emptied = replaced.some(({ id, text }) => text === "" && nodes.get(id)?.relation === null);
    if (emptied) return { refused: words.emptyThesis };
    return revise(map, ({ claims }) => {
      for (const claim of replaced) claims.set(claim.id, claim);
    });
  },
};

/** How often the words stand there: what replacing all of them would replace. */
export function countMatches(map: ArgumentMap, input: Omit<ReplaceTextInput, "replacement">): number {
  if (input.needle === "") return 0;
  return searched(map, input).reduce((count, claim) => count + countIn(claim, input), 0);
}

type Search = Omit<ReplaceTextInput, "replacement">;

function searched(map: ArgumentMap, { claims }: Search): readonly Claim[] {
  const all = claims === undefined ? [...map.claims.values()] : claims.map((id) => map.claims.get(id));
  return all.filter((claim) => claim !== undefined);
}

function countIn({ text, note }: Claim, search: Search): number {
  const pattern = patternOf(search);
  const inNote = search.notes === false ? 0 : (note.match(pattern)?.length ?? 0);
  return (text.match(pattern)?.length ?? 0) + inNote;
}

function replacedIn(claim: Claim, input: ReplaceTextInput): Claim {
  const pattern = patternOf(input);
  const replace = (text: string) => text.replace(pattern, () => input.replacement);
  const text = pattern.test(claim.text) ? tidied(replace(claim.text)) : claim.text;
  return { ...claim, text, note: input.notes === false ? claim.note : replace(claim.note) };
}

/** Letters match their other case by Unicode's simple folding, which never changes the length of what is found. */
function patternOf({ needle, matchCase }: Search): RegExp {
  return new RegExp(needle.replaceAll(/[\\^$.*+?()[\]{}|/]/g, "\\$&"), matchCase ? "gu" : "giu");
}
