import { describe, expect, test } from "vitest";
import { openStorage } from "#storage/open-storage.ts";
import { bytesOf, entry, freshName, record } from "./device.ts";

describe("the catalogue and the settings", () => {
  test("are there at the next visit, and another tab hears of a new line", async () => {
    const name = freshName();
    const [one, other] = [await openStorage({ name }), await openStorage({ name })];
    const heard = new Promise<void>((resolve) => other.library.watch(resolve));
    await one.library.put(entry);
    await one.settings.write("theme", "dark");
    await heard;
    expect(await other.library.list()).toEqual([entry]);
    expect(await other.settings.read()).toEqual({ theme: "dark" });
  });
});

describe("without a database", () => {
  test("memory stands in and says that nothing is kept", async () => {
    const real = Object.getOwnPropertyDescriptor(IDBFactory.prototype, "open")!;
    Object.defineProperty(IDBFactory.prototype, "open", {
      ...real,
      value: () => {
        throw new DOMException("Denied.", "SecurityError");
      },
    });
    const storage = await openStorage({ name: freshName() });
    Object.defineProperty(IDBFactory.prototype, "open", real);
    expect(storage.keptNowhere).toContain("Nothing is kept");
    await storage.log.append([record(1, 1)], entry);
    expect(await bytesOf(storage)).toEqual([[1]]);
    expect(await storage.library.list()).toEqual([entry]);
  });
});
