import { sameValue } from "./change.ts";
import { convertedValue, type Field, type FieldValue, type FieldValues } from "./field.ts";
import type { ArticleId, FieldId } from "./id.ts";
import type { MergeEffect } from "./merge.ts";
import { sameName } from "./name.ts";

/**
 * Whose value a record keeps that has one in several of the merged fields: "keep" that of the field
 * that stays, "replace" that of the first of the others. Where only one has a value, it is kept.
 */
export type ValueRule = "keep" | "replace";

/** What a merge of fields reads of a statement or an article. */
interface Filled {
  readonly articleId: ArticleId;
  readonly fields: FieldValues;
}

/** Whether one field can become part of the other: both of the same records, and taking the same. */
export function canMerge(a: Field, b: Field): boolean {
  return a.on === b.on && a.kind === b.kind;
}

/** A field that others are one with: it keeps its name and place, and takes their choices as well. */
export function fieldMerged(into: Field, from: readonly Field[]): Field {
  const choices = [...into.choices];
  for (const choice of from.flatMap((field) => field.choices))
    if (!choices.some((one) => sameName(one, choice))) choices.push(choice);
  return { ...into, choices };
}

/**
 * What it would do to put the fields `from` together with `into`: of how many articles those are
 * that change, or have a statement that does. Of fields of articles, `statements` is 0, and
 * `several` and `conflicts` count articles.
 */
export function fieldMergeEffect(
  records: Iterable<Filled>,
  into: Field,
  from: readonly Field[],
): MergeEffect {
  const articles = new Set<ArticleId>();
  const effect = { statements: 0, several: 0, conflicts: 0 };
  const merged = fieldMerged(into, from);
  for (const { articleId, fields } of records) {
    if (from.every(({ id }) => fields[id] === undefined)) continue;
    articles.add(articleId);
    if (into.on === "statement") effect.statements += 1;
    const had = valuesIn(fields, merged, [into.id, ...from.map(({ id }) => id)]);
    if (had.length > 1) effect.several += 1;
    if (had.some((value) => !sameValue(value, had[0]))) effect.conflicts += 1;
  }
  return { ...effect, articles: articles.size };
}

/**
 * A record's values with one of the field that stays in place of those of the merged ones; the same
 * object where it has none of `from`.
 * @param merged the field that stays, as `fieldMerged` makes it
 */
export function withFieldsMerged(
  values: FieldValues,
  merged: Field,
  from: readonly FieldId[],
  rule: ValueRule,
): FieldValues {
  if (from.every((id) => values[id] === undefined)) return values;
  const order = rule === "keep" ? [merged.id, ...from] : [...from, merged.id];
  const [value] = valuesIn(values, merged, order);
  const gone = new Set<string>([merged.id, ...from]);
  const others = Object.entries(values).filter(([id]) => !gone.has(id));
  return Object.fromEntries(value === undefined ? others : [...others, [merged.id, value]]);
}

/** The values of the fields, in this order, as the merged field has them. */
function valuesIn(values: FieldValues, merged: Field, order: readonly FieldId[]): FieldValue[] {
  return order.flatMap((id) => {
    const value = values[id];
    return value === undefined ? [] : (convertedValue(value, merged) ?? []);
  });
}
