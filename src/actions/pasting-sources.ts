import type { Context } from "#actions/action.ts";
import { newWorks } from "#citing/same-work.ts";
import { addSources } from "#commands/add-sources.ts";
import { isRefusal } from "#commands/command.ts";
import type { SourceFormat } from "#interchange/source-format.ts";
import { readSources } from "#interchange/sources-read.ts";
import type { SourceId } from "#model/ids.ts";
import { inTurns } from "#store/turns.ts";
import { sourceFileWords as words } from "#words/source-files.ts";

/** How many of those that could not be read are named in the notice. */
const named = 3;

/**
 * Adds the sources that a text of BibTeX, RIS or CSL-JSON holds to the open map, in one step, and says how many came,
 * how many the map had already, and which lines could not be read.
 */
export async function pasteSources(context: Context, text: string, format: SourceFormat): Promise<void> {
  const { workspace, session } = context;
  if (session === null) return;
  const steps = await readSources(text, format);
  if ("refused" in steps) return workspace.notices.show(steps.refused);
  const { items, bad } = await inTurns(steps);
  const fresh = newWorks([...session.map.peek().sources.values()], items);
  const sources = fresh.map((item) => ({ id: workspace.platform.mint() as SourceId, item }));
  if (sources.length > 0 && isRefusal(session.run(addSources, { sources }))) return;
  const worst = bad.slice(0, named).map(({ line, reason }) => words.badLine(line, reason));
  const known = items.length - fresh.length;
  workspace.notices.show(words.sourcesPasted(fresh.length, known, bad.length, worst));
}
