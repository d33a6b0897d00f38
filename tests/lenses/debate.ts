import type { Claim } from "#model/claim.ts";
import type { AttributionId, HolderId, SchoolId, SourceId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import {
  type Holder,
  type Membership,
  newAttribution,
  newHolder,
  newSchool,
  type School,
  type Stance,
  stances,
} from "#model/people.ts";
import { type Citation, newCitation, type Source, type SourceRole, sourceRoles } from "#model/source.ts";
import { argumentMap, claimId } from "../notation.ts";

/*
 * A debate in two lines: the map as in `notation.ts`, and who argued it. Steps part with ";":
 *
 *   orthodox 1947/1965: Feis 1945/, Bailey    a school with its years, and its members with theirs
 *   Feis asserts A 1957                       a holder takes a stance on a claim; years may be left out
 *   Feis asserts A 1957 in cold-war           and where
 *   A cites cold-war 1961                     a claim cites a source, which came out in 1961
 *   A cites primary cold-war p. 12            its role and the page, of a quotation too: A quotes cold-war
 *   Feis lived 1893/1972                      A is about 1945/1947
 *
 * Names are ids, and one word. "~Feis", "~cold-war" and "~orthodox" are not put into the map. What an attribution is
 * called says what it is: "Feis asserts A 1957".
 */

/** The map of a debate. */
export function debate(notation: string, people: string): ArgumentMap {
  const builder = new DebateBuilder(argumentMap(notation));
  for (const step of people.split(";")) if (step.trim() !== "") builder.take(step.trim());
  return builder.finish();
}

function holderId(name: string): HolderId {
  return name as HolderId;
}

function schoolId(name: string): SchoolId {
  return name as SchoolId;
}

function sourceId(name: string): SourceId {
  return name as SourceId;
}

class DebateBuilder {
  readonly #map: ArgumentMap;
  readonly #claims: Map<Claim["id"], Claim>;
  readonly #holders = new Map<HolderId, Holder>();
  readonly #schools = new Map<SchoolId, School>();
  readonly #sources = new Map<SourceId, Source>();

  constructor(map: ArgumentMap) {
    this.#map = map;
    this.#claims = new Map(map.claims);
  }

  take(step: string): void {
    const [school, members] = step.split(":");
    if (members !== undefined) return this.#school(school!.trim(), members);
    const [first = "", verb = "", ...rest] = step.split(/\s+/u);
    if (verb === "cites" || verb === "quotes") return this.#cites(first, verb === "quotes", rest);
    if (verb === "lived") this.#holder(first, { lived: rest.join(" ") });
    else if (verb === "is") this.#claim(first, { period: rest.slice(1).join(" ") });
    else if (stances.includes(verb as Stance)) this.#argues(first, verb as Stance, rest);
    else throw new Error(`“${step}” is no step of a debate.`);
  }

  finish(): ArgumentMap {
    return {
      ...this.#map,
      claims: this.#claims,
      holders: this.#holders,
      schools: this.#schools,
      sources: this.#sources,
    };
  }

  #school(named: string, members: string): void {
    const [name = "", when = ""] = named.split(/\s+/u);
    const id = schoolId(name.replace("~", ""));
    if (!name.startsWith("~")) this.#schools.set(id, newSchool(id, { name, when }));
    for (const member of members.split(",").filter((each) => each.trim() !== "")) {
      const [holder = "", ...years] = member.trim().split(/\s+/u);
      this.#holder(holder, {}, { school: id, when: years.join(" ") });
    }
  }

  #holder(name: string, fields: Partial<Holder>, membership?: Membership): HolderId {
    const id = holderId(name.replace("~", ""));
    if (name.startsWith("~")) return id;
    const before = this.#holders.get(id) ?? newHolder(id, { name });
    const memberships = membership === undefined ? before.memberships : [...before.memberships, membership];
    this.#holders.set(id, { ...before, ...fields, memberships });
    return id;
  }

  #claim(name: string, fields: Partial<Claim>): void {
    const claim = this.#claims.get(claimId(name));
    if (claim === undefined) throw new Error(`There is no claim ${name}.`);
    this.#claims.set(claim.id, { ...claim, ...fields });
  }

  #argues(name: string, stance: Stance, [claim = "", ...rest]: readonly string[]): void {
    const at = rest.indexOf("in");
    const when = (at < 0 ? rest : rest.slice(0, at)).join(" ");
    const citation = at < 0 ? null : newCitation(this.#source(rest[at + 1] ?? "", {}));
    const holder = this.#holder(name, {});
    const id = [holder, stance, claim, when].filter((part) => part !== "").join(" ") as AttributionId;
    const { attributions } = this.#claims.get(claimId(claim)) ?? { attributions: [] };
    const attribution = newAttribution(id, holder, { stance, when, citation });
    this.#claim(claim, { attributions: [...attributions, attribution] });
  }

  #cites(claim: string, isQuoted: boolean, written: readonly string[]): void {
    const role = sourceRoles.find((each) => each === written[0]);
    const [name = "", ...rest] = role === undefined ? written : written.slice(1);
    const at = rest.indexOf("p.");
    const year = (at < 0 ? rest : rest.slice(0, at)).join(" ");
    const fields: Partial<Citation> = {
      locator: at < 0 ? "" : (rest[at + 1] ?? ""),
      quotation: isQuoted ? "As it stands there" : "",
    };
    const source = this.#source(name, { ...(role !== undefined && { role }), ...(year !== "" && { year }) });
    const { citations } = this.#claims.get(claimId(claim)) ?? { citations: [] };
    this.#claim(claim, { citations: [...citations, newCitation(source, fields)] });
  }

  #source(name: string, { role, year }: { readonly role?: SourceRole; readonly year?: string }): SourceId {
    const id = sourceId(name.replace("~", ""));
    if (name.startsWith("~")) return id;
    const before: Source = this.#sources.get(id) ?? { id, item: { type: "book", title: name } };
    const item =
      year === undefined
        ? before.item
        : { ...before.item, issued: { "date-parts": [year.split("-").map(Number)] } };
    this.#sources.set(id, { ...before, item, ...(role !== undefined && { role }) });
    return id;
  }
}
