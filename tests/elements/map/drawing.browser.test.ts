import { afterEach, expect, test } from "vitest";
import { CardMeasure } from "#elements/map/card-measure.ts";
import { Drawing } from "#elements/map/drawing.ts";
import { painted, stage, unstage } from "./staging.ts";

afterEach(unstage);

test("a map that nothing can lay out stays as it was drawn, and that is said", async () => {
  const { session, workspace, find } = await stage("A; +B > A");
  const before = session.picture.peek();
  const measure = document.body.appendChild(new CardMeasure());
  await measure.updateComplete;
  const drawing = new Drawing({
    session,
    choices: workspace.settings.choices,
    measure,
    layOut: () => Promise.reject(new Error("No worker, and no room on the page")),
    drawn: () => {},
  });
  drawing.start();
  await painted();
  expect(find(".refused").textContent).toMatch(/could not be drawn.*Nothing that you wrote is lost/);
  expect(session.picture.peek()).toBe(before);
  drawing.stop();
  measure.remove();
});
