/** The measured claims, put into the page when it is built. */
declare module "virtual:branch" {
  export const branch: import("../claims.ts").Branch;
}
