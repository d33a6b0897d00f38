import { html } from "lit";
import { beforeEach, describe, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import "#elements/find/find-panel.ts";
import { contextOf } from "#actions/action.ts";
import { actionById } from "#actions/catalogue.ts";
import { attribute } from "#commands/attribute.ts";
import { putHolder } from "#commands/put-holder.ts";
import { finderOf } from "#elements/find/finding.ts";
import type { AttributionId, HolderId } from "#model/ids.ts";
import { newAttribution, newHolder } from "#model/people.ts";
import { READ_AT_ONCE } from "#search/finder.ts";
import { atOnce } from "#model/steps.ts";
import { lookingAt } from "#session/looking.ts";
import type { MapSession } from "#session/map-session.ts";
import type { Workspace } from "#session/workspace.ts";
import { turn } from "#store/turns.ts";
import { largeMap } from "../../large-map.ts";
import { argumentMap, claimId } from "../../notation.ts";
import { faults, focused, openApp, openSession, show } from "../dialogs/workspace.ts";

const notation =
  "Reform was right; +Terror ended > Reform was right; -Hungary 1956 shows the peril > Reform was right; -Poland was spared Hungary's fate > Hungary 1956 shows the peril";

let workspace: Workspace;
let session: MapSession;

beforeEach(async () => {
  await page.viewport(900, 700);
  const map = argumentMap(notation);
  ({ workspace } = await openApp([map]));
  session = await openSession(workspace, map.id);
  workspace.dialog.value = { type: "find" };
  show(
    html`<main .style=${"position: relative; height: 100%"}>
      <h1>A map</h1>
      <button id="opener">Opener</button>
    </main>`,
  );
  document.querySelector<HTMLElement>("#opener")!.focus();
  await open();
});

async function open(): Promise<void> {
  const panel = document.createElement("find-panel");
  Object.assign(panel, { workspace, session });
  document.querySelector("main")!.append(panel);
  await panel.updateComplete;
}

const field = () => page.getByRole("combobox", { name: "Find", exact: true });
const options = () =>
  page
    .getByRole("option")
    .elements()
    .map((element) => element.textContent?.replace(/\s+/g, " ").trim());

async function type(text: string): Promise<void> {
  await userEvent.fill(field(), text);
}

describe.each(["light", "dark"] as const)("axe finds nothing, %s", (theme) => {
  test("when nothing is typed", async () => {
    expect(await faults(theme)).toEqual([]);
  });

  test("with results, in Replace, on a narrow screen", async () => {
    await page.viewport(360, 640);
    workspace.dialog.value = { type: "replace" };
    await type("hungary");
    await expect.element(page.getByRole("option").first()).toBeVisible();
    expect(await faults(theme)).toEqual([]);
  });

  test("when nothing is found", async () => {
    await type("Gorbachev");
    expect(await faults(theme)).toEqual([]);
  });
});

test("the field has the focus; results come as one types, with the way to each, and are counted", async () => {
  expect(focused()?.getAttribute("aria-label")).toBe("Find");
  await type("Hungar");
  await expect.element(page.getByRole("status")).toHaveTextContent("2 claims found");
  expect(options()).toEqual([
    "Objection Reform was right Hungary 1956 shows the peril",
    "Objection Reform was right › Hungary 1956 shows the peril Poland was spared Hungary's fate",
  ]);
  const panel = document.querySelector("find-panel")!;
  expect([...panel.shadowRoot!.querySelectorAll("mark")].map((mark) => mark.textContent)).toEqual([
    "Hungar",
    "Hungar",
  ]);
});

test("it says in words when nothing is found", async () => {
  await type("Gorbachev");
  await expect
    .element(page.getByRole("status"))
    .toHaveTextContent("No claim, note, source or name holds “Gorbachev”.");
});

test("arrow keys choose, Enter goes there, unfolds what hides it, and closes", async () => {
  await type("hungar");
  await userEvent.keyboard("{ArrowDown}");
  await expect.element(page.getByRole("option").nth(1)).toHaveAttribute("aria-selected", "true");
  expect(field().element().getAttribute("aria-activedescendant")).toBe("result-1");
  await userEvent.keyboard("{Enter}");
  expect(workspace.dialog.value).toBeNull();
  expect(session.inHand.value).toBe("Poland was spared Hungary's fate");
  expect(session.shown.value).toContain(claimId("Poland was spared Hungary's fate"));
  expect(document.activeElement).toBe(document.body);
});

test("a click goes there too", async () => {
  await type("terror");
  await page.getByRole("option").click();
  expect([workspace.dialog.value, session.inHand.value]).toEqual([null, "Terror ended"]);
});

test("Escape and the button close it, and the focus is back where it was", async () => {
  await userEvent.keyboard("{Escape}");
  expect(workspace.dialog.value).toBeNull();
  expect(focused()?.id).toBe("opener");
  workspace.dialog.value = { type: "find" };
  await page.getByRole("button", { name: "Close Find" }).click();
  expect(workspace.dialog.value).toBeNull();
  expect(focused()?.id).toBe("opener");
});

test("opening it once more takes what was typed in hand", async () => {
  await type("terror");
  document.querySelector<HTMLElement>("#opener")!.focus();
  void actionById("go.find").run(contextOf(workspace));
  await expect.poll(() => focused()?.getAttribute("aria-label")).toBe("Find");
  await userEvent.keyboard("poland");
  await expect.element(field()).toHaveValue("poland");
});

describe("a large map", () => {
  const claims = 20 * READ_AT_ONCE;

  beforeEach(async () => {
    document.querySelector("find-panel")!.remove();
    const large = largeMap(claims);
    const app = await openApp([large]);
    ({ workspace } = app);
    session = await openSession(workspace, large.id);
    workspace.dialog.value = { type: "find" };
  });

  test("is read in turns from when Find opens, and what is found by then is shown", async () => {
    const counts: number[] = [];
    const said = new Set<string>();
    await open();
    const panel = document.querySelector("find-panel")!.shadowRoot!;
    const input = panel.querySelector("input")!;
    input.value = "claim";
    input.dispatchEvent(new InputEvent("input", { bubbles: true }));
    while (finderOf(session).left > 0) {
      counts.push(finderOf(session).find("claim", 1).count);
      said.add(panel.querySelector('[role="status"]')!.textContent.trim());
      await turn();
    }
    await expect.element(page.getByRole("status")).toHaveTextContent("2,000 claims found");
    expect(Math.max(...counts.map((count, at) => count - (counts[at - 1] ?? 0)))).toBe(READ_AT_ONCE);
    expect([...said]).toContain("1,000 claims found so far, still reading…");
  });

  test("is looked through in turns, and Enter waits for none of them", async () => {
    atOnce(finderOf(session).reading());
    await open();
    const panel = document.querySelector("find-panel")!.shadowRoot!;
    const input = panel.querySelector("input")!;
    input.value = "1999";
    input.dispatchEvent(new InputEvent("input", { bubbles: true }));
    await document.querySelector("find-panel")!.updateComplete;
    const shown = panel.querySelectorAll('[role="option"]').length;
    input.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
    expect([shown, session.inHand.value]).toEqual([0, "c1999"]);
  });

  test("is read on where Find was closed before it was read", async () => {
    await open();
    document.querySelector("find-panel")!.remove();
    await turn();
    await turn();
    const { left } = finderOf(session);
    await open();
    await expect.poll(() => finderOf(session).left).toBe(0);
    expect(left).toBeGreaterThan(0);
  });
});

describe("Replace", () => {
  beforeEach(async () => {
    await page.getByRole("button", { name: "Replace", exact: true }).click();
    await type("hungary");
  });

  test("replaces all, says so, and offers Undo", async () => {
    await userEvent.fill(page.getByRole("textbox", { name: "Replace with" }), "Budapest");
    await page.getByRole("button", { name: "Replace all (2)" }).click();
    expect(session.map.value.claims.get(claimId("Terror ended"))?.text).toBe("Terror ended");
    const texts = () => [...session.map.value.claims.values()].map(({ text }) => text);
    expect(texts()).toContain("Budapest 1956 shows the peril");
    expect(session.open.history.value.undo).toBe("replace");
    expect(workspace.notices.notice.value?.sentence).toBe("2 places replaced in 2 claims.");
    workspace.notices.notice.value?.offer?.run();
    expect(texts()).toContain("Hungary 1956 shows the peril");
  });

  test("minds the case when told to", async () => {
    await page.getByRole("checkbox", { name: "Match case" }).click();
    await expect.element(page.getByRole("button", { name: "Replace all (0)" })).toBeDisabled();
    await expect
      .element(page.getByRole("status"))
      .toHaveTextContent("No claim or note holds “hungary” letter by letter.");
  });

  test("says near the button why it was not done", async () => {
    await type("Reform was right");
    await page.getByRole("button", { name: "Replace all (1)" }).click();
    await expect.element(page.getByRole("alert")).toHaveTextContent(/empty thesis/i);
    expect(session.map.value.claims.get(claimId("Reform was right"))?.text).toBe("Reform was right");
  });
});

test("while names are hidden nobody finds out by looking for one", async () => {
  const [holder, claim] = ["feis" as HolderId, claimId("Reform was right")];
  session.open.run(putHolder, { holder: newHolder(holder, { name: "Herbert Feis" }) });
  session.open.run(attribute, { claim, attribution: newAttribution("a" as AttributionId, holder) });
  await type("Feis");
  await expect.poll(options).toHaveLength(1);
  lookingAt(session).hideNames(true);
  await expect.element(page.getByText("Names are hidden, so holders")).toBeVisible();
  expect(options()).toEqual([]);
  await expect.element(page.getByText("No claim or note holds “Feis”.")).toBeVisible();
});
