import { corrected, effectOf, type Correction } from "../../../model/correction.ts";
import type { Statement } from "../../../model/statement.ts";

/** A statement, what it becomes, and its number among those of the article. */
export interface Corrected {
  readonly before: Statement;
  readonly after: Statement;
  readonly sign: string;
}

/** What a correction does to the statements of the article, in the order of the text. */
export interface Effects {
  /** How many stay as they are. */
  readonly none: number;
  /** How many have their words elsewhere. */
  readonly moved: number;
  readonly changed: readonly Corrected[];
  readonly lost: readonly Corrected[];
}

/** Quick where little was corrected: only the statements at those places are looked at closely. */
export function effectsOf(statements: readonly Statement[], correction: Correction): Effects {
  const [changed, lost]: [Corrected[], Corrected[]] = [[], []];
  let moved = 0;
  for (const [i, before] of statements.entries()) {
    if (before.lost) continue;
    if (!before.ranges.some((range) => correction.touches(range))) {
      if (before.ranges.some((range) => correction.rangeOf(range)?.start !== range.start))
        moved += 1;
      continue;
    }
    const after = corrected(before, correction);
    const effect = effectOf(before, after);
    if (effect === "moved") moved += 1;
    if (effect === "changed") changed.push({ before, after, sign: String(i + 1) });
    if (effect === "lost") lost.push({ before, after, sign: String(i + 1) });
  }
  const none = statements.length - moved - changed.length - lost.length;
  return { none, moved, changed, lost };
}

/** "3 statements move, 1 gets other words, 1 loses all its words". */
export function effectsInWords({ none, moved, changed, lost }: Effects): string {
  const all = none + moved + changed.length + lost.length;
  const parts = [
    ...(moved > 0 ? [counted(moved, "moves", "move")] : []),
    ...(changed.length > 0 ? [counted(changed.length, "gets other words", "get other words")] : []),
    ...(lost.length > 0
      ? [counted(lost.length, "loses all its words", "lose all their words")]
      : []),
  ];
  if (all === 0) return "No statement is in this text.";
  if (parts.length === 0)
    return all === 1 ? "The statement stays as it is." : `All ${all} statements stay as they are.`;
  const [first = "", ...others] = parts;
  return `${[first.replace(/^\d+/, statementsInWords), ...others].join(", ")}.`;
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

function statementsInWords(count: string): string {
  return `${count} ${count === "1" ? "statement" : "statements"}`;
}
