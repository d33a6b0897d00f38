import type { ImageHash, MapId } from "#model/ids.ts";
import type { ImageBytes } from "#model/image.ts";

/**
 * The bytes of images on this device, apart from the maps that show them, each once. They stay as long as a map that
 * has shown them stays: an image that was taken off a claim may come back by Undo, or in an earlier version.
 */
export interface ImageStore {
  /** Keeps images for a map, all or none: resolves when they are on the disk. Rejects with a sentence for the person. */
  keep(map: MapId, images: ImageBytes): Promise<void>;
  /** A map shows images too that are here: from now on they stay for its sake as well. Rejects as `keep` does. */
  share(map: MapId, hashes: readonly ImageHash[]): Promise<void>;
  /** The bytes as they are on the disk, whether sound or not; `null` when there are none. */
  read(hash: ImageHash): Promise<Uint8Array<ArrayBuffer> | null>;
}
