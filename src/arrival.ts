import "@fontsource-variable/inter/wght.css";
import "@fontsource-variable/source-serif-4/wght.css";
import "@fontsource-variable/source-serif-4/wght-italic.css";
import "virtual:first-picture.css";
import "#elements/first-picture.css";
import "#elements/look.css";
import { askAhead } from "#storage/likeness-entries.ts";

const { arrival } = document.documentElement.dataset;

/** The fonts of cards, their eyebrows and the map's question: one that came later would have all text laid out again. */
for (const font of [
  '17px "Source Serif 4 Variable"',
  'italic 14px "Source Serif 4 Variable"',
  '12px "Inter Variable"',
])
  void document.fonts.load(font);

/** What a map of one's own is shown from comes while the app's script does: what was kept of it, and the code that reads that. */
function askForOwn(): void {
  const map = mapAhead();
  if (map !== null) askAhead("counterpoint", map);
  for (const part of [import("#store/likening.ts"), import("#storage/likenesses.ts")])
    part.catch(() => undefined);
}

/** The map that the address names, or that was open last. */
function mapAhead(): string | null {
  try {
    const [, named] = /^#\/m\/([^/]+)/.exec(location.hash) ?? [];
    if (named !== undefined) return decodeURIComponent(named);
    return /^(?:#\/?)?$/.test(location.hash) ? localStorage.getItem("counterpoint.map") : null;
  } catch {
    return null;
  }
}

/*
 * What the page asks for first: the styles, which the build puts into the page, and then the app. That is a step of
 * its own so that the page's picture of the first map is painted while the app's script is on its way.
 */
if (arrival === "own") askForOwn();
void import("#main.ts").catch(() => document.getElementById("not-loaded")?.removeAttribute("hidden"));
