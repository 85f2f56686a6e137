import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from "react";
import type { Range } from "../../model/range.ts";
import { overlap } from "../../model/range.ts";
import type { Statement } from "../../model/statement.ts";
import type { LiveProject } from "../../store/liveProject.ts";
import type { Actor } from "../../store/store.ts";
import type { ColourBy } from "../preferences.ts";
import type { Proposal } from "../suggest/proposal.ts";
import { SuggestionCard, type SuggestionActions } from "../suggest/suggestionCard.tsx";
import { colouringOf } from "./colouring.ts";
import { placeCards } from "./marginLayout.ts";
import { StatementCard, type StatementActions } from "./statementCard.tsx";
import type { ReaderHandle } from "./useReader.ts";
import "./margin.css";

interface MarginProps {
  readonly live: LiveProject;
  readonly actor: Actor;
  readonly handle: ReaderHandle;
  readonly statements: readonly Statement[];
  readonly colourBy: ColourBy;
  readonly activeId: string | null;
  readonly hovered: ReadonlySet<string>;
  /** Below the text instead of beside it. */
  readonly below: boolean;
  readonly actions: StatementActions;
  readonly onActivate: (statement: Statement) => void;
  readonly onHover: (id: string | null) => void;
  readonly text: string;
  readonly proposals: readonly Proposal[];
  readonly activeProposal: string | null;
  /** The chosen card lies over the foot of the text, its words above it. */
  readonly chosenAtFoot: boolean;
  readonly suggestionActions: SuggestionActions;
  /** What stands at the top of the margin, which the cards keep clear of. */
  readonly above: RefObject<HTMLElement | null>;
}

/** Pixels between two cards. */
const gap = 8;
/** The active card stands by its words, whatever its neighbours want. */
const activeWeight = 1000;
/** How many cards a list below the text shows at first; more on request. */
const firstCards = 200;

/** The statements' cards: beside the text, level with their words, or as a list below it. */
export function Margin(props: MarginProps) {
  const { live, handle, statements, activeId, below, above } = props;
  const { reader, onLayout } = handle;
  const cards = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState<Range>(nothing);
  const [all, setAll] = useState(false);
  const numbered = statements.map((statement, i) => ({ statement, place: i + 1 }));
  const shown = below
    ? numbered.filter(
        ({ statement, place: at }) => all || at <= firstCards || statement.id === activeId,
      )
    : numbered.filter(({ statement }) => statement.id === activeId || isNear(statement, near));

  const proposed = below
    ? props.proposals
    : props.proposals.filter(
        ({ key, suggestion }) => key === props.activeProposal || isNear(suggestion, near),
      );

  useEffect(
    () =>
      onLayout(() => {
        const seen = reader.visible();
        setNear((before) =>
          before.start === seen.start && before.end === seen.end ? before : seen,
        );
        if (cards.current && !below) place(cards.current, above.current, reader.top.bind(reader));
      }),
    [reader, onLayout, below, above],
  );

  useLayoutEffect(() => {
    if (!cards.current) return;
    if (below) unplace(cards.current);
    else place(cards.current, above.current, reader.top.bind(reader));
  });

  return (
    <div ref={cards} className="margin-cards" data-below={below || undefined}>
      {proposed.length > 0 && (
        <ul aria-label="Suggestions" className="margin-list">
          {proposed.map((proposal) => (
            <SuggestionCard
              key={proposal.key}
              live={live}
              text={props.text}
              proposal={proposal}
              active={proposal.key === props.activeProposal}
              handle={handle}
              atFoot={props.chosenAtFoot && proposal.key === props.activeProposal}
              hovered={props.hovered.has(proposal.key)}
              actions={props.suggestionActions}
              onHover={props.onHover}
            />
          ))}
        </ul>
      )}
      <ul className="margin-list" aria-label="Statements in this article">
        {shown.map(({ statement, place: at }) => (
          <StatementCard
            key={statement.id}
            live={live}
            actor={props.actor}
            statement={statement}
            sign={String(at)}
            colouring={colouringOf(live, props.colourBy, statement)}
            active={statement.id === activeId}
            handle={handle}
            atFoot={props.chosenAtFoot && statement.id === activeId}
            hovered={props.hovered.has(statement.id)}
            actions={props.actions}
            onActivate={props.onActivate}
            onHover={(one) => props.onHover(one?.id ?? null)}
            total={statements.length}
            place={at}
          />
        ))}
      </ul>
      {below && shown.length < statements.length && (
        <button type="button" className="button" onClick={() => setAll(true)}>
          Show all {statements.length} statements
        </button>
      )}
    </div>
  );
}

const nothing: Range = { start: 0, end: 0 };

function isNear(statement: { readonly ranges: readonly Range[] }, near: Range): boolean {
  const first = statement.ranges[0];
  return first !== undefined && overlap(first, near);
}

/** Reads where the words and how high the cards are, then sets the cards' tops: one layout in all. */
function place(
  container: HTMLElement,
  above: HTMLElement | null,
  topOf: (offset: number) => number,
): void {
  const cards = cardsIn(container).toSorted((a, b) => startOf(a) - startOf(b));
  const free = above ? above.offsetHeight + gap : 0;
  const tops = placeCards(
    cards.map((card) => ({
      wanted: topOf(startOf(card)) - free,
      height: card.offsetHeight,
      weight: card.dataset.active === undefined ? 1 : activeWeight,
    })),
    gap,
  );
  for (const [i, card] of cards.entries())
    card.style.translate = `0 ${Math.round(free + (tops[i] ?? 0))}px`;
}

function unplace(container: HTMLElement): void {
  for (const card of cardsIn(container)) card.style.translate = "";
}

function cardsIn(container: HTMLElement): HTMLElement[] {
  return [...container.querySelectorAll<HTMLElement>(":scope > ul > li")];
}

function startOf(card: HTMLElement): number {
  return Number(card.dataset.start);
}
