import { type Change, type Edit, invertChange, isEmptyChange } from "#model/change.ts";
import { asDismissals, type Dismissal } from "#model/dismissals.ts";
import { isSame } from "#model/equality.ts";
import { asImages, type ClaimImage } from "#model/image.ts";
import type { ArgumentMap } from "#model/map.ts";
import {
  type Attribution,
  asAttributions,
  asMemberships,
  type Membership,
  membershipKey,
} from "#model/people.ts";
import { byShelf, type Identified } from "#model/shelves.ts";

/** What became of a part of a merge: it stands, it was taken back, or what it says was changed since. */
export type PartState = "stands" | "taken back" | "changed since";

/**
 * The change that takes a part of a merge back, field by field: a field gets its earlier value only where the map
 * still says what the part made it say, so that what anyone did since stays. So does each attribution and each
 * image of a claim, each membership and each dismissal. Records that the part added go, and records that it deleted come back. On a map that says nothing
 * of the part any more the change is empty.
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
  const [is, was, made] = [entriesOf(now), entriesOf(before), entriesOf(after)];
  const back = Object.fromEntries(valuesBack(is, was, made, fieldBack)) as Value;
  return isSame(back, now) ? null : { before: now, after: back };
}

function entriesOf(record: object): Values {
  return new Map<string, unknown>(Object.entries(record));
}

type Values = ReadonlyMap<string, unknown>;

/** What is said under each name once what was made of it is taken back; one who has nothing to say is left out. */
function valuesBack(is: Values, was: Values, made: Values, valueBack: typeof fieldBack): Values {
  const values = new Map(is);
  for (const name of new Set([...was.keys(), ...made.keys()])) {
    const value = valueBack(name, is.get(name), was.get(name), made.get(name));
    if (value === undefined) values.delete(name);
    else values.set(name, value);
  }
  return values;
}

function fieldBack(name: string, is: unknown, was: unknown, made: unknown): unknown {
  const items = itemsOf[name];
  if (items === undefined) return wholeBack(name, is, was, made);
  const back = valuesBack(items.byKey(is), items.byKey(was), items.byKey(made), wholeBack);
  return items.inOrder([...back.values()]);
}

function wholeBack(_name: string, is: unknown, was: unknown, made: unknown): unknown {
  return isSame(is, made) ? was : is;
}

interface Items {
  readonly byKey: (list: unknown) => Values;
  readonly inOrder: (items: readonly unknown[]) => unknown;
}

/** The fields that are sets of items, each of which is taken back for itself. */
const itemsOf: Readonly<Record<string, Items>> = {
  attributions: {
    byKey: (list) => new Map((list as readonly Attribution[]).map((item) => [item.id, item])),
    inOrder: (items) => asAttributions(items as readonly Attribution[]),
  },
  dismissed: {
    byKey: (list) => new Map((list as readonly Dismissal[]).map((item) => [item.key, item])),
    inOrder: (items) => asDismissals(items as readonly Dismissal[]),
  },
  images: {
    byKey: (list) => new Map((list as readonly ClaimImage[]).map((item) => [item.id, item])),
    inOrder: (items) => asImages(items as readonly ClaimImage[]),
  },
  memberships: {
    byKey: (list) => new Map((list as readonly Membership[]).map((item) => [membershipKey(item), item])),
    inOrder: (items) => asMemberships(items as readonly Membership[]),
  },
};
