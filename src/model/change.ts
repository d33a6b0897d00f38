import type { Claim } from "#model/claim.ts";
import { withEntries } from "#model/descent.ts";
import { isSame } from "#model/equality.ts";
import type { About, ArgumentMap } from "#model/map.ts";
import type { Holder, School } from "#model/people.ts";
import type { Relation } from "#model/relation.ts";
import { byShelf, type Identified, SHELVES } from "#model/shelves.ts";
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
  readonly holders: readonly Edit<Holder>[];
  readonly schools: readonly Edit<School>[];
}

/** The change that changes nothing. */
export const noChange: Change = { about: null, ...byShelf<Change>(() => []) };

export function isEmptyChange(change: Change): boolean {
  return change.about === null && SHELVES.every((shelf) => change[shelf].length === 0);
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
    ...byShelf<ArgumentMap>((shelf) => applyEdits(map[shelf], change[shelf])),
  };
}

/** The change that takes a change back: `applyChange(applyChange(m, c), invertChange(c))` says the same as `m`. */
export function invertChange(change: Change): Change {
  return {
    about: change.about === null ? null : invertEdit(change.about),
    ...byShelf<Change>((shelf) => change[shelf].map<Edit<Identified>>(invertEdit)),
  };
}

/** Two changes that follow each other as one. What the second takes back is in it no more. */
export function squashChanges(first: Change, second: Change): Change {
  return {
    about: squashAbout(first.about, second.about),
    ...byShelf<Change>((shelf) => squashEdits(first[shelf], second[shelf])),
  };
}

/** What turns one map into another. Records that say the same are not in it, whether or not they are the same objects. */
export function changeBetween(before: ArgumentMap, after: ArgumentMap): Change {
  return {
    about: isSame(before.about, after.about) ? null : { before: before.about, after: after.about },
    ...byShelf<Change>((shelf) => editsBetween(before[shelf], after[shelf])),
  };
}

function applyEdits(
  records: ReadonlyMap<string, Identified>,
  edits: readonly Edit<Identified>[],
): ReadonlyMap<string, Identified> {
  return withEntries(
    records,
    edits.flatMap(({ before, after }): readonly (readonly [string, Identified | undefined])[] => {
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

function squashEdits(
  first: readonly Edit<Identified>[],
  second: readonly Edit<Identified>[],
): readonly Edit<Identified>[] {
  const joined = new Map<string | undefined, Edit<Identified>>();
  for (const edit of [...first, ...second]) {
    const id = (edit.after ?? edit.before)?.id;
    const earlier = joined.get(id);
    joined.set(id, earlier === undefined ? edit : joinEdits(earlier, edit));
  }
  return [...joined.values()].filter(({ before, after }) => !isSame(before, after));
}

function editsBetween(
  before: ReadonlyMap<string, Identified>,
  after: ReadonlyMap<string, Identified>,
): readonly Edit<Identified>[] {
  if (before === after) return [];
  const edits: Edit<Identified>[] = [];
  for (const [id, was] of before) {
    const is = after.get(id) ?? null;
    if (!isSame(was, is)) edits.push({ before: was, after: is });
  }
  for (const [id, is] of after) if (!before.has(id)) edits.push({ before: null, after: is });
  return edits;
}
