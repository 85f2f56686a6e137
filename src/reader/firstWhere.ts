/**
 * The first index below `count` that passes, `count` when none does; those after it must pass too.
 * O(log count).
 */
export function firstWhere(count: number, passes: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (passes(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
