import { computed, type ReadonlySignal } from "@preact/signals-core";
import { html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { isRefusal } from "#commands/command.ts";
import { dismissFinding } from "#commands/dismiss-finding.ts";
import { takeUpFinding } from "#commands/take-up-finding.ts";
import { focusTree } from "#elements/find/focus.ts";
import "#elements/missing/dismissing-form.ts";
import type { ReasonGiven } from "#elements/missing/dismissing-form.ts";
import { FIRST_LINES, type Group, groupsOf, MORE_LINES } from "#elements/missing/groups.ts";
import { entryOf, goTo, goToEntry, placesOf } from "#elements/missing/going.ts";
import { missingStyles } from "#elements/missing/missing-styles.ts";
import { MissingFollowing, type Reckoned } from "#elements/missing/following.ts";
import { StayingFocus } from "#elements/missing/staying-focus.ts";
import { controls } from "#elements/shared/controls.ts";
import { icon } from "#elements/shared/icon.ts";
import { sidePanel } from "#elements/shared/side-panel.ts";
import { Watching } from "#elements/shared/watching.ts";
import { type Finding, type FindingKind, findingKinds } from "#lenses/missing/finding.ts";
import { type Masking, sentenceOf } from "#lenses/missing/sentence.ts";
import { type Dismissed, type Review, reviewed } from "#lenses/missing.ts";
import type { MapSession } from "#session/map-session.ts";
import type { Workspace } from "#session/workspace.ts";
import { missingWords } from "#words/lenses.ts";
import { missingPanelWords as words } from "#words/missing.ts";

/**
 * What is missing in the map, beside it, as an examiner would read it: kind by kind, each line a sentence that leads to
 * its place and can be dismissed with a reason. It keeps up with the map. Arrow keys walk the lines.
 *
 * @cssproperty the tokens of look.css
 */
@customElement("missing-panel")
export class MissingPanel extends LitElement {
  static override styles = [controls, sidePanel, missingStyles];

  @property({ attribute: false }) workspace!: Workspace;
  @property({ attribute: false }) session!: MapSession;
  /** What stands in for the names of holders and schools, where these are hidden. */
  @property({ attribute: false }) masks: Masking | null = null;
  /** The finding for which a reason is being asked. */
  @state() private dismissing: string | null = null;
  /** How many lines of a group are drawn, where it is not the first few. */
  @state() private drawn: ReadonlyMap<FindingKind | "dismissed", number> = new Map();
  @query("h2") private readonly heading!: HTMLElement;
  readonly #following = new MissingFollowing(this, () => this.session?.open.map);
  readonly #staying = new StayingFocus(this, "li.line", "button", () => this.heading);
  #dismissed: ReadonlySignal<unknown> | null = null;
  readonly #watching = new Watching(this, () => this.#dismissed?.value);
  #isSaid = false;

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has("session")) return;
    const { map } = this.session.open;
    this.#dismissed = computed(() => map.value.about.dismissed);
    this.#following.renew();
    this.#watching.renew();
    this.dismissing = null;
    this.drawn = new Map();
    this.#isSaid = false;
  }

  override firstUpdated(): void {
    this.heading.focus({ preventScroll: true });
  }

  override updated(): void {
    const { reckoned } = this.#following;
    if (reckoned === null || this.#isSaid) return;
    this.#isSaid = true;
    this.workspace.notices.say(summary(this.#review(reckoned)));
  }

  override render() {
    const { reckoned } = this.#following;
    return html`<section
      aria-labelledby="missing"
      @keydown=${this.#pressed}
      @dismissing-left=${this.#left}
      @reason-given=${this.#dismiss}
    >
      <div class="head">
        <h2 id="missing" tabindex="-1">${words.heading}</h2>
        <button aria-label=${words.close} title=${words.close} @click=${this.#close}>${icon("close")}</button>
      </div>
      <div class="body">
        ${reckoned === null ? html`<p class="quiet">${words.reading}</p>` : this.#findings(reckoned)}
      </div>
    </section>`;
  }

  /** What is dismissed is so at once, before the map has been read anew. */
  #review({ findings }: Reckoned): Review {
    const { dismissed } = this.session.open.map.peek().about;
    return reviewed(findings, new Map(dismissed.map(({ key, reason }) => [key, reason])));
  }

  #findings(reckoned: Reckoned) {
    const review = this.#review(reckoned);
    const { open, dismissed } = review;
    return html`
      ${open.length === 0 ? html`<p class="nothing">${summary(review)}</p>` : html`<p class="quiet">${summary(review)}</p>`}
      <details>
        <summary>${words.looksFor}</summary>
        <ul>
          ${findingKinds.map((kind) => html`<li>${missingWords.kinds[kind]}</li>`)}
        </ul>
      </details>
      ${repeat(
        groupsOf(open),
        ({ kind }) => kind,
        (group) => this.#group(reckoned, group),
      )}
      ${dismissed.length === 0 ? nothing : this.#dismissals(reckoned, dismissed)}
    `;
  }

  #group(reckoned: Reckoned, { kind, findings }: Group) {
    const name = missingWords.kinds[kind];
    const shown = this.drawn.get(kind) ?? FIRST_LINES;
    return html`<h3 id=${kind}>${words.group(name, findings.length)}</h3>
      <ol aria-labelledby=${kind}>
        ${repeat(
          findings.slice(0, shown),
          ({ key }) => key,
          (finding) => this.#line(reckoned, finding),
        )}
      </ol>
      ${this.#more(kind, name, shown, findings.length)}`;
  }

  #more(kind: FindingKind | "dismissed", name: string, shown: number, all: number) {
    if (all <= shown) return nothing;
    return html`<button
      class="plain more"
      @click=${(event: Event) => void this.#showMore(event, kind, shown)}
    >
      ${words.more(Math.min(MORE_LINES, all - shown), all - shown)}<span class="visually-hidden"
        >${words.moreOf(name)}</span
      >
    </button>`;
  }

  #line(reckoned: Reckoned, finding: Finding) {
    const sentence = sentenceOf(reckoned.map, finding, this.masks);
    const isAsked = this.dismissing === finding.key;
    return html`<li class="line" data-key=${finding.key}>
      ${this.#place(reckoned, finding, sentence)}
      ${
        isAsked
          ? html`<dismissing-form .sentence=${sentence}></dismissing-form>`
          : html`<button
              class="way"
              aria-label=${words.about(words.dismiss, sentence)}
              @click=${() => (this.dismissing = finding.key)}
            >
              ${words.dismiss}
            </button>`
      }
    </li>`;
  }

  #dismissals(reckoned: Reckoned, dismissed: readonly Dismissed[]) {
    const shown = this.drawn.get("dismissed") ?? FIRST_LINES;
    return html`<h3 id="dismissed">${words.dismissed(dismissed.length)}</h3>
      <p class="quiet">${words.dismissedHint}</p>
      <ol aria-labelledby="dismissed">
        ${repeat(
          dismissed.slice(0, shown),
          ({ finding }) => finding.key,
          (each) => this.#dismissal(reckoned, each),
        )}
      </ol>
      ${this.#more("dismissed", words.dismissed(dismissed.length), shown, dismissed.length)}`;
  }

  #dismissal(reckoned: Reckoned, { finding, reason }: Dismissed) {
    const sentence = sentenceOf(reckoned.map, finding, this.masks);
    return html`<li class="line" data-key=${finding.key}>
      ${this.#place(reckoned, finding, sentence)}
      <p class="reason" dir="auto">${reason}</p>
      <button
        class="way"
        aria-label=${words.about(words.takeUp, sentence)}
        @click=${() => this.session.run(takeUpFinding, { key: finding.key }, null)}
      >
        ${words.takeUp}
      </button>
    </li>`;
  }

  /** What leads nowhere is no button. */
  #place({ map }: Reckoned, finding: Finding, sentence: string) {
    const places = finding.claims.length > 0 ? finding.claims : placesOf(map, finding);
    const entry = this.masks === null ? entryOf(map, finding) : null;
    if (entry === null && places.length === 0) return html`<p class="place">${sentence}</p>`;
    return html`<button
      class=${entry === null ? "place" : "place entry"}
      title=${entry !== null ? words.entry : places.length > 1 ? words.places(places.length) : nothing}
      @click=${({ currentTarget }: Event) => this.#go(finding, currentTarget as HTMLElement)}
    >
      ${sentence}
    </button>`;
  }

  /** What is about a source, a holder or a school alone leads to its entry beside, and from there back to the line. */
  #go(finding: Finding, line: HTMLElement): void {
    const { workspace, session } = this;
    const entry = this.masks === null ? entryOf(session.open.map.peek(), finding) : null;
    if (entry === null) return goTo(workspace, session, finding);
    const back = () => (line.isConnected ? line : this.heading).focus();
    goToEntry(workspace, { ...entry, from: words.back, back });
  }

  readonly #dismiss = (event: ReasonGiven): void => {
    const key = this.dismissing;
    if (key === null) return;
    const outcome = this.session.open.run(dismissFinding, { key, reason: event.reason });
    if (isRefusal(outcome)) event.refused = outcome.refused;
    else this.dismissing = null;
  };

  /** The focus goes back to the button that asked. */
  readonly #left = (event: Event): void => {
    const line = (event.target as HTMLElement).closest("li");
    this.dismissing = null;
    void this.updateComplete.then(() => line?.querySelector<HTMLElement>(".way")?.focus());
  };

  /** The focus goes on to the first line that came. */
  async #showMore({ currentTarget }: Event, kind: FindingKind | "dismissed", shown: number): Promise<void> {
    const list = (currentTarget as HTMLElement).previousElementSibling;
    this.drawn = new Map([...this.drawn, [kind, shown + MORE_LINES]]);
    await this.updateComplete;
    list?.children[shown]?.querySelector<HTMLElement>(".place, .way")?.focus();
  }

  readonly #pressed = (event: KeyboardEvent): void => {
    if (event.key === "Escape" && !event.isComposing) this.#close();
    else if (event.key === "ArrowDown" || event.key === "ArrowUp") this.#walk(event);
    else if (event.ctrlKey || event.metaKey) return;
    event.stopPropagation();
  };

  /** To the next line, and to its place on the map; to an entry beside, which takes the focus, it takes Enter. */
  #walk(event: KeyboardEvent): void {
    const lines = this.#staying.lines();
    const at = this.#staying.lineInFocus();
    const by = event.key === "ArrowDown" ? 1 : -1;
    const next = lines[at === -1 && by === -1 ? lines.length - 1 : at + by];
    if (next === undefined || this.dismissing !== null) return;
    event.preventDefault();
    const place = next.querySelector<HTMLElement>("button");
    place?.focus();
    if (place?.matches(".place:not(.entry)")) place.click();
  }

  readonly #close = (): void => {
    focusTree(this);
    this.workspace.missing.value = false;
  };
}

function summary({ open, dismissed }: Review): string {
  const rest = dismissed.length === 0 ? "" : ` ${words.dismissedToo(dismissed.length)}`;
  if (open.length === 0) return dismissed.length === 0 ? words.nothing : words.nothingElse;
  return `${words.open(open.length)}${rest}`;
}

declare global {
  interface HTMLElementTagNameMap {
    "missing-panel": MissingPanel;
  }
}
