/** Milliseconds of work after which the page gets a turn: a frame stays free for typing. */
const sliceLength = 8;

/** Long work in slices, so that the page can draw and take keys in between; it can be called off. */
export class Slices {
  private readonly signal: AbortSignal | undefined;
  private since = performance.now();

  constructor(signal?: AbortSignal) {
    this.signal = signal;
  }

  /**
   * To be awaited between two pieces of work.
   * @throws the signal's reason when the work was called off
   */
  async turn(): Promise<void> {
    this.signal?.throwIfAborted();
    if (performance.now() - this.since < sliceLength) return;
    await pause();
    this.since = performance.now();
    this.signal?.throwIfAborted();
  }
}

/** `scheduler.yield` comes back before other work that waits, where the browser has it. */
function pause(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: { yield?: () => Promise<void> } }; // not in TypeScript's DOM yet
  return scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve, 0));
}
