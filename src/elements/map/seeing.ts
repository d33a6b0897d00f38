import type { LitElement } from "lit";
import { Loading } from "#elements/map/loading.ts";
import type { Sights } from "#elements/map/sights.ts";
import type { MapSession } from "#session/map-session.ts";

/** How a session's map is looked at, once what draws that is here. */
export class Seeing {
  readonly #loading: Loading<typeof import("#elements/looking/seen-map.ts")>;

  constructor(host: LitElement) {
    this.#loading = new Loading(
      () => import("#elements/looking/seen-map.ts"),
      () => {
        const sheet = this.#loading.part?.fadeLook.styleSheet;
        if (sheet) host.shadowRoot?.adoptedStyleSheets.push(sheet);
        host.requestUpdate();
      },
    );
  }

  /** `null` where all is as ever. */
  of(session: MapSession | undefined): Sights | null {
    const looking = session?.looking.value;
    const seen = looking?.seen.value;
    if (!looking || !seen) return null;
    this.#loading.want();
    return this.#loading.part?.sightsOf(looking, seen) ?? null;
  }
}
