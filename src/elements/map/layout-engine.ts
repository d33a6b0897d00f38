import type { LayOut } from "#elements/map/drawing.ts";
import { workerAddress } from "#elements/worker-addresses.ts";
import { createLayoutClient, type LayoutClient } from "#layout/client.ts";
import { layoutOnPage } from "#layout/layout.ts";
import { shownClaims } from "#session/folding.ts";

/** Up to this many cards the picture is there before the next frame; more would hold the page up. */
const smallMap = 120;

/** Lays maps out: small ones at once, large ones in the app's own worker. */
export class LayoutEngine {
  #client: LayoutClient | null = null;

  readonly layOut: LayOut = (request) => {
    if (shownClaims(request.forest, request.folded).length <= smallMap) return layoutOnPage(request);
    this.#client ??= createLayoutClient(startWorker);
    return this.#client.layout(request);
  };

  close(): void {
    this.#client?.close();
    this.#client = null;
  }
}

function startWorker(): Worker {
  return new Worker(workerAddress("layout"), { type: "module" });
}
