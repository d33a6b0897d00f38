import { type KeptFile, KeptVersion } from "#offline/kept-version.ts";

declare const self: ServiceWorkerGlobalScope & {
  /** The build puts the list of its files here. */
  readonly __WB_MANIFEST: readonly KeptFile[];
};

const { registration, clients } = self;
// oxlint-disable-next-line no-underscore-dangle -- The name that the build looks for.
const version = new KeptVersion(registration.scope, self.__WB_MANIFEST);

/** Pages may come and go in any number of versions; files go only when no page can ask for them any more. */
async function tidy(): Promise<void> {
  const pages = await clients.matchAll({ type: "window", includeUncontrolled: true });
  const ours = pages.filter(({ url }) => url.startsWith(registration.scope));
  await version.tidy(ours.length, () => registration.installing === null && registration.waiting === null);
}

self.addEventListener("install", (event) => event.waitUntil(version.fetchAll()));
self.addEventListener("activate", (event) => event.waitUntil(clients.claim().then(tidy)));
self.addEventListener("message", (event) => {
  if (event.data === "take over") event.waitUntil(self.skipWaiting());
  if (event.data === "tidy") event.waitUntil(tidy());
});
self.addEventListener("fetch", (event) => {
  const answer = version.answer(event.request);
  if (answer !== null) event.respondWith(answer);
});
