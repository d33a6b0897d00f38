import { type CardFace, faceNow, type FaceSource, facesOf } from "#elements/map/face.ts";
import type { ClaimId } from "#model/ids.ts";

type Faces = ReadonlyMap<ClaimId, CardFace>;

/**
 * The faces of what is shown, from one map to the next. Where only words have changed, only the faces that say them are
 * made anew; all others stay the same objects, and so does the whole where none has changed.
 */
export class FaceKeeper {
  #source: FaceSource | null = null;
  #claims: readonly ClaimId[] = [];
  #faces: Faces = new Map();

  of(source: FaceSource, claims: readonly ClaimId[]): Faces {
    const before = this.#source;
    const isAlike = before !== null && claims === this.#claims && isDrawnAlike(before, source);
    this.#faces = isAlike ? renewed(this.#faces, before, source) : facesOf(source, claims);
    this.#source = source;
    this.#claims = claims;
    return this.#faces;
  }
}

/** Whether all that faces say is the same, but for what stands in claims themselves. */
function isDrawnAlike(a: FaceSource, b: FaceSource): boolean {
  return (
    a.forest === b.forest &&
    a.folding === b.folding &&
    a.counts === b.counts &&
    a.aspects === b.aspects &&
    a.map.sources === b.map.sources &&
    a.map.holders === b.map.holders &&
    a.map.relations === b.map.relations &&
    a.map.about.language === b.map.about.language
  );
}

function renewed(faces: Faces, before: FaceSource, source: FaceSource): Faces {
  const due = new Set<ClaimId>();
  for (const claim of faces.keys()) {
    if (before.map.claims.get(claim) === source.map.claims.get(claim)) continue;
    due.add(claim);
    // An objection to a step says in its name what it attacks.
    for (const child of source.forest.nodes.get(claim)?.children ?? []) due.add(child);
  }
  if (due.size === 0) return faces;
  const next = new Map(faces);
  for (const claim of due) {
    const face = faces.get(claim);
    if (face !== undefined) next.set(claim, faceNow(source, face));
  }
  return next;
}
