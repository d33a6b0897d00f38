import type { Context } from "#actions/action.ts";
import { writeOutline } from "#interchange/outline-write.ts";
import type { Fragment } from "#model/fragment.ts";
import { branchFragment } from "#model/fragment.ts";
import { actionWords as words } from "#words/actions.ts";

/** The branch that was last copied here, with what its text form cannot say: notes, citations, links. */
let kept: { readonly text: string; readonly fragment: Fragment } | null = null;

/** The branch in hand as indented text for the clipboard, or `null` where there is none. The app keeps the whole of it too. */
export function copyBranch({ workspace, session, claim }: Context): string | null {
  if (session === null || claim === null) return null;
  const fragment = branchFragment(session.map.peek(), session.forest.peek(), claim);
  const text = writeOutline(fragment);
  kept = { text, fragment };
  workspace.notices.show(words.copied(fragment.claims.length));
  return text;
}

/**
 * Hangs what the clipboard holds on the claim in hand. Text that was copied here brings its notes, citations and
 * links along; BibTeX, RIS and CSL-JSON bring sources; any other text is read as an outline.
 */
export async function pasteText(context: Context, text: string): Promise<void> {
  const { workspace, session } = context;
  if (session === null) return;
  if (text.trim() === "") return workspace.notices.show(words.nothingToPaste);
  const copied = kept !== null && sameText(kept.text, text) ? kept.fragment : null;
  const { pasteCopied } = await import("#actions/pasting.ts");
  await pasteCopied(context, text, copied);
}

/** Clipboards turn line ends into those of their system. */
function sameText(a: string, b: string): boolean {
  return a.replaceAll("\r\n", "\n").trim() === b.replaceAll("\r\n", "\n").trim();
}
