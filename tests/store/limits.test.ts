import { expect, test } from "vitest";
import type { MapId } from "#model/ids.ts";
import { memoryStorage } from "#storage/memory.ts";
import { argumentMap, claimId } from "../notation.ts";
import { say } from "./edits.ts";
import { openMaps, ships } from "./shipping.ts";

test("a change that no file could bring back is refused, and changes nothing", async () => {
  const map = { ...argumentMap("A; +B > A"), id: "map" as MapId };
  const open = (await (await openMaps(memoryStorage(null), ships(map))).openMap(map.id))!;
  const refused = open.run(say, { claim: "A", text: "x".repeat(1_000_001) });
  expect(refused).toEqual({ refused: expect.stringContaining("texts of up to 1,000,000") });
  expect(open.map.value.claims.get(claimId("A"))?.text).toBe("A");
  expect(open.history.value.undo).toBeNull();
  expect(open.saving.value).toEqual({ state: "saved" });
});
