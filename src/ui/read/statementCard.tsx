import { MessageSquareText, MessagesSquare } from "lucide-react";
import { useState } from "react";
import { quoteOf, type Statement } from "../../model/statement.ts";
import type { LiveProject } from "../../store/liveProject.ts";
import type { Actor } from "../../store/store.ts";
import { CardDetails } from "./cardDetails.tsx";
import { stanceNames, StanceSign } from "../parts/stance.tsx";
import { tint } from "../parts/tint.ts";
import type { Colouring } from "./fieldColouring.ts";
import { labelsOf } from "./formValue.ts";
import { useAtFoot } from "./useAtFoot.ts";
import type { ReaderHandle } from "./useReader.ts";
import "./statementCard.css";

/** What can be done to a statement from its card or its highlight. */
export interface StatementActions {
  readonly edit: (statement: Statement) => void;
  readonly moveRange: (statement: Statement) => void;
  readonly addRange: (statement: Statement) => void;
  readonly toggleDiscuss: (statement: Statement) => Promise<void>;
  readonly remove: (statement: Statement) => Promise<void>;
  /** Chooses none. */
  readonly leave: () => void;
}

interface StatementCardProps {
  readonly live: LiveProject;
  readonly actor: Actor;
  readonly statement: Statement;
  readonly sign: string;
  readonly colouring: Colouring;
  readonly active: boolean;
  readonly handle: ReaderHandle;
  /** Lies over the foot of the text, instead of in a list far below its words. */
  readonly atFoot: boolean;
  readonly hovered: boolean;
  readonly actions: StatementActions;
  readonly onActivate: (statement: Statement) => void;
  readonly onHover: (statement: Statement | null) => void;
  readonly total: number;
  readonly place: number;
}

/** A statement beside its words: who, what, about which topics; the active one shows all of it. */
export function StatementCard(props: StatementCardProps) {
  const { live, statement, active, atFoot, actions } = props;
  const [card, setCard] = useState<HTMLElement | null>(null);
  useAtFoot(props.handle, card, statement.ranges);
  const { speakers, topics } = labelsOf(live, statement);
  const who = speakers.map((speaker) => speaker.name).join(", ") || "No speaker yet";
  return (
    <li
      ref={atFoot ? setCard : undefined}
      id={`card-${statement.id}`}
      data-start={statement.ranges[0]?.start}
      data-active={active || undefined}
      data-at-foot={atFoot || undefined}
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
            {statement.toDiscuss && <MessagesSquare size={13} aria-label="To discuss" />}
            {(statement.note !== "" || statement.comments.length > 0) && (
              <MessageSquareText size={13} aria-label="Has a note or comments" />
            )}
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
                  <span className="chip outlined" title={stanceNames[stance]}>
                    <StanceSign stance={stance} />
                    {/* Of several topics the sign alone, as long as the card is one of many. */}
                    <span className={topics.length > 1 && !active ? "visually-hidden" : undefined}>
                      {stanceNames[stance].toLowerCase()}
                    </span>
                  </span>
                )}
              </span>
            ))}
            {topics.length === 0 && <span className="card-missing">No topic yet</span>}
          </span>
        </button>
        {active && (
          <CardDetails
            live={live}
            actor={props.actor}
            statement={statement}
            atFoot={atFoot}
            actions={actions}
          />
        )}
      </div>
    </li>
  );
}
