import { AArrowDown, AArrowUp, MoveHorizontal } from "lucide-react";
import { IconButton } from "../parts/iconButton.tsx";
import { prefer, usePreferences } from "../preferences.ts";

const sizes = { smallest: 14, largest: 28, step: 2 } as const;
const wider = { narrow: "normal", normal: "wide", wide: "narrow" } as const;

/** Size and measure of the article text, apart from those of the interface. */
export function TextSettings() {
  const { textSize, measure } = usePreferences();
  return (
    <span className="text-settings">
      <IconButton
        icon={AArrowDown}
        label="Smaller text"
        disabled={textSize <= sizes.smallest}
        onClick={() => prefer({ textSize: textSize - sizes.step })}
      />
      <IconButton
        icon={AArrowUp}
        label="Larger text"
        disabled={textSize >= sizes.largest}
        onClick={() => prefer({ textSize: textSize + sizes.step })}
      />
      <IconButton
        icon={MoveHorizontal}
        label={`Width of the text: ${measure}`}
        onClick={() => prefer({ measure: wider[measure] })}
      />
    </span>
  );
}
