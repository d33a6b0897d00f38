/** What the page asks of the fold worker: one update of many, or whether several lists of updates say the same. */
export type FoldOrder =
  | { readonly fold: readonly Uint8Array<ArrayBuffer>[] }
  | { readonly compare: readonly (readonly Uint8Array<ArrayBuffer>[])[] };

/** What it answers. */
export type FoldReply = { readonly folded: Uint8Array<ArrayBuffer> | null } | { readonly areSame: boolean };
