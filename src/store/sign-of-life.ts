/** The name of a lock that a worker holds until it ends, whatever ends it. */
export interface SignOfLife {
  readonly life: string;
}

/**
 * Takes the orders that come to this worker, one after the other. Before the first, whoever started the worker is told
 * how to know when it has ended, since a worker can end without a word. What `take` throws is told as an error.
 */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- what comes is what the page sends
export function takeOrders<Order>(take: (order: Order) => void | Promise<void>): void {
  let turn = showLife();
  addEventListener("message", ({ data }: MessageEvent<Order>) => {
    turn = turn.then(() => take(data)).catch(reportError);
  });
}

/** Resolves when it is told, and where the browser has no locks. */
function showLife(): Promise<void> {
  const life = `worker ${crypto.randomUUID()}`;
  return new Promise((begin) => {
    const hold = () => {
      postMessage({ life } satisfies SignOfLife);
      begin();
      return new Promise(() => undefined);
    };
    if (navigator.locks === undefined) begin();
    else navigator.locks.request(life, hold).catch(() => begin());
  });
}
