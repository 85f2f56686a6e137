import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fieldFault, type Field, type FieldValues } from "../../../src/model/field.ts";
import {
  canMerge,
  fieldMerged,
  fieldMergeEffect,
  withFieldsMerged,
  type ValueRule,
} from "../../../src/model/fieldMerge.ts";
import { folded } from "../../../src/model/name.ts";
import { idOf } from "../smallBundle.ts";

const base: Field = {
  id: idOf(100),
  projectId: idOf(1),
  on: "statement",
  name: "Tone",
  kind: "choice",
  choices: ["calm"],
  archived: false,
  position: 0,
};
const names = ["calm", "Calm", "sharp", "SHARP", "ironic", "dry"];

/** Fields of choices that share some, in other case too. */
const fields = fc
  .array(fc.uniqueArray(fc.constantFrom(...names), { selector: folded, minLength: 1 }), {
    minLength: 2,
    maxLength: 4,
  })
  .map((lists) => lists.map((choices, i): Field => ({ ...base, id: idOf(100 + i), choices })));

/** Fields, and what statements of some articles have in them and in one that is not merged. */
const records = fields.chain((all) =>
  fc.record({
    all: fc.constant(all),
    records: fc.array(
      fc.record({
        articleId: fc.constantFrom(idOf<"article">(6), idOf<"article">(9)),
        fields: fc
          .tuple(...all.map(({ choices }) => fc.option(fc.constantFrom(...choices))))
          .map((values): FieldValues =>
            Object.fromEntries([
              [idOf(999), "other"],
              ...values.flatMap((value, i) => (value === null ? [] : [[all[i]?.id, value]])),
            ]),
          ),
      }),
      { maxLength: 8 },
    ),
    rule: fc.constantFrom<ValueRule>("keep", "replace"),
  }),
);

describe("merging fields", () => {
  test("loses no value but those that it counts as in conflict, and none of another field", () => {
    fc.assert(
      fc.property(records, ({ all, records: given, rule }) => {
        const [into, ...from] = all;
        if (!into) return;
        const merged = fieldMerged(into, from);
        const ids = from.map(({ id }) => id);
        const effect = fieldMergeEffect(given, into, from);
        const counted = { statements: 0, several: 0, conflicts: 0 };
        const articles = new Set<string>();
        for (const { articleId, fields: values } of given) {
          const after = withFieldsMerged(values, merged, ids, rule);
          const had = all.flatMap(({ id }) => values[id] ?? []);
          const value = after[into.id];
          expect(after[idOf<"field">(999)]).toBe("other");
          expect(ids.some((id) => id in after)).toBe(false);
          // Something was there exactly if something still is, it is one of the old, and it fits.
          expect(value !== undefined).toBe(had.length > 0);
          if (value !== undefined) {
            expect(had.map((one) => folded(String(one)))).toContain(folded(String(value)));
            expect(fieldFault(merged, value)).toBeNull();
          }
          if (after === values) continue;
          counted.statements += 1;
          articles.add(articleId);
          if (had.length > 1) counted.several += 1;
          if (new Set(had.map((one) => folded(String(one)))).size > 1) counted.conflicts += 1;
        }
        expect(effect).toEqual({ ...counted, articles: articles.size });
      }),
    );
  });

  test("keeps the value that the rule names", () => {
    fc.assert(
      fc.property(records, ({ all, records: given, rule }) => {
        const [into, ...from] = all;
        if (!into) return;
        const order = rule === "keep" ? all : [...from, into];
        for (const { fields: values } of given) {
          const first = order.flatMap(({ id }) => values[id] ?? [])[0];
          const after = withFieldsMerged(
            values,
            fieldMerged(into, from),
            from.map(({ id }) => id),
            rule,
          );
          expect(folded(String(after[into.id]))).toBe(folded(String(first)));
        }
      }),
    );
  });

  test("of articles counts articles", () => {
    const desk: Field = { ...base, on: "article", kind: "text", choices: [] };
    const beat: Field = { ...desk, id: idOf(101) };
    const given = [
      { articleId: idOf<"article">(6), fields: { [desk.id]: "a", [beat.id]: "b" } },
      { articleId: idOf<"article">(7), fields: { [beat.id]: "b" } },
      { articleId: idOf<"article">(8), fields: { [desk.id]: "a" } },
    ];
    expect(fieldMergeEffect(given, desk, [beat])).toEqual({
      statements: 0,
      articles: 2,
      several: 1,
      conflicts: 1,
    });
  });

  test("is for fields of the same records that take the same", () => {
    expect(canMerge(base, { ...base, id: idOf(101) })).toBe(true);
    expect(canMerge(base, { ...base, on: "article" })).toBe(false);
    expect(canMerge(base, { ...base, kind: "text" })).toBe(false);
  });
});
