import { expect, test } from "vitest";
import { LayoutEngine } from "#elements/map/layout-engine.ts";
import { layoutOnPage } from "#layout/layout.ts";
import type { LayoutRequest } from "#layout/request.ts";
import { requestFor } from "../../layout/drawing.ts";
import { argumentMap } from "../../notation.ts";

/** A thesis with so many answers. */
function star(count: number): LayoutRequest {
  return requestFor(argumentMap(["A", ...Array.from({ length: count }, (_, at) => `+B${at} > A`)].join(";")));
}

test("a small map is there at once, a large one later, and both look as they should", async () => {
  const engine = new LayoutEngine();
  const [small, large] = [star(20), star(300)];
  expect(engine.layOut(small)).toEqual(layoutOnPage(small));
  expect(await engine.layOut(large)).toEqual(layoutOnPage(large));
  engine.close();
});

test("a large map that was folded before it came is not drawn any more", async () => {
  const engine = new LayoutEngine();
  const late = engine.layOut(star(300));
  expect(engine.layOut(star(3))).toEqual(layoutOnPage(star(3)));
  expect(await late).toBeNull();
  expect(await engine.layOut(star(200))).toEqual(layoutOnPage(star(200)));
  engine.close();
});
