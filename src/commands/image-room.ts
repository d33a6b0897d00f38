import type { Refusal } from "#commands/command.ts";
import { type Claim } from "#model/claim.ts";
import { bytesOfImages, imagesOf, MAX_IMAGES_BYTES } from "#model/image.ts";
import type { ArgumentMap } from "#model/map.ts";
import { imageWords as words } from "#words/images.ts";

/** Why a map has no room for the images of claims that come to it, or `null`. What is over the limit already may stay. */
export function refuseImages(map: ArgumentMap, coming: readonly Pick<Claim, "images">[]): Refusal | null {
  const held = imagesOf(map.claims.values());
  const bytes = bytesOfImages(imagesOf([...map.claims.values(), ...coming]));
  return bytes > bytesOfImages(held) && bytes > MAX_IMAGES_BYTES
    ? { refused: words.tooMuch(bytes, MAX_IMAGES_BYTES) }
    : null;
}
