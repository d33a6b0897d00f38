import { html, nothing } from "lit";
import { seenPart } from "#elements/map/culling.ts";
import type { CardFace } from "#elements/map/face.ts";
import type { PlacePicked } from "#elements/map/mini-map.ts";
import { encloses } from "#elements/map/rects.ts";
import "#elements/map/zoom-bar.ts";
import type { ToolChosen } from "#elements/map/tool-chosen.ts";
import type { Sights } from "#elements/map/sights.ts";
import type { Picture, Point } from "#layout/picture.ts";
import type { ClaimId } from "#model/ids.ts";
import type { MapSession } from "#session/map-session.ts";
import type { Workspace } from "#session/workspace.ts";

/** Fetched when a map first is larger than the screen. */
const loadSmallMap = () => import("#elements/map/mini-map.ts");

/** What the corner of the map leads to. */
interface CornerEnds {
  /** Where there are ways to look at the map. */
  readonly workspace?: Workspace;
  readonly sights?: Sights | null;
  look(at: Point): void;
  readonly chosen: (event: ToolChosen) => void;
}

/** The small map, where not all is on screen, the zoom, and the ways to look at the map. */
export function corner(
  session: MapSession,
  picture: Picture,
  faces: ReadonlyMap<ClaimId, CardFace>,
  { workspace, sights = null, look, chosen }: CornerEnds,
) {
  const { viewport, screen } = session;
  const view = seenPart(viewport.value, screen.value);
  const isWhole = encloses(view, picture.bounds);
  if (!isWhole) void loadSmallMap();
  return html`${workspace && html`<looking-bar .workspace=${workspace} .session=${session}></looking-bar>`}
    <div class="corner">
      ${
        isWhole
          ? nothing
          : html`<mini-map
              .picture=${picture}
              .faces=${faces}
              .sights=${sights}
              .view=${view}
              @place-picked=${(event: PlacePicked) => look(event.place)}
            ></mini-map>`
      }
      <zoom-bar .scale=${viewport.value.scale} @tool-chosen=${chosen}></zoom-bar>
    </div>`;
}
