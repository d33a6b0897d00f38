import { html, svg } from "lit";

/** Strokes in a square of 16, for groups that are told by a sign: evidence, status, reason and objection. */
const strokes: Readonly<Record<string, string>> = {
  primary: "M4 2h6l3 3v9H4zM10 2v3h3M6.5 8.5h4M6.5 11h4",
  secondary:
    "M8 4C6.5 2.8 4.5 2.5 2.5 3v9.5c2-.5 4-.2 5.5 1 1.5-1.2 3.5-1.5 5.5-1V3C11.5 2.5 9.5 2.8 8 4zM8 4v9.5",
  historiography: "M8 2.500l6 3-6 3-6-3zM2 8.500l6 3 6-3M2 11.500l6 3 6-3",
  unsaid: "M6 6a2 2 0 1 1 3 1.700c-.7.4-1 .8-1 1.800M8 12.500h.01",
  contested: "M2.5 8h11M11 5l3 3-3 3M5 5L2 8l3 3",
  unanswered: "M2.5 3h11v7.500H8L5 13.500v-3H2.500z",
  unsourced: "M8 2.500a5.5 5.5 0 1 0 .01 0M4.2 4.200l7.6 7.6",
  thesis: "M5 8a3 3 0 1 0 6 0a3 3 0 1 0-6 0z",
  reason: "M8 2.500a5.5 5.5 0 1 0 .01 0M5.5 8h5M8 5.500v5",
  objection: "M3 3h10v10H3zM5.5 8h5",
  undercutter: "M3 3h10v10H3zM5.5 8h5M8 13v2.500M8 .500V3",
};

/** The sign of a group, in the colour of the text around it; nothing where it has none. */
export function signOf(key: string, size = 14) {
  const path = strokes[key];
  if (path === undefined) return null;
  return html`<svg class="sign" aria-hidden="true" viewBox="0 0 16 16" width=${size} height=${size}>
    ${svg`<path d=${path} fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round" />`}
  </svg>`;
}
