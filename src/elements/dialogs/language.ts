/** Languages that the field offers; any other can be written by its name or tag. */
const offered =
  "ar be bg bs ca cs cy da de el en es et fa fi fr ga he hi hr hu hy id is it ja ka kk ko la lt lv mk nl no pl pt ro ru sk sl sq sr sv th tr uk ur uz vi yi zh".split(
    " ",
  );

const names = new Intl.DisplayNames("en", { type: "language", fallback: "code" });

/** The languages that are offered, by their English names, in the order of the alphabet. */
export function offeredLanguages(): readonly string[] {
  return offered.map(languageName).sort((a, b) => a.localeCompare(b, "en"));
}

/** "German" for "de"; a tag without a name of its own stays as it is. */
export function languageName(tag: string): string {
  try {
    return names.of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** The BCP 47 tag of a language that was written by its name or its tag; `null` when it is neither. */
export function languageTag(written: string): string | null {
  const wanted = written.trim();
  const named = offered.find((tag) => languageName(tag).toLowerCase() === wanted.toLowerCase());
  if (named !== undefined) return named;
  try {
    const [tag] = Intl.getCanonicalLocales(wanted);
    return tag !== undefined && languageName(tag) !== tag ? tag : null;
  } catch {
    return null;
  }
}
