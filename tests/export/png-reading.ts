import { crc32 } from "#store/crc.ts";

/** A PNG as its bytes have it, with eight bits for each of red, green and blue. */
export interface ReadPng {
  readonly width: number;
  readonly height: number;
  /** The name of each chunk in turn, doubles left out. */
  readonly chunks: readonly string[];
  /** Each row in red, green and blue. */
  rows(): AsyncIterable<Uint8Array>;
}

/** Reads a PNG strictly: whatever the specification forbids is thrown. Written apart from the writer, for its tests. */
export async function readPng(png: Blob): Promise<ReadPng> {
  const bytes = new Uint8Array(await png.arrayBuffer());
  if (String(bytes.subarray(0, 8)) !== "137,80,78,71,13,10,26,10") throw new Error("This is no PNG.");
  const chunks = [...chunksOf(bytes)];
  const [header] = chunks;
  const view = new DataView(header!.data.buffer, header!.data.byteOffset);
  const [width, height] = [view.getUint32(0), view.getUint32(4)];
  if (String(header!.data.subarray(8)) !== "8,2,0,0,0") throw new Error("Other pixels than were expected.");
  const packed = new Blob(chunks.filter(({ name }) => name === "IDAT").map(({ data }) => data));
  return {
    width,
    height,
    chunks: chunks.map(({ name }) => name).filter((name, at, all) => name !== all[at - 1]),
    rows: () => rowsOf(packed, width, height),
  };
}

function* chunksOf(bytes: Uint8Array<ArrayBuffer>) {
  const view = new DataView(bytes.buffer);
  for (let at = 8; at < bytes.length;) {
    const length = view.getUint32(at);
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    const data = bytes.subarray(at + 8, at + 8 + length);
    if (crc32(bytes.subarray(at + 4, at + 8 + length)) !== view.getUint32(at + 8 + length))
      throw new Error(`The checksum of a chunk ${name} is wrong.`);
    yield { name, data };
    at += 12 + length;
  }
}

async function* rowsOf(packed: Blob, width: number, height: number): AsyncIterable<Uint8Array> {
  const reader = packed.stream().pipeThrough(new DecompressionStream("deflate")).getReader();
  const row = new Uint8Array(1 + 3 * width);
  let above: Uint8Array = new Uint8Array(3 * width);
  let [filled, count] = [0, 0];
  for (let part = await reader.read(); part.value !== undefined; part = await reader.read()) {
    for (let at = 0; at < part.value.length;) {
      const taken = part.value.subarray(at, at + row.length - filled);
      row.set(taken, filled);
      filled += taken.length;
      at += taken.length;
      if (filled < row.length) continue;
      filled = 0;
      count += 1;
      above = unfiltered(row, above);
      yield above;
    }
  }
  if (filled > 0 || count !== height)
    throw new Error(`${count} rows and ${filled} bytes, for ${height} rows.`);
}

/** Filters 0 and 2 only. */
function unfiltered(row: Uint8Array, above: Uint8Array): Uint8Array {
  if (row[0] !== 0 && row[0] !== 2) throw new Error(`A filter ${row[0]}.`);
  return row[0] === 0 ? row.slice(1) : above.map((byte, at) => byte + row[at + 1]!);
}
