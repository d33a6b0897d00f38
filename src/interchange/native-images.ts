import { fromBase64, toBase64 } from "#interchange/base64.ts";
import { hashOf } from "#interchange/digest.ts";
import { formatOf } from "#interchange/image-format.ts";
import { compareIds, type ImageHash } from "#model/ids.ts";
import { type ClaimImage, type ImageBytes, imagesOf, MAX_IMAGE_BYTES } from "#model/image.ts";
import type { ArgumentMap } from "#model/map.ts";
import { imageWords } from "#words/images.ts";

export const noImages: ImageBytes = new Map();

/** The images that a map shows as a file holds them, base64 by hash; `null` where there are none. */
export function writeImages({ claims }: ArgumentMap, images: ImageBytes): Record<string, string> | null {
  const shown = [...imagesOf(claims.values()).keys()].toSorted(compareIds);
  const held = shown.flatMap((hash): readonly [string, string][] => {
    const bytes = images.get(hash);
    return bytes === undefined ? [] : [[hash, toBase64(bytes)]];
  });
  return held.length === 0 ? null : Object.fromEntries(held);
}

/**
 * The images that a file holds of those that its map shows. One that is damaged, too large or of another type than the
 * map says is left out and named in a warning; the map keeps what it says of it.
 */
export async function readImages(
  { claims }: ArgumentMap,
  packed: unknown,
): Promise<{ readonly images: ImageBytes; readonly warnings: readonly string[] }> {
  const shown = imagesOf(claims.values());
  const images = new Map<ImageHash, Uint8Array<ArrayBuffer>>();
  if (shown.size === 0) return { images, warnings: [] };
  const held = isRecord(packed) ? packed : {};
  const warnings = packed === undefined || isRecord(packed) ? [] : [words.notListed];
  let missing = 0;
  for (const image of shown.values()) {
    const text = Object.hasOwn(held, image.hash) ? held[image.hash] : undefined;
    const bytes = typeof text === "string" ? await soundBytes(image, text) : null;
    if (bytes !== null) images.set(image.hash, bytes);
    else if (text === undefined) missing++;
    else warnings.push(words.damaged(nameOf(image)));
  }
  return { images, warnings: missing === 0 ? warnings : [...warnings, words.missing(missing)] };
}

const words = imageWords.inFile;

/** The bytes that a text holds, if they are what the map says; `null` else. */
async function soundBytes({ hash, type }: ClaimImage, text: string): Promise<Uint8Array<ArrayBuffer> | null> {
  if (text.length > 2 * MAX_IMAGE_BYTES) return null;
  const bytes = fromBase64(text);
  return bytes !== null && (await isSoundImage(bytes, { hash, type })) ? bytes : null;
}

/** Whether bytes are the image that a map means: its hash, its type by their signature, within the limit, and still. */
export async function isSoundImage(
  bytes: Uint8Array<ArrayBuffer>,
  { hash, type }: Pick<ClaimImage, "hash" | "type">,
): Promise<boolean> {
  if (bytes.length > MAX_IMAGE_BYTES) return false;
  const format = formatOf(bytes);
  const isAsSaid = typeof format !== "string" && format.type === type && !format.isMoving;
  return isAsSaid && (await hashOf(bytes)) === hash;
}

function nameOf({ caption, alternative, hash }: ClaimImage): string {
  return caption.trim() || alternative.trim() || hash.slice(0, 12);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
