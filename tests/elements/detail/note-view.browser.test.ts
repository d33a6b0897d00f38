import { html } from "lit";
import { expect, test } from "vitest";
import "#elements/detail/note-view.ts";
import { noteTree } from "#elements/detail/markdown.ts";
import { faults, show } from "../dialogs/workspace.ts";

async function drawn(markdown: string): Promise<ShadowRoot> {
  show(
    html`<main>
      <h1>Map</h1>
      <h2>Details</h2>
      <h3>Note</h3>
      <note-view .markdown=${markdown} .language=${"en"}></note-view>
    </main>`,
  );
  const view = document.querySelector("note-view")!;
  await view.updateComplete;
  return view.shadowRoot!;
}

/** The elements of a note without their attributes and Lit's marks. */
async function outline(markdown: string): Promise<string> {
  const root = await drawn(markdown);
  return root
    .querySelector("div")!
    .innerHTML.replaceAll(/<!--.*?-->/g, "")
    .replaceAll(/ (?:dir|class|role|lang)="[^"]*"/g, "")
    .replaceAll(/>\s+/g, ">")
    .replaceAll(/\s+</g, "<");
}

const everything =
  "### Late\n\n# Early\n\nA *note* on **terror** with `code` and a [link](https://example.org/a).\n\n1. one\n2. two\n\n> quoted\n\n```\ncode\n```\n\n---\n";

test.each(["light", "dark"] as const)("axe finds nothing, %s", async (theme) => {
  await drawn(everything);
  expect(await faults(theme)).toEqual([]);
});

test.each([
  ["a *b* **c** `d`", "<p>a<em>b</em><strong>c</strong><code>d</code></p>"],
  ["- a\n- b", "<ul><li>a</li><li>b</li></ul>"],
  ["- a\n\n- b", "<ul><li><p>a</p></li><li><p>b</p></li></ul>"],
  ["3. a\n4. b", '<ol start="3"><li>a</li><li>b</li></ol>'],
  ["> a", "<blockquote><p>a</p></blockquote>"],
  ["```js\na\n```", "<pre><code>a</code></pre>"],
  ["# a\n### b\n## c", '<div aria-level="4">a</div><div aria-level="5">b</div><div aria-level="5">c</div>'],
  ["a  \nb", "<p>a<br>b</p>"],
  [
    "[a](https://example.org/x)",
    '<p><a target="_blank" rel="noopener noreferrer" href="https://example.org/x">a</a></p>',
  ],
  [
    "<me@example.org>",
    '<p><a target="_blank" rel="noopener noreferrer" href="mailto:me@example.org">me@example.org</a></p>',
  ],
  ["[a](javascript:alert(1))", "<p><span>[a](javascript:alert(1))</span></p>"],
  ["[a](JaVaScRiPt:alert(1))", "<p><span>[a](JaVaScRiPt:alert(1))</span></p>"],
  ["[a](data:text/html,x)", "<p><span>[a](data:text/html,x)</span></p>"],
  ["[a](/relative)", "<p><span>[a](/relative)</span></p>"],
  ["a <b onclick=x>b</b>", "<p>a<span>&lt;b onclick=x&gt;</span>b<span>&lt;/b&gt;</span></p>"],
  ["<script>alert(1)</script>", "<span>&lt;script&gt;alert(1)&lt;/script&gt;</span>"],
  ["![a](https://example.org/a.png)", "<p><span>![a](https://example.org/a.png)</span></p>"],
  ["[a][b]\n\n[b]: https://example.org", "<p><span>[a][b]</span></p><span>[b]: https://example.org</span>"],
])("%j", async (markdown, expected) => {
  const written = (await outline(markdown)).replaceAll(/<a [^>]*>/g, (tag) => {
    const href = /href="[^"]*"/.exec(tag)?.[0];
    expect(tag).toContain('target="_blank"');
    expect(tag).toContain('rel="noopener noreferrer"');
    return `<a target="_blank" rel="noopener noreferrer" ${href}>`;
  });
  expect(written).toBe(expected);
});

test.each([
  ["quotations in quotations", ">".repeat(5000)],
  ["lists in lists", `${"- ".repeat(2000)}a`],
  ["brackets", "[".repeat(5000)],
  ["stars", "*a **b ".repeat(800)],
])("%s by the thousand are shown as they are written, soon", async (_, markdown) => {
  const start = performance.now();
  const root = await drawn(markdown);
  expect(performance.now() - start).toBeLessThan(3000);
  expect(root.textContent).not.toBe("");
});

test("what is nested too deep to read is not parsed into elements", () => {
  expect(noteTree("> ".repeat(40))).toBeNull();
  expect(noteTree("> > > a")).not.toBeNull();
});
