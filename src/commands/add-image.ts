import type { Command } from "#commands/command.ts";
import { refuseImages } from "#commands/image-room.ts";
import { reviseClaim } from "#commands/revising.ts";
import type { ClaimId } from "#model/ids.ts";
import { asImages, type ClaimImage } from "#model/image.ts";
import { orderBetween } from "#model/order.ts";
import { commandWords } from "#words/commands.ts";
import { imageWords as words } from "#words/images.ts";

export interface AddImageInput {
  readonly claim: ClaimId;
  /** With a fresh id; its bytes are on the disk already. It comes last. */
  readonly image: Omit<ClaimImage, "order">;
}

/** Puts an image on a claim, after those that are there. */
export const addImage: Command<AddImageInput> = {
  name: "add-image",

  label: () => words.addImage,

  run(map, { claim: id, image }) {
    const claim = map.claims.get(id);
    if (claim === undefined) return { refused: commandWords.claimGone };
    if (claim.images.some((each) => each.id === image.id || each.hash === image.hash))
      return { refused: words.imageTaken };
    const added = { ...image, order: orderBetween(claim.images.at(-1)?.order ?? null, null) };
    return (
      refuseImages(map, [{ images: [added] }]) ??
      reviseClaim(map, id, ({ images }) => ({ images: asImages([...images, added]) }))
    );
  },
};
