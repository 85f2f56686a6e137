import { AArrowDown, AArrowUp, MoveHorizontal } from "lucide-react";
import { prefer, usePreferences } from "../preferences.ts";

const sizes = { smallest: 14, largest: 28, step: 2 } as const;
const wider = { narrow: "normal", normal: "wide", wide: "narrow" } as const;

/** Size and measure of the article text, apart from those of the interface. */
export function TextSettings() {
  const { textSize, measure } = usePreferences();
  return (
    <span className="text-settings">
      <button
        type="button"
        className="button plain small icon"
        aria-label="Smaller text"
        title="Smaller text"
        disabled={textSize <= sizes.smallest}
        onClick={() => prefer({ textSize: textSize - sizes.step })}
      >
        <AArrowDown size={15} aria-hidden />
      </button>
      <button
        type="button"
        className="button plain small icon"
        aria-label="Larger text"
        title="Larger text"
        disabled={textSize >= sizes.largest}
        onClick={() => prefer({ textSize: textSize + sizes.step })}
      >
        <AArrowUp size={15} aria-hidden />
      </button>
      <button
        type="button"
        className="button plain small icon"
        aria-label={`Width of the text: ${measure}`}
        title={`Width of the text: ${measure}`}
        onClick={() => prefer({ measure: wider[measure] })}
      >
        <MoveHorizontal size={15} aria-hidden />
      </button>
    </span>
  );
}
