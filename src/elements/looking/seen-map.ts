import { css, html, type TemplateResult } from "lit";
import "#elements/looking/card-lens.ts";
import "#elements/looking/row-lens.ts";
import { arguersOn, surnameOf } from "#elements/map/arguers.ts";
import type { CardFace } from "#elements/map/face.ts";
import { fadingOf, partedBy } from "#elements/looking/parting.ts";
import type { CardSight, Fade, Paint, SightPlace, Sights } from "#elements/map/sights.ts";
import type { Picture } from "#layout/picture.ts";
import { type Group, noGroup } from "#lenses/view.ts";
import type { ClaimId, HolderId, SchoolId } from "#model/ids.ts";
import { type Holder, type SchoolColour, schoolColours } from "#model/people.ts";
import type { Looking, Seen } from "#session/looking.ts";
import { lookingWords as words } from "#words/looking.ts";

/** How cards and lines step back, as tokens that the cards use: for the map screen's own tree. */
export const fadeLook = css`
  .tree,
  [role="tree"] {
    --faint-ink: color-mix(in srgb, var(--ink) 64%, var(--paper));
    --faint-line: color-mix(in srgb, var(--line) 45%, var(--paper));
  }
  :is(claim-card, neighbour-card, outline-row)[data-fade="dim"] {
    --ink: var(--faint-ink);
    --ink-2: var(--faint-ink);
    --support: var(--faint-ink);
    --oppose: var(--faint-ink);
    --card: var(--paper);
    --support-tint: var(--paper);
    --oppose-tint: var(--paper);
    --shadow: 0 0 0 transparent;
  }
  :is(claim-card, neighbour-card)[data-fade="notYet"] {
    --seen: 0;
    box-shadow: inset 0 0 0 1px var(--faint-line);
  }
  :is(claim-card, neighbour-card)[data-fade="perhaps"] {
    box-shadow:
      0 0 0 2px var(--paper),
      0 0 0 3px var(--line);
  }
  .faded {
    opacity: 0.22;
  }
  @media (forced-colors: active) {
    :is(claim-card, neighbour-card, outline-row)[data-fade="dim"] {
      --ink: GrayText;
      --ink-2: GrayText;
    }
    :is(claim-card, neighbour-card)[data-fade="notYet"] {
      border-radius: var(--radius);
      outline: 1px dashed GrayText;
    }
  }
`;

/** What is drawn of a claim besides its face. */
interface Drawn {
  readonly claim: ClaimId;
  readonly groups: readonly Group[];
  readonly hidden: readonly (HolderId | SchoolId)[];
  /** How it stands in the year; empty where there is nothing to say. */
  readonly standing: string;
}

const known = new WeakMap<Seen, Sights>();

/** What is seen of a map, claim by claim. Asked again for the same, it is there. */
export function sightsOf(looking: Looking, seen: Seen): Sights {
  const found = known.get(seen) ?? new SeenMap(looking, seen);
  known.set(seen, found);
  return found;
}

class SeenMap implements Sights {
  readonly paintOf: Sights["paintOf"];
  readonly fades: Sights["fades"];
  readonly #looking: Looking;
  readonly #seen: Seen;
  readonly #groups: ReadonlyMap<string, Group>;
  readonly #paints = new Map<readonly string[], Paint>();
  readonly #parts = new WeakMap<Picture, ReturnType<Sights["parted"]>>();

  constructor(looking: Looking, seen: Seen) {
    this.#looking = looking;
    this.#seen = seen;
    this.fades = fadingOf(seen.map, (claim) => ["dim", "notYet"].includes(this.fadeOf(claim)));
    this.#groups = new Map(seen.view?.groups.map((group) => [group.key, group]));
    this.paintOf =
      seen.view === null || seen.view.lens === "stance" ? null : (claim) => this.#paint(this.#keys(claim));
  }

  fadeOf(claim: ClaimId): Fade {
    const standing = this.#seen.inYear?.standing.get(claim);
    if (standing === "notYet") return "notYet";
    if (standing === "abandoned" || this.#seen.dimmed.has(claim)) return "dim";
    return standing === "perhaps" ? "perhaps" : "none";
  }

  of(claim: ClaimId, face: CardFace, place: SightPlace = "card"): CardSight {
    const { masks } = this.#seen;
    const fade = this.fadeOf(claim);
    const hidden = masks?.hiddenOn(claim) ?? [];
    const isThesis = face.role === "thesis";
    const over = coveredOn(this.#seen, claim, { ...face, isThesis });
    const groups = this.#keys(claim).flatMap((key) => this.#groups.get(key) ?? []);
    const names = groups.map((group) => nameOf(group, this.#seen));
    const standing = this.#seen.inYear?.standing.get(claim) ?? "argued";
    const key = [claim, fade, standing, ...groups.map((each) => each.key), ...names, ...Object.values(over)];
    return {
      key: key.concat(String(hidden.length), this.#seen.view?.lens ?? "").join("\n"),
      fade,
      over,
      said: this.#said(claim, names),
      drawn:
        fade === "notYet"
          ? undefined
          : this.#drawn({ claim, groups, hidden, standing: words.shown[standing] }, place),
    };
  }

  #drawn({ claim, groups, hidden, standing }: Drawn, place: SightPlace): TemplateResult {
    const lens = this.#seen.view?.lens ?? null;
    const names = groups.map((group) => this.#brief(group));
    const reveal = () => this.#looking.reveal(...hidden);
    const isHidden = hidden.length > 0;
    if (place === "row")
      return html`<row-lens
        aria-hidden="true"
        .lens=${lens}
        .groups=${groups}
        .names=${names}
        .standing=${standing}
        .isHidden=${isHidden}
        @reveal-wanted=${reveal}
      ></row-lens>`;
    return html`<card-lens
      aria-hidden="true"
      .lens=${lens}
      .groups=${groups}
      .names=${names}
      .paint=${this.paintOf?.(claim) ?? []}
      .standing=${standing}
      .isHidden=${isHidden}
      @reveal-wanted=${reveal}
    ></card-lens>`;
  }

  parted(picture: Picture): ReturnType<Sights["parted"]> {
    const found = this.#parts.get(picture) ?? partedBy(picture, this.fades);
    this.#parts.set(picture, found);
    return found;
  }

  #keys(claim: ClaimId): readonly string[] {
    return this.#seen.view?.groupsOf.get(claim) ?? [];
  }

  /** Claims of the same groups share their keys, and so their paint. */
  #paint(keys: readonly string[]): Paint {
    const found = this.#paints.get(keys) ?? keys.flatMap((key) => paintIn(this.#groups.get(key)));
    this.#paints.set(keys, found);
    return found;
  }

  /** Where there is little room, a person's surname stands for the name. */
  #brief(group: Group): string {
    const { map, masks } = this.#seen;
    const holder = group.holder && map.holders.get(group.holder);
    const isMasked = holder !== undefined && typeof masks?.holder(holder.id) === "string";
    return holder === undefined || isMasked ? nameOf(group, this.#seen) : surnameOf(holder);
  }

  #said(claim: ClaimId, names: readonly string[]): string {
    const { view, inYear, dimmed } = this.#seen;
    const standing = words.shown[inYear?.standing.get(claim) ?? "argued"];
    return [
      ...(view === null ? [] : [names.join(", ")]),
      ...(dimmed.has(claim) ? [words.stepsBack] : []),
      ...(standing === "" ? [] : [standing]),
    ].join("; ");
  }
}

/** What of a card names people. */
export interface Covered {
  readonly isThesis: boolean;
  readonly arguers: string;
  readonly citation: string;
}

/** What is said in place of names. A source often has the holder's name, so that it is hidden with it. */
export function coveredOn(
  { masks, map }: Seen,
  claim: ClaimId,
  { isThesis, arguers: names, citation }: Covered,
): CardSight["over"] {
  if (masks === null) return {};
  const naming = (holder: Holder) => masks.holder(holder.id) ?? surnameOf(holder);
  const isNamed = names !== "" && masks.hiddenOn(claim).length === 0;
  return {
    arguers: arguersOn(map, claim, isThesis, naming),
    citation: isNamed || citation === "" ? citation : words.sourceHidden,
  };
}

/** What a group is called: by its letter where its name is hidden. */
export function nameOf({ name, school, holder }: Group, { masks }: Pick<Seen, "masks">): string {
  if (masks === null) return name;
  if (school !== undefined) return masks.school(school) ?? name;
  if (holder === undefined) return name;
  const letter = masks.holder(holder);
  return letter === null ? name : words.maskedHolder(letter);
}

function paintIn(group: Group | undefined): Paint {
  if (group === undefined || group.key === noGroup || !isSchoolColour(group.look.colour)) return [];
  return [{ colour: group.look.colour, pattern: group.look.pattern }];
}

function isSchoolColour(colour: string): colour is SchoolColour {
  return (schoolColours as readonly string[]).includes(colour);
}
