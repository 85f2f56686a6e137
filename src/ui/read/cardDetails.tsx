import {
  BetweenVerticalStart,
  History,
  MessagesSquare,
  MoveHorizontal,
  Pencil,
  Trash2,
  X,
} from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { fieldsOn, wordsOf } from "../../model/field.ts";
import type { Statement } from "../../model/statement.ts";
import type { LiveProject } from "../../store/liveProject.ts";
import { addComment, deleteComment } from "../../store/statements.ts";
import type { Actor } from "../../store/store.ts";
import { useRecords } from "../live.ts";
import { IconButton } from "../parts/iconButton.tsx";
import { orNotice } from "../parts/notices.tsx";
import type { StatementActions } from "./statementCard.tsx";

const StatementPast = lazy(async () => ({
  default: (await import("../history/statementPast.tsx")).StatementPast,
}));

interface CardDetailsProps {
  readonly live: LiveProject;
  readonly actor: Actor;
  readonly statement: Statement;
  /** Lies over the text, and so can be laid aside. */
  readonly atFoot: boolean;
  readonly actions: StatementActions;
}

/** What the chosen card shows below its labels: note, fields, comments, and what can be done. */
export function CardDetails({ live, actor, statement, atFoot, actions }: CardDetailsProps) {
  const [pastOpen, setPastOpen] = useState(false);
  return (
    <>
      {statement.note !== "" && <p className="card-note">{statement.note}</p>}
      <FieldValues live={live} statement={statement} />
      <Comments live={live} actor={actor} statement={statement} />
      <div className="card-actions">
        <button type="button" className="button small" onClick={() => actions.edit(statement)}>
          <Pencil size={12} aria-hidden /> Edit <kbd>E</kbd>
        </button>
        <IconButton
          icon={MessagesSquare}
          label="To discuss"
          shortcut="D"
          pressed={statement.toDiscuss}
          onClick={() => void actions.toggleDiscuss(statement)}
        />
        <IconButton
          icon={MoveHorizontal}
          label="Move the edges of the range"
          shortcut="M"
          onClick={() => actions.moveRange(statement)}
        />
        <IconButton
          icon={BetweenVerticalStart}
          label="Add a range"
          shortcut="A"
          onClick={() => actions.addRange(statement)}
        />
        <IconButton
          icon={History}
          label="This statement’s past"
          onClick={() => setPastOpen(true)}
        />
        <IconButton
          icon={Trash2}
          label="Delete statement"
          shortcut="Del"
          onClick={() => void actions.remove(statement)}
        />
        {atFoot && (
          <button type="button" className="button small plain card-leave" onClick={actions.leave}>
            Close
          </button>
        )}
      </div>
      {pastOpen && (
        <Suspense>
          <StatementPast live={live} statement={statement} onClose={() => setPastOpen(false)} />
        </Suspense>
      )}
    </>
  );
}

/** What the statement has in the project's own fields; nothing where none is filled in. */
function FieldValues({ live, statement }: Pick<CardDetailsProps, "live" | "statement">) {
  const filled = fieldsOn(useRecords(live, "fields"), "statement").flatMap(({ id, name }) => {
    const value = statement.fields[id];
    return value === undefined ? [] : [{ id, name, words: wordsOf(value) }];
  });
  if (filled.length === 0) return null;
  return (
    <dl className="card-fields">
      {filled.map(({ id, name, words }) => (
        <div key={id}>
          <dt dir="auto">{name}</dt>
          <dd dir="auto">{words}</dd>
        </div>
      ))}
    </dl>
  );
}

function Comments({ live, actor, statement }: Omit<CardDetailsProps, "atFoot" | "actions">) {
  const [text, setText] = useState("");
  const send = async () => {
    if (await orNotice(addComment(actor, statement.id, text))) setText("");
  };
  return (
    <div className="card-comments">
      <ul aria-label="Comments">
        {statement.comments.map((comment, place) => (
          <li key={`${comment.at} ${comment.coderId}`}>
            <strong>{live.get("coders", comment.coderId)?.name ?? "A coder"}</strong> {comment.text}
            {comment.coderId === actor.coderId && (
              <button
                type="button"
                className="entry-remove"
                aria-label="Delete this comment"
                onClick={() => void orNotice(deleteComment(actor, statement.id, place))}
              >
                <X size={12} aria-hidden />
              </button>
            )}
          </li>
        ))}
      </ul>
      <input
        className="card-comment"
        aria-label="Comment"
        placeholder="Comment"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && text.trim() !== "") void send();
          if (event.key === "Escape") event.currentTarget.blur();
        }}
      />
    </div>
  );
}
