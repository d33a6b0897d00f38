// oxlint-disable import/default -- Vite makes these modules.
import fittingUrl from "#elements/images/fitting.worker.ts?worker&url";
import graphUrl from "#layout/graph.worker.ts?worker&url";
import pngUrl from "#export/png.worker.ts?worker&url";
import layoutUrl from "#layout/layout.worker.ts?worker&url";
import filesUrl from "#storage/files.worker.ts?worker&url";
import comparingUrl from "#store/comparing.worker.ts?worker&url";
import foldUrl from "#store/fold.worker.ts?worker&url";
import readingUrl from "#store/reading.worker.ts?worker&url";
import writingUrl from "#store/writing.worker.ts?worker&url";

/** Every script of the app that may run beside the page, and where it is. */
const addresses = {
  layout: layoutUrl,
  graph: graphUrl,
  comparing: comparingUrl,
  files: filesUrl,
  fitting: fittingUrl,
  fold: foldUrl,
  png: pngUrl,
  reading: readingUrl,
  writing: writingUrl,
  offline: new URL("./service-worker.js", document.baseURI).href,
};

interface Policy {
  createScriptURL(url: string): string;
}

let policy: Policy | null = null;

/** Starts one of the app's own workers. */
export function startWorker(name: Exclude<keyof typeof addresses, "offline">): Worker {
  return new Worker(workerAddress(name), { type: "module", name });
}

/** Where one of them is. Trusted Types admit these addresses and no other (see the policy in index.html). */
export function workerAddress(name: keyof typeof addresses): string {
  policy ??= makePolicy();
  return policy.createScriptURL(addresses[name]);
}

function makePolicy(): Policy {
  const { trustedTypes } = globalThis as {
    trustedTypes?: { createPolicy(name: string, rules: Policy): Policy };
  };
  const own: readonly string[] = Object.values(addresses);
  const createScriptURL = (url: string) => {
    if (!own.includes(url))
      throw new TypeError(`The app has no worker at ${url}; its own are ${own.join(", ")}.`);
    return url;
  };
  return trustedTypes?.createPolicy("counterpoint-workers", { createScriptURL }) ?? { createScriptURL };
}
