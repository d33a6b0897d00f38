import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { drawnOf } from "../../build/lean-icons.ts";
import { withoutIndentation } from "../../build/lean-templates.ts";

test.each([
  ["html`\n    <p>\n      ${text}\n    </p>`", "html` <p> ${text} </p>`"],
  ["css`\n  :host {\n    margin: 0;\n  }\n`", "css` :host { margin: 0; } `"],
  [
    "html`<ul>${all.map((each) => html`\n  <li>${each}</li>\n`)}</ul>`",
    "html`<ul>${all.map((each) => html` <li>${each}</li> `)}</ul>`",
  ],
  ["words`one\n  two`", "words`one\n  two`"],
  ["const text = `one\n  two`;", "const text = `one\n  two`;"],
])("%j is built as %j", (code, lean) => {
  expect(withoutIndentation(code, "element.ts")).toBe(lean);
});

test("every icon of the package keeps what is drawn, and nothing else", () => {
  const folder = "node_modules/lucide-static/icons";
  const names = readdirSync(folder).filter((name) => name.endsWith(".svg"));
  expect(names.length).toBeGreaterThan(1000);
  for (const name of names) {
    const svg = readFileSync(`${folder}/${name}`, "utf8");
    expect(partsOf(drawnOf(svg)), name).toEqual(partsOf(svg));
    expect(drawnOf(svg).replaceAll(/<\w+\s[^>]*\/>/g, ""), name).toBe("");
  }
});

function partsOf(svg: string): readonly (readonly (string | undefined)[])[] {
  const parts = svg.matchAll(/<(path|circle|rect|line|polyline|polygon|ellipse)\s([^>]*?)\s*\/>/g);
  return [...parts].map(([, tag, attributes]) => [tag, attributes]);
}

test("comments in styles stay behind, what looks like one in markup does not", () => {
  const code = "const a = css`a /* why */ { b: c }`; const d = html`/* said */`;";
  expect(withoutIndentation(code, "a.ts")).toBe("const a = css`a  { b: c }`; const d = html`/* said */`;");
});
