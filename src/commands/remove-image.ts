import type { Command } from "#commands/command.ts";
import { reviseClaim } from "#commands/revising.ts";
import type { ClaimId, ImageId } from "#model/ids.ts";
import { commandWords } from "#words/commands.ts";
import { imageWords as words } from "#words/images.ts";

export interface RemoveImageInput {
  readonly claim: ClaimId;
  readonly image: ImageId;
}

/** Takes an image off a claim. Its bytes stay on the disk, for whoever takes that back. */
export const removeImage: Command<RemoveImageInput> = {
  name: "remove-image",

  label: () => words.removeImage,

  run(map, { claim: id, image }) {
    const claim = map.claims.get(id);
    if (claim === undefined) return { refused: commandWords.claimGone };
    const images = claim.images.filter((each) => each.id !== image);
    if (images.length === claim.images.length) return { refused: words.imageGone };
    return reviseClaim(map, id, () => ({ images }));
  },
};
