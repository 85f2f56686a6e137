import { sameValue, type Records, type TableName } from "../model/change.ts";
import { sameName, nameSchema } from "../model/name.ts";
import type { Statement } from "../model/statement.ts";
import { Refusal, type Draft } from "./commit.ts";
import type { Actor } from "./store.ts";

/** The tables of the codebook, and what one of their entries is called. */
const nouns = {
  topics: "topic",
  speakers: "speaker",
  organisations: "organisation",
  fields: "field",
} as const;
export type EntryTable = keyof typeof nouns;

/** "a topic", "an organisation", "3 speakers". */
export function counted(table: EntryTable, count: number): string {
  const noun = nouns[table];
  if (count !== 1) return `${count} ${noun}s`;
  return `${noun.startsWith("o") ? "an" : "a"} ${noun}`;
}

export function entriesOf<T extends TableName>(
  draft: Draft,
  { projectId }: Actor,
  table: T,
): Promise<Records[T][]> {
  return draft.db.records(table).where("projectId").equals(projectId).toArray();
}

/** The entry of an id among those of the project; refused when it is gone. */
export function entryOf<T extends { readonly id: string }>(
  entries: readonly T[],
  id: string,
  table: EntryTable,
): T {
  const entry = entries.find((one) => one.id === id);
  if (entry) return entry;
  throw new Refusal(
    `This ${nouns[table]} is no longer in the codebook; it was deleted or merged in another tab.`,
    "Undo brings it back.",
  );
}

/** A name as it may be kept. */
export function validName(name: string): string {
  const parsed = nameSchema.safeParse(name);
  if (parsed.success) return parsed.data;
  throw new Refusal("A name must not be empty.", "Type a name.");
}

interface NamedEntry {
  readonly id: string;
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly archived?: boolean;
}

/** Refuses a name that another entry has, as its name or an alias. */
export function refuseTaken(
  table: EntryTable,
  name: string,
  others: readonly NamedEntry[],
  where = "",
): void {
  const other = others.find((one) =>
    [one.name, ...(one.aliases ?? [])].some((taken) => sameName(taken, name)),
  );
  if (!other) return;
  const alias = sameName(other.name, name) ? "" : `, as “${other.name}” is called too`;
  throw new Refusal(
    `There is ${counted(table, 1)} “${name}” already${where}${alias}.`,
    other.archived
      ? "It is archived: bring it back, or choose another name."
      : "Choose another name, or merge the two.",
  );
}

/** Statements read in one go. */
const pageSize = 2000;

/** The statements of the project, in pages between which the page on the screen is free. */
export async function* statementPages(
  draft: Draft,
  { projectId }: Actor,
): AsyncGenerator<readonly Statement[]> {
  for (let after = ""; ;) {
    const page = await draft.db
      .records("statements")
      .where("[projectId+id]")
      .between([projectId, after], [projectId, "\uffff"], false)
      .limit(pageSize)
      .toArray();
    yield page;
    const last = page.at(-1);
    if (!last || page.length < pageSize) return;
    after = last.id;
  }
}

/** Changes the statements of the project that `change` gives back as others; resolves to how many. */
export async function changeStatements(
  draft: Draft,
  actor: Actor,
  change: (statement: Statement) => Statement,
): Promise<number> {
  const now = Date.now();
  let count = 0;
  for await (const page of statementPages(draft, actor))
    count += await draft.change("statements", page, (statement) => {
      const next = change(statement);
      return next === statement ? statement : { ...next, updatedAt: now };
    });
  return count;
}

/** Named views show what they showed: where one names a merged entry, it names the one that stays. */
export async function renameInViews(
  draft: Draft,
  actor: Actor,
  into: string,
  gone: ReadonlySet<string>,
): Promise<void> {
  const views = await entriesOf(draft, actor, "views");
  const renamed = (words: string) =>
    [...gone].reduce((text, id) => text.replaceAll(id, into), words);
  await draft.putAll(
    "views",
    views
      .map((view) => ({
        ...view,
        filter: Object.fromEntries(
          Object.entries(view.filter).map(([key, value]) => [renamed(key), renamed(value)]),
        ),
      }))
      .filter((view, i) => !sameValue(view, views[i])),
  );
}
