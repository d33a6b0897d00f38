import type { CardMeasure } from "#elements/map/card-measure.ts";
import type { CardFace } from "#elements/map/face.ts";
import { type KnownSize, KnownSizes, noSize, type Reckoned } from "#elements/map/known-size.ts";
import type { Size } from "#layout/picture.ts";
import { differingKeys } from "#model/descent.ts";
import type { ClaimId } from "#model/ids.ts";
import { layered } from "#model/layered.ts";
import { inTurns } from "#store/turns.ts";

/** Up to so many cards are laid out to be measured at once; of more the heights are reckoned first. */
const fewCards = 120;
/** How many that were reckoned are measured in one go, some milliseconds of work. */
const checkedAtOnce = 24;

/**
 * How large cards are, by what they say: what has been measured or reckoned is not laid out again until `forget`.
 * A few new cards are measured at once. Many are reckoned from widths of words, in turns with what else the page does,
 * and measured once they are drawn.
 */
export class CardSizes {
  readonly #measure: CardMeasure;
  readonly #changed: () => void;
  readonly #known: KnownSizes;
  #reckoning: AbortController | null = null;

  /** `changed` is called when sizes are there that were not, or others; `known` is what is known already. */
  constructor(measure: CardMeasure, changed: () => void, known = new KnownSizes()) {
    this.#measure = measure;
    this.#known = known;
    this.#changed = changed;
  }

  /** The size of every card, the same map as before where none has changed; `null` while they are reckoned. */
  of(faces: ReadonlyMap<ClaimId, CardFace>): ReadonlyMap<ClaimId, Size> | null {
    const { faces: sized, last } = this.#known;
    const due = sized === null ? new Set([...last.keys(), ...faces.keys()]) : differingKeys(sized, faces);
    const fresh: CardFace[] = [];
    for (const claim of due) {
      const face = faces.get(claim);
      if (face !== undefined && this.#known.of(face).size === noSize) fresh.push(face);
    }
    this.#reckoning?.abort();
    this.#reckoning = null;
    if (fresh.length > fewCards) {
      void this.#reckon(fresh);
      return null;
    }
    this.#measureAll(fresh);
    this.#known.faces = faces;
    this.#known.last = layered(last, this.#resized(due, faces));
    return this.#known.last;
  }

  /** How large these cards are, measured where they were not. */
  measured(faces: readonly CardFace[]): readonly Size[] {
    this.#measureAll(faces.filter((face) => !this.#known.of(face).isMeasured));
    return faces.map((face) => this.#known.of(face).size);
  }

  /** Takes it that cards are as large as they were, until they are measured. */
  expect(faces: ReadonlyMap<ClaimId, CardFace>, sizes: ReadonlyMap<ClaimId, Size>): void {
    for (const [claim, face] of faces) {
      const { width, height } = sizes.get(claim) ?? noSize;
      Object.assign(this.#known.of(face), { size: { width, height }, isMeasured: false });
    }
  }

  /**
   * Measures some of these cards that were only reckoned, if there are any. Whether there were; if one is taller or
   * shorter than it was held to be, `changed` is called.
   */
  check(faces: Iterable<CardFace>): boolean {
    const guessed = new Map<KnownSize, CardFace>();
    for (const face of faces) {
      const known = this.#known.of(face);
      if (known.size !== noSize && !known.isMeasured) guessed.set(known, face);
      if (guessed.size === checkedAtOnce) break;
    }
    const before = [...guessed.keys()].map(({ size }) => size.height);
    this.#measureAll([...guessed.values()]);
    if ([...guessed.keys()].some(({ size }, at) => size.height !== before[at])) {
      this.#known.faces = null;
      this.#changed();
    }
    return guessed.size > 0;
  }

  /** Fonts or the text size have changed: what was measured holds no longer. */
  forget(): void {
    this.stop();
    this.#known.forget();
  }

  /** Reckons no further; what is known stays. */
  stop(): void {
    this.#reckoning?.abort();
  }

  /** The claims among these whose cards are not of the size that they had last, with the size that they have. */
  #resized(
    claims: Iterable<ClaimId>,
    faces: ReadonlyMap<ClaimId, CardFace>,
  ): readonly (readonly [ClaimId, Size | undefined])[] {
    const resized: [ClaimId, Size | undefined][] = [];
    for (const claim of claims) {
      const face = faces.get(claim);
      const [was, is] = [this.#known.last.get(claim), face && this.#known.of(face).size];
      if (was !== is && (was?.width !== is?.width || was?.height !== is?.height)) resized.push([claim, is]);
    }
    return resized;
  }

  #measureAll(faces: readonly CardFace[]): void {
    const once = new Map(faces.map((face) => [this.#known.of(face), face]));
    const sizes = this.#measure.sizesOf([...once.values()]);
    for (const [at, known] of [...once.keys()].entries())
      Object.assign(known, { size: sizes[at] ?? noSize, isMeasured: true });
  }

  async #reckon(faces: readonly CardFace[]): Promise<void> {
    const { signal } = (this.#reckoning = new AbortController());
    const all = faces.map((face): Reckoned => [face, this.#known.of(face)]);
    try {
      const { reckoning } = await import("#elements/map/reckoning.ts");
      await inTurns(reckoning(all, this.#measure), { signal });
    } catch {
      if (signal.aborted) return;
      this.#measureAll(faces);
    }
    if (!signal.aborted) this.#changed();
  }
}
