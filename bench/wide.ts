import { writeArgdown } from "#interchange/argdown-write.ts";
import { writeNative } from "#interchange/native-write.ts";
import { newClaim } from "#model/claim.ts";
import type { ClaimId, MapId, RelationId } from "#model/ids.ts";
import { type ArgumentMap, emptyMap } from "#model/map.ts";
import { ordersBetween } from "#model/order.ts";
import { onClaim, type Relation } from "#model/relation.ts";
import { below, chance, pick, type Random, seeded } from "../tests/random-map.ts";
import type { Branch } from "./claims.ts";

/** One map in the forms that the measured programs read. */
export interface WideSample {
  readonly claims: number;
  /** Every claim below the one that it answers first. */
  readonly branch: Branch;
  /** What else answers what: pairs of ids. */
  readonly links: readonly (readonly [from: string, to: string])[];
  /** The native file. */
  readonly file: string;
  readonly argdown: string;
}

interface Node {
  readonly id: ClaimId;
  readonly text: string;
  readonly parent: number;
}

const words = [
  ..."archive reform council frontier harvest letter treaty census parish guild merchant famine charter".split(
    " ",
  ),
  ..."testimony after before changed kept held against within the of and a its their because".split(" "),
] as unknown as readonly [string, ...string[]];

/**
 * A debate of one thesis, the same for the same seed: each claim has two or three answers, as long as there are claims
 * left, so that 50,000 of them reach twelve levels down; sentences of 6 to 17 words. `links` is the share of claims that
 * answer a second one.
 */
export function wideSample(claims: number, links: number, seed: number): WideSample {
  const random = seeded(seed);
  const nodes = nodesOf(random, claims);
  const pairs = nodes.flatMap(({ id }, at) =>
    at > 0 && chance(random, links) ? [[id, nodes[below(random, claims)]!.id] as const] : [],
  );
  const map = mapOf(random, nodes, pairs);
  return {
    claims,
    branch: branchOf(nodes),
    links: pairs,
    file: writeNative(map),
    argdown: writeArgdown(map),
  };
}

function nodesOf(random: Random, claims: number): readonly Node[] {
  const nodes: Node[] = [];
  const add = (parent: number) => {
    const said = Array.from({ length: 6 + below(random, 12) }, () => pick(random, words)).join(" ");
    nodes.push({
      id: idOf("c", nodes.length) as ClaimId,
      text: `Claim ${nodes.length + 1}: ${said}.`,
      parent,
    });
  };
  add(-1);
  for (let at = 0; nodes.length < claims; at++) {
    const answers = Math.min(2 + below(random, 2), claims - nodes.length);
    for (let each = 0; each < answers; each++) add(at);
  }
  return nodes;
}

function mapOf(random: Random, nodes: readonly Node[], pairs: WideSample["links"]): ArgumentMap {
  const orders = ordersBetween(null, null, nodes.length);
  const order = (at: number) => orders[at] ?? "a0";
  const relation = (id: RelationId, from: string, to: string, at: number): Relation => ({
    id,
    kind: chance(random, 0.6) ? "supports" : "opposes",
    premises: [from as ClaimId],
    target: onClaim(to as ClaimId),
    order: order(at),
    mutual: null,
  });
  const claims = nodes.map(({ id, text }, at) =>
    newClaim(id, { text, home: at === 0 ? null : (idOf("r", at) as RelationId), order: order(at) }),
  );
  const answers = nodes
    .map(({ id, parent }, at) => relation(idOf("r", at) as RelationId, id, nodes[parent]?.id ?? "", at))
    .slice(1);
  const links = pairs.map(([from, to], at) => relation(idOf("s", at) as RelationId, from, to, at));
  return {
    ...emptyMap("m" as MapId, { title: `A debate of ${nodes.length} claims` }),
    claims: new Map(claims.map((claim) => [claim.id, claim])),
    relations: new Map([...answers, ...links].map((each) => [each.id, each])),
  };
}

function branchOf(nodes: readonly Node[]): Branch {
  const branches = nodes.map(({ id, text }) => ({ id, text, children: [] as Branch[] }));
  for (const [at, { parent }] of nodes.entries()) branches[parent]?.children.push(branches[at]!);
  return branches[0]!;
}

function idOf(prefix: string, at: number): string {
  return `${prefix}${at.toString(36).padStart(9, "0")}`;
}
