import { expect, test } from "vitest";
import type { MapId } from "#model/ids.ts";
import { Catalogue } from "#store/catalogue.ts";
import type { Library, MapEntry } from "#store/ports.ts";

const mine: MapEntry = {
  id: "mine" as MapId,
  title: "Mine",
  question: "",
  claims: 1,
  editedAt: 5,
  shipped: null,
  deletedAt: null,
};

/** A disk that says what it is told to say. */
function disk(): Library & { lines: readonly MapEntry[] } {
  return {
    lines: [],
    async list() {
      return this.lines;
    },
    put: async () => undefined,
    removeForGood: async () => undefined,
    clearRemoved: async () => undefined,
    watch: () => () => undefined,
  };
}

test("a line that is shown before it has come to the disk outlives a look at the disk", async () => {
  const library = disk();
  const catalogue = await Catalogue.open(library, []);
  const looking = catalogue.renew();
  catalogue.show(mine);
  await looking;
  expect(catalogue.entries.value).toEqual([mine]);
  library.lines = [mine];
  catalogue.show({ ...mine, title: "Mine, later", editedAt: 6 });
  await catalogue.renew();
  expect(catalogue.entries.value).toMatchObject([{ title: "Mine, later" }]);
});

test("a line that the disk had and has no more is gone", async () => {
  const library = disk();
  library.lines = [mine];
  const catalogue = await Catalogue.open(library, []);
  library.lines = [];
  await catalogue.renew();
  expect(catalogue.entries.value).toEqual([]);
});
