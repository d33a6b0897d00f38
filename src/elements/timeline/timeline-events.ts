import type { Place } from "#elements/timeline/walking.ts";

/** An item was reached by a key, a click or the focus. */
export class ItemReached extends Event {
  static readonly type = "item-reached";
  readonly place: Place;

  constructor(place: Place) {
    super(ItemReached.type);
    this.place = place;
  }
}

/** The claim of the item that was reached is to be opened on the map. */
export class ItemOpened extends Event {
  static readonly type = "item-opened";

  constructor() {
    super(ItemOpened.type);
  }
}

/** The next of the claims of the item that was reached is wanted. */
export class ItemTurned extends Event {
  static readonly type = "item-turned";

  constructor() {
    super(ItemTurned.type);
  }
}

declare global {
  interface HTMLElementEventMap {
    "item-reached": ItemReached;
    "item-opened": ItemOpened;
    "item-turned": ItemTurned;
  }
}
