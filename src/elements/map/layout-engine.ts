import type { LayOut } from "#elements/map/drawing.ts";
import { startWorker } from "#elements/workers.ts";
import type { LayoutClient } from "#layout/client.ts";
import type { Picture } from "#layout/picture.ts";
import type { LayoutRequest } from "#layout/request.ts";
import { layoutSmall } from "#layout/small-layout.ts";
import { shownClaims } from "#model/first-folding.ts";

/** Up to this many cards the picture is there before the next frame; more would hold the page up. */
const smallMap = 120;

/** Lays maps out: small ones at once, large ones in the app's own worker. */
export class LayoutEngine {
  #client: Promise<LayoutClient | null> | null = null;
  #asked = 0;
  /** The newest request whose picture is there. */
  #answered = 0;

  readonly layOut: LayOut = (request) => {
    const number = ++this.#asked;
    if (shownClaims(request.forest, request.folded).length > smallMap) return this.#later(request, number);
    this.#answered = number;
    return layoutSmall(request);
  };

  close(): void {
    void this.#client?.then((client) => client?.close());
    this.#client = null;
  }

  /** `null` where a small map, asked for later, is on screen by then. */
  async #later(request: LayoutRequest, number: number): Promise<Picture | null> {
    this.#client ??= startClient();
    const client = await this.#client;
    const picture = client === null ? layoutSmall(request) : await client.layout(request);
    if (number < this.#answered) return null;
    this.#answered = number;
    return picture;
  }
}

/** Fetched when a large map first needs it; `null` where it cannot be had. */
async function startClient(): Promise<LayoutClient | null> {
  try {
    const { createLayoutClient } = await import("#layout/client.ts");
    return createLayoutClient(() => startWorker("layout"));
  } catch {
    return null;
  }
}
