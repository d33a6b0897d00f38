import { ordersAmong } from "#interchange/grouping.ts";
import type {
  ClaimDraft,
  Drafts,
  RelationDraft,
  StepOfClaim,
  TargetDraft,
} from "#interchange/argdown-drafts.ts";
import { homesOf } from "#interchange/argdown-homes.ts";
import { Fields, unknownKeys } from "#interchange/argdown-fields.ts";
import { shownText } from "#interchange/shown-text.ts";
import { imagesIn } from "#interchange/argdown-images.ts";
import { attributionsIn } from "#interchange/argdown-people.ts";
import { slugOf, takeId } from "#interchange/slug.ts";
import { type Claim, newClaim } from "#model/claim.ts";
import { type ClaimId, compareIds, type RelationId, type SourceId } from "#model/ids.ts";
import { ordersBetween } from "#model/order.ts";
import { onClaim, onRelation, type Relation, type Target } from "#model/relation.ts";
import { interchangeWords as words } from "#words/interchange.ts";

/** What the drafts come to. */
export interface Settled {
  readonly claims: ReadonlyMap<ClaimDraft, Claim>;
  readonly relations: ReadonlyMap<RelationDraft, Relation>;
  readonly warnings: readonly string[];
}

/**
 * Claims and relations of the drafts. What their data does not say follows from the text: ids from titles
 * and from what a step joins, order from the order of the lines, home from the line under which a claim stands.
 */
export function settle(drafts: Drafts, sectionsOf: SourceId | null): Settled {
  return new Settling(drafts, sectionsOf).run();
}

class Settling {
  readonly #drafts: Drafts;
  readonly #sectionsOf: SourceId | null;
  readonly #warnings: string[] = [];
  readonly #claimIds = new Map<ClaimDraft, ClaimId>();
  readonly #relationIds = new Map<RelationDraft, RelationId>();
  readonly #targets = new Map<RelationDraft, TargetDraft>();

  constructor(drafts: Drafts, sectionsOf: SourceId | null) {
    this.#drafts = drafts;
    this.#sectionsOf = sectionsOf;
  }

  run(): Settled {
    this.#findSteps();
    this.#nameClaims();
    this.#nameRelations();
    const relations = this.#relations();
    const claims = this.#claims();
    this.#noteUnknownData();
    return { claims, relations, warnings: [...new Set(this.#warnings)] };
  }

  /** Finds the step that each undercut of a claim attacks. */
  #findSteps(): void {
    const steps = new Map<ClaimDraft, RelationDraft[]>();
    for (const relation of this.#drafts.relations) {
      for (const premise of relation.premises) {
        const taken = steps.get(premise);
        if (taken) taken.push(relation);
        else steps.set(premise, [relation]);
      }
    }
    for (const relation of this.#drafts.relations) {
      const { target } = relation;
      if (target === null) continue;
      const found =
        "stepOf" in target ? this.#stepOf(relation, target, steps.get(target.stepOf) ?? []) : target;
      this.#targets.set(relation, found);
    }
  }

  #stepOf(
    undercut: RelationDraft,
    { stepOf, above }: StepOfClaim,
    taken: readonly RelationDraft[],
  ): TargetDraft {
    const steps = taken.filter((step) => step !== undercut);
    const [first] = steps;
    if (first === undefined) {
      this.#warnings.push(words.noStep(undercut.line));
      return { claim: stepOf };
    }
    if (steps.length > 1) this.#warnings.push(words.manySteps(undercut.line));
    return { step: above !== null && steps.includes(above) ? above : first };
  }

  #nameClaims(): void {
    const taken = new Set<string>();
    const unnamed: ClaimDraft[] = [];
    for (const draft of this.#drafts.claims) {
      const id = this.#fields(draft).text("id");
      if (id !== undefined && id !== "" && !taken.has(id))
        this.#claimIds.set(draft, takeId(id, taken) as ClaimId);
      else unnamed.push(draft);
      if (id !== undefined && taken.has(id) && !this.#claimIds.has(draft)) {
        this.#warnings.push(words.idTaken(words.line(draft.first.line), id));
      }
    }
    for (const draft of unnamed) {
      const slug = slugOf(draft.title ?? draft.definition?.text ?? "");
      this.#claimIds.set(draft, takeId(slug, taken) as ClaimId);
    }
  }

  #nameRelations(): void {
    const taken = new Set<string>();
    const unnamed: RelationDraft[] = [];
    for (const draft of this.#drafts.relations) {
      const id = this.#via(draft).text("id");
      if (id !== undefined && id !== "" && !taken.has(id)) {
        this.#relationIds.set(draft, takeId(id, taken) as RelationId);
      } else unnamed.push(draft);
    }
    const derived = new Map(unnamed.map((draft) => [draft, this.#derivedId(draft, new Set())]));
    for (const draft of unnamed) {
      this.#relationIds.set(draft, takeId(derived.get(draft) ?? "", taken) as RelationId);
    }
  }

  /** `thaw+>reform`, `fear&hope+>reform`, `speech->(thaw+>reform)`. */
  #derivedId(draft: RelationDraft, below: Set<RelationDraft>): string {
    const named = this.#relationIds.get(draft);
    if (named !== undefined) return named;
    if (below.has(draft)) return "…";
    below.add(draft);
    const target = this.#targets.get(draft);
    const end =
      target && "step" in target
        ? `(${this.#derivedId(target.step, below)})`
        : this.#claimId(target && "claim" in target ? target.claim : undefined);
    return `${this.#premiseIds(draft).join("&")}${draft.kind === "supports" ? "+>" : "->"}${end}`;
  }

  #relations(): ReadonlyMap<RelationDraft, Relation> {
    const places = ordersAmong(this.#drafts.relations.map((draft) => this.#end(draft)));
    return new Map(
      this.#drafts.relations.map((draft, index) => {
        const via = this.#via(draft);
        const saidMutual = via.textOrNull("mutual") as RelationId | null | undefined;
        const mutual = draft.mutual === null ? null : this.#relationId(draft.mutual);
        const relation: Relation = {
          id: this.#relationId(draft),
          kind: draft.kind,
          premises: this.#premiseIds(draft),
          target: this.#target(draft),
          order: via.text("order") ?? places[index] ?? "a0",
          mutual: saidMutual === undefined ? mutual : saidMutual,
        };
        return [draft, relation];
      }),
    );
  }

  #claims(): ReadonlyMap<ClaimDraft, Claim> {
    const homes = homesOf(this.#drafts.claims, this.#targets);
    const homeIds = this.#drafts.claims.map((draft) => {
      const said = this.#fields(draft).textOrNull("home");
      const home = homes.get(draft);
      const derived = home ? this.#relationId(home) : null;
      return said === undefined ? derived : (said as RelationId | null);
    });
    const theses = ordersAmong(homeIds);
    return new Map(
      this.#drafts.claims.map((draft, index) => {
        const home = homeIds[index] ?? null;
        return [
          draft,
          this.#claim(draft, home, this.#placeInBracket(draft, homes.get(draft)) ?? theses[index] ?? "a0"),
        ];
      }),
    );
  }

  /** The place among the premises of the step that a claim stands under; `null` for a thesis. */
  #placeInBracket(draft: ClaimDraft, home: RelationDraft | undefined): string | null {
    if (home === undefined) return null;
    const place = home.premises.indexOf(draft);
    return ordersBetween(null, null, place + 1)[place] ?? null;
  }

  #claim(draft: ClaimDraft, home: RelationId | null, order: string): Claim {
    const fields = this.#fields(draft);
    const title = draft.definition === null ? "" : (draft.title ?? "");
    return newClaim(this.#claimId(draft) as ClaimId, {
      text: this.#text(draft, fields),
      label: fields.text("label") ?? title,
      note: fields.text("note") ?? "",
      home,
      order: fields.text("order") ?? order,
      citations: fields.citations(this.#sectionsOf),
      attributions: attributionsIn(fields, this.#sectionsOf),
      period: fields.date("period"),
      images: imagesIn(fields, this.#sectionsOf),
    });
  }

  /** The exact text is in the data where one line of Argdown cannot hold it; someone may have edited that line since. */
  #text(draft: ClaimDraft, fields: Fields): string {
    const line = draft.definition?.text ?? draft.title ?? "";
    const exact = fields.text("text");
    if (exact === undefined) return line;
    if (draft.definition === null || blankless(shownText(exact)) === blankless(line)) return exact;
    this.#warnings.push(words.textChanged(draft.definition.line));
    return line;
  }

  #target(draft: RelationDraft): Target {
    const target = this.#targets.get(draft);
    if (target && "step" in target) return onRelation(this.#relationId(target.step));
    return onClaim(this.#claimId(target && "claim" in target ? target.claim : undefined) as ClaimId);
  }

  #end(draft: RelationDraft): unknown {
    const target = this.#targets.get(draft);
    return target && ("step" in target ? target.step : "claim" in target ? target.claim : null);
  }

  #noteUnknownData(): void {
    const keys = new Set(this.#drafts.claims.flatMap(({ data }) => unknownKeys(data)));
    if (keys.size > 0) this.#warnings.push(words.dataLeft([...keys]));
  }

  #fields(draft: ClaimDraft): Fields {
    return new Fields(draft.data, words.line((draft.definition ?? draft.first).line), this.#warnings);
  }

  #via(draft: RelationDraft): Fields {
    return new Fields(draft.data, words.line(draft.line), this.#warnings);
  }

  #premiseIds(draft: RelationDraft): readonly ClaimId[] {
    return draft.premises.map((premise) => this.#claimId(premise) as ClaimId).toSorted(compareIds);
  }

  #claimId(draft: ClaimDraft | undefined): string {
    return (draft && this.#claimIds.get(draft)) ?? "";
  }

  #relationId(draft: RelationDraft): RelationId {
    return this.#relationIds.get(draft) ?? ("" as RelationId);
  }
}

function blankless(text: string): string {
  return text.replaceAll(/\s/g, "");
}
