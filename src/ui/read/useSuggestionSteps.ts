import type { Statement } from "../../model/statement.ts";
import type { Reader } from "../../reader/reader.ts";
import type { LiveProject } from "../../store/liveProject.ts";
import { usePreferences } from "../preferences.ts";
import { valueOfSuggestion, type Proposal } from "../suggest/proposal.ts";
import type { SuggestionActions } from "../suggest/suggestionCard.tsx";
import type { useProposals } from "../suggest/useProposals.ts";
import { nextStop } from "./step.ts";
import type { TaggingWork } from "./useTagging.ts";

interface StepsInput {
  readonly live: LiveProject;
  readonly statements: readonly Statement[];
  readonly proposing: ReturnType<typeof useProposals>;
  readonly tagging: TaggingWork;
  /** The statement or suggestion that is chosen. */
  readonly chosenKey: string | null;
  readonly reader: () => Reader | undefined;
  /** Leaves the statement that is chosen. */
  readonly leave: () => void;
}

/** The answers to suggestions, each of which goes on to the next; and steps through the text. */
export function useSuggestionSteps(input: StepsInput) {
  const { live, statements, proposing, tagging, chosenKey, leave } = input;
  const preferences = usePreferences();

  const choose = (proposal: Proposal | null) => {
    leave();
    proposing.choose(proposal?.key ?? null);
    const range = proposal?.suggestion.ranges[0];
    if (range) input.reader()?.reveal(range, "nearest");
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
      const { suggestion } = proposal;
      tagging.openForm(suggestion.ranges, valueOfSuggestion(live, suggestion, preferences));
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
  return { suggestionActions, step };
}
