import { useMemo, useState } from "react";
import type { Article, ArticleText } from "../../model/article.ts";
import type { Range } from "../../model/range.ts";
import type { Statement } from "../../model/statement.ts";
import type { Mark } from "../../reader/mark.ts";
import type { LiveProject } from "../../store/liveProject.ts";
import type { Actor } from "../../store/store.ts";
import { acceptSuggestions, rejectSuggestions } from "../../store/suggestions.ts";
import { useRecords } from "../live.ts";
import { orNotice } from "../parts/notices.tsx";
import { usePreferences } from "../preferences.ts";
import type { Suggestion } from "../../suggest/suggest.ts";
import type { FormValue, Likely } from "../read/formValue.ts";
import {
  acceptedOf,
  adjusted,
  filledFrom,
  openProposals,
  suggestionFor,
  valueOfProposal,
  type Adjustment,
  type Proposal,
} from "./proposal.ts";
import { suggester } from "./suggester.ts";
import { useSuggestions } from "./useSuggestions.ts";

/** What is proposed for the article on the screen, which of it is looked at, and the answers. */
export function useProposals(
  live: LiveProject,
  actor: Actor,
  article: Article,
  text: ArticleText,
  statements: readonly Statement[],
) {
  const preferences = usePreferences();
  const rejections = useRecords(live, "rejections");
  const suggestions = useSuggestions(live, article, text, preferences.suggest);
  const [activeKey, setActiveKey] = useState<string | null>(null);
  const { least } = preferences;
  const [adjustments, setAdjustments] = useState<ReadonlyMap<string, Adjustment>>(new Map());
  const open = useMemo(
    () => openProposals(live, article, suggestions, statements, { least }),
    // What was turned down is read from the project.
    // oxlint-disable-next-line react/exhaustive-deps
    [live, article, suggestions, statements, least, rejections],
  );
  const proposals = useMemo(
    () =>
      open.map((proposal) => {
        const adjustment = adjustments.get(proposal.key);
        return adjustment ? adjusted(text.text, proposal, adjustment) : proposal;
      }),
    [open, adjustments, text],
  );
  const marks = useMemo(() => proposals.map(markOf), [proposals]);
  const active = proposals.find(({ key }) => key === activeKey) ?? null;

  /** The one that is looked at after this one was answered: the next in the text. */
  const after = ({ key }: Proposal) => {
    const at = proposals.findIndex((proposal) => proposal.key === key);
    return proposals[at + 1] ?? proposals[at - 1] ?? null;
  };
  return {
    proposals,
    marks,
    active,
    choose: setActiveKey,
    after,
    accept: (proposal: Proposal) =>
      orNotice(acceptSuggestions(actor, [acceptedOf(live, article, proposal, preferences)])),
    reject: ({ suggestion, adjustment }: Proposal) =>
      orNotice(rejectSuggestions(actor, article, [adjustment?.proposed ?? suggestion.ranges])),
    /** What the proposal says, as it is shown. */
    valueOf: (proposal: Proposal) => valueOfProposal(live, proposal, preferences),
    /** Changes the words or topics of a proposal before it is answered. */
    adjust: (proposal: Proposal, change: Partial<Pick<Adjustment, "ranges" | "topics">>) => {
      const { ranges } = proposal.suggestion;
      const before = proposal.adjustment ?? { proposed: ranges, ranges, topics: null };
      setAdjustments((all) => new Map(all).set(proposal.key, { ...before, ...change }));
    },
    /** Gives a proposal back as it was made. */
    asProposed: ({ key }: Proposal) =>
      setAdjustments((all) => new Map([...all].filter(([of]) => of !== key))),
    /** The form for words selected by hand, filled in with what is likely. */
    likely: (range: Range, value: FormValue): Likely => {
      const fill = (suggestion: Suggestion) => filledFrom(live, suggestion, value, preferences);
      const suggestion = suggestionFor(suggestions, range);
      if (suggestion) return { value: fill(suggestion), later: null };
      const asked = preferences.suggest ? suggester.likely(text.text, article, range) : null;
      return { value, later: asked && asked.then((found) => (found ? fill(found) : value)) };
    },
  };
}

/** How a suggestion is drawn: a broken line, no tint, no number. */
function markOf({ key, suggestion }: Proposal): Mark {
  return {
    id: key,
    ranges: suggestion.ranges,
    colours: ["#6b665b"],
    line: "dashed",
    sign: "",
    suggested: true,
  };
}
