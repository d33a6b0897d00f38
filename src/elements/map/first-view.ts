import { type CSSResultGroup, html, type LitElement, render } from "lit";
import { CardMeasure } from "#elements/map/card-measure.ts";
import { citationOn } from "#elements/map/citation.ts";
import { ClaimCard } from "#elements/map/claim-card.ts";
import { type CardFace, facesOf } from "#elements/map/face.ts";
import { MapBadges } from "#elements/map/map-badges.ts";
import { MapLines } from "#elements/map/map-lines.ts";
import { layoutOnPage } from "#layout/layout.ts";
import type { Picture, Rect } from "#layout/picture.ts";
import { branchCounts } from "#model/counts.ts";
import { forestOf } from "#model/forest.ts";
import type { ClaimId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import { firstFolding, shownClaims } from "#model/first-folding.ts";

/** A map's first view as plain HTML, with the styles of the elements that drew it, for a page without script. */
export interface FirstView {
  readonly html: string;
  readonly css: string;
}

const fonts = [
  '400 17px "Source Serif 4 Variable"',
  '600 22px "Source Serif 4 Variable"',
  '600 12px "Inter Variable"',
];

/**
 * Draws what a visitor sees of a map who opens it for the first time: the map screen's own elements, laid out as
 * it lays them out. `npm run first-picture` writes it down for the map that a first visit shows, and the build
 * puts it into the page (`build/first-picture.ts`). `data-middle` says how far from the left the thesis stands.
 */
export async function drawFirstView(map: ArgumentMap): Promise<FirstView> {
  await Promise.all(fonts.map((font) => document.fonts.load(font)));
  const forest = forestOf(map);
  const folding = firstFolding(forest);
  const shown = shownClaims(forest, folding);
  const faces = facesOf(
    { map, forest, folding, counts: branchCounts(forest), citationOf: citationOn },
    shown,
  );
  const sizes = await sizesOf([...faces.values()]);
  const sizeOf = (claim: ClaimId) => sizes.get(claim) ?? { width: 0, height: 0 };
  const picture = layoutOnPage({ map, forest, folded: folding, sizeOf, stackLeaves: true });
  return { html: await markupOf(map, picture, faces), css: styleOf(picture, shown) };
}

async function sizesOf(faces: readonly CardFace[]) {
  const measure = new CardMeasure();
  document.body.append(measure);
  await measure.updateComplete;
  const sizes = measure.sizesOf(faces);
  measure.remove();
  return new Map(faces.map(({ claim }, at) => [claim, sizes[at]!]));
}

async function markupOf(
  map: ArgumentMap,
  picture: Picture,
  faces: ReadonlyMap<ClaimId, CardFace>,
): Promise<string> {
  const { bounds, cards } = picture;
  const [root = bounds] = cards.values();
  const lines = await drawnBy(Object.assign(new MapLines(), { picture }));
  const badges = await drawnBy(Object.assign(new MapBadges(), { picture }));
  const drawn = await Promise.all(
    [...faces.values()].map(
      async (face) => `<div>${await drawnBy(Object.assign(new ClaimCard(), { face }))}</div>`,
    ),
  );
  const { title, question, language } = map.about;
  const host = document.createElement("div");
  render(
    html`<header lang=${language}>
      <p>${title}</p>
      <p>${question}</p>
    </header>`,
    host,
  );
  const size = `data-width="${bounds.width}" data-height="${bounds.height}"`;
  const middle = `data-middle="${root.x + root.width / 2 - bounds.x}"`;
  return (
    `<div class="first-picture">${bare(host.innerHTML)}<div class="ground"><div class="world" ${size} ${middle}>` +
    `<div class="lines">${lines}</div><div class="cards">${drawn.join("")}</div><div class="badges">${badges}</div>` +
    `</div></div></div>`
  );
}

/** What an element draws into its shadow root. */
async function drawnBy(element: LitElement): Promise<string> {
  document.body.append(element);
  await element.updateComplete;
  const drawn = bare(element.renderRoot instanceof ShadowRoot ? element.renderRoot.innerHTML : "");
  element.remove();
  return drawn;
}

/** Without the comments by which Lit finds its places again, and without blanks that show nothing. */
function bare(markup: string): string {
  return markup
    .replaceAll(/<!--.*?-->/gs, "")
    .replaceAll(/>\s+</g, "><")
    .trim();
}

function styleOf(picture: Picture, shown: readonly ClaimId[]): string {
  const { bounds, cards } = picture;
  const places = shown.flatMap((claim, at) => {
    const rect = cards.get(claim);
    return rect ? [placeOf(rect, at + 1)] : [];
  });
  return [
    `.first-picture .world > * { margin: ${-bounds.y}px 0 0 ${-bounds.x}px; }`,
    ...places,
    `.first-picture .lines {${inLight(MapLines.styles)}}`,
    `.first-picture .cards > div {${inLight(ClaimCard.styles)}}`,
    `.first-picture .badges {${inLight(MapBadges.styles)}}`,
  ].join("\n");
}

function placeOf({ x, y, width, height }: Rect, at: number): string {
  const place = `transform: translate(${x}px, ${y}px); width: ${width}px; height: ${height}px;`;
  return `.first-picture .cards > :nth-child(${at}) { ${place} }`;
}

/** Styles of a shadow root, written to stand nested in a rule for what stands in for its host. */
function inLight(styles: CSSResultGroup): string {
  return textOf(styles)
    .replaceAll(/:host\(((?:[^()]|\([^()]*\))*)\)/g, "&$1")
    .replaceAll(":host", "&");
}

function textOf(styles: CSSResultGroup): string {
  if (Array.isArray(styles)) return styles.map(textOf).join("\n");
  return styles instanceof CSSStyleSheet ? "" : styles.cssText;
}
