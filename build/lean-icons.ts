import { readFileSync } from "node:fs";
import type { Plugin } from "vite";

const iconFile = /\/lucide-static\/icons\/[\w-]+\.svg\?raw$/;

/**
 * Of Lucide's icons only what is drawn: the frame around it is the same for all, and the app makes it. Their licence
 * (ISC), which each file repeats, goes into the build as a file of its own.
 */
export function leanIcons(): Plugin {
  let licence = "";
  return {
    name: "lean-icons",
    enforce: "pre",
    load: {
      filter: { id: iconFile },
      handler(id) {
        const file = id.replace(/\?raw$/, "");
        licence = file.replace(/icons\/[\w-]+\.svg$/, "LICENSE");
        return `export default ${JSON.stringify(drawnOf(readFileSync(file, "utf8")))};`;
      },
    },
    generateBundle() {
      if (licence === "") return;
      this.emitFile({ type: "asset", fileName: "lucide-licence.txt", source: readFileSync(licence) });
    },
  };
}

/** What stands in the `<svg>` of an icon's file. */
export function drawnOf(svg: string): string {
  const body = /<svg[^>]*>(.*)<\/svg>/s.exec(svg)?.[1] ?? "";
  return body.replaceAll(/\s*\n\s*/g, "").replaceAll(" />", "/>");
}
