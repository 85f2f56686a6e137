import { quoteOf, type Statement } from "../../model/statement.ts";
import type { LiveProject } from "../../store/liveProject.ts";
import { dateText } from "../parts/dateText.ts";
import { StanceSign, stanceNames } from "../parts/stance.tsx";
import { tint } from "../parts/tint.ts";
import { labelsOf } from "../read/formValue.ts";
import { addressOf, type Route } from "../route.ts";

interface StatementRowProps {
  readonly live: LiveProject;
  readonly route: Route;
  readonly statement: Statement;
  /** Its place among the rows shown, from 0. */
  readonly index: number;
  /** Pixels from the top of the table's body. */
  readonly top: number;
  readonly measure: (row: HTMLElement | null) => void;
}

/** One statement of the table; its quote is the link to its place. */
export function StatementRow({ live, route, statement, index, top, measure }: StatementRowProps) {
  const { speakers, topics } = labelsOf(live, statement);
  const article = live.get("articles", statement.articleId);
  const place = (row: HTMLElement | null) => {
    if (row) row.style.translate = `0 ${top}px`;
    measure(row);
  };
  return (
    <div
      role="row"
      ref={place}
      className="statements-row"
      data-index={index}
      aria-rowindex={index + 2}
    >
      <span role="cell" className="row-article">
        <span dir="auto">{article?.title || "Untitled article"}</span>
        <small>
          {[article?.publisher, dateText(article?.publishedAt ?? "")].filter(Boolean).join(" · ")}
        </small>
      </span>
      <span role="cell" className="row-quote" dir="auto">
        <a
          href={addressOf({
            ...route,
            view: "read",
            articleId: statement.articleId,
            statementId: statement.id,
          })}
        >
          {quoteOf(statement)}
        </a>
      </span>
      <span role="cell">{speakers.map((speaker) => speaker.name).join(", ") || <Missing />}</span>
      <span role="cell" className="row-topics">
        {topics.length === 0 && <Missing />}
        {topics.map(({ entry, stance }) => (
          <span key={entry.key} className="row-topic">
            <span ref={tint(entry.colour)} className="chip">
              <span className="chip-name">{entry.name}</span>
            </span>
            <span className="chip outlined" data-stance={stance}>
              <StanceSign stance={stance} />
              {stanceNames[stance].toLowerCase()}
            </span>
          </span>
        ))}
      </span>
      <span role="cell">{statement.quotation}</span>
    </div>
  );
}

function Missing() {
  return <span className="row-missing">none yet</span>;
}
