/** What has the focus, in whatever shadow tree it is. */
export function focusedElement(): HTMLElement | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element instanceof HTMLElement && element !== document.body ? element : null;
}

/** Gives the focus to the claim that Tab would reach on the screen beside a panel. */
export function focusTree(panel: HTMLElement): void {
  const root = panel.getRootNode() as Document | ShadowRoot;
  for (const screen of root.querySelectorAll("map-screen, outline-screen")) {
    const claim = screen.shadowRoot?.querySelector<HTMLElement>('[role="treeitem"][tabindex="0"]');
    claim?.focus({ preventScroll: true });
  }
}
