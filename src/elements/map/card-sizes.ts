import type { CardMeasure } from "#elements/map/card-measure.ts";
import { hasFooter } from "#elements/map/card-look.ts";
import type { CardFace } from "#elements/map/face.ts";
import type { KnownSize, Reckoned } from "#elements/map/known-size.ts";
import type { Size } from "#layout/picture.ts";
import type { ClaimId } from "#model/ids.ts";
import { inTurns } from "#store/turns.ts";

/** Up to so many cards are laid out to be measured at once; of more the heights are reckoned first. */
const fewCards = 120;
/** How many that were reckoned are measured in one go, some milliseconds of work. */
const checkedAtOnce = 24;

const noSize: Size = { width: 0, height: 0 };

/**
 * How large cards are, by what they say: what has been measured or reckoned is not laid out again until `forget`.
 * A few new cards are measured at once. Many are reckoned from widths of words, in turns with what else the page does,
 * and measured once they are drawn.
 */
export class CardSizes {
  readonly #measure: CardMeasure;
  readonly #changed: () => void;
  /** By all that is on a card but its sentence, and then by that. */
  #byForm = new Map<string, Map<string, KnownSize>>();
  #byFace = new WeakMap<CardFace, KnownSize>();
  #reckoning: AbortController | null = null;
  #last: ReadonlyMap<ClaimId, Size> = new Map();

  /** `changed` is called when sizes are there that were not, or others. */
  constructor(measure: CardMeasure, changed: () => void) {
    this.#measure = measure;
    this.#changed = changed;
  }

  /** The size of every card, the same map as before where none has changed; `null` while they are reckoned. */
  of(faces: ReadonlyMap<ClaimId, CardFace>): ReadonlyMap<ClaimId, Size> | null {
    const fresh: CardFace[] = [];
    for (const face of faces.values()) if (this.#knownOf(face).size === noSize) fresh.push(face);
    this.#reckoning?.abort();
    this.#reckoning = null;
    if (fresh.length > fewCards) {
      void this.#reckon(fresh);
      return null;
    }
    this.#measureAll(fresh);
    if (!this.#isLast(faces)) {
      const sizes = new Map<ClaimId, Size>();
      for (const [claim, face] of faces) sizes.set(claim, this.#knownOf(face).size);
      this.#last = sizes;
    }
    return this.#last;
  }

  /**
   * Measures some of these cards that were only reckoned, if there are any. Whether there were; if one is taller or
   * shorter than it was held to be, `changed` is called.
   */
  check(faces: Iterable<CardFace>): boolean {
    const guessed = new Map<KnownSize, CardFace>();
    for (const face of faces) {
      const known = this.#knownOf(face);
      if (known.size !== noSize && !known.isMeasured) guessed.set(known, face);
      if (guessed.size === checkedAtOnce) break;
    }
    const before = [...guessed.keys()].map(({ size }) => size.height);
    this.#measureAll([...guessed.values()]);
    if ([...guessed.keys()].some(({ size }, at) => size.height !== before[at])) this.#changed();
    return guessed.size > 0;
  }

  /** Fonts or the text size have changed: what was measured holds no longer. */
  forget(): void {
    this.#reckoning?.abort();
    this.#byForm = new Map();
    this.#byFace = new WeakMap();
  }

  #isLast(faces: ReadonlyMap<ClaimId, CardFace>): boolean {
    if (faces.size !== this.#last.size) return false;
    for (const [claim, face] of faces) {
      const { size } = this.#knownOf(face);
      const last = this.#last.get(claim);
      if (last !== size && (last?.width !== size.width || last.height !== size.height)) return false;
    }
    return true;
  }

  #measureAll(faces: readonly CardFace[]): void {
    const once = new Map(faces.map((face) => [this.#knownOf(face), face]));
    const sizes = this.#measure.sizesOf([...once.values()]);
    for (const [at, known] of [...once.keys()].entries())
      Object.assign(known, { size: sizes[at] ?? noSize, isMeasured: true });
  }

  async #reckon(faces: readonly CardFace[]): Promise<void> {
    const { signal } = (this.#reckoning = new AbortController());
    const all = faces.map((face): Reckoned => [face, this.#knownOf(face)]);
    try {
      const { reckoning } = await import("#elements/map/reckoning.ts");
      await inTurns(reckoning(all, this.#measure), { signal });
    } catch {
      if (signal.aborted) return;
      this.#measureAll(faces);
    }
    if (!signal.aborted) this.#changed();
  }

  #knownOf(face: CardFace): KnownSize {
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
}

/** What the size of a card depends on but for its sentence. */
function formOf(face: CardFace): string {
  const { role, language, label, citation, hasNote, links, reasons, objections } = face;
  const held = face.held === "" ? "" : "held";
  const marks = citation === "" ? [] : [citation, hasNote, links > 0, reasons, objections];
  return [role, held, hasFooter(face), language, label, ...marks].join("\n");
}
