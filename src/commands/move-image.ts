import type { Command } from "#commands/command.ts";
import { makeRoom } from "#commands/placing.ts";
import { reviseClaim } from "#commands/revising.ts";
import { noChange } from "#model/change.ts";
import type { ClaimId, ImageId } from "#model/ids.ts";
import { asImages } from "#model/image.ts";
import { commandWords } from "#words/commands.ts";
import { imageWords as words } from "#words/images.ts";

export interface MoveImageInput {
  readonly claim: ClaimId;
  readonly image: ImageId;
  /** One place up or down. At the end nothing is done. */
  readonly by: -1 | 1;
}

/** Puts an image before or after its neighbour. */
export const moveImage: Command<MoveImageInput> = {
  name: "move-image",

  label: () => words.moveImage,

  run(map, { claim: id, image, by }) {
    const claim = map.claims.get(id);
    if (claim === undefined) return { refused: commandWords.claimGone };
    const from = claim.images.findIndex((each) => each.id === image);
    const moving = claim.images[from];
    if (moving === undefined) return { refused: words.imageGone };
    const to = from + by;
    if (to < 0 || to >= claim.images.length) return noChange;
    const others = claim.images.toSpliced(from, 1);
    const { order, moved } = makeRoom(others, to);
    const rekeyed = new Map(moved.map((each) => [each.id, each]));
    const images = [...others.map((each) => rekeyed.get(each.id) ?? each), { ...moving, order }];
    return reviseClaim(map, id, () => ({ images: asImages(images) }));
  },
};
