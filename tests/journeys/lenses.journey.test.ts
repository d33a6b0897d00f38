import type { Page } from "playwright";
import { expect, test } from "vitest";
import { type App, openApp } from "./app.ts";
import { faults } from "./axe.ts";

const debate = `===
title: A debate in small
schools:
  orthodox: {name: Orthodox, when: 1947/1965, colour: teal, pattern: dots}
  revisionist: {name: Revisionists, when: 1959/1972, colour: plum, pattern: stripes}
holders:
  feis: {name: Herbert Feis, lived: 1893/1972, schools: orthodox}
  williams: {name: William Appleman Williams, lived: 1921/1990, schools: revisionist}
  gaddis: {name: John Lewis Gaddis, lived: 1941/}
===

[Blame]: The Soviet Union began it. {held: [{by: feis, when: 1957}, {by: williams, stance: denies, when: 1959}]}
  - [Markets]: The United States wanted open markets. {held: {by: williams, when: 1959}}
    - [Security]: It wanted security first. {held: {by: gaddis, when: 1972}}
  + [Poland]: Poland was not given free elections. {held: {by: feis, when: 1957}}
  + [Plain]: Nobody has said when this was argued.
`;

/** Takes in a debate from a file, and waits until all of it is on screen. */
async function openDebate(look: Parameters<typeof openApp>[0] = {}): Promise<App> {
  const app = await openApp(look);
  const { page } = app;
  await page.getByRole("treeitem").first().waitFor();
  await page.getByRole("button", { name: "More", exact: true }).first().click();
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.getByRole("menuitem", { name: "Import…" }).click(),
  ]);
  await chooser.setFiles({
    name: "debate.argdown",
    mimeType: "text/plain",
    buffer: Buffer.from(debate),
  });
  await card(page, "Blame").waitFor();
  await page.getByLabel("Look at the map by").waitFor();
  await page.getByRole("button", { name: "Put this line away" }).last().click();
  await card(page, "Blame").focus();
  await page.keyboard.press("Shift+F");
  await card(page, "Security").waitFor();
  return app;
}

const sentences: Readonly<Record<string, RegExp>> = {
  Blame: /The Soviet Union began it/,
  Markets: /open markets/,
  Security: /security first/,
  Poland: /free elections/,
  Plain: /Nobody has said/,
};

function card(page: Page, label: string) {
  return page.getByRole("treeitem", { name: sentences[label]! });
}

function lookBy(page: Page, lens: string) {
  return page.getByLabel("Look at the map by").selectOption({ label: lens });
}

/** How far each of the cards steps back. */
async function fades(page: Page): Promise<Readonly<Record<string, string | null>>> {
  const all = Object.keys(sentences).map(async (label) => [
    label,
    await card(page, label).getAttribute("data-fade"),
  ]);
  return Object.fromEntries(await Promise.all(all)) as Record<string, string | null>;
}

/** Where the cards stand on screen, and how large they are. */
function places(page: Page) {
  return Promise.all(Object.keys(sentences).map((label) => card(page, label).boundingBox()));
}

test("a card names who argued its claim, and when", async () => {
  const { page } = await openDebate();
  expect(await card(page, "Blame").getAttribute("aria-description")).toBe(
    "Blame. Feis 1957 · Williams denies, 1959",
  );
  expect(await card(page, "Plain").getAttribute("aria-description")).toBe("Plain");
});

test("by mouse: colours by school, filters, and counts; the layout holds still", async () => {
  const { page } = await openDebate();
  const before = await places(page);
  await lookBy(page, "school");
  const legend = page.getByRole("region", { name: "Legend: school" });
  await legend.getByText("5 claims", { exact: true }).waitFor();
  expect(await legend.getByRole("checkbox").evaluateAll((all) => all.map((each) => each.ariaLabel))).toEqual([
    "Orthodox, 2 claims",
    "Revisionists, 1 claim",
    "Of no school, 2 claims",
  ]);
  expect(await card(page, "Poland").getAttribute("aria-description")).toBe("Poland. Feis 1957. Orthodox");
  expect(await card(page, "Markets").locator("school-swatch").count()).toBe(1);
  expect(await card(page, "Plain").locator("school-swatch").count()).toBe(0);

  await legend.getByText("Orthodox").click();
  await legend.getByText("3 of 5 claims in these groups").waitFor();
  expect(await fades(page)).toEqual({
    Blame: "dim",
    Markets: "none",
    Security: "none",
    Poland: "dim",
    Plain: "none",
  });
  expect(await card(page, "Poland").getAttribute("aria-description")).toMatch(
    /Orthodox; in a group that the legend hides$/,
  );
  expect(await places(page)).toEqual(before);
  await legend.getByRole("button", { name: "Show all" }).click();
  await legend.getByText("5 claims", { exact: true }).waitFor();
  await lookBy(page, "nothing");
  await expect.poll(() => page.getByRole("region", { name: /^Legend/ }).count()).toBe(0);
  expect(await places(page)).toEqual(before);
});

test("by keyboard: v leads to the choice of lenses, Space hides a group, and the map is kept so", async () => {
  const { page } = await openDebate();
  await card(page, "Blame").focus();
  await page.keyboard.press("v");
  const select = page.getByLabel("Look at the map by");
  await expect.poll(() => select.evaluate((each) => each.matches(":focus"))).toBe(true);
  await lookBy(page, "school");
  const orthodox = page.getByRole("checkbox", { name: /^Orthodox/ });
  await orthodox.focus();
  await page.keyboard.press("Space");
  await page.locator("lens-legend").getByText("3 of 5 claims in these groups").waitFor();
  await page.getByRole("tab", { name: "Outline" }).click();
  await page.getByRole("tab", { name: "Map" }).click();
  await page.locator("lens-legend").getByText("3 of 5 claims in these groups").waitFor();
  await expect.poll(() => fades(page)).toMatchObject({ Blame: "dim", Markets: "none" });
});

test("slides a debate from its first year to its last: claims come, and the layout holds still", async () => {
  const { page } = await openDebate();
  const before = await places(page);
  await card(page, "Blame").focus();
  await page.keyboard.press("y");
  const slider = page.getByRole("slider", { name: "Year" });
  await expect.poll(() => slider.evaluate((each) => each.matches(":focus"))).toBe(true);
  await page.locator("year-bar").getByText("5 of 5 claims made by 1972, 1 without a date").waitFor();
  await page.keyboard.press("Home");
  await page.locator("year-bar").getByText("3 of 5 claims made by 1957").waitFor();
  expect(await slider.getAttribute("aria-valuetext")).toBe("1957, 3 of 5 claims made by 1957");
  expect(await fades(page)).toEqual({
    Blame: "none",
    Markets: "notYet",
    Security: "notYet",
    Poland: "none",
    Plain: "none",
  });
  expect(await card(page, "Markets").getAttribute("aria-description")).toMatch(/not yet made$/);
  await page.keyboard.press("ArrowRight");
  await page.locator("year-bar").getByText("4 of 5 claims made by 1959").waitFor();
  await page.keyboard.press("ArrowRight");
  await page.locator("year-bar").getByText("5 of 5 claims made by 1972").waitFor();
  await page.keyboard.press("ArrowLeft");
  await page.locator("year-bar").getByText("4 of 5 claims made by 1959").waitFor();
  expect(await places(page)).toEqual(before);
  await page.keyboard.press("Escape");
  await expect.poll(() => slider.count()).toBe(0);
  expect(Object.values(await fades(page))).toEqual(["none", "none", "none", "none", "none"]);
});

test("the debate over the Cold War grows from its first year to 1990", async () => {
  const { page } = await openApp({ at: "#/m/origins-cold-war" });
  await page.getByLabel("Look at the map by").waitFor();
  await lookBy(page, "school");
  await page.getByRole("checkbox", { name: /^Revisionists, \d+ claims$/ }).waitFor();
  await page.getByRole("button", { name: "Years" }).click();
  const slider = page.getByRole("slider", { name: "Year" });
  const where = async () => {
    const text = (await slider.getAttribute("aria-valuetext")) ?? "";
    const [, year, made] = /^(\d+), (\d+) of 46 claims made by/.exec(text) ?? [];
    return { year: Number(year), made: Number(made) };
  };
  await slider.press("Home");
  const first = await where();
  expect(first.year).toBeLessThan(1955);
  const grown = [first];
  while (grown.at(-1)!.year < 1990) {
    await slider.press("ArrowRight");
    grown.push(await where());
  }
  const made = grown.map((each) => each.made);
  expect(made).toEqual([...made].sort((a, b) => a - b));
  expect(made[0]).toBeLessThan(5);
  expect(made.at(-1)).toBeGreaterThan(20);
});

test("plays a debate from its first year, pauses, goes on, and stops at the end", async () => {
  const { page } = await openDebate();
  await page.getByRole("button", { name: "Years" }).click();
  await page.getByRole("button", { name: "Play" }).click();
  await page.locator("year-bar").getByText("3 of 5 claims made by 1957").waitFor();
  await page.locator("year-bar").getByText("4 of 5 claims made by 1959").waitFor();
  await page.getByRole("button", { name: "Pause" }).click();
  await expect.poll(() => status(page)).toContain("Paused: 4 of 5 claims made by 1959.");
  await page.getByRole("button", { name: "Play" }).click();
  await page.getByRole("button", { name: "Play" }).waitFor();
  await page.locator("year-bar").getByText("5 of 5 claims made by 1972").waitFor();
  await expect.poll(() => status(page)).toContain("The play is over: 5 of 5 claims made by 1972.");
});

async function status(page: Page): Promise<string> {
  return (await page.getByRole("status").allTextContents()).join(" ");
}

test("hides names, and reveals them one by one on the card, in the legend and by a key, and all at once", async () => {
  const { page } = await openDebate();
  await lookBy(page, "school");
  await page.getByRole("button", { name: "Blind" }).click();
  await expect
    .poll(() => card(page, "Blame").getAttribute("aria-description"))
    .toBe("Blame. A 1957 · B denies, 1959. School A");
  await page.getByRole("checkbox", { name: "School A, 2 claims" }).waitFor();
  expect(await page.getByText(/Feis|Williams|Orthodox/).count()).toBe(0);

  await card(page, "Markets").click();
  await page.keyboard.press("d");
  await page.getByText("Who argued this, and where, is hidden.").waitFor();
  await page.keyboard.press("w");
  await expect
    .poll(() => card(page, "Blame").getAttribute("aria-description"))
    .toBe("Blame. A 1957 · Williams denies, 1959. School A");
  await page.getByRole("checkbox", { name: "Revisionists, 1 claim" }).waitFor();
  await expect.poll(() => page.getByText("Who argued this, and where, is hidden.").count()).toBe(0);

  await card(page, "Poland").locator("card-lens .who").click();
  await expect
    .poll(() => card(page, "Poland").getAttribute("aria-description"))
    .toBe("Poland. Feis 1957. Orthodox");
  await page.getByRole("button", { name: "Blind" }).click();
  await page.getByRole("button", { name: "Blind" }).click();
  await page.getByRole("button", { name: "Reveal School B: who?" }).click();
  await page.getByRole("checkbox", { name: "Revisionists, 1 claim" }).waitFor();
  await page.getByRole("button", { name: "Blind" }).click();
  await expect
    .poll(() => card(page, "Blame").getAttribute("aria-description"))
    .toBe("Blame. Feis 1957 · Williams denies, 1959. Orthodox");
});

test.each(["school", "what is open"])(
  "axe-core finds nothing, by %s, filtered, in a year, blind",
  async (lens) => {
    const { page } = await openDebate({ colorScheme: "light" });
    await lookBy(page, lens);
    await page.getByRole("button", { name: "Years" }).click();
    await page.getByRole("slider").press("Home");
    await page.locator("year-bar").getByText("3 of 5 claims made by 1957").waitFor();
    await page.getByRole("checkbox").first().click();
    await page
      .getByText(/of 5 claims in these groups/)
      .first()
      .waitFor();
    expect(await faults(page, "every rule"), "light").toEqual([]);
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await faults(page, "colours"), "dark").toEqual([]);
    await page.getByRole("button", { name: "Blind" }).click();
    await expect.poll(() => card(page, "Blame").getAttribute("aria-description")).toMatch(/A 1957/);
    expect(await faults(page, "every rule"), "dark, blind").toEqual([]);
  },
);

test("on a phone the choice is there, the legend comes folded, and nothing runs off the screen", async () => {
  const { page } = await openDebate({ viewport: { width: 360, height: 640 } });
  await lookBy(page, "school");
  const unfold = page.getByRole("button", { name: "Unfold the legend" });
  await unfold.waitFor();
  expect(await page.getByRole("checkbox").count()).toBe(0);
  await unfold.click();
  await page.getByRole("checkbox", { name: /^Orthodox/ }).waitFor();
  await page.getByRole("button", { name: "Years" }).click();
  const boxes = await Promise.all(
    ["looking-bar .bar", "year-bar", "lens-legend"].map((each) => page.locator(each).boundingBox()),
  );
  for (const box of boxes) {
    expect(box!.x).toBeGreaterThanOrEqual(0);
    expect(box!.x + box!.width).toBeLessThanOrEqual(360);
    expect(box!.y).toBeGreaterThanOrEqual(0);
    expect(box!.y + box!.height).toBeLessThanOrEqual(640);
  }
});
