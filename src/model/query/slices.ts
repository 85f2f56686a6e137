/** Work that can be put down after each step and taken up again; its return value is what it found. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** How many records are looked at between two steps: well under a millisecond's work. */
const stride = 256;

/** The list's items, with a step after every few of them. */
export function* stepping<T>(items: Iterable<T>, visit: (item: T) => void): Steps<void> {
  let left = stride;
  for (const item of items) {
    visit(item);
    left -= 1;
    if (left > 0) continue;
    left = stride;
    yield;
  }
}

/** Does all the steps at once. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** A stable merge sort that can be put down: what is equal stays in its order. O(n log n). */
export function* sortSteps<T>(items: readonly T[], compare: (a: T, b: T) => number): Steps<T[]> {
  let from = [...items];
  let to = Array.from<T>({ length: from.length });
  let left = stride;
  // Runs short enough to be sorted in one step.
  const run = 128;
  for (let start = 0; start < from.length; start += run) {
    const sorted = from.slice(start, start + run).toSorted(compare);
    for (const [i, item] of sorted.entries()) from[start + i] = item;
    yield;
  }
  for (let width = run; width < from.length; width *= 2) {
    for (let start = 0; start < from.length; start += 2 * width) {
      const middle = Math.min(start + width, from.length);
      const end = Math.min(start + 2 * width, from.length);
      let a = start;
      let b = middle;
      for (let at = start; at < end; at += 1) {
        // Both are inside the list, by the two conditions before the comparison.
        const takeFirst = a < middle && (b >= end || compare(from[a] as T, from[b] as T) <= 0);
        to[at] = from[takeFirst ? a++ : b++] as T;
        left -= 1;
        if (left > 0) continue;
        left = stride;
        yield;
      }
    }
    [from, to] = [to, from];
  }
  return from;
}
