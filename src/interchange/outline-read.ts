import { ordersAmong } from "#interchange/grouping.ts";
import { outlineItems, type OutlineItem } from "#interchange/outline-lines.ts";
import { type Claim, newClaim } from "#model/claim.ts";
import type { Fragment } from "#model/fragment.ts";
import { type ClaimId, compareIds, type RelationId } from "#model/ids.ts";
import { onClaim, onRelation, type Relation, type RelationKind, type Target } from "#model/relation.ts";

/** Larger texts are not pasted, in characters: they are read on the page, and would hold it up. */
export const MAX_PASTE = 1_000_000;

/**
 * Indented text as branches. Any text gives some: prose without bullets, a claim for each line.
 *
 *     A thesis, or what the text is pasted onto
 *       + a reason
 *         - an objection to it
 *         _ an objection to the step that it takes
 *       & works only together with the reason before it
 *       * no sign, or a bullet of another kind: a reason
 *
 * `+` and `-` may also stand right below a line without a sign, at the same indent. `mint` gives ids that are not
 * in use.
 */
export function readOutline(text: string, mint: () => string): Fragment {
  const reading = new OutlineReading(mint);
  for (const item of outlineItems(text)) reading.take(item);
  return reading.fragment();
}

/** A claim being read: where it stands, and the step that it takes. */
interface Branch {
  readonly depth: number;
  readonly claim: ClaimId;
  readonly parent: Branch | null;
  step: RelationId | null;
}

class OutlineReading {
  readonly #mint: () => string;
  readonly #roots: { claim: ClaimId; kind: RelationKind | null }[] = [];
  readonly #texts = new Map<ClaimId, { text: string; home: RelationId | null }>();
  readonly #steps: { id: RelationId; kind: RelationKind; premises: ClaimId[]; target: Target }[] = [];
  readonly #stepById = new Map<RelationId, { premises: ClaimId[] }>();
  #path: Branch[] = [];

  constructor(mint: () => string) {
    this.#mint = mint;
  }

  take({ bullet, indent, text }: OutlineItem): void {
    const depth = bullet === null ? indent - 0.5 : indent;
    const before = this.#path.find((branch) => branch.depth === depth);
    this.#path = this.#path.filter((branch) => branch.depth < depth);
    const parent = this.#path.at(-1) ?? null;
    const claim = this.#mint() as ClaimId;
    const branch: Branch = { depth, claim, parent, step: null };
    this.#path.push(branch);
    if (parent === null) this.#roots.push({ claim, kind: kindOf(bullet) });
    else if (bullet === "&" && before?.step) this.#join(branch, before.step);
    else branch.step = this.#answer(claim, bullet, parent);
    this.#texts.set(claim, { text, home: branch.step });
  }

  fragment(): Fragment {
    const places = ordersAmong(this.#steps.map(({ target }) => `${target.type} ${target.id}`));
    const relations = this.#steps.map((step, index): Relation => ({
      ...step,
      premises: step.premises.toSorted(compareIds),
      order: places[index] ?? "a0",
      mutual: null,
    }));
    return { roots: this.#roots, claims: this.#claims(), relations, sources: [], holders: [], schools: [] };
  }

  #claims(): readonly Claim[] {
    const texts = [...this.#texts];
    const places = ordersAmong(texts.map(([, { home }]) => home ?? ""));
    return texts.map(([id, { text, home }], index) =>
      newClaim(id, { text, home, order: places[index] ?? "a0" }),
    );
  }

  #join(branch: Branch, step: RelationId): void {
    this.#stepById.get(step)?.premises.push(branch.claim);
    branch.step = step;
  }

  #answer(claim: ClaimId, bullet: OutlineItem["bullet"], parent: Branch): RelationId {
    const onStep = bullet === "_" && parent.step !== null;
    const step = {
      id: this.#mint() as RelationId,
      kind: kindOf(bullet) ?? "supports",
      premises: [claim],
      target: onStep && parent.step !== null ? onRelation(parent.step) : onClaim(parent.claim),
    };
    this.#steps.push(step);
    this.#stepById.set(step.id, step);
    return step.id;
  }
}

/** What the sign says; `null` where it says nothing. */
function kindOf(bullet: OutlineItem["bullet"]): RelationKind | null {
  if (bullet === "+") return "supports";
  return bullet === "-" || bullet === "_" ? "opposes" : null;
}
