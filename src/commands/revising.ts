import { type Refusal } from "#commands/command.ts";
import { Shelf } from "#commands/shelf.ts";
import type { Change } from "#model/change.ts";
import type { Claim } from "#model/claim.ts";
import { isSame } from "#model/equality.ts";
import {
  type ClaimId,
  compareIds,
  type HolderId,
  type RelationId,
  type SchoolId,
  type SourceId,
} from "#model/ids.ts";
import type { About, ArgumentMap } from "#model/map.ts";
import { relationsNaming } from "#model/mentions.ts";
import type { Holder, School } from "#model/people.ts";
import type { Relation, Target } from "#model/relation.ts";
import { byShelf, type Identified } from "#model/shelves.ts";
import type { Source } from "#model/source.ts";
import { commandWords as words } from "#words/commands.ts";

/** A map while a command works on it. Its records are as immutable as ever; only the shelves are its own. */
export interface Revision {
  about: About;
  readonly claims: Shelf<ClaimId, Claim>;
  readonly relations: Shelf<RelationId, Relation>;
  readonly sources: Shelf<SourceId, Source>;
  readonly holders: Shelf<HolderId, Holder>;
  readonly schools: Shelf<SchoolId, School>;
}

/** The change that `edit` makes to the map. Records that it leaves saying the same are not in it. */
export function revise(map: ArgumentMap, edit: (revision: Revision) => void): Change {
  const revision: Revision = {
    about: map.about,
    ...byShelf<Revision>((shelf) => new Shelf<string, Identified>(map[shelf])),
  };
  edit(revision);
  return changeOf(revision, map);
}

/** What a revision of the map has changed so far. */
export function changeOf(revision: Revision, { about: before }: ArgumentMap): Change {
  const { about } = revision;
  return {
    about: isSame(before, about) ? null : { before, after: about },
    ...byShelf<Change>((shelf) => revision[shelf].edits()),
  };
}

/** The change that gives a claim other fields. */
export function reviseClaim(
  map: ArgumentMap,
  id: ClaimId,
  fields: (claim: Claim) => Partial<Omit<Claim, "id">>,
): Change | Refusal {
  const claim = map.claims.get(id);
  if (claim === undefined) return { refused: words.claimGone };
  return revise(map, ({ claims }) => claims.set(id, { ...claim, ...fields(claim) }));
}

/** Why nothing can be put onto a target, or `null` when something can. */
export function refuseTarget(map: ArgumentMap, target: Target): Refusal | null {
  const isThere = target.type === "claim" ? map.claims.has(target.id) : map.relations.has(target.id);
  return isThere ? null : { refused: words.targetGone };
}

/** A sentence as it is kept: no space around it, line ends as `\n`. */
export function tidied(text: string): string {
  return text.replaceAll(/\r\n?/g, "\n").trim();
}

/** A text that is one line: a title, a name. */
export function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}

/** Takes a relation out, and with it whatever names it as the other half of a contradiction. */
export function dropRelation({ relations }: Revision, id: RelationId): void {
  relations.delete(id);
  partFrom(relations, id);
}

/** Ends a mutual contradiction from the other side: no relation names `id` as its other half. */
export function partFrom(relations: Revision["relations"], id: RelationId): void {
  for (const relation of namingNow(relations, id)) {
    if (relation.mutual === id) relations.set(relation.id, { ...relation, mutual: null });
  }
}

/** The relations that name a claim or another relation at this moment, and some that did; by id. */
export function namingNow(relations: Revision["relations"], id: ClaimId | RelationId): readonly Relation[] {
  const before = relationsNaming(relations.before, id).map((relation) => relation.id);
  const ids = [...new Set([...before, ...relations.edited])].toSorted(compareIds);
  return ids.flatMap((each) => relations.get(each) ?? []);
}
