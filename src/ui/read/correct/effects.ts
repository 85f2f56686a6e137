import { corrected, effectOf, type Correction, type Effect } from "../../../model/correction.ts";
import type { Statement } from "../../../model/statement.ts";

/** A statement, what it becomes, and its number among those of the article. */
export interface Corrected {
  readonly before: Statement;
  readonly after: Statement;
  readonly sign: string;
}

/** What a correction does to the statements of the article, in the order of the text. */
export type Effects = Readonly<Record<Effect, readonly Corrected[]>>;

export function effectsOf(statements: readonly Statement[], correction: Correction): Effects {
  const effects: Record<Effect, Corrected[]> = { none: [], moved: [], changed: [], lost: [] };
  for (const [i, before] of statements.entries()) {
    const after = corrected(before, correction);
    effects[effectOf(before, after)].push({ before, after, sign: String(i + 1) });
  }
  return effects;
}

/** "3 statements move, 1 gets other words, 1 loses all its words". */
export function effectsInWords({ none, moved, changed, lost }: Effects): string {
  const all = none.length + moved.length + changed.length + lost.length;
  const parts = [
    ...(moved.length > 0 ? [counted(moved.length, "moves", "move")] : []),
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
