// oxlint-disable-next-line import/default -- Vite makes this module.
import workerUrl from "#layout/layout.worker.ts?worker&url";
import type { LayOut } from "#elements/map/drawing.ts";
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

interface ScriptUrls {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): string };
}

let policy: { createScriptURL(url: string): string } | null = null;

/** Trusted Types admit this one address and no other (see the policy in index.html). */
function startWorker(): Worker {
  const factory = (globalThis as { trustedTypes?: ScriptUrls }).trustedTypes;
  policy ??= factory?.createPolicy("counterpoint-workers", {
    createScriptURL: (url) => {
      if (url !== workerUrl) throw new TypeError(`The layout worker is at ${workerUrl}, not at ${url}.`);
      return url;
    },
  }) ?? { createScriptURL: (url) => url };
  return new Worker(policy.createScriptURL(workerUrl), { type: "module" });
}
