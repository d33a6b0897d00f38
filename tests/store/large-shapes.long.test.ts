import { expect, test } from "vitest";
import { readMapFile } from "#interchange/map-file.ts";
import { memoryStorage } from "#storage/memory.ts";
import { atOnce } from "#model/steps.ts";
import { likenessOf, mapOf } from "#store/likeness.ts";
import { writeMap } from "#store/writing.ts";
import { largeShapes } from "../large-shapes.ts";
import { claimId } from "../notation.ts";
import { say } from "./edits.ts";
import { openMaps } from "./shipping.ts";
import { written } from "./written.ts";

test.each(largeShapes)("%s is kept, opened, edited and undone", async (_, count, make) => {
  const map = make();
  const storage = memoryStorage(null);
  const id = await (await openMaps(storage)).add(map);
  const open = (await (await openMaps(storage)).openMap(id))!;
  expect(open.map.peek().claims.size).toBe(count);
  expect(written(open.map.peek())).toBe(written(map));
  open.run(say, { claim: "0", text: "Another word" });
  await open.flush();
  const again = (await (await openMaps(storage)).openMap(id))!;
  expect(again.map.peek().claims.get(claimId("0"))?.text).toBe("Another word");
  open.undo();
  await open.flush();
  expect(written((await (await openMaps(storage)).openMap(id))!.map.peek())).toBe(written(map));
});

test.each(largeShapes)("%s is written as a file and read again", async (what, _, make) => {
  const map = make();
  expect(written(mapOf(map.id, atOnce(likenessOf(map))))).toBe(written(map));
  const forms = [
    ["map.argmap.json", { type: "bare" }],
    ["map.argdown", { type: "argdown" }],
  ] as const;
  // Deep is what may overflow; and two files of everything take their time.
  for (const [name, form] of /chain|letters/.test(what) ? forms : forms.slice(0, 1)) {
    const outcome = await readMapFile(name, await writeMap(map, form).text());
    if ("refused" in outcome) throw new Error(outcome.refused);
    expect(outcome.map.claims.size, name).toBe(map.claims.size);
    expect(written({ ...outcome.map, about: map.about }), name).toBe(written(map));
  }
});
