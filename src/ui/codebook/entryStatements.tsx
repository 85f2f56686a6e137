import type { Extent } from "../../model/merge.ts";
import { quoteOf, type Statement } from "../../model/statement.ts";
import type { LiveProject } from "../../store/liveProject.ts";
import { dateText } from "../parts/dateText.ts";
import { StanceSign, stanceNames } from "../parts/stance.tsx";
import { addressOf, start } from "../route.ts";
import { extentText } from "./counts.ts";
import "./entryStatements.css";

interface EntryStatementsProps {
  readonly live: LiveProject;
  readonly statements: readonly Statement[];
  readonly extent: Extent;
  /** What the Statements view is to show. */
  readonly filter: Readonly<Record<string, string>>;
  /** The topic whose stance is shown with each. */
  readonly topicId?: string;
}

const shown = 5;

/** The statements of an entry: how many, the newest few with links to their places, and all of them. */
export function EntryStatements(props: EntryStatementsProps) {
  const { live, statements, extent, filter } = props;
  const newest = statements.toSorted((a, b) => b.createdAt - a.createdAt).slice(0, shown);
  return (
    <section className="entry-statements" aria-label="Statements">
      <div className="entry-statements-head">
        <h3>Statements</h3>
        <span className="form-hint">{extentText(extent)}</span>
        {extent.statements > 0 && (
          <a href={addressOf({ ...start, projectId: live.id, view: "statements", filter })}>
            Show in Statements
          </a>
        )}
      </div>
      {newest.length === 0 ? (
        <p className="form-hint">None yet. It is offered when you tag the words of an article.</p>
      ) : (
        <ul>
          {newest.map((statement) => (
            <StatementLine key={statement.id} {...props} statement={statement} />
          ))}
        </ul>
      )}
      {extent.statements > newest.length && (
        <p className="form-hint">The newest {newest.length} are shown here.</p>
      )}
    </section>
  );
}

function StatementLine({
  live,
  statement,
  topicId,
}: EntryStatementsProps & { readonly statement: Statement }) {
  const article = live.get("articles", statement.articleId);
  const stance = statement.topics.find((topic) => topic.topicId === topicId)?.stance;
  const said = [article?.title || "Untitled article", dateText(article?.publishedAt ?? "")];
  return (
    <li className="entry-statement">
      <a
        dir="auto"
        href={addressOf({
          ...start,
          projectId: live.id,
          articleId: statement.articleId,
          statementId: statement.id,
        })}
      >
        {quoteOf(statement)}
      </a>
      <small dir="auto">
        {statement.speakerIds.map((id) => live.get("speakers", id)?.name).join(", ")}
        {stance && (
          <span className="entry-statement-stance">
            <StanceSign stance={stance} /> {stanceNames[stance].toLowerCase()}
          </span>
        )}
        <span>{said.filter(Boolean).join(" · ")}</span>
      </small>
    </li>
  );
}
