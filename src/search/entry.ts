import { noteOf } from "#citing/note.ts";
import { plain } from "#citing/rich-text.ts";
import type { Claim } from "#model/claim.ts";
import type { ClaimId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import type { Citation, Name, Source } from "#model/source.ts";

/** Where words were found: in the claim (its sentence or its short name), in its note, in what it cites, or in who holds it. */
export type FoundIn = "text" | "note" | "source" | "holder";

/** A claim as the index holds it: each field as the lines that an excerpt may be taken from. */
export interface Entry {
  readonly id: ClaimId;
  readonly lines: Readonly<Record<FoundIn, readonly string[]>>;
}

export function entryOf(claim: Claim, { sources, holders }: Pick<ArgumentMap, "sources" | "holders">): Entry {
  const { citations, attributions } = claim;
  const places = [...citations, ...attributions.map(({ citation }) => citation)].filter(
    (each) => each !== null,
  );
  const cited = places.flatMap((citation) => sourceLines(sources.get(citation.source), citation));
  const held = attributions.map(({ holder }) => holders.get(holder)?.name ?? "");
  return {
    id: claim.id,
    lines: { text: [claim.text, claim.label], note: [claim.note], source: cited, holder: held },
  };
}

/** A citation's note, its quotation with the translation, and every name of the source: a note has "et al." for some. */
function sourceLines(source: Source | undefined, citation: Citation): readonly string[] {
  const quoted = [citation.quotation, ...(citation.translation === undefined ? [] : [citation.translation])];
  if (source === undefined) return quoted;
  const { author, editor, translator } = source.item;
  const names = [author, editor, translator].flatMap((list) => (Array.isArray(list) ? list.map(nameOf) : []));
  return [plain(noteOf(source, citation)), ...quoted, names.join(", ")];
}

function nameOf(name: Name): string {
  return [name?.given, name?.["non-dropping-particle"], name?.family, name?.literal]
    .filter((part) => typeof part === "string")
    .join(" ");
}
