import type { ImageType } from "#model/image.ts";

/*
 * What bytes are by how they begin, whatever their name says, and how large a picture they hold: read from the head of
 * the file, so that nothing has to be decoded to tell that it would not fit into memory.
 */

/** What begins as an image does that the app can make its own. */
export interface ImageFormat {
  readonly type: ImageType | "image/gif";
  /** In pixels, before the turn that a camera may have noted; 0 where the head does not say. */
  readonly width: number;
  readonly height: number;
  /** Whether it is a film rather than a picture. */
  readonly isMoving: boolean;
}

/** What else bytes may be. */
export type OtherFormat = "svg" | "avif" | "tiff" | "bmp" | "pdf" | "text" | "unknown";

export function formatOf(bytes: Uint8Array<ArrayBuffer>): ImageFormat | OtherFormat {
  if (begins(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return png(bytes);
  if (begins(bytes, [0xff, 0xd8, 0xff])) return jpeg(bytes);
  if (signs(bytes, 0, 4) === "RIFF" && signs(bytes, 8, 4) === "WEBP") return webp(bytes);
  if (/^GIF8[79]a/.test(signs(bytes, 0, 6))) return gif(bytes);
  return otherFormat(bytes);
}

function otherFormat(bytes: Uint8Array<ArrayBuffer>): OtherFormat {
  if (signs(bytes, 4, 4) === "ftyp") return "avif";
  if (["II*\0", "MM\0*"].includes(signs(bytes, 0, 4))) return "tiff";
  if (signs(bytes, 0, 2) === "BM") return "bmp";
  if (signs(bytes, 0, 4) === "%PDF") return "pdf";
  const start = signs(bytes, 0, 4096);
  if (/<(?:\w+:)?svg[\s>/]/i.test(start) || /<!doctype svg/i.test(start)) return "svg";
  return bytes.length > 0 && !start.includes("\0") ? "text" : "unknown";
}

function begins(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, at) => bytes[at] === byte);
}

/** Bytes as letters, one each. */
function signs(bytes: Uint8Array, at: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + length));
}

function viewOf({ buffer, byteOffset, byteLength }: Uint8Array<ArrayBuffer>): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}

/** https://www.w3.org/TR/png-3: chunks; an `acTL` in front of the first data says that it moves. */
function png(bytes: Uint8Array<ArrayBuffer>): ImageFormat {
  const view = viewOf(bytes);
  const isHeaded = bytes.length >= 24;
  let isMoving = false;
  for (let at = 8; at + 8 <= bytes.length;) {
    const name = signs(bytes, at + 4, 4);
    if (name === "acTL") isMoving = true;
    if (name === "IDAT" || name === "acTL") break;
    at += 12 + view.getUint32(at);
  }
  return {
    type: "image/png",
    width: isHeaded ? view.getUint32(16) : 0,
    height: isHeaded ? view.getUint32(20) : 0,
    isMoving,
  };
}

/** ITU T.81: segments; a frame header (SOF) has the size. */
function jpeg(bytes: Uint8Array<ArrayBuffer>): ImageFormat {
  const view = viewOf(bytes);
  for (let at = 2; at + 9 <= bytes.length && bytes[at] === 0xff;) {
    const marker = bytes[at + 1]!;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return still("image/jpeg", view.getUint16(at + 7), view.getUint16(at + 5));
    const isBare = marker === 0xff || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
    at += isBare ? (marker === 0xff ? 1 : 2) : 2 + view.getUint16(at + 2);
  }
  return still("image/jpeg", 0, 0);
}

/** https://developers.google.com/speed/webp/docs/riff_container: one of three kinds of first chunk. */
function webp(bytes: Uint8Array<ArrayBuffer>): ImageFormat {
  const view = viewOf(bytes);
  const kind = bytes.length < 31 ? "" : signs(bytes, 12, 4);
  if (kind === "VP8 ") {
    const [width, height] = [view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff];
    return still("image/webp", width, height);
  }
  if (kind === "VP8L") {
    const packed = view.getUint32(21, true);
    return still("image/webp", 1 + (packed & 0x3fff), 1 + ((packed >>> 14) & 0x3fff));
  }
  if (kind !== "VP8X") return still("image/webp", 0, 0);
  const [width, height] = [24, 27].map((at) => 1 + (view.getUint32(at, true) & 0xffffff));
  return { ...still("image/webp", width!, height!), isMoving: (bytes[20]! & 0x02) !== 0 };
}

/** A GIF may move, which its head does not say. */
function gif(bytes: Uint8Array<ArrayBuffer>): ImageFormat {
  const view = viewOf(bytes);
  const isHeaded = bytes.length >= 10;
  const [width, height] = isHeaded ? [view.getUint16(6, true), view.getUint16(8, true)] : [0, 0];
  return { type: "image/gif", width, height, isMoving: true };
}

function still(type: ImageType, width: number, height: number): ImageFormat {
  return { type, width, height, isMoving: false };
}
