import type { Steps } from "../../model/query/slices.ts";

/** Milliseconds of work at a time: leaves half of a frame at 60 Hz to the page. */
const slice = 8;

/**
 * Does the steps in short slices, so that typing and scrolling go on meanwhile. Rejects with the
 * signal's reason as soon as nobody wants the result any more.
 */
export async function inSlices<T>(steps: Steps<T>, signal: AbortSignal): Promise<T> {
  for (;;) {
    signal.throwIfAborted();
    const until = performance.now() + slice;
    do {
      const step = steps.next();
      if (step.done) return step.value;
    } while (performance.now() < until);
    await nextTask();
  }
}

/** A later task, behind what the browser has to draw and to answer. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}
