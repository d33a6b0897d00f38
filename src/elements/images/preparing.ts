import type { Refusal } from "#commands/command.ts";
import { type FittingOrder, type FittingReply, LONGEST_SIDE } from "#elements/images/fitting.ts";
import { startWorker } from "#elements/workers.ts";
import { hashOf } from "#interchange/digest.ts";
import { formatOf, type ImageFormat } from "#interchange/image-format.ts";
import type { ImageHash } from "#model/ids.ts";
import { type ClaimImage, MAX_IMAGE_BYTES } from "#model/image.ts";
import { runErrand } from "#store/errand.ts";
import { imageWords as words } from "#words/images.ts";

/** What a person may give, in bytes and in pixels: a page of A3 at 600 dots to the inch has 70 million. */
const MOST_BYTES = 40 * 1_048_576;
const MOST_PIXELS = 80_000_000;

/** An image that can be kept, and what was done to make it so, each the end of a sentence. */
export interface Prepared {
  readonly said: Pick<ClaimImage, "hash" | "type" | "size" | "width" | "height">;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly changes: readonly string[];
}

/**
 * Makes what a person has given an image that can be kept. It is judged by its bytes and not by its name, decoded, and
 * made smaller, in a worker. What cannot be kept is refused with what was found and what was expected. Never rejects.
 */
export async function prepare(file: Blob, name: string): Promise<Prepared | Refusal> {
  if (file.size === 0) return { refused: words.empty(name) };
  if (file.size > MOST_BYTES) return { refused: words.tooLarge(name, file.size, MOST_BYTES) };
  const bytes = await file.arrayBuffer().catch(() => null);
  if (bytes === null) return { refused: words.unreadable(name) };
  const format = formatOf(new Uint8Array(bytes));
  if (format === "svg") return { refused: words.svg(name) };
  if (typeof format === "string") return { refused: words.other(name, words.found[format]) };
  const { width, height } = format;
  if (width * height > MOST_PIXELS) return { refused: words.tooManyPixels(name, width, height, MOST_PIXELS) };
  return fitted(new Blob([bytes]), name, format);
}

async function fitted(file: Blob, name: string, format: ImageFormat): Promise<Prepared | Refusal> {
  const { type, isMoving } = format;
  const reply = await runErrand({
    makeWorker: () => startWorker("fitting"),
    order: { file, type, isMoving } satisfies FittingOrder,
    answerIn: (each: FittingReply) => each,
    patience: 60_000,
  });
  if (typeof reply === "string" || ("failed" in reply && reply.failed === "undecodable"))
    return { refused: words.undecodable(name, words.types[type]) };
  if ("failed" in reply) return { refused: words.staysLarge(name, reply.size, MAX_IMAGE_BYTES) };
  const { bytes, width, height } = reply;
  const hash = (await hashOf(bytes)) as ImageHash;
  const said = { hash, type: reply.type, size: bytes.length, width, height };
  return { said, bytes, changes: changesIn(reply, file.size, format) };
}

function changesIn(
  { bytes, width, height, from }: Exclude<FittingReply, { failed: unknown }>,
  size: number,
  { isMoving, type }: ImageFormat,
): readonly string[] {
  const isScaled = width !== from.width || height !== from.height;
  const changes: readonly (string | false)[] = [
    isMoving && (type === "image/gif" ? words.gif : words.still),
    isScaled && words.scaled(sides(from.width, from.height), sides(width, height), LONGEST_SIDE),
    !isScaled && !isMoving && bytes.length !== size && words.recoded(size, bytes.length),
  ];
  return changes.filter((change) => change !== false);
}

function sides(width: number, height: number): string {
  return `${width} × ${height}`;
}
