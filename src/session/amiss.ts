import type { Workspace } from "#session/workspace.ts";

/** What may be amiss with the open map. `binned` and `removed`: another tab has done it. */
export type Amiss = "losses" | "binned" | "removed";

export function whatIsAmiss({ current, maps }: Workspace): Amiss | null {
  const open = current.value?.open;
  if (open === undefined) return null;
  if (open.isRemoved.value) return "removed";
  if (maps.bin.value.some(({ entry }) => entry.id === open.id)) return "binned";
  return open.losses.value.length > 0 ? "losses" : null;
}
