import { html } from "lit";
import { beforeEach, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { editNote } from "#commands/edit-note.ts";
import { editText } from "#commands/edit-text.ts";
import "#elements/dialogs/dialog-host.ts";
import { readNative } from "#interchange/native-read.ts";
import type { MapId } from "#model/ids.ts";
import type { MapSession } from "#session/map-session.ts";
import { argumentMap, claimId } from "../../notation.ts";
import { openApp, type OpenApp, openSession, show } from "./workspace.ts";

let app: OpenApp;
let session: MapSession;

beforeEach(async () => {
  app = await openApp([argumentMap("A; +B > A")]);
  session = await openSession(app.workspace, "map" as MapId);
  show(
    html`<main><h1>A map</h1></main>
      <dialog-host .workspace=${app.workspace}></dialog-host>`,
  );
  app.workspace.dialog.value = { type: "export" };
  await expect.element(page.getByRole("dialog", { name: "Export" })).toBeVisible();
});

test("a Counterpoint file carries its history, signed by who exports it", async () => {
  await userEvent.fill(page.getByRole("textbox", { name: "Signed by" }), "E. H. Carr");
  await page.getByRole("button", { name: "Export", exact: true }).click();
  await expect.poll(() => app.platform.saved.length).toBe(1);
  expect(app.workspace.settings.choices.peek().name).toBe("E. H. Carr");
  expect(readNative(await app.platform.saved[0]!.contents.text())).toMatchObject({
    history: { by: "E. H. Carr" },
  });
});

test("a Counterpoint file without history and notes is another map, and no one's", async () => {
  session.run(editNote, { claim: claimId("A"), note: "For myself" });
  session.run(editText, { claim: claimId("B"), text: "B, deleted soon" });
  session.run(editText, { claim: claimId("B"), text: "What stands" });
  await app.workspace.settings.choose("name", "E. H. Carr");
  await page.getByRole("radio", { name: "Without history and private notes" }).click();
  expect(page.getByRole("textbox", { name: "Signed by" }).elements()).toHaveLength(0);
  await page.getByRole("button", { name: "Export", exact: true }).click();
  await expect.poll(() => app.platform.saved.length).toBe(1);
  const text = await app.platform.saved[0]!.contents.text();
  const outcome = readNative(text);
  if ("refused" in outcome) throw new Error(outcome.refused);
  expect(outcome.map.id).not.toBe("map");
  expect(outcome.map.claims.get(claimId("B"))?.text).toBe("What stands");
  const document = new TextDecoder("latin1").decode(outcome.history?.document);
  for (const word of ["For myself", "deleted soon", "Carr"]) expect(text + document).not.toContain(word);
});
