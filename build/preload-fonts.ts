import type { HtmlTagDescriptor, Plugin } from "vite";

const firstFonts = /(inter|source-serif-4)-latin-wght-normal-[\w-]+\.woff2$/;

/** Asks the browser for the two fonts of the first screen together with the script, so that no card changes its height when they come. */
export function preloadFonts(): Plugin {
  return {
    name: "preload-fonts",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler: (_html, { bundle }) =>
        Object.keys(bundle ?? {})
          .filter((file) => firstFonts.test(file))
          .map((file): HtmlTagDescriptor => ({
            tag: "link",
            attrs: { rel: "preload", as: "font", type: "font/woff2", crossorigin: "", href: `./${file}` },
            injectTo: "head",
          })),
    },
  };
}
