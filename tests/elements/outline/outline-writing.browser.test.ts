import { beforeEach, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { addClaim } from "#commands/add-claim.ts";
import type { ClaimId, RelationId } from "#model/ids.ts";
import { onClaim } from "#model/relation.ts";
import { draftBy } from "#session/drafting.ts";
import type { MapSession } from "#session/map-session.ts";
import { claimId } from "../../notation.ts";
import { focused } from "../dialogs/workspace.ts";
import { focusedName, openOutline, row, rows, small, takeRow } from "./outline-page.ts";

let session: MapSession;

beforeEach(async () => {
  await page.viewport(1280, 720);
  ({ session } = await openOutline(small));
});

const take = (claim: string) => takeRow(session, claim);

test("keys that are typed before the row is drawn land in the editor", async () => {
  await take("B");
  const id = "new" as ClaimId;
  const target = onClaim(claimId("B"));
  session.begin(
    draftBy(id, claimId("B"), addClaim, {
      id,
      relation: "step" as RelationId,
      kind: "supports",
      target,
      text: "",
    }),
  );
  const field = focused();
  expect(field).toBeInstanceOf(HTMLTextAreaElement);
  document.execCommand("insertText", false, "At once");
  await expect.element(row(/^Reason: /).filter({ hasText: "At once" })).toBeInTheDocument();
  expect(focused()).toBe(field);
  await userEvent.keyboard("{Escape}");
  expect(session.map.value.claims.get(id)?.text).toBe("At once");
});

test("a new claim left empty goes, and the focus is on the claim it was to answer", async () => {
  await take("B");
  await userEvent.keyboard("+");
  await expect.poll(() => rows().length).toBe(8);
  await userEvent.keyboard("{Enter}");
  await expect.poll(() => rows().length).toBe(7);
  await expect.poll(focusedName).toMatch(/^Reason: B/);
  expect(session.open.history.value.undo).toBeNull();
});

test("an old claim that is emptied gets its sentence back, and says why", async () => {
  await take("B");
  await userEvent.keyboard("{Enter}");
  await userEvent.keyboard("{Control>}a{/Control}{Delete}{Enter}");
  await expect.element(page.getByRole("alert")).toHaveTextContent("A claim needs its sentence.");
  expect(session.map.value.claims.get(claimId("B"))?.text).toBe("B");
});

test("a click elsewhere ends and keeps; Shift+Enter breaks the line; one undo takes it all back", async () => {
  await take("B");
  await userEvent.keyboard("{Enter} one{Shift>}{Enter}{/Shift}two");
  await row(/Reason: G/).click();
  expect(session.map.value.claims.get(claimId("B"))?.text).toBe("B one\ntwo");
  expect(session.inHand.value).toBe("G");
  session.open.undo();
  expect(session.map.value.claims.get(claimId("B"))?.text).toBe("B");
});

test("the editor lies over its sentence, and the row grows with it", async () => {
  await page.viewport(360, 640);
  await take("B");
  await userEvent.keyboard("{Enter}");
  const before = row(/Reason: B/)
    .element()
    .getBoundingClientRect().height;
  await userEvent.fill(page.getByRole("textbox"), "A long sentence that needs several lines. ".repeat(6));
  const field = page.getByRole("textbox").element().getBoundingClientRect();
  const item = row(/Reason: /)
    .nth(0)
    .element()
    .getBoundingClientRect();
  expect(item.height).toBeGreaterThan(before + 60);
  expect(field.top).toBeGreaterThan(item.top);
  expect(field.bottom).toBeLessThanOrEqual(item.bottom);
  expect(field.right).toBeLessThanOrEqual(360);
});
