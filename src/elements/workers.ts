// oxlint-disable import/default -- Vite makes these modules.
import layoutUrl from "#layout/layout.worker.ts?worker&url";
import foldUrl from "#store/fold.worker.ts?worker&url";

/** The app's own workers, and where they are. */
const addresses = { layout: layoutUrl, fold: foldUrl };

interface Policy {
  createScriptURL(url: string): string;
}

let policy: Policy | null = null;

/** Starts one of the app's own workers. Trusted Types admit these addresses and no other (see the policy in index.html). */
export function startWorker(name: keyof typeof addresses): Worker {
  policy ??= makePolicy();
  return new Worker(policy.createScriptURL(addresses[name]), { type: "module", name });
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
