import { html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import {
  calledIn,
  isLine,
  movedRow,
  namesInRows,
  type NameRow,
  rowsOf,
  turnedRow,
} from "#citing/name-rows.ts";
import { namesFrom } from "#citing/written-names.ts";
import "#elements/detail/typed-field.ts";
import type { FieldWritten, TypedField } from "#elements/detail/typed-field.ts";
import { controls } from "#elements/shared/controls.ts";
import { icon } from "#elements/shared/icon.ts";
import { namesStyles } from "#elements/sources/names-styles.ts";
import { compareIds } from "#model/ids.ts";
import type { Name } from "#model/source.ts";
import type { HeldText } from "#session/held-text.ts";
import { nameWords as words } from "#words/sources.ts";

/** The names are others now. Edits of one `gesture` are one step of undo. */
export class NamesWritten extends Event {
  static readonly type = "names-written";
  readonly names: readonly Name[];
  readonly gesture: string | null;
  /** Why the map does not take them, if it does not. */
  refused: string | null = null;

  constructor(names: readonly Name[], gesture: string | null) {
    super(NamesWritten.type);
    this.names = names;
    this.gesture = gesture;
  }
}

/** The parts of a name that only some have. */
const rare = ["dropping-particle", "non-dropping-particle", "suffix"] as const;
type Part = "family" | "given" | "literal" | (typeof rare)[number];
const steps: Readonly<Record<string, -1 | 1>> = { ArrowUp: -1, ArrowDown: 1 };

/**
 * Names of people and bodies, one below the other: those who wrote a source, or edited it. They are moved by buttons, and
 * by Alt with ↑ and ↓. "Family, Given; Family, Given" in one field becomes a row each when it is pasted or left.
 *
 * @event names-written - a {@link NamesWritten}; it does not bubble.
 */
@customElement("names-field")
export class NamesField extends LitElement {
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static override styles = [controls, namesStyles];

  @property() label = "";
  @property() hint = "";
  @property({ attribute: false }) names: readonly Name[] = [];
  /** Whether it is part of a form with a button. */
  @property({ type: Boolean }) draft = false;
  @property({ attribute: false }) held: HeldText | null = null;
  @state() private rows: readonly NameRow[] = [];
  /** For screen readers, where a name stands after it was moved. */
  @state() private said = "";
  #keys = 0;

  /** What is written here comes back as it was given; what comes from elsewhere stands in rows of its own. */
  override willUpdate(changed: PropertyValues<this>): void {
    const isOther =
      changed.has("label") || (changed.has("names") && !isSame(this.names, namesInRows(this.rows)));
    if (isOther || this.rows.length === 0) this.rows = this.#rowsOf(this.names, this.rows);
  }

  override render() {
    return html`<fieldset>
      <legend>${this.label}</legend>
      ${repeat(
        this.rows,
        ({ key }) => key,
        (row, at) => this.#row(row, at),
      )}
      ${
        namesInRows(this.rows).length === 0
          ? nothing
          : html`<button
              type="button"
              class="another"
              aria-label=${words.anotherOf(this.label)}
              @click=${this.#another}
            >
              ${icon("add", 14)} ${words.another}
            </button>`
      }
      <p class="visually-hidden" role="status">${this.said}</p>
    </fieldset>`;
  }

  #row(row: NameRow, at: number) {
    const { key, isBody, name } = row;
    const parts: readonly Part[] = isBody
      ? ["literal"]
      : ["family", "given", ...rare.filter((part) => name[part] !== undefined)];
    return html`<div
      class="row"
      role="group"
      data-key=${key}
      aria-label=${words.place(calledIn(row) || words.unnamed, at + 1, this.rows.length)}
      @keydown=${(event: KeyboardEvent) => this.#pressed(event, key)}
      @focusout=${(event: FocusEvent) => this.#left(event)}
      @paste=${(event: ClipboardEvent) => this.#pasted(event, row)}
    >
      <div class=${isBody ? "parts body" : "parts"}>${parts.map((part) => this.#part(row, part, at))}</div>
      ${this.#tools(row, at)}
    </div>`;
  }

  #part({ key, name }: NameRow, part: Part, at: number) {
    return html`<typed-field
      data-part=${part}
      .label=${words.parts[part]}
      .hint=${at === 0 && part === "family" ? this.hint : ""}
      .text=${name[part] ?? ""}
      .held=${this.held}
      ?draft=${this.draft}
      @field-written=${(event: FieldWritten) => {
        event.refused = this.#write(key, part, event);
      }}
    ></typed-field>`;
  }

  #tools(row: NameRow, at: number) {
    const called = calledIn(row) || words.unnamed;
    const isAlone = this.rows.length === 1;
    return html`<div class="tools">
      <label
        ><input type="checkbox" .checked=${row.isBody} @change=${() => this.#turn(row)} />
        ${words.isBody}</label
      >
      ${
        isAlone
          ? nothing
          : html`${this.#tool(row, "up", words.up(called), at === 0)}
            ${this.#tool(row, "down", words.down(called), at === this.rows.length - 1)}`
      }
      ${isAlone && calledIn(row) === "" ? nothing : this.#tool(row, "remove", words.remove(called), false)}
    </div>`;
  }

  #tool({ key }: NameRow, tool: "up" | "down" | "remove", name: string, isOff: boolean) {
    const drawing = ({ up: "fold", down: "unfold", remove: "close" } as const)[tool];
    const act = () => (tool === "remove" ? this.#remove(key) : this.#move(key, tool === "up" ? -1 : 1, tool));
    return html`<button
      type="button"
      data-tool=${tool}
      aria-label=${name}
      title=${name}
      aria-disabled=${isOff ? "true" : nothing}
      @click=${act}
    >
      ${icon(drawing, 16)}
    </button>`;
  }

  /** Rows of their own; `standing` ones keep their places, and with it the focus in them. */
  #rowsOf(names: readonly Name[], standing: readonly NameRow[] = []): readonly NameRow[] {
    return rowsOf(names.length === 0 ? [{}] : names, (at) => standing[at]?.key ?? this.#keys++);
  }

  #write(key: number, part: Part, { text, gesture }: FieldWritten): string | null {
    this.rows = this.rows.map((row) =>
      row.key === key ? { ...row, name: { ...row.name, [part]: text } } : row,
    );
    return this.#give(gesture);
  }

  #give(gesture: string | null): string | null {
    const event = new NamesWritten(namesInRows(this.rows), gesture);
    this.dispatchEvent(event);
    return event.refused;
  }

  /** Several names that were written into one field stand in a row each, once it is left. */
  #left({ relatedTarget, currentTarget }: FocusEvent): void {
    const isWithin = relatedTarget instanceof Node && (currentTarget as Node).contains(relatedTarget);
    if (isWithin || !this.rows.some(isLine)) return;
    this.rows = this.#rowsOf(namesInRows(this.rows), this.rows);
  }

  #pasted(event: ClipboardEvent, row: NameRow): void {
    const text = event.clipboardData?.getData("text/plain") ?? "";
    const names = namesFrom(text);
    const isNames = names.length > 1 || (calledIn(row) === "" && names[0]?.family !== undefined);
    if (row.isBody || !isNames) return;
    event.preventDefault();
    const added = this.#rowsOf(names);
    this.rows = this.rows.flatMap((each) => {
      if (each.key !== row.key) return [each];
      return calledIn(each) === "" ? added : [each, ...added];
    });
    this.#give(null);
    void this.#focusOn(added.at(-1)!.key, "[data-part]");
  }

  #turn(row: NameRow): void {
    this.rows = this.rows.map((each) => (each.key === row.key ? turnedRow(each) : each));
    this.#give(null);
  }

  readonly #another = (): void => {
    const blank = this.rows.find((row) => calledIn(row) === "") ?? this.#rowsOf([])[0]!;
    if (!this.rows.includes(blank)) this.rows = [...this.rows, blank];
    void this.#focusOn(blank.key, "[data-part]");
  };

  #remove(key: number): void {
    const at = this.rows.findIndex((row) => row.key === key);
    const called = calledIn(this.rows[at]!) || words.unnamed;
    const left = this.rows.filter((row) => row.key !== key);
    this.rows = left.length === 0 ? this.#rowsOf([]) : left;
    this.said = words.removed(called);
    this.#give(null);
    void this.#focusOn((this.rows[at] ?? this.rows.at(-1)!).key, "[data-part]");
  }

  #move(key: number, by: -1 | 1, selector: string): void {
    const rows = movedRow(this.rows, key, by);
    if (rows === this.rows) return;
    this.rows = rows;
    const at = rows.findIndex((row) => row.key === key);
    this.said = words.place(calledIn(rows[at]!) || words.unnamed, at + 1, rows.length);
    this.#give(null);
    void this.#focusOn(key, selector === "up" || selector === "down" ? `[data-tool=${selector}]` : selector);
  }

  /** Alt with an arrow moves the name that is being written. */
  #pressed(event: KeyboardEvent, key: number): void {
    const by = event.altKey && !event.ctrlKey && !event.metaKey ? steps[event.key] : undefined;
    const field = (event.target as HTMLElement).closest<TypedField>("typed-field");
    if (by === undefined || field === null) return;
    event.preventDefault();
    event.stopPropagation();
    field.flush();
    this.#move(key, by, `[data-part=${field.dataset["part"]}]`);
  }

  /** What is moved in the page loses the focus. */
  async #focusOn(key: number, selector: string): Promise<void> {
    await this.updateComplete;
    const part = this.renderRoot.querySelector<LitElement>(`[data-key="${key}"] ${selector}`);
    await part?.updateComplete;
    part?.focus();
  }
}

/** Whatever the order in which the parts of a name are kept. */
function isSame(one: readonly Name[], other: readonly Name[]): boolean {
  const [a, b] = [one, other].map((names) =>
    JSON.stringify(
      names.map((name) => Object.entries(name).toSorted(([one], [other]) => compareIds(one, other))),
    ),
  );
  return a === b;
}

declare global {
  interface HTMLElementTagNameMap {
    "names-field": NamesField;
  }
  interface HTMLElementEventMap {
    "names-written": NamesWritten;
  }
}
