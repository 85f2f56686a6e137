import { type Metadata } from "../../model/article.ts";
import { dateSchema } from "../../model/date.ts";

interface ArticleFieldsProps {
  readonly value: Metadata;
  readonly onChange: (value: Metadata) => void;
  /** What the text says of its date where it does not give a year. */
  readonly dateHint?: string;
}

const fields = [
  ["title", "Title", ""],
  ["publisher", "Publisher", ""],
  ["byline", "Byline", "Who wrote it"],
  ["place", "Place", ""],
  ["publishedAt", "Date", "YYYY-MM-DD"],
  ["section", "Section", ""],
  ["url", "Address (URL)", "https://"],
  ["language", "Language", "en"],
] as const satisfies readonly (readonly [keyof Metadata, string, string])[];

/** The fields of what an article says of itself. */
export function ArticleFields({ value, onChange, dateHint }: ArticleFieldsProps) {
  return (
    <div className="form-grid">
      {fields.map(([field, label, placeholder]) => (
        <label key={field} className={field === "title" ? "wide" : undefined}>
          <span className="label">{label}</span>
          <input
            className="field"
            value={value[field]}
            placeholder={placeholder}
            dir="auto"
            aria-invalid={(field === "publishedAt" && !isDate(value.publishedAt)) || undefined}
            onChange={(event) => onChange({ ...value, [field]: event.target.value })}
          />
          {field === "publishedAt" && <DateHint date={value.publishedAt} hint={dateHint} />}
        </label>
      ))}
    </div>
  );
}

function DateHint({ date, hint }: { date: string; hint: string | undefined }) {
  if (!isDate(date))
    return (
      <span className="form-hint" data-bad>
        Write it as 2025, 2025-04 or 2025-04-26.
      </span>
    );
  if (date === "" && hint) return <span className="form-hint">The text says: {hint}</span>;
  return null;
}

/** Whether the metadata may be saved as it stands. */
export function isDate(date: string): boolean {
  return dateSchema.safeParse(date).success;
}
