import type { Action, ActionGroup, Context } from "#actions/action.ts";
import { fit } from "#elements/dialogs/matching.ts";

/** Actions that are listed together: what was used lately, or one group of the catalogue. */
export interface PaletteSection {
  readonly group: ActionGroup | "recent" | "found";
  readonly actions: readonly Action[];
}

const recentShown = 4;

/**
 * What the palette lists: with nothing typed, what was used lately and then the catalogue by groups;
 * otherwise what fits best first, and of two that fit alike the one that was used later.
 * Only what can be done now is listed.
 */
export function paletteSections(
  catalogue: readonly Action[],
  context: Context,
  typed: string,
  recent: readonly string[],
): readonly PaletteSection[] {
  const possible = catalogue.filter((action) => action.id !== "app.palette" && action.when(context));
  return typed.trim() === ""
    ? byGroup(possible, recent.slice(0, recentShown))
    : [{ group: "found", actions: byFit(possible, context, typed, recent) }];
}

function byGroup(possible: readonly Action[], recent: readonly string[]): readonly PaletteSection[] {
  const lately = recent.flatMap((id) => possible.find((action) => action.id === id) ?? []);
  const rest = possible.filter((action) => !recent.includes(action.id));
  const groups = [...new Set(rest.map((action) => action.group))];
  const sections: PaletteSection[] = groups.map((group) => ({
    group,
    actions: rest.filter((action) => action.group === group),
  }));
  return lately.length === 0 ? sections : [{ group: "recent", actions: lately }, ...sections];
}

function byFit(
  possible: readonly Action[],
  context: Context,
  typed: string,
  recent: readonly string[],
): readonly Action[] {
  const rank = (action: Action) => (recent.includes(action.id) ? recent.indexOf(action.id) : recent.length);
  return possible
    .map((action) => ({ action, fits: fit(typed, action.name(context)) }))
    .filter((found): found is { action: Action; fits: number } => found.fits !== null)
    .sort((a, b) => b.fits - a.fits || rank(a.action) - rank(b.action))
    .map(({ action }) => action);
}
