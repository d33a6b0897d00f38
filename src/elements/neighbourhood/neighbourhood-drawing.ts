import { effect, type ReadonlySignal, signal, untracked } from "@preact/signals-core";
import type { CardMeasure } from "#elements/map/card-measure.ts";
import { CardSizes } from "#elements/map/card-sizes.ts";
import { textScales } from "#elements/map/detail-level.ts";
import type { CardFace } from "#elements/map/face.ts";
import type { Drawn, SceneDrawing } from "#elements/map/map-scene.ts";
import { neighbourFaces } from "#elements/neighbourhood/neighbour-faces.ts";
import { startWorker } from "#elements/workers.ts";
import { GraphClient } from "#layout/graph-client.ts";
import { graphOf, picturedBy, type PlacedNote } from "#layout/neighbourhood-graph.ts";
import type { Size } from "#layout/picture.ts";
import type { ClaimId } from "#model/ids.ts";
import { type Neighbourhood, neighbourhoodOf, type Passed } from "#model/neighbourhood.ts";
import type { MapSession } from "#session/map-session.ts";
import type { Choices } from "#session/settings.ts";
import { mapWords } from "#words/map.ts";

interface DrawingParts {
  readonly session: MapSession;
  readonly choices: ReadonlySignal<Choices>;
  readonly measure: CardMeasure;
  readonly drawn: Drawn;
}

const noSize: Size = { width: 0, height: 0 };
const none: Passed = { answered: 0, answers: 0 };
const plate: Size = { width: 176, height: 32 };

/** Follows the session: what stands around its centre, the faces of that, and the picture that a worker makes of it. */
export class NeighbourhoodDrawing implements SceneDrawing {
  readonly faces = signal<ReadonlyMap<ClaimId, CardFace>>(new Map());
  /** What the picture is of, and the plates in it. */
  readonly notes = signal<readonly PlacedNote[]>([]);
  readonly #passed = signal<{ readonly centre: ClaimId | null; readonly passed: Passed }>({
    centre: null,
    passed: none,
  });
  /** How often cards have turned out to be of other sizes. */
  readonly #resized = signal(0);
  readonly #sizes: CardSizes;
  readonly #parts: DrawingParts;
  readonly #client = new GraphClient(() => startWorker("graph"));
  readonly #stops: (() => void)[] = [];
  #last = "";

  constructor(parts: DrawingParts) {
    this.#parts = parts;
    this.#sizes = new CardSizes(parts.measure, () => this.#resized.value++);
  }

  /** How many of the claims beside the centre are passed over. */
  get passed(): Passed {
    const { centre, passed } = this.#passed.value;
    return centre === this.#parts.session.centre.value ? passed : none;
  }

  /** Shows others of the claims beside the centre. */
  pass(passed: Passed): void {
    this.#passed.value = { centre: this.#parts.session.centre.peek(), passed };
  }

  start(): void {
    document.fonts.addEventListener("loadingdone", this.#remeasure);
    this.#stops.push(
      () => document.fonts.removeEventListener("loadingdone", this.#remeasure),
      effect(() => {
        void this.#parts.choices.value.textSize;
        this.#remeasure();
      }),
      effect(() => this.#follow()),
    );
  }

  stop(): void {
    for (const stop of this.#stops.splice(0)) stop();
    this.#client.close();
    this.#parts.session.near.value = null;
  }

  readonly #remeasure = (): void => {
    this.#sizes.forget();
    this.#last = "";
    this.#resized.value = this.#resized.peek() + 1;
  };

  #follow(): void {
    const { session, choices } = this.#parts;
    const scale = textScales[choices.value.textSize];
    void this.#resized.value;
    const centre = session.centre.value;
    if (centre === null) return;
    const found = neighbourhoodOf(session.map.value, centre, this.passed);
    const faces = neighbourFaces(session, found);
    untracked(() => {
      const sizes = this.#sizes.of(faces);
      session.near.value = found;
      this.faces.value = faces;
      void this.#layOut(found, (claim) => sizes?.get(claim) ?? noSize, scale);
    });
  }

  async #layOut(found: Neighbourhood, sizeOf: (claim: ClaimId) => Size, scale: number): Promise<void> {
    const { session, drawn } = this.#parts;
    const graph = graphOf(found, sizeOf, { width: plate.width * scale, height: plate.height * scale });
    const kinds = found.relations.map(({ id, kind }) => [id, kind]);
    const key = JSON.stringify([graph, found.claims, kinds, found.rests]);
    if (key === this.#last) return;
    this.#last = key;
    try {
      const layout = await this.#client.layout(graph);
      if (layout === null || this.#stops.length === 0) return;
      const { picture, notes } = picturedBy(found, layout);
      const before = session.picture.peek();
      this.notes.value = notes;
      session.picture.value = picture;
      drawn(before, picture);
    } catch {
      session.refused.value = { claim: session.inHand.peek(), sentence: mapWords.notDrawn };
    }
  }
}
