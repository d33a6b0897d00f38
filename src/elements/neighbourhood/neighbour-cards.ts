import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { CardFace } from "#elements/map/face.ts";
import type { Sights } from "#elements/map/sights.ts";
import "#elements/neighbourhood/neighbour-card.ts";
import { relationsTold } from "#elements/neighbourhood/neighbour-faces.ts";
import type { ClaimId } from "#model/ids.ts";
import type { Neighbourhood } from "#model/neighbourhood.ts";
import type { MapSession } from "#session/map-session.ts";

/** The cards of a neighbourhood, from the theses down; Tab reaches the one in hand. */
export function neighbourCards(
  { map, picture, inHand }: MapSession,
  found: Neighbourhood,
  faces: ReadonlyMap<ClaimId, CardFace>,
  sights: Sights | null,
) {
  const told = relationsTold(map.value, found);
  const drawn = found.claims.filter((claim) => picture.value?.cards.has(claim) && faces.has(claim));
  const held = inHand.value;
  const tabStop = held !== null && drawn.includes(held) ? held : drawn[0];
  if (drawn.length === 0) return nothing;
  return repeat(
    drawn,
    (claim) => claim,
    (claim) =>
      html`<neighbour-card
        .face=${faces.get(claim)!}
        .sight=${sights?.of(claim, faces.get(claim)!) ?? null}
        .relations=${told.get(claim) ?? ""}
        .inHand=${claim === held}
        .isTabStop=${claim === tabStop}
      ></neighbour-card>`,
  );
}
