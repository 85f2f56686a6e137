import { encodingLabel, encodings } from "../../import/encoding.ts";
import { namePattern, placeholders } from "../../import/fileName.ts";
import type { ImportState, Source } from "./importState.ts";

interface FileNamesProps {
  readonly state: ImportState;
  readonly onChange: (pattern: string) => void;
}

/** How the names of files tell of their articles. */
export function FileNames({ state, onChange }: FileNamesProps) {
  const { pattern, patternProblem, drafts } = state;
  const names = [...new Set(drafts.map(({ source }) => source))];
  const made = pattern.trim() === "" ? null : namePattern(pattern);
  const unfit = made?.ok ? names.filter((name) => made.value(name) === null) : [];
  const known = Object.keys(placeholders).map((name) => `{${name}}`);
  const fits = made
    ? `${(names.length - unfit.length).toLocaleString()} of ${names.length.toLocaleString()} names are written so${unfit[0] ? `; this one is not: ${unfit[0]}` : "."}`
    : `One name: ${names[0] ?? ""}`;
  return (
    <div className="import-names">
      <label className="stacked">
        <span className="label">Details from file names</span>
        <input
          className="field"
          value={pattern}
          placeholder="{date}_{publisher}_{title}"
          aria-invalid={patternProblem !== null || undefined}
          aria-describedby="import-names-hint"
          onChange={(event) => onChange(event.target.value)}
        />
      </label>
      <p id="import-names-hint" className="form-hint" data-bad={patternProblem ? "" : undefined}>
        {patternProblem
          ? `${patternProblem.what} ${patternProblem.remedy}`
          : `A pattern of ${known.join(" ")}, or empty. ${fits}`}
      </p>
    </div>
  );
}

interface EncodingsProps {
  readonly sources: readonly Source[];
  readonly onReadAs: (source: Source, encoding: string) => void;
}

/** The files that are not in UTF-8, and what their encoding was taken to be. */
export function Encodings({ sources, onReadAs }: EncodingsProps) {
  const others = sources.filter(
    (source) =>
      (source.kind === "articles" || source.kind === "table") &&
      source.encoding !== null &&
      source.encoding.name !== "utf-8",
  );
  if (others.length === 0) return null;
  return (
    <details className="import-encodings" open={others.length <= 4}>
      <summary>
        {others.length === 1
          ? "1 file is not in UTF-8"
          : `${others.length.toLocaleString()} files are not in UTF-8`}
      </summary>
      <ul>
        {others.slice(0, 200).map((source) => (
          <EncodingOf key={source.key} source={source} onReadAs={onReadAs} />
        ))}
      </ul>
    </details>
  );
}

function EncodingOf({
  source,
  onReadAs,
}: {
  source: Source;
  onReadAs: EncodingsProps["onReadAs"];
}) {
  const encoding = "encoding" in source ? source.encoding : null;
  if (!encoding) return null;
  const known = encodings.some(([name]) => name === encoding.name);
  return (
    <li>
      <label>
        <span className="import-encoding-name">{source.name}</span>
        <select
          className="field"
          value={encoding.name}
          onChange={(event) => onReadAs(source, event.target.value)}
        >
          {!known && <option value={encoding.name}>{encodingLabel(encoding.name)}</option>}
          {encodings.map(([name, label]) => (
            <option key={name} value={name}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <span className="form-hint">
        {encoding.by === "guess"
          ? "guessed from its bytes: check that letters with marks read well"
          : encoding.by === "file"
            ? "as the file says"
            : "as you say"}
      </span>
    </li>
  );
}
