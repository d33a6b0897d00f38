import type { Command } from "#commands/command.ts";
import { revise } from "#commands/revising.ts";
import type { SourceId } from "#model/ids.ts";
import type { Attribution } from "#model/people.ts";
import { claimsCiting } from "#model/uses.ts";
import { sourceEditWords as words } from "#words/source-edits.ts";

export interface DeleteSourceInput {
  readonly source: SourceId;
}

/** Deletes a source, and with it every citation of it. What holders said there stays attributed to them, and images from there stay. */
export const deleteSource: Command<DeleteSourceInput> = {
  name: "delete-source",

  label: (map, { source }) => words.deleteSource(claimsCiting(map, source).length),

  run(map, { source: id }) {
    if (!map.sources.has(id)) return { refused: words.sourceGone };
    return revise(map, ({ claims, sources }) => {
      sources.delete(id);
      for (const claim of claimsCiting(map, id)) {
        const citations = claim.citations.filter(({ source }) => source !== id);
        const placeless = <Part extends Pick<Attribution, "citation">>(each: Part): Part =>
          each.citation?.source === id ? { ...each, citation: null } : each;
        const attributions = claim.attributions.map(placeless);
        const images = claim.images.map(placeless);
        claims.set(claim.id, { ...claim, citations, attributions, images });
      }
    });
  },
};
