import { deleteDB } from "idb";
import { html } from "lit";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { contextOf } from "#actions/action.ts";
import { actionById } from "#actions/catalogue.ts";
import { openDropped } from "#actions/opening.ts";
import "#elements/dialogs/dialog-host.ts";
import "#elements/dialogs/storage-dialog.ts";
import { startWorker } from "#elements/workers.ts";
import type { MapId } from "#model/ids.ts";
import { Settings } from "#session/settings.ts";
import { Workspace } from "#session/workspace.ts";
import { openStorage } from "#storage/open-storage.ts";
import { Maps } from "#store/maps.ts";
import { argumentMap } from "../../notation.ts";
import { say } from "../../store/edits.ts";
import { faults, focused, KeepingPlatform, openApp, show } from "./workspace.ts";

let name = "";
let databases = 0;
let workspace: Workspace;
let platform: KeepingPlatform;

function titled(id: string, title: string) {
  const map = argumentMap("A; +B > A; -C > A");
  return { ...map, id: id as MapId, about: { ...map.about, title } };
}

beforeEach(async () => {
  name = `storage dialog ${Date.now()} ${++databases}`;
  const storage = await openStorage({ name, startWriter: () => startWorker("files") });
  platform = new KeepingPlatform();
  const maps = await Maps.open({ ...storage, shipped: [] });
  for (const [at, title] of ["The Thaw", "The Purges", ""].entries())
    await maps.add(titled(`map ${at}`, title));
  workspace = new Workspace(maps, await Settings.open(storage.settings), platform, "map" as MapId);
  show(
    html`<main>
        <h1>A map</h1>
        <button id="opener">Opener</button>
      </main>
      <dialog-host .workspace=${workspace}></dialog-host>`,
  );
  document.querySelector<HTMLElement>("#opener")!.focus();
  workspace.dialog.value = { type: "storage" };
  await expect.element(page.getByRole("cell", { name: "The Thaw" })).toBeVisible();
});

afterEach(async () => {
  await workspace.maps.close();
  await deleteDB(name);
  localStorage.clear();
});

/** What was saved last, as the person would choose it again. */
function savedFile(change: (bytes: Blob) => Blob = (bytes) => bytes): File {
  const { name, contents } = platform.saved.at(-1)!;
  return new File([change(contents)], name);
}

async function press(button: string | RegExp): Promise<void> {
  await userEvent.click(page.getByRole("button", { name: button }));
}

describe.each(["light", "dark"] as const)("%s", (theme) => {
  test("axe finds nothing, whatever is open in it", async () => {
    expect(await faults(theme)).toEqual([]);
    await press("Back up everything…");
    await expect.poll(() => platform.saved.length).toBe(1);
    platform.file = savedFile((bytes) => bytes.slice(0, bytes.size - 100));
    await press("Restore a backup…");
    await expect.element(page.getByText(/the file is damaged/)).toBeVisible();
    await press("Forget everything on this device…");
    await expect.element(page.getByText(/3 maps with all history/)).toBeVisible();
    expect(await faults(theme)).toEqual([]);
  });
});

test("says what each map takes up, what the browser promises, and how old the second copy is", async () => {
  await expect.element(page.getByText(/are used of .* that this browser would give/)).toBeVisible();
  expect(page.getByRole("row").elements()).toHaveLength(4);
  await expect.element(page.getByRole("cell", { name: "Untitled map" })).toBeVisible();
  await expect.element(page.getByRole("cell", { name: /^[\d.,]+ (bytes|KB)$/ }).first()).toBeVisible();
  await expect.element(page.getByText(/second copy/).first()).toBeVisible();
  await press("Ask it to promise");
  await expect.element(page.getByText(/did not promise|has promised/)).toBeVisible();
});

describe("a backup", () => {
  test("goes out, shows what it holds, and comes back merged, by keyboard alone", async () => {
    await press("Back up everything…");
    await expect
      .poll(() => platform.saved[0]?.name)
      .toMatch(/^counterpoint-backup-\d{4}-\d\d-\d\d\.cpbackup$/);
    platform.file = savedFile();
    const open = (await workspace.maps.openMap("map 0" as MapId))!;
    open.run(say, { claim: "D", text: "Newer" });
    await open.flush();
    await userEvent.keyboard("{Tab}{Enter}");
    await expect.element(page.getByText(/This backup is from just now and holds 3 maps/)).toBeVisible();
    await expect.poll(() => focused()?.textContent?.trim()).toBe("Restore 3 maps");
    await userEvent.keyboard("{Enter}");
    await expect.element(page.getByText(/Everything in it was here already/)).toBeVisible();
    expect(open.map.value.claims.size, "the newer edit is still there").toBe(4);
    expect(focused()?.id).toBe("restore");
    open.close();
  });

  test("brings a title up to date that was merged from it", async () => {
    const maps = workspace.maps;
    await maps.rename("map 1" as MapId, "The Great Purges");
    await press("Back up everything…");
    await expect.poll(() => platform.saved.length).toBe(1);
    const other = await openStorage({ name: `${name} other` });
    const others = await Maps.open({ ...other, shipped: [] });
    await others.add(titled("map 1", "The Purges"));
    const restored = await other.safekeeping!.restore(savedFile());
    expect(restored.merged).toEqual(["map 1"]);
    await others.refreshLines(restored.merged);
    const line = () => others.entries.value.find(({ id }) => id === "map 1")?.title;
    expect(line()).toBe("The Great Purges");
    await others.close();
    await deleteDB(`${name} other`);
  });

  test.each([
    ["not one", new File(["{}"], "notes.json"), /“notes.json” is not a backup of Counterpoint/],
    ["empty", new File([], "empty.cpbackup"), /“empty.cpbackup” is empty/],
  ])("that is %s is refused in words, and nothing changes", async (_what, file, sentence) => {
    platform.file = file;
    await press("Restore a backup…");
    await expect.element(page.getByRole("alert")).toHaveTextContent(sentence);
    expect(page.getByRole("button", { name: /^Restore \d/ }).elements()).toEqual([]);
  });

  test("with a damaged map offers the others", async () => {
    await press("Back up everything…");
    await expect.poll(() => platform.saved.length).toBe(1);
    const bytes = new Uint8Array(await platform.saved[0]!.contents.arrayBuffer());
    bytes.fill(0, bytes.length >> 1, (bytes.length >> 1) + 9);
    platform.file = new File([bytes], "b.cpbackup");
    await press("Restore a backup…");
    await expect.element(page.getByText(/It was to hold 3/)).toBeVisible();
    await press("Restore 2 maps");
    await expect.element(page.getByText(/already/)).toBeVisible();
  });
});

/** A backup of everything here, by whatever name. */
async function backup(called: string): Promise<File> {
  const contents = await workspace.maps.safekeeping!.backUp();
  workspace.dialog.value = null;
  await expect.element(page.getByRole("dialog")).not.toBeInTheDocument();
  return new File([contents], called);
}

function drop(file: File): void {
  openDropped(workspace, { files: [file], folder: null });
}

describe("a backup that is dropped on the window, or opened as a map", () => {
  test.each(["counterpoint-backup.cpbackup", "download.bin"])("is known as one: %s", async (called) => {
    drop(await backup(called));
    const sentence = `“${called}” is not one map but a backup of all. You can restore it here.`;
    await expect.element(page.getByText(sentence)).toBeVisible();
    await expect.element(page.getByText(/holds 3 maps/)).toBeVisible();
    await expect.poll(() => focused()?.textContent?.trim()).toBe("Restore 3 maps");
    expect(await faults("light")).toEqual([]);
    await userEvent.keyboard("{Enter}");
    await expect.element(page.getByText(/Everything in it was here already/)).toBeVisible();
  });

  test("is known in the dialog for opening maps too, and changes nothing unasked", async () => {
    platform.file = await backup("all.cpbackup");
    await actionById("map.import").run(contextOf(workspace));
    await expect.element(page.getByRole("button", { name: "Restore 3 maps" })).toBeVisible();
    await press("Cancel");
    await expect.element(page.getByRole("button", { name: "Restore 3 maps" })).not.toBeInTheDocument();
    expect(workspace.maps.entries.value).toHaveLength(3);
  });

  test("is refused in words where only its name is a backup's", async () => {
    await backup("");
    drop(new File(["{}"], "notes.cpbackup"));
    await expect
      .element(page.getByRole("alert"))
      .toHaveTextContent(/“notes.cpbackup” is not a backup of Counterpoint/);
  });

  test("is refused in words where nothing is kept", async () => {
    const file = await backup("all.cpbackup");
    const { workspace: elsewhere } = await openApp([]);
    openDropped(elsewhere, { files: [file], folder: null });
    await expect
      .poll(() => elsewhere.dialog.value)
      .toMatchObject({
        type: "problem",
        sentence: expect.stringMatching(
          /“all.cpbackup” is a backup of Counterpoint. It cannot be restored here/,
        ),
      });
  });
});

describe("forgetting everything", () => {
  test("asks once, in words, and does nothing when it is called off", async () => {
    await press("Forget everything on this device…");
    await expect.poll(() => focused()?.textContent?.trim()).toBe("Cancel");
    await userEvent.keyboard("{Enter}");
    expect(page.getByRole("button", { name: "Forget everything", exact: true }).elements()).toEqual([]);
    expect(focused()?.id).toBe("opener");
    expect((await workspace.maps.safekeeping!.state()).maps).toBe(3);
  });

  test("offers the backup first, and then leaves nothing", async () => {
    await press("Forget everything on this device…");
    await press("Back up first…");
    await expect.poll(() => platform.saved.length).toBe(1);
    const gone = new Promise<void>((resolve) => workspace.maps.safekeeping!.watchForgotten(resolve));
    await userEvent.click(page.getByRole("button", { name: "Forget everything", exact: true }));
    await gone;
    expect((await indexedDB.databases()).map((each) => each.name)).not.toContain(name);
  });
});
