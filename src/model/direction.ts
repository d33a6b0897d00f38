/** Languages that are written from right to left in the script that they have when their tag names none (CLDR's likely subtags). */
const rightToLeftLanguages: ReadonlySet<string> = new Set(
  "ar arc arz ary azb bal bqi ckb dv fa glk he iw ji khw ks lrc mzn nqo pnb prs ps rhg sd skr syr ug ur yi".split(
    " ",
  ),
);

/** ISO 15924 codes of the scripts that are written from right to left. */
const rightToLeftScripts: ReadonlySet<string> = new Set(
  "adlm arab aran hebr mand mend nkoo rohg samr syrc syre syrj syrn thaa yezi".split(" "),
);

/** Language, up to three extensions of it, script (RFC 5646, section 2.1). */
const tagPattern = /^([a-z]{2,8})(?:-[a-z]{3}){0,3}(?:-([a-z]{4}))?(?:-|$)/;

/** The direction in which a language is written, by its BCP 47 tag: its script if the tag names one, or else its usual one. */
export function directionOf(language: string): "ltr" | "rtl" {
  const [, tongue = "", script] = tagPattern.exec(language.trim().toLowerCase().replaceAll("_", "-")) ?? [];
  const isRightToLeft =
    script === undefined ? rightToLeftLanguages.has(tongue) : rightToLeftScripts.has(script);
  return isRightToLeft ? "rtl" : "ltr";
}
