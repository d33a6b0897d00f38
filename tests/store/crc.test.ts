import { expect, test } from "vitest";
import { crc32 } from "#store/crc.ts";
import { below, seeded } from "../random-map.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

/** Bit by bit, as the standard says it. */
function slowly(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
}

test.each([
  ["", 0],
  ["a", 0xe8b7be43],
  ["123456789", 0xcbf43926],
  ["The quick brown fox jumps over the lazy dog", 0x414fa339],
])("the checksum of “%s” is the one that zip gives", (text, crc) => {
  expect(crc32(bytes(text))).toBe(crc);
});

test("bytes of any length, from any place on and in any number of parts have one checksum, over 200 seeds", () => {
  for (let seed = 1; seed <= 200; seed++) {
    const random = seeded(seed);
    const all = Uint8Array.from({ length: 40 }, () => below(random, 256));
    const some = all.subarray(below(random, 9), 9 + below(random, 31));
    const cut = below(random, some.length + 1);
    expect(crc32(some), `seed ${seed}`).toBe(slowly(some));
    expect(crc32(some.subarray(cut), crc32(some.subarray(0, cut))), `seed ${seed}`).toBe(slowly(some));
  }
});
