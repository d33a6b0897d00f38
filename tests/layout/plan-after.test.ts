import { expect, test } from "vitest";
import { isRefusal } from "#commands/command.ts";
import { planOf } from "#layout/plan.ts";
import { planAfter } from "#layout/plan-after.ts";
import type { Size } from "#layout/picture.ts";
import type { LayoutRequest } from "#layout/request.ts";
import { applyChange } from "#model/change.ts";
import { withEntries } from "#model/descent.ts";
import { forestAfter } from "#model/forest-after.ts";
import type { ClaimId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import { randomStep } from "../commands/random-step.ts";
import { patient } from "../model/laws.ts";
import { plainMap } from "../plain-map.ts";
import { below, chance, pick, type Random, randomMap, seeded } from "../random-map.ts";
import { seeds } from "../seeds.ts";

function sizeFor(random: Random): Size {
  return { width: pick(random, [264, 420, 77.5]), height: pick(random, [70, 93, 116, 208]) };
}

function sized(map: ArgumentMap, before: ReadonlyMap<ClaimId, Size>, random: Random) {
  const due = [...map.claims.keys()].filter((claim) => !before.has(claim) || chance(random, 0.05));
  return withEntries(
    before,
    due.map((claim) => [claim, sizeFor(random)] as const),
  );
}

function requestOf(
  map: ArgumentMap,
  forest: LayoutRequest["forest"],
  sizes: ReadonlyMap<ClaimId, Size>,
  rest: Pick<LayoutRequest, "folded" | "stackLeaves">,
): LayoutRequest {
  return { map, forest, sizes, sizeOf: (claim) => sizes.get(claim)!, ...rest };
}

test("law: a plan that follows edits is the one made from nothing", patient, () => {
  let edits = 0;
  for (let seed = 1; seed <= seeds(300, 60); seed++) {
    const random = seeded(seed);
    let map = chance(random, 0.7) ? plainMap(random, 2 + below(random, 30)) : randomMap(random, 20);
    const folded = new Set([...map.claims.keys()].filter(() => chance(random, 0.1)));
    const rest = { folded, stackLeaves: chance(random, 0.7) };
    let sizes = sized(map, new Map(), random);
    let request = requestOf(map, forestAfter(map, map), sizes, rest);
    let plan = planOf(request);
    for (let step = 0; step < 6; step++) {
      const change = randomStep(random, map).run(map);
      if (isRefusal(change)) continue;
      const next = applyChange(map, change);
      sizes = sized(next, sizes, random);
      const now = requestOf(next, forestAfter(map, next), sizes, rest);
      const after = planAfter({ request, plan }, now);
      expect(after, `seed ${seed}, step ${step}`).toEqual(planOf(now));
      [map, request, plan] = [next, now, after];
      edits++;
    }
  }
  expect(edits).toBeGreaterThan(180);
});
