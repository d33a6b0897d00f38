import { type CardFace, type FaceSource, facesOf, isSameFace } from "#elements/map/face.ts";
import type { FacesMade } from "#elements/map/faces-after.ts";
import type { ClaimId } from "#model/ids.ts";

/** What follows a change of more faces is fetched; fewer are quickly made anew. */
const fewFaces = 200;

type Faces = ReadonlyMap<ClaimId, CardFace>;
type FacesAfter = (before: FacesMade, source: FaceSource, claims: readonly ClaimId[]) => Faces;

/** The faces of what is shown, from one map to the next. Those that say what they said stay the same objects. */
export class FaceKeeper {
  #made: FacesMade | null = null;
  #after: FacesAfter = kept;
  #isAsked = false;

  of(source: FaceSource, claims: readonly ClaimId[]): Faces {
    if (claims.length > fewFaces && !this.#isAsked) void this.#fetchFollower();
    const faces = this.#made === null ? facesOf(source, claims) : this.#after(this.#made, source, claims);
    this.#made = { source, claims, faces };
    return faces;
  }

  async #fetchFollower(): Promise<void> {
    this.#isAsked = true;
    try {
      this.#after = (await import("#elements/map/faces-after.ts")).facesAfter;
    } catch {
      this.#isAsked = false;
    }
  }
}

/** All made anew, but kept where they say the same; and so is the whole. */
function kept({ faces: before }: FacesMade, source: FaceSource, claims: readonly ClaimId[]): Faces {
  const faces = new Map(facesOf(source, claims));
  let isSame = faces.size === before.size;
  for (const [claim, face] of faces) {
    const was = before.get(claim);
    if (was !== undefined && isSameFace(was, face)) faces.set(claim, was);
    else isSame = false;
  }
  return isSame ? before : faces;
}
