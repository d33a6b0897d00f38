import { addImage } from "#commands/add-image.ts";
import { isRefusal } from "#commands/command.ts";
import { prepare } from "#elements/images/preparing.ts";
import type { ClaimId, ImageId } from "#model/ids.ts";
import type { MapSession } from "#session/map-session.ts";
import { imageWords as words } from "#words/images.ts";

/** What came of adding an image: which it is, and what is to be told; or why there is none. */
export type Added = { readonly image: ImageId; readonly said: string } | { readonly refused: string };

/**
 * Puts an image on a claim. Its bytes go to the disk first: what the map says of it is never saved without them. Where
 * the map would not take it, nothing goes there. Never rejects.
 */
export async function addTo(
  session: MapSession,
  claim: ClaimId,
  image: ImageId,
  file: Blob,
  name: string,
): Promise<Added> {
  const prepared = await prepare(file, name);
  if ("refused" in prepared) return prepared;
  const { said, bytes, changes } = prepared;
  const input = {
    claim,
    image: { ...said, id: image, alternative: "", caption: "", credit: "", citation: null },
  };
  const tried = addImage.run(session.map.peek(), input);
  if (isRefusal(tried)) return tried;
  try {
    await (await session.open.images()).keep(new Map([[said.hash, bytes]]));
  } catch (error) {
    return { refused: words.notKept(error instanceof Error ? error.message : String(error)) };
  }
  const outcome = session.run(addImage, input);
  if (isRefusal(outcome)) return outcome;
  return { image, said: changes.length === 0 ? words.added : words.addedMade(changes) };
}

/** The image files in what was dropped or pasted. */
export function imagesAmong(data: DataTransfer | null): readonly File[] {
  return [...(data?.files ?? [])].filter(isImage);
}

/** Whether what is dragged is an image, as far as the browser says before it is dropped. */
export function bringsImage(data: DataTransfer | null): boolean {
  return [...(data?.items ?? [])].some(({ kind, type }) => kind === "file" && type.startsWith("image/"));
}

function isImage({ type, name }: File): boolean {
  return type.startsWith("image/") || /\.(?:png|jpe?g|webp|gif|avif|heic|svg|tiff?|bmp)$/i.test(name);
}
