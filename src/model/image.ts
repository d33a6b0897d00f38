import type { ImageHash, ImageId } from "#model/ids.ts";
import { byOrder } from "#model/order.ts";
import type { Citation } from "#model/source.ts";

/** As what images are kept. */
export const imageTypes = ["image/png", "image/jpeg", "image/webp"] as const;
export type ImageType = (typeof imageTypes)[number];

/**
 * What a map says of an image on a claim: a page of a decree, a cartoon. The bytes are kept apart from the map, under
 * their hash, and may be missing where the map is.
 */
export interface ClaimImage {
  readonly id: ImageId;
  readonly hash: ImageHash;
  readonly type: ImageType;
  /** How many bytes it has. */
  readonly size: number;
  /** In pixels, as it is shown. */
  readonly width: number;
  readonly height: number;
  /** What a screen reader says in its place; empty when it is not said. */
  readonly alternative: string;
  readonly caption: string;
  /** Whose picture it is, and by whose leave; empty when it is not said. */
  readonly credit: string;
  /** Where it is from: a place in one of the map's sources. `null` when it is not said. */
  readonly citation: Citation | null;
  /** Fractional key among the images of its claim. Ties break by id. */
  readonly order: string;
}

/** The bytes of images, by their hash. */
export type ImageBytes = ReadonlyMap<ImageHash, Uint8Array<ArrayBuffer>>;

/** No image may be larger, in bytes. What a person adds is made smaller than that. */
export const MAX_IMAGE_BYTES = 2 * 1_048_576;

/**
 * All images of a map together may have so many bytes: as base64 in a native file, of which 50 MB are read, they leave
 * a third of it to the text and its history.
 */
export const MAX_IMAGES_BYTES = 24 * 1_048_576;

/** Whether a text can be the hash of an image. */
export function isImageHash(text: string): text is ImageHash {
  return /^[0-9a-f]{64}$/.test(text);
}

/** Each id once, in the author's order. */
export function asImages(images: readonly ClaimImage[]): readonly ClaimImage[] {
  return images.length < 2
    ? images
    : [...new Map(images.map((image) => [image.id, image])).values()].toSorted(byOrder);
}

/** The images of claims, each hash once. */
export function imagesOf(
  claims: Iterable<{ readonly images: readonly ClaimImage[] }>,
): ReadonlyMap<ImageHash, ClaimImage> {
  const found = new Map<ImageHash, ClaimImage>();
  for (const { images } of claims)
    for (const image of images) if (!found.has(image.hash)) found.set(image.hash, image);
  return found;
}

/** How many bytes images have, in all. */
export function bytesOfImages(images: ReadonlyMap<ImageHash, ClaimImage>): number {
  let bytes = 0;
  for (const { size } of images.values()) bytes += size;
  return bytes;
}
