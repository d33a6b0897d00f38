import { groupUnder } from "#interchange/grouping.ts";
import { type Form, formsOf } from "#interchange/argdown-forms.ts";
import type { Arrow, Block, Link, Mention } from "#interchange/argdown-sketch.ts";
import { Titles } from "#interchange/argdown-titles.ts";
import { shownText } from "#interchange/shown-text.ts";
import type { Claim } from "#model/claim.ts";
import { type ClaimId, compareIds, type RelationId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import { byOrder } from "#model/order.ts";
import type { Relation } from "#model/relation.ts";
import { interchangeWords as words } from "#words/interchange.ts";

/** Deeper claims get a paragraph of their own. */
const MAX_NESTING = 12;

/** How a map is laid out as Argdown: which place gives a claim its text, which line states which relation. */
export interface Plan {
  readonly blocks: readonly Block[];
  readonly definitions: ReadonlyMap<Claim, Mention>;
  readonly lines: ReadonlyMap<Relation, Link>;
  /** The lines of relations that are the other half of a `><`. */
  readonly backs: ReadonlyMap<Relation, Link>;
  /** Relations that no line can state. */
  readonly unstated: readonly Relation[];
}

/** Lays a map out, without any data yet: claims below what they answer, theses as paragraphs. */
export function planArgdown(map: ArgumentMap): Plan {
  const planning = new Planning(map);
  planning.run();
  const relations = [...map.relations.values()];
  return { ...planning.result(), unstated: relations.filter(({ id }) => !planning.forms.has(id)) };
}

class Planning {
  readonly forms: ReadonlyMap<RelationId, Form>;
  readonly #map: ArgumentMap;
  readonly #ontoClaims: ReadonlyMap<ClaimId, readonly Relation[]>;
  readonly #ontoSteps: ReadonlyMap<RelationId, readonly Relation[]>;
  readonly #lineOf: ReadonlyMap<ClaimId, Relation>;
  readonly #blocks: Block[] = [];
  readonly #definitions = new Map<Claim, Mention>();
  readonly #references: { readonly mention: Mention; readonly claim: Claim }[] = [];
  readonly #lines = new Map<Relation, Link>();
  readonly #backs = new Map<Relation, Link>();
  readonly #waiting: (() => void)[] = [];
  #arguments = 0;

  constructor(map: ArgumentMap) {
    this.#map = map;
    this.forms = formsOf(map);
    const stated = [...map.relations.values()].filter(({ id }) => this.forms.has(id)).toSorted(byOrder);
    const ontoClaims = new Map<ClaimId, Relation[]>();
    const ontoSteps = new Map<RelationId, Relation[]>();
    for (const relation of stated) {
      if (relation.target.type === "claim") groupUnder(ontoClaims, relation.target.id, relation);
      else groupUnder(ontoSteps, relation.target.id, relation);
    }
    this.#ontoClaims = ontoClaims;
    this.#ontoSteps = ontoSteps;
    const lines = stated.filter(({ id }) => this.forms.get(id) === "line" && ontoSteps.has(id));
    this.#lineOf = new Map(lines.flatMap((line) => line.premises.map((premise) => [premise, line] as const)));
  }

  run(): void {
    const claims = [...this.#map.claims.values()];
    const theses = claims.filter(({ home }) => home === null || !this.forms.has(home));
    for (const claim of theses.toSorted(byOrder)) this.#paragraph(claim);
    for (const claim of claims.toSorted((a, b) => compareIds(a.id, b.id))) this.#paragraph(claim);
    this.#giveTitles();
  }

  result(): Omit<Plan, "unstated"> {
    return {
      blocks: this.#blocks,
      definitions: this.#definitions,
      lines: this.#lines,
      backs: this.#backs,
    };
  }

  /** Writes a claim and all that hangs on it, unless that is written already. */
  #paragraph(claim: Claim): void {
    if (this.#definitions.has(claim)) return;
    this.#blocks.push({ type: "mention", mention: this.#define(claim, 0) });
    for (let next = this.#waiting.shift(); next !== undefined; next = this.#waiting.shift()) next();
  }

  #define(claim: Claim, depth: number): Mention {
    const mention = mentionOf("statement", shownText(claim.text));
    this.#definitions.set(claim, mention);
    for (const relation of this.#ontoClaims.get(claim.id) ?? []) {
      this.#state(relation, mention, relation.kind === "supports" ? "+" : "-", depth + 1);
    }
    const line = this.#lineOf.get(claim.id);
    for (const undercut of line ? (this.#ontoSteps.get(line.id) ?? []) : []) {
      this.#state(undercut, mention, "_", depth + 1);
    }
    return mention;
  }

  /** Adds the line that states a relation to what it bears on. */
  #state(relation: Relation, below: Mention, arrow: Arrow, depth: number): void {
    const form = this.forms.get(relation.id);
    if (form === "back") return;
    const to =
      form === "argument" ? this.#argument(relation) : this.#place(relation.premises[0], relation, depth);
    const link: Link = { arrow: form === "mutual" ? "><" : arrow, to };
    below.links.push(link);
    this.#lines.set(relation, link);
    const other = relation.mutual === null ? undefined : this.#map.relations.get(relation.mutual);
    if (form === "mutual" && other) this.#backs.set(other, link);
  }

  /** A claim's text where it is at home, elsewhere a reference to it. */
  #place(id: ClaimId | undefined, under: Relation, depth: number): Mention {
    const claim = id === undefined ? undefined : this.#map.claims.get(id);
    if (claim === undefined) return mentionOf("statement", "");
    const isHome = claim.home === under.id && !this.#definitions.has(claim);
    if (isHome && depth <= MAX_NESTING) return this.#define(claim, depth);
    if (isHome) this.#waiting.push(() => this.#paragraph(claim));
    return this.#refer(claim);
  }

  #refer(claim: Claim): Mention {
    const mention = mentionOf("statement", null);
    this.#references.push({ mention, claim });
    return mention;
  }

  /** A reference to an argument; its premises follow in paragraphs of their own. */
  #argument(relation: Relation): Mention {
    this.#arguments += 1;
    const title = words.aStep(this.#arguments);
    this.#waiting.push(() => this.#writeOut(relation, title));
    return { ...mentionOf("argument", null), title };
  }

  #writeOut(relation: Relation, title: string): void {
    const heading = { ...mentionOf("argument", null), title };
    for (const onto of this.#ontoSteps.get(relation.id) ?? []) {
      this.#state(onto, heading, onto.kind === "supports" ? "+" : "_", 1);
    }
    const claims = relation.premises.flatMap((id) => this.#map.claims.get(id) ?? []).toSorted(byOrder);
    const premises = claims.map(({ id }) => this.#place(id, relation, 1));
    const inference = { premises, conclusion: this.#conclusion(relation), undercuts: [] };
    this.#blocks.push({ type: "mention", mention: heading });
    this.#blocks.push({ type: "inferences", title, inferences: [inference], line: 0 });
  }

  #conclusion({ kind, target }: Relation): Mention {
    const claim = target.type === "claim" ? this.#map.claims.get(target.id) : undefined;
    if (claim !== undefined && kind === "supports") return this.#refer(claim);
    const name = claim && (claim.label === "" ? claim.text : claim.label);
    const text = words.standIn(kind, name === undefined ? null : shownText(name));
    return { ...mentionOf("statement", text), data: { standIn: true } };
  }

  /** Claims with a label have a title, and so have those that another place refers to. */
  #giveTitles(): void {
    const titles = new Titles();
    const referred = new Set(this.#references.map(({ claim }) => claim));
    for (const [claim, mention] of this.#definitions) {
      if (claim.label !== "" || referred.has(claim)) {
        mention.title = titles.titleFor(claim.label === "" ? claim.id : claim.label);
      }
    }
    for (const { mention, claim } of this.#references) {
      mention.title = this.#definitions.get(claim)?.title ?? null;
    }
  }
}

function mentionOf(type: Mention["type"], text: string | null): Mention {
  return { type, title: null, text, data: {}, line: 0, links: [] };
}
