import {
  CaseSensitive,
  Columns3,
  ListChecks,
  ListFilter,
  Rows3,
  SpellCheck2,
  TextSearch,
  X,
  type LucideIcon,
} from "lucide-react";
import type { ReactNode } from "react";
import { byMonth } from "../../model/query/arranging.ts";
import { offeredAttributes, type Attribute } from "../../model/query/attribute.ts";
import { everything, type Filter } from "../../model/query/filter.ts";
import type { LiveProject } from "../../store/liveProject.ts";
import { IconButton } from "../parts/iconButton.tsx";
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
        <IconButton
          icon={CaseSensitive}
          label="Match case"
          pressed={folding.matchCase}
          onClick={() => onChange({ folding: { ...folding, matchCase: !folding.matchCase } })}
        />
        <IconButton
          icon={SpellCheck2}
          label="Match accents"
          pressed={folding.matchAccents}
          onClick={() => onChange({ folding: { ...folding, matchAccents: !folding.matchAccents } })}
        />
      </div>
      <div className="show-choice" role="group" aria-label="Show">
        <ShowButton
          icon={Rows3}
          label="Statements"
          on={query.show === "statements"}
          onClick={() => onChange({ show: "statements" })}
        />
        <ShowButton
          icon={TextSearch}
          label="Hits in context"
          on={query.show === "hits"}
          onClick={() => onChange({ show: "hits" })}
        />
      </div>
      <button
        type="button"
        className="button small"
        aria-expanded={props.filterOpen}
        aria-controls={props.panelId}
        onClick={props.onFilter}
      >
        <ListFilter size={14} aria-hidden /> Filter
      </button>
      {query.show === "statements" && (
        <>
          <label className="group-choice">
            <span>Group by</span>
            <select
              className="field"
              value={query.group}
              onChange={(event) => onChange({ group: event.target.value })}
            >
              <option value="">nothing</option>
              <option value={byMonth}>Month</option>
              {offeredAttributes(attributes, query.group)
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

interface ShowButtonProps {
  readonly icon: LucideIcon;
  readonly label: string;
  readonly on: boolean;
  readonly onClick: () => void;
}

function ShowButton({ icon: Icon, label, on, onClick }: ShowButtonProps) {
  return (
    <button type="button" className="button small" aria-pressed={on} onClick={onClick}>
      <Icon size={14} aria-hidden /> {label}
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
