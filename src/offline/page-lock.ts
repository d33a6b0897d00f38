const prefix = "counterpoint page ";

/** Says for as long as the page lives that it runs the version whose app is at this address. */
export function holdPage(app: string): void {
  if (!("locks" in navigator)) return;
  const forever = new Promise<never>(() => undefined);
  void navigator.locks.request(prefix + app, { mode: "shared" }, () => forever).catch(() => undefined);
}

/** The apps of all pages that are open under an address, one entry a page. */
export async function openPages(scope: string): Promise<readonly string[]> {
  if (!("locks" in navigator)) return [];
  const { held = [] } = await navigator.locks.query();
  return held
    .map(({ name = "" }) => name)
    .filter((name) => name.startsWith(prefix + scope))
    .map((name) => name.slice(prefix.length));
}
