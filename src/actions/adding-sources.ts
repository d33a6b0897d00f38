import type { Context } from "#actions/action.ts";
import { sayHowFar } from "#actions/how-far.ts";
import { newWorks } from "#citing/same-work.ts";
import { addSources } from "#commands/add-sources.ts";
import { isRefusal } from "#commands/command.ts";
import type { BadEntry } from "#interchange/bibtex-entries.ts";
import { decodeText } from "#interchange/decoding.ts";
import type { SourceFormat } from "#interchange/source-format.ts";
import { readSources } from "#interchange/sources-read.ts";
import type { SourceId } from "#model/ids.ts";
import type { MapSession } from "#session/map-session.ts";
import type { Workspace } from "#session/workspace.ts";
import { inTurns, type Watched } from "#store/turns.ts";
import { interchangeWords } from "#words/interchange.ts";
import { sourceFileWords as words } from "#words/source-files.ts";

/** So many that could not be read are named in the notice; more have a list of their own. */
const named = 3;

/** Adds the sources that a text of BibTeX, RIS or CSL-JSON holds to the open map. */
export async function pasteSources(context: Context, text: string, format: SourceFormat): Promise<void> {
  const { workspace, session } = context;
  if (session === null) return;
  const refused = await addSourcesOf(workspace, session, text, format);
  if (refused !== null) workspace.notices.show(refused);
}

/**
 * Adds the sources of a file to the open map. A large one can be cancelled, which changes nothing. Resolves with why
 * there are none, or `null`.
 */
export async function openSources(
  workspace: Workspace,
  file: File,
  format: SourceFormat,
): Promise<string | null> {
  const session = workspace.current.peek();
  if (session === null) return words.needMap(file.name);
  const { tell, signal, end } = sayHowFar(workspace, file.name);
  try {
    const bytes = await file.arrayBuffer().catch(() => null);
    if (bytes === null) return interchangeWords.notReadable(file.name);
    const decoded = decodeText(new Uint8Array(bytes));
    if ("refused" in decoded) return decoded.refused;
    session.finish();
    const reading = { tell: (share: number) => tell({ stage: "sources", share }), signal };
    return await addSourcesOf(workspace, session, decoded.text, format, reading);
  } catch (error) {
    if (!signal.aborted) throw error;
    workspace.notices.show(interchangeWords.cancelledReading(file.name));
    return null;
  } finally {
    end();
  }
}

/**
 * Adds the sources of a text to a map, in one step, and says how many came, how many the map had already, and which
 * lines could not be read. Resolves with why there are none, or `null`.
 */
async function addSourcesOf(
  workspace: Workspace,
  session: MapSession,
  text: string,
  format: SourceFormat,
  watched?: Watched,
): Promise<string | null> {
  const steps = await readSources(text, format);
  if ("refused" in steps) return steps.refused;
  const { items, bad } = await inTurns(steps, watched);
  if (workspace.current.peek() !== session) return words.mapLeft;
  const fresh = newWorks([...session.open.map.peek().sources.values()], items);
  const sources = fresh.map((item) => ({ id: workspace.platform.mint() as SourceId, item }));
  const outcome = sources.length === 0 ? null : session.open.run(addSources, { sources });
  if (outcome !== null && isRefusal(outcome)) return outcome.refused;
  const summary = words.sourcesAdded(fresh.length, items.length - fresh.length, bad.length);
  if (bad.length > named) listUnread(workspace, summary, bad);
  else workspace.notices.show([summary, ...bad.map((entry) => words.badLine(entry))].join(" "));
  return null;
}

/** In a dialog; where the person is writing or has another one open, that is only offered. */
function listUnread(workspace: Workspace, summary: string, entries: readonly BadEntry[]): void {
  const { dialog, notices, current } = workspace;
  const list = () => (dialog.value = { type: "unread-entries", summary, entries });
  const other = dialog.peek();
  const isWriting = current.peek()?.editing.peek() !== null;
  if (isWriting || (other !== null && other.type !== "reading"))
    notices.stand(summary, { name: words.unreadOffer, run: list });
  else list();
}
