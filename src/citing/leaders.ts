import { namesOf, textOf } from "#citing/fields.ts";
import type { CslItem, Name } from "#model/source.ts";

/** Whoever stands first, and as what. */
export interface Leaders {
  readonly names: readonly Name[];
  readonly role: "author" | "editor" | "translator" | "director" | "nobody";
}

/** The authors; for a work without any its editors, or its translators; for a film its directors. */
export function leadersOf(item: CslItem): Leaders {
  const within = textOf(item, "container-title") !== "";
  const roles = within ? (["author"] as const) : (["author", "director", "editor", "translator"] as const);
  for (const role of roles) {
    const names = namesOf(item, role);
    if (names.length > 0) return { names, role };
  }
  return { names: [], role: "nobody" };
}
