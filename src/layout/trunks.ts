import { type LineTable, LineWriter } from "#layout/lines.ts";
import { forms } from "#layout/plan-table.ts";
import type { Point } from "#layout/picture.ts";
import type { PlacedPlan } from "#layout/placed.ts";
import { rectAt } from "#layout/rects.ts";
import { corner, dropLength, stackBadge } from "#layout/sizes.ts";
import { tracksFor, type Reach } from "#layout/tracks.ts";

/** From the top of a rank up to the lowest bus above it. */
const busHeight = dropLength + corner;
/** What is left above the lowest bus for others, where trunks would meet. */
const busRoom = 16;
const busGap = 8;

/** One claim's answers, as its trunk finds them. */
interface Fan extends Reach {
  readonly card: number;
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
export function trunksOf(placed: PlacedPlan): LineTable {
  const gaps = gapsOf(placed);
  const lines = new LineWriter(gaps.reduce((count, fans) => count + fans.length, 0));
  for (const fans of gaps) {
    const tracks = tracksFor(fans);
    const highest = tracks.reduce((high, track) => Math.max(high, track), 1);
    const step = Math.min(busGap, busRoom / highest);
    for (const [at, fan] of fans.entries()) {
      addTrunk(lines, fan, fan.top - busHeight - tracks[at]! * step);
    }
  }
  return lines.finish();
}

/** Fans that share the gap between two ranks, from left to right. */
function gapsOf(placed: PlacedPlan): readonly (readonly Fan[])[] {
  const { under } = placed.plan;
  const answers = new Map<number, number[]>();
  for (let box = 0; box < under.length; box++) {
    if (under[box]! < 0) continue;
    const others = answers.get(under[box]!);
    if (others) others.push(box);
    else answers.set(under[box]!, [box]);
  }
  const gaps: Fan[][] = [];
  for (const [card, below] of answers) {
    const rank = placed.depth[below[0]!]!;
    (gaps[rank] ??= []).push(fanOf(placed, card, below));
  }
  return gaps.filter((gap) => gap !== undefined);
}

function fanOf(placed: PlacedPlan, card: number, below: readonly number[]): Fan {
  const ports = below.map((box) => ({ x: placed.ports[box]!, end: trunkEnd(placed, box) }));
  const { x, y, width, height } = rectAt(placed.cards, card);
  return {
    card,
    x: x + width / 2,
    bottom: y + height,
    top: placed.boxes[4 * below[0]! + 1]!,
    ports,
    left: ports[0]!.x,
    right: ports.at(-1)!.x,
  };
}

function trunkEnd({ plan, boxes, cards }: PlacedPlan, box: number): number {
  if (plan.form[box] !== forms.stack) return boxes[4 * box + 1]! - dropLength;
  const last = plan.firstCard[box + 1]! - 1;
  return cards[4 * last + 1]! + stackBadge - corner;
}

/** First the parts that come all the way down from the claim, then the stubs from the bus. */
function addTrunk(lines: LineWriter, fan: Fan, bus: number): void {
  lines.begin(fan.card);
  for (const port of fan.ports) if (isWhole(port, fan)) lines.addOrthogonal(fromClaim(fan, port, bus));
  for (const port of fan.ports) if (!isWhole(port, fan)) lines.addOrthogonal(fromBus(fan, port, bus));
}

/** The outermost port on each side of the stem: the bus is drawn once, on the way to it. There is no room for a stub near the stem. */
function isWhole({ x }: Port, fan: Fan): boolean {
  return x === (x < fan.x ? fan.left : fan.right) || Math.abs(x - fan.x) < 2 * corner;
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
