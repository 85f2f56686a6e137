import type { Article } from "../../model/article.ts";
import type { LiveProject } from "../../store/liveProject.ts";
import { useRecords, useStatementsOf } from "../live.ts";
import { tint } from "../parts/tint.ts";
import { prefer, usePreferences, type ColourBy } from "../preferences.ts";
import { colourableBy, colourFields } from "./fieldColouring.ts";
import { legendOf } from "./legend.ts";
import "./colourBy.css";

const colourings: readonly (readonly [ColourBy, string])[] = [
  ["topic", "topic"],
  ["speaker", "speaker"],
  ["stance", "stance"],
  ["quotation", "quotation"],
  ["coder", "coder"],
  ["none", "nothing"],
];

/** What the statements in the text are coloured by: what they all have, or one of the project's own fields. */
export function ColourBySelect({ live }: { readonly live: LiveProject }) {
  const fields = colourFields(useRecords(live, "fields"));
  const value = colourableBy(live, usePreferences().colourBy);
  const own = fields.map(({ id, name }) => [`field-${id}`, name] as const);
  return (
    <label className="pane-colour">
      Colour by
      <select
        className="pane-select"
        value={value}
        onChange={(event) => {
          const chosen = [...colourings, ...own].find(([by]) => by === event.target.value);
          if (chosen) prefer({ colourBy: chosen[0] });
        }}
      >
        {colourings.map(([by, label]) => (
          <option key={by} value={by}>
            {label}
          </option>
        ))}
        {own.length > 0 && (
          <optgroup label="Fields">
            {own.map(([by, label]) => (
              <option key={by} value={by}>
                {label}
              </option>
            ))}
          </optgroup>
        )}
      </select>
    </label>
  );
}

interface ColourLegendProps {
  readonly live: LiveProject;
  readonly article: Article;
}

/** What the colours and lines in the text mean, as far as this article has them. */
export function ColourLegend({ live, article }: ColourLegendProps) {
  const { colourBy } = usePreferences();
  const statements = useStatementsOf(live, article.id);
  useRecords(live, "fields");
  useRecords(live, "speakers");
  useRecords(live, "coders");
  const entries = legendOf(live, colourBy, statements);
  if (entries.length === 0) return null;
  return (
    <ul className="colour-legend" aria-label="What the colours mean">
      {entries.map(({ key, label, colour, line }) => (
        <li key={key}>
          <span ref={tint(colour)} className="legend-sample" data-line={line} />
          <span dir="auto">{label}</span>
        </li>
      ))}
    </ul>
  );
}
