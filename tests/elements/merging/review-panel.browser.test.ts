import { html } from "lit";
import { beforeEach, describe, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { mergeIn, takeCopy } from "#actions/merging.ts";
import { deleteBranch } from "#commands/delete-branch.ts";
import { editNote } from "#commands/edit-note.ts";
import { editText } from "#commands/edit-text.ts";
import "#elements/merging/release-line.ts";
import "#elements/merging/review-panel.ts";
import type { MapId } from "#model/ids.ts";
import type { MapSession } from "#session/map-session.ts";
import { historyOf } from "#store/copies.ts";
import { LiveMap } from "#store/live.ts";
import { argumentMap, claimId } from "../../notation.ts";
import { say } from "../../store/edits.ts";
import { faults, focused, openApp, type OpenApp, openSession, show } from "../dialogs/workspace.ts";

const id = "map" as MapId;
let app: OpenApp;
let session: MapSession;

/** Mine and theirs have parted; theirs is merged, and looked through beside nothing. */
beforeEach(async () => {
  app = await openApp([argumentMap("A; +B > A; -C > A; +D > B; E")]);
  session = await openSession(app.workspace, id);
  const { document } = await session.open.copy();
  const theirs = new LiveMap(id, [document]);
  const change = (outcome: ReturnType<typeof editText.run>) => {
    if ("refused" in outcome) throw new Error(outcome.refused);
    theirs.run(outcome, "step", null);
  };
  change(editText.run(theirs.map, { claim: claimId("A"), text: "A, they say" }));
  change(editNote.run(theirs.map, { claim: claimId("B"), note: "Their note" }));
  change(say.run(theirs.map, { claim: "N", text: "New" }));
  change(deleteBranch.run(theirs.map, { claim: claimId("C") }));
  session.run(editText, { claim: claimId("A"), text: "A, I say" });
  session.run(editText, { claim: claimId("C"), text: "C, I say" });
  const copy = { map: theirs.map, document: theirs.bytes() };
  await takeCopy(app.workspace, { map: copy.map, warnings: [], history: historyOf(copy, "E. H. Carr") });
  const dialog = app.workspace.dialog.peek();
  if (dialog?.type !== "merge") throw new Error("No dialog asks.");
  app.workspace.dialog.value = null;
  await mergeIn(app.workspace, dialog.arrival);
  show(
    html`<main>
      <h1>A map</h1>
      <review-panel
        .workspace=${app.workspace}
        .session=${session}
        .reviewing=${app.workspace.reviewing.value}
      ></review-panel>
    </main>`,
  );
  await expect.element(page.getByRole("region", { name: "What E. H. Carr did" })).toBeVisible();
});

function textOf(claim: string): string | undefined {
  return session.open.map.peek().claims.get(claimId(claim))?.text;
}

describe.each(["light", "dark"] as const)("%s", (theme) => {
  test("axe finds nothing in the review", async () => {
    expect(await faults(theme)).toEqual([]);
  });

  test("axe finds nothing in the line of a newer version", async () => {
    const newer = { map: id, release: "1", edits: 7, seed: new Uint8Array() };
    show(
      html`<main>
        <h1>A map</h1>
        <release-line .workspace=${app.workspace} .newer=${newer}></release-line>
      </main>`,
    );
    await expect.element(page.getByText("7 changes")).toBeVisible();
    expect(await faults(theme)).toEqual([]);
  });
});

test("each edit is listed once, what both edited and what was deleted once in parts of their own", async () => {
  const headings = page.getByRole("heading", { level: 3 }).elements();
  expect(headings.map(({ textContent }) => textContent)).toEqual([
    "Edited by both (1)",
    "Deleted on one side (1)",
    "Edits that came in (2)",
  ]);
  await expect.element(page.getByText("Their note")).toBeVisible();
  await expect.element(page.getByText("They deleted it; you edited it")).toBeVisible();
});

test("an edit is taken back, put back, and gives way where it was changed since", async () => {
  await page.getByRole("button", { name: "Take back: Added: New" }).click();
  expect(textOf("N")).toBeUndefined();
  await expect.poll(() => focused()?.ariaLabel).toBe("Put back: Added: New");
  await userEvent.keyboard("{Enter}");
  expect(textOf("N")).toBe("New");
  session.run(editNote, { claim: claimId("B"), note: "My note since" });
  await expect.element(page.getByText("Changed since")).toBeVisible();
  expect(page.getByRole("button", { name: /Note changed/ }).elements()).toHaveLength(0);
});

test("what both edited is settled as one likes", async () => {
  const theirs = page.getByRole("button", { name: "Use theirs", pressed: true });
  await page.getByRole("button", { name: "Use theirs" }).click();
  expect(textOf("A")).toBe("A, they say");
  await expect.element(theirs).toBeVisible();
  await page.getByRole("button", { name: "Use mine" }).click();
  expect(textOf("A")).toBe("A, I say");
  session.open.undo();
  await expect.element(theirs).toBeVisible();
});

test("a claim that they deleted and I edited is brought back as I had it", async () => {
  await page.getByRole("button", { name: "Bring back: C, I say" }).click();
  expect(textOf("C")).toBe("C, I say");
  await expect.element(page.getByText("It is back")).toBeVisible();
  await expect.poll(() => focused()?.textContent?.trim()).toBe("C, I say");
});

test("arrow keys walk the claims on the map; the whole is undone; Escape closes", async () => {
  await expect.poll(() => focused()?.id).toBe("review");
  await userEvent.keyboard("{ArrowDown}");
  expect(session.inHand.peek()).toBe("A");
  await userEvent.keyboard("{ArrowDown}{ArrowDown}");
  expect(session.inHand.peek()).toBe("N");
  await userEvent.keyboard("{ArrowUp}");
  expect(session.inHand.peek()).toBe("B");
  const merged = textOf("A");
  const undo = page.getByRole("button", { name: "Undo merge" });
  await undo.click();
  expect([textOf("A"), textOf("C"), textOf("N")]).toEqual(["A, I say", "C, I say", undefined]);
  await userEvent.keyboard("{Enter}");
  expect([textOf("A"), textOf("C"), textOf("N")]).toEqual([merged, undefined, "New"]);
  await expect.element(undo).toBeVisible();
  await userEvent.keyboard("{Escape}");
  expect(app.workspace.reviewing.peek()).toBeNull();
});
