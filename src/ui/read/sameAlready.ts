import { overlap, type Range } from "../../model/range.ts";
import type { Statement } from "../../model/statement.ts";
import type { FormValue } from "./formValue.ts";

/** A statement that already says what is being tagged. */
export interface Same {
  readonly statement: Statement;
  /** Whether it has all of the words: then there is nothing to extend. */
  readonly whole: boolean;
}

/**
 * The statement that already says it: on some of the same words, by one of the same speakers, about
 * one of the same topics. Marking it again is as a rule a slip.
 */
export function sameAlready(
  statements: readonly Statement[],
  editing: Statement | null,
  ranges: readonly Range[],
  value: Pick<FormValue, "speakers" | "topics">,
): Same | undefined {
  const same = statements.find(
    (statement) =>
      statement.id !== editing?.id &&
      value.speakers.some(({ key }) => statement.speakerIds.some((id) => id === key)) &&
      value.topics.some(({ entry }) => statement.topics.some((t) => t.topicId === entry.key)) &&
      statement.ranges.some((range) => ranges.some((other) => overlap(range, other))),
  );
  const whole = ranges.every((range) =>
    same?.ranges.some(({ start, end }) => start <= range.start && range.end <= end),
  );
  return same && { statement: same, whole };
}
