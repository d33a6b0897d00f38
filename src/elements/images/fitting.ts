import type { ImageFormat } from "#interchange/image-format.ts";
import type { ImageType } from "#model/image.ts";

/** The longer side of an image that is kept, in pixels: a page of A4 at 200 dots to the inch, on which small print can be read. */
export const LONGEST_SIDE = 2400;

/** How well a JPEG is written, until it is small enough. */
export const QUALITIES = [0.85, 0.7, 0.5] as const;

/** What the page asks of the fitting worker. */
export interface FittingOrder extends Pick<ImageFormat, "type" | "isMoving"> {
  readonly file: Blob;
}

/** An image as it can be kept, and how large it was; or why it cannot. */
export type FittingReply =
  | {
      readonly bytes: Uint8Array<ArrayBuffer>;
      readonly type: ImageType;
      readonly width: number;
      readonly height: number;
      readonly from: { readonly width: number; readonly height: number };
    }
  | { readonly failed: "undecodable" }
  | { readonly failed: "large"; readonly size: number };
