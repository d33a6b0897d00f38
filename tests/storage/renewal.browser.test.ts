import { expect, test } from "vitest";
import { openStorage } from "#storage/open-storage.ts";
import { entry, freshName, record } from "./device.ts";

test("the first edit of a later visit makes the browser begin a new journal, and is called written only then", async () => {
  const name = freshName();
  const order: string[] = [];
  const put = IDBObjectStore.prototype.put;
  IDBObjectStore.prototype.put = function (value: unknown, key?: IDBValidKey) {
    if (key === "renewal" && order.at(-1) !== "renewal") order.push("renewal");
    return key === undefined ? put.call(this, value) : put.call(this, value, key);
  };
  try {
    for (let visit = 1; visit <= 2; visit++) {
      const { log } = await openStorage({ name });
      for (let edit = 1; edit <= 2; edit++) {
        await log.append([record(visit, edit)], entry);
        order.push(`written ${visit}.${edit}`);
      }
    }
  } finally {
    IDBObjectStore.prototype.put = put;
  }
  expect(order).toEqual(["written 1.1", "written 1.2", "renewal", "written 2.1", "written 2.2"]);
});
