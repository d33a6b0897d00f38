export type Direction = "ltr" | "rtl";

const strong = /\p{L}/u;
const rightToLeft =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}\p{Script=Samaritan}\p{Script=Mandaic}]/u;

/** The direction of a text by its first letter, as `dir="auto"` finds it. */
export function directionOfText(text: string): Direction {
  const [first] = strong.exec(text) ?? [];
  return first !== undefined && rightToLeft.test(first) ? "rtl" : "ltr";
}
