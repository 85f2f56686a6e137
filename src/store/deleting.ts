import type { Table } from "dexie";

/**
 * Deletes records by their ids, however many. Records of ids next to each other, as those that one
 * action made are, go with one request: one for each would take many times as long.
 */
export async function deleteAll(
  table: Table<unknown, string>,
  ids: readonly string[],
): Promise<void> {
  if (ids.length < worthwhile) return table.bulkDelete([...ids]);
  const gone = new Set(ids);
  const [first = "", last = ""] = edges(ids);
  const there = await table.where(":id").between(first, last, true, true).primaryKeys();
  const alone: string[] = [];
  for (const run of neighbours(there, gone)) {
    const [from = "", to = ""] = edges(run);
    if (run.length < worthwhile) alone.push(...run);
    else await table.where(":id").between(from, to, true, true).delete();
  }
  if (alone.length > 0) await table.bulkDelete(alone);
}

/** As many deletions cost more than to look for what is next to what. */
const worthwhile = 10;

/** The ids that are gone, in the pieces that those which stay part them into. */
function neighbours(there: readonly string[], gone: ReadonlySet<string>): string[][] {
  const runs: string[][] = [[]];
  for (const id of there)
    if (gone.has(id)) runs.at(-1)?.push(id);
    else if (runs.at(-1)?.length !== 0) runs.push([]);
  return runs;
}

/** The least and the greatest, in the order of the storage: by code units. */
function edges(ids: readonly string[]): [string | undefined, string | undefined] {
  const sorted = ids.toSorted((a, b) => (a < b ? -1 : 1));
  return [sorted[0], sorted.at(-1)];
}
