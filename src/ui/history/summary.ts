import type { Change, Edit, TableName } from "../../model/change.ts";
import { quoteOf, type Statement } from "../../model/statement.ts";
import type { LiveProject } from "../../store/liveProject.ts";

const one: Readonly<Record<TableName, string>> = {
  projects: "project",
  articles: "article",
  statements: "statement",
  speakers: "speaker",
  organisations: "organisation",
  topics: "topic",
  fields: "field",
  coders: "coder",
  views: "view",
  points: "point",
  rejections: "suggestion",
};

/** "2 statements, 1 speaker": how many records of each kind were touched. */
export function summaryOf(edits: readonly Edit[]): string {
  return [...Map.groupBy(edits, ({ table }) => table)]
    .map(
      ([table, of]) => `${of.length.toLocaleString()} ${one[table]}${of.length === 1 ? "" : "s"}`,
    )
    .join(", ");
}

/** The statements that a change touched: each with its words, and as it is now if it is still there. */
export function editedStatements(
  live: LiveProject,
  { edits }: Pick<Change, "edits">,
): { statement: Statement | undefined; quote: string }[] {
  return edits.flatMap(({ table, id, before, after }) => {
    if (table !== "statements") return [];
    const statement = live.get("statements", id);
    const known = [statement, after, before].find((fields) => fields && "ranges" in fields);
    return known ? [{ statement, quote: quoteOf(known as Statement) }] : []; // it has ranges
  });
}
