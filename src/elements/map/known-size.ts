import { hasFooter } from "#elements/map/card-look.ts";
import type { CardFace } from "#elements/map/face.ts";
import type { Size } from "#layout/picture.ts";
import type { ClaimId } from "#model/ids.ts";

/** What is known of all cards that say the same. */
export interface KnownSize {
  /** `noSize` until it is measured or reckoned. */
  size: Size;
  /** Whether it was measured, not reckoned. */
  isMeasured: boolean;
}

/** A card whose height is to be reckoned, and where to write it. */
export type Reckoned = readonly [face: CardFace, known: KnownSize];

export const noSize: Size = { width: 0, height: 0 };

/** What has been measured or reckoned, by what cards say: it outlives the screen that they are drawn on. */
export class KnownSizes {
  /** The sizes of all cards that were asked for last. */
  last: ReadonlyMap<ClaimId, Size> = new Map();
  /** The faces that those sizes are of; `null` where some of them are other by now. */
  faces: ReadonlyMap<ClaimId, CardFace> | null = null;
  /** By all that is on a card but its sentence, and then by that. */
  #byForm = new Map<string, Map<string, KnownSize>>();
  #byFace = new WeakMap<CardFace, KnownSize>();

  of(face: CardFace): KnownSize {
    let known = this.#byFace.get(face);
    if (known !== undefined) return known;
    const form = formOf(face);
    const texts = this.#byForm.get(form) ?? new Map<string, KnownSize>();
    this.#byForm.set(form, texts);
    known = texts.get(face.text) ?? { size: noSize, isMeasured: false };
    texts.set(face.text, known);
    this.#byFace.set(face, known);
    return known;
  }

  /** Fonts or the text size have changed: what was measured holds no longer. */
  forget(): void {
    this.faces = null;
    this.#byForm = new Map();
    this.#byFace = new WeakMap();
  }
}

/** What the size of a card depends on but for its sentence. */
function formOf(face: CardFace): string {
  const { role, language, label, citation, hasNote, images, links, reasons, objections } = face;
  const held = face.held === "" ? "" : "held";
  const marks = citation === "" ? [] : [citation, hasNote, images, links > 0, reasons, objections];
  return [role, held, face.arguers !== "", hasFooter(face), language, label, ...marks].join("\n");
}
