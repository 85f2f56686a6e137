import type { Article } from "../model/article.ts";
import { convertedValue, type Field, type FieldShape, type FieldValues } from "../model/field.ts";
import { canMerge, fieldMerged, withFieldsMerged, type ValueRule } from "../model/fieldMerge.ts";
import { newId, type FieldId } from "../model/id.ts";
import { sameName } from "../model/name.ts";
import type { Result } from "../model/problem.ts";
import type { Statement } from "../model/statement.ts";
import {
  changeStatements,
  counted,
  entriesOf,
  entryOf,
  refuseTaken,
  renameInViews,
  validName,
} from "./codebookDraft.ts";
import { commit, Refusal, type Draft } from "./commit.ts";
import type { Actor } from "./store.ts";

/** Makes a field of statements or of articles, the last of its list. */
export function createField(
  actor: Actor,
  given: Pick<Field, "on" | "name" | "kind" | "choices">,
): Promise<Result<Field>> {
  return commit(actor, "Add a field", async (draft) => {
    const fields = await entriesOf(draft, actor, "fields");
    const among = fields.filter(({ on }) => on === given.on);
    const field: Field = {
      id: newId(),
      projectId: actor.projectId,
      on: given.on,
      name: validName(given.name),
      kind: given.kind,
      choices: validChoices(given),
      archived: false,
      position: 1 + Math.max(-1, ...among.map(({ position }) => position)),
    };
    refuseTaken("fields", field.name, among, ` on ${field.on}s`);
    await draft.put("fields", field);
    return field;
  });
}

export function renameField(actor: Actor, id: FieldId, name: string): Promise<Result<Field>> {
  return commit(actor, "Rename a field", async (draft) => {
    const fields = await entriesOf(draft, actor, "fields");
    const field: Field = { ...entryOf(fields, id, "fields"), name: validName(name) };
    const others = fields.filter((one) => one.on === field.on && one.id !== id);
    refuseTaken("fields", field.name, others, ` on ${field.on}s`);
    await draft.put("fields", field);
    return field;
  });
}

/**
 * Changes what a field takes. Values that fit are kept, or kept in the form of the new kind; those
 * that do not are lost.
 * @param renamed choices that have another name now, by their old one
 */
export function reshapeField(
  actor: Actor,
  id: FieldId,
  shape: FieldShape,
  renamed: ReadonlyMap<string, string> = new Map(),
): Promise<Result<Field>> {
  return commit(actor, "Change what a field takes", async (draft) => {
    const before = entryOf(await entriesOf(draft, actor, "fields"), id, "fields");
    const field: Field = { ...before, kind: shape.kind, choices: validChoices(shape) };
    await draft.put("fields", field);
    await changeValues(draft, actor, field, (values) => {
      const value = values[id];
      if (value === undefined) return values;
      const converted = convertedValue(value, field, renamed);
      if (converted === value) return values;
      const { [id]: _, ...others } = values;
      return converted === null ? others : { ...others, [id]: converted };
    });
    return field;
  });
}

/**
 * Puts a field at `index` among those of the same records that are offered (itself not counted);
 * archived ones come after them.
 */
export function moveField(actor: Actor, id: FieldId, index: number): Promise<Result<void>> {
  return commit(actor, "Move a field", async (draft) => {
    const fields = await entriesOf(draft, actor, "fields");
    const field = entryOf(fields, id, "fields");
    const others = fields
      .filter((one) => one.on === field.on && one.id !== id)
      .toSorted((a, b) => a.position - b.position);
    const list = [
      ...others.filter(({ archived }) => !archived).toSpliced(Math.max(0, index), 0, field),
      ...others.filter(({ archived }) => archived),
    ];
    await draft.putAll(
      "fields",
      list
        .map((one, position) => ({ ...one, position }))
        .filter((one, i) => one.position !== list[i]?.position),
    );
  });
}

/**
 * Makes one field of several that take the same: their values and choices go to `into`, as the rule
 * says where a record has more than one. Named views go by the one that stays.
 */
export function mergeFields(
  actor: Actor,
  into: FieldId,
  from: readonly FieldId[],
  rule: ValueRule = "keep",
): Promise<Result<Field>> {
  const gone = [...new Set(from)].filter((id) => id !== into);
  return commit(actor, `Merge ${counted("fields", gone.length + 1)}`, async (draft) => {
    const fields = await entriesOf(draft, actor, "fields");
    const target = entryOf(fields, into, "fields");
    const sources = gone.map((id) => entryOf(fields, id, "fields"));
    for (const source of sources)
      if (!canMerge(target, source))
        throw new Refusal(
          `“${source.name}” takes ${source.kind} on ${source.on}s, “${target.name}” takes ${target.kind} on ${target.on}s.`,
          "Change what one of them takes first, or choose fields that take the same.",
        );
    const merged = fieldMerged(target, sources);
    await draft.put("fields", merged);
    for (const id of gone) await draft.remove("fields", id);
    await changeValues(draft, actor, merged, (values) =>
      withFieldsMerged(values, merged, gone, rule),
    );
    await renameInViews(draft, actor, into, new Set(gone));
    return merged;
  });
}

/** Deletes fields with their values; resolves to how many. */
export function deleteFields(actor: Actor, ids: readonly FieldId[]): Promise<Result<number>> {
  return commit(actor, `Delete ${counted("fields", ids.length)}`, async (draft) => {
    const fields = await entriesOf(draft, actor, "fields");
    for (const id of ids) {
      const field = entryOf(fields, id, "fields");
      await draft.remove("fields", id);
      await changeValues(draft, actor, field, (values) => {
        if (!(id in values)) return values;
        const { [id]: _, ...others } = values;
        return others;
      });
    }
    return ids.length;
  });
}

/** Changes the values of the records that have the field. */
async function changeValues(
  draft: Draft,
  actor: Actor,
  { on }: Field,
  change: (values: FieldValues) => FieldValues,
): Promise<void> {
  const changed = <T extends Statement | Article>(record: T): T => {
    const fields = change(record.fields);
    return fields === record.fields ? record : { ...record, fields };
  };
  if (on === "statement") {
    await changeStatements(draft, actor, changed);
    return;
  }
  const articles = await entriesOf(draft, actor, "articles");
  await draft.putAll(
    "articles",
    articles.map(changed).filter((article, i) => article !== articles[i]),
  );
}

/** Choices as they may be kept: none empty or twice, and none at all where nothing is chosen. */
function validChoices({ kind, choices }: FieldShape): readonly string[] {
  if (kind !== "choice") return [];
  const kept: string[] = [];
  for (const choice of choices.map((one) => one.trim()).filter((one) => one !== ""))
    if (!kept.some((one) => sameName(one, choice))) kept.push(choice);
  if (kept.length === 0)
    throw new Refusal("There is nothing to choose from.", "Write at least one choice.");
  return kept;
}
