import { html } from "lit";
import { beforeEach, describe, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { cite } from "#commands/cite.ts";
import { dismissFinding } from "#commands/dismiss-finding.ts";
import { editNote } from "#commands/edit-note.ts";
import "#elements/missing/missing-panel.ts";
import type { Masking } from "#lenses/missing/sentence.ts";
import type { AttributionId, ClaimId, HolderId, MapId, SourceId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import { newAttribution, newHolder } from "#model/people.ts";
import { newCitation } from "#model/source.ts";
import type { MapSession } from "#session/map-session.ts";
import { dismissingWords, missingPanelWords as words } from "#words/missing.ts";
import { argumentMap, claimId } from "../../notation.ts";
import { faults, focused, openApp, type OpenApp, openSession, show } from "../dialogs/workspace.ts";

const source = "s" as SourceId;
let app: OpenApp;
let session: MapSession;

/** A claim with reasons and objections, none with a source; one held by somebody, nobody says when. */
function debate(): ArgumentMap {
  const map = argumentMap("A; +B > A; -C > A; -D > C");
  const holder = newHolder("h" as HolderId, { name: "E. H. Carr", lived: "soon" });
  const held = [newAttribution("1" as AttributionId, holder.id)];
  const claim = { ...map.claims.get(claimId("D"))!, attributions: held };
  return {
    ...map,
    id: "map" as MapId,
    claims: new Map([...map.claims, [claim.id, claim]]),
    holders: new Map([[holder.id, holder]]),
  };
}

async function open(map: ArgumentMap, masks: Masking | null = null): Promise<void> {
  app = await openApp([map]);
  session = await openSession(app.workspace, map.id);
  app.workspace.missing.value = true;
  show(
    html`<main>
      <h1>A map</h1>
      <missing-panel .workspace=${app.workspace} .session=${session} .masks=${masks}></missing-panel>
    </main>`,
  );
}

function line(name: string) {
  return page.getByRole("button", { name, exact: true });
}

function headings(): readonly string[] {
  return page
    .getByRole("heading", { level: 3 })
    .elements()
    .map(({ textContent }) => textContent.trim());
}

function rests(claim: string): string {
  return `“${claim}” rests on no source.`;
}

function giveSource(claim: string): void {
  const item = { type: "book", title: "A book", author: [{ family: "Carr" }] };
  session.run(cite, { claim: claimId(claim), citation: newCitation(source), source: { id: source, item } });
}

describe("on a map with gaps", () => {
  beforeEach(async () => {
    await open(debate());
    await expect.element(line(rests("A"))).toBeVisible();
  });

  test.each(["light", "dark"] as const)(
    "axe finds nothing, a reason being asked and one given: %s",
    async (theme) => {
      session.run(dismissFinding, { key: JSON.stringify(["unsourced", "A"]), reason: "Known" });
      await page.getByRole("button", { name: `Dismiss…: ${rests("B")}` }).click();
      await page.getByRole("button", { name: "Dismiss", exact: true }).click();
      await expect.element(page.getByRole("alert")).toHaveTextContent(dismissingWords.noReason);
      expect(await faults(theme)).toEqual([]);
    },
  );

  test("findings stand in groups with counts, said once when the panel opens", () => {
    expect(headings()).toEqual([
      "Claims without a source (4)",
      "Objections without a reply (1)",
      "Attributions without a date (1)",
      "Dates that cannot be (1)",
    ]);
    expect(focused()?.id).toBe("missing");
    const { spoken } = app.workspace.notices;
    expect(spoken.peek().at(-1)?.sentence).toBe("7 things that an examiner would ask about.");
  });

  test("a line leads to its claim, and the focus stays in the list", async () => {
    await line(rests("C")).click();
    expect([session.inHand.peek(), focused()?.textContent?.trim()]).toEqual(["C", rests("C")]);
    await userEvent.keyboard("{ArrowDown}");
    expect([session.inHand.peek(), focused()?.textContent?.trim()]).toEqual(["D", rests("D")]);
    await userEvent.keyboard("{ArrowUp}{ArrowUp}{ArrowUp}");
    expect(session.inHand.peek()).toBe("A");
  });

  test("what is about a holder alone leads to his entry beside, and back to the line", async () => {
    const life = page.getByRole("button", { name: /^The life of E\. H\. Carr/u });
    await life.click();
    const { about, entry } = app.workspace;
    expect([about.peek(), entry.peek()?.part, entry.peek()?.id]).toEqual(["people", "people", "h"]);
    expect(session.detail.peek()).toBe(false);
    (document.activeElement as HTMLElement).blur();
    entry.peek()!.back();
    expect(focused()).toBe(life.element());
  });

  test("a line goes when what was missing is there, and the focus takes the next", async () => {
    await line(rests("B")).click();
    giveSource("B");
    await expect.element(line(rests("B"))).not.toBeInTheDocument();
    expect(focused()?.textContent?.trim()).toBe(rests(nextOf("B")));
    session.open.undo();
    await expect.element(line(rests("B"))).toBeVisible();
  });

  test("a line is dismissed by keys with a reason, and taken up again", async () => {
    await line(rests("A")).click();
    await userEvent.keyboard("{Tab}{Enter}");
    await expect.poll(() => focused()?.tagName).toBe("INPUT");
    await userEvent.keyboard("{Enter}");
    await expect.element(page.getByRole("alert")).toBeVisible();
    await userEvent.keyboard("It is the question itself{Enter}");
    await expect.element(page.getByText("It is the question itself")).toBeVisible();
    expect(headings()).toContain("Claims without a source (3)");
    expect(headings().at(-1)).toBe("Dismissed (1)");
    expect(session.open.map.peek().about.dismissed).toEqual([
      { key: JSON.stringify(["unsourced", "A"]), reason: "It is the question itself" },
    ]);
    expect(focused()?.closest("li")).not.toBeNull();
    await page.getByRole("button", { name: `Take up again: ${rests("A")}` }).click();
    expect(session.open.map.peek().about.dismissed).toEqual([]);
    await expect.poll(headings).toContain("Claims without a source (4)");
    expect(focused()).not.toBe(document.body);
  });

  test("Escape leaves the reason, then the panel", async () => {
    const ask = page.getByRole("button", { name: `Dismiss…: ${rests("A")}` });
    await ask.click();
    await expect.poll(() => focused()?.tagName).toBe("INPUT");
    await userEvent.keyboard("half a reason{Escape}");
    await expect.poll(() => focused()?.ariaLabel).toBe(`Dismiss…: ${rests("A")}`);
    expect(session.open.map.peek().about.dismissed).toEqual([]);
    await userEvent.keyboard("{Escape}");
    expect(app.workspace.missing.peek()).toBe(false);
  });

  test("an edit ends, and is drawn, before what is missing is reckoned again", async () => {
    const before = headings();
    giveSource("A");
    giveSource("B");
    session.run(editNote, { claim: claimId("C"), note: "n" });
    await document.querySelector("missing-panel")?.updateComplete;
    expect(headings()).toEqual(before);
    await expect.poll(headings).toContain("Claims without a source (2)");
  });
});

/** The claim whose line follows in the order of the map. */
function nextOf(claim: string): string {
  const order = ["A", "B", "C", "D"];
  return order[order.indexOf(claim) + 1] ?? "";
}

test("a map that lacks nothing says so, and what is looked for can be read", async () => {
  await open({ ...argumentMap(""), id: "map" as MapId });
  await expect.element(page.getByText(words.nothing)).toBeVisible();
  await page.getByText(words.looksFor).click();
  await expect.element(page.getByText("Schools that never meet")).toBeVisible();
});

test("of a long list only the first lines are drawn, and more when they are asked for", async () => {
  const map = argumentMap(Array.from({ length: 100 }, (_, at) => `T${at}`).join("; "));
  await open({ ...map, id: "map" as MapId });
  await expect.poll(() => headings()[0]).toBe("Claims without a source (100)");
  expect(page.getByRole("listitem").elements()).toHaveLength(20);
  await page.getByRole("button", { name: /^Show 50 more of 80/u }).click();
  expect(page.getByRole("listitem").elements()).toHaveLength(70);
  expect(focused()?.closest("li")).toBe(page.getByRole("listitem").elements()[20]);
});

test("what is about several claims leads to one after the other", async () => {
  await open({ ...argumentMap("A; -B&C > A"), id: "map" as MapId });
  const both = line("“B” and “C” object together to “A”, and nobody replies.");
  const went: (ClaimId | null)[] = [];
  for (let times = 0; times < 3; times++) {
    await both.click();
    went.push(session.inHand.peek());
  }
  expect(went).toEqual(["B", "C", "B"]);
});

test("names are hidden where they are to be", async () => {
  await open(debate(), { holder: () => "Holder A", school: () => "School A" });
  await expect.element(page.getByText("When Holder A took a stance on “D” is not said.")).toBeVisible();
  expect(page.getByText("Carr").elements()).toHaveLength(0);
  // His entry would tell the name: his claim is shown instead.
  await page.getByRole("button", { name: /^The life of Holder A/u }).click();
  expect([session.inHand.peek(), session.detail.peek(), app.workspace.about.peek()]).toEqual([
    "D",
    true,
    null,
  ]);
});
