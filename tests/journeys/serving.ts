import type { TestProject } from "vitest/node";
import { serve } from "../../scripts/serving.mjs";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the built app is, with the slash at its end. */
    readonly address: string;
  }
}

/** Serves the built app while the journeys run: under a path of its own, because it has to work under any. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { address, close } = await serve({ base: "/any/path/" });
  project.provide("address", address);
  return close;
}
