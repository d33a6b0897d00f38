import { expect, test } from "vitest";
import { cite } from "#commands/cite.ts";
import { type Command, isRefusal } from "#commands/command.ts";
import { editCitation } from "#commands/edit-citation.ts";
import { noChange } from "#model/change.ts";
import { newClaim } from "#model/claim.ts";
import type { MapId, SourceId } from "#model/ids.ts";
import { newCitation } from "#model/source.ts";
import { LiveMap } from "#store/live.ts";
import { claimId } from "../notation.ts";

const id = "map" as MapId;
const claim = claimId("a");
const source = { id: "s" as SourceId, item: { type: "book", title: "Речь" } };
const cited = (locator: string) => newCitation(source.id, { locator, quotation: "Культ личности" });

function run<Input>(live: LiveMap, command: Command<Input>, input: Input): void {
  const change = command.run(live.map, input);
  if (isRefusal(change)) throw new Error(change.refused);
  live.run(change, command.name, null);
}

test("one person translates a quotation while another cites once more, in a map from before translations", () => {
  const one = new LiveMap(id, []);
  const after = { ...newClaim(claim), citations: [cited("1"), cited("2")] };
  one.run(
    {
      ...noChange,
      claims: [{ before: null, after }],
      sources: [{ before: null, after: source }],
    },
    "add thesis",
    null,
  );
  const other = new LiveMap(id, [one.bytes()]);
  run(one, editCitation, { claim, at: 0, citation: { translation: "The cult of personality" } });
  run(other, cite, { claim, citation: cited("3") });
  const [ours, theirs] = [one.bytes(), other.bytes()];
  one.receive([theirs]);
  other.receive([ours]);
  const expected = [{ ...cited("1"), translation: "The cult of personality" }, cited("2"), cited("3")];
  expect(one.map.claims.get(claim)?.citations).toEqual(expected);
  expect(other.map).toEqual(one.map);
  run(one, editCitation, { claim, at: 0, citation: { translation: "" } });
  expect(one.map.claims.get(claim)?.citations).toStrictEqual([cited("1"), cited("2"), cited("3")]);
});
