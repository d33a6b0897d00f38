import { contentId } from "#interchange/content-id.ts";
import { dismissalsIn } from "#interchange/dismissals.ts";
import { NATIVE_FORMAT, NATIVE_VERSION } from "#interchange/native-file.ts";
import { readHistory } from "#interchange/native-history.ts";
import { oddDates } from "#interchange/odd-dates.ts";
import { parseJson } from "#interchange/json-text.ts";
import { asHolder, asSource, check, type MapFile, mapFile } from "#interchange/map-schema.ts";
import { type Data, describeJson, isData, plainJson } from "#interchange/plain-json.ts";
import { type ReadOutcome, reading, Unreadable } from "#interchange/reading.ts";
import type { Claim } from "#model/claim.ts";
import type { MapId } from "#model/ids.ts";
import { MAX_CLAIMS } from "#model/limits.ts";
import type { ArgumentMap } from "#model/map.ts";
import { asImages } from "#model/image.ts";
import { asAttributions } from "#model/people.ts";
import { interchangeWords as words } from "#words/interchange.ts";

/** As a `ReadOutcome`, with the file's images before they were looked at: see `readImages`. */
export type NativeOutcome = ReadOutcome & { readonly packed?: unknown };

/**
 * Reads the text of an `.argmap.json` file. Refuses, with what was found, where, and what was expected: what is no
 * JSON or is cut off, other JSON, newer versions, values of the wrong type, ids that are there twice.
 */
export function readNative(text: string): NativeOutcome {
  return reading(() => {
    const { file: parsed, history: bytes, images: packed } = parted(parseJson(text));
    const file = plainJson(parsed);
    if (!isData(file)) throw new Unreadable(words.otherFormat(describeJson(file), NATIVE_FORMAT));
    refuseOthers(file);
    const checked = check(mapFile, file);
    if ("fault" in checked) throw new Unreadable(checked.fault);
    const map = mapIn(checked.value, text);
    const odd = oddDates(map);
    const history = readHistory(bytes);
    const read = { map, ...(packed !== undefined && { packed }) };
    if (history !== null) return { ...read, warnings: odd, history };
    return { ...read, warnings: bytes === undefined ? odd : [words.historyLeft, ...odd] };
  });
}

interface Parted {
  readonly file: unknown;
  readonly history: unknown;
  readonly images: unknown;
}

/** What is there to be read, and apart from it document and images, whose bytes are no text that anyone writes or sees: they may be of any length. */
function parted(parsed: unknown): Parted {
  if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed))
    return { file: parsed, history: undefined, images: undefined };
  const { history, images, ...file } = parsed as Readonly<Record<string, unknown>>;
  return { file, history, images };
}

function refuseOthers(file: Data): void {
  const { format, version, claims } = file;
  if (format !== NATIVE_FORMAT) throw new Unreadable(words.otherFormat(describeJson(format), NATIVE_FORMAT));
  if (typeof version !== "number" || !Number.isInteger(version) || version < 1) {
    throw new Unreadable(words.unknownVersion(describeJson(version), NATIVE_VERSION));
  }
  if (version > NATIVE_VERSION) throw new Unreadable(words.newerVersion(String(version), NATIVE_VERSION));
  if (Array.isArray(claims) && claims.length > MAX_CLAIMS) {
    throw new Unreadable(words.tooManyClaims(claims.length, MAX_CLAIMS));
  }
}

function mapIn(
  { id, title, question, language, leavesOut, dismissed, ...records }: MapFile,
  text: string,
): ArgumentMap {
  const { claims, relations, sources, holders, schools } = records;
  return {
    id: id === "" ? contentId(title, text) : (id as MapId),
    about: { title, question, language, leavesOut, dismissed: dismissalsIn(dismissed) },
    claims: byId("claims", claims.map(asClaim)),
    relations: byId("relations", relations),
    sources: byId("sources", sources.map(asSource)),
    holders: byId("holders", holders.map(asHolder)),
    schools: byId("schools", schools),
  };
}

function asClaim({ attributions, images, ...fields }: MapFile["claims"][number]): Claim {
  if (attributions.length === 0 && images.length === 0) return { ...fields, attributions, images };
  return {
    ...fields,
    attributions: asAttributions([...byId("attributions", attributions).values()]),
    images: asImages([...byId("images", images).values()]),
  };
}

function byId<Id extends string, Item extends { readonly id: Id }>(
  place: string,
  items: readonly Item[],
): ReadonlyMap<Id, Item> {
  const map = new Map<Id, Item>();
  for (const item of items) {
    if (map.has(item.id)) throw new Unreadable(words.doubled(JSON.stringify(place), item.id));
    map.set(item.id, item);
  }
  return map;
}
