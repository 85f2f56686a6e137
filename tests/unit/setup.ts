// The store's tests run on an IndexedDB in memory.
import "fake-indexeddb/auto";

// Every browser that Verbatim supports has it; Node has it from version 21 on.
if (!("groupBy" in Map)) Object.assign(Map, { groupBy });

function groupBy<K, T>(items: Iterable<T>, keyOf: (item: T, index: number) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  let index = 0;
  for (const item of items) {
    const key = keyOf(item, index);
    groups.set(key, [...(groups.get(key) ?? []), item]);
    index += 1;
  }
  return groups;
}
