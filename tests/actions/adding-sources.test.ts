import { expect, test } from "vitest";
import { openSources, pasteSources } from "#actions/adding-sources.ts";
import { contextOf } from "#actions/action.ts";
import type { ClaimId } from "#model/ids.ts";
import type { Dialog } from "#session/workspace.ts";
import { memoryStorage } from "#storage/memory.ts";
import { ships } from "../store/shipping.ts";
import { thaw, workspaceOn } from "./colleagues.ts";

const whole = (count: number) =>
  Array.from({ length: count }, (_, n) => `@book{k${n}, title = {Work ${n}}}`).join("\n");
const broken = (count: number) =>
  Array.from({ length: count }, () => "@book{open, title = {Never").join("\n");

async function onMap() {
  const workspace = await workspaceOn(memoryStorage(null), ships(thaw));
  let minted = 0;
  Object.assign(workspace.platform, { mint: () => `minted-${minted++}` });
  await workspace.go({ screen: "map", map: thaw.id, claim: null });
  const session = workspace.current.peek()!;
  return { workspace, session, sources: () => session.open.map.peek().sources };
}

test("up to three broken entries are named in the notice, more are listed in a dialog", async () => {
  const { workspace, sources } = await onMap();
  await pasteSources(contextOf(workspace), `${whole(2)}\n${broken(3)}`, "bibtex");
  expect(workspace.notices.notice.peek()?.sentence).toMatch(
    /^2 sources added\. 3 could not be read\. Line 3: .* Line 4: .* Line 5: /u,
  );
  expect(workspace.dialog.peek()).toBeNull();
  await pasteSources(contextOf(workspace), `${whole(2)}\n${broken(4)}`, "bibtex");
  const dialog = workspace.dialog.peek();
  expect(dialog).toMatchObject({
    type: "unread-entries",
    summary: "No source added. 2 are here already. 4 could not be read.",
  });
  expect(dialog).toHaveProperty("entries.length", 4);
  expect(sources().size).toBe(2);
});

test.each(["a dialog is open", "a claim is written"])("where %s, the list is only offered", async (where) => {
  const { workspace, session } = await onMap();
  const pasting = pasteSources(contextOf(workspace), broken(4), "bibtex");
  if (where === "a dialog is open") workspace.dialog.value = { type: "keys" };
  else session.edit("A" as ClaimId);
  const before: Dialog | null = workspace.dialog.peek();
  await pasting;
  expect(workspace.dialog.peek()).toBe(before);
  const notice = workspace.notices.notice.peek();
  expect(notice?.sentence).toBe("No source added. 4 could not be read.");
  notice?.offer?.run();
  expect(workspace.dialog.peek()).toHaveProperty("entries.length", 4);
});

test("a file's sources are one step of Undo", async () => {
  const { workspace, session, sources } = await onMap();
  expect(await openSources(workspace, new File([whole(40)], "a.bib"), "bibtex")).toBeNull();
  expect(sources().size).toBe(40);
  session.open.undo();
  expect(sources().size).toBe(0);
});

test("a map that is left meanwhile stays as it was, and that is said", async () => {
  const { workspace, sources } = await onMap();
  const opening = openSources(workspace, new File([whole(40)], "a.bib"), "bibtex");
  await workspace.go({ screen: "maps" });
  expect(await opening).toMatch(/^No source was added: the map was left/u);
  expect(sources().size).toBe(0);
});

test("a file that is not UTF-8 is refused with its line", async () => {
  const { workspace, sources } = await onMap();
  const latin = new Uint8Array([...new TextEncoder().encode("@book{a,\n title = {M"), 0xfc, 0x7d, 0x7d]);
  expect(await openSources(workspace, new File([latin], "a.bib"), "bibtex")).toMatch(
    /not UTF-8 text: line 2/u,
  );
  expect(sources().size).toBe(0);
});
