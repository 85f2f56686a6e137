import { Flag, MessageCircle } from "lucide-react";
import type { ReactNode } from "react";
import { valuesText } from "../../model/query/attribute.ts";
import { quoteOf, type Statement } from "../../model/statement.ts";
import type { LiveProject } from "../../store/liveProject.ts";
import { dateText } from "../parts/dateText.ts";
import { StanceSign, stanceNames } from "../parts/stance.tsx";
import { tint } from "../parts/tint.ts";
import { labelsOf } from "../read/formValue.ts";
import { addressOf, type Route } from "../route.ts";
import type { Column } from "./columns.ts";

interface CellProps {
  readonly live: LiveProject;
  readonly route: Route;
  readonly statement: Statement;
  readonly column: Column;
}

/** What a statement has in one column; its quote is the link to its place. */
export function CellContent({ live, route, statement, column }: CellProps): ReactNode {
  const { attribute } = column;
  switch (attribute.id) {
    case "article": {
      const article = live.get("articles", statement.articleId);
      return (
        <>
          <span className="cell-title" dir="auto">
            {article?.title || "Untitled article"}
          </span>
          <small>
            {[article?.publisher, dateText(article?.publishedAt ?? "")].filter(Boolean).join(" · ")}
          </small>
        </>
      );
    }
    case "quote":
      return (
        <a href={placeOf(route, statement)} tabIndex={-1} className="cell-quote" dir="auto">
          {statement.lost ? (
            <>
              <span className="cell-lost">Words gone</span> <del>{quoteOf(statement)}</del>
            </>
          ) : (
            quoteOf(statement)
          )}
        </a>
      );
    case "topic":
      return <Topics live={live} statement={statement} />;
    case "speaker":
      return valuesText(live, attribute, statement) || <Missing>No speaker yet</Missing>;
    case "lost":
      return statement.lost && <span className="cell-lost">yes</span>;
    case "discuss":
      return (
        statement.toDiscuss && (
          <span className="cell-flag">
            <Flag size={13} aria-hidden /> yes
          </span>
        )
      );
    case "comments":
      return (
        statement.comments.length > 0 && (
          <span className="cell-flag">
            <MessageCircle size={13} aria-hidden /> {statement.comments.length}
          </span>
        )
      );
    case "created":
      return moment.format(statement.createdAt);
    case "updated":
      return moment.format(statement.updatedAt);
    default: {
      const text = valuesText(live, attribute, statement);
      if (attribute.kind.is === "date") return dateText(text);
      return (
        text !== "" && (
          <span className="cell-text" dir="auto">
            {text}
          </span>
        )
      );
    }
  }
}

const moment = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });

/** The address of a statement's place in its article. */
export function placeOf(route: Route, { articleId, id }: Pick<Statement, "articleId" | "id">) {
  return addressOf({ ...route, view: "read", articleId, statementId: id, filter: {} });
}

function Topics({ live, statement }: Pick<CellProps, "live" | "statement">) {
  const { topics } = labelsOf(live, statement);
  if (topics.length === 0) return <Missing>No topic yet</Missing>;
  return topics.map(({ entry, stance }) => (
    <span key={entry.key} className="cell-topic">
      <span ref={tint(entry.colour)} className="chip">
        <span className="chip-name">{entry.name}</span>
      </span>
      <span className="chip outlined" data-stance={stance}>
        <StanceSign stance={stance} />
        {stanceNames[stance].toLowerCase()}
      </span>
    </span>
  ));
}

function Missing({ children }: { readonly children: string }) {
  return <span className="cell-missing">{children}</span>;
}
