import type {
  ClaimDraft,
  Drafts,
  Reconstruction,
  RelationDraft,
  TargetDraft,
} from "#interchange/argdown-drafts.ts";
import type { Arrow, Block, Inference, Link, Mention, Sketch } from "#interchange/argdown-sketch.ts";
import { type Data, isData } from "#interchange/plain-json.ts";
import type { Json } from "#model/source.ts";
import type { RelationKind } from "#model/relation.ts";
import { interchangeWords as words } from "#words/interchange.ts";

/**
 * The claims and steps that a sketch speaks of, under these rules:
 *
 * - a statement is a claim, and so is an argument whose premises are not written out;
 * - an argument with a premise-conclusion structure is a step: its premises are co-premises, its conclusion the target;
 * - where such an argument supports or attacks something other than its conclusion, its conclusion does;
 * - support and attack on such an argument bear on its last step;
 * - `><` is two opposing steps, marked mutual.
 */
export function understand(sketch: Sketch): Drafts {
  const understanding = new Understanding();
  understanding.take(sketch.blocks);
  return understanding;
}

/** One side of an arrow. */
type Party = { readonly claim: ClaimDraft } | { readonly step: Reconstruction };

class Understanding implements Drafts {
  readonly relations: RelationDraft[] = [];
  readonly claimAt = new Map<Mention, ClaimDraft>();
  readonly relationAt = new Map<Link, RelationDraft>();
  readonly backAt = new Map<Link, RelationDraft>();
  readonly warnings: string[] = [];
  readonly #byTitle = new Map<string, ClaimDraft>();
  readonly #reconstructions = new Map<string, Reconstruction>();
  readonly #ofBlock = new Map<Block, Reconstruction>();
  readonly #met = new Set<ClaimDraft>();
  readonly #listed = new Set<RelationDraft>();

  /** In the order in which the text comes to them. */
  get claims(): readonly ClaimDraft[] {
    return [...this.#met];
  }

  take(blocks: readonly Block[]): void {
    for (const block of blocks) if (block.type === "inferences") this.#reconstruct(block);
    for (const block of blocks) {
      const reconstruction = this.#ofBlock.get(block);
      if (block.type === "mention") this.#visit(block.mention, null);
      else if (reconstruction) this.#visitInferences(block.inferences, reconstruction);
    }
    for (const reconstruction of this.#ofBlock.values()) this.#concludeAlone(reconstruction);
  }

  /** Makes the steps of a premise-conclusion structure before anything is said about them. */
  #reconstruct(block: Block & { type: "inferences" }): void {
    const inferences: RelationDraft[] = [];
    let before: Mention | null = null;
    for (const { premises, conclusion } of block.inferences) {
      const all: readonly Mention[] = before === null ? premises : [before, ...premises];
      inferences.push(draftOf("supports", distinct(all.map((each) => this.#claim(each))), block.line));
      before = conclusion;
    }
    const last = inferences.at(-1);
    if (before === null || last === undefined) return;
    const reconstruction = { inferences, last, conclusion: before, standIn: before.data["standIn"] === true };
    this.#ofBlock.set(block, reconstruction);
    if (block.title === null) return;
    if (this.#reconstructions.has(block.title)) this.warnings.push(words.stepsTwice(block.line, block.title));
    else this.#reconstructions.set(block.title, reconstruction);
  }

  #visitInferences(
    inferences: readonly Inference[],
    { inferences: steps, last, standIn }: Reconstruction,
  ): void {
    for (const [place, { premises, conclusion, undercuts }] of inferences.entries()) {
      const step = steps[place];
      if (step === undefined) continue;
      for (const premise of premises) this.#visit(premise, step);
      if (step !== last || !standIn) {
        this.#aim(step, { claim: this.#claim(conclusion) });
        this.#visit(conclusion, null);
      }
      for (const undercut of undercuts) this.#undercutStep(step, undercut);
    }
  }

  #undercutStep(step: RelationDraft, link: Link): void {
    const child = this.#party(link.to);
    this.#meet(link, this.#relate(child, "opposes", { step }, link.to.line), null);
  }

  #visit(mention: Mention, under: RelationDraft | null): void {
    const party = this.#party(mention);
    if ("claim" in party) this.#gather(party.claim, mention, under);
    for (const link of mention.links) this.#follow(party, under, link);
  }

  #follow(parent: Party, above: RelationDraft | null, link: Link): void {
    const { arrow, to } = link;
    const child = this.#party(to);
    const [from, onto] = isIncoming(arrow) ? [parent, child] : [child, parent];
    const kind = arrow.includes("+") ? "supports" : "opposes";
    const place = isIncoming(arrow) ? null : above;
    const relation = this.#relate(from, kind, targetOf(onto, arrow, place), to.line);
    const back =
      arrow === "><" ? this.#relate(parent, "opposes", targetOf(child, arrow, null), to.line, true) : null;
    this.#meet(link, relation, back);
  }

  /** Notes what a line's step is, and goes on below it. */
  #meet(link: Link, relation: RelationDraft, back: RelationDraft | null): void {
    relation.data = { ...relation.data, ...dataIn(link.to.data["via"]) };
    this.relationAt.set(link, relation);
    if (back !== null) {
      back.data = dataIn(link.to.data["back"]);
      back.mutual = relation;
      relation.mutual = back;
      this.backAt.set(link, back);
    }
    const child = this.#party(link.to);
    const isPremise = "step" in child || relation.premises.includes(child.claim);
    this.#visit(link.to, isPremise ? relation : null);
  }

  #relate(from: Party, kind: RelationKind, target: TargetDraft, line: number, isBack = false): RelationDraft {
    const own = "step" in from ? this.#ownStep(from.step, kind, target) : null;
    if (own !== null) {
      own.kind = kind;
      this.#aim(own, target);
      return own;
    }
    const relation = draftOf(kind, this.#voices(from), line);
    this.#aim(relation, target, isBack);
    return relation;
  }

  /** The argument's last step itself, where what is said of the argument is what that step already says. */
  #ownStep(from: Reconstruction, kind: RelationKind, target: TargetDraft): RelationDraft | null {
    if (from.standIn) return from.last.target === null ? from.last : null;
    const isConclusion = "claim" in target && target.claim === this.#claim(from.conclusion);
    return isConclusion && kind === "supports" ? from.last : null;
  }

  #voices(from: Party): readonly ClaimDraft[] {
    if ("claim" in from) return [from.claim];
    return from.step.standIn ? from.step.last.premises : [this.#claim(from.step.conclusion)];
  }

  #aim(relation: RelationDraft, target: TargetDraft, isBack = false): void {
    relation.target = target;
    if (!isBack) for (const premise of relation.premises) premise.firstStep ??= relation;
    if (this.#listed.has(relation)) return;
    this.#listed.add(relation);
    this.relations.push(relation);
  }

  /** A stand-in that nothing refers to is a conclusion like any other. */
  #concludeAlone({ last, conclusion }: Reconstruction): void {
    if (last.target !== null) return;
    this.#aim(last, { claim: this.#claim(conclusion) });
    this.#visit(conclusion, null);
  }

  #party(mention: Mention): Party {
    const isArgument = mention.type === "argument" && mention.title !== null;
    const step = isArgument ? this.#reconstructions.get(mention.title ?? "") : undefined;
    return step ? { step } : { claim: this.#claim(mention) };
  }

  #claim(mention: Mention): ClaimDraft {
    const { title, type } = mention;
    const known = title === null ? this.claimAt.get(mention) : this.#byTitle.get(`${type} ${title}`);
    const claim = known ?? {
      title,
      first: mention,
      definition: null,
      data: {},
      nestedUnder: null,
      firstUnder: null,
      firstStep: null,
    };
    if (title !== null) this.#byTitle.set(`${type} ${title}`, claim);
    this.claimAt.set(mention, claim);
    return claim;
  }

  #gather(claim: ClaimDraft, mention: Mention, under: RelationDraft | null): void {
    if (!this.#met.has(claim)) claim.firstUnder = under;
    this.#met.add(claim);
    const { via: _via, back: _back, ...data } = mention.data;
    if (mention.text === null || claim.definition !== null) {
      Object.assign(claim.data, { ...data, ...claim.data });
      const again = mention.text !== null && mention.text !== claim.definition?.text;
      if (again) this.warnings.push(words.definedTwice(mention.line, mention.title ?? mention.text ?? ""));
      return;
    }
    Object.assign(claim.data, data);
    claim.definition = mention;
    claim.nestedUnder = under;
  }
}

function draftOf(kind: RelationKind, premises: readonly ClaimDraft[], line: number): RelationDraft {
  return { kind, premises, target: null, data: {}, mutual: null, line };
}

function targetOf(party: Party, arrow: Arrow, above: RelationDraft | null): TargetDraft {
  if ("step" in party) return { step: party.step.last };
  return arrow.includes("_") ? { stepOf: party.claim, above } : { claim: party.claim };
}

/** `+>`, `->` and `_>` go from the upper line to the lower one. */
function isIncoming(arrow: Arrow): boolean {
  return arrow === "+>" || arrow === "->" || arrow === "_>";
}

function dataIn(value: Json | undefined): Data {
  return isData(value) ? value : {};
}

function distinct<Item>(items: readonly Item[]): readonly Item[] {
  return [...new Set(items)];
}
