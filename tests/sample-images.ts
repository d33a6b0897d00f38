import type { ImageHash } from "#model/ids.ts";
import type { ClaimImage } from "#model/image.ts";

/** Three PNGs of a few pixels, with what a map says of them. */
export const sampleImages: readonly (Pick<ClaimImage, "hash" | "type" | "size" | "width" | "height"> & {
  readonly bytes: Uint8Array<ArrayBuffer>;
})[] = [
  sample(
    "a32393543759cd58a1b5dbb5078eccd45fd69814cd60e3773e37e259f068e4ae",
    [1, 1],
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGM4IScHAAK2AQU0pnWqAAAAAElFTkSuQmCC",
  ),
  sample(
    "58ae321fa7150d26e18196cbdc9d12c837cba0cee4f9eeae577b58692ad995cd",
    [2, 1],
    "iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAAD0lEQVR4nGOQi1ogF7UAAAarAjEIc6SFAAAAAElFTkSuQmCC",
  ),
  sample(
    "d501f471d6b6e14f7b0df5d70a2dfaca7633d60db465e3dfcc25df6e543a041b",
    [1, 3],
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAADCAIAAADdv/LVAAAAD0lEQVR4nGP48OEZAxQDADIWCFN7jxJtAAAAAElFTkSuQmCC",
  ),
];

/** All of their bytes. */
export const sampleBytes: ReadonlyMap<ImageHash, Uint8Array<ArrayBuffer>> = new Map(
  sampleImages.map(({ hash, bytes }) => [hash, bytes]),
);

function sample(hash: string, [width, height]: readonly [number, number], base64: string) {
  const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
  return { hash: hash as ImageHash, type: "image/png" as const, size: bytes.length, width, height, bytes };
}

/** One of them as it stands on a claim. */
export function sampleImage(id: string, which: number, fields: Partial<ClaimImage> = {}): ClaimImage {
  const { bytes: _, ...said } = sampleImages[which]!;
  const blank = { alternative: "", caption: "", credit: "", citation: null, order: "a0" };
  return { ...said, ...blank, ...fields, id: id as ClaimImage["id"] };
}
