/** Ids are plain strings, branded so that one kind cannot stand in for another. */
export type MapId = string & { readonly __brand: "MapId" };
export type ClaimId = string & { readonly __brand: "ClaimId" };
export type RelationId = string & { readonly __brand: "RelationId" };
export type SourceId = string & { readonly __brand: "SourceId" };
export type HolderId = string & { readonly __brand: "HolderId" };
export type SchoolId = string & { readonly __brand: "SchoolId" };
export type AttributionId = string & { readonly __brand: "AttributionId" };
export type ImageId = string & { readonly __brand: "ImageId" };
/** The SHA-256 of an image's bytes, as 64 hexadecimal digits: by it the bytes are found. */
export type ImageHash = string & { readonly __brand: "ImageHash" };

/** Compares two ids by code unit: the order in which every replica breaks ties. */
export function compareIds(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
