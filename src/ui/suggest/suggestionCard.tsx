import { Check, MoveHorizontal, Pencil, X } from "lucide-react";
import { useState } from "react";
import { quoteOf } from "../../model/statement.ts";
import type { LiveProject } from "../../store/liveProject.ts";
import { IconButton } from "../parts/iconButton.tsx";
import { tint } from "../parts/tint.ts";
import { usePreferences } from "../preferences.ts";
import { useAtFoot } from "../read/useAtFoot.ts";
import type { ReaderHandle } from "../read/useReader.ts";
import { hasUnsureSpeaker, percent, valueOfProposal, type Proposal } from "./proposal.ts";
import "./suggestionCard.css";

export interface SuggestionActions {
  readonly accept: (proposal: Proposal) => void;
  readonly reject: (proposal: Proposal) => void;
  readonly edit: (proposal: Proposal) => void;
  /** Lets other words be picked for it. */
  readonly pickWords: (proposal: Proposal) => void;
  readonly choose: (proposal: Proposal | null) => void;
}

interface SuggestionCardProps {
  readonly live: LiveProject;
  readonly text: string;
  readonly proposal: Proposal;
  readonly active: boolean;
  readonly handle: ReaderHandle;
  /** Lies over the foot of the text, instead of in a list far below its words. */
  readonly atFoot: boolean;
  readonly hovered: boolean;
  readonly actions: SuggestionActions;
  readonly onHover: (key: string | null) => void;
}

/** A proposed statement beside its words: what it would say, how sure, why, and the three answers. */
export function SuggestionCard(props: SuggestionCardProps) {
  const { live, text, proposal, active, atFoot, actions } = props;
  const { suggestion } = proposal;
  const [card, setCard] = useState<HTMLElement | null>(null);
  useAtFoot(props.handle, card, suggestion.ranges);
  const { speakers, topics, speakerConfidence } = valueOfProposal(live, proposal, usePreferences());
  const quote = quoteOf({
    ranges: suggestion.ranges.map(({ start, end }) => ({
      start,
      end,
      exact: text.slice(start, end),
      prefix: "",
      suffix: "",
    })),
  });
  return (
    <li
      ref={atFoot ? setCard : undefined}
      id={`suggestion-${proposal.key}`}
      data-start={suggestion.ranges[0]?.start}
      data-active={active || undefined}
      data-at-foot={atFoot || undefined}
    >
      <div
        className="card suggested-card"
        ref={tint("#6b665b")}
        data-active={active || undefined}
        data-hovered={props.hovered || undefined}
        onPointerEnter={() => props.onHover(proposal.key)}
        onPointerLeave={() => props.onHover(null)}
      >
        <button
          type="button"
          className="card-main"
          aria-expanded={active}
          onClick={() => actions.choose(proposal)}
        >
          <span className="card-head">
            <span className="card-who" data-missing={speakers.length === 0 || undefined}>
              {speakers.map(({ name }) => name).join(", ") || "No speaker found"}
            </span>
            {speakerConfidence !== null && hasUnsureSpeaker(suggestion) && (
              <span className="suggested-unsure">speaker unsure</span>
            )}
            <span className="card-kind">
              suggested · {proposal.adjustment ? "changed" : percent(suggestion.confidence)}
            </span>
          </span>
          <span className="card-quote" dir="auto">
            {quote}
          </span>
          <span className="card-topics">
            {topics.map(({ entry }) => (
              <span key={entry.key} ref={tint(entry.colour)} className="chip">
                <span className="chip-name">{entry.name}</span>
              </span>
            ))}
          </span>
          {active && (
            <span className="suggested-reason">
              {suggestion.quotation}; {suggestion.reason}
              {speakerConfidence !== null && `; speaker ${percent(speakerConfidence)} sure`}
            </span>
          )}
        </button>
        <div className="card-actions suggested-actions">
          <button
            type="button"
            className="button small primary"
            onClick={() => actions.accept(proposal)}
          >
            <Check size={12} aria-hidden /> Accept {active && <kbd>A</kbd>}
          </button>
          <button type="button" className="button small" onClick={() => actions.edit(proposal)}>
            <Pencil size={12} aria-hidden /> Edit {active && <kbd>E</kbd>}
          </button>
          <button type="button" className="button small" onClick={() => actions.reject(proposal)}>
            <X size={12} aria-hidden /> Reject {active && <kbd>X</kbd>}
          </button>
          {active && (
            <IconButton
              icon={MoveHorizontal}
              label="Pick other words"
              shortcut="M"
              onClick={() => actions.pickWords(proposal)}
            />
          )}
          {atFoot && (
            <button
              type="button"
              className="button small plain card-leave"
              onClick={() => actions.choose(null)}
            >
              Later
            </button>
          )}
        </div>
      </div>
    </li>
  );
}
