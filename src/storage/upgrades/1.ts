import type { Upgrade } from "#storage/schema.ts";

/** The first version: everything new. */
export const upgradeTo1: Upgrade = (database) => {
  const updates = database.createObjectStore("updates", { keyPath: "seq", autoIncrement: true });
  updates.createIndex("byMap", ["map", "seq"]);
  database.createObjectStore("counts", { keyPath: ["map", "client"] });
  database.createObjectStore("snapshots", { keyPath: ["map", "upto"] });
  database.createObjectStore("maps", { keyPath: "id" });
  database.createObjectStore("quarantine", { keyPath: "place" });
  database.createObjectStore("settings");
};
