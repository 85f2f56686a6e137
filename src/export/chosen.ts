import type { Article } from "../model/article.ts";
import type { ProjectBundle } from "../model/bundle.ts";
import type { Speaker, Topic } from "../model/codebook.ts";
import type { StatementId } from "../model/id.ts";
import type { Statement } from "../model/statement.ts";

/** A statement with all that it names. Its lists stand in the order of the statement's own. */
export interface ChosenStatement {
  readonly statement: Statement;
  readonly article: Article;
  /** The article text. */
  readonly text: string;
  readonly speakers: readonly Speaker[];
  /** The name of each speaker's organisation; empty where there is none. */
  readonly organisations: readonly string[];
  readonly topics: readonly Topic[];
  readonly coder: string;
}

/**
 * The chosen statements in their order, each with what it names.
 * @throws RangeError when the bundle lacks something that a statement names
 */
export function* chosenStatements(
  bundle: ProjectBundle,
  chosen: readonly StatementId[],
): Generator<ChosenStatement> {
  const statementOf = finder(bundle.statements);
  const articleOf = finder(bundle.articles);
  const textOf = finder(bundle.texts);
  const speakerOf = finder(bundle.speakers);
  const organisationOf = finder(bundle.organisations);
  const topicOf = finder(bundle.topics);
  const coderOf = finder(bundle.coders);
  for (const id of chosen) {
    const statement = statementOf(id);
    const article = articleOf(statement.articleId);
    const speakers = statement.speakerIds.map(speakerOf);
    yield {
      statement,
      article,
      text: textOf(article.textId).text,
      speakers,
      organisations: speakers.map(({ organisationId }) =>
        organisationId === null ? "" : organisationOf(organisationId).name,
      ),
      topics: statement.topics.map(({ topicId }) => topicOf(topicId)),
      coder: coderOf(statement.coderId).name,
    };
  }
}

function finder<T extends { readonly id: string }>(records: readonly T[]): (id: T["id"]) => T {
  const byId = new Map<string, T>(records.map((record) => [record.id, record]));
  return (id) => {
    const found = byId.get(id);
    if (!found) throw new RangeError(`The bundle has no record ${id}`);
    return found;
  };
}
