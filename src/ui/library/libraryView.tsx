import { useVirtualizer } from "@tanstack/react-virtual";
import { ArrowLeft, Library } from "lucide-react";
import { useDeferredValue, useMemo, useRef, useState } from "react";
import type { Article } from "../../model/article.ts";
import { fieldsOn, type Field } from "../../model/field.ts";
import type { ArticleId } from "../../model/id.ts";
import type { LiveProject } from "../../store/liveProject.ts";
import type { Actor } from "../../store/store.ts";
import { useRecords } from "../live.ts";
import { SidewaysFrame } from "../parts/sidewaysScroll.tsx";
import { addressOf, go, type Route } from "../route.ts";
import { ArticleDetails } from "./articleDetails.tsx";
import { BulkBar } from "./bulkBar.tsx";
import { LibraryBar } from "./libraryBar.tsx";
import { ArticleRow, GroupRow } from "./libraryRow.tsx";
import {
  addressFilter,
  libraryFilterOf,
  rowsOf,
  shownArticles,
  type LibraryFilter,
} from "./libraryRows.ts";
import "./libraryView.css";

interface LibraryViewProps {
  readonly live: LiveProject;
  readonly actor: Actor;
  readonly route: Route;
  readonly onImport: () => void;
}

/** All articles of the project as a table: found, sorted, grouped, and changed many at once. */
export function LibraryView({ live, actor, route, onImport }: LibraryViewProps) {
  const articles = useRecords(live, "articles");
  const statements = useRecords(live, "statements");
  const fields = useArticleFields(live);
  const [chosen, setChosen] = useState<ReadonlySet<ArticleId>>(new Set());
  const [editing, setEditing] = useState<Article | null>(null);
  const last = useRef<ArticleId | null>(null);
  const applied = useDeferredValue(route);
  const filter = libraryFilterOf(route);
  const shown = useMemo(
    () => shownArticles(live, libraryFilterOf(applied)),
    // What it reads of the project changes with these.
    // oxlint-disable-next-line react/exhaustive-deps
    [live, applied, articles, statements, fields],
  );
  const { group } = libraryFilterOf(applied);
  const rows = useMemo(() => rowsOf(shown, group), [shown, group]);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 10,
  });
  const narrow = (part: Partial<LibraryFilter>) =>
    go({ ...route, filter: addressFilter({ ...filter, ...part }) }, "replace");
  const ids = shown.map(({ id }) => id).filter((id) => chosen.has(id));

  const choose = (id: ArticleId, extend: boolean) => {
    const next = new Set(chosen);
    const inView = rows.flatMap((row) => (row.kind === "article" ? [row.article.id] : []));
    const from = last.current === null ? -1 : inView.indexOf(last.current);
    const to = inView.indexOf(id);
    if (extend && from !== -1)
      for (const between of inView.slice(Math.min(from, to), Math.max(from, to) + 1))
        next.add(between);
    else if (!next.delete(id)) next.add(id);
    last.current = id;
    setChosen(next);
  };

  return (
    <main className="library-view">
      <header className="library-head">
        <a className="button small" href={addressOf({ ...route, view: "read", filter: {} })}>
          <ArrowLeft size={14} aria-hidden /> Read
        </a>
        <h1>Library</h1>
        <span className="library-count" aria-live="polite">
          {shown.length === articles.length
            ? `${articles.length.toLocaleString()} articles`
            : `${shown.length.toLocaleString()} of ${articles.length.toLocaleString()} articles`}
        </span>
      </header>
      <LibraryBar articles={articles} fields={fields} filter={filter} onChange={narrow} />
      {ids.length > 0 && (
        <BulkBar actor={actor} ids={ids} fields={fields} onDone={() => setChosen(new Set())} />
      )}
      {shown.length === 0 ? (
        <NoArticles
          any={articles.length > 0}
          onImport={onImport}
          onAll={() => go({ ...route, filter: {} })}
        />
      ) : (
        <SidewaysFrame>
          <div
            ref={scroller}
            className="sideways-scroll clear-of-notices"
            role="table"
            aria-label="Articles"
            aria-rowcount={rows.length + 1}
            tabIndex={0}
          >
            <div
              className="library-table"
              ref={(table) => table?.style.setProperty("--after", String(fields.length + 1))}
            >
              <LibraryHead
                fields={fields}
                filter={filter}
                chosen={ids.length}
                of={shown.length}
                onSort={narrow}
                onChooseAll={(all) => setChosen(new Set(all ? shown.map(({ id }) => id) : []))}
              />
              <div
                role="rowgroup"
                className="library-body"
                ref={(body) => body?.style.setProperty("height", `${virtual.getTotalSize()}px`)}
              >
                {virtual.getVirtualItems().map(({ index, start }) => {
                  const row = rows[index];
                  if (!row) return null;
                  return row.kind === "group" ? (
                    <GroupRow
                      key={`group ${row.name}`}
                      row={row}
                      by={group}
                      index={index}
                      top={start}
                    />
                  ) : (
                    <ArticleRow
                      key={row.article.id}
                      article={row.article}
                      fields={fields}
                      count={live.statementsOf(row.article.id).length}
                      index={index}
                      top={start}
                      chosen={chosen.has(row.article.id)}
                      onChoose={(extend) => choose(row.article.id, extend)}
                      onDetails={() => setEditing(row.article)}
                    />
                  );
                })}
              </div>
            </div>
          </div>
        </SidewaysFrame>
      )}
      {editing && (
        <ArticleDetails
          key={editing.id}
          live={live}
          actor={actor}
          article={editing}
          onClose={() => setEditing(null)}
        />
      )}
    </main>
  );
}

/** Pixels; as libraryView.css has it. */
const rowHeight = 56;

function useArticleFields(live: LiveProject): readonly Field[] {
  const fields = useRecords(live, "fields");
  return useMemo(() => fieldsOn(fields, "article"), [fields]);
}

const columns: readonly (readonly [sort: string, label: string])[] = [
  ["title", "Title"],
  ["publisher", "Publisher"],
  ["publishedAt", "Date"],
  ["byline", "Byline"],
  ["place", "Place"],
  ["section", "Section"],
  ["language", "Language"],
  ["progress", "Progress"],
  ["statements", "Statements"],
];

interface LibraryHeadProps {
  readonly fields: readonly Field[];
  readonly filter: LibraryFilter;
  readonly chosen: number;
  readonly of: number;
  readonly onSort: (part: Partial<LibraryFilter>) => void;
  readonly onChooseAll: (all: boolean) => void;
}

function LibraryHead({ fields, filter, chosen, of, onSort, onChooseAll }: LibraryHeadProps) {
  const own = fields.map(({ id, name }) => [id, name] as const);
  return (
    <div role="rowgroup" className="library-titles">
      <div role="row" className="library-row" aria-rowindex={1}>
        <span role="columnheader">
          <input
            type="checkbox"
            aria-label={`Choose all ${of.toLocaleString()} articles`}
            ref={(box) => {
              if (box) box.indeterminate = chosen > 0 && chosen < of;
            }}
            checked={chosen > 0 && chosen === of}
            onChange={(event) => onChooseAll(event.target.checked)}
          />
        </span>
        {[...columns, ...own].map(([sort, label]) => {
          const sorted = filter.sort === sort;
          return (
            <span
              key={sort}
              role="columnheader"
              aria-sort={sorted ? (filter.descending ? "descending" : "ascending") : undefined}
            >
              <button
                type="button"
                onClick={() => onSort({ sort, descending: sorted && !filter.descending })}
              >
                {label}
                {sorted && <i aria-hidden>{filter.descending ? " ↓" : " ↑"}</i>}
              </button>
            </span>
          );
        })}
        <span role="columnheader">Note</span>
        <span role="columnheader">
          <span className="visually-hidden">Actions</span>
        </span>
      </div>
    </div>
  );
}

interface NoArticlesProps {
  readonly any: boolean;
  readonly onImport: () => void;
  readonly onAll: () => void;
}

function NoArticles({ any, onImport, onAll }: NoArticlesProps) {
  return (
    <div className="empty">
      <Library size={28} aria-hidden />
      <h2>{any ? "No article fits" : "No article yet"}</h2>
      <p>
        {any
          ? "None of the project’s articles has all that the filter asks for."
          : "Bring in many at once: files, folders and archives of text, Word, PDF and web pages, tables, exports of Nexis and Factiva."}
      </p>
      <div className="actions">
        <button type="button" className="button primary" onClick={any ? onAll : onImport}>
          {any ? "Show all" : "Import articles"}
        </button>
      </div>
    </div>
  );
}
