/**
 * Calls back in the frame after the next, so that what the user waits for is on the screen first.
 *
 * @returns what to call so that it does not happen
 */
export function afterFrame(callback: () => void): () => void {
  let frame = requestAnimationFrame(() => {
    frame = requestAnimationFrame(callback);
  });
  return () => cancelAnimationFrame(frame);
}
