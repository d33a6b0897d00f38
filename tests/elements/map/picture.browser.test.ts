import { afterEach, expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { editText } from "#commands/edit-text.ts";
import type { Rect } from "#layout/picture.ts";
import { newClaim } from "#model/claim.ts";
import { argumentMap, claimId } from "../../notation.ts";
import { frame, painted, stage, type Stage, unstage } from "./staging.ts";

afterEach(unstage);

const long = "A sentence that is long enough to need several lines on a card of this width. ".repeat(4);

const odd: Readonly<Record<string, string>> = {
  A: "<script>alert(1)</script> & <b>bold</b>",
  B: long.repeat(16),
  C: "x".repeat(200),
  D: "طويلة هي الجملة التي تُكتب من اليمين إلى اليسار، وهي تحتاج إلى أكثر من سطر واحد",
  E: "👩‍👩‍👧‍👦🏳️‍🌈".repeat(30),
  F: "one\n\ntwo\n  three",
  G: "",
};

function oddMap() {
  const map = argumentMap("A; +B > A; -C > A; +D > B; -E > C; +F > D; +G > D");
  const claims = [...map.claims.values()].map((claim) =>
    newClaim(claim.id, { ...claim, text: odd[claim.id] ?? "" }),
  );
  return { ...map, claims: new Map(claims.map((claim) => [claim.id, claim])) };
}

function unfoldAll({ session }: Stage): void {
  session.refold(new Set());
}

function boxes(map: Stage): readonly DOMRect[] {
  return map.all("claim-card").map((card) => card.getBoundingClientRect());
}

function overlaps(a: Rect, b: Rect): boolean {
  return (
    a.x < b.x + b.width - 1 && b.x < a.x + a.width - 1 && a.y < b.y + b.height - 1 && b.y < a.y + a.height - 1
  );
}

test.each(["normal", "larger"])(
  "text of any kind is shown whole and nothing overlaps, text size %s",
  async (size) => {
    const map = await stage(oddMap());
    document.documentElement.dataset["textSize"] = size;
    await map.workspace.settings.choose("textSize", size as "normal");
    unfoldAll(map);
    await painted();
    const cards = map.all("claim-card");
    expect(cards.length).toBe(7);
    for (const card of cards) {
      const face = card.shadowRoot!.querySelector<HTMLElement>(".card")!;
      const text = face.querySelector<HTMLElement>(".text")!;
      expect(face.scrollHeight).toBeLessThanOrEqual(face.clientHeight);
      expect(text.scrollWidth).toBeLessThanOrEqual(text.clientWidth);
      const claim = card.dataset["claim"] ?? "";
      if (odd[claim] !== "") expect(text.textContent).toBe(odd[claim]);
    }
    const all = boxes(map);
    for (const [at, box] of all.entries())
      for (const other of all.slice(at + 1)) expect(overlaps(box, other)).toBe(false);
  },
);

test("each step has one badge: round for a reason, square for an objection, on its card's edge", async () => {
  const map = await stage("A; +B > A; -C > A; -D > (B>A)");
  unfoldAll(map);
  await painted();
  const marks = [...map.find("map-badges").shadowRoot!.querySelectorAll("g")];
  const shapes = marks.map((mark) => `${mark.dataset["relation"]} ${mark.firstElementChild!.tagName}`);
  expect(shapes.toSorted()).toEqual(["B>A circle", "C>A rect", "D>(B>A) rect"]);
  for (const mark of marks) {
    const card = map.card(mark.dataset["relation"]!.slice(0, 1)).getBoundingClientRect();
    const badge = mark.getBoundingClientRect();
    const middle = { x: badge.x + badge.width / 2, y: badge.y + badge.height / 2 };
    const onEdge = Math.min(Math.abs(middle.x - card.left), Math.abs(middle.y - card.top));
    expect(onEdge).toBeLessThan(1);
  }
});

/** Where the claim in hand is on screen in every frame from now until all is at rest. */
async function watch(map: Stage, name: string): Promise<readonly DOMRect[]> {
  const seen: DOMRect[] = [];
  for (let still = 0, before = ""; still < 5;) {
    await frame();
    seen.push(map.card(name).getBoundingClientRect());
    const now = JSON.stringify(boxes(map));
    still = now === before ? still + 1 : 0;
    before = now;
  }
  return seen;
}

test("the claim in hand stays where it is while all else moves around it", async () => {
  const map = await stage("A; +B > A; +C > A; +D > C; -E > C; +F > E; -G > B; -H > B", { motion: "system" });
  map.session.take(claimId("C"));
  await watch(map, "C");
  const start = map.card("C").getBoundingClientRect();
  const steps: readonly (() => void)[] = [
    () => map.session.fold(claimId("C")),
    () => map.session.fold(claimId("B")),
    () => map.session.open.run(editText, { claim: claimId("B"), text: long }),
    () => map.session.fold(claimId("B")),
    () => map.session.open.undo(),
    () => map.session.fold(claimId("C")),
  ];
  for (const step of steps) {
    step();
    for (const { x, y } of await watch(map, "C")) {
      expect(Math.abs(x - start.x)).toBeLessThan(0.5);
      expect(Math.abs(y - start.y)).toBeLessThan(0.5);
    }
  }
});

test("other cards take their time, and with reduced motion none", async () => {
  const moving = await stage("A; +B > A; +C > A; +D > C", { motion: "system" });
  moving.session.take(claimId("C"));
  await watch(moving, "C");
  moving.session.fold(claimId("C"));
  expect(new Set((await watch(moving, "B")).map(({ x, y }) => `${x} ${y}`)).size).toBeGreaterThan(3);
  unstage();
  const still = await stage("A; +B > A; +C > A; +D > C");
  still.session.take(claimId("C"));
  await painted();
  still.session.fold(claimId("C"));
  await frame();
  expect(new Set((await watch(still, "B")).map(({ x, y }) => `${x} ${y}`)).size).toBe(1);
});

test("cross-links come forward when either end is in hand", async () => {
  const map = await stage("A; +B > A; -C > A; +B > C");
  const forward = () => map.find("map-lines").shadowRoot!.querySelectorAll(".curve.forward").length;
  for (const [claim, count] of [
    ["A", 0],
    ["B", 1],
    ["C", 1],
  ] as const) {
    map.session.take(claimId(claim));
    await painted();
    expect(forward()).toBe(count);
  }
});

test("a chip in a bracket goes to the premise that is drawn elsewhere", async () => {
  const map = await stage("A; +B > A; +C & B? > A");
  const chip = map.find(".see");
  expect(chip.getAttribute("aria-label")).toBe("See: B");
  chip.click();
  expect(map.session.inHand.value).toBe("B");
});

test("of many claims only those near the screen are in the page, with the one in hand and where keys lead from it", async () => {
  const names = Array.from({ length: 400 }, (_, at) => `N${at}`);
  const map = await stage(`A; ${names.map((name) => `+${name} > A`).join("; ")}`);
  await expect.poll(() => map.session.picture.value?.cards.size).toBe(401);
  await map.workspace.settings.choose("stackLeaves", false);
  map.session.take(claimId("N200"), "centre");
  await expect.poll(() => map.all("claim-card").length).toBeLessThan(150);
  for (const name of ["A", "N199", "N200", "N201"]) expect(map.card(name)).toBeTruthy();
  expect(map.card("N200").ariaPosInSet).toBe("201");
  expect(map.card("N200").ariaSetSize).toBe("400");
});

test("the small map is there when the map is larger than the screen, and takes the camera along", async () => {
  const map = await stage("A; +B > A");
  expect(map.all("mini-map").length).toBe(0);
  map.session.wish.value = { type: "scale", scale: 3 };
  await painted();
  const before = map.session.viewport.value;
  await userEvent.click(map.find("mini-map"), { position: { x: 10, y: 10 } });
  expect(map.session.viewport.value).not.toEqual(before);
});
