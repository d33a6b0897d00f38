import { describe, expect, it, test } from "vitest";
import { bibliographyEntry } from "#citing/bibliography.ts";
import { source, starred, works } from "./works.ts";

const entries: readonly (readonly [work: keyof typeof works, expected: string])[] = [
  ["taubman", "Taubman, William. *Khrushchev: The Man and His Era*. W. W. Norton, 2003."],
  [
    "memoirs",
    "Khrushchev, Nikita. *Memoirs of Nikita Khrushchev*. Vol. 2, edited by Sergei Khrushchev, translated by George Shriver. Pennsylvania State University Press, 2006.",
  ],
  ["volume", "Doe, Jane. *A Work in Volumes*. 2nd ed. Vol. 3. Press, [1960?]."],
  ["three", "Aa, Ann, Bob Bb, and Carl Cc. *Three by Three*. Press, n.d."],
  [
    "cohen",
    "Cohen, Stephen F. “The Friends and Foes of Change: Reformism and Conservatism in the Soviet Union.” *Slavic Review* 38, no. 2 (1979): 187–202.",
  ],
  [
    "question",
    "Doe, Jane. “Who Was ‘Stalin’?” *Kritika*, no. 3 (March 2001): 101–8. https://doi.org/10.1000/xyz.",
  ],
  [
    "chapter",
    "Jones, Polly. “From the Secret Speech to the Burial of Stalin.” In *The Dilemmas of De-Stalinization*, edited by Polly Jones. Routledge, 2006.",
  ],
  [
    "speech",
    "Khrushchev, Nikita S. “On the Cult of Personality and Its Consequences.” Speech to a closed session of the Twentieth Congress of the CPSU, Moscow, February 25, 1956.",
  ],
  [
    "page",
    "Wilson Center. “Secret Speech.” Digital Archive, April 3, 2012. https://digitalarchive.wilsoncenter.org/x.",
  ],
  ["thesis", "Adler, Nanci. “Returnees from the Gulag.” PhD diss., University of Amsterdam, 1999."],
  [
    "letter",
    "Ivanov, Ivan. “Letter to the Central Committee.” March 2, 1956. F. 5, op. 30, d. 140. Russian State Archive of Contemporary History, Moscow.",
  ],
  ["unsigned", "*New York Times*. “Khrushchev Talk.” June 5, 1956."],
];

test.each(entries)("bibliography entry of %s", (work, expected) => {
  expect(starred(bibliographyEntry(source(works[work])))).toBe(expected);
});

const doe = (family: string) => ({ family, given: "Jane" });

describe("names", () => {
  const names = [
    [[doe("Doe"), doe("Roe")], "Doe, Jane, and Jane Roe. *T*. 1999."],
    ["ABCDEF".split("").map(doe), "A, Jane, Jane B, Jane C, Jane D, Jane E, and Jane F. *T*. 1999."],
    ["ABCDEFG".split("").map(doe), "A, Jane, Jane B, Jane C, et al. *T*. 1999."],
    [[{ family: "King", given: "Martin Luther", suffix: "Jr." }], "King, Martin Luther, Jr. *T*. 1999."],
    [[{ family: "Gogh", given: "Vincent", "non-dropping-particle": "van" }], "Gogh, Vincent van. *T*. 1999."],
  ] as const;

  it.each(names)("%#", (author, expected) => {
    const item = { type: "book", title: "T", author, issued: { "date-parts": [[1999]] } };
    expect(starred(bibliographyEntry(source(item)))).toBe(expected);
  });
});
