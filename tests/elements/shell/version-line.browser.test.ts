import { html } from "lit";
import { beforeEach, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { editText } from "#commands/edit-text.ts";
import "#elements/shell/version-line.ts";
import type { MapId } from "#model/ids.ts";
import { isQuiet } from "#session/quiet.ts";
import { argumentMap, claimId } from "../../notation.ts";
import { faults, openApp, type OpenApp, openSession, show } from "../dialogs/workspace.ts";

let app: OpenApp;
let taken = 0;
const line = page.getByRole("complementary", { name: "New version" });

beforeEach(async () => {
  app = await openApp([argumentMap("A; +B > A")]);
  taken = 0;
  show(
    html`<main>
        <h1>A map</h1>
        <button>Elsewhere</button>
      </main>
      <version-line .workspace=${app.workspace}></version-line>`,
  );
});

function announce(): void {
  app.workspace.newVersion.value = { take: () => taken++ };
}

test.each(["light", "dark"] as const)("axe finds nothing, %s", async (theme) => {
  announce();
  await expect.element(line).toBeVisible();
  expect(await faults(theme)).toEqual([]);
});

test("it is said once, takes no focus, and is taken with the keyboard", async () => {
  await page.getByRole("button", { name: "Elsewhere" }).click();
  announce();
  await expect.element(line).toBeVisible();
  expect(document.activeElement?.textContent).toBe("Elsewhere");
  expect(app.workspace.notices.spoken.peek().at(-1)).toMatchObject({
    sentence: "A new version of Counterpoint is ready",
    count: 1,
  });
  await userEvent.keyboard("{Tab}{Enter}");
  expect(taken).toBe(1);
});

test("put away, it stays away until there is another version", async () => {
  announce();
  await page.getByRole("button", { name: "Later, by itself" }).click();
  await expect.element(line).not.toBeInTheDocument();
  expect(taken).toBe(0);
  announce();
  await expect.element(line).toBeVisible();
});

test("a moment is quiet until someone writes, has a dialog open, or could undo", async () => {
  const { workspace } = app;
  const session = await openSession(workspace, "map" as MapId);
  expect(isQuiet(workspace)).toBe(true);
  workspace.dialog.value = { type: "keys" };
  expect(isQuiet(workspace)).toBe(false);
  workspace.dialog.value = null;
  session.edit(claimId("B"));
  expect(isQuiet(workspace)).toBe(false);
  session.finish();
  expect(isQuiet(workspace)).toBe(true);
  session.run(editText, { claim: claimId("B"), text: "Another reason" });
  await session.open.flush();
  expect(session.open.saving.peek().state).toBe("saved");
  expect(isQuiet(workspace)).toBe(false);
});
