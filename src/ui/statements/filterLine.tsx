import { useEffect, useId, useRef } from "react";
import { offeredAttributes, type Attribute } from "../../model/query/attribute.ts";
import type { Between, OneOf, Test } from "../../model/query/filter.ts";
import { stances } from "../../model/statement.ts";
import type { LiveProject } from "../../store/liveProject.ts";
import type { Entry } from "../parts/entry.ts";
import { EntryField } from "../parts/entryField.tsx";
import { stanceNames } from "../parts/stance.tsx";
import { offeredValues, valueEntry } from "./entries.ts";
import {
  boundsFault,
  lineAsking,
  newLine,
  questionOf,
  questions,
  questionsFor,
  type Line,
  type Question,
} from "./filterTests.ts";
import { useTyped } from "./useTyped.ts";

interface FilterLineProps {
  readonly live: LiveProject;
  readonly attributes: readonly Attribute[];
  readonly line: Line;
  /** Just added: the focus goes there. */
  readonly focused: boolean;
  readonly onChange: (line: Line) => void;
}

/** One condition: an attribute, what is asked of it, and the value. */
export function FilterLine({ live, attributes, line, focused, onChange }: FilterLineProps) {
  const { test } = line;
  const select = useRef<HTMLSelectElement>(null);
  useEffect(() => {
    if (focused) select.current?.focus();
  }, [focused]);
  const attribute = attributes.find(({ id }) => id === test.attribute);
  const offered = attribute ? questionsFor(attribute) : [];
  return (
    <div className="filter-line">
      <select
        ref={select}
        className="field"
        aria-label="Attribute"
        value={test.attribute}
        onChange={(event) => {
          const chosen = attributes.find(({ id }) => id === event.target.value);
          if (chosen) onChange(newLine(chosen));
        }}
      >
        {!attribute && <option value={test.attribute}>No longer there</option>}
        {offeredAttributes(attributes, test.attribute).map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </select>
      {attribute && (
        <>
          <select
            className="field"
            aria-label="Condition"
            value={questionOf(line)}
            onChange={(event) => {
              const question = offered.find((one) => one === event.target.value);
              if (question) onChange(lineAsking(test.attribute, question, test));
            }}
          >
            {offered.map((question: Question) => (
              <option key={question}>{question}</option>
            ))}
          </select>
          <Value
            live={live}
            attribute={attribute}
            test={test}
            onChange={(changed) => onChange({ test: changed, not: questions[questionOf(line)] })}
          />
        </>
      )}
    </div>
  );
}

interface ValueProps<T extends Test = Test> {
  readonly live: LiveProject;
  readonly attribute: Attribute;
  readonly test: T;
  readonly onChange: (test: Test) => void;
}

function Value({ test, ...props }: ValueProps) {
  switch (test.is) {
    case "one of":
      return <Values {...props} test={test} />;
    case "has":
      return (
        <TypedField
          label="Words"
          value={test.words}
          onChange={(words) => props.onChange({ ...test, words })}
        />
      );
    case "between":
      return <Bounds {...props} test={test} />;
    case "empty":
      return null;
  }
}

function Values({ live, attribute, test, onChange }: ValueProps<OneOf>) {
  const stanceEntries = stances.map((stance): Entry => ({
    key: stance,
    made: true,
    name: stanceNames[stance],
    aliases: [],
    hint: "",
    colour: "#475569",
  }));
  return (
    <div className="filter-values">
      <EntryField
        label={attribute.label}
        entries={offeredValues(live, attribute)}
        value={test.values.map((value) => valueEntry(live, attribute, value))}
        placeholder="Any of …"
        onChange={(chosen) => onChange({ ...test, values: chosen.map(({ key }) => key) })}
      />
      {attribute.id === "topic" && (
        <>
          <EntryField
            label="Stance on it"
            entries={stanceEntries}
            value={stanceEntries.filter(({ key }) => test.stances.some((stance) => stance === key))}
            placeholder="Any stance"
            onChange={(chosen) =>
              onChange({
                ...test,
                stances: stances.filter((stance) => chosen.some(({ key }) => key === stance)),
              })
            }
          />
          <label className="filter-below">
            <input
              type="checkbox"
              checked={test.below}
              onChange={(event) => onChange({ ...test, below: event.target.checked })}
            />
            and the topics below
          </label>
        </>
      )}
    </div>
  );
}

function Bounds({ attribute, test, onChange }: ValueProps<Between>) {
  const id = useId();
  const kind = attribute.kind.is === "number" ? "number" : "date";
  const hint = kind === "date" ? "YYYY-MM-DD" : "";
  const fault = boundsFault(test, kind);
  const described = fault === null ? undefined : id;
  return (
    <>
      <TypedField
        label="From"
        value={test.from ?? ""}
        placeholder={hint}
        fault={described}
        onChange={(from) => onChange({ ...test, from: from.trim() || null })}
      />
      <span aria-hidden>–</span>
      <TypedField
        label="To"
        value={test.to ?? ""}
        placeholder={hint}
        fault={described}
        onChange={(to) => onChange({ ...test, to: to.trim() || null })}
      />
      <span id={id} role="status" className="filter-fault">
        {fault}
      </span>
    </>
  );
}

interface TypedFieldProps {
  readonly label: string;
  readonly value: string;
  readonly placeholder?: string;
  /** The id of what says what is wrong with it. */
  readonly fault?: string | undefined;
  readonly onChange: (value: string) => void;
}

function TypedField({ label, value, placeholder, fault, onChange }: TypedFieldProps) {
  const [text, setText] = useTyped(value, onChange);
  return (
    <input
      className="field"
      aria-label={label}
      dir="auto"
      placeholder={placeholder}
      aria-invalid={fault === undefined ? undefined : true}
      aria-describedby={fault}
      value={text}
      onChange={(event) => setText(event.target.value)}
    />
  );
}
