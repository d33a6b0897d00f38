import "@fontsource-variable/inter/wght.css";
import "@fontsource-variable/source-serif-4/wght.css";
import "#elements/look.css";
import { shippedMaps } from "virtual:shipped-maps";
import { expect, test } from "vitest";
import { drawFirstView } from "#elements/map/first-view.ts";
import css from "../../../arguments/pictures/de-stalinization.css?raw";
import html from "../../../arguments/pictures/de-stalinization.html?raw";

test("the first map's picture that the page carries is how the map looks now (else: npm run first-picture)", async () => {
  const shipped = shippedMaps.find(({ id }) => id === "de-stalinization");
  if (shipped === undefined) throw new Error("The first map is not shipped.");
  const drawn = await drawFirstView(await shipped.load());
  expect(drawn.html).toBe(html.trim());
  expect(drawn.css).toBe(css.trim());
});
