import { onTestFinished } from "vitest";
import { tableNames, type Records, type TableName } from "../../../src/model/change.ts";
import type { ProjectBundle } from "../../../src/model/bundle.ts";
import type { Result } from "../../../src/model/problem.ts";
import { addProject } from "../../../src/store/projects.ts";
import { Store, type Actor } from "../../../src/store/store.ts";
import { smallBundle } from "../smallBundle.ts";

let count = 0;

/** A store of its own, deleted when the test is over. */
export function openStore(name = `test-${(count += 1)}`): Store {
  const store = new Store(name);
  onTestFinished(() => store.db.delete());
  return store;
}

/** The small project in a store of its own, and its coder to act as. */
export async function openProject(bundle: ProjectBundle = smallBundle()): Promise<Actor> {
  const store = openStore();
  return { store, ...must(await addProject(store, bundle)) };
}

/** The value of a result; throws with the reason where there is none. */
export function must<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(`${result.problem.what} ${result.problem.remedy}`);
}

/** Why something was refused. */
export function refusal(result: Result<unknown>): string {
  if (result.ok) throw new Error("It was not refused");
  return result.problem.what;
}

/** All records of all projects, as they stand on the disk. */
export async function recordsOf({ db }: Store): Promise<{ [T in TableName]: Records[T][] }> {
  const tables = tableNames.map(async (name) => [name, await db.table(name).toArray()] as const);
  return Object.fromEntries(await Promise.all(tables)) as { [T in TableName]: Records[T][] }; // one list for each name
}
