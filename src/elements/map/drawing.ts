import { effect, type ReadonlySignal, signal, untracked } from "@preact/signals-core";
import type { CardMeasure } from "#elements/map/card-measure.ts";
import { CardSizes } from "#elements/map/card-sizes.ts";
import { citationOn } from "#elements/map/citation.ts";
import type { CardFace } from "#elements/map/face.ts";
import { type KeptDrawing, keptFor, type Laid } from "#elements/map/kept-drawing.ts";
import { noSize } from "#elements/map/known-size.ts";
import type { Drawn } from "#elements/map/map-scene.ts";
import { sketched, sketchOf } from "#elements/map/sketch.ts";
import type { Picture } from "#layout/picture.ts";
import type { LayoutRequest } from "#layout/request.ts";
import type { ClaimId } from "#model/ids.ts";
import { layered } from "#model/layered.ts";
import type { MapSession } from "#session/map-session.ts";
import type { Choices } from "#session/settings.ts";
import { sketchingOf } from "#store/sketching.ts";
import { whenIdle } from "#store/turns.ts";
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

/** Follows the session: faces for the claims that are shown, their sizes, and the picture that they make. */
export class Drawing {
  readonly faces = signal<ReadonlyMap<ClaimId, CardFace>>(new Map());
  /** What is being typed, before it is in the map. */
  readonly typed = signal<{ readonly claim: ClaimId; readonly text: string } | null>(null);
  /** How often cards have turned out to be of other sizes. */
  readonly #resized = signal(0);
  readonly #sizes: CardSizes;
  readonly #kept: KeptDrawing;
  readonly #parts: DrawingParts;
  readonly #stops: (() => void)[] = [];
  #last: Laid | null = null;
  #isRunning = false;
  /** Whether sizes are held to be what they were at the last visit; fonts that come bring nothing new then. */
  #isExpecting = false;
  /** Claims whose cards are in the page, some of which may be taller or shorter than they are held to be. */
  #unchecked: readonly ClaimId[] = [];

  constructor(parts: DrawingParts) {
    this.#parts = parts;
    this.#kept = keptFor(parts.session);
    this.#sizes = new CardSizes(parts.measure, () => this.#resized.value++, this.#kept.sizes);
  }

  start(): void {
    this.#isRunning = true;
    const sketching = sketchingOf(this.#parts.session.open);
    sketching.make = (map) =>
      sketchOf(map, this.#parts.choices.peek(), (faces) => this.#sizes.measured(faces));
    document.fonts.addEventListener("loadingdone", this.#fontsCame);
    this.#stops.push(
      () => (sketching.make = null),
      () => document.fonts.removeEventListener("loadingdone", this.#fontsCame),
      effect(() => {
        if (this.#setting() !== this.#kept.setting) this.#remeasure();
      }),
      effect(() => this.#follow()),
    );
  }

  /** The picture of the last visit, if this is the same screen: it is shown at once, and its cards are measured after that. */
  #sketched(faces: ReadonlyMap<ClaimId, CardFace>): Picture | null {
    const sketching = sketchingOf(this.#parts.session.open);
    if (sketching.kept === null || this.#kept.shown !== null) return null;
    const picture = sketched(sketching.kept, this.#parts.choices.peek(), faces);
    if (picture === null) sketching.kept = null;
    else this.#sizes.expect(faces, picture.cards);
    this.#isExpecting = picture !== null;
    return picture;
  }

  stop(): void {
    this.#isRunning = false;
    for (const stop of this.#stops.splice(0)) stop();
    this.#sizes.stop();
    this.#last = null;
    this.#unchecked = [];
  }

  /** Hears which cards are in the page: those whose heights were only reckoned are measured in quiet moments. */
  checkSizes(claims: readonly ClaimId[]): void {
    const isWaiting = this.#unchecked.length > 0;
    this.#unchecked = claims;
    if (isWaiting || claims.length === 0) return;
    whenIdle(() => {
      if (this.#isExpecting) void document.fonts.ready.then(this.#checkDue);
      else this.#checkDue();
    });
  }

  readonly #checkDue = (): void => {
    const due = this.#unchecked;
    this.#unchecked = [];
    if (due.length === 0) return;
    if (this.#check(due)) this.checkSizes(due);
    else this.#isExpecting = false;
  };

  /** Lays the map out again where one of these cards is another than reckoned. Whether there were any to be measured. */
  #check(claims: readonly ClaimId[]): boolean {
    const faces = this.faces.peek();
    return this.#sizes.check(claims.flatMap((claim) => faces.get(claim) ?? []));
  }

  /** What the sizes of cards depend on but for what they say. */
  #setting(): string {
    const fonts = [...document.fonts].filter(({ status }) => status === "loaded");
    return this.#parts.choices.value.textSize + fonts.length;
  }

  readonly #remeasure = (): void => {
    this.#kept.setting = untracked(() => this.#setting());
    this.#isExpecting = false;
    this.#sizes.forget();
    this.#last = null;
    this.#resized.value = this.#resized.peek() + 1;
  };

  readonly #fontsCame = (): void => {
    if (this.#isExpecting) this.#kept.setting = untracked(() => this.#setting());
    else this.#remeasure();
  };

  #follow(): void {
    const { session, choices } = this.#parts;
    void this.#resized.value;
    const faces = this.#faces();
    const typed = this.typed.value;
    const sketch = untracked(() => this.#sketched(faces));
    const sizes = untracked(() => this.#sizes.of(withTyped(faces, typed)));
    const [forest, folded] = [session.focus.forest.value, session.folding.value];
    const { stackLeaves } = choices.value;
    const map = session.map.value;
    untracked(() => {
      this.faces.value = faces;
      if (sizes === null) return;
      const now = { forest, folded, stackLeaves, sizes };
      if (this.#last !== null && isSameDrawing(this.#last, now)) return;
      const isFirst = this.#last === null && session.picture.peek() === null;
      this.#last = now;
      const { shown } = this.#kept;
      if (isFirst && shown !== null && isSameDrawing(shown[1], now)) this.#show(shown[0], now);
      else if (isFirst && sketch !== null) this.#show(sketch, now);
      else this.#layOut({ map, ...now, sizeOf: (claim) => sizes.get(claim) ?? noSize }, now);
    });
  }

  #faces(): ReadonlyMap<ClaimId, CardFace> {
    const { session } = this.#parts;
    return this.#kept.faces.of(
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

  #layOut(request: LayoutRequest, laid: Laid): void {
    const picture = this.#parts.layOut(request);
    if (!(picture instanceof Promise)) return this.#show(picture, laid);
    void picture.then(
      (late) => late && this.#show(late, laid),
      () => this.#sayNotDrawn(),
    );
  }

  #sayNotDrawn(): void {
    const { refused, inHand } = this.#parts.session;
    if (this.#isRunning) refused.value = { claim: inHand.peek(), sentence: mapWords.notDrawn };
  }

  #show(picture: Picture, laid: Laid): void {
    const { session, drawn } = this.#parts;
    if (!this.#isRunning) return;
    this.#kept.shown = [picture, laid];
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
  return face && typed ? layered(faces, [[typed.claim, { ...face, text: typed.text }]]) : faces;
}

function isSameDrawing(a: Laid, b: Laid): boolean {
  return (
    a.forest === b.forest && a.folded === b.folded && a.stackLeaves === b.stackLeaves && a.sizes === b.sizes
  );
}
