import { siblingsOf } from "#session/navigation.ts";
import type { Forest } from "#model/forest.ts";
import type { ClaimId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import { isUndercutter } from "#model/relation.ts";
import type { Happening } from "#store/ports.ts";
import { announcingWords as words } from "#words/announcing.ts";

/** What has just happened to the map, in a sentence for those who do not see it. */
export function inWords(happening: Happening, map: ArgumentMap, forest: Forest): string {
  const { by, label, change } = happening;
  if (by === "elsewhere") return words.elsewhere;
  if (by === "undo") return words.undone(label);
  if (by === "redo") return words.redone(label);
  if (by === "merge") return words.done(label);
  const [added, ...more] = change.claims.filter(({ before }) => before === null);
  if (added?.after && more.length === 0) return addition(added.after.id, map, forest);
  const deleted = change.claims.filter(({ after }) => after === null).length;
  return deleted > 0 ? words.deleted(deleted) : words.done(label);
}

function addition(claim: ClaimId, map: ArgumentMap, forest: Forest): string {
  const node = forest.nodes.get(claim);
  const relation = node?.relation ? map.relations.get(node.relation) : undefined;
  const kind =
    relation === undefined
      ? words.thesis
      : isUndercutter(relation)
        ? words.stepObjection
        : relation.kind === "supports"
          ? words.reason
          : words.objection;
  const siblings = siblingsOf(forest, claim);
  const under = node?.parent ? (map.claims.get(node.parent)?.text ?? null) : null;
  return words.added(kind, under, siblings.indexOf(claim) + 1, siblings.length);
}
