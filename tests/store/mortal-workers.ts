/** How a worker dies: its script throws, it is ended from outside without a word, or it never gets as far as beginning. */
export type Death = "throws" | "is killed without a word" | "is no script";

/** Really starts such workers as `make` does, of which the first `deaths` die when they are at work. */
export function mortal(make: () => Worker, death: Death, deaths: number) {
  const started: Worker[] = [];
  const makeWorker = () => {
    const worker = started.length < deaths ? dying(make, death) : make();
    started.push(worker);
    return worker;
  };
  return { started, makeWorker };
}

function dying(make: () => Worker, death: Death): Worker {
  if (death === "throws") return scripted("onmessage = () => { throw new Error('out of memory'); };");
  if (death === "is no script") return scripted("<!doctype html>");
  const worker = make();
  worker.addEventListener("message", () => worker.terminate(), { once: true });
  return worker;
}

/** A worker that does what this says. */
export function scripted(script: string): Worker {
  return new Worker(URL.createObjectURL(new Blob([script], { type: "text/javascript" })));
}
