import { signal } from "@preact/signals-core";
import { html } from "lit";
import { beforeEach, describe, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import "#elements/dialogs/choose-claim-dialog.ts";
import "#elements/dialogs/command-palette.ts";
import "#elements/dialogs/dialog-host.ts";
import "#elements/dialogs/export-dialog.ts";
import "#elements/dialogs/keys-sheet.ts";
import "#elements/dialogs/settings-dialog.ts";
import "#elements/dialogs/storage-dialog.ts";
import "#elements/history/history-dialog.ts";
import { readArgdown } from "#interchange/argdown-read.ts";
import { readNative } from "#interchange/native-read.ts";
import { languageName } from "#elements/dialogs/language.ts";
import type { ClaimId, MapId } from "#model/ids.ts";
import type { Arrival } from "#session/merging.ts";
import type { MapSession } from "#session/map-session.ts";
import type { Progress } from "#store/reading.ts";
import type { Dialog } from "#session/workspace.ts";
import { argumentMap, claimId, notationOf } from "../../notation.ts";
import { everyElement, faults, openApp, type OpenApp, openSession, show } from "./workspace.ts";

let app: OpenApp;
let session: MapSession;

beforeEach(async () => {
  app = await openApp([argumentMap("A; +B > A; -C > A; +D > B; E")]);
  session = await openSession(app.workspace, "map" as MapId);
  show(
    html`<main>
        <h1>A map</h1>
        <button id="opener">Opener</button>
      </main>
      <dialog-host .workspace=${app.workspace}></dialog-host>`,
  );
  document.querySelector<HTMLElement>("#opener")!.focus();
});

async function open(dialog: Dialog, heading: string): Promise<void> {
  app.workspace.dialog.value = dialog;
  await expect.element(page.getByRole("dialog", { name: heading })).toBeVisible();
}

function arrival(fields: Partial<Arrival>): Arrival {
  const usual = {
    by: "E. H. Carr",
    document: new Uint8Array(),
    trouble: null,
    images: new Map(),
    theirs: 1,
    mine: 0,
    last: null,
  };
  return { map: argumentMap("A; +B > A"), ...usual, ...fields };
}

const all: readonly (readonly [Dialog, string])[] = [
  [{ type: "palette" }, "Commands"],
  [{ type: "keys" }, "Keyboard shortcuts"],
  [{ type: "settings" }, "Settings"],
  [{ type: "storage" }, "Storage"],
  [{ type: "export" }, "Export"],
  [{ type: "history" }, "History"],
  [{ type: "move", claim: claimId("D") }, "Move to…"],
  [{ type: "link", claim: claimId("D") }, "Link to…"],
  [{ type: "merge", arrival: arrival({ theirs: 7, mine: 3 }) }, "You have this map already"],
  [
    { type: "merge", arrival: arrival({ document: null, trouble: "Begun apart." }) },
    "You have this map already",
  ],
  [
    { type: "merge", arrival: arrival({ document: null, binned: { map: argumentMap("A"), warnings: [] } }) },
    "This map is in the bin",
  ],
  [{ type: "problem", sentence: "“x.txt” is not a map." }, "That did not work"],
  [
    {
      type: "reading",
      name: "large.argdown",
      progress: signal<Progress>({ stage: "understanding", share: null }),
      cancel: () => undefined,
    },
    "Opening a file",
  ],
];

describe.each(["light", "dark"] as const)("%s", (theme) => {
  test.each(all)("axe finds nothing in %o", async (dialog, heading) => {
    await open(dialog, heading);
    expect(await faults(theme)).toEqual([]);
  });
});

test.each(all)(
  "Escape, the Close button and a click beside close %o, and the focus goes back",
  async (dialog, heading) => {
    const ways = [
      () => userEvent.keyboard("{Escape}"),
      () => page.getByRole("button", { name: "Close" }).click(),
      () => userEvent.click(document.body, { position: { x: 2, y: 2 }, force: true }),
    ];
    for (const close of ways) {
      await open(dialog, heading);
      await close();
      await expect.poll(() => app.workspace.dialog.value).toBeNull();
      await expect.element(page.getByRole("dialog")).not.toBeInTheDocument();
      expect(document.activeElement?.id).toBe("opener");
    }
  },
);

describe("the palette", () => {
  test("lists what can be done now, by groups, and finds it by its words", async () => {
    await open({ type: "palette" }, "Commands");
    await expect.element(page.getByRole("group", { name: "On a claim" })).toBeVisible();
    await userEvent.keyboard("show outl");
    await expect.element(page.getByRole("option")).toHaveTextContent("Show the outline");
    await userEvent.clear(page.getByRole("combobox"));
    await userEvent.keyboard("undo");
    expect(page.getByRole("option", { name: "Undo" }).elements()).toHaveLength(0);
  });

  test("runs what is chosen when it has closed, and lists it first the next time", async () => {
    session.take(claimId("B"));
    await open({ type: "palette" }, "Commands");
    await userEvent.keyboard("add reas{Enter}");
    expect(session.editing.value).not.toBeNull();
    expect(app.workspace.dialog.value).toBeNull();
    session.finish();
    await open({ type: "palette" }, "Commands");
    const lately = page.getByRole("group", { name: "Used lately" });
    await expect.element(lately.getByRole("option")).toHaveTextContent("Add reason");
  });

  test("arrow keys move in it and wrap around; what is active is named to screen readers", async () => {
    await open({ type: "palette" }, "Commands");
    const field = page.getByRole("combobox");
    await userEvent.keyboard("{ArrowUp}");
    const last = page.getByRole("option").elements().length - 1;
    await expect.element(field).toHaveAttribute("aria-activedescendant", `choice-${last}`);
    await userEvent.keyboard("{ArrowDown}");
    await expect.element(field).toHaveAttribute("aria-activedescendant", "choice-0");
  });

  test("says so when nothing has that name", async () => {
    await open({ type: "palette" }, "Commands");
    await userEvent.keyboard("qqqq{Enter}");
    await expect.element(page.getByText("No command is called “qqqq”.")).toBeVisible();
    expect(app.workspace.dialog.value).not.toBeNull();
  });
});

function crossed(): readonly (string | null)[] {
  return everyElement(document)
    .filter((each) => each.matches("kbd.off"))
    .map((key) => key.textContent);
}

test("the sheet crosses out single keys that are turned off", async () => {
  await open({ type: "keys" }, "Keyboard shortcuts");
  expect(crossed()).toEqual([]);
  await app.workspace.settings.choose("singleKeys", false);
  await userEvent.keyboard("{Escape}");
  await expect.element(page.getByRole("dialog")).not.toBeInTheDocument();
  await open({ type: "keys" }, "Keyboard shortcuts");
  expect(crossed()).toContain("+");
  expect(crossed()).not.toContain("Ctrl+K");
  await expect.element(page.getByText(/Single keys are turned off/)).toBeVisible();
});

describe("the settings", () => {
  test("hold at once and are kept", async () => {
    await open({ type: "settings" }, "Settings");
    await page.getByRole("radio", { name: "Dark" }).click({ force: true });
    await page.getByRole("checkbox", { name: "Single-letter keys" }).click();
    expect(app.workspace.settings.choices.value).toMatchObject({ theme: "dark", singleKeys: false });
  });

  test("the map's language is chosen by name or tag, as an edit that can be undone", async () => {
    await open({ type: "settings" }, "Settings");
    await page.getByLabelText("Language of the map").fill("Hebrew");
    await userEvent.tab();
    expect(session.map.value.about.language).toBe("he");
    await expect.element(page.getByText("Hebrew, written from right to left.")).toBeVisible();
    session.open.undo();
    expect(languageName(session.map.value.about.language)).toBe("English");
  });

  test("what is no language is refused with a sentence", async () => {
    await open({ type: "settings" }, "Settings");
    await page.getByLabelText("Language of the map").fill("Klingonese!");
    await userEvent.tab();
    await expect.element(page.getByRole("alert")).toHaveTextContent("“Klingonese!” is not a language");
    expect(session.map.value.about.language).toBe("en");
  });
});

async function choose(typed: string): Promise<void> {
  await userEvent.fill(page.getByRole("combobox"), typed);
}

describe("Move to…", () => {
  test("moves the branch as an objection", async () => {
    await open({ type: "move", claim: claimId("B") }, "Move to…");
    await choose("C");
    await page.getByRole("radio", { name: "Objection" }).click();
    await page.getByRole("button", { name: "Move", exact: true }).click();
    expect(notationOf(session.map.value)).toContain("-B > C");
    expect(session.inHand.value).toBe(claimId("B"));
    expect(app.workspace.dialog.value).toBeNull();
  });

  test("a branch cannot move into itself: the sentence stands in the dialog, which stays", async () => {
    const before = notationOf(session.map.value);
    await open({ type: "move", claim: claimId("B") }, "Move to…");
    await choose("D");
    await userEvent.keyboard("{Enter}");
    await expect.element(page.getByRole("alert")).toHaveTextContent(/itself/);
    await expect.element(page.getByRole("dialog", { name: "Move to…" })).toBeVisible();
    expect(notationOf(session.map.value)).toBe(before);
  });

  test("makes it a thesis", async () => {
    await open({ type: "move", claim: claimId("B") }, "Move to…");
    await page.getByRole("button", { name: "Make it a thesis" }).click();
    expect(session.forest.value.roots).toContain("B" as ClaimId);
  });

  test("onto a step it becomes an objection to the step", async () => {
    await open({ type: "move", claim: claimId("D") }, "Move to…");
    await choose("C");
    await page.getByRole("checkbox", { name: "Answer the step instead of the claim" }).click();
    await expect.element(page.getByRole("radio", { name: "Objection" })).toBeChecked();
    await userEvent.click(page.getByRole("button", { name: "Move", exact: true }));
    expect(notationOf(session.map.value)).toMatch(/-D > \(C>A\)/);
  });

  test("a thesis has no step to answer", async () => {
    await open({ type: "move", claim: claimId("D") }, "Move to…");
    await choose("E");
    await expect.element(page.getByRole("checkbox")).not.toBeInTheDocument();
  });
});

test("Link to… adds a second target and keeps the first", async () => {
  await open({ type: "link", claim: claimId("D") }, "Link to…");
  await userEvent.fill(page.getByRole("combobox"), "C");
  await userEvent.keyboard("{Enter}");
  expect(notationOf(session.map.value)).toMatch(/\+D > B.*\+D\??\*? > C|\+D\??\*? > C.*\+D\*? > B/);
  expect(session.forest.value.crossLinks).toHaveLength(1);
});

test("a claim cannot be linked to itself", async () => {
  await open({ type: "link", claim: claimId("D") }, "Link to…");
  await userEvent.fill(page.getByRole("combobox"), "D");
  await userEvent.keyboard("{Enter}");
  await expect.element(page.getByRole("alert")).toHaveTextContent("A claim cannot answer itself.");
});

async function save(format: string): Promise<{ name: string; text: string }> {
  await open({ type: "export" }, "Export");
  await page.getByRole("radio", { name: format }).click();
  await page.getByRole("button", { name: "Export", exact: true }).click();
  await expect.poll(() => app.platform.saved.length, { timeout: 30_000 }).toBe(1);
  const [{ name, contents }] = app.platform.saved as [(typeof app.platform.saved)[0]];
  return { name, text: await contents.text() };
}

describe("Export", () => {
  test("a Counterpoint file is the map again when it is read", async () => {
    const { name, text } = await save("Counterpoint file");
    expect(name).toBe("A map.argmap.json");
    expect(readNative(text)).toMatchObject({ map: session.map.value });
    expect(app.workspace.notices.notice.value?.sentence).toContain(name);
  });

  test("Argdown", async () => {
    const { name, text } = await save("Argdown");
    expect(name).toBe("A map.argdown");
    expect(readArgdown(text)).toMatchObject({ map: session.map.value });
  });

  test("SVG is a drawing of every claim", async () => {
    const { name, text } = await save("Picture, SVG");
    expect(name).toBe("A map.svg");
    const drawing = new DOMParser().parseFromString(text, "image/svg+xml");
    expect(drawing.querySelector("parsererror")).toBeNull();
    expect(drawing.documentElement.textContent).toContain("E");
  });

  test("PNG begins as a PNG", async () => {
    const { name, text } = await save("Picture, PNG");
    expect(name).toBe("A map.png");
    expect(text.slice(1, 4)).toBe("PNG");
  });
});
