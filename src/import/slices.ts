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

/**
 * Lets every other task go first that waits, React's drawing among them (`scheduler.yield` would go
 * before those). Timers would do too, but in a tab in the background they ring once a second.
 */
function pause(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener("message", () => {
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(null);
  });
}
