/** The writing worker: takes one `WritingOrder`, and answers with the file or with why there is none. */
import type { MapId } from "#model/ids.ts";
import { mapOf } from "#store/likeness.ts";
import { takeOrders } from "#store/sign-of-life.ts";
import { writeMap, type WritingForm } from "#store/writing.ts";

/** What the page asks for: the map comes as its likeness. */
export interface WritingOrder {
  readonly id: MapId;
  readonly pieces: readonly string[];
  readonly form: WritingForm;
}

export type WritingReply = { readonly file: Blob } | { readonly failed: string };

takeOrders((order: WritingOrder) => postMessage(replyTo(order)));

function replyTo({ id, pieces, form }: WritingOrder): WritingReply {
  try {
    return { file: writeMap(mapOf(id, pieces), form) };
  } catch (error) {
    return { failed: error instanceof Error ? error.message : String(error) };
  }
}
