import { useState } from "react";
import { movedEdge, type Edge, type Stride } from "../../model/edge.ts";
import type { TopicId } from "../../model/id.ts";
import type { Statement } from "../../model/statement.ts";
import type { Entry } from "../parts/entry.ts";
import type { Proposal } from "../suggest/proposal.ts";
import type { useProposals } from "../suggest/useProposals.ts";
import type { TaggingWork } from "./useTagging.ts";

interface AdjustingInput {
  /** The article text. */
  readonly text: string;
  /** The statement that is chosen. */
  readonly active: Statement | null;
  readonly proposing: ReturnType<typeof useProposals>;
  readonly tagging: TaggingWork;
}

/**
 * What single keys change of the words and topics at hand: of the selection, else of the suggestion
 * that is looked at, which stays one until it is answered, else of the statement that is chosen.
 */
export function useAdjusting({ text, active, proposing, tagging }: AdjustingInput) {
  const [moving, setMoving] = useState<{ key: string; edge: Edge } | null>(null);
  const [said, setSaid] = useState("");
  const { selected, work } = tagging;
  const proposal = selected || work.kind !== "reading" ? null : proposing.active;
  const edge = moving && moving.key === proposal?.key ? moving.edge : "end";

  const sayEdge = (words: string, of: Edge) =>
    setSaid(
      of === "end"
        ? `Ends: … ${words.slice(-saidLength).replace(/^\S*\s/u, "")}`
        : `Begins: ${words.slice(0, saidLength).replace(/\s\S*$/u, "")} …`,
    );
  const moveProposed = (of: Proposal, stride: Stride, by: 1 | -1) => {
    const { ranges } = of.suggestion;
    const at = edge === "end" ? ranges.length - 1 : 0;
    const range = ranges[at];
    const moved = range && movedEdge(text, range, edge, stride, by);
    if (!moved) return;
    proposing.adjust(of, { ranges: ranges.with(at, moved) });
    sayEdge(text.slice(moved.start, moved.end), edge);
  };

  return {
    /** What was done last, for those who do not see it. */
    said,
    canMoveEdge:
      selected !== null || proposal !== null || (work.kind === "reading" && active !== null),
    moveEdge: (stride: Stride, by: 1 | -1) => {
      if (proposal) return moveProposed(proposal, stride, by);
      if (!selected && active) return tagging.moveRange(active, { stride, by });
      const moved = tagging.moveEdge(stride, by);
      if (moved) sayEdge(text.slice(moved.range.start, moved.range.end), moved.edge);
      return undefined;
    },
    canChangeEdge: selected !== null || proposal !== null,
    otherEdge: () => {
      if (!proposal) return tagging.otherEdge();
      const other = edge === "end" ? "start" : "end";
      setMoving({ key: proposal.key, edge: other });
      setSaid(other === "end" ? "The end moves" : "The start moves");
      return undefined;
    },
    giveTopic: (entry: Entry) => {
      if (!proposal) return void tagging.giveTopic(entry);
      const topics = proposing.valueOf(proposal).topics.map((topic) => topic.entry.key as TopicId); // of a topic
      const has = topics.some((key) => key === entry.key);
      const kept = topics.filter((key) => key !== entry.key);
      proposing.adjust(proposal, { topics: has ? kept : [...topics, entry.key as TopicId] }); // likewise
      setSaid(`${entry.name} ${has ? "taken away" : "added"}`);
      return undefined;
    },
    /** Leaves what is at hand; a suggestion becomes as it was proposed. */
    leave: () => {
      if (proposal) proposing.asProposed(proposal);
      tagging.cancel(true);
    },
    /** Lets the words of a suggestion be picked anew, by mouse or keys. */
    pickWords: (of: Proposal) =>
      tagging.pickWords(of.suggestion.ranges, (ranges) => proposing.adjust(of, { ranges })),
  };
}

/** So much of the words as tells where the edge is, in code units. */
const saidLength = 60;
