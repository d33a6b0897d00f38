import { orthogonalPath } from "#layout/path.ts";
import type { Point, Rect, Trunk } from "#layout/picture.ts";
import { portOf, type PlacedBox } from "#layout/placed.ts";
import { corner, dropLength, stackBadge } from "#layout/sizes.ts";
import { tracksFor, type Reach } from "#layout/tracks.ts";
import type { ClaimId } from "#model/ids.ts";

/** From the top of a rank up to the lowest bus above it. */
const busHeight = dropLength + corner;
/** What is left above the lowest bus for others, where trunks would meet. */
const busRoom = 16;
const busGap = 8;

/** One claim's answers, as its trunk finds them. */
interface Fan extends Reach {
  readonly parent: ClaimId;
  readonly bottom: number;
  /** The top of the rank of its answers. */
  readonly top: number;
  readonly ports: readonly Port[];
}

interface Port {
  readonly x: number;
  /** How far down the trunk goes: to where the drop begins, or along a stack's rail. */
  readonly end: number;
}

/** The trunk of every claim with answers: down from its middle, along a bus between the ranks, and a stub to each drop. */
export function trunksOf(boxes: readonly PlacedBox[], cards: ReadonlyMap<ClaimId, Rect>): readonly Trunk[] {
  return gapsOf(fansOf(boxes, cards)).flatMap((fans) => {
    const tracks = tracksFor(fans);
    const step = Math.min(busGap, busRoom / Math.max(1, ...tracks));
    return fans.map((fan, at) => trunkOf(fan, fan.top - busHeight - (tracks[at] ?? 0) * step));
  });
}

function fansOf(boxes: readonly PlacedBox[], cards: ReadonlyMap<ClaimId, Rect>): readonly Fan[] {
  const answers = new Map<ClaimId, PlacedBox[]>();
  for (const box of boxes) {
    const claim = box.plan.under;
    if (claim === null) continue;
    const others = answers.get(claim);
    if (others) others.push(box);
    else answers.set(claim, [box]);
  }
  return [...answers].flatMap(([parent, below]) => {
    const card = cards.get(parent);
    return card ? [fanOf(parent, card, below)] : [];
  });
}

function fanOf(parent: ClaimId, card: Rect, below: readonly PlacedBox[]): Fan {
  const ports = below.map((box) => ({ x: portOf(box), end: trunkEnd(box) }));
  const xs = ports.map(({ x }) => x);
  return {
    parent,
    x: card.x + card.width / 2,
    bottom: card.y + card.height,
    top: below[0]?.rect.y ?? 0,
    ports,
    left: xs[0] ?? 0,
    right: xs.at(-1) ?? 0,
  };
}

function trunkEnd({ plan, cards, rect }: PlacedBox): number {
  const last = cards.at(-1);
  if (plan.inside.type !== "stack" || last === undefined) return rect.y - dropLength;
  return last.rect.y + stackBadge - corner;
}

/** Fans that share the gap between two ranks, from left to right. */
function gapsOf(fans: readonly Fan[]): readonly (readonly Fan[])[] {
  const gaps = new Map<number, Fan[]>();
  for (const fan of fans) {
    const others = gaps.get(fan.top);
    if (others) others.push(fan);
    else gaps.set(fan.top, [fan]);
  }
  return [...gaps.values()].map((gap) => gap.toSorted((a, b) => a.x - b.x));
}

function trunkOf(fan: Fan, bus: number): Trunk {
  const whole = fan.ports.filter(({ x }) => isEndOfBus(x, fan) || Math.abs(x - fan.x) < 2 * corner);
  const short = fan.ports.filter((port) => !whole.includes(port));
  const path = [
    ...whole.map((port) => fromClaim(fan, port, bus)),
    ...short.map((port) => fromBus(fan, port, bus)),
  ];
  return { parent: fan.parent, path: path.map(orthogonalPath).join("") };
}

/** The outermost port on each side of the stem: the bus is drawn once, on the way to it. */
function isEndOfBus(x: number, fan: Fan): boolean {
  return x === (x < fan.x ? fan.left : fan.right);
}

function fromClaim(fan: Fan, port: Port, bus: number): readonly Point[] {
  return [
    { x: fan.x, y: fan.bottom },
    { x: fan.x, y: bus },
    { x: port.x, y: bus },
    { x: port.x, y: port.end },
  ];
}

function fromBus(fan: Fan, port: Port, bus: number): readonly Point[] {
  const inward = Math.sign(fan.x - port.x) * corner;
  return [
    { x: port.x + inward, y: bus },
    { x: port.x, y: bus },
    { x: port.x, y: port.end },
  ];
}
