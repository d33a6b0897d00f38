import * as Y from "yjs";
import { type Change, type Edit, noChange } from "#model/change.ts";
import { type Claim, newClaim } from "#model/claim.ts";
import type { ClaimId, MapId, RelationId } from "#model/ids.ts";
import { type ArgumentMap, emptyMap } from "#model/map.ts";
import { onClaim, type Relation } from "#model/relation.ts";
import { Chronicle } from "#store/chronicle.ts";
import { newDocument, writeChange } from "#store/document.ts";
import { FIRST_LIVE_CLIENT } from "#store/mint.ts";
import { Projection } from "#store/projection.ts";
import { makeSeed } from "#store/seed.ts";
import { unionOf } from "#store/snapshots.ts";
import { below, chance, pick, type Random, randomText, seeded } from "../random-map.ts";
import { retyped } from "./random-change.ts";

export interface LongHistory {
  /** How many claims the map begins with. */
  readonly claims: number;
  /** How many stretches of work, each by a person who opened the map anew. */
  readonly sessions: number;
  /** How many claims each of them touches. */
  readonly edits: number;
}

const id = "map" as MapId;
const people = ["E. H. Carr", "Natalie Zemon Davis", "", "Joan Scott"] as const;
const halfADay = 12 * 3_600_000;

/**
 * The document of a large map that many people have worked on, one after the other; the same for the same seed. Every
 * tenth version has a name.
 */
export function longHistory({ claims, sessions, edits }: LongHistory, seed = 1): Uint8Array<ArrayBuffer> {
  const random = seeded(seed);
  const doc = newDocument(FIRST_LIVE_CLIENT);
  Y.applyUpdate(doc, makeSeed(largeMap(random, claims)));
  const projection = Projection.of(doc, id);
  const chronicle = new Chronicle(doc);
  const state = following(doc);
  for (let session = 0; session < sessions; session++) {
    doc.clientID = FIRST_LIVE_CLIENT + 1 + session;
    const before = state();
    const version = {
      id: `v${session}`,
      name: session % 10 === 9 ? `Seminar ${session + 1}` : "",
      person: pick(random, people),
      time: Date.UTC(2026, 0, 5) + session * halfADay,
    };
    writeChange(doc, someEdits(random, projection.map, session, edits), "here");
    chronicle.add(version, before);
    projection.take();
  }
  const bytes = new Uint8Array(Y.encodeStateAsUpdate(doc));
  doc.destroy();
  return bytes;
}

/** The state of a document whenever it is asked for, without a walk through all of it. */
function following(doc: Y.Doc): () => Y.Snapshot {
  let state = Y.snapshot(doc);
  doc.on("afterTransaction", ({ deleteSet, afterState }: Y.Transaction) => {
    state = unionOf(state, Y.createSnapshot(deleteSet, afterState));
  });
  return () => state;
}

/** A tree in which every claim has some eight answers. */
function largeMap(random: Random, count: number): ArgumentMap {
  const claims = new Map<ClaimId, Claim>();
  const relations = new Map<RelationId, Relation>();
  for (let at = 0; at < count; at++) {
    const claim = `c${at}` as ClaimId;
    const step = at === 0 ? null : stepOf(random, claim, `c${Math.floor((at - 1) / 8)}` as ClaimId);
    const text = `Claim ${at} says that ${"the register of the parish bears out the census ".repeat(1 + (at % 3))}`;
    claims.set(claim, newClaim(claim, { text, home: step?.id ?? null }));
    if (step !== null) relations.set(step.id, step);
  }
  return { ...emptyMap(id, { title: "A large debate" }), claims, relations };
}

function stepOf(random: Random, claim: ClaimId, onto: ClaimId): Relation {
  const kind = chance(random, 0.6) ? "supports" : "opposes";
  const order = `a${below(random, 9)}`;
  return {
    id: `r-${claim}` as RelationId,
    kind,
    premises: [claim],
    target: onClaim(onto),
    order,
    mutual: null,
  };
}

/** A change of as many claims: some are added, some reworded, moved, turned, deleted. */
function someEdits(random: Random, map: ArgumentMap, session: number, edits: number): Change {
  const claims = new Map<ClaimId, Edit<Claim>>();
  const relations = new Map<RelationId, Edit<Relation>>();
  for (let left = edits; left > 0; left--) {
    const before = map.claims.get(someClaim(random, map));
    const step = map.relations.get(`r-${before?.id}` as RelationId);
    if (before === undefined || step === undefined) continue;
    const way = random();
    if (way < 0.4) {
      const after = stepOf(random, `s${session}-${left}` as ClaimId, before.id);
      const claim = newClaim(after.premises[0]!, { text: randomText(random), home: after.id });
      claims.set(claim.id, { before: null, after: claim });
      relations.set(after.id, { before: null, after });
    } else if (way < 0.7)
      claims.set(before.id, { before, after: { ...before, text: retyped(random, before.text) } });
    else if (way < 0.95) relations.set(step.id, { before: step, after: restepped(random, step, map) });
    else {
      claims.set(before.id, { before, after: null });
      relations.set(step.id, { before: step, after: null });
    }
  }
  return { ...noChange, claims: [...claims.values()], relations: [...relations.values()] };
}

/** The step elsewhere, or turned. */
function restepped(random: Random, step: Relation, map: ArgumentMap): Relation {
  if (chance(random, 0.6)) return { ...step, target: onClaim(someClaim(random, map)) };
  return { ...step, kind: step.kind === "supports" ? "opposes" : "supports" };
}

function someClaim(random: Random, { claims }: ArgumentMap): ClaimId {
  return `c${below(random, claims.size)}` as ClaimId;
}
