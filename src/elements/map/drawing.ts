import { effect, type ReadonlySignal, signal, untracked } from "@preact/signals-core";
import type { CardMeasure } from "#elements/map/card-measure.ts";
import { citationOn } from "#elements/map/citation.ts";
import { type CardFace, facesOf } from "#elements/map/face.ts";
import type { Drawn } from "#elements/map/map-scene.ts";
import type { Picture, Size } from "#layout/picture.ts";
import type { LayoutRequest } from "#layout/request.ts";
import type { ClaimId } from "#model/ids.ts";
import type { MapSession } from "#session/map-session.ts";
import type { Choices } from "#session/settings.ts";
import { mapWords } from "#words/map.ts";

/** What lays a map out: at once where it is small, later where it is large, `null` when a newer request overtook it. */
export type LayOut = (request: LayoutRequest) => Picture | Promise<Picture | null>;

/** What a drawing is made from, and where it goes. */
export interface DrawingParts {
  readonly session: MapSession;
  readonly choices: ReadonlySignal<Choices>;
  readonly measure: CardMeasure;
  readonly layOut: LayOut;
  readonly drawn: Drawn;
}

interface Laid {
  readonly forest: LayoutRequest["forest"];
  readonly folded: LayoutRequest["folded"];
  readonly stackLeaves: boolean;
  readonly sizes: ReadonlyMap<ClaimId, Size>;
}

const noSize: Size = { width: 0, height: 0 };

/** Follows the session: faces for the claims that are shown, their sizes, and the picture that they make. */
export class Drawing {
  readonly faces = signal<ReadonlyMap<ClaimId, CardFace>>(new Map());
  /** What is being typed, before it is in the map. */
  readonly typed = signal<{ readonly claim: ClaimId; readonly text: string } | null>(null);
  readonly #fonts = signal(0);
  readonly #parts: DrawingParts;
  readonly #stops: (() => void)[] = [];
  #last: Laid | null = null;
  #isRunning = false;

  constructor(parts: DrawingParts) {
    this.#parts = parts;
  }

  start(): void {
    this.#isRunning = true;
    document.fonts.addEventListener("loadingdone", this.#fontsLoaded);
    this.#stops.push(
      () => document.fonts.removeEventListener("loadingdone", this.#fontsLoaded),
      effect(() => this.#remeasure(this.#parts.choices.value.textSize)),
      effect(() => this.#follow()),
    );
  }

  stop(): void {
    this.#isRunning = false;
    for (const stop of this.#stops.splice(0)) stop();
    this.#last = null;
  }

  readonly #fontsLoaded = (): void => this.#remeasure();

  #remeasure(_textSize?: string): void {
    this.#parts.measure.forget();
    this.#last = null;
    this.#fonts.value = this.#fonts.peek() + 1;
  }

  #follow(): void {
    const { session, choices, measure } = this.#parts;
    void this.#fonts.value;
    const faces = this.#faces();
    const typed = this.typed.value;
    const sizes = untracked(() => measure.sizesOf(withTyped(faces, typed).values()));
    const now = {
      forest: session.focus.forest.value,
      folded: session.folding.value,
      stackLeaves: choices.value.stackLeaves,
      sizes,
    };
    const map = session.map.value;
    untracked(() => {
      this.faces.value = faces;
      if (this.#last !== null && isSameDrawing(this.#last, now)) return;
      this.#last = now;
      this.#layOut({ map, ...now, sizeOf: (claim) => sizes.get(claim) ?? noSize });
    });
  }

  #faces(): ReadonlyMap<ClaimId, CardFace> {
    const { session } = this.#parts;
    return facesOf(
      {
        map: session.map.value,
        forest: session.focus.forest.value,
        folding: session.folding.value,
        counts: session.counts.value,
        aspects: session.comparing.value?.aspects,
        citationOf: citationOn,
      },
      session.shown.value,
    );
  }

  #layOut(request: LayoutRequest): void {
    const picture = this.#parts.layOut(request);
    if (!(picture instanceof Promise)) return this.#show(picture);
    void picture.then(
      (late) => late && this.#show(late),
      () => this.#sayNotDrawn(),
    );
  }

  #sayNotDrawn(): void {
    const { refused, inHand } = this.#parts.session;
    if (this.#isRunning) refused.value = { claim: inHand.peek(), sentence: mapWords.notDrawn };
  }

  #show(picture: Picture): void {
    const { session, drawn } = this.#parts;
    if (!this.#isRunning) return;
    const before = session.picture.peek();
    session.picture.value = picture;
    drawn(before, picture);
  }
}

function withTyped(
  faces: ReadonlyMap<ClaimId, CardFace>,
  typed: { readonly claim: ClaimId; readonly text: string } | null,
): ReadonlyMap<ClaimId, CardFace> {
  const face = typed && faces.get(typed.claim);
  return face && typed ? new Map(faces).set(typed.claim, { ...face, text: typed.text }) : faces;
}

function isSameDrawing(a: Laid, b: Laid): boolean {
  if (a.forest !== b.forest || a.folded !== b.folded || a.stackLeaves !== b.stackLeaves) return false;
  if (a.sizes.size !== b.sizes.size) return false;
  for (const [claim, size] of b.sizes) {
    const before = a.sizes.get(claim);
    if (before?.width !== size.width || before.height !== size.height) return false;
  }
  return true;
}
