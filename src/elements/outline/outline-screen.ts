import { html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { contextOf } from "#actions/action.ts";
import { actionById } from "#actions/catalogue.ts";
import { citationOn } from "#elements/map/citation.ts";
import type { SentenceEnded, SentencePaused } from "#elements/map/claim-editor.ts";
import { roleOf } from "#elements/map/face.ts";
import { menuFor, toolsFor } from "#elements/map/tools.ts";
import "#elements/outline/outline-row.ts";
import type { LinkFollowed, OutlineRowElement, RowActed, RowFolded } from "#elements/outline/outline-row.ts";
import { outlineStyles } from "#elements/outline/outline-styles.ts";
import { Printing } from "#elements/outline/printing.ts";
import "#elements/outline/row-editor.ts";
import type { RowEditor } from "#elements/outline/row-editor.ts";
import { type OutlineRow, rowsOf } from "#elements/outline/rows.ts";
import { type TreeStep, treeStep } from "#elements/outline/tree-keys.ts";
import { Writing } from "#elements/outline/writing.ts";
import { controls } from "#elements/shared/controls.ts";
import { Watching } from "#elements/shared/watching.ts";
import { directionOf } from "#model/direction.ts";
import type { ClaimId } from "#model/ids.ts";
import type { MapSession } from "#session/map-session.ts";
import type { Workspace } from "#session/workspace.ts";
import { mapWords } from "#words/map.ts";
import { outlineWords as words } from "#words/outline.ts";

/** More rows than this are drawn only where they come near the screen. */
const heavy = 300;
const everything: ReadonlySet<ClaimId> = new Set();

/** The map as nested text: for phones, for reading, and for paper. What is in hand and folded is shared with the map. */
@customElement("outline-screen")
export class OutlineScreen extends LitElement {
  static override styles = [controls, outlineStyles];

  @property({ attribute: false }) workspace!: Workspace;
  @property({ attribute: false }) session!: MapSession;
  @query("row-editor") private readonly editor!: RowEditor;
  @query(".page") private readonly page!: HTMLElement;
  #rows: ReadonlyMap<ClaimId, OutlineRow> = new Map();
  #writing: Writing | null = null;
  /** Whether the focus is in the tree, and follows the claim in hand. */
  #within = false;
  #scrolledTo: ClaimId | null = null;
  readonly #printing = new Printing(this);
  readonly #watching = new Watching(this, () => {
    const { session } = this;
    return session === undefined
      ? null
      : [
          session.map.value,
          session.shown.value,
          session.inHand.value,
          session.editing.value,
          session.refused.value,
          session.detail.value,
          session.open.history.value,
        ];
  });

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#follow();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.session.finish();
    this.#writing?.stop();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("session")) return;
    this.#watching.renew();
    this.#rows = new Map();
    this.#scrolledTo = null;
  }

  override render() {
    const { session } = this;
    const { about, claims } = session.map.value;
    return html`<div class="page" dir=${directionOf(about.language)}>
      <div class="head" aria-hidden="true">
        <p class="title" dir="auto" lang=${about.language}>${about.title || words.untitled}</p>
        <p class="question" dir="auto" lang=${about.language}>${about.question}</p>
        <p class="facts">${words.claims(claims.size)}</p>
      </div>
      ${this.#refusal()} ${claims.size === 0 ? this.#empty() : this.#tree(about.title || words.untitled)}
      <row-editor
        .standing=${this.#standing()}
        .language=${about.language}
        @sentence-typed=${() => this.#writing?.lay()}
        @sentence-paused=${(event: SentencePaused) => session.write(event.text)}
        @sentence-ended=${(event: SentenceEnded) => this.#ended(event)}
      ></row-editor>
    </div>`;
  }

  override updated(changed: PropertyValues<this>): void {
    if (changed.has("session")) this.#follow();
    this.#writing?.lay();
    this.#keepFocus();
    this.#showInHand();
  }

  /** Draws what is due at once, for paper. */
  drawNow(): void {
    this.requestUpdate();
    if (this.hasUpdated) this.performUpdate();
  }

  #tree(title: string) {
    const { session } = this;
    const printing = this.#printing.now;
    const shown = printing ? session.forest.value.order : session.shown.value;
    const rows = this.#listed(shown, printing ? everything : session.folding.value);
    return html`<div
      role="tree"
      aria-label=${title}
      class=${rows.length > heavy ? "heavy" : ""}
      @keydown=${this.#pressed}
      @click=${this.#clicked}
      @dblclick=${this.#clickedTwice}
      @focusin=${this.#focused}
      @focusout=${this.#unfocused}
      @row-folded=${(event: RowFolded) => session.fold(event.claim)}
      @row-acted=${this.#acted}
      @link-followed=${(event: LinkFollowed) => this.#go(event.claim)}
    >
      ${repeat(
        rows,
        ({ face }) => face.claim,
        (row) => this.#row(row),
      )}
    </div>`;
  }

  #listed(shown: readonly ClaimId[], folding: ReadonlySet<ClaimId>): readonly OutlineRow[] {
    const { map, forest, counts } = this.session;
    const source = {
      map: map.value,
      forest: forest.value,
      folding,
      counts: counts.value,
      citationOf: citationOn,
    };
    const rows = rowsOf(source, shown, this.#rows);
    this.#rows = new Map(rows.map((row) => [row.face.claim, row]));
    return rows;
  }

  #row(row: OutlineRow) {
    const { claim, name, level, position, siblings, expanded } = row.face;
    const inHand = this.session.inHand.value === claim;
    const refused = this.session.refused.value;
    return html`<outline-row
      role="treeitem"
      aria-label=${name}
      aria-level=${level}
      aria-posinset=${position}
      aria-setsize=${siblings}
      aria-expanded=${expanded === null ? nothing : String(expanded)}
      aria-selected=${inHand ? "true" : "false"}
      tabindex=${inHand ? 0 : -1}
      data-claim=${claim}
      .row=${row}
      .tools=${inHand ? this.#tools(expanded === false) : null}
      .refused=${refused?.claim === claim ? refused.sentence : null}
    ></outline-row>`;
  }

  #tools(folded: boolean) {
    const buttons = toolsFor(this.workspace, folded).map(({ id, name, key, icon, tone }) => ({
      id,
      name,
      hint: key === null ? name : `${name} (${key})`,
      icon,
      tone,
    }));
    return { buttons, more: menuFor(this.workspace) };
  }

  #refusal() {
    const refused = this.session.refused.value;
    return refused === null || refused.claim !== null
      ? nothing
      : html`<p class="refused" role="alert">${refused.sentence}</p>`;
  }

  #empty() {
    return html`<div class="empty">
      <p class="asks">${mapWords.asks.thesis}</p>
      ${mapWords.emptyHint}<br />
      <button class="primary" @click=${() => void this.#act("map.add-thesis")}>
        ${mapWords.writeThesis}
      </button>
    </div>`;
  }

  #follow(): void {
    const { session, editor, page } = this;
    this.#writing?.stop();
    this.#writing = new Writing({ session, editor, page, rowOf: (claim) => this.#rowOf(claim) });
    this.#writing.follow(() => (this.#within = true));
  }

  #ended({ text, byKey }: SentenceEnded): void {
    this.session.finish(text);
    this.#within = byKey;
    if (byKey) this.#inHandRow()?.focus({ preventScroll: true });
  }

  #standing() {
    const claim = this.session.editing.value?.claim;
    const relation = claim === undefined ? null : this.session.forest.value.nodes.get(claim)?.relation;
    return roleOf(relation ? this.session.map.value.relations.get(relation) : undefined);
  }

  #keepFocus(): void {
    if (!this.#within || this.session.editing.peek() !== null || this.workspace.dialog.peek() !== null)
      return;
    const row = this.#inHandRow();
    if (row !== null && !row.matches(":focus-within")) row.focus({ preventScroll: true });
  }

  /** The claim in hand comes on screen when it is another one; the camera's own wishes are the map's. */
  #showInHand(): void {
    const claim = this.session.inHand.peek();
    if (claim === this.#scrolledTo) return;
    const first = this.#scrolledTo === null;
    this.#scrolledTo = claim;
    const row = this.#inHandRow();
    if (row === null) return;
    void this.#scrollTo(row, first ? "center" : "nearest");
  }

  async #scrollTo(row: OutlineRowElement, block: ScrollLogicalPosition): Promise<void> {
    await row.updateComplete;
    row.scrollIntoView({ block });
    this.#writing?.lay();
  }

  #rowOf(claim: ClaimId): OutlineRowElement | null {
    return this.renderRoot.querySelector<OutlineRowElement>(`[data-claim="${CSS.escape(claim)}"]`);
  }

  #inHandRow(): OutlineRowElement | null {
    const claim = this.session.inHand.peek();
    return claim === null ? null : this.#rowOf(claim);
  }

  readonly #pressed = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (event.shiftKey && event.key !== "*") return;
    const claim = this.session.inHand.peek();
    const onRow = event.target instanceof HTMLElement && event.composedPath()[0] === event.target;
    if (claim === null || !onRow) return;
    const { forest, folding, shown, map } = this.session;
    const rightToLeft = directionOf(map.peek().about.language) === "rtl";
    const view = { forest: forest.peek(), folding: folding.peek(), shown: shown.peek(), rightToLeft };
    const step = treeStep(view, claim, event.key);
    if (step !== null) this.#take(step);
    if (step !== null || /^(Arrow|Home$|End$)/.test(event.key)) event.preventDefault();
  };

  #take(step: TreeStep): void {
    const { session } = this;
    if (step.type === "take") session.take(step.claim);
    else if (step.type === "fold") session.fold(step.claim);
    else {
      const next = new Set(session.folding.peek());
      for (const claim of step.claims) next.delete(claim);
      session.refold(next);
    }
  }

  readonly #clicked = (event: MouseEvent): void => {
    const claim = claimAt(event);
    if (claim !== null && claim !== this.session.inHand.peek()) this.session.take(claim, "stay");
  };

  readonly #clickedTwice = (event: MouseEvent): void => {
    const claim = claimAt(event);
    if (claim !== null) this.session.edit(claim);
  };

  readonly #focused = (event: FocusEvent): void => {
    this.#within = true;
    const claim = claimAt(event);
    if (claim !== null && claim !== this.session.inHand.peek()) this.session.take(claim, "stay");
  };

  /** The focus that is lost with the row that had it stays in the tree. */
  readonly #unfocused = (event: FocusEvent): void => {
    const row = event.target as HTMLElement;
    if (event.relatedTarget !== null || (row.isConnected && document.hasFocus())) this.#within = false;
  };

  readonly #acted = (event: RowActed): void => {
    void this.#act(event.action);
  };

  #act(id: string): void | Promise<void> {
    const context = contextOf(this.workspace);
    const action = actionById(id);
    if (action.when(context)) return action.run(context);
  }

  #go(claim: ClaimId): void {
    this.#within = true;
    this.session.take(claim, "centre");
  }
}

/** The claim of the row in which something happened. */
function claimAt(event: Event): ClaimId | null {
  return event.target instanceof HTMLElement
    ? ((event.target.dataset["claim"] ?? null) as ClaimId | null)
    : null;
}

declare global {
  interface HTMLElementTagNameMap {
    "outline-screen": OutlineScreen;
  }
}
