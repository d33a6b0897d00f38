import { type Action, type Context, isOffTree } from "#actions/action.ts";
import type { Forest } from "#model/forest.ts";
import { writeAddress } from "#session/address.ts";
import type { MapSession } from "#session/map-session.ts";
import { foldedToAnswers, type Folding } from "#model/first-folding.ts";
import { foldedOthers, refoldedWithin, unfoldedByOneLevel } from "#session/folding.ts";
import { leastScale, zoomedAround } from "#session/viewport.ts";
import { actionWords as words } from "#words/actions.ts";

const zoomStep = 1.25;

/** Folding, and one branch alone. */
const branchActions: readonly Action[] = [
  {
    id: "branch.fold",
    group: "branch",
    name: ({ session, claim }) =>
      session !== null && claim !== null && session.folding.value.has(claim) ? words.unfold : words.fold,
    keys: ["f"],
    scope: "claims",
    when: hasBranch,
    run: ({ session, claim }) => session!.fold(claim!),
  },
  {
    id: "branch.unfold-level",
    group: "branch",
    name: () => words.unfoldLevel,
    keys: [],
    scope: "claims",
    when: hidesSome,
    run: ({ session }) =>
      session!.refold(unfoldedByOneLevel(session!.focus.forest.peek(), session!.folding.peek())),
  },
  {
    id: "branch.unfold-all",
    group: "branch",
    name: () => words.unfoldAll,
    keys: ["Shift+f"],
    scope: "claims",
    when: hidesSome,
    run: ({ session }) => refoldWithin(session!, () => new Set()),
  },
  {
    id: "branch.fold-all",
    group: "branch",
    name: () => words.foldAll,
    keys: [],
    scope: "claims",
    when: (context) => context.session !== null,
    run: ({ session }) => refoldWithin(session!, foldedToAnswers),
  },
  {
    id: "branch.fold-others",
    group: "branch",
    name: () => words.foldOthers,
    keys: ["Shift+o"],
    scope: "claims",
    when: ({ session, claim }) => session !== null && claim !== null,
    run: ({ session, claim }) =>
      session!.refold(foldedOthers(session!.forest.peek(), session!.folding.peek(), claim!)),
  },
  {
    id: "branch.focus",
    group: "branch",
    name: () => words.focus,
    keys: ["o"],
    scope: "claims",
    when: (context) =>
      hasBranch(context) &&
      !isComparing(context.session) &&
      context.session?.focus.head.value !== context.claim,
    run: ({ session, claim }) => session!.focusOn(claim),
  },
];

/** Whether folding hides a part of what is looked at. */
function hidesSome({ session }: Context): boolean {
  return session !== null && session.shown.value.length < session.focus.forest.value.nodes.size;
}

/** Folding and the camera. */
export const viewActions: readonly Action[] = [
  ...branchActions.map(onTree),
  {
    id: "view.leave",
    group: "view",
    name: ({ workspace, session }) => {
      if (isOffTree(workspace)) return words.leaveNeighbourhood;
      return isComparing(session) ? words.leaveComparison : words.leaveFocus;
    },
    keys: ["Escape"],
    scope: "anywhere",
    when: ({ workspace, session }) =>
      session !== null && (isOffTree(workspace) || isComparing(session) || session.focus.head.value !== null),
    run: ({ workspace, session, claim }) => {
      if (isOffTree(workspace)) location.hash = writeAddress({ screen: "map", map: session!.open.id, claim });
      else if (isComparing(session)) session!.endComparing();
      else session!.focusOn(null);
    },
  },
  onMap("view.fit", words.fit, ["0", "Shift+Digit1"], (session) => {
    session.wish.value = { type: "fit" };
  }),
  onMap("view.zoom-in", words.zoomIn, ["$mod+Equal", "$mod++", "$mod+NumpadAdd"], (session) =>
    zoom(session, zoomStep),
  ),
  onMap("view.zoom-out", words.zoomOut, ["$mod+-", "$mod+NumpadSubtract"], (session) =>
    zoom(session, 1 / zoomStep),
  ),
  onMap("view.zoom-reset", words.zoomReset, ["$mod+0"], (session) => {
    session.wish.value = { type: "scale", scale: 1 };
  }),
];

function onMap(
  id: string,
  name: string,
  keys: readonly string[],
  step: (session: MapSession) => void,
): Action {
  return {
    id,
    group: "view",
    name: () => name,
    keys,
    scope: "claims",
    when: ({ workspace, session }) =>
      session !== null && !["outline", "timeline"].includes(workspace.address.value.screen),
    run: ({ session }) => step(session!),
  };
}

/** Holds on the map and in the outline. */
function onTree(action: Action): Action {
  return { ...action, when: (context) => !isOffTree(context.workspace) && action.when(context) };
}

function isComparing(session: MapSession | null): boolean {
  return (session?.comparing.value ?? null) !== null;
}

function hasBranch({ session, claim }: Context): boolean {
  return (
    session !== null && claim !== null && (session.forest.value.nodes.get(claim)?.children.length ?? 0) > 0
  );
}

/** Folds what is shown, a branch or the whole map, anew. */
function refoldWithin(session: MapSession, fold: (part: Forest) => Folding): void {
  const part = session.focus.forest.peek();
  session.refold(refoldedWithin(part, session.folding.peek(), fold(part)));
}

/** Zooms around the middle of the screen. */
function zoom(session: MapSession, by: number): void {
  const screen = session.screen.peek();
  const view = session.viewport.peek();
  const middle = { x: screen.width / 2, y: screen.height / 2 };
  const least = leastScale(session.picture.peek()?.bounds ?? null, screen);
  session.viewport.value = zoomedAround(view, middle, view.scale * by, least);
}
