import { expect, test } from "vitest";
import type { MapId } from "#model/ids.ts";
import { memoryStorage } from "#storage/memory.ts";
import { argumentMap, claimId } from "../notation.ts";
import { say } from "./edits.ts";
import { openMaps, ships } from "./shipping.ts";

const thaw = { ...argumentMap("A; +B > A; -C > A"), id: "thaw" as MapId };

test("a shipped map that is about to be edited sends its first edit to the disk in the task in which it is made", async () => {
  const storage = memoryStorage(null);
  const appended: number[] = [];
  const append = storage.log.append.bind(storage.log);
  storage.log.append = (records, entry) => {
    appended.push(records.length);
    return append(records, entry);
  };
  const open = (await (await openMaps(storage, ships(thaw))).openMap(thaw.id))!;
  await open.prepare();
  expect(open.saving.value).toEqual({ state: "saved" });
  expect(appended, "nothing is written before an edit").toEqual([]);
  open.run(say, { claim: "A", text: "The thaw" });
  expect(appended, "the seed and the edit").toEqual([2]);
  await open.flush();
  const again = (await (await openMaps(storage, ships(thaw))).openMap(thaw.id))!;
  expect(again.map.value.claims.get(claimId("A"))?.text).toBe("The thaw");
});

test("an edit made while the document is on its way is not called saved before it is", async () => {
  const open = (await (await openMaps(memoryStorage(null), ships(thaw))).openMap(thaw.id))!;
  const ready = open.prepare();
  open.run(say, { claim: "A", text: "The thaw" });
  expect(open.saving.value).toEqual({ state: "saving" });
  await ready;
  await open.flush();
  expect(open.saving.value).toEqual({ state: "saved" });
});
