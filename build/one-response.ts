import { createHash } from "node:crypto";
import { posix } from "node:path";
import type { IndexHtmlTransformContext, Plugin } from "vite";

const link = /\s*<link rel="stylesheet"[^>]*href="\.\/([^"]+)"[^>]*>/;
const fontFile = /url\((?!data:)([^)]+)\)/g;

type Bundle = NonNullable<IndexHtmlTransformContext["bundle"]>;

/**
 * Puts the styles of the first paint into the page, so that one response shows the first map, and lets the policy
 * admit them and the page's one inline script by their hashes (CSP 3, section 2.3.1). What follows, the app's script
 * and the fonts, does not hold up the paint: the script's address is told to the page, which asks for it ahead
 * only where there is no picture to paint first. The style sheet stays in the build too: dialogs that are loaded later
 * ask for it by name, and would not open without it.
 */
export function oneResponse(): Plugin {
  return {
    name: "one-response",
    enforce: "post",
    generateBundle: { order: "post", handler: (_, bundle) => forgetStyles(bundle) },
    transformIndexHtml: {
      order: "post",
      handler: (html, { bundle }) => admitted(bundle === undefined ? html : joined(html, bundle)),
    },
  };
}

/** The page with the address of the app and its styles in it. */
function joined(html: string, bundle: Bundle): string {
  const app = Object.values(bundle).find(
    (each) => each.type === "chunk" && each.isEntry && each.name === "main",
  );
  const [, file = ""] = link.exec(html) ?? [];
  const style = bundle[file];
  if (app === undefined || style?.type !== "asset") throw new Error("The build has no app, or no styles.");
  const css = moved(String(style.source), file);
  return html
    .replace('data-app=""', `data-app="./${app.fileName}"`)
    .replace('<script type="module"', '<script async type="module"')
    .replace(link, () => `<style>${css}</style>`)
    .replace("style-src 'self'", `style-src 'self' ${hashOf(css)}`);
}

/** Later chunks would ask for the styles' file, which is no more: they name the arrival script instead, which is there already. */
function forgetStyles(bundle: Bundle): void {
  const chunks = Object.values(bundle).filter((each) => each.type === "chunk");
  const arrival = chunks.find(({ isEntry, name }) => isEntry && name === "index");
  const [file] = arrival?.viteMetadata?.importedCss ?? [];
  if (arrival === undefined || file === undefined)
    throw new Error("The build has no arrival script with styles.");
  for (const chunk of chunks)
    chunk.code = chunk.code.replaceAll(posix.basename(file), posix.basename(arrival.fileName));
}

function admitted(html: string): string {
  const [, script = ""] = /<script data-app="[^"]*">(.*?)<\/script>/s.exec(html) ?? [];
  return html.replace("script-src 'self'", `script-src 'self' ${hashOf(script)}`);
}

/** The styles with the addresses in them as the page sees them. */
function moved(css: string, file: string): string {
  return css
    .trim()
    .replaceAll(fontFile, (_, url: string) => `url(./${posix.join(posix.dirname(file), url)})`);
}

function hashOf(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}
