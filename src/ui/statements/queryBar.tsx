import {
  CaseSensitive,
  Columns3,
  ListChecks,
  ListFilter,
  Rows3,
  SpellCheck2,
  TextSearch,
  X,
} from "lucide-react";
import type { ReactNode } from "react";
import { byMonth } from "../../model/query/arranging.ts";
import type { Attribute } from "../../model/query/attribute.ts";
import { everything, type Filter } from "../../model/query/filter.ts";
import type { LiveProject } from "../../store/liveProject.ts";
import { checkNames } from "./checkNames.ts";
import { filterWords } from "./filterWords.ts";
import type { Query } from "./query.ts";
import { useTyped } from "./useTyped.ts";

/** The search field, for the key that leads to it. */
export const searchId = "search-statements";

interface QueryBarProps {
  readonly attributes: readonly Attribute[];
  readonly query: Query;
  readonly onChange: (part: Partial<Query>) => void;
  readonly filterOpen: boolean;
  /** The id of the panel that the filter button opens. */
  readonly panelId: string;
  readonly onFilter: () => void;
  readonly onColumns: () => void;
  readonly onChecks: () => void;
  /** The menu of named views. */
  readonly children: ReactNode;
}

/** What is shown and how: search, filter, grouping, columns, views, checks. */
export function QueryBar({ attributes, query, onChange, ...props }: QueryBarProps) {
  const [text, setText] = useTyped(query.text, (typed) => onChange({ text: typed }));
  const { folding } = query;
  return (
    <div className="statements-bar" role="search">
      <div className="search-field">
        <input
          id={searchId}
          className="field"
          type="search"
          aria-label="Search statements"
          title="Whole words · “a phrase” · tarif* · -without · /regular expression/"
          placeholder="Search: words, “phrases”, tarif*, /regex/"
          dir="auto"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <Toggle
          label="Match case"
          on={folding.matchCase}
          onChange={(matchCase) => onChange({ folding: { ...folding, matchCase } })}
        >
          <CaseSensitive size={16} aria-hidden />
        </Toggle>
        <Toggle
          label="Match accents"
          on={folding.matchAccents}
          onChange={(matchAccents) => onChange({ folding: { ...folding, matchAccents } })}
        >
          <SpellCheck2 size={15} aria-hidden />
        </Toggle>
      </div>
      <div className="show-choice" role="group" aria-label="Show">
        <Toggle
          label="Statements"
          text
          on={query.show === "statements"}
          onChange={() => onChange({ show: "statements" })}
        >
          <Rows3 size={14} aria-hidden />
        </Toggle>
        <Toggle
          label="Hits in context"
          text
          on={query.show === "hits"}
          onChange={() => onChange({ show: "hits" })}
        >
          <TextSearch size={14} aria-hidden />
        </Toggle>
      </div>
      {query.show === "statements" && (
        <>
          <button
            type="button"
            className="button small"
            aria-expanded={props.filterOpen}
            aria-controls={props.panelId}
            onClick={props.onFilter}
          >
            <ListFilter size={14} aria-hidden /> Filter
          </button>
          <label className="group-choice">
            <span>Group by</span>
            <select
              className="field"
              value={query.group}
              onChange={(event) => onChange({ group: event.target.value })}
            >
              <option value="">nothing</option>
              <option value={byMonth}>Month</option>
              {attributes
                .filter(({ kind, id }) => kind.is !== "words" && id !== "comments")
                .map(({ id, label }) => (
                  <option key={id} value={id}>
                    {label}
                  </option>
                ))}
            </select>
          </label>
          <button type="button" className="button small" onClick={props.onColumns}>
            <Columns3 size={14} aria-hidden /> Columns
          </button>
          {props.children}
          <button type="button" className="button small" onClick={props.onChecks}>
            <ListChecks size={14} aria-hidden /> Checks
          </button>
        </>
      )}
    </div>
  );
}

interface ToggleProps {
  readonly label: string;
  readonly on: boolean;
  /** Its label is drawn, not only told. */
  readonly text?: boolean;
  readonly onChange: (on: boolean) => void;
  readonly children: ReactNode;
}

function Toggle({ label, on, text = false, onChange, children }: ToggleProps) {
  return (
    <button
      type="button"
      className={`button small ${text ? "" : "plain icon"} toggle`}
      aria-pressed={on}
      aria-label={text ? undefined : label}
      title={text ? undefined : label}
      onClick={() => onChange(!on)}
    >
      {children}
      {text && <span>{label}</span>}
    </button>
  );
}

interface FilterChipsProps {
  readonly live: LiveProject;
  readonly attributes: readonly Attribute[];
  readonly query: Query;
  readonly onChange: (part: Partial<Query>) => void;
  readonly onOpen: () => void;
}

/** The filter as a sentence of chips: each opens the builder, its cross takes it away. */
export function FilterChips({ live, attributes, query, onChange, onOpen }: FilterChipsProps) {
  const { filter } = query;
  const parts: readonly Filter[] = filter.is === "all" ? filter.of : [filter];
  return (
    <>
      {query.check && (
        <Chip
          words={`Check: ${checkNames[query.check].label.toLowerCase()}`}
          onRemove={() => onChange({ check: null })}
        />
      )}
      {parts.map((part, i) => {
        const words = filterWords(live, attributes, part);
        return (
          <Chip
            key={words}
            words={words}
            onOpen={onOpen}
            onRemove={() => {
              const of = parts.toSpliced(i, 1);
              const [only] = of;
              onChange({
                filter:
                  of.length === 1 && only ? only : of.length === 0 ? everything : { is: "all", of },
              });
            }}
          />
        );
      })}
    </>
  );
}

interface ChipProps {
  readonly words: string;
  readonly onOpen?: () => void;
  readonly onRemove: () => void;
}

function Chip({ words, onOpen, onRemove }: ChipProps) {
  return (
    <span className="filter-chip">
      {onOpen ? (
        <button type="button" title="Change the filter" onClick={onOpen}>
          {words}
        </button>
      ) : (
        <span>{words}</span>
      )}
      <button type="button" aria-label={`Remove “${words}”`} onClick={onRemove}>
        <X size={12} aria-hidden />
      </button>
    </span>
  );
}
