import { type CardFace, type FaceSource, facesOf, facing, isSameFace, linksOf } from "#elements/map/face.ts";
import { differingKeys } from "#model/descent.ts";
import type { ClaimId } from "#model/ids.ts";
import { layered } from "#model/layered.ts";

type Faces = ReadonlyMap<ClaimId, CardFace>;

/** Of more faces that may have changed, all are made anew. */
const mostRenewed = 2000;

/** Faces, with what they were made from. */
export interface FacesMade {
  readonly source: FaceSource;
  /** What is shown. */
  readonly claims: readonly ClaimId[];
  readonly faces: Faces;
}

/**
 * As `facesOf`, for a source that has come from another: only faces that say what has changed are made anew. All others
 * stay the same objects, and so does the whole where none has changed.
 */
export function facesAfter(before: FacesMade, source: FaceSource, claims: readonly ClaimId[]): Faces {
  const due = isSetAlike(before.source, source) ? dueFaces(before.source, source) : null;
  if (due === null || due.size > mostRenewed) return facesOf(source, claims);
  const isAll = claims === source.forest.order;
  return isAll || claims === before.claims
    ? renewed(before.faces, source, due, isAll)
    : reshown(before.faces, source, due, claims);
}

/** Whether all is the same that any face may say, but for claims, steps and where they stand. */
function isSetAlike(a: FaceSource, b: FaceSource): boolean {
  return (
    a.folding === b.folding &&
    a.aspects === b.aspects &&
    a.map.sources === b.map.sources &&
    a.map.holders === b.map.holders &&
    a.map.about.language === b.map.about.language
  );
}

/** The claims whose faces may say something else than before, or that are new or gone. */
function dueFaces(before: FaceSource, source: FaceSource): ReadonlySet<ClaimId> {
  const { map, forest, counts, folding } = source;
  const due = new Set<ClaimId>();
  // An objection to a step says in its name what it attacks, and every claim its place among its siblings.
  for (const claim of [
    ...differingKeys(before.map.claims, map.claims),
    ...differingKeys(before.forest.nodes, forest.nodes),
  ]) {
    due.add(claim);
    for (const child of forest.nodes.get(claim)?.children ?? []) due.add(child);
  }
  for (const step of differingKeys(before.map.relations, map.relations))
    for (const claim of map.relations.get(step)?.premises ?? []) due.add(claim);
  if (before.forest.roots !== forest.roots) for (const root of forest.roots) due.add(root);
  if (folding.size !== 0)
    for (const claim of differingKeys(before.counts, counts)) if (folding.has(claim)) due.add(claim);
  if (before.forest.crossLinks !== forest.crossLinks)
    for (const claim of differingKeys(linksOf(before.forest), linksOf(forest))) due.add(claim);
  return due;
}

/** The faces where all of the forest is shown, or what was shown before. */
function renewed(faces: Faces, source: FaceSource, due: ReadonlySet<ClaimId>, isAll: boolean): Faces {
  const faceOf = facing(source);
  const entries: [ClaimId, CardFace | undefined][] = [];
  for (const claim of due) {
    const was = faces.get(claim);
    if (was === undefined && !isAll) continue;
    const is = faceOf(claim);
    if (!isSameFace(was, is)) entries.push([claim, is]);
  }
  return layered(faces, entries);
}

/** The faces where folding hides some: of those that were there, and of others. */
function reshown(
  faces: Faces,
  source: FaceSource,
  due: ReadonlySet<ClaimId>,
  claims: readonly ClaimId[],
): Faces {
  const faceOf = facing(source);
  const next = new Map<ClaimId, CardFace>();
  for (const claim of claims) {
    const was = faces.get(claim);
    const is = was === undefined || due.has(claim) ? faceOf(claim) : was;
    if (is !== undefined) next.set(claim, was !== undefined && isSameFace(was, is) ? was : is);
  }
  return next;
}
