import type { Action } from "#actions/action.ts";
import { appActions } from "#actions/app-actions.ts";
import { claimActions } from "#actions/claim-actions.ts";
import { goActions } from "#actions/go-actions.ts";
import { lookingActions } from "#actions/looking-actions.ts";
import { viewActions } from "#actions/view-actions.ts";

/** Everything that a person can do, in the order in which it is listed. */
export const catalogue: readonly Action[] = [
  ...claimActions,
  ...viewActions,
  ...lookingActions,
  ...goActions,
  ...appActions,
];

const byId = new Map(catalogue.map((action) => [action.id, action]));

/** Throws where there is no such action: ids are written in code, never by a person. */
export function actionById(id: string): Action {
  const action = byId.get(id);
  if (action === undefined) throw new Error(`There is no action "${id}" in the catalogue.`);
  return action;
}
