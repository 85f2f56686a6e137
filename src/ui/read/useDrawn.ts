import { useEffect, useEffectEvent } from "react";
import type { Range } from "../../model/range.ts";
import type { Hint, Mark } from "../../reader/mark.ts";
import type { Reader } from "../../reader/reader.ts";
import type { Work } from "./work.ts";

/** What lies over the text. */
interface Drawn {
  readonly marks: readonly Mark[];
  readonly suggested: readonly Mark[];
  readonly hints: readonly Hint[];
  /** The statement or suggestion that is chosen. */
  readonly chosenKey: string | null;
  readonly hovered: readonly string[];
  /** Its words are drawn as selected while the form, or the picking of more words, goes on. */
  readonly work: Work;
}

/** Keeps what the reader draws over the text as it should be. */
export function useDrawn(reader: Reader | undefined, drawn: Drawn): void {
  const { marks, suggested, hints, chosenKey, hovered, work } = drawn;
  useEffect(() => reader?.setMarks([...suggested, ...marks]), [reader, marks, suggested]);
  useEffect(() => reader?.setHints(hints), [reader, hints]);
  useEffect(() => reader?.setActive(chosenKey), [reader, chosenKey]);
  useEffect(() => reader?.setHovered(hovered), [reader, hovered]);
  useEffect(() => {
    reader?.keepSelectionVisible(
      work.kind === "form" ? work.ranges : work.kind === "picking" ? work.kept : [],
    );
  }, [reader, work]);
}

/**
 * Shows what the address names, when the text comes on the screen: the statement, or the place that
 * is asked for, which is selected as well. A statement chosen later is on the screen already.
 */
export function useShownAtFirst(
  reader: Reader | undefined,
  statement: Range | null,
  asked: Range | null,
  length: number,
): void {
  const showStatement = useEffectEvent(() => {
    if (statement) reader?.reveal(statement);
  });
  useEffect(() => {
    if (reader) showStatement();
  }, [reader]);

  const showAsked = useEffectEvent(() => {
    if (!reader || !asked || asked.end > length) return;
    reader.focus();
    reader.select(asked);
    reader.reveal(asked);
  });
  const start = asked?.start;
  useEffect(() => {
    if (reader && start !== undefined) showAsked();
  }, [reader, start]);
}
