import { useMemo } from "react";
import type { Extent } from "../../model/merge.ts";
import type { Statement } from "../../model/statement.ts";
import type { LiveProject } from "../../store/liveProject.ts";
import { useRecords } from "../live.ts";

/** How many statements of how many articles each entry has, by its id; nothing for one that has none. */
export type Counts = ReadonlyMap<string, Extent>;

export function useCounts(live: LiveProject): Counts {
  const statements = useRecords(live, "statements");
  const speakers = useRecords(live, "speakers");
  return useMemo(() => {
    const organisations = new Map(speakers.map(({ id, organisationId }) => [id, organisationId]));
    return countsOf(statements, (statement) => [
      ...statement.topics.map(({ topicId }) => topicId),
      ...statement.speakerIds,
      ...new Set(statement.speakerIds.map((id) => organisations.get(id) ?? "")),
      ...Object.keys(statement.fields),
    ]);
  }, [statements, speakers]);
}

/** One pass over the statements. */
function countsOf(
  statements: readonly Statement[],
  labelsOf: (statement: Statement) => readonly string[],
): Counts {
  const found = new Map<string, { statements: number; articles: Set<string> }>();
  for (const statement of statements)
    for (const id of labelsOf(statement)) {
      const count = found.get(id) ?? { statements: 0, articles: new Set() };
      count.statements += 1;
      count.articles.add(statement.articleId);
      found.set(id, count);
    }
  return new Map(
    [...found].map(([id, { statements: count, articles }]) => [
      id,
      { statements: count, articles: articles.size },
    ]),
  );
}

/** "12 statements of 5 articles". */
export function extentText({ statements, articles }: Extent): string {
  if (statements === 0) return "no statements";
  return `${plural(statements, "statement")} of ${plural(articles, "article")}`;
}

/** "1 topic", "1,200 topics". */
export function plural(count: number, noun: string): string {
  return `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;
}
