import { attribute } from "#commands/attribute.ts";
import { editAttribution } from "#commands/edit-attribution.ts";
import { putHolder } from "#commands/put-holder.ts";
import { putSource } from "#commands/put-source.ts";
import type { AttributionWritten } from "#elements/detail/attribution-form.ts";
import type { AttributionId, ClaimId, HolderId, SourceId } from "#model/ids.ts";
import { type Attribution, type Holder, newAttribution, newHolder } from "#model/people.ts";
import type { Citation, Source } from "#model/source.ts";
import type { MapSession } from "#session/map-session.ts";

let edits = 0;

/** What was written down, with ids; a holder and a source where they are new to the map. */
interface Understood {
  readonly fields: Omit<Attribution, "id">;
  readonly holder: Holder | null;
  readonly source: Source | null;
}

/** Adds an attribution, with its holder and its source where they are new, in one step. Why it is not taken, or `null`. */
export function addAttribution(
  session: MapSession,
  mint: () => string,
  claim: ClaimId,
  written: AttributionWritten,
): string | null {
  const { fields, holder, source } = understand(written, mint);
  const attribution = newAttribution(mint() as AttributionId, fields.holder, fields);
  const input = { claim, attribution, ...(holder && { holder }), ...(source && { source }) };
  return session.type(attribute, input, null);
}

/** Puts an attribution right, in one step. Why it is not taken, or `null`. */
export function changeAttribution(
  session: MapSession,
  mint: () => string,
  claim: ClaimId,
  attribution: AttributionId,
  written: AttributionWritten,
): string | null {
  const { fields, holder, source } = understand(written, mint);
  const gesture = `attribution-${++edits}`;
  return (
    (holder && session.type(putHolder, { holder }, gesture)) ??
    (source && session.type(putSource, { source }, gesture)) ??
    session.type(editAttribution, { claim, attribution, fields }, gesture)
  );
}

function understand({ holder, stance, when, place }: AttributionWritten, mint: () => string): Understood {
  const person = typeof holder === "string" ? null : newHolder(mint() as HolderId, holder);
  const { source: from } = place;
  const source = from === null || typeof from === "string" ? null : { ...from, id: mint() as SourceId };
  const cited = source?.id ?? (typeof from === "string" ? from : null);
  const citation: Citation | null = cited === null ? null : { ...place.place, source: cited };
  const id = person?.id ?? (holder as HolderId);
  return { fields: { holder: id, stance, when, citation }, holder: person, source };
}
