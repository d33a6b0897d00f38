import { parseSync, type Plugin } from "vite";

const tags: ReadonlySet<unknown> = new Set(["css", "html", "svg"]);
/** A line's end with the indentation around it. */
const lineBreak = /[ \t]*\n\s*/g;
const comment = /\/\*[^]*?\*\//g;

/**
 * Takes the indentation out of the templates of elements and their styles, and comments out of the styles: markup and CSS that read well in the source,
 * and whose white space no minifier may touch, for it sees only strings. A break between words stays a blank.
 */
export function leanTemplates(): Plugin {
  return {
    name: "lean-templates",
    apply: "build",
    enforce: "pre",
    transform: {
      filter: { id: /\/src\/elements\/.*\.ts$/ },
      handler: (code, id) => ({ code: withoutIndentation(code, id), map: null }),
    },
  };
}

/** `file` tells the parser the language. */
export function withoutIndentation(code: string, file: string): string {
  const texts = textsIn(parseSync(file, code).program).toSorted((a, b) => a.start - b.start);
  let [lean, last] = ["", 0];
  for (const { start, end, isStyle } of texts) {
    const text = code.slice(start, end);
    const said = isStyle ? text.replaceAll(comment, "") : text;
    lean += code.slice(last, start) + said.replaceAll(lineBreak, " ");
    last = end;
  }
  return lean + code.slice(last);
}

interface Text {
  readonly start: number;
  readonly end: number;
  /** Whether it is CSS, whose comments are for us. */
  readonly isStyle: boolean;
}

/** Where the texts of tagged templates stand, those of templates in templates too. */
function textsIn(node: unknown): readonly Text[] {
  if (typeof node !== "object" || node === null) return [];
  const { type, tag, quasi } = node as Record<string, { readonly name?: string; readonly quasis?: Text[] }>;
  const isOurs = (type as unknown) === "TaggedTemplateExpression" && tags.has(tag?.name);
  const isStyle = tag?.name === "css";
  const own = isOurs ? (quasi?.quasis ?? []).map(({ start, end }) => ({ start, end, isStyle })) : [];
  return [...own, ...Object.values(node).flatMap(textsIn)];
}
