import { html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { bibliographyOf, isDivisible, type Section } from "#citing/listing.ts";
import { asHtml, asText } from "#citing/written-out.ts";
import { richLine } from "#elements/detail/rich-line.ts";
import { drawSheet } from "#elements/dialogs/bibliography-sheet.ts";
import { bibliographyStyles } from "#elements/dialogs/bibliography-styles.ts";
import { exportFile } from "#elements/dialogs/exporting.ts";
import "#elements/dialogs/modal-frame.ts";
import { controls } from "#elements/shared/controls.ts";
import { Watching } from "#elements/shared/watching.ts";
import { type SourceFormat, sourceFormats } from "#interchange/source-format.ts";
import { citedBy } from "#model/cited.ts";
import { branchOf } from "#model/counts.ts";
import type { ClaimId, SourceId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import type { Source } from "#model/source.ts";
import type { MapSession } from "#session/map-session.ts";
import type { Workspace } from "#session/workspace.ts";
import { bibliographyWords as words } from "#words/bibliography.ts";

/** A claim's text is shortened to so many characters where it names its branch. */
const longestName = 60;

/** The bibliography of the map, or of the branch in hand: to be read, copied, printed, and written for other programs. */
@customElement("bibliography-dialog")
export class BibliographyDialog extends LitElement {
  static override styles = [controls, bibliographyStyles];

  @property({ attribute: false }) workspace!: Workspace;
  @property({ attribute: false }) session!: MapSession;
  @state() private isBranch = false;
  @state() private isDivided = false;
  @state() private format: SourceFormat = "bibtex";
  @state() private said = "";
  readonly #watching = new Watching(this, () => this.session?.map.value);

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("session")) this.#watching.renew();
  }

  override render() {
    const sources = this.#sources();
    const isEmpty = sources.length === 0;
    return html`<modal-frame .heading=${words.heading} foot>
      ${this.#scopes()} ${isDivisible(sources) ? this.#division() : nothing}
      <div
        class="list"
        role="region"
        aria-label=${words.list}
        lang=${this.#map.about.language}
        tabindex="0"
        autofocus
      >
        ${isEmpty ? html`<p class="empty">${words.empty}</p>` : this.#sections(sources).map(drawn)}
      </div>
      <span slot="foot" class="said" role="status">${this.said}</span>
      <button slot="foot" class="plain" ?disabled=${isEmpty} @click=${this.#copy}>${words.copy}</button>
      <button slot="foot" class="plain" ?disabled=${isEmpty} @click=${this.#print}>${words.print}</button>
      <span slot="foot" class="saving">
        <select aria-label=${words.format} @change=${this.#chosen}>
          ${sourceFormats.map(
            (each) =>
              html`<option value=${each} .selected=${each === this.format}>${words.formats[each]}</option>`,
          )}
        </select>
        <button class="primary" ?disabled=${isEmpty} @click=${this.#save}>${words.save}</button>
      </span>
    </modal-frame>`;
  }

  get #map(): ArgumentMap {
    return this.session.map.value;
  }

  /** The head of a branch that is a part of the map. */
  get #head(): ClaimId | null {
    const { inHand, forest } = this.session;
    const claim = inHand.value;
    const isPart = claim !== null && branchOf(forest.value, claim).size < this.#map.claims.size;
    return isPart ? claim : null;
  }

  #sources(isBranch = this.isBranch): readonly Source[] {
    const { sources, claims } = this.#map;
    const head = this.#head;
    if (!isBranch || head === null) return [...sources.values()];
    const within = [...branchOf(this.session.forest.value, head)].map((id) => claims.get(id)!);
    return [...citedBy(within)].flatMap((id: SourceId) => sources.get(id) ?? []);
  }

  #sections(sources: readonly Source[]): readonly Section[] {
    return bibliographyOf(sources, this.#map.about.language, this.isDivided && isDivisible(sources));
  }

  #scopes() {
    const head = this.#head;
    if (head === null) return nothing;
    const named = nameOf(this.#map, head);
    const scope = (isBranch: boolean, label: string) =>
      html`<label
        ><input
          type="radio"
          name="scope"
          .checked=${this.isBranch === isBranch}
          @change=${() => (this.isBranch = isBranch)}
        /><span dir="auto">${label}</span></label
      >`;
    return html`<fieldset class="choices">
      <legend class="visually-hidden">${words.scope}</legend>
      ${scope(false, words.wholeMap(this.#sources(false).length))}
      ${scope(true, words.branch(named, this.#sources(true).length))}
    </fieldset>`;
  }

  #division() {
    return html`<div class="choices">
      <label
        ><input
          type="checkbox"
          .checked=${this.isDivided}
          @change=${(event: Event) => (this.isDivided = (event.target as HTMLInputElement).checked)}
        />${words.divide}</label
      >
    </div>`;
  }

  readonly #chosen = (event: Event): void => {
    this.format = (event.target as HTMLSelectElement).value as SourceFormat;
  };

  readonly #copy = async (): Promise<void> => {
    const sections = this.#sections(this.#sources());
    const text = asText(sections, headingOf);
    this.said = await this.workspace.platform.writeClipboard(text, asHtml(sections, headingOf)).then(
      () => words.copied,
      () => words.notCopied,
    );
  };

  readonly #print = (): void => {
    const { language } = this.#map.about;
    const sections = this.#sections(this.#sources());
    this.workspace.platform.printSheet((sheet) =>
      drawSheet(sheet, words.titled(this.#title), language, sections, headingOf),
    );
  };

  readonly #save = async (): Promise<void> => {
    const { platform } = this.workspace;
    const sources = new Map(this.#sources().map((source) => [source.id, source]));
    const map = { ...this.#map, about: { ...this.#map.about, title: words.titled(this.#title) }, sources };
    const choice = { format: this.format, theme: "light", folded: new Set<ClaimId>(), asSeen: null } as const;
    try {
      const file = await exportFile(map, choice, { makeWorker: () => platform.startWriter() });
      if ("refused" in file) return void (this.said = file.refused);
      await platform.saveFile(file.name, file.contents);
      this.said = "";
    } catch {
      this.said = words.notSaved;
    }
  };

  get #title(): string {
    const head = this.#head;
    return this.isBranch && head !== null ? nameOf(this.#map, head) : this.#map.about.title;
  }
}

function drawn(section: Section) {
  const heading = headingOf(section);
  return html`${heading === null ? nothing : html`<h3>${heading}</h3>`}
  ${section.entries.map((entry) => html`<p dir="auto">${richLine(entry)}</p>`)}`;
}

/** A bibliography that is not divided has no headings; one without a role stands last. */
function headingOf({ role, isDivided }: Section): string | null {
  return isDivided ? words.roles[role ?? "unsaid"] : null;
}

function nameOf({ claims }: ArgumentMap, id: ClaimId): string {
  const { label = "", text = "" } = claims.get(id) ?? {};
  const name = label || text.trim();
  return name.length > longestName ? `${name.slice(0, longestName).trimEnd()}…` : name;
}

declare global {
  interface HTMLElementTagNameMap {
    "bibliography-dialog": BibliographyDialog;
  }
}
