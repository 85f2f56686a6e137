import { nextUnmarked } from "../../model/sentence.ts";
import type { Statement } from "../../model/statement.ts";
import type { Reader } from "../../reader/reader.ts";
import type { Proposal } from "../suggest/proposal.ts";
import { notice } from "../parts/notices.tsx";
import type { SuggestionActions } from "../suggest/suggestionCard.tsx";
import type { useProposals } from "../suggest/useProposals.ts";
import { nextStop } from "./step.ts";
import type { useAdjusting } from "./useAdjusting.ts";
import type { TaggingWork } from "./useTagging.ts";

interface StepsInput {
  /** The article text. */
  readonly text: string;
  readonly statements: readonly Statement[];
  readonly proposing: ReturnType<typeof useProposals>;
  readonly tagging: TaggingWork;
  readonly adjusting: ReturnType<typeof useAdjusting>;
  /** The statement or suggestion that is chosen. */
  readonly chosenKey: string | null;
  readonly reader: () => Reader | undefined;
  /** Leaves the statement that is chosen. */
  readonly leave: () => void;
}

/** The answers to suggestions, each of which goes on to the next; and steps through the text. */
export function useSuggestionSteps(input: StepsInput) {
  const { text, statements, proposing, tagging, chosenKey, leave } = input;
  const choose = (proposal: Proposal | null) => {
    leave();
    proposing.choose(proposal?.key ?? null);
    const range = proposal?.suggestion.ranges[0];
    if (range) tagging.stand(range);
    else input.reader()?.focus();
  };
  const answer = async (proposal: Proposal, act: (proposal: Proposal) => Promise<unknown>) => {
    const next = proposing.after(proposal);
    if (await act(proposal)) choose(next);
  };
  const suggestionActions: SuggestionActions = {
    choose,
    accept: (proposal) => void answer(proposal, proposing.accept),
    reject: (proposal) => void answer(proposal, proposing.reject),
    edit: (proposal) => {
      choose(proposal);
      const next = proposing.after(proposal);
      tagging.openForm(proposal.suggestion.ranges, proposing.valueOf(proposal), () => {
        if (next) choose(next);
      });
    },
    pickWords: (proposal) => {
      choose(proposal);
      input.adjusting.pickWords(proposal);
    },
  };
  const step = (by: 1 | -1, among: "all" | "suggestions") => {
    const stops = [
      ...(among === "all" ? statements.map(({ id, ranges }) => ({ key: id, ranges })) : []),
      ...proposing.proposals.map(({ key, suggestion }) => ({ key, ranges: suggestion.ranges })),
    ];
    const next = nextStop(stops, chosenKey, input.reader()?.caret ?? 0, by);
    const statement = statements.find(({ id }) => id === next?.key);
    if (statement) tagging.goTo(statement);
    else if (next) choose(proposing.proposals.find(({ key }) => key === next.key) ?? null);
  };
  /** Selects the next sentence that neither a statement nor a suggestion has anything of. */
  const stepSentence = (by: 1 | -1) => {
    const marked = [...statements, ...proposing.proposals.map(({ suggestion }) => suggestion)];
    const caret = input.reader()?.caret ?? 0;
    const { start, end } = tagging.selected ?? { start: caret, end: caret };
    const next = nextUnmarked(
      text,
      marked.flatMap(({ ranges }) => ranges),
      by === 1 ? end : start,
      by,
    );
    if (next) tagging.selectWords(next);
    else notice("Something is marked in every sentence");
  };
  return { suggestionActions, step, stepSentence };
}
