import {
  BetweenVerticalStart,
  MessageSquareText,
  MoveHorizontal,
  Pencil,
  Trash2,
} from "lucide-react";
import { quoteOf, type Statement } from "../../model/statement.ts";
import type { LiveProject } from "../../store/liveProject.ts";
import { stanceNames, StanceSign } from "../parts/stance.tsx";
import { tint } from "../parts/tint.ts";
import type { Colouring } from "./colouring.ts";
import { labelsOf } from "./formValue.ts";
import "./statementCard.css";

/** What can be done to a statement from its card or its highlight. */
export interface StatementActions {
  readonly edit: (statement: Statement) => void;
  readonly moveRange: (statement: Statement) => void;
  readonly addRange: (statement: Statement) => void;
  readonly remove: (statement: Statement) => void;
}

interface StatementCardProps {
  readonly live: LiveProject;
  readonly statement: Statement;
  readonly sign: string;
  readonly colouring: Colouring;
  readonly active: boolean;
  readonly hovered: boolean;
  readonly actions: StatementActions;
  readonly onActivate: (statement: Statement) => void;
  readonly onHover: (statement: Statement | null) => void;
  readonly total: number;
  readonly place: number;
}

/** A statement beside its words: who, what, about which topics; the active one shows all of it. */
export function StatementCard(props: StatementCardProps) {
  const { live, statement, active, actions } = props;
  const { speakers, topics } = labelsOf(live, statement);
  const who = speakers.map((speaker) => speaker.name).join(", ") || "No speaker yet";
  return (
    <li
      id={`card-${statement.id}`}
      data-start={statement.ranges[0]?.start}
      data-active={active || undefined}
      aria-setsize={props.total}
      aria-posinset={props.place}
    >
      <div
        ref={tint(props.colouring.colours[0])}
        className="card"
        data-active={active || undefined}
        data-hovered={props.hovered || undefined}
        onPointerEnter={() => props.onHover(statement)}
        onPointerLeave={() => props.onHover(null)}
      >
        <button
          type="button"
          className="card-main"
          aria-expanded={active}
          onClick={() => props.onActivate(statement)}
          onFocus={() => props.onHover(statement)}
          onBlur={() => props.onHover(null)}
        >
          <span className="card-head">
            <span className="card-sign">{props.sign}</span>
            <span className="card-who" data-missing={speakers.length === 0 || undefined}>
              {who}
            </span>
            {statement.note !== "" && <MessageSquareText size={13} aria-label="Has a note" />}
            <span className="card-kind">{statement.quotation}</span>
          </span>
          <span className="card-quote" dir="auto">
            {quoteOf(statement)}
          </span>
          <span className="card-topics">
            {topics.map(({ entry, stance }) => (
              <span key={entry.key} className="card-topic">
                <span ref={tint(entry.colour)} className="chip">
                  <span className="chip-name">{entry.name}</span>
                </span>
                {stance !== "not set" && (
                  <span className="chip outlined">
                    <StanceSign stance={stance} />
                    {stanceNames[stance].toLowerCase()}
                  </span>
                )}
              </span>
            ))}
            {topics.length === 0 && <span className="card-missing">No topic yet</span>}
          </span>
        </button>
        {active && (
          <>
            {statement.note !== "" && <p className="card-note">{statement.note}</p>}
            <div className="card-actions">
              <button
                type="button"
                className="button small"
                onClick={() => actions.edit(statement)}
              >
                <Pencil size={12} aria-hidden /> Edit <kbd>E</kbd>
              </button>
              <button
                type="button"
                className="button small plain icon"
                aria-label="Move the edges of the range"
                title="Move the edges of the range (M)"
                onClick={() => actions.moveRange(statement)}
              >
                <MoveHorizontal size={14} aria-hidden />
              </button>
              <button
                type="button"
                className="button small plain icon"
                aria-label="Add a range"
                title="Add a range (A)"
                onClick={() => actions.addRange(statement)}
              >
                <BetweenVerticalStart size={14} aria-hidden />
              </button>
              <button
                type="button"
                className="button small plain icon"
                aria-label="Delete statement"
                title="Delete (Delete key)"
                onClick={() => actions.remove(statement)}
              >
                <Trash2 size={14} aria-hidden />
              </button>
            </div>
          </>
        )}
      </div>
    </li>
  );
}
