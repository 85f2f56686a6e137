import { folded } from "../../model/name.ts";
import { byPlace, quoteOf, type Statement } from "../../model/statement.ts";
import type { LiveProject } from "../../store/liveProject.ts";
import { inOrder } from "../read/articleList.tsx";
import type { Route } from "../route.ts";

/** What the Statements view shows: each part narrows it, an empty one does not. */
export interface StatementFilter {
  /** Stands in the quote, the note, the article's title, or the name of a speaker or topic. */
  readonly text: string;
  readonly speaker: string;
  readonly topic: string;
}

export function filterOf({ filter }: Route): StatementFilter {
  return { text: filter.text ?? "", speaker: filter.speaker ?? "", topic: filter.topic ?? "" };
}

/** The statements that the filter leaves, article by article, in the order of the text. */
export function shownStatements(live: LiveProject, filter: StatementFilter): readonly Statement[] {
  const sought = folded(filter.text);
  const place = new Map(inOrder(live.all("articles")).map((article, i) => [article.id, i]));
  return live
    .all("statements")
    .filter(
      (statement) =>
        (filter.speaker === "" || statement.speakerIds.some((id) => id === filter.speaker)) &&
        (filter.topic === "" || statement.topics.some(({ topicId }) => topicId === filter.topic)) &&
        (sought === "" || folded(wordsOf(live, statement)).includes(sought)),
    )
    .toSorted(
      (a, b) => (place.get(a.articleId) ?? 0) - (place.get(b.articleId) ?? 0) || byPlace(a, b),
    );
}

function wordsOf(live: LiveProject, statement: Statement): string {
  return [
    quoteOf(statement),
    statement.note,
    live.get("articles", statement.articleId)?.title,
    ...statement.speakerIds.map((id) => live.get("speakers", id)?.name),
    ...statement.topics.map(({ topicId }) => live.get("topics", topicId)?.name),
  ].join("\n");
}
