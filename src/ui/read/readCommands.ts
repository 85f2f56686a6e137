import type { Stride } from "../../model/edge.ts";
import type { Statement } from "../../model/statement.ts";
import type { Command } from "../commands/commands.ts";
import type { Entry } from "../parts/entry.ts";
import type { Proposal } from "../suggest/proposal.ts";
import type { SuggestionActions } from "../suggest/suggestionCard.tsx";
import type { useAdjusting } from "./useAdjusting.ts";
import type { TaggingWork } from "./useTagging.ts";

interface Around {
  readonly tagging: TaggingWork;
  readonly adjusting: ReturnType<typeof useAdjusting>;
  readonly active: Statement | null;
  /** The topics in the order of their digits. */
  readonly topics: readonly (Entry & { readonly shortcut: string })[];
  readonly step: (by: 1 | -1, among: "all" | "suggestions") => void;
  readonly stepSentence: (by: 1 | -1) => void;
  readonly proposal: Proposal | null;
  readonly suggestionActions: SuggestionActions;
  readonly hasProposals: boolean;
  readonly acceptMany: () => void;
  readonly nextHit: (by: 1 | -1) => void;
  readonly hasHits: boolean;
  readonly toggleHits: () => void;
  readonly nextArticle: (by: 1 | -1) => void;
  readonly tagEvery: () => void;
  readonly correct: () => void;
}

/** What can be done in the Read view, by key and by name. */
export function readCommands(around: Around): Command[] {
  const { tagging, adjusting, active, topics } = around;
  const free = tagging.work.kind === "reading";
  const picking = tagging.work.kind === "picking";
  const selected = tagging.selected !== null;
  const command = (
    group: string,
    keys: readonly string[],
    label: string,
    enabled: boolean,
    run: () => unknown,
  ): Command => ({ group, keys, label, enabled, run: () => void run() });
  const onActive = (
    keys: readonly string[],
    label: string,
    act: (statement: Statement) => unknown,
  ) => command("Statement", keys, label, free && active !== null, () => active && act(active));
  const onProposal = (
    keys: readonly string[],
    label: string,
    act: (proposal: Proposal) => void,
  ) => {
    const { proposal } = around;
    return command("Suggestions", keys, label, free && proposal !== null, () => {
      if (proposal) act(proposal);
    });
  };
  const edge = (key: string, label: string, stride: Stride, by: 1 | -1) =>
    command("Selection, suggestion or statement", [key], label, adjusting.canMoveEdge, () =>
      adjusting.moveEdge(stride, by),
    );

  return [
    command(
      "Selection",
      ["t"],
      "Tag the selection, or the sentence at the caret",
      free,
      tagging.tag,
    ),
    command(
      "Selection",
      ["r"],
      "Tag the selection as the last statement",
      free && selected && tagging.last !== null,
      tagging.tagAsLast,
    ),
    command(
      "Selection",
      ["+", "="],
      "Grow the selection: word, sentence, quotation, paragraph",
      true,
      tagging.grow,
    ),
    command(
      "Selection",
      ["-"],
      "Shrink the selection: paragraph, sentence, quotation, word",
      selected,
      tagging.shrink,
    ),
    command(
      "Selection, suggestion or statement",
      ["b"],
      "Let the keys that move an edge move the other one",
      adjusting.canChangeEdge,
      adjusting.otherEdge,
    ),
    edge(".", "Move the edge on to the next clause or sentence", "clause", 1),
    edge(",", "Move the edge back to the clause or sentence before", "clause", -1),
    edge(">", "Move the edge on by a word", "word", 1),
    edge("<", "Move the edge back by a word", "word", -1),
    command(
      "Selection",
      ["o"],
      "Tag every occurrence of the selection …",
      free && selected,
      around.tagEvery,
    ),
    command("Go to", ["j"], "Next statement", free, () => around.step(1, "all")),
    command("Go to", ["k"], "Previous statement", free, () => around.step(-1, "all")),
    command("Go to", ["u"], "Next sentence without a statement", free, () =>
      around.stepSentence(1),
    ),
    command("Go to", ["Shift+u"], "Previous sentence without a statement", free, () =>
      around.stepSentence(-1),
    ),
    command("Suggestions", ["s"], "Next suggestion", free && around.hasProposals, () =>
      around.step(1, "suggestions"),
    ),
    command("Suggestions", ["Shift+s"], "Previous suggestion", free && around.hasProposals, () =>
      around.step(-1, "suggestions"),
    ),
    onProposal(["a"], "Accept the suggestion", around.suggestionActions.accept),
    onProposal(["x"], "Reject the suggestion", around.suggestionActions.reject),
    onProposal(["e"], "Edit the suggestion", around.suggestionActions.edit),
    onProposal(
      ["m"],
      "Pick other words for the suggestion: Shift and the arrow keys, then Enter",
      around.suggestionActions.pickWords,
    ),
    command("Suggestions", [], "Accept many suggestions …", true, around.acceptMany),
    command("Go to", ["h"], "Next keyword or name", free && around.hasHits, () =>
      around.nextHit(1),
    ),
    command("Go to", ["Shift+h"], "Previous keyword or name", free && around.hasHits, () =>
      around.nextHit(-1),
    ),
    command("Go to", ["n"], "Next article", free, () => around.nextArticle(1)),
    command("Go to", ["p"], "Previous article", free, () => around.nextArticle(-1)),
    command("Text", ["c"], "Correct the text …", free, around.correct),
    command("Text", ["i"], "Show or hide keywords and names", true, around.toggleHits),
    onActive(["e"], "Edit the statement", tagging.edit),
    onActive(
      ["m"],
      "Move the edges of its range: Shift and the arrow keys, then Enter",
      tagging.moveRange,
    ),
    onActive(["a"], "Add a range to it", tagging.addRange),
    onActive(["d"], "Mark it to discuss", tagging.toggleDiscuss),
    onActive(["Delete", "Backspace"], "Delete it", tagging.remove),
    command("Statement", ["Enter"], "Keep the picked words", picking, tagging.keepPicked),
    command("Statement", ["Escape"], "Leave it", true, adjusting.leave),
    ...topics.flatMap((topic, i) => {
      const keys = [...(i < 9 ? [String(i + 1)] : []), ...(topic.shortcut ? [topic.shortcut] : [])];
      if (keys.length === 0) return [];
      const enabled = free && (selected || active !== null || around.proposal !== null);
      return [
        command("Topics", keys, `Topic: ${topic.name}`, enabled, () => adjusting.giveTopic(topic)),
      ];
    }),
  ];
}
