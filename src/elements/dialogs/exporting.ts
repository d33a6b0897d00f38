import type { Refusal } from "#commands/command.ts";
import { seenLook } from "#elements/dialogs/seen-look.ts";
import { arguersOn } from "#elements/map/arguers.ts";
import { citationOn } from "#elements/map/citation.ts";
import type { Look, Theme } from "#export/look.ts";
import type { Laid } from "#export/map-svg.ts";
import type { Folding } from "#model/first-folding.ts";
import { forestOf } from "#model/forest.ts";
import type { ClaimId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import { blindMap } from "#session/blind-map.ts";
import { bareContents, fileContents } from "#session/file-contents.ts";
import type { Looking, Seen } from "#session/looking.ts";
import type { OpenMap } from "#store/open-map.ts";
import { inTurns, type Watched } from "#store/turns.ts";
import { writeBeside, type Writing } from "#store/writing-client.ts";
import { exportWords } from "#words/export.ts";

export const exportFormats = ["native", "argdown", "svg", "png", "bibtex", "ris", "csl"] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** A way to look at a map, and what is seen so. */
export interface AsSeen {
  readonly looking: Looking;
  readonly seen: Seen;
}

/** What is to be written for others than Counterpoint, and how. Theme and folding are about pictures only. */
export interface ExportChoice {
  readonly format: Exclude<ExportFormat, "native">;
  readonly theme: Theme;
  /** Claims whose branches are left out of a picture. */
  readonly folded: Folding;
  /** How the map is looked at, where it is to be written so; `null` for the whole of it. A list of sources is always whole. */
  readonly asSeen: AsSeen | null;
}

/** A file for the person's disk. */
export interface ExportedFile {
  readonly name: string;
  readonly contents: Blob;
}

const extensions: Readonly<Record<ExportChoice["format"], string>> = {
  argdown: ".argdown",
  svg: ".svg",
  png: ".png",
  bibtex: ".bib",
  ris: ".ris",
  csl: ".json",
};
const longestName = 80;

/**
 * Writes the map as a file to open again: with its history, so that copies can be merged, and the person's name on it;
 * or `bare`, as another map that says only what this one says now, without private notes. Rejects with a sentence.
 */
export async function exportCopy(
  open: OpenMap,
  by: string,
  bare: boolean,
  writing: Writing,
): Promise<ExportedFile> {
  const { map, contents } = await (bare ? bareContents(open, writing) : fileContents(open, by, writing));
  return { name: fileName(map.about.title, ".argmap.json"), contents };
}

/** Writes a map as a file. Each format's writer is loaded when it is wanted. Rejects with the signal's reason when that aborts. */
export async function exportFile(
  map: ArgumentMap,
  choice: ExportChoice,
  writing: Writing,
): Promise<ExportedFile | Refusal> {
  const contents = await contentsOf(map, choice, writing);
  return "refused" in contents
    ? contents
    : { name: fileName(map.about.title, extensions[choice.format]), contents };
}

/** The title as a file's name, without what some system does not allow in one. */
export function fileName(title: string, extension: string): string {
  const name = title
    .replaceAll(/[\p{Cc}\p{Cf}<>:"/\\|?*]/gu, " ")
    .replaceAll(/\s+/g, " ")
    .replace(/^[. ]+/, "")
    .slice(0, longestName)
    .replace(/[. ]+$/, "");
  return `${name || "map"}${extension}`;
}

async function contentsOf(map: ArgumentMap, choice: ExportChoice, writing: Writing): Promise<Blob | Refusal> {
  const { format, asSeen } = choice;
  if (format === "argdown") {
    const masks = asSeen?.seen.masks ?? null;
    return writeBeside(masks === null ? map : blindMap(map, masks), { type: "argdown" }, writing);
  }
  if (format === "svg" || format === "png") return pictureOf(map, { ...choice, format }, writing);
  const { writeSources } = await import("#interchange/sources-write.ts");
  const items = [...map.sources.values()].map(({ item }) => item);
  return new Blob([await inTurns(await writeSources(items, format), writing)], { type: "text/plain" });
}

/** A picture of the map, drawn in turns with what else the page does, with the fonts for its letters, so that it looks alike everywhere. */
async function pictureOf(
  map: ArgumentMap,
  { format, theme, folded, asSeen }: ExportChoice & { readonly format: "svg" | "png" },
  watched: Watched,
): Promise<Blob | Refusal> {
  const { layingOut } = await import("#export/map-svg.ts");
  await document.fonts.ready;
  const forest = forestOf(map);
  const isThesis = (claim: ClaimId) => forest.nodes.get(claim)?.parent === null;
  const look: Look = {
    theme,
    measure: measuring(),
    citationOf: ({ id }) => citationOn(map, id),
    arguersOf: ({ id }) => arguersOn(map, id, isThesis(id)),
    ...(asSeen && seenLook(asSeen.looking, asSeen.seen, isThesis)),
  };
  const ends = format === "svg" ? 0.6 : 0.2;
  const laid = await inTurns(layingOut(map, forest, folded, look), shareOf(watched, 0, ends));
  return format === "svg" ? svgOf(laid, shareOf(watched, ends, 1)) : pngOf(laid, shareOf(watched, ends, 1));
}

async function svgOf(laid: Laid, watched: Watched): Promise<Blob> {
  const [{ drawing }, { embeddedFonts }] = await Promise.all([
    import("#export/map-svg.ts"),
    import("#export/fonts.ts"),
  ]);
  const { letters, svg } = await inTurns(drawing(laid), watched);
  return new Blob([...svg(await embeddedFonts(letters))], { type: "image/svg+xml" });
}

async function pngOf(laid: Laid, watched: Watched): Promise<Blob | Refusal> {
  const [{ pngSize }, { tiledPng }, { startWorker }] = await Promise.all([
    import("#export/png-size.ts"),
    import("#export/tiled-png.ts"),
    import("#elements/workers.ts"),
  ]);
  const found = pngSize(laid.sheet);
  if ("refused" in found) return found;
  try {
    return await tiledPng(laid, found, { ...watched, makeWorker: () => startWorker("png") });
  } catch {
    watched.signal?.throwIfAborted();
    return { refused: exportWords.notDrawn };
  }
}

/** A part of the work, from one share of it to another. */
function shareOf({ tell, signal }: Watched, from: number, to: number): Watched {
  return { tell: (done) => tell?.(from + done * (to - from)), ...(signal && { signal }) };
}

function measuring(): Look["measure"] {
  const pen = document.createElement("canvas").getContext("2d");
  return (text, font) => {
    if (pen === null) return text.length * 8;
    if (pen.font !== font) pen.font = font;
    return pen.measureText(text).width;
  };
}
