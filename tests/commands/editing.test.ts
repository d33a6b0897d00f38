import { describe, expect, test } from "vitest";
import { cite } from "#commands/cite.ts";
import { deleteSource } from "#commands/delete-source.ts";
import { editAbout } from "#commands/edit-about.ts";
import { editCitation } from "#commands/edit-citation.ts";
import { editLabel } from "#commands/edit-label.ts";
import { editNote } from "#commands/edit-note.ts";
import { editText } from "#commands/edit-text.ts";
import { putSource } from "#commands/put-source.ts";
import { countMatches, replaceText } from "#commands/replace-text.ts";
import { resetTo } from "#commands/reset-to.ts";
import { uncite } from "#commands/uncite.ts";
import { isEmptyChange, noChange } from "#model/change.ts";
import type { SourceId } from "#model/ids.ts";
import type { ArgumentMap } from "#model/map.ts";
import { newCitation, type Source } from "#model/source.ts";
import { commandWords as words } from "#words/commands.ts";
import { sourceEditWords } from "#words/source-edits.ts";
import { argumentMap, claimId } from "../notation.ts";
import { after as afterRun, expectRefusal } from "./running.ts";

const claim = claimId("A");

/** A map with one thesis that says `text`. */
function saying(text: string, note = ""): ArgumentMap {
  const map = argumentMap("A; +B > A");
  return { ...map, claims: new Map([...map.claims, [claim, { ...map.claims.get(claim)!, text, note }]]) };
}

describe("texts", () => {
  test("a sentence is kept without the space around it", () => {
    expect(afterRun(editText, "A", { claim, text: "\n Why?\r\nSo. " }).claims.get(claim)?.text).toBe(
      "Why?\nSo.",
    );
  });

  test("an empty thesis cannot be kept; an empty answer can", () => {
    expectRefusal(editText, "A; +B > A", { claim, text: " \n" }, words.emptyThesis);
    expect(
      afterRun(editText, "A; +B > A", { claim: claimId("B"), text: " " }).claims.get(claimId("B"))?.text,
    ).toBe("");
  });

  test("nothing happens where nothing changes, or the claim is gone", () => {
    expect(isEmptyChange(editText.run(argumentMap("A"), { claim, text: "A" }) as typeof noChange)).toBe(true);
    expectRefusal(editText, "A", { claim: claimId("X"), text: "x" }, words.claimGone);
    expectRefusal(editNote, "A", { claim: claimId("X"), note: "x" }, words.claimGone);
    expectRefusal(editLabel, "A", { claim: claimId("X"), label: "x" }, words.claimGone);
  });

  test("a note keeps its space, a short name is one line", () => {
    expect(
      afterRun(editNote, "A", { claim, note: "# One\r\n\r\n    code\r\n" }).claims.get(claim)?.note,
    ).toBe("# One\n\n    code\n");
    expect(afterRun(editLabel, "A", { claim, label: " Secret \n speech " }).claims.get(claim)?.label).toBe(
      "Secret speech",
    );
  });

  test.each([
    [{ title: " The\nthaw " }, { title: "The thaw", question: "", language: "en" }, "edit title"],
    [{ question: "Why?" }, { title: "A map", question: "Why?", language: "en" }, "edit question"],
    [{ language: "ar" }, { title: "A map", question: "", language: "ar" }, "change language"],
    [{ language: " " }, { title: "A map", question: "", language: "en" }, "change language"],
    [{ title: "", question: "" }, { title: "", question: "", language: "en" }, "edit title and question"],
  ])("%o about the map", (input, about, label) => {
    expect(afterRun(editAbout, "A", input).about).toEqual({ leavesOut: "", ...about });
    expect(editAbout.label(argumentMap("A"), input)).toBe(label);
  });
});

const replacing = (needle: string, replacement: string, matchCase = false) => ({
  needle,
  replacement,
  matchCase,
});

describe("find and replace", () => {
  test.each([
    ["whatever the case", "Stalin, stalin, STALIN", replacing("stalin", "Lenin"), "Lenin, Lenin, Lenin"],
    ["in this case only", "Stalin, stalin", replacing("stalin", "Lenin", true), "Stalin, Lenin"],
    ["signs as they are", "a.c abc a$c", replacing("a.c", "$& $1 \\n"), "$& $1 \\n abc a$c"],
    ["all kinds of signs", "x ^$.*+?()[]{}|/\\ y", replacing("^$.*+?()[]{}|/\\", "z"), "x z y"],
    ["Cyrillic", "СТАЛИН и Сталин", replacing("сталин", "Ленин"), "Ленин и Ленин"],
    ["emoji whole", "👩🏽‍🚀 flew", replacing("👩🏽‍🚀", "Tereshkova"), "Tereshkova flew"],
    ["letters that grow in the other case", "İstanbul ß", replacing("ß", "ss"), "İstanbul ss"],
    ["with nothing", "very very old", replacing("very ", ""), "old"],
  ])("replaces %s", (_, text, input, result) => {
    expect(afterRun(replaceText, saying(text), input).claims.get(claim)?.text).toBe(result);
  });

  test("counts what it would replace, in notes too unless told otherwise", () => {
    const map = saying("one one", "one\n");
    const input = replacing("ONE", "two");
    expect(countMatches(map, input)).toBe(3);
    expect(countMatches(map, { ...input, notes: false })).toBe(2);
    expect(countMatches(map, { ...input, claims: [claimId("B")] })).toBe(0);
    expect(countMatches(map, { ...input, needle: "" })).toBe(0);
    expect(afterRun(replaceText, map, input).claims.get(claim)?.note).toBe("two\n");
    expect(afterRun(replaceText, map, { ...input, notes: false }).claims.get(claim)?.note).toBe("one\n");
  });

  test("leaves claims alone in which nothing is found", () => {
    const map = saying("one");
    expect(afterRun(replaceText, map, replacing("one", "two")).claims.get(claimId("B"))).toBe(
      map.claims.get(claimId("B")),
    );
  });

  test("refuses to look for nothing, to find nothing, and to empty a thesis", () => {
    expectRefusal(replaceText, "A", replacing("", "x"), words.nothingToFind);
    expectRefusal(replaceText, "A", replacing("needle", "x"), words.notFound("needle"));
    expectRefusal(replaceText, "A", replacing("a", ""), words.emptyThesis);
  });
});

describe("sources and citations", () => {
  const source: Source = { id: "s" as SourceId, item: { type: "book", title: "Khrushchev" } };
  const citation = newCitation(source.id, { locator: "12" });
  const withSource = afterRun(putSource, "A; +B > A", { source });
  const cited = afterRun(cite, withSource, { claim, citation });

  test("a source is added, then edited, under one id", () => {
    const edited = { ...source, item: { type: "book", title: "Stalin" } };
    expect(withSource.sources.get(source.id)).toEqual(source);
    expect(afterRun(putSource, withSource, { source: edited }).sources.get(source.id)).toEqual(edited);
    expect(putSource.label(argumentMap("A"), { source })).toBe("add source");
    expect(putSource.label(withSource, { source })).toBe("edit source");
  });

  test("a claim cites a source of the map, or one that comes along", () => {
    expect(cited.claims.get(claim)?.citations).toEqual([citation]);
    expect(afterRun(cite, "A", { claim, citation, source }).sources.get(source.id)).toEqual(source);
    expectRefusal(cite, "A", { claim, citation }, sourceEditWords.sourceGone);
    expectRefusal(cite, withSource, { claim: claimId("X"), citation }, words.claimGone);
  });

  test("a citation is edited in place, and removed", () => {
    const twice = afterRun(cite, cited, { claim, citation: newCitation(source.id, { locator: "13" }) });
    const edited = afterRun(editCitation, twice, { claim, at: 0, citation: { quotation: "He said" } });
    expect(edited.claims.get(claim)?.citations.map(({ locator, quotation }) => [locator, quotation])).toEqual(
      [
        ["12", "He said"],
        ["13", ""],
      ],
    );
    expect(afterRun(uncite, edited, { claim, at: 0 }).claims.get(claim)?.citations).toHaveLength(1);
    expectRefusal(editCitation, cited, { claim, at: 1, citation: {} }, sourceEditWords.citationGone);
    expectRefusal(
      editCitation,
      cited,
      { claim, at: 0, citation: { source: "x" as SourceId } },
      sourceEditWords.sourceGone,
    );
    expectRefusal(uncite, cited, { claim, at: -1 }, sourceEditWords.citationGone);
  });

  test("a source goes with its citations", () => {
    const map = afterRun(deleteSource, cited, { source: source.id });
    expect(map.sources.size).toBe(0);
    expect(map.claims.get(claim)?.citations).toEqual([]);
    expectRefusal(deleteSource, "A", { source: source.id }, sourceEditWords.sourceGone);
  });
});

test("reset makes the map what it was, but for its id", () => {
  const shipped = argumentMap("A; -C > A");
  const mine = saying("Mine");
  const reset = afterRun(resetTo, { ...mine, id: "mine" as ArgumentMap["id"] }, { map: shipped });
  expect(reset).toEqual({ ...shipped, id: "mine" });
});
