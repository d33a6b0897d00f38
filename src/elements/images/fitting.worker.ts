/** The fitting worker: decodes an image, and makes it smaller where it has to be. It takes one `FittingOrder` and answers with a `FittingReply`. */
import { type FittingOrder, type FittingReply, LONGEST_SIDE, QUALITIES } from "#elements/images/fitting.ts";
import { type ImageType, MAX_IMAGE_BYTES } from "#model/image.ts";
import { takeOrders } from "#store/sign-of-life.ts";

takeOrders(async (order: FittingOrder) => postMessage(await replyTo(order)));

async function replyTo({ file, type, isMoving }: FittingOrder): Promise<FittingReply> {
  const blob = new Blob([await file.arrayBuffer()], { type });
  const bitmap = await createImageBitmap(blob).catch(() => null);
  if (bitmap === null) return { failed: "undecodable" };
  const { width, height } = bitmap;
  const longest = Math.max(width, height);
  if (type !== "image/gif" && !isMoving && longest <= LONGEST_SIDE && blob.size <= MAX_IMAGE_BYTES)
    return { bytes: await bytesOf(blob), type, width, height, from: { width, height } };
  const share = Math.min(1, LONGEST_SIDE / longest);
  const size = [width, height].map((side) => Math.max(1, Math.round(side * share)));
  const drawn = await smallest(bitmap, size[0]!, size[1]!, type !== "image/jpeg" && type !== "image/webp");
  if (drawn.blob.size > MAX_IMAGE_BYTES) return { failed: "large", size: drawn.blob.size };
  return {
    bytes: await bytesOf(drawn.blob),
    type: drawn.type,
    width: size[0]!,
    height: size[1]!,
    from: { width, height },
  };
}

/** Drawings stay sharp, as a PNG, where that is small enough; all else becomes a JPEG, as good as fits. */
async function smallest(bitmap: ImageBitmap, width: number, height: number, isDrawing: boolean) {
  const canvas = new OffscreenCanvas(width, height);
  const pen = canvas.getContext("2d")!;
  pen.imageSmoothingQuality = "high";
  pen.drawImage(bitmap, 0, 0, width, height);
  if (isDrawing) {
    const blob = await canvas.convertToBlob({ type: "image/png" });
    if (blob.size <= MAX_IMAGE_BYTES) return { blob, type: "image/png" as ImageType };
  }
  // A JPEG has no transparency: what is seen through is white, as paper is.
  pen.globalCompositeOperation = "destination-over";
  pen.fillStyle = "white";
  pen.fillRect(0, 0, width, height);
  let blob = await canvas.convertToBlob({ type: "image/jpeg", quality: QUALITIES[0] });
  for (const quality of QUALITIES.slice(1))
    if (blob.size > MAX_IMAGE_BYTES) blob = await canvas.convertToBlob({ type: "image/jpeg", quality });
  return { blob, type: "image/jpeg" as ImageType };
}

async function bytesOf(blob: Blob): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await blob.arrayBuffer());
}
