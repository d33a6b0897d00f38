import type { Claim } from "#model/claim.ts";
import { withEntries } from "#model/descent.ts";
import { isSame } from "#model/equality.ts";
import type { About, ArgumentMap } from "#model/map.ts";
import type { Relation } from "#model/relation.ts";
import type { Source } from "#model/source.ts";

/** One record before and after: `null` before is an addition, `null` after a deletion. Never both `null`. */
export interface Edit<Value> {
  readonly before: Value | null;
  readonly after: Value | null;
}

/**
 * A difference between two maps, as plain data that can be stored, applied, inverted and squashed.
 * At most one edit a record. It *fits* a map whose records are its `before`s; the laws below hold for what fits.
 */
export interface Change {
  readonly about: Edit<About> | null;
  readonly claims: readonly Edit<Claim>[];
  readonly relations: readonly Edit<Relation>[];
  readonly sources: readonly Edit<Source>[];
}

interface Identified<Id extends string> {
  readonly id: Id;
}

/** The change that changes nothing. */
export const noChange: Change = { about: null, claims: [], relations: [], sources: [] };

export function isEmptyChange({ about, claims, relations, sources }: Change): boolean {
  return about === null && claims.length === 0 && relations.length === 0 && sources.length === 0;
}

/**
 * The map after the change. Touched records are new, all others stay the same objects, and so do containers that
 * hold none; a change that is empty gives the same map. Total: on a map that it does not fit, each record becomes
 * what the change says of it.
 */
export function applyChange(map: ArgumentMap, change: Change): ArgumentMap {
  if (isEmptyChange(change)) return map;
  return {
    id: map.id,
    about: change.about?.after ?? map.about,
    claims: applyEdits(map.claims, change.claims),
    relations: applyEdits(map.relations, change.relations),
    sources: applyEdits(map.sources, change.sources),
  };
}

/** The change that takes a change back: `applyChange(applyChange(m, c), invertChange(c))` says the same as `m`. */
export function invertChange(change: Change): Change {
  return {
    about: change.about === null ? null : invertEdit(change.about),
    claims: change.claims.map(invertEdit),
    relations: change.relations.map(invertEdit),
    sources: change.sources.map(invertEdit),
  };
}

/** Two changes that follow each other as one. What the second takes back is in it no more. */
export function squashChanges(first: Change, second: Change): Change {
  return {
    about: squashAbout(first.about, second.about),
    claims: squashEdits(first.claims, second.claims),
    relations: squashEdits(first.relations, second.relations),
    sources: squashEdits(first.sources, second.sources),
  };
}

/** What turns one map into another. Records that say the same are not in it, whether or not they are the same objects. */
export function changeBetween(before: ArgumentMap, after: ArgumentMap): Change {
  return {
    about: isSame(before.about, after.about) ? null : { before: before.about, after: after.about },
    claims: editsBetween(before.claims, after.claims),
    relations: editsBetween(before.relations, after.relations),
    sources: editsBetween(before.sources, after.sources),
  };
}

function applyEdits<Id extends string, Value extends Identified<Id>>(
  records: ReadonlyMap<Id, Value>,
  edits: readonly Edit<Value>[],
): ReadonlyMap<Id, Value> {
  return withEntries(
    records,
    edits.flatMap(({ before, after }): readonly (readonly [Id, Value | undefined])[] => {
      const id = (after ?? before)?.id;
      return id === undefined ? [] : [[id, after ?? undefined]];
    }),
  );
}

function invertEdit<Value>({ before, after }: Edit<Value>): Edit<Value> {
  return { before: after, after: before };
}

function joinEdits<Value>(first: Edit<Value>, second: Edit<Value>): Edit<Value> {
  return { before: first.before, after: second.after };
}

function squashAbout(first: Edit<About> | null, second: Edit<About> | null): Edit<About> | null {
  if (first === null || second === null) return first ?? second;
  const joined = joinEdits(first, second);
  return isSame(joined.before, joined.after) ? null : joined;
}

function squashEdits<Id extends string, Value extends Identified<Id>>(
  first: readonly Edit<Value>[],
  second: readonly Edit<Value>[],
): readonly Edit<Value>[] {
  const joined = new Map<Id | undefined, Edit<Value>>();
  for (const edit of [...first, ...second]) {
    const id = (edit.after ?? edit.before)?.id;
    const earlier = joined.get(id);
    joined.set(id, earlier === undefined ? edit : joinEdits(earlier, edit));
  }
  return [...joined.values()].filter(({ before, after }) => !isSame(before, after));
}

function editsBetween<Id extends string, Value extends Identified<Id>>(
  before: ReadonlyMap<Id, Value>,
  after: ReadonlyMap<Id, Value>,
): readonly Edit<Value>[] {
  if (before === after) return [];
  const edits: Edit<Value>[] = [];
  for (const [id, was] of before) {
    const is = after.get(id) ?? null;
    if (!isSame(was, is)) edits.push({ before: was, after: is });
  }
  for (const [id, is] of after) if (!before.has(id)) edits.push({ before: null, after: is });
  return edits;
}
