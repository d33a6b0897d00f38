import type { AttributionId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import { newAttribution } from "#model/people.ts";
import { largeMap } from "../../large-map.ts";
import { debate, holderId } from "../../lenses/debate.ts";

const people = [
  "orthodox 1940: Feis, Both",
  "late 1970: Gaddis, Both",
  "Feis asserts A 1947 in cold-war",
  "Feis denies B 1957~",
  "Gaddis asserts A 1972",
  "Gaddis abandons A 1997",
  "Both asserts C 1975/1980",
  "Holt asserts C",
  "A cites cold-war 1946",
  "B cites cold-war",
  "C cites letters",
].join("; ");

/** Two schools, one of which Both was in as well; B is an objection, C a reason. */
export function small(): ArgumentMap {
  return debate("A; -B > A; +C > A", people);
}

/** A comb of 10,000 claims, each argued by two of two hundred holders. */
export function vast(): ArgumentMap {
  const map = largeMap(10_000);
  const small = debate("A", "early 1900: H0, H1; H0 asserts A 1900; H1 asserts A 1950; A cites book 1900");
  const argued = [...map.claims.values()].map((claim, at) => {
    const attributions = [0, 1].map((which) =>
      newAttribution(`a${which}` as AttributionId, holderId(`H${which}`), {
        when: String(1900 + ((at * 7 + which * 31) % 120)),
      }),
    );
    return [claim.id, { ...claim, attributions }] as const;
  });
  return {
    ...map,
    holders: small.holders,
    schools: small.schools,
    sources: small.sources,
    claims: new Map(argued),
  };
}
