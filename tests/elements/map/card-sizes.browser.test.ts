import "@fontsource-variable/inter/wght.css";
import "@fontsource-variable/source-serif-4/wght.css";
import "#elements/look.css";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { editText } from "#commands/edit-text.ts";
import { CardMeasure } from "#elements/map/card-measure.ts";
import { CardSizes } from "#elements/map/card-sizes.ts";
import { blankFace, type CardFace } from "#elements/map/face.ts";
import type { Picture } from "#layout/picture.ts";
import type { ClaimId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import { largeMap } from "../../large-map.ts";
import { frame, painted, stage, unstage } from "./staging.ts";

/** Counts what is laid out to be measured, and lays it out. */
class CountingMeasure extends CardMeasure {
  readonly batches: (readonly CardFace[])[] = [];

  override sizesOf(faces: readonly CardFace[]) {
    if (faces.length > 0) this.batches.push(faces);
    return super.sizesOf(faces);
  }
}
customElements.define("counting-measure", CountingMeasure);

let measure: CountingMeasure;

beforeEach(async () => {
  await document.fonts.load('400 17px "Source Serif 4 Variable"');
  measure = document.body.appendChild(new CountingMeasure());
  await measure.updateComplete;
});

afterEach(() => {
  measure.remove();
  unstage();
});

function facesOf(texts: readonly string[]): Map<ClaimId, CardFace> {
  return new Map(
    texts.map((text, at) => {
      const claim = `c${at}` as ClaimId;
      return [claim, { ...blankFace, claim, role: "reason", kind: "supports", text }];
    }),
  );
}

const sentences = Array.from(
  { length: 500 },
  (_, at) => `Sentence ${at} says ${"this ".repeat(at % 30)}and ends.`,
);

test("a few new cards are measured at once, and what is said again is not", () => {
  const sizes = new CardSizes(measure, () => {});
  const few = facesOf(sentences.slice(0, 20));
  expect(sizes.of(few)?.size).toBe(20);
  expect(measure.batches.map((faces) => faces.length)).toEqual([20]);
  sizes.of(facesOf([...sentences.slice(0, 20), "Another."]));
  expect(measure.batches.map((faces) => faces.length)).toEqual([20, 1]);
});

test("many new cards are reckoned without being laid out, and measured once when they are drawn", async () => {
  const changed = vi.fn();
  const sizes = new CardSizes(measure, changed);
  const faces = facesOf(sentences);
  expect(sizes.of(faces)).toBeNull();
  await vi.waitFor(() => expect(changed).toHaveBeenCalledTimes(1));
  expect(measure.batches).toEqual([]);
  const reckoned = sizes.of(faces)!;
  expect(reckoned.size).toBe(500);

  const drawn = [...faces.values()].slice(100, 150);
  let rounds = 0;
  while (sizes.check(drawn)) rounds++;
  expect(rounds).toBe(3);
  expect(measure.batches.flat()).toEqual(drawn);
  expect(changed).toHaveBeenCalledTimes(1);
  expect(sizes.of(faces)).toEqual(reckoned);
  sizes.of(new Map(faces).set("c7" as ClaimId, { ...faces.get("c7" as ClaimId)!, text: "Edited." }));
  expect(
    measure.batches
      .slice(3)
      .flat()
      .map(({ text }) => text),
  ).toEqual(["Edited."]);
});

test("what is asked for anew while cards are reckoned is reckoned with the rest", async () => {
  const changed = vi.fn();
  const sizes = new CardSizes(measure, changed);
  sizes.of(facesOf(sentences));
  const faces = facesOf(sentences.map((text) => `${text} And more.`));
  sizes.of(faces);
  await vi.waitFor(() => expect(changed).toHaveBeenCalledTimes(1));
  expect(sizes.of(faces)?.size).toBe(500);
  sizes.forget();
  expect(sizes.of(faces)).toBeNull();
});

const thai = "ประวัติศาสตร์ของการปฏิรูปนั้นซับซ้อนกว่าที่นักประวัติศาสตร์หลายคนเคยคิดไว้ในอดีตที่ผ่านมานานแล้ว";

test("where a card is taller than reckoned, the map is laid out again, no cards overlap, and what one looks at stays", async () => {
  const { session, card, all } = await stage(
    wordedMap((at) => (at % 3 === 0 ? `${thai} ${thai.slice(at % 40)}` : sentences[at]!)),
  );
  session.refold(new Set());
  await vi.waitFor(() => expect(session.picture.value?.cards.size).toBe(400), { timeout: 10_000 });
  const picture = session.picture.value!;
  const middle = lowInColumn(picture);
  const rect = picture.cards.get(middle)!;
  const { width, height } = session.screen.value;
  session.viewport.value = { scale: 1, x: rect.x + rect.width / 2 - width / 2, y: rect.y - height / 2 };
  await painted();
  const place = () => card(middle).getBoundingClientRect();
  const before = place();
  await vi.waitFor(() => expect(overflowing(all("claim-card"))).toEqual([]), { timeout: 10_000 });
  expect(session.picture.value).not.toBe(picture);
  const inHand = session.inHand.value!;
  const below = ({ cards }: Picture) => cards.get(middle)!.y - cards.get(inHand)!.y;
  expect(below(session.picture.value!)).not.toBe(below(picture));
  expect([place().x, place().y].map(Math.round)).toEqual([before.x, before.y].map(Math.round));
  expect(overlaps(session.picture.value!)).toEqual([]);

  const open = session.picture.value;
  session.run(editText, { claim: middle, text: "Shorter." });
  await vi.waitFor(() => expect(session.picture.value).not.toBe(open));
  await frame();
  expect(overlaps(session.picture.value!)).toEqual([]);
});

/** A claim that stands below two others in a column: what they turn out to be moves it. */
function lowInColumn({ cards }: Picture): ClaimId {
  const all = [...cards];
  const found = all.find(([, { x }], at) => at > 150 && [1, 2].every((above) => all[at - above]![1].x === x));
  return found![0];
}

function wordedMap(textOf: (at: number) => string): ArgumentMap {
  const map = largeMap(400);
  const claims = [...map.claims].map(([id, claim], at) => [id, { ...claim, text: textOf(at) }] as const);
  return { ...map, claims: new Map(claims) };
}

/** Cards whose words do not fit into them. */
function overflowing(cards: readonly HTMLElement[]): readonly string[] {
  const boxes = cards.map((each) => each.shadowRoot!.querySelector(".card")!);
  return boxes.filter((box) => box.scrollHeight > box.clientHeight + 8).map((box) => box.textContent);
}

function overlaps({ cards }: Picture): readonly string[] {
  const all = [...cards];
  return all.flatMap(([claim, a], at) =>
    all
      .slice(at + 1)
      .filter(
        ([, b]) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height,
      )
      .map(([other]) => `${claim} and ${other}`),
  );
}
