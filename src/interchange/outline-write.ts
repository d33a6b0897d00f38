import { groupUnder } from "#interchange/grouping.ts";
import { NO_TEXT } from "#interchange/shown-text.ts";
import type { Claim } from "#model/claim.ts";
import type { Fragment } from "#model/fragment.ts";
import type { ClaimId, RelationId } from "#model/ids.ts";
import { byOrder } from "#model/order.ts";
import type { Relation } from "#model/relation.ts";

/**
 * Branches as indented text for other programs, with the signs that `readOutline` reads. Each claim stands once,
 * where it is at home; notes, citations and links across branches are left out.
 */
export function writeOutline(fragment: Fragment): string {
  const writing = new OutlineWriting(fragment);
  return writing.run();
}

/** A line that is still to be written. */
interface Waiting {
  readonly claim: Claim;
  readonly sign: string;
  readonly depth: number;
}

class OutlineWriting {
  readonly #fragment: Fragment;
  readonly #claims: ReadonlyMap<ClaimId, Claim>;
  readonly #onto = new Map<string, Relation[]>();
  readonly #stepOf = new Map<ClaimId, RelationId>();
  readonly #written = new Set<Claim>();
  readonly #lines: string[] = [];
  /** Lines without a sign cannot go on below themselves; next to such lines, bullets would be their answers. */
  readonly #noKind: string;

  constructor(fragment: Fragment) {
    this.#fragment = fragment;
    this.#noKind = fragment.claims.some(({ text }) => /[\r\n]/.test(text.trim())) ? "* " : "";
    this.#claims = new Map(fragment.claims.map((claim) => [claim.id, claim]));
    for (const relation of fragment.relations.toSorted(byOrder)) {
      groupUnder(this.#onto, `${relation.target.type} ${relation.target.id}`, relation);
    }
  }

  run(): string {
    const roots = this.#fragment.roots.flatMap(({ claim: id, kind }): Waiting[] => {
      const claim = this.#claims.get(id);
      const sign = kind === null ? this.#noKind : kind === "supports" ? "+ " : "- ";
      return claim ? [{ claim, sign, depth: 0 }] : [];
    });
    this.#write(roots);
    for (const claim of this.#claims.values()) this.#write([{ claim, sign: this.#noKind, depth: 0 }]);
    return this.#lines.join("\n");
  }

  #write(start: readonly Waiting[]): void {
    const waiting = start.toReversed();
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (this.#written.has(next.claim)) continue;
      this.#written.add(next.claim);
      this.#lines.push(...linesOf(next));
      waiting.push(...this.#below(next).toReversed());
    }
  }

  #below({ claim, depth }: Waiting): readonly Waiting[] {
    const step = this.#stepOf.get(claim.id);
    const undercuts = step === undefined ? [] : (this.#onto.get(`relation ${step}`) ?? []);
    const answers = this.#onto.get(`claim ${claim.id}`) ?? [];
    return [
      ...undercuts.flatMap((relation) => this.#premises(relation, "_ ", depth + 1)),
      ...answers.flatMap((relation) =>
        this.#premises(relation, relation.kind === "supports" ? "+ " : "- ", depth + 1),
      ),
    ];
  }

  /** The premises that are at home in a relation; all but the first are co-premises. */
  #premises(relation: Relation, sign: string, depth: number): readonly Waiting[] {
    const premises = relation.premises.flatMap((id) => this.#claims.get(id) ?? []);
    const here = premises.filter(({ home }) => home === relation.id).toSorted(byOrder);
    const [first] = here;
    if (first) this.#stepOf.set(first.id, relation.id);
    return here.map((claim, place) => ({ claim, sign: place === 0 ? sign : "& ", depth }));
  }
}

function linesOf({ claim, sign, depth }: Waiting): readonly string[] {
  const lines = claim.text.trim().split(/[ \t]*(?:\r\n?|\n)/);
  const [first = "", ...more] = lines.map(escaped);
  const indent = "  ".repeat(depth);
  const under = `${indent}${" ".repeat(sign.length)}`;
  const goingOn = more.map((line) => (line === "" ? "" : `${under}${line}`));
  return [`${indent}${sign}${first === "" ? NO_TEXT : first}`, ...goingOn];
}

/** A backslash before what would be read as a bullet, a blank or a backslash of its own. */
function escaped(line: string): string {
  return /^(?:[-+_&*–−•◦▪‣·]|\d+[.)]|[ \t\\])/u.test(line) ? `\\${line}` : line;
}
