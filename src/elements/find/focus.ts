import { focusedElement } from "#elements/shared/focused-element.ts";
import type { ClaimId } from "#model/ids.ts";
import type { MapSession } from "#session/map-session.ts";

/** Gives the focus to the claim in hand on the screen beside a panel, if it is drawn. */
export function focusTree(panel: HTMLElement): void {
  focusClaim(rootOf(panel), "map-screen, outline-screen, timeline-screen");
}

/**
 * Takes a claim in hand, in the middle of the screen, and lets go of the focus, so that it can go there.
 * The map takes it along as soon as the claim is drawn, unless it was in hand already; the others do not.
 */
export function goFrom(panel: HTMLElement, session: MapSession, claim: ClaimId): void {
  const root = rootOf(panel);
  const others = "outline-screen, timeline-screen";
  const screens = session.inHand.peek() === claim ? `map-screen, ${others}` : others;
  focusedElement()?.blur();
  session.take(claim, "centre");
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      if (focusedElement() === null) focusClaim(root, screens);
    }),
  );
}

function rootOf(panel: HTMLElement): Document | ShadowRoot {
  return panel.getRootNode() as Document | ShadowRoot;
}

function focusClaim(root: Document | ShadowRoot, screens: string): void {
  for (const screen of root.querySelectorAll(screens)) {
    const chart = screen.shadowRoot?.querySelector("timeline-chart")?.shadowRoot;
    const claim = (chart ?? screen.shadowRoot)?.querySelector<HTMLElement>(
      '[aria-selected="true"]:is([role="treeitem"], [role="option"])',
    );
    claim?.focus({ preventScroll: true });
  }
}
