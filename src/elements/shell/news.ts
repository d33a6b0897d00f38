import { Bouts, inWords } from "#session/announcing.ts";
import type { MapSession } from "#session/map-session.ts";
import type { Workspace } from "#session/workspace.ts";
import type { Happening } from "#store/ports.ts";

/** Says what happens to the map to those who do not see it: loaded when something first does. */
export class News {
  readonly #workspace: Workspace;
  readonly #bouts = new Bouts();

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  /** Hears of the last thing that was done, also when it has heard of it before. */
  hear(session: MapSession | null, happened: Happening | null, isWriting: boolean): void {
    const news = this.#bouts.next(happened, isWriting);
    if (session === null || news === null) return;
    this.#workspace.notices.say(inWords(news, session.map.peek(), session.forest.peek()));
  }
}
