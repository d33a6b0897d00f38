import { html, render } from "lit";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import "#elements/detail/typed-field.ts";
import type { FieldWritten } from "#elements/detail/typed-field.ts";
import { HeldText } from "#session/held-text.ts";
import { faults, show } from "../dialogs/workspace.ts";

/** Longer than the pause after which what was typed is handed on. */
const longer = 300;
let held: HeldText;
let written: string[];
let gestures: Set<string>;
let refusal: string | null;

/** A map that keeps every text in capitals, and then shows it. */
function take(event: FieldWritten): void {
  written.push(event.text);
  gestures.add(event.gesture);
  event.refused = refusal;
  if (refusal === null) draw(event.text.toUpperCase());
}

function draw(text: string): void {
  const place = document.querySelector<HTMLElement>("main")!;
  render(
    html`<h1>A map</h1>
      <typed-field .label=${"Name"} .text=${text} .held=${held} @field-written=${take}></typed-field>
      <button>Elsewhere</button>`,
    place,
  );
}

const field = page.getByRole("textbox", { name: "Name" });
const input = () => field.element() as HTMLInputElement;
const keeping = () => held.keeping.value?.state ?? "saved";

beforeEach(async () => {
  held = new HeldText();
  [written, gestures, refusal] = [[], new Set(), null];
  show(html`<main></main>`);
  draw("");
  await document.querySelector("typed-field")!.updateComplete;
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
});
afterEach(() => void vi.useRealTimers());

/** One event of an input method, with the text as it then is. */
function compose(text: string, type: "input" | "compositionend"): void {
  input().value = text;
  const event =
    type === "input"
      ? new InputEvent("input", { bubbles: true, composed: true, isComposing: true })
      : new CompositionEvent("compositionend", { bubbles: true, composed: true });
  input().dispatchEvent(event);
}

describe("a field that is kept as it is typed", () => {
  test("holds its letters until the pause, and says so", async () => {
    await userEvent.type(field, "thaw");
    expect([keeping(), written]).toEqual(["saving", []]);
    vi.advanceTimersByTime(longer);
    expect([keeping(), written]).toEqual(["saved", ["thaw"]]);
  });

  test("hands them on when it is left, when they are asked for, and when it goes", async () => {
    await userEvent.type(field, "a");
    await page.getByRole("button", { name: "Elsewhere" }).click();
    await userEvent.type(field, "b");
    held.flush();
    await userEvent.type(field, "c");
    render(html``, document.querySelector<HTMLElement>("main")!);
    expect(written.map((text) => text.toLowerCase())).toEqual(["a", "ab", "abc"]);
    expect(keeping()).toBe("saved");
  });

  test("is one gesture from focus to focus", async () => {
    await userEvent.type(field, "a");
    vi.advanceTimersByTime(longer);
    await userEvent.keyboard("b");
    vi.advanceTimersByTime(longer);
    expect([written.length, gestures.size]).toEqual([2, 1]);
    await page.getByRole("button", { name: "Elsewhere" }).click();
    await userEvent.type(field, "c");
    held.flush();
    expect(gestures.size).toBe(2);
  });

  test("keeps text and caret as they are while the map tidies what it was given", async () => {
    await userEvent.type(field, "the thaw");
    input().setSelectionRange(3, 3);
    held.flush();
    await document.querySelector("typed-field")!.updateComplete;
    vi.advanceTimersByTime(longer);
    expect([input().value, input().selectionStart]).toEqual(["the thaw", 3]);
    await userEvent.keyboard("n");
    held.flush();
    expect(written).toEqual(["the thaw", "then thaw"]);
    await page.getByRole("button", { name: "Elsewhere" }).click();
    vi.advanceTimersByTime(longer);
    expect(input().value).toBe("THEN THAW");
  });

  test("takes in what others write while it holds nothing, and nothing of it while it does", async () => {
    await userEvent.type(field, "mine");
    draw("theirs");
    await document.querySelector("typed-field")!.updateComplete;
    expect(input().value).toBe("mine");
    held.flush();
    vi.advanceTimersByTime(longer);
    draw("theirs again");
    await document.querySelector("typed-field")!.updateComplete;
    expect(input().value).toBe("theirs again");
  });
});

describe("while an input method composes", () => {
  test("nothing is handed on by the pause, and it is not called saved", async () => {
    await field.click();
    compose("k", "input");
    vi.advanceTimersByTime(longer);
    compose("か", "input");
    vi.advanceTimersByTime(10 * longer);
    expect([keeping(), written]).toEqual(["saving", []]);
    compose("蚊", "compositionend");
    vi.advanceTimersByTime(longer);
    expect([keeping(), written]).toEqual(["saved", ["蚊"]]);
  });

  test("all is handed on when the page may go", async () => {
    await field.click();
    compose("か", "input");
    held.flush();
    expect(written).toEqual(["か"]);
  });
});

describe("what is too long", () => {
  test("does not come into the field, which stays as it is, and the reason stands below it", async () => {
    await userEvent.type(field, "thaw");
    held.flush();
    const text = "x".repeat(1_000_000);
    const coming = new InputEvent("beforeinput", {
      inputType: "insertFromPaste",
      data: text,
      cancelable: true,
      bubbles: true,
      composed: true,
    });
    expect(input().dispatchEvent(coming)).toBe(false);
    await expect
      .element(page.getByRole("alert"))
      .toHaveTextContent(/a text of 1,000,004 characters; a map keeps texts of up to 1,000,000/);
    expect([input().value, keeping()]).toEqual(["thaw", "saved"]);
    await userEvent.keyboard("s");
    await expect.element(page.getByRole("alert")).not.toBeInTheDocument();
  });
});

describe("what the map does not take", () => {
  test("stays in the field, is not called saved, and the reason stands below it", async () => {
    refusal = "This claim is not in the map any more.";
    await userEvent.type(field, "late");
    vi.advanceTimersByTime(longer);
    await expect.element(page.getByRole("alert")).toHaveTextContent(refusal);
    expect(held.keeping.value).toEqual({ state: "failed", reason: refusal });
    await page.getByRole("button", { name: "Elsewhere" }).click();
    vi.advanceTimersByTime(longer);
    expect(input().value).toBe("late");
    vi.useRealTimers();
    expect(await faults("light")).toEqual([]);
    refusal = null;
    await userEvent.type(field, "r");
    held.flush();
    await expect.element(page.getByRole("alert")).not.toBeInTheDocument();
    expect(keeping()).toBe("saved");
  });
});
