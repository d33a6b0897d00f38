import { html } from "lit";
import { forwardCurves } from "#elements/map/forward.ts";
import "#elements/map/map-badges.ts";
import "#elements/map/map-lines.ts";
import { seeChip } from "#elements/map/overlays.ts";
import type { Picture } from "#layout/picture.ts";
import type { MapSession } from "#session/map-session.ts";

/** The lines beneath the cards of a part of the picture. */
export function linesUnder(near: Picture, { map, inHand }: MapSession) {
  return html`<map-lines
    .picture=${near}
    .forward=${forwardCurves(near, map.value, inHand.value)}
  ></map-lines>`;
}

/** What stands over the cards: chips for premises that are drawn elsewhere, and badges. */
export function marksOver(near: Picture, session: MapSession) {
  const { claims } = session.map.value;
  return html`${near.brackets.flatMap(({ elsewhere }) =>
      elsewhere.map(({ claim, rect }) =>
        seeChip(claims.get(claim)?.text ?? "", rect, () => session.take(claim, "centre")),
      ),
    )}<map-badges .picture=${near}></map-badges>`;
}
