import type { Upgrade } from "#storage/schema.ts";

/** Images: their bytes by hash, and which maps have shown which. */
export const upgradeTo2: Upgrade = (database) => {
  database.createObjectStore("images", { keyPath: "hash" });
  database.createObjectStore("imageUses", { keyPath: ["map", "hash"] }).createIndex("byHash", "hash");
};
