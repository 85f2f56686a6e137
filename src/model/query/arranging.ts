import type { Statement } from "../statement.ts";
import { valueName, valuesText, type Attribute, type ProjectRecords } from "./attribute.ts";
import { sortSteps, stepping, type Steps } from "./slices.ts";

/** One of the attributes that statements are sorted by. */
export interface SortKey {
  readonly attribute: string;
  readonly down: boolean;
}

/** `date,-speaker`: by date, and where that is the same by speaker from Z to A. */
export function printSort(keys: readonly SortKey[]): string {
  return keys.map(({ attribute, down }) => (down ? "-" : "") + attribute).join(",");
}

/** Reads what `printSort` wrote; an attribute counts where it comes first. */
export function parseSort(source: string): readonly SortKey[] {
  const keys = new Map<string, SortKey>();
  for (const [, minus, attribute = ""] of source.matchAll(/(-?)([\w.-]+)/g))
    if (!keys.has(attribute)) keys.set(attribute, { attribute, down: minus === "-" });
  return [...keys.values()];
}

/** One collator for all: making one costs more than a thousand comparisons. */
const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });

/**
 * The statements sorted by the keys, those equal in all of them in the order they came. What is
 * empty comes last, either way. Each attribute's texts are compared once, then only their ranks.
 */
export function* sortedSteps(
  statements: readonly Statement[],
  keys: readonly SortKey[],
  attributes: readonly Attribute[],
  project: ProjectRecords,
): Steps<readonly Statement[]> {
  const columns: { ranks: Float64Array; sign: number }[] = [];
  for (const { attribute: id, down } of keys) {
    const attribute = attributes.find((candidate) => candidate.id === id);
    if (!attribute) continue;
    const ranks = yield* ranksOf(statements, attribute, project);
    columns.push({ ranks, sign: down ? -1 : 1 });
  }
  if (columns.length === 0) return statements;
  const places = yield* sortSteps([...statements.keys()], (a, b) => {
    for (const { ranks, sign } of columns) {
      const [left = NaN, right = NaN] = [ranks[a], ranks[b]];
      if (left === right) continue;
      if (Number.isNaN(left) || Number.isNaN(right)) {
        if (Number.isNaN(left) && Number.isNaN(right)) continue;
        return Number.isNaN(left) ? 1 : -1;
      }
      return sign * (left - right);
    }
    return 0;
  });
  const sorted: Statement[] = [];
  yield* stepping(places, (place) => {
    const statement = statements[place];
    if (statement) sorted.push(statement);
  });
  return sorted;
}

/** Numbers in the order of the attribute's values; NaN where there is none. */
function* ranksOf(
  statements: readonly Statement[],
  attribute: Attribute,
  project: ProjectRecords,
): Steps<Float64Array> {
  const ranks = new Float64Array(statements.length).fill(NaN);
  let at = 0;
  if (attribute.rank) {
    yield* stepping(statements, (statement) => {
      ranks[at] = attribute.rank?.(statement) ?? NaN;
      at += 1;
    });
    return ranks;
  }
  const texts: string[] = [];
  yield* stepping(statements, (statement) => texts.push(sortText(project, attribute, statement)));
  const choices = attribute.kind.is === "choice" ? attribute.kind.choices : null;
  const compare = choices
    ? (a: string, b: string) => placeOf(choices, a) - placeOf(choices, b) || collator.compare(a, b)
    : collator.compare;
  const distinct = yield* sortSteps([...new Set(texts)], compare);
  const rankOf = new Map<string, number>();
  let rank = 0;
  let before = distinct[0] ?? "";
  yield* stepping(distinct, (text) => {
    if (compare(before, text) !== 0) rank += 1;
    before = text;
    rankOf.set(text, rank);
  });
  yield* stepping(texts, (text) => {
    ranks[at] = text === "" ? NaN : (rankOf.get(text) ?? NaN);
    at += 1;
  });
  return ranks;
}

/** Long enough to tell apart what a person would compare. */
function sortText(project: ProjectRecords, attribute: Attribute, statement: Statement): string {
  return valuesText(project, attribute, statement).slice(0, 200);
}

/** Choices sort in the order in which they are offered. */
function placeOf(choices: readonly string[], text: string): number {
  const place = choices.indexOf(text.split(", ")[0] ?? "");
  return place === -1 ? choices.length : place;
}

/** Statements that have one value of an attribute. */
export interface Group {
  /** The value; empty for those that have none. */
  readonly key: string;
  readonly label: string;
  readonly statements: readonly Statement[];
}

/** What may be grouped by, beside every attribute: the month of the article. */
export const byMonth = "month";

/**
 * The statements by their values of an attribute, each group in the order given; a statement with
 * several values stands in several groups. Dates and months in the order of time, choices in their
 * own, others the largest first; those without a value last.
 */
export function* groupSteps(
  statements: readonly Statement[],
  by: string,
  attributes: readonly Attribute[],
  project: ProjectRecords,
): Steps<readonly Group[] | null> {
  const attribute = attributes.find(({ id }) => id === (by === byMonth ? "date" : by));
  if (!attribute) return null;
  const members = new Map<string, Statement[]>();
  yield* stepping(statements, (statement) => {
    const values = attribute.values(statement);
    for (const value of values.length > 0 ? values : [""]) {
      const key = by === byMonth ? value.slice(0, 7) : value;
      const group = members.get(key);
      if (group) group.push(statement);
      else members.set(key, [statement]);
    }
  });
  const groups = [...members].map(([key, inIt]): Group => ({
    key,
    label: key === "" ? `No ${attribute.label.toLowerCase()}` : valueName(project, attribute, key),
    statements: inIt,
  }));
  return yield* sortSteps(groups, (a, b) => orderOf(attribute, a, b));
}

function orderOf({ kind }: Attribute, a: Group, b: Group): number {
  if (a.key === "" || b.key === "") return (a.key === "" ? 1 : 0) - (b.key === "" ? 1 : 0);
  if (kind.is === "choice") return placeOf(kind.choices, a.key) - placeOf(kind.choices, b.key);
  if (kind.is === "date") return a.key < b.key ? -1 : 1;
  if (kind.is === "number") return Number(a.key) - Number(b.key);
  return b.statements.length - a.statements.length || collator.compare(a.label, b.label);
}
