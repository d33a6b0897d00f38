/** A few words in a place that does not share the database's fate: how many maps there are, and since when that is so. */
export interface Mark {
  readonly maps: number;
  readonly at: number;
  /** Whether the library was lost while it was in use. */
  readonly isLost: boolean;
}

/** Everything of ours in localStorage begins so. */
const OURS = "counterpoint.";

/** The keys of the notes that pages have left; see `left-notes.ts`. */
export function noteKeys(library: string): readonly string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(noteKey(library, "")));
  } catch {
    return [];
  }
}

export function noteKey(library: string, page: string): string {
  return `${OURS}left ${library} ${page}`;
}

/** The database's own name is in the key, so that each library has its own mark. */
function keyOf(name: string): string {
  return name === "counterpoint" ? `${OURS}mark` : `${OURS}mark ${name}`;
}

/** Whatever stands there, the result is a mark or `null`. */
export function readMark(name: string): Mark | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(name)) ?? "null");
    if (typeof kept !== "object" || kept === null) return null;
    const { maps, at, isLost } = kept as Partial<Record<keyof Mark, unknown>>;
    return typeof maps === "number" && maps > 0 && typeof at === "number"
      ? { maps, at, isLost: isLost === true }
      : null;
  } catch {
    return null;
  }
}

/** Without maps there is no mark. */
export function writeMark(name: string, maps: number): void {
  const before = readMark(name);
  if (maps !== (before?.maps ?? 0) || before?.isLost) put(name, maps, false);
}

/** Leaves word for the next visit that the library of this one, of so many maps as far as anyone knows, is gone. */
export function markLoss(name: string, maps: number): void {
  const before = readMark(name);
  if (before?.isLost !== true) put(name, Math.max(before?.maps ?? 1, maps), true);
}

function put(name: string, maps: number, isLost: boolean): void {
  try {
    if (maps === 0) localStorage.removeItem(keyOf(name));
    else localStorage.setItem(keyOf(name), JSON.stringify({ maps, at: Date.now(), isLost } satisfies Mark));
  } catch {
    // A browser that keeps nothing here has the second copy to go by.
  }
}

export function removeMarks(): void {
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(OURS)) localStorage.removeItem(key);
  } catch {
    // Nothing is kept there, so there is nothing to remove.
  }
}
