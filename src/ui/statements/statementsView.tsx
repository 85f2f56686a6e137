import { useVirtualizer } from "@tanstack/react-virtual";
import { TextQuote } from "lucide-react";
import { useDeferredValue, useMemo, useRef } from "react";
import type { LiveProject } from "../../store/liveProject.ts";
import { useRecords } from "../live.ts";
import { go, type Route } from "../route.ts";
import { filterOf, shownStatements } from "./filter.ts";
import { StatementRow } from "./statementRow.tsx";
import "./statementsView.css";

/** All statements of the project as a table; a row opens its place in the article. */
export function StatementsView({ live, route }: { live: LiveProject; route: Route }) {
  const statements = useRecords(live, "statements");
  const articles = useRecords(live, "articles");
  const speakers = useRecords(live, "speakers");
  const topics = useRecords(live, "topics");
  const filter = filterOf(route);
  const applied = useDeferredValue(route);
  const shown = useMemo(
    () => shownStatements(live, filterOf(applied)),
    // What it reads of the project changes with these.
    // oxlint-disable-next-line react/exhaustive-deps
    [live, applied, statements, articles, speakers, topics],
  );
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 62,
    overscan: 8,
  });
  const narrow = (part: Record<string, string>) => {
    const next = Object.entries({ ...filter, ...part }).filter(([, value]) => value !== "");
    go({ ...route, filter: Object.fromEntries(next) }, "replace");
  };

  return (
    <main className="statements-view">
      <h1 className="visually-hidden">Statements</h1>
      <div className="statements-bar" role="search">
        <input
          className="field"
          type="search"
          aria-label="Search statements"
          placeholder="Search quotes, notes, names"
          value={filter.text}
          onChange={(event) => narrow({ text: event.target.value })}
        />
        <Choice
          label="Speaker"
          entries={speakers.toSorted((a, b) => a.name.localeCompare(b.name))}
          value={filter.speaker}
          onChange={(speaker) => narrow({ speaker })}
        />
        <Choice
          label="Topic"
          entries={topics.toSorted((a, b) => a.position - b.position)}
          value={filter.topic}
          onChange={(topic) => narrow({ topic })}
        />
        <span className="statements-count" aria-live="polite">
          {shown.length === statements.length
            ? `${shown.length.toLocaleString()} statements`
            : `${shown.length.toLocaleString()} of ${statements.length.toLocaleString()} statements`}
        </span>
        {shown.length < statements.length && (
          <button
            type="button"
            className="button small"
            onClick={() => go({ ...route, filter: {} })}
          >
            Show all
          </button>
        )}
      </div>
      {shown.length === 0 ? (
        <NoStatements any={statements.length > 0} />
      ) : (
        <div
          ref={scroller}
          className="statements-scroll"
          role="table"
          aria-label="Statements"
          aria-rowcount={shown.length + 1}
          tabIndex={0}
        >
          <div role="rowgroup" className="statements-head">
            <div role="row" className="statements-row" aria-rowindex={1}>
              <span role="columnheader">Article</span>
              <span role="columnheader">Quote</span>
              <span role="columnheader">Speakers</span>
              <span role="columnheader">Topics and stances</span>
              <span role="columnheader">Quotation</span>
            </div>
          </div>
          <div role="rowgroup" className="statements-body" ref={heightRef(rows.getTotalSize())}>
            {rows.getVirtualItems().map((row) => {
              const statement = shown[row.index];
              return (
                statement && (
                  <StatementRow
                    key={statement.id}
                    live={live}
                    route={route}
                    statement={statement}
                    index={row.index}
                    top={row.start}
                    measure={rows.measureElement}
                  />
                )
              );
            })}
          </div>
        </div>
      )}
    </main>
  );
}

function heightRef(height: number) {
  return (element: HTMLElement | null) => element?.style.setProperty("height", `${height}px`);
}

interface ChoiceProps {
  readonly label: string;
  readonly entries: readonly { readonly id: string; readonly name: string }[];
  readonly value: string;
  readonly onChange: (id: string) => void;
}

function Choice({ label, entries, value, onChange }: ChoiceProps) {
  return (
    <select
      className="field statements-choice"
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">Any {label.toLowerCase()}</option>
      {entries.map((entry) => (
        <option key={entry.id} value={entry.id}>
          {entry.name}
        </option>
      ))}
    </select>
  );
}

function NoStatements({ any }: { any: boolean }) {
  return (
    <div className="empty">
      <TextQuote size={28} aria-hidden />
      <h2>{any ? "No statement fits" : "No statement yet"}</h2>
      <p>
        {any
          ? "None of the project’s statements has all that the filter asks for."
          : "Open an article in Read and select the words of a statement: everything that you tag is listed here, with its exact words."}
      </p>
    </div>
  );
}
