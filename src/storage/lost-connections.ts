/** After how long without an answer a request is made once more, in milliseconds; each time after twice as long. */
const FIRST_PAUSE = 500;
/** The database is there, and the browser does not answer when it is to be opened. */
export class NotAnswering extends Error {
  override readonly name = "NotAnswering";
}

/** What is asked of a connection here; those of another window have it too. */
interface Closable {
  addEventListener(type: "close", listener: () => void, options: { signal: AbortSignal }): void;
}

/**
 * Whether an error says that the connection has ended, and not that the work was wrong. Of a transaction that it takes
 * away with its connection, Chromium may say so by an error that it has for all else as well; where the disk is the
 * cause it goes on "IO error", and that is no lost connection.
 */
export function isLostConnection(error: unknown): boolean {
  if (!(error instanceof DOMException)) return false;
  const { name, message } = error;
  return (
    name === "InvalidStateError" ||
    name === "AbortError" ||
    (name === "UnknownError" && message.startsWith("Connection is closing because of: Unknown"))
  );
}

/**
 * Opens, and asks again while no answer comes: Chromium never answers a request that waits while it closes a
 * database's connections, but may answer the next. The first answer counts; a connection that comes later is closed.
 */
export function openAskingAgain<Connection extends { close(): void }>(
  open: () => Promise<Connection>,
): Promise<Connection> {
  return new Promise((resolve, reject) => {
    let isAnswered = false;
    let pause = FIRST_PAUSE;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const answer = (settle: () => void) => {
      clearTimeout(timer);
      isAnswered = true;
      settle();
    };
    const ask = async () => {
      timer = setTimeout(() => void ask(), pause);
      pause *= 2;
      try {
        const connection = await open();
        if (isAnswered) connection.close();
        else answer(() => resolve(connection));
      } catch (error) {
        answer(() => reject(error));
      }
    };
    void ask();
  });
}

/** Rejects with `NotAnswering` when it takes longer than so many milliseconds; it goes on all the same. */
export function answerWithin<Result>(patience: number, opening: Promise<Result>): Promise<Result> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new NotAnswering()), patience);
  });
  return Promise.race([opening, silence]).finally(() => clearTimeout(timer));
}

/**
 * Runs on a connection, and rejects when the browser ends it meanwhile: a transaction that Chromium takes away with
 * its connection may neither complete nor abort.
 */
export async function untilClosed<Connection extends Closable, Result>(
  connection: Connection,
  work: (connection: Connection) => Promise<Result>,
): Promise<Result> {
  const ended = new AbortController();
  const closed = new Promise<never>((_, reject) => {
    const close = () => reject(new DOMException("The browser has closed the connection.", "AbortError"));
    connection.addEventListener("close", close, { signal: ended.signal });
  });
  try {
    return await Promise.race([work(connection), closed]);
  } finally {
    ended.abort();
  }
}
