import type { Plugin } from "vite";

/**
 * Lets Vite's development server do what the shipped policy forbids: put styles into the page and talk over a
 * web socket. `vite build` and `vite preview` keep the policy of index.html to the letter.
 */
export function policyForDev(): Plugin {
  return {
    name: "policy-for-dev",
    apply: (_config, { command, isPreview }) => command === "serve" && isPreview !== true,
    transformIndexHtml: (html) =>
      html
        .replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")
        .replace("connect-src 'self'", "connect-src 'self' ws:"),
  };
}
