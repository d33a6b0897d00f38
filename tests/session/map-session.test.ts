import { afterEach, describe, expect, test } from "vitest";
import { addClaim } from "#commands/add-claim.ts";
import { addThesis } from "#commands/add-thesis.ts";
import { isRefusal } from "#commands/command.ts";
import { onClaim } from "#model/relation.ts";
import { draftBy } from "#session/drafting.ts";
import { MapSession } from "#session/map-session.ts";
import { memoryStorage } from "#storage/memory.ts";
import { Maps } from "#store/maps.ts";
import { argumentMap, claimId, notationOf, relationId } from "../notation.ts";

let session: MapSession;

async function openSession(notation: string): Promise<MapSession> {
  const maps = await Maps.open({ ...memoryStorage(null), shipped: [] });
  const id = await maps.add(argumentMap(notation));
  session = new MapSession((await maps.openMap(id))!);
  return session;
}

afterEach(() => session.close());

function beginObjection(to: string): void {
  const id = claimId("new");
  const input = {
    id,
    relation: relationId("new > A"),
    kind: "opposes" as const,
    target: onClaim(claimId(to)),
    text: "",
  };
  session.begin(draftBy(id, claimId(to), addClaim, input));
}

const written = () => notationOf(session.open.map.peek());
const undoable = () => session.open.history.peek().undo;

describe("writing a new claim", () => {
  test("is on screen before its first word, and in the map only after it", async () => {
    await openSession("A; +B > A");
    beginObjection("A");
    expect(session.shown.peek()).toContain("new");
    expect(session.inHand.peek()).toBe("new");
    expect(written()).toBe("A; +B > A");
    session.write("Because");
    expect(session.open.map.peek().claims.get(claimId("new"))?.text).toBe("Because");
  });

  test("is one step of undo, however often it was flushed", async () => {
    await openSession("A");
    beginObjection("A");
    session.write("B");
    session.write("Be");
    session.finish("Because");
    expect(undoable()).toBe("add objection");
    session.open.undo();
    expect(written()).toBe("A");
    expect(undoable()).toBeNull();
  });

  test("leaves nothing behind when it stays empty", async () => {
    await openSession("A; +B > A");
    beginObjection("A");
    session.finish("  ");
    expect(written()).toBe("A; +B > A");
    expect(undoable()).toBeNull();
    expect(session.inHand.peek()).toBe("A");
    expect(session.editing.peek()).toBeNull();
  });

  test("left empty as a thesis gives back the claim that was in hand", async () => {
    await openSession("A; +B > A");
    session.take(claimId("B"));
    session.begin(draftBy(claimId("new"), claimId("B"), addThesis, { id: claimId("new"), text: "" }));
    expect(session.inHand.peek()).toBe("new");
    session.finish("");
    expect(session.inHand.peek()).toBe("B");
  });

  test("that was emptied again goes, and what stands nearest is in hand", async () => {
    await openSession("A; +B > A");
    beginObjection("A");
    session.write("Because");
    session.finish("");
    expect(written()).toBe("A; +B > A");
    expect(session.inHand.peek()).toBe("B");
  });

  test("keeps what was typed when another is begun", async () => {
    await openSession("A; +B > A");
    beginObjection("A");
    session.write("Because");
    session.edit(claimId("B"));
    expect(session.open.map.peek().claims.get(claimId("new"))?.text).toBe("Because");
    expect(session.editing.peek()?.claim).toBe("B");
  });

  test("keeps the last letters when something else than the editor ends it", async () => {
    await openSession("A; +B > A");
    beginObjection("A");
    session.hold("Because it was ti");
    session.hold("Because it was time");
    session.finish();
    expect(session.open.map.peek().claims.get(claimId("new"))?.text).toBe("Because it was time");
  });

  test("unfolds what it is written under", async () => {
    await openSession("A; +B > A; +C > B");
    expect(session.shown.peek()).toEqual(["A", "B"]);
    beginObjection("B");
    expect(session.shown.peek()).toEqual(["A", "B", "C", "new"]);
  });
});

test("an old claim that is left empty gets its sentence back, and the reason is said", async () => {
  await openSession("A; +B > A");
  session.edit(claimId("B"));
  session.write("x");
  session.finish("");
  expect(session.open.map.peek().claims.get(claimId("B"))?.text).toBe("B");
  expect(session.refused.peek()).toMatchObject({
    claim: "B",
    sentence: expect.stringContaining("needs its sentence"),
  });
});

describe("saved", () => {
  test("is not said of letters that the editor still holds", async () => {
    await openSession("A");
    session.edit(claimId("A"));
    session.hold("Ah");
    await session.open.flush();
    expect(session.open.saving.peek()).toEqual({ state: "saved" });
    expect(session.saving.peek()).toEqual({ state: "saving" });
    session.write("Ah");
    expect(session.saving.peek()).toEqual({ state: "saving" });
    await session.open.flush();
    expect(session.saving.peek()).toEqual({ state: "saved" });
  });

  test("is not said of any field that holds letters, and all of them are handed on when writing ends", async () => {
    await openSession("A");
    const given: string[] = [];
    const hold = (name: string) => {
      const holder = {
        flush: () => {
          given.push(name);
          session.held.release(holder);
        },
      };
      session.held.hold(holder);
    };
    hold("title");
    hold("note");
    expect(session.saving.peek()).toEqual({ state: "saving" });
    session.finish();
    expect(given).toEqual(["title", "note"]);
    expect(session.saving.peek()).toEqual({ state: "saved" });
  });

  test("is not said of what the map refused, nor of a form that waits for its button", async () => {
    await openSession("A");
    const [form, field] = [{ flush: null }, { flush: () => undefined }];
    session.held.hold(form);
    expect(session.saving.peek()).toEqual({ state: "unfinished" });
    session.held.hold(field, "Too long.");
    expect(session.saving.peek()).toEqual({ state: "failed", reason: "Too long." });
    session.held.hold(field);
    expect(session.saving.peek()).toEqual({ state: "saving" });
    session.held.release(field);
    session.held.release(form);
    expect(session.saving.peek()).toEqual({ state: "saved" });
  });
});

describe("the claim in hand", () => {
  test("is what it answered, when undo takes it away", async () => {
    await openSession("A; +B > A");
    beginObjection("B");
    session.finish("Because");
    expect(session.inHand.peek()).toBe("new");
    session.open.undo();
    expect(session.inHand.peek()).toBe("B");
  });

  test("is the folded claim that hides it", async () => {
    await openSession("A; +B > A; +C > B");
    session.take(claimId("C"));
    session.fold(claimId("A"));
    expect(session.inHand.peek()).toBe("A");
  });

  test.each([
    ["A; +B > A; +C > A", "B", "C"],
    ["A; +B > A; +C > A", "C", "B"],
    ["A; +B > A", "B", "A"],
    ["A; Z", "A", "Z"],
  ])("in %s, after %s is deleted, is %s", async (notation, deleted, next) => {
    await openSession(notation);
    session.take(claimId(deleted));
    expect(isRefusal(session.remove(claimId(deleted)))).toBe(false);
    expect(session.inHand.peek()).toBe(next);
  });
});

test("taking a claim unfolds what hides it and asks the camera for it", async () => {
  await openSession("A; +B > A; +C > B; -D > C");
  session.take(claimId("D"), "centre");
  expect(session.shown.peek()).toEqual(["A", "B", "C", "D"]);
  expect(session.wish.peek()).toEqual({ type: "centre", claim: "D" });
});
