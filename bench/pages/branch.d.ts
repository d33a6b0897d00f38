/** The measured claims, put into the page when it is built. */
declare module "virtual:branch" {
  export const branch: import("../claims.ts").Branch;
  /** What else answers what: pairs of ids. */
  export const links: readonly (readonly [from: string, to: string])[];
}

/** The same as Argdown. */
declare module "virtual:argdown" {
  export const text: string;
}
