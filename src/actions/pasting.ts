import type { Context } from "#actions/action.ts";
import { isRefusal } from "#commands/command.ts";
import { pasteFragment } from "#commands/paste-fragment.ts";
import { sourceFormatOf } from "#interchange/source-format.ts";
import { MAX_PASTE, readOutline } from "#interchange/outline-read.ts";
import type { Fragment } from "#model/fragment.ts";
import { imagesOf } from "#model/image.ts";
import { withFreshIds } from "#model/fresh-ids.ts";
import { onClaim } from "#model/relation.ts";
import { actionWords as words } from "#words/actions.ts";

/** Pastes a branch that was copied here; else the sources that a text holds, or its outline. */
export async function pasteCopied(context: Context, text: string, copied: Fragment | null): Promise<void> {
  const format = copied === null ? sourceFormatOf(text) : null;
  if (format === null) return pasteBranch(context, text, copied);
  const { pasteSources } = await import("#actions/adding-sources.ts");
  await pasteSources(context, text, format);
}

/**
 * Hangs a branch that was copied here on the claim in hand, with its notes, citations, images and links; or, where there is
 * none, the outline that a text says.
 */
async function pasteBranch(
  { workspace, session, claim }: Context,
  text: string,
  copied: Fragment | null,
): Promise<void> {
  if (session === null) return;
  const { mint } = workspace.platform;
  if (copied === null && text.length > MAX_PASTE)
    return workspace.notices.show(words.pasteTooLarge(text.length, MAX_PASTE));
  const whole = copied === null ? readOutline(text, mint) : withFreshIds(copied, mint);
  // A branch from another map brings its images, which stay for this map's sake from now on.
  const images = imagesOf(whole.claims);
  if (images.size > 0) await (await session.open.images()).share(images.keys()).catch(() => undefined);
  const onto = claim === null ? null : onClaim(claim);
  if (isRefusal(session.run(pasteFragment, { fragment: whole, onto }))) return;
  const [first] = whole.roots;
  if (first !== undefined) session.take(first.claim);
  workspace.notices.show(words.pasted(whole.claims.length));
}
