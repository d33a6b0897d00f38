import { html } from "lit";
import { beforeEach, describe, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { mergeIn, takeCopy } from "#actions/merging.ts";
import { editText } from "#commands/edit-text.ts";
import { takeBack } from "#commands/take-back.ts";
import "#elements/dialogs/dialog-host.ts";
import "#elements/history/history-dialog.ts";
import "#elements/merging/merge-dialog.ts";
import "#elements/merging/review-panel.ts";
import type { MapId } from "#model/ids.ts";
import type { MapSession } from "#session/map-session.ts";
import { historyOf } from "#store/copies.ts";
import { LiveMap } from "#store/live.ts";
import { argumentMap, claimId } from "../../notation.ts";
import { say } from "../../store/edits.ts";
import { faults, openApp, type OpenApp, openSession, show } from "../dialogs/workspace.ts";

const id = "map" as MapId;
const name = "Review what came from E. H. Carr…";
let app: OpenApp;
let session: MapSession;

/** Carr's copy was merged, one edit of it was taken back, and the review was closed. */
beforeEach(async () => {
  await page.viewport(1280, 720);
  app = await openApp([argumentMap("A; +B > A")]);
  session = await openSession(app.workspace, id);
  const { document } = await session.open.copy();
  await arrive(document, "E. H. Carr", { A: "A, they say", N: "New" });
  const dialog = app.workspace.dialog.peek();
  if (dialog?.type !== "merge") throw new Error("No dialog asks.");
  await mergeIn(app.workspace, dialog.arrival);
  const added = app.workspace.reviewing.peek()!.review.lines.find(({ deed }) => deed === "added");
  session.run(takeBack, { part: added!.part });
  app.workspace.reviewing.value = null;
  app.workspace.dialog.value = null;
});

/** The file of someone who has made these claims say these texts. */
async function arrive(document: Uint8Array, by: string, texts: Readonly<Record<string, string>>) {
  const theirs = new LiveMap(id, [document]);
  for (const [claim, text] of Object.entries(texts)) {
    const change = say.run(theirs.map, { claim, text });
    if (!("refused" in change)) theirs.run(change, "step", null);
  }
  const copy = { map: theirs.map, document: theirs.bytes() };
  await takeCopy(app.workspace, { map: copy.map, warnings: [], history: historyOf(copy, by) });
}

function showDialogs(): void {
  show(
    html`<main><h1>A map</h1></main>
      <dialog-host .workspace=${app.workspace}></dialog-host>`,
  );
}

function showReview(): void {
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
}

describe.each(["light", "dark"] as const)("what came in is reached again, %s,", (theme) => {
  test("from the merge's line of the history, which axe finds nothing in", async () => {
    showDialogs();
    app.workspace.dialog.value = { type: "history" };
    const line = page.getByRole("radio", {
      name: /^Merged: the copy from E\. H\. Carr.* 1 claim added, 1 reworded$/,
    });
    await expect.element(line).toBeVisible();
    expect(await faults(theme)).toEqual([]);
    const button = page.getByRole("button", { name });
    (button.element() as HTMLElement).focus();
    await userEvent.keyboard("{Enter}");
    expect(app.workspace.dialog.peek()).toBeNull();
    expect(app.workspace.reviewing.peek()).toMatchObject({ by: "E. H. Carr", into: null });
  });

  test("from the dialog that asks about another copy, which axe finds nothing in", async () => {
    showDialogs();
    const { document } = await session.open.copy();
    await arrive(document, "Davis", { B: "B, Davis says" });
    const again = page.getByRole("button", { name });
    await expect.element(again).toBeVisible();
    expect(await faults(theme)).toEqual([]);
    await again.click();
    await expect.poll(() => app.workspace.reviewing.peek()?.by).toBe("E. H. Carr");
    expect(app.workspace.dialog.peek()).toBeNull();
  });
});

test("it says when it was and how much of it stands no more, and follows what is done", async () => {
  showDialogs();
  app.workspace.dialog.value = { type: "history" };
  await page.getByRole("button", { name }).click();
  showReview();
  await expect
    .element(page.getByText(/^\s*Merged on .*\. 1 of 2 edits no longer stands\.\s*$/))
    .toBeVisible();
  await page.getByRole("button", { name: "Put back: Added: New" }).click();
  await expect.element(page.getByText(/no longer/)).not.toBeInTheDocument();
  expect(session.open.map.peek().claims.get(claimId("N"))?.text).toBe("New");
  session.run(editText, { claim: claimId("A"), text: "A, since then" });
  await expect.element(page.getByText("Changed since")).toBeVisible();
});
