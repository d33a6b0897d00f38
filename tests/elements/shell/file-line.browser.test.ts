import { html } from "lit";
import { afterEach, beforeEach, expect, onTestFinished, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { chooseFile, followFiles } from "#actions/keeping-file.ts";
import "#elements/shell/file-line.ts";
import type { MapId } from "#model/ids.ts";
import { writeMap } from "#store/writing.ts";
import type { FilePicker } from "#session/platform.ts";
import type { FileHandle } from "#store/kept-file.ts";
import { memoryStorage } from "#storage/memory.ts";
import { argumentMap } from "../../notation.ts";
import { say } from "../../store/edits.ts";
import { openMaps, ships } from "../../store/shipping.ts";
import { faults, openApp, type OpenApp, openSession, show } from "../dialogs/workspace.ts";

const name = "file-line.argmap.json";
const thaw = { ...argumentMap("A; +B > A"), id: "map" as MapId };
const line = page.getByRole("complementary", { name: "The map’s file" });
const button = (called: string) => line.getByRole("button", { name: called });

let app: OpenApp;
let handle: FileHandle;
let root: FileSystemDirectoryHandle;

/** Answers the pickers with a real file among the private ones: no picker can be shown here. */
const picker: FilePicker = { pickNew: async () => handle, pickExisting: async () => handle };

beforeEach(async () => {
  root = await navigator.storage.getDirectory();
  handle = (await root.getFileHandle(name, { create: true })) as FileSystemFileHandle & FileHandle;
  app = await openApp([thaw]);
  const { workspace } = app;
  onTestFinished(followFiles(workspace, await memoryStorage(null).openFiles!()));
  await openSession(workspace, thaw.id);
  await expect.poll(() => workspace.keeping.value).not.toBeNull();
  show(
    html`<main>
        <h1>A map</h1>
        <button>Elsewhere</button>
      </main>
      <file-line .workspace=${workspace}></file-line>`,
  );
});

afterEach(() => root.removeEntry(name));

async function contents(): Promise<string> {
  return (await handle.getFile()).text();
}

async function change(text: string): Promise<void> {
  const writable = await handle.createWritable();
  await writable.write(new Blob([text]));
  await writable.close();
}

function edit(text: string): void {
  app.workspace.current.peek()!.open.run(say, { claim: "A", text });
}

/** The file of a colleague who was given this one, and has edited it. */
async function colleaguesCopy(): Promise<string> {
  const copy = await app.workspace.current.peek()!.open.copy();
  const maps = await openMaps(memoryStorage(null));
  await maps.add(copy.map, copy.document);
  const open = (await maps.openMap(thaw.id))!;
  open.run(say, { claim: "Theirs", text: "Their claim" });
  const theirs = await open.copy();
  return writeMap(theirs.map, { type: "copy", document: theirs.document, by: "Elton" }).text();
}

test.each(["light", "dark"] as const)("axe finds nothing in any state, %s", async (theme) => {
  await chooseFile(app.workspace, picker, { name });
  await expect.element(line).toHaveTextContent(`Also saved to ${name} · just now`);
  expect(await faults(theme)).toEqual([]);
  await change("another's");
  await app.workspace.keeping.value?.look();
  await expect.element(button("Merge it into mine")).toBeVisible();
  expect(await faults(theme)).toEqual([]);
});

test("an edit goes to a real file, through its swap file, and the line says when", async () => {
  await chooseFile(app.workspace, picker, { name });
  edit("The thaw");
  await expect.element(line).toHaveTextContent(`Writing to ${name}…`);
  await expect.element(line).toHaveTextContent(`Also saved to ${name} · just now`);
  expect(await contents()).toContain("The thaw");
});

test("what keeps an edit from the file is said once, takes no focus, and is done with the keyboard", async () => {
  await chooseFile(app.workspace, picker, { name });
  await change("another's");
  await page.getByRole("button", { name: "Elsewhere" }).click();
  edit("The thaw");
  await expect.element(button("Write over it")).toBeVisible();
  expect(await contents()).toBe("another's");
  expect(document.activeElement?.textContent).toBe("Elsewhere");
  await app.workspace.keeping.value?.look();
  expect(app.workspace.notices.spoken.peek()).toEqual([
    { sentence: expect.stringContaining("was changed by someone else"), count: 1 },
  ]);
  await userEvent.keyboard("{Tab}{Tab}{Enter}");
  await expect.element(line).toHaveTextContent("just now");
  expect(await contents()).toContain("The thaw");
});

test("a colleague's copy in the file is merged, and then saving goes on", async () => {
  await chooseFile(app.workspace, picker, { name });
  await change(await colleaguesCopy());
  edit("My wording");
  await button("Merge it into mine").click();
  await expect.element(line).toHaveTextContent("just now");
  for (const text of ["My wording", "Their claim"]) expect(await contents()).toContain(text);
  expect(app.workspace.reviewing.value?.by).toBe("Elton");
});

test("a file that is there and holds a copy of this map is merged first, one that holds anything else is refused", async () => {
  await change(await colleaguesCopy());
  expect(await chooseFile(app.workspace, picker, { existing: true })).toBe(true);
  await expect.element(line).toHaveTextContent(`${name} already holds a copy of this map.`);
  expect(await contents()).not.toContain("My wording");
  await button(`Stop saving to ${name}`).click();
  await expect.element(line).not.toBeInTheDocument();
  await change('{ "format": "notes" }');
  expect(await chooseFile(app.workspace, picker, { existing: true })).toBe(false);
  expect(app.workspace.dialog.value).toEqual({
    type: "problem",
    sentence: expect.stringMatching(
      new RegExp(`^The map is not saved to ${name}: it holds no copy of this map\\..*Choose a file`),
    ),
  });
  expect(app.workspace.keeping.value?.line.value).toBeNull();
});

test("what someone else wrote that is no copy of the map is not merged, and stays", async () => {
  await chooseFile(app.workspace, picker, { name });
  await change("{}");
  await app.workspace.keeping.value?.look();
  await button("Merge it into mine").click();
  await expect
    .poll(() => app.workspace.dialog.value)
    .toMatchObject({ sentence: expect.stringContaining(`${name} could not be merged into your map`) });
  expect(await contents()).toBe("{}");
});

test("whoever leaves the map has the last edit in the file; another map has no file", async () => {
  const { workspace } = app;
  await chooseFile(workspace, picker, { name });
  edit("The last edit");
  const copy = await workspace.maps.duplicate(thaw.id);
  await openSession(workspace, copy!);
  await expect.poll(() => workspace.keeping.value?.open.id).toBe(copy);
  await expect.poll(contents).toContain("The last edit");
  await workspace.keeping.value?.look();
  expect(workspace.keeping.value?.line.value).toBeNull();
  const before = await contents();
  edit("In the copy");
  await workspace.keeping.value?.writeNow();
  expect(await contents()).toBe(before);
});

test("a map in the bin writes nothing; put back, it goes on", async () => {
  const { workspace } = app;
  await chooseFile(workspace, picker, { name });
  const before = await contents();
  await workspace.maps.remove(thaw.id);
  expect(workspace.keeping.value).toBeNull();
  edit("Edited in another tab's bin");
  await workspace.current.peek()!.open.flush();
  expect(await contents()).toBe(before);
  await workspace.maps.restore(thaw.id);
  await expect.poll(() => workspace.keeping.value).not.toBeNull();
  await expect.poll(contents).toContain("Edited in another tab's bin");
});

test("a shipped map has nothing to keep before its first edit", async () => {
  const shipped = { ...argumentMap("S"), id: "shipped" as MapId };
  app = await openApp([], [ships(shipped)]);
  const { workspace } = app;
  onTestFinished(followFiles(workspace, await memoryStorage(null).openFiles!()));
  const { open } = await openSession(workspace, shipped.id);
  // Whoever had opened the map to keep a file for it would have it by now.
  (await workspace.maps.openMap(shipped.id))?.close();
  await open.flush();
  expect(workspace.keeping.value).toBeNull();
  open.run(say, { claim: "S", text: "Edited" });
  await expect.poll(() => workspace.keeping.value?.open).toBe(open);
});
