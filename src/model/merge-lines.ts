import { type Change, changeBetween, type Edit, noChange } from "#model/change.ts";
import { isSame } from "#model/equality.ts";
import { type Forest, forestOf } from "#model/forest.ts";
import type { ClaimId, HolderId, RelationId, SchoolId, SourceId } from "#model/ids.ts";
import type { About, ArgumentMap } from "#model/map.ts";
import type { Relation, Target } from "#model/relation.ts";
import { byShelf, type Identified, type Shelf } from "#model/shelves.ts";
import { attributionsOf, claimsCiting } from "#model/uses.ts";

/** What someone did to a claim, to a source, a holder or a school, or to what the map says of itself. */
export type Deed =
  | "added"
  | "deleted"
  | "reworded"
  | "named"
  | "noted"
  | "cited"
  | "attributed"
  | "dated"
  | "illustrated"
  | "moved"
  | "reordered"
  | "turned"
  | "linked"
  | "unlinked"
  | "title"
  | "question"
  | "language"
  | "leavesOut"
  | "dismissed"
  | `${"source" | "holder" | "school"} ${"added" | "edited" | "deleted"}`;

/** One thing that was done between two maps, with the part of the change that it is. */
export interface MergeLine {
  readonly key: string;
  readonly deed: Deed;
  /** The claim that it was done to, or that shows it; `null` when none does. */
  readonly claim: ClaimId | null;
  readonly part: Change;
}

/**
 * What turns one map into another, claim by claim, in reading order. Every field that differs is in exactly one line's
 * part: whoever takes all of them back, in any order, has the first map again.
 */
export function mergeLines(before: ArgumentMap, after: ArgumentMap): readonly MergeLine[] {
  const sheet = new Sheet(before, after);
  const { about, claims, relations, sources, holders, schools } = changeBetween(before, after);
  for (const { before: was, after: is } of claims) sheet.claim((is ?? was)!.id);
  for (const { before: was, after: is } of relations) sheet.relation((is ?? was)!.id);
  sheet.homes();
  for (const { before: was, after: is } of sources) sheet.source((is ?? was)!.id);
  for (const { before: was, after: is } of holders) sheet.holder((is ?? was)!.id);
  for (const { before: was, after: is } of schools) sheet.school((is ?? was)!.id);
  return [...(about === null ? [] : aboutLines(about)), ...sheet.lines()];
}

function aboutLines({ before, after }: Edit<About>): readonly MergeLine[] {
  if (before === null || after === null) return [];
  const fields = (["title", "question", "language", "leavesOut", "dismissed"] as const).filter(
    (field) => !isSame(before[field], after[field]),
  );
  return fields.map((field) => ({
    key: field,
    deed: field,
    claim: null,
    part: { ...noChange, about: { before: { ...after, [field]: before[field] }, after } },
  }));
}

/** The fields of a record that belong to a line; `null` for the whole record. */
type Parts = Map<string, Set<string> | null>;

interface Row {
  readonly deed: Deed;
  readonly claim: ClaimId | null;
  readonly pieces: Readonly<Record<Shelf, Parts>>;
}

/** Gathers, for each thing that was done, which fields of which records it has changed. */
class Sheet {
  readonly #before: ArgumentMap;
  readonly #after: ArgumentMap;
  readonly #was: Forest;
  readonly #is: Forest;
  readonly #rows = new Map<string, Row>();
  readonly #quietHomes: ClaimId[] = [];

  constructor(before: ArgumentMap, after: ArgumentMap) {
    this.#before = before;
    this.#after = after;
    this.#was = forestOf(before);
    this.#is = forestOf(after);
  }

  claim(id: ClaimId): void {
    const was = this.#before.claims.get(id);
    const is = this.#after.claims.get(id);
    if (was === undefined) return this.#put("added", id, "claims", id, null);
    if (is === undefined) return this.#put("deleted", this.#top(id), "claims", id, null);
    const differs = (field: keyof typeof was) => !isSame(was[field], is[field]);
    if (differs("text")) this.#put("reworded", id, "claims", id, ["text"]);
    if (differs("label")) this.#put("named", id, "claims", id, ["label"]);
    if (differs("note")) this.#put("noted", id, "claims", id, ["note"]);
    if (differs("citations")) this.#put("cited", id, "claims", id, ["citations"]);
    if (differs("attributions")) this.#put("attributed", id, "claims", id, ["attributions"]);
    if (differs("period")) this.#put("dated", id, "claims", id, ["period"]);
    if (differs("images")) this.#put("illustrated", id, "claims", id, ["images"]);
    if (differs("home") && !this.#isMoved(id)) this.#quietHomes.push(id);
    else if (differs("home")) this.#put("moved", id, "claims", id, ["home", "order"]);
    else if (differs("order")) this.#put("reordered", id, "claims", id, ["order"]);
  }

  relation(id: RelationId): void {
    const was = this.#before.relations.get(id);
    const is = this.#after.relations.get(id);
    if (was === undefined && is !== undefined) this.#step(is, is.premises, [], null);
    else if (is === undefined && was !== undefined) this.#step(was, [], was.premises, null);
    else if (is !== undefined && was !== undefined) this.#changedStep(was, is);
  }

  /** Claims that only had written down where they were drawn already go with the branch that they moved with. */
  homes(): void {
    for (const id of this.#quietHomes) {
      let above = this.#is.nodes.get(id)?.parent ?? null;
      while (above !== null && !this.#rows.has(`moved ${above}`))
        above = this.#is.nodes.get(above)?.parent ?? null;
      this.#put(above === null ? "reordered" : "moved", above ?? id, "claims", id, ["home", "order"]);
    }
  }

  source(id: SourceId): void {
    const [claim] = claimsCiting(this.#after, id);
    this.#put(`source ${this.#whatOf("sources", id)}`, claim?.id ?? null, "sources", id, null, id);
  }

  holder(id: HolderId): void {
    const [held] = attributionsOf(this.#after, id);
    this.#put(`holder ${this.#whatOf("holders", id)}`, held?.claim.id ?? null, "holders", id, null, id);
  }

  school(id: SchoolId): void {
    this.#put(`school ${this.#whatOf("schools", id)}`, null, "schools", id, null, id);
  }

  #whatOf(shelf: Shelf, id: string): "added" | "edited" | "deleted" {
    const has = (records: ReadonlyMap<string, unknown>) => records.has(id);
    if (!has(this.#before[shelf])) return "added";
    return has(this.#after[shelf]) ? "edited" : "deleted";
  }

  lines(): readonly MergeLine[] {
    const places = new Map(this.#is.order.map((claim, place) => [claim, place]));
    return [...this.#rows]
      .map(([key, row]) => ({ key, deed: row.deed, claim: row.claim, part: this.#part(row) }))
      .toSorted((a, b) => this.#place(places, a) - this.#place(places, b));
  }

  #changedStep(was: Relation, is: Relation): void {
    const owner = this.#ownerOf(is);
    const isElsewhere = !isSame(was.target, is.target);
    const isTurned = was.kind !== is.kind || (!isElsewhere && was.mutual !== is.mutual);
    if (isElsewhere) this.#put("moved", owner, "relations", is.id, ["target", "order", "mutual"]);
    else if (was.order !== is.order) this.#put("reordered", owner, "relations", is.id, ["order"]);
    if (isTurned) {
      const fields = isElsewhere ? ["kind"] : ["kind", "mutual"];
      this.#put(isElsewhere ? "moved" : "turned", owner, "relations", is.id, fields);
    }
    const gained = is.premises.filter((premise) => !was.premises.includes(premise));
    const lost = was.premises.filter((premise) => !is.premises.includes(premise));
    if (gained.length + lost.length > 0) this.#step(is, gained, lost, ["premises"]);
  }

  /** A step that came, went, or has other premises belongs to the claim for whose sake it did. */
  #step(
    { id, target }: Relation,
    gained: readonly ClaimId[],
    lost: readonly ClaimId[],
    fields: readonly string[] | null,
  ): void {
    const added = gained.find((claim) => !this.#before.claims.has(claim));
    if (added !== undefined) return this.#put("added", added, "relations", id, fields);
    const deleted = lost.find((claim) => !this.#after.claims.has(claim));
    if (deleted !== undefined) return this.#put("deleted", this.#top(deleted), "relations", id, fields);
    const answered = fields === null && gained.length === 0 ? this.#deletedUnder(target) : null;
    if (answered !== null) return this.#put("deleted", this.#top(answered), "relations", id, null);
    const moved = [...gained, ...lost].find((claim) => this.#isRehomed(claim, id));
    if (moved !== undefined) return this.#put("moved", moved, "relations", id, fields);
    const deed = gained.length > 0 ? "linked" : "unlinked";
    this.#put(deed, gained[0] ?? lost[0] ?? null, "relations", id, fields, id);
  }

  /** The claim with which a step onto it went. */
  #deletedUnder({ type, id }: Target): ClaimId | null {
    const claims = type === "claim" ? [id] : (this.#before.relations.get(id)?.premises ?? []);
    return claims.find((claim) => this.#before.claims.has(claim) && !this.#after.claims.has(claim)) ?? null;
  }

  #isRehomed(claim: ClaimId, step: RelationId): boolean {
    const was = this.#before.claims.get(claim)?.home;
    const is = this.#after.claims.get(claim)?.home;
    return was !== is && (was === step || is === step);
  }

  #isMoved(claim: ClaimId): boolean {
    const was = this.#was.nodes.get(claim);
    const is = this.#is.nodes.get(claim);
    return was?.relation !== is?.relation || was?.parent !== is?.parent;
  }

  #ownerOf({ id, premises }: Relation): ClaimId | null {
    return premises.find((claim) => this.#after.claims.get(claim)?.home === id) ?? premises[0] ?? null;
  }

  /** The uppermost claim of the branch with which a claim was deleted. */
  #top(claim: ClaimId): ClaimId {
    for (let top = claim; ;) {
      const above = this.#was.nodes.get(top)?.parent ?? null;
      if (above === null || this.#after.claims.has(above)) return top;
      top = above;
    }
  }

  #put(
    deed: Deed,
    claim: ClaimId | null,
    shelf: Shelf,
    id: string,
    fields: readonly string[] | null,
    name: string | null = claim ?? id,
  ): void {
    const key = `${deed} ${name}`;
    const row = this.#rows.get(key) ?? {
      deed,
      claim,
      pieces: byShelf<Row["pieces"]>(() => new Map()),
    };
    this.#rows.set(key, row);
    const parts = row.pieces[shelf];
    if (fields === null) parts.set(id, null);
    else parts.set(id, new Set([...(parts.get(id) ?? []), ...fields]));
  }

  #part({ pieces }: Row): Change {
    return {
      about: null,
      ...byShelf<Change>((shelf) => edits(this.#before[shelf], this.#after[shelf], pieces[shelf])),
    };
  }

  /** What is about no claim comes last; what was deleted comes after what it answered. */
  #place(places: ReadonlyMap<ClaimId, number>, { claim }: MergeLine): number {
    let at = claim;
    while (at !== null && !places.has(at)) at = this.#was.nodes.get(at)?.parent ?? null;
    const place = at === null ? Number.MAX_SAFE_INTEGER : places.get(at)!;
    return at === claim || at === null ? place : place + 0.5;
  }
}

function edits(
  before: ReadonlyMap<string, Identified>,
  after: ReadonlyMap<string, Identified>,
  parts: Parts,
): readonly Edit<Identified>[] {
  return [...parts].map(([id, fields]) => {
    const was = before.get(id) ?? null;
    const is = after.get(id) ?? null;
    if (fields === null || was === null || is === null) return { before: was, after: is };
    const chosen = Object.entries(was).filter(([name]) => fields.has(name));
    return { before: { ...is, ...Object.fromEntries(chosen) }, after: is };
  });
}
