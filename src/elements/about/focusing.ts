import type { LitElement } from "lit";

/** Gives the focus to an element that takes it on to its first field, once that is drawn. */
export async function focusFields(host: LitElement | null): Promise<void> {
  await host?.updateComplete;
  await host?.renderRoot.querySelector<LitElement>("typed-field")?.updateComplete;
  host?.focus();
}
