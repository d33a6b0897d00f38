import * as Y from "yjs";
import { applyChange, isEmptyChange } from "#model/change.ts";
import type { MapId } from "#model/ids.ts";
import type { Merger } from "#model/merge-review.ts";
import type { ArgumentMap } from "#model/map.ts";
import { ancestorOf } from "#store/ancestor.ts";
import { newDocument } from "#store/document.ts";
import { Past } from "#store/past.ts";
import { atOnce } from "#model/steps.ts";
import { Projection } from "#store/projection.ts";
import { holdsState, stateOf, unionOf } from "#store/snapshots.ts";
import { stateOfUpdate } from "#store/updates.ts";

/** How two documents of one map's id stand to each other. */
export type Meeting =
  /** They were made apart: merging would let one hide the other. */
  | { readonly relation: "strangers" }
  /** They say the same. */
  | { readonly relation: "same" }
  /** The other has nothing that mine does not have. */
  | { readonly relation: "known" }
  | { readonly relation: "parted"; readonly merger: Merger };

/** Compares two sound documents, neither of which is changed. */
export function meet(id: MapId, mine: Uint8Array, theirs: Uint8Array): Meeting {
  const [ours, other] = [stateOfUpdate(mine), stateOfUpdate(theirs)];
  if (![...ours.sv.keys()].some((client) => other.sv.has(client))) return { relation: "strangers" };
  const both = newDocument();
  try {
    for (const update of [mine, theirs]) Y.applyUpdate(both, update);
    const pasts = [ours, other].map((state) => new Past(both, () => state)) as [Past, Past];
    if (isEmptyChange(atOnce(pasts[0].changeTo(pasts[1])))) return { relation: "same" };
    if (holdsState(ours, other)) return { relation: "known" };
    const { map } = Projection.of(both, id);
    return { relation: "parted", merger: mergerIn(both, { map, mine: ours, theirs: other }) };
  } finally {
    both.destroy();
  }
}

/** Two states of which a document is made, and what it says now. */
interface Sides {
  readonly map: ArgumentMap;
  readonly mine: Y.Snapshot;
  readonly theirs: Y.Snapshot;
}

/** The copies that met in a document, what they had in common, and what became of them; whatever was written since. */
export function mergerIn(doc: Y.Doc, { map, mine, theirs }: Sides): Merger {
  const now = new Past(doc, () => stateOf(doc), map);
  const mapIn = (state: Y.Snapshot) => applyChange(map, atOnce(now.changeTo(new Past(doc, () => state))));
  return {
    base: mapIn(ancestorOf(doc, mine, theirs)),
    mine: mapIn(mine),
    theirs: mapIn(theirs),
    merged: mapIn(unionOf(mine, theirs)),
  };
}
