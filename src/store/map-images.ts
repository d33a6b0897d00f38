import { isSoundImage } from "#interchange/native-images.ts";
import type { ImageHash, MapId } from "#model/ids.ts";
import { type ClaimImage, type ImageBytes, imagesOf } from "#model/image.ts";
import type { ArgumentMap } from "#model/map.ts";
import type { ImageStore } from "#store/image-store.ts";

/** The bytes of one map's images on this device. The disk is asked for when there are any. */
export class MapImages {
  readonly #map: MapId;
  readonly #open: (() => Promise<ImageStore>) | undefined;

  readonly #readOnly: string | null;

  /** `readOnly` says why nothing may be kept, if so. */
  constructor(map: MapId, open: (() => Promise<ImageStore>) | undefined, readOnly: string | null = null) {
    this.#map = map;
    this.#open = open;
    this.#readOnly = readOnly;
  }

  /** Keeps images, all or none: resolves when they are on the disk, so that a claim may show them. Rejects with a sentence. */
  async keep(images: ImageBytes): Promise<void> {
    if (images.size > 0) await (await this.#toWrite())?.keep(this.#map, images);
  }

  /** Keeps those of the images that a state of the map shows, where that can be done: what is not on this device is known to be. Never rejects. */
  async keepShown({ claims }: ArgumentMap, images: ImageBytes): Promise<void> {
    const shown = imagesOf(claims.values());
    await this.keep(new Map([...images].filter(([hash]) => shown.has(hash)))).catch(() => undefined);
  }

  /** What is here already stays for this map's sake as well. Rejects with a sentence. */
  async share(hashes: Iterable<ImageHash>): Promise<void> {
    const all = [...new Set(hashes)];
    if (all.length > 0) await (await this.#toWrite())?.share(this.#map, all);
  }

  /** Images that a map brings, and those of its that are here already. Rejects with a sentence. */
  async bring({ claims }: ArgumentMap, images: ImageBytes = new Map()): Promise<void> {
    await this.share(imagesOf(claims.values()).keys());
    await this.keep(images);
  }

  async #toWrite(): Promise<ImageStore | undefined> {
    if (this.#readOnly !== null) throw new Error(this.#readOnly);
    return this.#open?.();
  }

  /** The bytes of an image that are sound; `null` where they are not on this device, or damaged. Never rejects. */
  async read(image: ClaimImage): Promise<Uint8Array<ArrayBuffer> | null> {
    try {
      const store = await this.#open?.();
      const bytes = (await store?.read(image.hash)) ?? null;
      return bytes !== null && (await isSoundImage(bytes, image)) ? bytes : null;
    } catch {
      return null;
    }
  }

  /** All images that a state of the map shows, as far as they are here. */
  async allOf({ claims }: ArgumentMap): Promise<ImageBytes> {
    const found = new Map<ImageHash, Uint8Array<ArrayBuffer>>();
    for (const { images } of claims.values())
      for (const image of images) {
        const bytes = found.has(image.hash) ? null : await this.read(image);
        if (bytes !== null) found.set(image.hash, bytes);
      }
    return found;
  }
}
