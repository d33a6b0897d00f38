import { afterEach, beforeAll, expect, test } from "vitest";
import type { HolderId, SchoolId } from "#model/ids.ts";
import { lookingAt } from "#session/looking.ts";
import { debate } from "../../lenses/debate.ts";
import { claimId } from "../../notation.ts";
import { painted, stage, type Stage, unstage } from "../map/staging.ts";

const names = Array.from({ length: 60 }, (_, at) => `N${at}`);
const answers = names.map((name, at) => `${at % 2 === 0 ? "+" : "-"}${name} > B`).join("; ");
const wide = debate(
  `A; +B > A; -C > A; ${answers}`,
  "orthodox 1947/1965: Feis; Feis asserts A 1957; Feis asserts N2 1957; Feis asserts N4 1961; Gaddis denies N4 1972",
);

beforeAll(() =>
  Promise.all([import("#elements/map/far-map.ts"), import("#elements/looking/looking-bar.ts")]),
);
afterEach(unstage);

async function unfolded(): Promise<Stage> {
  const map = await stage(wide);
  map.session.refold(new Set());
  await painted();
  return map;
}

function fadeOf(map: Stage, name: string): string | undefined {
  return map.card(name)?.dataset["fade"];
}

/** The colour of the canvas in the middle of a claim's block, as "r g b a". */
function colourOf({ session, find }: Stage, name: string): string {
  const { x, y, width, height } = session.picture.value!.cards.get(claimId(name))!;
  const view = session.viewport.value;
  const at = [(x + width / 2 - view.x) * view.scale, (y + height / 2 - view.y) * view.scale];
  const [left, top] = at.map((place) => place * devicePixelRatio);
  const canvas = find("far-map").shadowRoot!.querySelector("canvas")!;
  return canvas.getContext("2d")!.getImageData(left!, top!, 1, 1).data.join(" ");
}

test("no way of looking makes a card another size, a face another face, or the picture another", async () => {
  const map = await unfolded();
  const looking = lookingAt(map.session);
  const [picture, face] = [map.session.picture.value, map.card("A").face];
  const steps = [
    () => looking.through("school"),
    () => looking.toggle("school:orthodox"),
    () => looking.showYear(1957),
    () => looking.hideNames(true),
    () => looking.reveal("Feis" as HolderId, "orthodox" as SchoolId),
  ];
  for (const step of steps) {
    step();
    await painted();
    expect(map.session.picture.value).toBe(picture);
    expect(map.card("A").face).toBe(face);
  }
  await expect.poll(() => fadeOf(map, "A")).toBe("dim");
});

test("cards on screen step back at once, and those around it soon after, also without another step", async () => {
  const map = await unfolded();
  const looking = lookingAt(map.session);
  looking.through("school");
  await expect.poll(() => map.card("A").shadowRoot!.querySelector("card-lens")).not.toBe(null);
  looking.toggle("none");
  await painted();
  expect(fadeOf(map, "C")).toBe("dim");
  await expect.poll(() => map.all("claim-card[data-fade=dim]").length).toBe(60);
});

test("a year leaves empty frames, with lines that step back, and says on a card what is not sure", async () => {
  const map = await unfolded();
  const looking = lookingAt(map.session);
  looking.showYear(1957);
  await expect.poll(() => fadeOf(map, "N4")).toBe("notYet");
  const card = map.card("N4").shadowRoot!.querySelector(".card")!;
  expect(getComputedStyle(card).opacity).toBe("0");
  expect(map.card("N4").getAttribute("aria-description")).toBe(
    "Feis 1961 · Gaddis denies, 1972. not yet made",
  );
  expect(map.all("map-lines.faded, map-badges.faded").length).toBe(2);
  looking.showYear(null);
  await painted();
  expect(map.all("map-lines.faded, map-badges.faded").length).toBe(0);
  await expect.poll(() => fadeOf(map, "N4")).toBe("none");
});

test("blocks have the colours of their schools, and step back as cards do", async () => {
  const map = await unfolded();
  const looking = lookingAt(map.session);
  map.session.wish.value = { type: "scale", scale: 0.12 };
  await painted();
  map.session.wish.value = { type: "centre", claim: claimId("N2") };
  await painted();
  expect(colourOf(map, "N2")).toBe("0 98 155 255");
  looking.through("school");
  await expect.poll(() => colourOf(map, "N2")).toBe("70 75 87 255");
  looking.toggle("school:orthodox");
  await painted();
  expect(colourOf(map, "N2")).toMatch(/ 56$/);
  looking.through("school");
  looking.showYear(1957);
  await painted();
  expect(colourOf(map, "N2")).toBe("70 75 87 255");
  expect(colourOf(map, "N4")).toMatch(/ 26$/);
  looking.through(null);
  looking.showYear(null);
  await painted();
  expect(colourOf(map, "N4")).toBe("0 98 155 255");
});
