import type { AsSeen, ExportFormat } from "#elements/dialogs/exporting.ts";
import { saidOf } from "#elements/dialogs/seen-look.ts";
import type { MapSession } from "#session/map-session.ts";
import { dialogWords as words } from "#words/dialogs.ts";

/** What there is to choose where the map is looked at in another way than as ever: nothing, where a format is always whole. */
export type SeenChoice =
  | { readonly type: "whole"; readonly sentence: string }
  | { readonly type: "choice"; readonly format: "picture" | "text"; readonly said: string };

/** How the map is looked at now; `null` where all is as ever. */
export function asSeenIn(session: MapSession): AsSeen | null {
  const looking = session.looking.peek();
  const seen = looking?.seen.peek() ?? null;
  return looking === null || seen === null ? null : { looking, seen };
}

export function seenChoice(format: ExportFormat, { looking, seen }: AsSeen): SeenChoice {
  const said = saidOf(looking, seen);
  const isPicture = format === "svg" || format === "png";
  if (isPicture) return { type: "choice", format: "picture", said };
  const isBlind = seen.masks !== null;
  if (format === "argdown" && isBlind) return { type: "choice", format: "text", said: words.blindText };
  const kind = format === "native" || format === "argdown" ? format : "sources";
  return { type: "whole", sentence: words.alwaysWhole[kind] };
}
