import type { Node } from "prosemirror-model";
import { useCallback, useEffect, useRef, useState } from "react";
import { Corrector, type CorrectorEvents } from "../../../reader/corrector.ts";
import type { Correction } from "../../../model/correction.ts";

/** What was corrected so far, as it is drawn. */
interface CorrectionSoFar {
  readonly correction: Correction;
  readonly changed: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

/**
 * Lets a document be corrected in the element that `place` is given to, for as long as both are
 * there. `events` may be other functions at each render; the corrector always calls the newest.
 */
export function useCorrector(
  document: Node,
  language: string,
  events: Pick<CorrectorEvents, "onSave" | "onCancel">,
) {
  const newest = useRef(events);
  useEffect(() => {
    newest.current = events;
  });
  const [corrector, setCorrector] = useState<Corrector | null>(null);
  const [soFar, setSoFar] = useState<CorrectionSoFar | null>(null);
  const place = useCallback(
    (element: HTMLElement | null) => {
      if (!element) return undefined;
      const made = new Corrector(element, document, language, {
        onChange: () => setSoFar(soFarOf(made)),
        onSave: () => newest.current.onSave(),
        onCancel: () => newest.current.onCancel(),
      });
      setCorrector(made);
      setSoFar(soFarOf(made));
      return () => {
        setCorrector(null);
        made.destroy();
      };
    },
    [document, language],
  );
  return { corrector, soFar, place };
}

function soFarOf({ correction, changed, canUndo, canRedo }: Corrector): CorrectionSoFar {
  return { correction, changed, canUndo, canRedo };
}
