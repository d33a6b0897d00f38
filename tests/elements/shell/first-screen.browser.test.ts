import { effect } from "@preact/signals-core";
import { afterEach, expect, test } from "vitest";
import "#elements/look.css";
import { addClaim } from "#commands/add-claim.ts";
import "#elements/shell/app-shell.ts";
import type { Picture } from "#layout/picture.ts";
import type { ClaimId, MapId, RelationId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import { onClaim } from "#model/relation.ts";
import { atOnce } from "#model/steps.ts";
import { Settings } from "#session/settings.ts";
import { Workspace } from "#session/workspace.ts";
import { openStorage } from "#storage/open-storage.ts";
import { glimpseOf } from "#store/glimpse.ts";
import { LIKENESS_FORM, likenessOf } from "#store/likeness.ts";
import { Maps } from "#store/maps.ts";
import type { Likenesses } from "#store/ports.ts";
import { sketchingOf } from "#store/sketching.ts";
import { largeMap, withLinks } from "../../large-map.ts";
import { freshName } from "../../storage/device.ts";
import { KeepingPlatform } from "../dialogs/workspace.ts";

const map: ArgumentMap = withLinks(largeMap(3000));
const devices: string[] = [];

afterEach(async () => {
  document.body.replaceChildren();
  for (const name of devices.splice(0)) await caches.delete(`${name} likenesses`);
});

/** A device with a large map and its likeness. */
async function device() {
  const name = freshName();
  devices.push(name);
  const storage = await openStorage({ name });
  const maps = await Maps.open({ ...storage, shipped: [] });
  await maps.add(map);
  const open = (await maps.openMap(map.id))!;
  const settled = (await open.settled())!;
  const likenesses = await storage.openLikenesses!();
  await likenesses.write(map.id, LIKENESS_FORM, settled.seq, atOnce(likenessOf(settled.map)));
  const sketch = (text: string | null) =>
    likenesses.writeGlimpse(map.id, LIKENESS_FORM, settled.seq, glimpseOf(settled.map), text);
  await sketch(null);
  await maps.close();
  return { name, sketch };
}

/** A visit to it, and how often the whole likeness was asked for. Nothing that waits for the first paint begins. */
async function visit(name: string) {
  const storage = await openStorage({ name });
  const asked = { times: 0 };
  const openLikenesses = async (): Promise<Likenesses> => {
    const likenesses = await storage.openLikenesses!();
    const read = async (...what: Parameters<Likenesses["read"]>) => {
      const kept = await likenesses.read(...what);
      const pieces = () => {
        asked.times++;
        return kept!.pieces();
      };
      return kept && { ...kept, pieces };
    };
    const write: Likenesses["write"] = (...what) => likenesses.write(...what);
    return { read, write, writeGlimpse: (...what) => likenesses.writeGlimpse(...what) };
  };
  const painted = new Promise<never>(() => undefined);
  const maps = await Maps.open({ ...storage, openLikenesses, shipped: [], painted });
  const settings = await Settings.open(storage.settings);
  const workspace = new Workspace(maps, settings, new KeepingPlatform(), "none" as MapId);
  await workspace.go({ screen: "map", map: map.id, claim: null });
  const session = workspace.current.value!;
  const pictures: Picture[] = [];
  effect(() => void (session.picture.value && pictures.push(session.picture.value)));
  const shell = document.createElement("app-shell");
  shell.style.height = "700px";
  document.body.append(shell);
  shell.workspace = workspace;
  await expect.poll(() => shell.isOnScreen).toBe(true);
  return { maps, asked, session, pictures };
}

test("the first screen of a large map reads nothing of it but what it shows", async () => {
  const { maps, asked, session } = await visit((await device()).name);
  expect(session.open.present, "the document is not there").toBeNull();
  expect([session.map.value.claims.size, session.picture.value?.cards.size]).toEqual([3000, 17]);
  for (let frame = 0; frame < 5; frame++) await new Promise(requestAnimationFrame);
  session.take(session.shown.value[3]!);
  for (let frame = 0; frame < 5; frame++) await new Promise(requestAnimationFrame);
  expect(asked.times).toBe(0);
  await maps.close();
});

test("what is done on it before the rest was read is done to the whole map, and is kept", async () => {
  const { name } = await device();
  const { maps, asked, session } = await visit(name);
  const [typed, step] = ["typed" as ClaimId, "step" as RelationId];
  const hidden = [...map.claims.keys()].at(-1)!;
  const target = onClaim(session.shown.value[3]!);
  session.open.run(addClaim, { id: typed, relation: step, kind: "supports", target, text: "Typed at once" });
  expect([session.map.value.claims.size, session.map.value.claims.get(hidden)?.id]).toEqual([3001, hidden]);
  session.take(hidden);
  expect(session.shown.value).toContain(hidden);
  expect(asked.times).toBe(1);
  await maps.close();
  document.body.replaceChildren();
  const after = await visit(name);
  expect(after.session.map.value.claims.get(typed)?.text).toBe("Typed at once");
  await after.maps.close();
});

/** The sketch of a visit with the heights of its cards other than they were. */
function withOtherHeights(sketch: string, setting = (was: string) => was): string {
  const kept = JSON.parse(sketch) as { setting: string; cards: [string, { height: number }][] };
  const cards = kept.cards.map(([claim, rect]) => [claim, { ...rect, height: rect.height + 40 }]);
  return JSON.stringify({ ...kept, setting: setting(kept.setting), cards });
}

function heights({ cards }: Picture): readonly number[] {
  return [...cards.values()].map(({ height }) => height);
}

test("the first screen is drawn as at the last visit; what does not hold any more is not believed, or put right", async () => {
  const { name, sketch } = await device();
  /** The first picture of a visit, and the same once its cards were measured. */
  const pictures = async (text: string | null) => {
    await sketch(text);
    const { maps, session, pictures: seen } = await visit(name);
    const first = seen[0]!;
    await expect
      .poll(() => heights(session.picture.value!), { timeout: 5000 })
      .toEqual(measured ?? heights(first));
    const last = session.picture.value!;
    const made = sketchingOf(session.open).make!(session.map.value)!;
    await maps.close();
    document.body.replaceChildren();
    return { first, last, made };
  };
  let measured: readonly number[] | null = null;
  const { first, made } = await pictures(null);
  measured = heights(first);

  const again = await pictures(made);
  expect([again.first, again.made]).toEqual([first, made]);
  const grown = await pictures(withOtherHeights(made));
  expect(heights(grown.first)).toEqual(measured.map((height) => height + 40));
  expect(grown.last).toEqual(first);
  const elsewhere = await pictures(withOtherHeights(made, (setting) => `${setting} at another zoom`));
  expect(elsewhere.first).toEqual(first);
});
