import { shortCitation } from "#citing/short-citation.ts";
import { dateOf } from "#citing/dates.ts";
import { surnameOf } from "#elements/map/arguers.ts";
import { dateSaid } from "#elements/shared/attribution-words.ts";
import type { Argument, Lane, TimelineItem, Work } from "#lenses/timeline.ts";
import type { ClaimId, HolderId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import type { Attribution } from "#model/people.ts";
import { newCitation, type Source } from "#model/source.ts";
import type { Masks } from "#session/masks.ts";
import { lookingWords } from "#words/looking.ts";
import { timelineWords as words } from "#words/timeline.ts";

/** So many letters of a claim stand at an item. */
const longest = 60;

/** Says what stands on a timeline; with masks, letters in place of names. */
export class Teller {
  readonly map: ArgumentMap;
  readonly masks: Masks | null;
  readonly #lengths = new WeakMap<TimelineItem, number>();

  constructor(map: ArgumentMap, masks: Masks | null) {
    this.map = map;
    this.masks = masks;
  }

  /** "Fischer asserts, 1961: Germany willed the war.": what a screen reader says. */
  name(item: TimelineItem): string {
    const { what } = item;
    if (what.type === "work") return words.work(this.#work(what), this.date(item), what.claims.length);
    const said = words.said(this.holder(what.holder), words.stances[what.stance], this.date(item));
    return `${said}: ${this.claim(what.claim)}`;
  }

  /** Who does what: "Fischer asserts"; of a source its short form. */
  head({ what }: TimelineItem): string {
    if (what.type === "work") return this.#work(what);
    return `${this.holder(what.holder)} ${words.stances[what.stance]}`;
  }

  /** The first words of the claim; of a source nothing. */
  tail({ what }: TimelineItem): string {
    if (what.type === "work") return "";
    return this.brief(what.claim);
  }

  /** The first words of a claim. */
  brief(id: ClaimId): string {
    const text = this.claim(id);
    return text.length <= longest ? text : `${text.slice(0, longest).replace(/\s+\S*$/u, "")}…`;
  }

  /** How many letters are written at an item: reckoned once, since each step of a zoom asks for all. */
  length(item: TimelineItem): number {
    const known = this.#lengths.get(item) ?? this.#lengthOf(item);
    this.#lengths.set(item, known);
    return known;
  }

  #lengthOf({ what }: TimelineItem): number {
    if (what.type === "work") return this.#work(what).length;
    const claim = this.map.claims.get(what.claim)?.text.length ?? 0;
    return this.holder(what.holder).length + 11 + Math.min(longest, claim);
  }

  /** When it was, as a person reads it. */
  date({ what }: TimelineItem): string {
    if (what.type === "work") {
      const source = this.map.sources.get(what.source);
      return source === undefined ? "" : cameOut(source);
    }
    return dateSaid(this.#attribution(what)?.when ?? "");
  }

  claim(id: ClaimId): string {
    return this.map.claims.get(id)?.text.trim() || words.noText;
  }

  holder(id: HolderId): string {
    const letter = this.masks?.holder(id) ?? null;
    if (letter !== null) return lookingWords.maskedHolder(letter);
    const holder = this.map.holders.get(id);
    return holder === undefined ? words.someone : surnameOf(holder);
  }

  /** The whole name of a holder. */
  fullName(id: HolderId): string {
    const holder = this.map.holders.get(id);
    return this.masks?.holder(id) ? this.holder(id) : holder?.name || words.someone;
  }

  lane({ school, name }: Lane): string {
    return (school !== null && this.masks?.school(school)) || name;
  }

  /** Where something is said: a place in a source. A source often has the holder's name, so that it is hidden with it. */
  place({ citation }: Attribution): string {
    const source = citation === null ? undefined : this.map.sources.get(citation.source);
    if (source === undefined || citation === null) return "";
    return this.masks === null ? shortCitation(source, citation) : lookingWords.sourceHidden;
  }

  /** The short form of a source. */
  source(source: Source): string {
    return this.masks === null ? shortCitation(source, newCitation(source.id)) : lookingWords.sourceHidden;
  }

  #work({ source: id }: Work): string {
    const source = this.map.sources.get(id);
    return source === undefined ? "" : this.source(source);
  }

  #attribution({ claim, attribution }: Argument): Attribution | undefined {
    return this.map.claims.get(claim)?.attributions.find(({ id }) => id === attribution);
  }
}

/** When a work first came out. */
function cameOut({ item }: Source): string {
  return dateOf(item, "original-date", "day") || dateOf(item, "issued", "day");
}
