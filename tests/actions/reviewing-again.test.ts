import { describe, expect, test } from "vitest";
import { mergeIn, reviewAgain, takeBackMerge } from "#actions/merging.ts";
import { contextOf } from "#actions/action.ts";
import { actionById } from "#actions/catalogue.ts";
import { takeBack } from "#commands/take-back.ts";
import { writeNative } from "#interchange/native-write.ts";
import { stateOf } from "#model/taking-back.ts";
import { memoryStorage } from "#storage/memory.ts";
import { historyOf } from "#store/copies.ts";
import { mergingWords as words } from "#words/merging.ts";
import { say } from "../store/edits.ts";
import { ships } from "../store/shipping.ts";
import { written } from "../store/written.ts";
import { asked, copyBy, opened, take, texts, thaw, workspaceOn } from "./colleagues.ts";

/** Someone who has merged Carr's copy, taken one edit back, and comes again another day. */
async function anotherDay() {
  const storage = memoryStorage(null);
  const workspace = await workspaceOn(storage, ships(thaw));
  (await opened(workspace)).run(say, { claim: "B", text: "B, I say" });
  await take(workspace, await copyBy("E. H. Carr", { B: "B, they say", C: "C, they say", N: "New" }));
  await mergeIn(workspace, asked(workspace));
  const first = workspace.reviewing.peek()!;
  const session = workspace.current.peek()!;
  const added = first.review.lines.find(({ deed }) => deed === "added")!;
  session.run(takeBack, { part: added.part });
  await session.open.flush();
  const again = await workspaceOn(storage, ships(thaw));
  await again.go({ screen: "map", map: thaw.id, claim: null });
  return { first, again, action: actionById("map.review-merge") };
}

describe("what came in with a merge", () => {
  test("can be looked through again, and says the same but for what was taken back since", async () => {
    const { first, again, action } = await anotherDay();
    expect(action.when(contextOf(again))).toBe(true);
    expect(action.name(contextOf(again))).toBe("Review what came from E. H. Carr…");
    await action.run(contextOf(again));
    const reviewing = again.reviewing.peek()!;
    expect(reviewing).toMatchObject({ by: "E. H. Carr", into: null, review: first.review });
    expect([reviewing.before, reviewing.after].map(written)).toEqual(
      [first.before, first.after].map(written),
    );
    const { map } = again.current.peek()!.open;
    const states = reviewing.review.lines.map(({ deed, part }) => [deed, stateOf(map.peek(), part)]);
    expect(Object.fromEntries(states)).toEqual({ added: "taken back", reworded: "stands" });
    expect(reviewing.review.both).toHaveLength(1);
  });

  test("can still be taken back as a whole, and what was done since stays", async () => {
    const { again, action } = await anotherDay();
    await action.run(contextOf(again));
    const { open } = again.current.peek()!;
    open.run(say, { claim: "C", text: "C, since then" });
    takeBackMerge(again, again.reviewing.peek()!.review);
    expect(texts(open.map.peek())).toEqual({ A: "A", B: "B, I say", C: "C, since then" });
  });

  test("is told by the name of the one who merged to whoever gets the map from them", async () => {
    const mine = await workspaceOn(memoryStorage(null), ships(thaw));
    await mine.settings.choose("name", "Elton");
    (await opened(mine)).run(say, { claim: "A", text: "A, Elton says" });
    await take(mine, await copyBy("E. H. Carr", { B: "B, Carr says" }));
    await mergeIn(mine, asked(mine));
    const copy = await mine.current.peek()!.open.copy();
    const third = await workspaceOn(memoryStorage(null), ships(thaw));
    await third.settings.choose("name", "Scott");
    (await opened(third)).run(say, { claim: "C", text: "C, Scott says" });
    await take(third, writeNative(copy.map, historyOf(copy, "Elton")));
    expect(asked(third).last).toBeNull();
    await mergeIn(third, asked(third));
    const { versions } = third.current.peek()!.open;
    const [elton, own] = versions.peek().filter(({ merge }) => merge !== null);
    reviewAgain(third, elton!);
    expect(third.reviewing.peek()).toMatchObject({ by: "E. H. Carr", into: "Elton" });
    reviewAgain(third, own!);
    expect(third.reviewing.peek()).toMatchObject({ by: "Elton", into: null });
    expect(actionById("map.review-merge").name(contextOf(third))).toBe("Review what came from Elton…");
  });

  test("is offered to whoever opens the same copy once more", async () => {
    const workspace = await workspaceOn(memoryStorage(null), ships(thaw));
    const open = await opened(workspace);
    open.run(say, { claim: "C", text: "C, I say" });
    const file = await copyBy("E. H. Carr", { B: "B, they say" });
    await take(workspace, file);
    await mergeIn(workspace, asked(workspace));
    workspace.reviewing.value = null;
    await take(workspace, file);
    const { sentence, offer } = workspace.notices.notice.peek()!;
    expect([sentence, offer?.name]).toEqual([words.known("E. H. Carr"), "Review what came from E. H. Carr…"]);
    offer!.run();
    expect(workspace.reviewing.peek()?.review.lines).toHaveLength(1);
    await take(workspace, await copyBy("Davis", { D: "D, Davis says" }));
    expect(asked(workspace).last).toMatchObject({ merge: { by: "E. H. Carr" } });
  });

  test("is not offered where nothing was merged", async () => {
    const workspace = await workspaceOn(memoryStorage(null), ships(thaw));
    await workspace.go({ screen: "map", map: thaw.id, claim: null });
    workspace.current.peek()!.open.run(say, { claim: "A", text: "A, I say" });
    expect(actionById("map.review-merge").when(contextOf(workspace))).toBe(false);
  });
});
