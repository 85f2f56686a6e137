/** The longest time between two frames, and the longest task, in milliseconds. */
interface Longest {
  frame: number;
  task: number;
}

/** From now on keeps the longest of both in the page's `longest`, where the runner reads and resets them. */
export function watch(): void {
  const longest: Longest = { frame: 0, task: 0 };
  Object.assign(globalThis, { longest });
  let last = performance.now();
  const frame = () => {
    const now = performance.now();
    longest.frame = Math.max(longest.frame, now - last);
    last = now;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longest.task = Math.max(longest.task, duration);
  }).observe({ entryTypes: ["longtask"] });
}

/** How long something takes, in milliseconds. */
export async function timed(work: () => unknown): Promise<number> {
  const before = performance.now();
  await work();
  return performance.now() - before;
}
