import { type Change, type Edit, invertChange, isEmptyChange } from "#model/change.ts";
import { isSame } from "#model/equality.ts";
import type { ArgumentMap } from "#model/map.ts";
import { byShelf, type Identified } from "#model/shelves.ts";

/** What became of a part of a merge: it stands, it was taken back, or what it says was changed since. */
export type PartState = "stands" | "taken back" | "changed since";

/**
 * The change that takes a part of a merge back, field by field: a field gets its earlier value only where the map
 * still says what the part made it say, so that what anyone did since stays. Records that the part added go, and
 * records that it deleted come back. On a map that says nothing of the part any more the change is empty.
 */
export function takingBack(map: ArgumentMap, part: Change): Change {
  return {
    about: part.about === null ? null : fieldsBack(map.about, part.about),
    ...byShelf<Change>((shelf) =>
      part[shelf].flatMap((edit: Edit<Identified>) => recordBack(map[shelf], edit)),
    ),
  };
}

/** `part` must be a change that was made to an earlier state of this map. */
export function stateOf(map: ArgumentMap, part: Change): PartState {
  if (!isEmptyChange(takingBack(map, part))) return "stands";
  return isEmptyChange(takingBack(map, invertChange(part))) ? "changed since" : "taken back";
}

function recordBack(
  records: ReadonlyMap<string, Identified>,
  edit: Edit<Identified>,
): readonly Edit<Identified>[] {
  const id = (edit.before ?? edit.after)?.id;
  const now = id === undefined ? undefined : records.get(id);
  if (edit.after === null) return now === undefined ? [{ before: null, after: edit.before }] : [];
  if (now === undefined) return [];
  if (edit.before === null) return [{ before: now, after: null }];
  const back = fieldsBack(now, edit);
  return back === null ? [] : [back];
}

function fieldsBack<Value extends object>(now: Value, { before, after }: Edit<Value>): Edit<Value> | null {
  if (before === null || after === null) return null;
  const names = Object.keys({ ...before, ...after }) as (keyof Value)[];
  const back = names.filter((name) => !isSame(before[name], after[name]) && isSame(now[name], after[name]));
  if (back.length === 0) return null;
  return { before: now, after: { ...now, ...Object.fromEntries(back.map((name) => [name, before[name]])) } };
}
