import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { actionById } from "#actions/catalogue.ts";
import { contextOf } from "#actions/action.ts";
import { textScales } from "#elements/map/detail-level.ts";
import { argumentMap, claimId } from "../../notation.ts";
import { faults } from "../dialogs/workspace.ts";
import { painted, stage, type Stage, unstage } from "./staging.ts";

const names = Array.from({ length: 60 }, (_, at) => `N${at}`);
const wide = `A; +B > A; -C > A; ${names.map((name, at) => `${at % 2 === 0 ? "+" : "-"}${name} > B`).join("; ")}`;

beforeAll(async () => {
  await import("#elements/map/far-map.ts");
});
afterEach(unstage);

async function far(scale = 0.2): Promise<Stage> {
  const map = await stage(argumentMap(wide));
  map.session.refold(new Set());
  await painted();
  await zoomTo(map, scale);
  return map;
}

async function zoomTo(map: Stage, scale: number): Promise<void> {
  map.session.wish.value = { type: "scale", scale };
  await painted();
  await painted();
}

function canvasOf(map: Stage): HTMLCanvasElement {
  return map.find("far-map").shadowRoot!.querySelector("canvas")!;
}

/** Where the middle of a claim's card is on screen. */
function middleOf({ session }: Stage, name: string) {
  const { x, y, width, height } = session.picture.value!.cards.get(claimId(name))!;
  const view = session.viewport.value;
  return { x: (x + width / 2 - view.x) * view.scale, y: (y + height / 2 - view.y) * view.scale };
}

/** The colour of the canvas a few pixels into a claim's block, as "r g b a". */
function colourIn(map: Stage, name: string, aside: number): string {
  const canvas = canvasOf(map);
  const { x, y } = middleOf(map, name);
  const { width } = map.session.picture.value!.cards.get(claimId(name))!;
  const left = x - (width / 2) * map.session.viewport.value.scale + aside;
  const { data } = canvas.getContext("2d")!.getImageData(left * devicePixelRatio, y * devicePixelRatio, 1, 1);
  return data.join(" ");
}

test("below about half size blocks stand for all cards but the one in hand and where keys lead from it", async () => {
  const map = await far();
  expect(map.all("claim-card").map((card) => card.dataset["claim"])).toEqual(["A", "B"]);
  expect(map.all("map-lines, map-badges").length).toBe(0);
  await zoomTo(map, 0.6);
  expect(map.all("far-map").length).toBe(0);
  expect(map.all("claim-card").length).toBeGreaterThan(10);
});

test("a reason's block is full and an objection's hollow, each in its colour", async () => {
  const map = await far(0.12);
  map.session.wish.value = { type: "centre", claim: claimId("N2") };
  await painted();
  expect(colourIn(map, "N2", 10)).toBe("0 98 155 255");
  expect(colourIn(map, "N1", 0.5)).toBe("168 65 11 255");
  expect(colourIn(map, "N1", 10)).toBe("251 249 244 255");
});

test("a dark theme is drawn in its own colours at once", async () => {
  const map = await far(0.12);
  map.session.wish.value = { type: "centre", claim: claimId("N2") };
  document.documentElement.dataset["theme"] = "dark";
  await map.workspace.settings.choose("theme", "dark");
  await painted();
  expect(colourIn(map, "N2", 10)).toBe("108 184 240 255");
});

test("the canvas has the screen's own pixels", async () => {
  const map = await far();
  const { width, height } = map.session.screen.value;
  const { width: across, height: down } = canvasOf(map);
  expect([across, down]).toEqual([width * devicePixelRatio, height * devicePixelRatio]);
});

test("a click takes the block under it in hand, a double click goes to where it can be read", async () => {
  const map = await far();
  await userEvent.click(map.find(".ground"), { position: middleOf(map, "C") });
  expect(map.session.inHand.value).toBe("C");
  await painted();
  expect(map.screen.shadowRoot!.activeElement).toBe(map.card("C"));
  await userEvent.dblClick(map.find(".ground"), { position: middleOf(map, "B") });
  await painted();
  await painted();
  expect(map.session.inHand.value).toBe("B");
  expect(map.session.viewport.value.scale).toBe(1);
  expect(map.session.editing.value).toBeNull();
});

test("dragging moves the map, whatever lies under the pointer", async () => {
  const map = await far();
  const before = map.session.viewport.value;
  const { x, y } = middleOf(map, "B");
  const ground = map.find(".ground");
  for (const [type, by] of [
    ["pointerdown", 0],
    ["pointermove", 40],
    ["pointerup", 40],
  ] as const)
    ground.dispatchEvent(
      new PointerEvent(type, {
        clientX: x + by,
        clientY: y,
        pointerId: 1,
        isPrimary: true,
        bubbles: true,
        composed: true,
      }),
    );
  expect(map.session.viewport.value.x).toBeLessThan(before.x);
  expect(map.session.map.value.claims.size).toBe(63);
  expect(map.all(".ghost").length).toBe(0);
});

test("keys, Find's answers and addresses reach claims that are drawn as blocks", async () => {
  const map = await far();
  map.card("A").focus();
  for (const [step, name] of [
    ["go.into", "B"],
    ["go.into", "N0"],
    ["go.after", "N1"],
    ["go.after", "N2"],
  ] as const) {
    void actionById(step).run(contextOf(map.workspace));
    await painted();
    expect(map.screen.shadowRoot!.activeElement?.id).toBe(`claim-${name}`);
  }
  expect(map.card("N2").ariaPosInSet).toBe("3");
  map.session.take(claimId("N50"), "centre");
  await painted();
  expect(map.card("N50").ariaSelected).toBe("true");
});

test("fit shows a map of any width, and the hand can zoom out as far", async () => {
  const map = await stage(argumentMap(`A; ${names.map((name) => `+${name} > A`).join("; ")}`));
  await map.workspace.settings.choose("stackLeaves", false);
  await painted();
  void actionById("view.fit").run(contextOf(map.workspace));
  await painted();
  await painted();
  const { scale } = map.session.viewport.value;
  expect(scale).toBeLessThan(0.1);
  void actionById("view.zoom-in").run(contextOf(map.workspace));
  for (let times = 0; times < 3; times++) void actionById("view.zoom-out").run(contextOf(map.workspace));
  expect(map.session.viewport.value.scale).toBe(scale);
});

test.each(["normal", "large", "larger"] as const)(
  "the level knows how large words are, text size %s",
  async (size) => {
    await stage("A");
    document.documentElement.dataset["textSize"] = size;
    const said = getComputedStyle(document.documentElement).getPropertyValue("--text-scale");
    expect(textScales[size]).toBe(Number(said));
  },
);

describe.each(["light", "dark"] as const)("axe finds nothing, %s:", (theme) => {
  test("a map as blocks", async () => {
    await far();
    expect(await faults(theme)).toEqual([]);
  });
});
