import type { LitElement } from "lit";

/** Gives the focus to an element that takes it on to its first field, once that is drawn. */
export async function focusFields(host: LitElement | null): Promise<void> {
  await host?.updateComplete;
  await host?.renderRoot.querySelector<LitElement>("typed-field")?.updateComplete;
  host?.focus();
}

/** Brings an open record of a list to the top, with the focus in its first field. */
export async function focusEntry(list: ParentNode, id: string): Promise<void> {
  const item = list.querySelector<LitElement>(`[data-id="${CSS.escape(id)}"]`);
  await item?.updateComplete;
  await focusFields(item?.querySelector<LitElement>("holder-fields, school-fields, source-form") ?? null);
  item?.scrollIntoView({ block: "start" });
}
