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

/**
 * Of what is written in bouts only the whole is said, when its field is left: that a claim was added, if these words
 * are its first.
 */
export class Bouts {
  #seen: Happening | null = null;
  #written: Happening | null = null;

  /** What there is to say now, if anything: `happened` is the last thing that was done, whether it has been heard of or not. */
  next(happened: Happening | null, isWriting: boolean): Happening | null {
    const news = happened === this.#seen ? null : happened;
    this.#seen = happened;
    const isOwn = news?.by === "here";
    if (isWriting && !isOwn) return news;
    if (isOwn && (isWriting || this.#written !== null))
      this.#written = adds(this.#written) ? this.#written : news;
    if (isWriting) return null;
    const said = this.#written ?? news;
    this.#written = null;
    return said;
  }
}

function adds(happening: Happening | null): boolean {
  return happening?.change.claims.some(({ before }) => before === null) ?? false;
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
