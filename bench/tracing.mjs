/** @typedef {import("playwright").Page} Page */
/** @typedef {{ name: string, ph: string, ts: number, dur?: number, tdur?: number, tid: number, pid: number, args?: any }} TraceEvent */

const scripts = new Set([
  "FunctionCall",
  "FireAnimationFrame",
  "RunMicrotasks",
  "EvaluateScript",
  "TimerFire",
  "EventDispatch",
]);

/**
 * Does something under the browser's own tracing. What the page marks by `performance.mark("began")` and
 * `performance.mark("ended")` bounds what is reckoned.
 * @template Result @param {Page} page @param {(page: Page) => Promise<Result>} run
 */
export async function traceOf(page, run) {
  const session = await page.context().newCDPSession(page);
  /** @type {TraceEvent[]} */
  const events = [];
  session.on("Tracing.dataCollected", ({ value }) => events.push(.../** @type {any[]} */ (value)));
  const includedCategories = [
    "devtools.timeline",
    "disabled-by-default-devtools.timeline",
    "blink.user_timing",
  ];
  await session.send("Tracing.start", { traceConfig: { includedCategories } });
  const result = await run(page);
  const ended = new Promise((resolve) => session.once("Tracing.tracingComplete", resolve));
  await session.send("Tracing.end");
  await ended;
  await session.detach();
  const [began, end] = ["began", "ended"].map((name) => events.find((event) => event.name === name));
  if (!began || !end) throw new Error("The page has not marked where it began and ended.");
  const inside = events
    .filter(({ ph, tid, pid }) => ph === "X" && tid === began.tid && pid === began.pid)
    .filter(({ ts, dur = 0 }) => ts + dur > began.ts && ts < end.ts)
    .toSorted((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  return {
    result,
    /** Milliseconds of the processor that each task of the page's thread took. */
    tasks: () => outermost(inside, new Set(["RunTask"])),
    /** And all of script. */
    script: () => outermost(inside, scripts).reduce((sum, each) => sum + each, 0),
  };
}

/** @param {readonly TraceEvent[]} events in order @param {ReadonlySet<string>} wanted */
function outermost(events, wanted) {
  /** @type {number[]} */
  const spent = [];
  let end = 0;
  for (const { name, ts, dur = 0, tdur = dur } of events) {
    if (ts < end || !wanted.has(name)) continue;
    end = ts + dur;
    spent.push(tdur / 1000);
  }
  return spent;
}
