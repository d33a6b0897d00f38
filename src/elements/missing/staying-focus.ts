import type { LitElement, ReactiveController } from "lit";

/** Keeps the focus in a list of lines when the line that has it goes: the one that takes its place has it then, or the last. */
export class StayingFocus implements ReactiveController {
  readonly #host: LitElement;
  readonly #lines: string;
  readonly #within: string;
  readonly #otherwise: () => HTMLElement;
  #before: { readonly line: HTMLElement; readonly at: number } | null = null;

  /** Selectors of the lines and of what in them takes the focus; `otherwise` takes it where no line is left. */
  constructor(host: LitElement, lines: string, within: string, otherwise: () => HTMLElement) {
    this.#host = host;
    this.#lines = lines;
    this.#within = within;
    this.#otherwise = otherwise;
    host.addController(this);
  }

  lines(): readonly HTMLElement[] {
    return [...this.#host.renderRoot.querySelectorAll<HTMLElement>(this.#lines)];
  }

  /** At which of the lines the focus is; -1 when it is at none. */
  lineInFocus(): number {
    const focused = (this.#host.renderRoot as ShadowRoot).activeElement;
    return focused === null ? -1 : this.lines().findIndex((line) => line.contains(focused));
  }

  hostUpdate(): void {
    this.#before = null;
    if (!this.#host.hasUpdated) return;
    const at = this.lineInFocus();
    const line = this.lines()[at];
    if (line !== undefined) this.#before = { line, at };
  }

  hostUpdated(): void {
    const before = this.#before;
    if (before === null || (this.#host.renderRoot as ShadowRoot).activeElement !== null) return;
    const lines = this.lines();
    const line = before.line.isConnected ? before.line : (lines[before.at] ?? lines.at(-1));
    const next = line?.querySelector<HTMLElement>(this.#within) ?? this.#otherwise();
    next.focus();
  }
}
