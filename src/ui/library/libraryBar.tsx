import { progresses, type Article } from "../../model/article.ts";
import type { Field } from "../../model/field.ts";
import { isDate } from "../parts/articleFields.tsx";
import { groupable, publishersOf, type LibraryFilter } from "./libraryRows.ts";

interface LibraryBarProps {
  readonly articles: readonly Article[];
  /** The project's own fields of articles. */
  readonly fields: readonly Field[];
  readonly filter: LibraryFilter;
  readonly onChange: (part: Partial<LibraryFilter>) => void;
}

/** What the Library shows: search, progress, publisher, dates; and how it groups. */
export function LibraryBar({ articles, fields, filter, onChange }: LibraryBarProps) {
  return (
    <div className="library-bar" role="search">
      <input
        className="field library-search"
        type="search"
        aria-label="Search articles"
        placeholder="Search titles, publishers, notes, fields"
        value={filter.text}
        onChange={(event) => onChange({ text: event.target.value })}
      />
      <select
        className="field"
        aria-label="Progress"
        value={filter.progress}
        onChange={({ target }) =>
          onChange({ progress: progresses.find((each) => each === target.value) ?? "" })
        }
      >
        <option value="">Any progress</option>
        {progresses.map((progress) => (
          <option key={progress} value={progress}>
            {progress.charAt(0).toUpperCase() + progress.slice(1)}
          </option>
        ))}
      </select>
      <select
        className="field"
        aria-label="Publisher"
        value={filter.publisher}
        onChange={(event) => onChange({ publisher: event.target.value })}
      >
        <option value="">Any publisher</option>
        {publishersOf(articles).map((publisher) => (
          <option key={publisher} value={publisher}>
            {publisher}
          </option>
        ))}
      </select>
      <DateField label="From" value={filter.from} onChange={(from) => onChange({ from })} />
      <DateField label="Until" value={filter.until} onChange={(until) => onChange({ until })} />
      <label className="library-inline">
        Group by
        <select
          className="field"
          value={filter.group}
          onChange={({ target }) => onChange({ group: target.value })}
        >
          <option value="">nothing</option>
          {groupable.map((part) => (
            <option key={part}>{part}</option>
          ))}
          {fields.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

interface DateFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function DateField({ label, value, onChange }: DateFieldProps) {
  return (
    <label className="library-inline">
      {label}
      <input
        className="field library-date"
        value={value}
        placeholder="YYYY-MM-DD"
        aria-invalid={!isDate(value) || undefined}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}
