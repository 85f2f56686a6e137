import { findAnchor, formerPlace } from "../../model/anchor.ts";
import { joinRanges, subtractRange, type Range } from "../../model/range.ts";
import type { Statement } from "../../model/statement.ts";
import type { FormValue } from "./formValue.ts";

/**
 * What the analyst is doing in the text: reading; filling in the form for some words; or picking
 * words with the selection, to add a range to a statement or move the edges of one it has.
 */
export type Work =
  | { readonly kind: "reading" }
  | {
      readonly kind: "form";
      /** The statement that is edited; null for a new one. */
      readonly statement: Statement | null;
      readonly ranges: readonly Range[];
      readonly value: FormValue;
      /** What the form is filled in with when it is known, unless it was touched before. */
      readonly later?: Promise<FormValue> | null;
      /** What comes once it is saved. */
      readonly saved?: () => void;
    }
  | {
      readonly kind: "picking";
      readonly statement: Statement | null;
      /** The ranges that stay as they are. */
      readonly kept: readonly Range[];
      /** What the selection becomes: a further range, one with other edges, or all of the statement. */
      readonly purpose: Purpose;
      /** The form to go back to; null when the statement is changed at once. */
      readonly value: FormValue | null;
      /** Takes the ranges, where they are not those of a statement. */
      readonly keep?: (ranges: readonly Range[]) => void;
    };

export type Purpose = "add" | "move" | "place";

export const reading: Work = { kind: "reading" };

/**
 * Picks new words for the range that holds `offset`, or for the first one: of a statement, or of
 * whatever has such ranges and takes them from `keep`.
 */
export function moving(
  moved: { readonly statement: Statement } | Moved,
  offset: number | null,
): { work: Work; range: Range } {
  const { ranges } = "statement" in moved ? moved.statement : moved;
  const range =
    ranges.find((r) => offset !== null && r.start <= offset && offset <= r.end) ?? ranges[0];
  if (!range) throw new Error("There is at least one range");
  const picking = {
    kind: "picking",
    kept: ranges.filter((r) => r !== range),
    purpose: "move",
    value: null,
  } as const;
  const work =
    "statement" in moved
      ? { ...picking, statement: moved.statement }
      : { ...picking, statement: null, keep: moved.keep };
  return { work, range };
}

interface Moved {
  readonly ranges: readonly Range[];
  readonly keep: (ranges: readonly Range[]) => void;
}

/** Picks words for a statement whose own are gone: those words, if they stand elsewhere now. */
export function placing(text: string, statement: Statement): { work: Work; range: Caret } {
  const work: Work = { kind: "picking", statement, kept: [], purpose: "place", value: null };
  const [first] = statement.ranges;
  const found = first && findAnchor(text, first);
  const at = first ? formerPlace(text, first) : 0;
  return { work, range: found ?? { start: at, end: at } };
}

/** A range, or with `start` = `end` a caret. */
interface Caret {
  readonly start: number;
  readonly end: number;
}

/** The ranges of the statement when the picked words are kept. */
export function pickedRanges(work: Work & { kind: "picking" }, picked: Range): Range[] {
  const kept = work.purpose === "move" ? subtractRange(work.kept, picked) : work.kept;
  return joinRanges([...kept, picked]);
}
