import type { Plugin } from "vite";

const id = "\0no-fetching";

/**
 * Puts a refusal in the place of the libraries by which citation-js would fetch: it is only asked to read texts, and
 * the ones for Node are of no use in a browser.
 */
export function noFetching(): Plugin {
  return {
    name: "no-fetching",
    apply: "build",
    enforce: "pre",
    resolveId: { filter: { id: /^(?:node-fetch|sync-fetch)$/ }, handler: () => id },
    load: {
      filter: { id: /^\0no-fetching$/ },
      handler: () =>
        "export class Headers {}\nexport default () => { throw new Error('Nothing is fetched.'); };",
    },
  };
}
