import { expect, test } from "vitest";
import { element, escaped } from "#export/xml.ts";

test.each([
  [
    "markup",
    `<script>alert("1") & 'x'</script>`,
    "&lt;script&gt;alert(&quot;1&quot;) &amp; &#39;x&#39;&lt;/script&gt;",
  ],
  ["control characters", "bell\u0007 null\u0000 del\u007f nel\u0085", "bell null del nel\u0085"],
  ["half a pair", "a\ud83db", "ab"],
  ["whole pairs", "🇭🇺", "🇭🇺"],
  ["non-characters", "a\ufffe\uffffb", "ab"],
  ["tabs and line ends", "a\tb\nc", "a\tb\nc"],
])("%s", (_, text, xml) => {
  expect(escaped(text)).toBe(xml);
});

test("elements nest, text in them is text, and empty attributes are left out", () => {
  const inner = element("b", { n: 1.005, off: null });
  expect(element("a", { q: '"' }, "<", inner).xml).toBe('<a q="&quot;">&lt;<b n="1"/></a>');
});
