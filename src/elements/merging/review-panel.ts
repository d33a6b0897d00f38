import { html, LitElement, nothing } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { takeBackMerge } from "#actions/merging.ts";
import { deleteBranch } from "#commands/delete-branch.ts";
import { settle } from "#commands/settle.ts";
import { takeBack } from "#commands/take-back.ts";
import { focusTree } from "#elements/find/focus.ts";
import { beforeAfter, became, deedOn } from "#elements/merging/review-parts.ts";
import { reviewStyles } from "#elements/merging/review-styles.ts";
import { detailsOf, versionInWords } from "#elements/merging/review-words.ts";
import { controls } from "#elements/shared/controls.ts";
import { sidePanel } from "#elements/shared/side-panel.ts";
import { icon } from "#elements/shared/icon.ts";
import { Watching } from "#elements/shared/watching.ts";
import { whenOf } from "#elements/shared/when.ts";
import { type Change, invertChange } from "#model/change.ts";
import type { ClaimId } from "#model/ids.ts";
import type { MergeLine } from "#model/merge-lines.ts";
import { type BothEdited, type Offered, says, type Version } from "#model/merge-review.ts";
import { stateOf } from "#model/taking-back.ts";
import type { MapSession } from "#session/map-session.ts";
import type { Reviewing } from "#session/merging.ts";
import type { Workspace } from "#session/workspace.ts";
import { commandWords } from "#words/commands.ts";
import { mergingWords as words } from "#words/merging.ts";

/**
 * What a merge has brought, beside the map: what both edited, what one side deleted under the other's hands, and each
 * edit that came in. Every line leads to its claim and can be taken back. Arrow keys walk the claims.
 *
 * @cssproperty the tokens of look.css
 */
@customElement("review-panel")
export class ReviewPanel extends LitElement {
  static override styles = [controls, sidePanel, reviewStyles];

  @property({ attribute: false }) workspace!: Workspace;
  @property({ attribute: false }) session!: MapSession;
  @property({ attribute: false }) reviewing!: Reviewing;
  @query("h2") private readonly heading!: HTMLElement;
  readonly #watching = new Watching(this, () => [this.session?.open.map.value, this.session?.inHand.value]);

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("session")) this.#watching.renew();
  }

  /** A frame later, when the dialog that asked has gone and what is beside it can be reached again. */
  override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("reviewing")) requestAnimationFrame(() => this.heading.focus({ preventScroll: true }));
  }

  override render() {
    const { by, into, review } = this.reviewing;
    const lines = review.lines.filter((line) => !this.#isAbove(line));
    return html`<section aria-labelledby="review" @keydown=${this.#pressed}>
      <div class="head">
        <h2 id="review" tabindex="-1">${words.review(by)}</h2>
        <button aria-label=${words.close} title=${words.close} @click=${this.#close}>${icon("close")}</button>
      </div>
      <div class="body" lang=${this.session.map.value.about.language}>
        ${this.#facts()} ${this.#whole()}
        ${this.#part(
          words.bothEdited(review.both.length),
          words.bothHint(into),
          review.both.map((each) => this.#both(each)),
        )}
        ${this.#part(
          words.deletedOnce(review.offered.length),
          words.deletedHint,
          review.offered.map((each) => this.#offered(each)),
        )}
        ${this.#part(
          words.allEdits(lines.length),
          null,
          lines.map((line) => this.#line(line)),
        )}
      </div>
    </section>`;
  }

  /** What is offered back, or was edited by both, has a line of its own above. */
  #isAbove({ deed, claim }: MergeLine): boolean {
    const { offered, both } = this.reviewing.review;
    if (deed === "deleted") return offered.some((each) => each.claim.id === claim);
    return both.some((each) => each.claim === claim && deedOn[each.mine.field] === deed);
  }

  /** When it was, and how much of it was taken back. */
  #facts() {
    const { time, review } = this.reviewing;
    const map = this.session.open.map.value;
    const back = review.lines.filter(({ part }) => stateOf(map, part) === "taken back").length;
    const when = words.mergedOn(whenOf(time, Date.now()));
    return html`<p class="quiet">
      ${back === 0 ? when : `${when} ${words.takenBackSince(back, review.lines.length)}`}
    </p>`;
  }

  #whole() {
    const { review } = this.reviewing;
    if (review.lines.length === 0) return html`<p class="quiet">${words.nothing}</p>`;
    const state = stateOf(this.session.open.map.value, review.whole);
    const isGone = state === "taken back";
    return html`<div class="whole">
      <button
        class="plain"
        ?disabled=${state === "changed since"}
        @click=${() => (isGone ? this.#putBack(null, review.whole) : takeBackMerge(this.workspace, review))}
      >
        ${icon(isGone ? "redo" : "undo", 16)} ${isGone ? words.mergeAgain : words.undoMerge}
      </button>
    </div>`;
  }

  #part(heading: string, hint: string | null, items: readonly unknown[]) {
    if (items.length === 0) return nothing;
    return html`<h3>${heading}</h3>
      ${hint === null ? nothing : html`<p class="quiet">${hint}</p>`}
      <ol>
        ${items}
      </ol>`;
  }

  #line(line: MergeLine) {
    const { before, after } = this.reviewing;
    const state = stateOf(this.session.open.map.value, line.part);
    const name = words.deeds[line.deed];
    const text = this.#textOf(line.claim);
    const what = words.about(name, text);
    const isGone = state === "taken back";
    const way = isGone ? words.putBack : words.takeBack;
    const take = () => (isGone ? this.#putBack(line.claim, line.part) : this.#takeBack(line));
    return html`<li class=${state === "stands" ? "" : "done"}>
      <div class="deed ${line.deed}">
        <span>${name}${this.#below(line)}</span>
        ${state === "stands" ? nothing : html`<span class="became">${became[state]}</span>`}
      </div>
      ${this.#claim(line.claim)} ${beforeAfter(detailsOf(line, before, after))}
      ${
        state === "changed since"
          ? nothing
          : html`<div class="ways">
              <button class="plain" aria-label=${words.about(way, what)} @click=${take}>${way}</button>
            </div>`
      }
    </li>`;
  }

  /** How many claims went with one that was deleted. */
  #below({ deed, part }: MergeLine): string {
    const more = part.claims.length - 1;
    return deed === "deleted" && more > 0 ? ` ${words.deletedBelow(more)}` : "";
  }

  #both(each: BothEdited) {
    const { claim, mine, theirs, merged } = each;
    const map = this.reviewing.after;
    const texts = [mine, theirs, merged].map((version) => versionInWords(version, map));
    const isThird = texts[2] !== texts[0] && texts[2] !== texts[1];
    return html`<li>
      <div class="deed"><span>${words.fields[mine.field]}</span></div>
      ${this.#claim(claim)}
      <dl dir="auto">
        <dt>${words.mine(this.reviewing.into)}</dt>
        <dd>${texts[0]}</dd>
        <dt>${words.theirs}</dt>
        <dd>${texts[1]}</dd>
        ${
          isThird
            ? html`<dt>${words.together}</dt>
                <dd>${texts[2]}</dd>`
            : nothing
        }
      </dl>
      <div class="ways" role="group" aria-label=${words.about(words.fields[mine.field], this.#textOf(claim))}>
        ${this.#choice(words.useMine(this.reviewing.into), claim, mine)}
        ${this.#choice(words.useTheirs, claim, theirs)}
        ${isThird ? this.#choice(words.keepMerged, claim, merged) : nothing}
      </div>
    </li>`;
  }

  #choice(name: string, claim: ClaimId | null, version: Version) {
    const { session } = this;
    return html`<button
      class="plain"
      aria-pressed=${says(session.open.map.value, claim, version) ? "true" : "false"}
      @click=${() => session.run(settle, { claim, version }, claim)}
    >
      ${name}
    </button>`;
  }

  #offered({ claim, deletedBy, why, part }: Offered) {
    const isBack = this.session.open.map.value.claims.has(claim.id);
    const text = claim.text || words.emptyClaim;
    return html`<li>
      <div class="deed">
        <span>${words.deletedBy(deletedBy, why, this.reviewing.into)}</span>
        ${isBack ? html`<span class="became">${words.isBack}</span>` : nothing}
      </div>
      ${isBack ? this.#claim(claim.id) : html`<p class="claim" dir="auto">${text}</p>`}
      <div class="ways" ?hidden=${isBack}>
        <button
          class="plain"
          aria-label=${words.about(words.bringBack, text)}
          @click=${(event: Event) => void this.#bringBack(event, claim.id, part)}
        >
          ${words.bringBack}
        </button>
      </div>
    </li>`;
  }

  /** The button goes with what it was for; the focus stays on the line. */
  async #bringBack({ currentTarget }: Event, claim: ClaimId, part: Change): Promise<void> {
    const line = (currentTarget as HTMLElement).closest("li");
    this.session.run(takeBack, { part, label: commandWords.bringBack }, claim);
    this.#goTo(claim);
    await this.updateComplete;
    line?.querySelector<HTMLElement>("button.claim")?.focus();
  }

  /** A claim that is there leads to itself on the map; of one that is not, its words stand. */
  #claim(claim: ClaimId | null) {
    if (claim === null) return nothing;
    const text = this.#textOf(claim);
    if (!this.session.open.map.value.claims.has(claim)) return html`<p class="claim" dir="auto">${text}</p>`;
    return html`<button class="claim" dir="auto" title=${words.goTo(text)} @click=${() => this.#goTo(claim)}>
      ${text}
    </button>`;
  }

  #textOf(claim: ClaimId | null): string {
    if (claim === null) return this.session.open.map.value.about.title;
    const { before, after } = this.reviewing;
    const maps = [this.session.open.map.value, after, before];
    return (
      maps.map(({ claims }) => claims.get(claim)).find((found) => found !== undefined)?.text ||
      words.emptyClaim
    );
  }

  /** The map goes there, and the focus stays in the list, so that it can be walked. */
  #goTo(claim: ClaimId): void {
    this.session.take(claim, "centre");
  }

  #takeBack({ deed, claim, part }: MergeLine): void {
    if (deed === "added" && claim !== null) this.session.run(deleteBranch, { claim }, claim);
    else this.session.run(takeBack, { part }, claim);
  }

  #putBack(claim: ClaimId | null, part: Change): void {
    this.session.run(takeBack, { part: invertChange(part), label: commandWords.putBack }, claim);
    if (claim !== null) this.#goTo(claim);
  }

  readonly #pressed = (event: KeyboardEvent): void => {
    if (event.key === "Escape" && !event.isComposing) this.#close();
    else if (event.key === "ArrowDown" || event.key === "ArrowUp")
      this.#walk(event, event.key === "ArrowDown" ? 1 : -1);
    else if (event.ctrlKey || event.metaKey) return;
    event.stopPropagation();
  };

  /** To the next claim in the list, on the map as well. */
  #walk(event: KeyboardEvent, by: 1 | -1): void {
    const claims = [...this.renderRoot.querySelectorAll<HTMLElement>("button.claim")];
    const focused = (this.renderRoot as ShadowRoot).activeElement;
    const at = claims.findIndex((each) => each === focused || each.closest("li") === focused?.closest("li"));
    const next = claims[at === -1 && by === -1 ? claims.length - 1 : at + by];
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
    next.click();
  }

  readonly #close = (): void => {
    focusTree(this);
    this.workspace.reviewing.value = null;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "review-panel": ReviewPanel;
  }
}
