import { html, render } from "lit";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import "#elements/shell/app-shell.ts";
import type { AppShell } from "#elements/shell/app-shell.ts";
import type { ArgumentMap } from "#model/map.ts";
import { readAddress, writeAddress } from "#session/address.ts";
import { lookingAt } from "#session/looking.ts";
import type { MapSession } from "#session/map-session.ts";
import type { Workspace } from "#session/workspace.ts";
import { debate, holderId } from "../../lenses/debate.ts";
import { claimId } from "../../notation.ts";
import { faults, focused, openApp, openSession } from "../dialogs/workspace.ts";
import { painted, unstage } from "../map/staging.ts";
import { small, vast } from "./debates.ts";

let listening = new AbortController();
let workspace: Workspace;
let session: MapSession;

beforeEach(() => {
  listening = new AbortController();
});

afterEach(() => {
  listening.abort();
  unstage();
  history.replaceState(null, "", location.pathname + location.search);
});

/** The app on the timeline of a map. */
async function open(map: ArgumentMap, width = 1280): Promise<void> {
  document.documentElement.dataset["motion"] = "reduced";
  await page.viewport(width, 720);
  ({ workspace } = await openApp([map]));
  const go = () => void workspace.go(readAddress(location.hash));
  addEventListener("hashchange", go, { signal: listening.signal });
  session = await openSession(workspace, map.id);
  render(html`<app-shell .workspace=${workspace}></app-shell>`, document.body);
  await painted();
  location.hash = writeAddress({ screen: "timeline", map: map.id, claim: null });
  await expect.poll(() => screen()?.querySelector("timeline-chart, timeline-list, .empty")).toBeTruthy();
  await painted();
}

function shell(): ShadowRoot {
  return document.querySelector<AppShell>("app-shell")!.shadowRoot!;
}

function screen(): ShadowRoot | null {
  return shell().querySelector("timeline-screen")?.shadowRoot ?? null;
}

function chart(): ShadowRoot {
  return screen()!.querySelector("timeline-chart")!.shadowRoot!;
}

function items(): readonly HTMLElement[] {
  return [...chart().querySelectorAll<HTMLElement>('[role="option"]')];
}

function names(): readonly (string | null)[] {
  return items().map((item) => item.getAttribute("aria-label"));
}

/** How the time of an item is drawn. */
function whenOf(name: string): HTMLElement {
  const item = items().find((each) => each.getAttribute("aria-label") === name);
  return item!.querySelector<HTMLElement>(".when")!;
}

/** The item at which the keys are. */
function current(): string | null {
  return chart().querySelector('[aria-selected="true"]')?.getAttribute("aria-label") ?? null;
}

/** What has the focus. */
function at(): string | null {
  return focused()?.getAttribute("aria-label") ?? null;
}

describe("the lanes", () => {
  test("hold what each school argued, what is of none, and sources, by date, named in words", async () => {
    await open(small());
    const lanes = [...chart().querySelectorAll('[role="group"]')].map((lane) =>
      lane.getAttribute("aria-label"),
    );
    expect(lanes).toEqual([
      "orthodox, 3 entries with a date",
      "late, 3 entries with a date",
      "Sources, 1 entry with a date",
    ]);
    expect(names()).toEqual([
      "Feis asserts, 1947: A",
      "Feis denies, c. 1957: B",
      "Both asserts, 1975–1980: C",
      "Gaddis asserts, 1972: A",
      "Both asserts, 1975–1980: C",
      "Gaddis abandons, 1997: A",
      "Cold-war, 1946; cited by 2 claims",
    ]);
    await expect.element(page.getByText("1 of 6 attributions and 1 of 2 sources have no date")).toBeVisible();
  });

  test("draw a time as it is known: approximate, or long", async () => {
    await open(small());
    expect(whenOf("Feis denies, c. 1957: B").className).toContain("approximate");
    expect(whenOf("Feis asserts, 1947: A").className).not.toContain("approximate");
    const [year, years] = ["Feis asserts, 1947: A", "Both asserts, 1975–1980: C"].map(
      (name) => whenOf(name).offsetWidth,
    );
    expect(years! / year!).toBeGreaterThan(5);
    expect(years! / year!).toBeLessThan(7);
  });

  test.each(["light", "dark"] as const)("axe finds nothing, with both panels beside, %s", async (theme) => {
    await open(small());
    expect(await faults(theme)).toEqual([]);
    session.detail.value = true;
    session.following.value = { holder: null, attribution: null };
    await expect.element(page.getByRole("combobox", { name: "Follow" })).toBeVisible();
    await expect.element(page.getByRole("heading", { name: "Details" })).toBeVisible();
    await painted();
    expect(await faults(theme)).toEqual([]);
  });

  test("a map in which nothing is dated says so, and how that is mended", async () => {
    await open(debate("A", "Feis asserts A"));
    await expect.element(page.getByText("Nothing in this map has a date that can be read.")).toBeVisible();
    await expect.element(page.getByText(/^Say when somebody argued a claim/)).toBeVisible();
  });
});

describe("choosing", () => {
  test("by keys takes claims in hand, and Enter opens the map with the claim in hand", async () => {
    await open(small());
    await expect.poll(at).toBe("Feis asserts, 1947: A");
    await userEvent.keyboard("{ArrowRight}");
    await expect.poll(at).toBe("Feis denies, c. 1957: B");
    expect(session.inHand.value).toBe("B");
    await userEvent.keyboard("{ArrowDown}{ArrowRight}");
    await expect.poll(at).toBe("Both asserts, 1975–1980: C");
    expect(session.inHand.value).toBe("C");
    await userEvent.keyboard("{Enter}");
    const card = page.getByRole("treeitem", { name: /^Reason: C/ });
    await expect.element(card).toHaveAttribute("aria-selected", "true");
  });

  test("a source takes the claims that cite it in hand, one after the other", async () => {
    await open(small());
    await page.getByRole("option", { name: /^Cold-war/ }).click();
    expect(session.inHand.value).toBe("A");
    await expect.poll(at).toMatch(/^Cold-war/);
    await userEvent.keyboard(" ");
    await expect.poll(() => session.inHand.value).toBe("B");
    await expect.poll(at).toMatch(/^Cold-war/);
  });

  test("what is taken in hand elsewhere is where the keys are; what is undated is listed, and leads to its claim", async () => {
    await open(small());
    session.take(claimId("C"));
    await expect.poll(current).toBe("Both asserts, 1975–1980: C");
    session.take(claimId("A"));
    await page.getByText("1 of 6 attributions").click();
    await page.getByRole("button", { name: "Holt asserts C" }).click();
    expect(session.inHand.value).toBe("C");
  });

  test("details stand beside, and give the focus back to the item", async () => {
    await open(small());
    await expect.poll(at).toBe("Feis asserts, 1947: A");
    await userEvent.keyboard("d");
    await page.getByRole("button", { name: "Close details" }).click();
    await expect.poll(at).toBe("Feis asserts, 1947: A");
  });

  test("what is begun to be written is written on the map", async () => {
    await open(small());
    await expect.poll(at).toBe("Feis asserts, 1947: A");
    await userEvent.keyboard("+");
    await expect.element(page.getByRole("textbox", { name: "Reason: its sentence" })).toBeVisible();
  });
});

describe("zooming", () => {
  test("by keys and by Ctrl with the wheel keeps the place, and Fit shows all years", async () => {
    await open(small());
    await expect.poll(at).toBe("Feis asserts, 1947: A");
    const port = chart().querySelector<HTMLElement>(".scroll")!;
    const before = { width: port.scrollWidth, left: items()[0]!.getBoundingClientRect().left };
    await userEvent.keyboard("{Control>}={/Control}");
    await expect.poll(() => port.scrollWidth).toBeGreaterThan(before.width);
    expect(items()[0]!.getBoundingClientRect().left).toBeCloseTo(before.left, -1);
    const wide = port.scrollWidth;
    const x = port.getBoundingClientRect().left + 600;
    const wheel = { deltaY: -120, ctrlKey: true, clientX: x, clientY: 300, bubbles: true, cancelable: true };
    port.dispatchEvent(new WheelEvent("wheel", wheel));
    await expect.poll(() => port.scrollWidth).toBeGreaterThan(wide);
    await page.getByRole("button", { name: "Fit all years" }).click();
    await expect.poll(() => port.scrollWidth).toBe(port.clientWidth);
  });
});

describe("a holder's path", () => {
  test("says what changed, those who changed their mind first, and a step takes its claim in hand", async () => {
    await open(small());
    await page.getByRole("button", { name: "Who changed their mind (1)" }).click();
    const choice = page.getByRole("combobox", { name: "Follow" });
    await expect.element(choice).toHaveValue("Gaddis");
    const options = [...(choice.element() as HTMLSelectElement).options].map(({ text }) => text);
    expect(options).toEqual(["Gaddis (1 change)", "Both", "Feis", "Holt"]);
    const step = page.getByRole("button", { name: /abandons/ });
    await expect.element(step).toHaveTextContent("Change of mind: asserted in 1972, abandoned in 1997");
    await step.click();
    expect(session.inHand.value).toBe("A");
    await expect.poll(current).toBe("Gaddis abandons, 1997: A");
    await userEvent.selectOptions(choice, "Feis");
    await expect.element(page.getByRole("button", { name: /denies/ })).toHaveTextContent("c. 1957");
    await page.getByRole("button", { name: "Close the path" }).click();
    expect(session.following.value).toBeNull();
  });
});

describe("elsewhere", () => {
  test("names are hidden where they are on the map", async () => {
    await open(small());
    await page.getByRole("button", { name: "Blind" }).click();
    await expect.poll(() => names().join("; ")).not.toMatch(/Feis|Gaddis|orthodox|[Cc]old-war/);
    expect(names()[0]).toBe("Holder A asserts, 1947: A");
    expect(chart().querySelector(".head")?.textContent).toContain("School A");
    lookingAt(session).reveal(holderId("Feis"));
    await expect.poll(() => names()[0]).toBe("Feis asserts, 1947: A");
  });

  test("on a narrow screen it is a list by date, and axe finds nothing", async () => {
    await open(small(), 360);
    const list = screen()!.querySelector("timeline-list")!.shadowRoot!;
    const years = [...list.querySelectorAll("h3")].map((heading) => heading.textContent);
    expect(years).toEqual(["1946", "1947", "1957", "1972", "1975", "1997"]);
    await page.getByRole("button", { name: /^Feis denies/ }).click();
    expect(session.inHand.value).toBe("B");
    expect(document.documentElement.scrollWidth).toBe(360);
    expect(await faults("light")).toEqual([]);
  });

  test("of 10,000 claims only what is near the screen is in the page, wherever one looks", async () => {
    await open(vast());
    const port = chart().querySelector<HTMLElement>(".scroll")!;
    expect(port.scrollHeight).toBeGreaterThan(20_000);
    const seen = new Set<string | null>();
    for (const share of [0, 0.3, 0.7, 1]) {
      port.scrollTop = share * (port.scrollHeight - port.clientHeight);
      await painted();
      await painted();
      const inView = items().filter((item) => {
        const box = item.getBoundingClientRect();
        return box.top > 150 && box.bottom < 720 && box.right > 0 && box.left < 1280;
      });
      expect(inView.length).toBeGreaterThan(10);
      expect(items().length).toBeLessThan(600);
      for (const item of inView) seen.add(item.getAttribute("aria-label"));
    }
    expect(seen.size).toBeGreaterThan(60);
  });
});
