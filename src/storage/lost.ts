import type { MapId } from "#model/ids.ts";
import { OF_DEVICE } from "#storage/settings.ts";

/** Some of a writer's records, from one to another. */
export type Stretch = readonly [client: number, from: number, to: number];

/**
 * The setting that holds which records of a map the person knows to be lost: they do not count as missing, and where
 * a backup has them they are taken from it.
 */
export function lostKey(map: MapId): string {
  return `${OF_DEVICE}lost ${map}`;
}

/** Whatever stands in the setting, the result is a list of stretches. */
export function readLost(kept: unknown): readonly Stretch[] {
  return Array.isArray(kept) ? kept.filter(isStretch) : [];
}

export function isLost(lost: readonly Stretch[], client: number, number: number): boolean {
  return lost.some(([writer, from, to]) => writer === client && from <= number && number <= to);
}

function isStretch(value: unknown): value is Stretch {
  return Array.isArray(value) && value.length === 3 && value.every(Number.isSafeInteger);
}
