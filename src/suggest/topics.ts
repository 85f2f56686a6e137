import type { Topic } from "../model/codebook.ts";
import type { Range } from "../model/range.ts";
import type { Reading } from "./reading.ts";
import type { SuggestionContext } from "./suggest.ts";

export interface ProposedTopic {
  readonly topicId: Topic["id"];
  /** 0 to 1. */
  readonly confidence: number;
}

/** The topics of statements, given by their ranges. */
export function topicsOf(_reading: Reading, statements: readonly (readonly Range[])[], _context: Pick<SuggestionContext, "topics" | "title">): ProposedTopic[][] {
  return statements.map(() => []);
}
