import type { Heading, List, Nodes, Parents } from "mdast";
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { noteTree, safeAddress, sourceOf } from "#elements/detail/markdown.ts";

type Drawn = TemplateResult | string | typeof nothing | readonly Drawn[];

/** The level of the heading that a note stands under. */
const levelAbove = 3;

/**
 * A note, drawn from its Markdown node by node: paragraphs, headings, emphasis, lists, quotations, code and links to
 * http, https and mailto. Everything else, HTML first of all, is shown as it is written.
 */
@customElement("note-view")
export class NoteView extends LitElement {
  static override styles = css`
    :host {
      display: block;
      font: 400 15px/23px var(--serif);
      color: var(--ink);
      overflow-wrap: anywhere;
    }
    p,
    ul,
    ol,
    blockquote,
    pre,
    .heading {
      margin: 0 0 8px;
    }
    :host > :last-child,
    blockquote > :last-child,
    li > :last-child {
      margin-bottom: 0;
    }
    .heading {
      font-weight: 600;
    }
    ul,
    ol {
      padding-inline-start: 24px;
    }
    blockquote {
      padding-inline-start: 12px;
      border-inline-start: 3px solid var(--hairline);
      color: var(--ink-2);
    }
    code,
    pre {
      font:
        400 13px/20px ui-monospace,
        "SF Mono",
        Menlo,
        Consolas,
        monospace;
    }
    code {
      background: var(--hover);
      border-radius: 4px;
      padding: 1px 4px;
    }
    pre {
      background: var(--hover);
      border-radius: 8px;
      padding: 8px 12px;
      white-space: pre-wrap;
    }
    pre code {
      padding: 0;
      background: none;
    }
    .plain {
      white-space: pre-wrap;
    }
    a {
      color: var(--support);
      text-underline-offset: 3px;
    }
    a:focus-visible {
      outline: 3px solid var(--focus);
      outline-offset: 2px;
    }
    hr {
      border: 0;
      border-top: 1px solid var(--hairline);
      margin: 12px 0;
    }
  `;

  @property() markdown = "";
  /** The language that it is written in, as a BCP 47 tag. */
  @property() language = "";
  #level = levelAbove;

  override render() {
    const tree = noteTree(this.markdown);
    this.#level = levelAbove;
    if (tree === null) return html`<p class="plain" dir="auto" lang=${this.language}>${this.markdown}</p>`;
    return html`<div lang=${this.language}>${this.#children(tree)}</div>`;
  }

  #children(node: Parents): readonly Drawn[] {
    return node.children.map((child) => this.#node(child));
  }

  #node(node: Nodes): Drawn {
    switch (node.type) {
      case "text":
        return node.value;
      case "paragraph":
        return html`<p dir="auto">${this.#children(node)}</p>`;
      case "heading":
        return this.#heading(node);
      case "emphasis":
        return html`<em>${this.#children(node)}</em>`;
      case "strong":
        return html`<strong>${this.#children(node)}</strong>`;
      case "blockquote":
        return html`<blockquote dir="auto">${this.#children(node)}</blockquote>`;
      case "list":
        return this.#list(node);
      case "inlineCode":
        return html`<code>${node.value}</code>`;
      case "code":
        return html`<pre dir="auto"><code>${node.value}</code></pre>`;
      case "break":
        return html`<br />`;
      case "thematicBreak":
        return html`<hr />`;
      case "link":
        return this.#link(node);
      case "root":
      case "listItem":
      case "html":
      case "image":
      case "imageReference":
      case "linkReference":
      case "definition":
      case "footnoteDefinition":
      case "footnoteReference":
      case "delete":
      case "table":
      case "tableRow":
      case "tableCell":
      case "yaml":
        return this.#asWritten(node);
    }
  }

  /** No level is left out, whatever the note leaves out: each is at most one below the one before. */
  #heading(node: Heading): Drawn {
    this.#level = Math.min(this.#level + 1, levelAbove + node.depth);
    return html`<div class="heading" role="heading" aria-level=${this.#level} dir="auto">
      ${this.#children(node)}
    </div>`;
  }

  #list(node: List): Drawn {
    const items = node.children.map((item) =>
      item.type === "listItem" ? html`<li dir="auto">${this.#itemParts(item, node)}</li>` : nothing,
    );
    return node.ordered === true
      ? html`<ol start=${node.start ?? 1}>
          ${items}
        </ol>`
      : html`<ul>
          ${items}
        </ul>`;
  }

  /** A tight list has no paragraphs in its items. */
  #itemParts(item: Parents, { spread }: List): readonly Drawn[] {
    return item.children.map((child) =>
      child.type === "paragraph" && spread !== true ? this.#children(child) : this.#node(child),
    );
  }

  #link(node: Extract<Nodes, { type: "link" }>): Drawn {
    const address = safeAddress(node.url);
    if (address === null) return this.#asWritten(node);
    return html`<a href=${address} target="_blank" rel="noopener noreferrer">${this.#children(node)}</a>`;
  }

  #asWritten(node: Nodes): Drawn {
    return html`<span class="plain">${sourceOf(node, this.markdown)}</span>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "note-view": NoteView;
  }
}
