import { html } from "lit";
import { afterEach, beforeEach, expect, onTestFinished, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { contextOf } from "#actions/action.ts";
import { actionById } from "#actions/catalogue.ts";
import { followFiles } from "#actions/keeping-file.ts";
import "#elements/dialogs/dialog-host.ts";
import "#elements/dialogs/keep-file-dialog.ts";
import type { MapId } from "#model/ids.ts";
import { memoryStorage } from "#storage/memory.ts";
import type { FileHandle } from "#store/kept-file.ts";
import { argumentMap } from "../../notation.ts";
import { faults, openApp, type OpenApp, openSession, show } from "./workspace.ts";

const dialog = page.getByRole("dialog", { name: "Keep saving to a file" });
const thaw = { ...argumentMap("A; +B > A"), id: "map" as MapId };

let app: OpenApp;
/** What stands in for the pickers: no test can answer the browser's own. */
let pick: (name: string | null) => Promise<FileHandle | null>;

beforeEach(async () => {
  app = await openApp([{ ...thaw, about: { ...thaw.about, title: "Who? A debate" } }]);
  const { workspace, platform } = app;
  platform.files = async () => ({ pickNew: (name) => pick(name), pickExisting: () => pick(null) });
  onTestFinished(followFiles(workspace, await memoryStorage(null).openFiles!()));
  await openSession(workspace, thaw.id);
  await expect.poll(() => workspace.keeping.value).not.toBeNull();
  show(
    html`<main><h1>A map</h1></main>
      <dialog-host .workspace=${workspace}></dialog-host>`,
  );
  void actionById("map.keep-file").run(contextOf(workspace));
  await expect.element(dialog).toBeVisible();
});

afterEach(async () => {
  const root = await navigator.storage.getDirectory();
  await root.removeEntry("Who A debate.argmap.json").catch(() => undefined);
});

async function privateFile(name: string | null): Promise<FileHandle> {
  const root = await navigator.storage.getDirectory();
  return (await root.getFileHandle(name ?? "", { create: true })) as FileSystemFileHandle & FileHandle;
}

test.each(["light", "dark"] as const)("axe finds nothing, %s", async (theme) => {
  expect(await faults(theme)).toEqual([]);
});

test("Enter asks for a new file under the map's name, and the command is called after it then", async () => {
  pick = privateFile;
  await userEvent.keyboard("{Enter}");
  await expect.element(dialog).not.toBeInTheDocument();
  const { workspace } = app;
  expect(workspace.keeping.value?.line.value).toMatchObject({ name: "Who A debate.argmap.json" });
  const command = actionById("map.keep-file");
  expect(command.name(contextOf(workspace))).toBe("Saving to Who A debate.argmap.json…");
  void command.run(contextOf(workspace));
  await expect.element(page.getByText("This map is also saved to Who A debate.argmap.json.")).toBeVisible();
  await page.getByRole("button", { name: "Stop saving to Who A debate.argmap.json" }).click();
  await expect.element(dialog).not.toBeInTheDocument();
  expect(workspace.keeping.value?.line.value).toBeNull();
});

test("whoever changes their mind in the picker is where they were", async () => {
  pick = async () => null;
  await page.getByRole("button", { name: "A file of this map…" }).click();
  await expect.element(page.getByRole("button", { name: "A new file…" })).toBeEnabled();
  await expect.element(dialog).toBeVisible();
  expect(app.workspace.keeping.value?.line.value).toBeNull();
});

test("a picker that the browser refuses is told in words", async () => {
  pick = async () => {
    throw new DOMException("Not in this frame.", "SecurityError");
  };
  await page.getByRole("button", { name: "A new file…" }).click();
  await expect
    .element(page.getByRole("alert"))
    .toHaveTextContent("That could not be done: Not in this frame.");
});

test("Export offers it for the map's own format, and not for others", async () => {
  app.workspace.dialog.value = { type: "export" };
  const offer = page.getByRole("button", { name: "Keep saving to this file…" });
  await expect.element(offer).toBeVisible();
  await page.getByRole("radio", { name: "Argdown" }).click();
  await expect.element(offer).not.toBeInTheDocument();
  await page.getByRole("radio", { name: "Counterpoint file" }).click();
  await offer.click();
  await expect.element(dialog).toBeVisible();
});
