declare module "virtual:shipped-maps" {
  import type { ShippedMap } from "#store/ports.ts";

  /** The maps that come with the app, in the order of their files' names. */
  export const shippedMaps: readonly ShippedMap[];
}

declare module "virtual:first-picture.css" {}
