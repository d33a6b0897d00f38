import { type Action, type Context, isOffTree } from "#actions/action.ts";
import { copyBranch, pasteText } from "#actions/clipboard.ts";
import { addClaim } from "#commands/add-claim.ts";
import { addCoPremise } from "#commands/add-co-premise.ts";
import { addThesis } from "#commands/add-thesis.ts";
import { isRefusal } from "#commands/command.ts";
import { reorder } from "#commands/reorder.ts";
import { turnRelation } from "#commands/turn-relation.ts";
import type { ClaimId, RelationId } from "#model/ids.ts";
import { onClaim, onRelation, type RelationKind, type Target } from "#model/relation.ts";
import { draftBy } from "#session/drafting.ts";
import type { MapSession } from "#session/map-session.ts";
import type { Workspace } from "#session/workspace.ts";
import { actionWords as words } from "#words/actions.ts";

/** A context in which a claim is in hand. */
interface InHand extends Context {
  readonly session: MapSession;
  readonly claim: ClaimId;
}

/** What can be done to the claim in hand. */
export const claimActions: readonly Action[] = [
  onTree(
    "claim.edit",
    () => words.edit,
    ["Enter", "F2"],
    ({ session, claim }) => session.edit(claim),
  ),
  onTree(
    "claim.add-reason",
    () => words.addReason,
    ["+", "Shift++", "NumpadAdd"],
    (context) => answer(context, "supports", onClaim(context.claim)),
  ),
  onTree(
    "claim.add-objection",
    () => words.addObjection,
    ["-", "NumpadSubtract"],
    (context) => answer(context, "opposes", onClaim(context.claim)),
  ),
  onTree(
    "claim.object-to-step",
    () => words.objectToStep,
    ["!", "Shift+!"],
    (context) => answer(context, "opposes", onRelation(stepOf(context)!)),
    hasStep,
  ),
  onTree("claim.add-co-premise", () => words.addCoPremise, ["&", "Shift+&"], joinStep, hasStep),
  onHand(
    "claim.move",
    () => words.move,
    ["m"],
    ({ workspace, claim }) => {
      workspace.dialog.value = { type: "move", claim };
    },
  ),
  onHand(
    "claim.link",
    () => words.link,
    ["l"],
    ({ workspace, claim }) => {
      workspace.dialog.value = { type: "link", claim };
    },
  ),
  onHand("claim.turn", turnName, [], turn, hasStep),
  onHand(
    "claim.reorder-before",
    () => words.reorderBefore,
    ["Alt+ArrowUp"],
    (context) => shift(context, -1),
  ),
  onHand(
    "claim.reorder-after",
    () => words.reorderAfter,
    ["Alt+ArrowDown"],
    (context) => shift(context, 1),
  ),
  onHand("claim.details", detailsName, ["d"], ({ session }) => {
    // Words that wait in a form are not thrown away by a key.
    const isUnfinished = session.held.keeping.peek()?.state === "unfinished";
    session.detail.value = !session.detail.peek() || isUnfinished;
  }),
  onHand(
    "claim.copy",
    () => words.copy,
    [],
    async (context) => {
      const text = copyBranch(context);
      if (text !== null) await context.workspace.platform.writeClipboard(text);
    },
  ),
  onHand(
    "claim.cut",
    () => words.cut,
    [],
    async (context) => {
      const text = copyBranch(context);
      if (text === null) return;
      await context.workspace.platform.writeClipboard(text);
      remove(context);
    },
  ),
  {
    id: "claim.paste",
    group: "claim",
    name: () => words.paste,
    keys: [],
    scope: "claims",
    when: ({ session }) => session !== null,
    run: async (context) => {
      const text = await context.workspace.platform.readClipboard();
      if (text === null) context.workspace.notices.show(words.noClipboard);
      else await pasteText(context, text);
    },
  },
  onHand("claim.delete", () => words.remove, ["Delete", "Backspace"], remove),
  {
    id: "map.add-thesis",
    group: "map",
    name: () => words.addThesis,
    keys: ["t"],
    scope: "claims",
    when: ({ session }) => session !== null,
    run: ({ workspace, session, claim }) => {
      leaveForMap(workspace, session!);
      const id = workspace.platform.mint() as ClaimId;
      session!.begin(draftBy(id, claim, addThesis, { id, text: "" }));
    },
  },
];

function onHand(
  id: string,
  name: (context: Context) => string,
  keys: readonly string[],
  run: (context: InHand) => void | Promise<void>,
  when: (context: InHand) => boolean = () => true,
): Action {
  return {
    id,
    group: "claim",
    name,
    keys,
    scope: "claims",
    when: (context) => isInHand(context) && when(context),
    run: (context) => (isInHand(context) ? run(context) : undefined),
  };
}

/** What is written on the map or in the outline: from elsewhere a person is taken to the map first. */
function onTree(...[id, name, keys, run, when]: Parameters<typeof onHand>): Action {
  const write = (context: InHand) => {
    leaveForMap(context.workspace, context.session);
    return run(context);
  };
  return onHand(id, name, keys, write, when);
}

function leaveForMap(workspace: Workspace, { open, inHand }: MapSession): void {
  if (isOffTree(workspace)) void workspace.go({ screen: "map", map: open.id, claim: inHand.peek() });
}

function isInHand(context: Context): context is InHand {
  return context.session !== null && context.claim !== null;
}

/** The relation by which the claim in hand answers what it is drawn under: its step. */
function stepOf({ session, claim }: InHand): RelationId | null {
  return session.forest.value.nodes.get(claim)?.relation ?? null;
}

function hasStep(context: InHand): boolean {
  return stepOf(context) !== null;
}

function answer({ workspace, session, claim }: InHand, kind: RelationKind, target: Target): void {
  const id = workspace.platform.mint() as ClaimId;
  const relation = workspace.platform.mint() as RelationId;
  session.begin(draftBy(id, claim, addClaim, { id, relation, kind, target, text: "" }));
}

function joinStep(context: InHand): void {
  const { workspace, session, claim } = context;
  const id = workspace.platform.mint() as ClaimId;
  session.begin(draftBy(id, claim, addCoPremise, { id, relation: stepOf(context)!, after: claim, text: "" }));
}

function turn(context: InHand): void {
  context.session.run(turnRelation, { relation: stepOf(context)! });
}

function turnName(context: Context): string {
  if (!isInHand(context)) return words.turnToObjection;
  const step = stepOf(context);
  const kind = step === null ? "supports" : context.session.map.value.relations.get(step)?.kind;
  return kind === "opposes" ? words.turnToReason : words.turnToObjection;
}

function detailsName({ session }: Context): string {
  return session?.detail.value === true ? words.closeDetails : words.details;
}

function shift({ session, claim }: InHand, by: -1 | 1): void {
  session.run(reorder, { claim, by });
}

function remove({ workspace, session, claim }: InHand): void {
  const text = session.map.peek().claims.get(claim)?.text ?? "";
  const before = session.map.peek().claims.size;
  if (isRefusal(session.remove(claim))) return;
  const below = before - session.map.peek().claims.size - 1;
  workspace.notices.show(words.deleted(shortened(text), below), {
    name: words.undoOffer,
    run: () => {
      session.open.undo();
      session.take(claim);
    },
  });
}

function shortened(text: string): string {
  const line = text.replaceAll(/\s+/g, " ").trim();
  return line.length <= 60 ? line : `${line.slice(0, 59).trimEnd()}…`;
}
