import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

const STYLE = "virtual:first-picture.css";
const place = "<!-- the first picture -->";
/** As in `#session/viewport.ts`: the room around a first view, and the smallest scale at which it can be read. */
const margin = 32;
const readable = 0.75;

/**
 * Puts the first view of the map that a first visit shows into the page itself, as `npm run first-picture` drew it,
 * with the style that places it just where the map screen will (`opened` in `#session/viewport.ts`). Whether it is
 * shown is for the script in index.html to say. (The development server, whose styles come late, leaves it out.)
 */
export function firstPicture(name = "arguments/pictures/de-stalinization"): Plugin {
  let path = name;
  const markup = () => readFileSync(`${path}.html`, "utf8").trim();
  return {
    name: "first-picture",
    configResolved: ({ root }) => {
      path = join(root, name);
    },
    resolveId: (id) => (id === STYLE ? `\0${STYLE}` : null),
    load(id) {
      if (id !== `\0${STYLE}`) return null;
      this.addWatchFile(`${path}.html`);
      this.addWatchFile(`${path}.css`);
      return `${readFileSync(`${path}.css`, "utf8")}${placing(markup())}`;
    },
    transformIndexHtml: {
      order: "pre",
      handler: (html, { server }) => html.replace(place, () => (server ? "" : markup())),
    },
  };
}

/** Where the picture stands in its ground, and how large. A scale has no unit: `atan2` divides two lengths. */
function placing(markup: string): string {
  const [width, height, middle] = ["width", "height", "middle"].map((what) =>
    Number(new RegExp(`data-${what}="([^"]*)"`).exec(markup)?.[1]),
  ) as [number, number, number];
  const byHeight = `(100cqh - ${2 * margin}px) * ${width / height}`;
  return `
.first-picture .world {
  --shown: max(${readable * width}px, min(${width}px, 100cqw - ${2 * margin}px, ${byHeight}));
  top: ${margin}px;
  left: calc(50% - var(--shown) / 2);
  scale: tan(atan2(var(--shown), ${width}px));
  --inverse: tan(atan2(${width}px, var(--shown)));
}
@container (width < ${readable * width + margin}px) {
  .first-picture .world {
    left: calc(50% - var(--shown) * ${middle / width});
  }
}
`;
}
