import type { Name } from "#model/source.ts";

/** Names as a person writes them in one line: the family name first, several parted by semicolons. */
export function writtenNames(names: readonly Name[]): string {
  return names.map(writtenName).join("; ");
}

function writtenName(name: Name): string {
  if (name.literal !== undefined) return name.literal;
  const given = [name.given, name["dropping-particle"], name["non-dropping-particle"]]
    .filter(Boolean)
    .join(" ");
  return [name.family, given, name.suffix].filter(Boolean).join(", ");
}

/** Names as CSL keeps them. A name without a comma is a body ("Wilson Center") or a person of one name. `known` are taken over where they are written so. */
export function namesFrom(written: string, known: readonly Name[] = []): readonly Name[] {
  return written
    .split(";")
    .map((name) => name.trim())
    .filter((name) => name !== "")
    .map((name) => known.find((each) => writtenName(each) === name) ?? nameFrom(name));
}

function nameFrom(written: string): Name {
  const [family = "", given = "", suffix = ""] = written.split(",").map((part) => part.trim());
  if (family === "" || given === "") return { literal: family || given };
  return { family, given, ...(suffix !== "" && { suffix }) };
}
