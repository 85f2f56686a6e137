import type { Topic } from "../codebook.ts";
import type { Statement } from "../statement.ts";
import { valueName, type Attribute, type ProjectRecords } from "./attribute.ts";
import type { Between, Filter, OneOf, Test } from "./filter.ts";
import { foldedText } from "./folding.ts";

export type Predicate = (statement: Statement) => boolean;

/** The filter as a question to a statement; to be made anew when the codebook changes. */
export function predicateOf(
  filter: Filter,
  attributes: readonly Attribute[],
  project: ProjectRecords,
): Predicate {
  switch (filter.is) {
    case "all": {
      const parts = filter.of.map((part) => predicateOf(part, attributes, project));
      return (statement) => parts.every((part) => part(statement));
    }
    case "any": {
      const parts = filter.of.map((part) => predicateOf(part, attributes, project));
      return (statement) => parts.some((part) => part(statement));
    }
    case "not": {
      const part = predicateOf(filter.of, attributes, project);
      return (statement) => !part(statement);
    }
    default: {
      const attribute = attributes.find(({ id }) => id === filter.attribute);
      return attribute ? testOf(filter, attribute, project) : () => false;
    }
  }
}

function testOf(test: Test, attribute: Attribute, project: ProjectRecords): Predicate {
  switch (test.is) {
    case "empty":
      return (statement) => attribute.values(statement).length === 0;
    case "has":
      return hasWords(test.words, attribute, project);
    case "one of":
      return oneOf(test, attribute, project);
    case "between":
      if (attribute.kind.is === "number") return betweenNumbers(test, attribute);
      return attribute.kind.is === "date" ? betweenDates(test, attribute) : () => false;
  }
}

/** Folding costs more than looking; statements never change, so what was folded stays true. */
const foldedValues = new WeakMap<Statement, Map<string, string>>();
const kept = new Set(["quote", "note"]);

function hasWords(words: string, attribute: Attribute, project: ProjectRecords): Predicate {
  const sought = foldedText(words);
  if (!kept.has(attribute.id))
    return (statement) =>
      attribute
        .values(statement)
        .some((value) => foldedText(valueName(project, attribute, value)).includes(sought));
  return (statement) => {
    let values = foldedValues.get(statement);
    if (!values) foldedValues.set(statement, (values = new Map()));
    let folded = values.get(attribute.id);
    if (folded === undefined)
      values.set(attribute.id, (folded = foldedText(attribute.values(statement).join("\n"))));
    return folded.includes(sought) && attribute.values(statement).length > 0;
  };
}

function oneOf(test: OneOf, attribute: Attribute, project: ProjectRecords): Predicate {
  const isTopic = attribute.id === "topic";
  const wanted: ReadonlySet<string> =
    isTopic && test.below ? withBelow(project.all("topics"), test.values) : new Set(test.values);
  if (!isTopic || test.stances.length === 0)
    return (statement) => attribute.values(statement).some((value) => wanted.has(value));
  return (statement) =>
    statement.topics.some((t) => wanted.has(t.topicId) && test.stances.includes(t.stance));
}

/** The topics and all that stand below them. */
function withBelow(topics: readonly Topic[], ids: readonly string[]): ReadonlySet<string> {
  const children = Map.groupBy(topics, ({ parentId }) => parentId as string | null);
  const found = new Set(ids);
  // A set is walked through in the order of insertion, what is added on the way too.
  for (const id of found) for (const child of children.get(id) ?? []) found.add(child.id);
  return found;
}

/** A date known to the year or month lies in a range only when all its days do. */
function betweenDates({ from, to }: Between, attribute: Attribute): Predicate {
  const first = from === null ? "" : firstDay(from);
  const last = to === null ? "9999-12-31" : lastDay(to);
  return (statement) =>
    attribute.values(statement).some((date) => firstDay(date) >= first && lastDay(date) <= last);
}

function firstDay(date: string): string {
  return date + "-01-01".slice(date.length === 4 ? 0 : date.length === 7 ? 3 : 6);
}

/** Compared as text, the 31st is at or after every month's last day. */
function lastDay(date: string): string {
  return date + "-12-31".slice(date.length === 4 ? 0 : date.length === 7 ? 3 : 6);
}

function betweenNumbers({ from, to }: Between, attribute: Attribute): Predicate {
  const least = from === null ? -Infinity : Number(from);
  const most = to === null ? Infinity : Number(to);
  return (statement) => {
    const value = attribute.rank?.(statement) ?? null;
    return value !== null && value >= least && value <= most;
  };
}
