// oxlint-disable-next-line import/default -- Vite makes this module.
import layoutWorker from "#layout/layout.worker.ts?worker&url";
// oxlint-disable-next-line import/default -- Vite makes this module.
import readingWorker from "#store/reading.worker.ts?worker&url";

/** Every script that may run beside the page. */
const addresses = {
  layout: layoutWorker,
  reading: readingWorker,
  offline: new URL("./service-worker.js", document.baseURI).href,
};

interface ScriptUrls {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): string };
}

let policy: { createScriptURL(url: string): string } | null = null;

/** The address of one of the app's own workers. Trusted Types admit these and no others (see the policy in index.html). */
export function workerAddress(which: keyof typeof addresses): string {
  const factory = (globalThis as { trustedTypes?: ScriptUrls }).trustedTypes;
  policy ??= factory?.createPolicy("counterpoint-workers", { createScriptURL: admitted }) ?? {
    createScriptURL: admitted,
  };
  return policy.createScriptURL(addresses[which]);
}

function admitted(url: string): string {
  if (!Object.values(addresses).includes(url)) throw new TypeError(`${url} is no worker of this app.`);
  return url;
}
