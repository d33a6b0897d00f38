import type { MapId } from "#model/ids.ts";
import { type FileOutcome, type Progress, readToPieces } from "#store/reading.ts";
import { takeOrders } from "#store/sign-of-life.ts";

/** What the page asks for. */
export interface ReadingOrder {
  readonly file: File;
  readonly taken: readonly MapId[];
}

export type ReadingReply = { readonly progress: Progress } | { readonly outcome: FileOutcome };

takeOrders(read);

async function read({ file, taken }: ReadingOrder): Promise<void> {
  const outcome = await readToPieces(file, taken, (progress) => reply({ progress }, []));
  reply(
    { outcome },
    "pieces" in outcome ? [...outcome.pieces, ...outcome.images.values()].map(({ buffer }) => buffer) : [],
  );
}

function reply(message: ReadingReply, handed: Transferable[]): void {
  postMessage(message, { transfer: handed });
}
