import { Check } from "lucide-react";
import { useId, useState } from "react";
import { palette } from "../../model/codebook.ts";
import { colourFault, legible } from "../../model/colour.ts";
import type { Result } from "../../model/problem.ts";
import { orNotice } from "../parts/notices.tsx";
import { tint } from "../parts/tint.ts";
import "./colourField.css";

const names: Readonly<Record<(typeof palette)[number], string>> = {
  "#3f82f0": "bright blue",
  "#e25c26": "orange",
  "#46285a": "plum",
  "#4e63ae": "blue",
  "#8b3f03": "brown",
  "#69945f": "green",
  "#5d496b": "mauve",
  "#5446d5": "violet",
  "#7885ab": "grey blue",
  "#751e26": "wine",
  "#2a3c97": "navy",
  "#9b5763": "rose",
};

interface ColourFieldProps {
  readonly value: string;
  readonly onSave: (colour: string) => Promise<Result<unknown>>;
}

/** An entry's colour: one of the palette, or any; says when it is drawn otherwise to be seen. */
export function ColourField({ value, onSave }: ColourFieldProps) {
  const id = useId();
  const [picked, setPicked] = useState<string | null>(null);
  const colour = picked ?? value;
  const fault = colourFault(colour);
  const save = async (chosen: string) => {
    if (chosen !== value) await orNotice(onSave(chosen));
    setPicked(null);
  };
  return (
    <fieldset className="stacked colour-field">
      <legend className="label">Colour</legend>
      <div className="colour-choices">
        {palette.map((each) => (
          <button
            key={each}
            ref={tint(each)}
            type="button"
            className="colour-swatch"
            aria-label={names[each]}
            title={names[each]}
            aria-pressed={each === value}
            onClick={() => void save(each)}
          >
            {each === value && <Check size={13} aria-hidden />}
          </button>
        ))}
        <label className="colour-own" htmlFor={id}>
          Own colour
        </label>
        <input
          id={id}
          ref={(input) => {
            // React's onChange is the browser's input event; its change event ends the choosing.
            const settle = () => input && void save(input.value);
            input?.addEventListener("change", settle);
            return () => input?.removeEventListener("change", settle);
          }}
          type="color"
          className="colour-input"
          value={colour}
          aria-describedby={fault ? `${id}fault` : undefined}
          onChange={(event) => setPicked(event.target.value)}
        />
      </div>
      {fault && (
        <p id={`${id}fault`} className="form-hint colour-adjusted" role="status">
          {colour} is {fault}, so it is drawn as
          <span ref={tint(legible(colour))} className="colour-sample" /> {legible(colour)}.
        </p>
      )}
    </fieldset>
  );
}
