import { ordersBetween } from "#model/order.ts";

/** Adds an item to the list under a key. */
export function groupUnder<Key, Item>(lists: Map<Key, Item[]>, key: Key, item: Item): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}

/** For each key its order key among the equal ones, in the order of the list. */
export function ordersAmong(keys: readonly unknown[]): readonly string[] {
  const counts = new Map<unknown, number>();
  let most = 0;
  const places = keys.map((key) => {
    const place = counts.get(key) ?? 0;
    counts.set(key, place + 1);
    most = Math.max(most, place + 1);
    return place;
  });
  const orders = ordersBetween(null, null, most);
  return places.map((place) => orders[place] ?? "a0");
}
