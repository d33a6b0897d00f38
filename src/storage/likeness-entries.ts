/** The first line of an entry. */
export interface Head {
  readonly form: number;
  readonly map: string;
  /** The last record of the log that is in it, and its checksum, by which the log is known to be the same one. */
  readonly seq: number;
  readonly stamp: number;
  /** The SHA-256 of all that follows, which the browser finds beside the page. */
  readonly digest: string;
}

/** An entry that is whole. */
export interface Kept {
  readonly head: Head;
  readonly body: Uint8Array<ArrayBuffer>;
}

/** All that is kept of a map, and what its first screen shows: each `null` where there is none, or where it is damaged or cut off. */
type Entries = readonly [whole: Kept | null, first: Kept | null];

/** What was asked for before the app's script was there. */
let ahead: { readonly place: string; readonly entries: Promise<Entries> } | null = null;

/** Asks for the entries of a map that is about to be opened, so that they come while the app's script does. */
export function askAhead(database: string, map: string): void {
  const entries = entriesIn(database, map);
  entries.catch(() => undefined);
  ahead = { place: placeOf(database, map), entries };
}

/** The entries of a map. What was asked for ahead is given once: it may be written anew after that. */
export function entriesOf(database: string, map: string): Promise<Entries> {
  const asked = ahead;
  ahead = null;
  return asked?.place === placeOf(database, map) ? asked.entries : entriesIn(database, map);
}

export function cacheOf(database: string): string {
  return `${database} likenesses`;
}

/** Entries have addresses, that of the whole and that of the first screen; nothing is ever fetched from these. */
export function addressesOf(map: string): readonly [whole: string, first: string] {
  const whole = `/likenesses/${encodeURIComponent(map)}`;
  return [whole, `${whole}/first`];
}

export async function digestOf(body: Uint8Array<ArrayBuffer>): Promise<string> {
  return String(new Uint32Array(await crypto.subtle.digest("SHA-256", body)));
}

function placeOf(database: string, map: string): string {
  return `${cacheOf(database)} ${addressesOf(map)[0]}`;
}

async function entriesIn(database: string, map: string): Promise<Entries> {
  const cache = await caches.open(cacheOf(database));
  const [whole, first] = addressesOf(map).map(async (address) => entryOf(await cache.match(address), map));
  return [(await whole) ?? null, (await first) ?? null];
}

async function entryOf(entry: Response | undefined, map: string): Promise<Kept | null> {
  if (entry === undefined) return null;
  const bytes = new Uint8Array(await entry.arrayBuffer());
  const end = bytes.indexOf(0x0a);
  if (end < 0) return null;
  const head = JSON.parse(new TextDecoder().decode(bytes.subarray(0, end))) as Head;
  const body = bytes.subarray(end);
  return head.map === map && head.digest === (await digestOf(body)) ? { head, body } : null;
}
