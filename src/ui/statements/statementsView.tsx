import { Pencil, Trash2 } from "lucide-react";
import { useId, useMemo, useState } from "react";
import { attributesOf } from "../../model/query/attribute.ts";
import { everything } from "../../model/query/filter.ts";
import type { LiveProject } from "../../store/liveProject.ts";
import type { Actor } from "../../store/store.ts";
import { useCommands } from "../commands/commands.ts";
import { useRecords } from "../live.ts";
import { belowNotices } from "../parts/notices.tsx";
import { ProblemText } from "../parts/problemText.tsx";
import { go, type Route } from "../route.ts";
import { ChecksDialog } from "./checksDialog.tsx";
import { layoutOf } from "./columnLayout.ts";
import { ColumnsDialog, sortedBy } from "./columnsDialog.tsx";
import { DeleteDialog } from "./deleteDialog.tsx";
import { FilterPanel } from "./filterPanel.tsx";
import { HitList } from "./hitList.tsx";
import { NoStatements } from "./noStatements.tsx";
import { addressPart, filters, narrows, noQuery, queryOf, type Query } from "./query.ts";
import { FilterChips, QueryBar, searchId } from "./queryBar.tsx";
import { counted } from "./counted.ts";
import { RecodeDialog } from "./recodeDialog.tsx";
import { Rows } from "./rows.ts";
import { StatementsTable } from "./statementsTable.tsx";
import { useChosen } from "./useChosen.ts";
import { useLayout } from "./useLayout.ts";
import { useShown } from "./useShown.ts";
import { ViewsMenu } from "./viewsMenu.tsx";
import "./statementsView.css";

interface StatementsViewProps {
  readonly live: LiveProject;
  readonly actor: Actor;
  readonly route: Route;
}

/** Before the first answer. */
const nothing = { statements: [], groups: null, problem: null };

type Open = "columns" | "checks" | "recode" | "delete" | null;

/** All statements of the project as a table that is searched, filtered, sorted, grouped and recoded. */
export function StatementsView({ live, actor, route }: StatementsViewProps) {
  const statements = useRecords(live, "statements");
  const fields = useRecords(live, "fields");
  const query = queryOf(route);
  const { shown, waiting } = useShown(live, route);
  const attributes = useMemo(
    () => attributesOf(live),
    // The attributes are the project's fields and some that are always there.
    // oxlint-disable-next-line react/exhaustive-deps
    [live, fields],
  );
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const rows = useMemo(() => new Rows(shown ?? nothing, closed), [shown, closed]);
  const chosen = useChosen(shown?.statements ?? [], rows);
  const [open, setOpen] = useState<Open>(null);
  const [filterOpen, setFilterOpen] = useState(false);
  const panelId = useId();
  const onStatements = query.show === "statements";
  useCommands(
    (
      [
        ["/", "Search statements", true, () => document.getElementById(searchId)?.focus()],
        ["f", "Build a filter", true, () => setFilterOpen(!filterOpen)],
        ["c", "Columns and order", onStatements, () => setOpen("columns")],
        ["g", "Checks before an export", true, () => setOpen("checks")],
        ["b", "Recode what is chosen", chosen.statements.length > 0, () => setOpen("recode")],
      ] as const
    ).map(([key, label, enabled, run]) => ({
      group: "Statements",
      keys: [key],
      label,
      enabled,
      run,
    })),
  );
  const change = (part: Partial<Query>, how: "push" | "replace" = "replace") =>
    go({ ...route, filter: addressPart({ ...query, ...part }) }, how);
  const layout = useLayout(attributes, query.layout, (next) => change({ layout: next }));
  const toggle = (group: string) => {
    const next = new Set(closed);
    if (!next.delete(group)) next.add(group);
    setClosed(next);
  };

  const chips = (
    <FilterChips
      live={live}
      attributes={attributes}
      query={query}
      onChange={change}
      onOpen={() => setFilterOpen(true)}
    />
  );

  return (
    <main className="statements-view">
      <h1 className="visually-hidden">Statements</h1>
      <QueryBar
        attributes={attributes}
        query={query}
        onChange={change}
        filterOpen={filterOpen}
        panelId={panelId}
        onFilter={() => setFilterOpen(!filterOpen)}
        onColumns={() => setOpen("columns")}
        onChecks={() => setOpen("checks")}
      >
        <ViewsMenu
          live={live}
          actor={actor}
          filter={addressPart(query)}
          toSave={addressPart({ ...query, layout: layoutOf(layout.columns, layout.frozen) })}
          onShow={(filter) => go({ ...route, filter })}
        />
      </QueryBar>
      {filterOpen && (
        <FilterPanel
          id={panelId}
          live={live}
          attributes={attributes}
          filter={query.filter}
          onChange={(filter) => change({ filter })}
        />
      )}
      {query.unreadable && (
        <div className="statements-problem">
          <ProblemText
            problem={{
              what: "The filter in the address cannot be read, so it is not applied.",
              remedy: "Ask for the link again, or build the filter anew.",
            }}
          />
        </div>
      )}
      {query.show === "hits" ? (
        <>
          {filters(query) && <div className="statements-line">{chips}</div>}
          <HitList live={live} route={route} />
        </>
      ) : (
        <>
          <div className="statements-line">
            <span
              className="statements-count"
              aria-live="polite"
              data-waiting={waiting || undefined}
            >
              {shown && countWords(shown.statements.length, statements.length)}
            </span>
            {query.group !== "" && shown?.groups && (
              <>
                <span className="statements-count">{counted(shown.groups.length, "group")}</span>
                <button
                  type="button"
                  className="button plain small"
                  onClick={() =>
                    setClosed(
                      closed.size > 0 ? new Set() : new Set(shown.groups?.map((g) => g.key)),
                    )
                  }
                >
                  {closed.size > 0 ? "Open all" : "Close all"}
                </button>
              </>
            )}
            {chips}
            {narrows(query) && (
              <button
                type="button"
                className="button plain small"
                onClick={() => change({ text: "", filter: everything, check: null }, "push")}
              >
                Show all
              </button>
            )}
          </div>
          {shown?.problem && (
            <div className="statements-problem">
              <ProblemText problem={shown.problem} />
            </div>
          )}
          {shown && rows.count === 0 && (
            <NoStatements
              any={statements.length > 0}
              words={query.text}
              onBeginnings={(text) => change({ text })}
            />
          )}
          {rows.count > 0 && (
            <StatementsTable
              live={live}
              actor={actor}
              route={route}
              rows={rows}
              layout={layout}
              sort={query.sort}
              onSort={(id, more) => change({ sort: sortedBy(query.sort, id, more) })}
              onToggle={toggle}
              chosen={chosen.ids}
              allChosen={chosen.all}
              onChoose={chosen.choose}
              onChooseAll={chosen.chooseAll}
            />
          )}
          {chosen.statements.length > 0 && (
            <div
              ref={belowNotices}
              className="statements-chosen"
              role="toolbar"
              aria-label="Chosen statements"
            >
              <strong aria-live="polite">{chosen.statements.length.toLocaleString()} chosen</strong>
              <button
                type="button"
                className="button small primary"
                onClick={() => setOpen("recode")}
              >
                <Pencil size={13} aria-hidden /> Recode …
              </button>
              <button
                type="button"
                className="button small danger"
                onClick={() => setOpen("delete")}
              >
                <Trash2 size={13} aria-hidden /> Delete …
              </button>
              <button type="button" className="button small plain" onClick={chosen.clear}>
                Choose none
              </button>
            </div>
          )}
        </>
      )}
      {open === "columns" && (
        <ColumnsDialog
          layout={layout}
          sort={query.sort}
          onSort={(sort) => change({ sort })}
          onClose={() => setOpen(null)}
        />
      )}
      {open === "checks" && (
        <ChecksDialog
          live={live}
          route={route}
          onClose={() => setOpen(null)}
          onShow={(check) => {
            setOpen(null);
            go({ ...route, filter: addressPart({ ...noQuery, layout: query.layout, check }) });
          }}
        />
      )}
      {open === "recode" && (
        <RecodeDialog
          live={live}
          actor={actor}
          statements={chosen.statements}
          onClose={() => setOpen(null)}
        />
      )}
      {open === "delete" && (
        <DeleteDialog actor={actor} statements={chosen.statements} onClose={() => setOpen(null)} />
      )}
    </main>
  );
}

function countWords(shown: number, all: number): string {
  if (shown === all) return `${all.toLocaleString()} statements`;
  return `${shown.toLocaleString()} of ${all.toLocaleString()} statements`;
}
