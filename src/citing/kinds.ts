import { textOf } from "#citing/fields.ts";
import type { TitleFace } from "#citing/titles.ts";
import type { CslItem } from "#model/source.ts";

/** What a source is, as far as it decides how it is written. */
export type Kind =
  | "article"
  | "book"
  | "chapter"
  | "collection"
  | "entry"
  | "film"
  | "manuscript"
  | "news"
  | "speech"
  | "thesis"
  | "webpage";

/** What a short note and a card need to know of a kind; its form (`forms.ts`) has the rest. */
export interface Shape {
  readonly face: TitleFace;
  /** The first of these fields that says something stands in for a missing author in short notes and bibliographies. */
  readonly standIn?: { readonly fields: readonly string[]; readonly face: "italic" | "roman" };
  /** Films are known by their titles: nobody stands before them in a note. */
  readonly titleFirst?: true;
}

const container = { fields: ["container-title"], face: "italic" } as const;

export const shapes: Readonly<Record<Kind, Shape>> = {
  article: { face: "quoted" },
  book: { face: "italic" },
  chapter: { face: "quoted" },
  collection: { face: "roman" },
  entry: { face: "quoted", standIn: container },
  film: { face: "italic", titleFirst: true },
  manuscript: { face: "quoted" },
  news: { face: "quoted", standIn: container },
  speech: { face: "quoted" },
  thesis: { face: "quoted" },
  webpage: { face: "quoted", standIn: { fields: ["publisher", "container-title"], face: "roman" } },
};

/** Of which kind a source of this CSL type is. Types without a kind of their own are written as what they are most like. */
export function kindOf(item: CslItem): Kind {
  const hasContainer = textOf(item, "container-title") !== "";
  switch (item.type) {
    case "article-journal":
    case "article":
    case "review":
      return "article";
    case "article-newspaper":
    case "article-magazine":
      return "news";
    case "chapter":
    case "paper-conference":
      return "chapter";
    case "entry-encyclopedia":
    case "entry-dictionary":
    case "entry":
      return isPublished(item) ? "chapter" : "entry";
    case "webpage":
    case "post":
    case "post-weblog":
      return "webpage";
    case "motion_picture":
      return "film";
    case "thesis":
      return "thesis";
    case "speech":
    case "interview":
      return "speech";
    case "manuscript":
    case "document":
    case "personal_communication":
      return "manuscript";
    case "collection":
      return "collection";
    default:
      return hasContainer ? "chapter" : "book";
  }
}

/** An encyclopaedia with an editor or publisher is cited as a book; one without is known by its name. */
function isPublished(item: CslItem): boolean {
  const named =
    textOf(item, "publisher") !== "" || (Array.isArray(item["editor"]) && item["editor"].length > 0);
  return named && textOf(item, "container-title") !== "";
}
