import fc from "fast-check";
import type { ProjectBundle } from "../../../../src/model/bundle.ts";
import type { Records, TableName } from "../../../../src/model/change.ts";
import { attributesOf, type ProjectRecords } from "../../../../src/model/query/attribute.ts";
import type { Filter, Test } from "../../../../src/model/query/filter.ts";
import { stances } from "../../../../src/model/statement.ts";

/** A bundle as queries read a project. */
export function recordsOf(bundle: ProjectBundle): ProjectRecords {
  const tables = { ...bundle, projects: [bundle.project], points: [], rejections: [] };
  return {
    all: <T extends TableName>(table: T) => tables[table] as unknown as readonly Records[T][],
    get: <T extends TableName>(table: T, id: string) =>
      (tables[table] as unknown as readonly Records[T][]).find((record) => record.id === id),
  };
}

/** Any filter; its values are mostly such as the project has. */
export function filterOf(bundle: ProjectBundle): fc.Arbitrary<Filter> {
  const project = recordsOf(bundle);
  const attributes = attributesOf(project);
  const present = attributes.flatMap((attribute) =>
    bundle.statements.flatMap((statement) => attribute.values(statement)),
  );
  const attribute = fc.constantFrom(...attributes.map(({ id }) => id), "gone");
  const value = fc.oneof(
    fc.constantFrom("tariff", "", "and", 'a "b" \\ c', ...present),
    fc.string({ unit: "grapheme" }),
  );
  const bound = fc.option(fc.constantFrom("2024", "2024-05", "2024-05-03", "1999", "2", "-1"));
  const test: fc.Arbitrary<Test> = fc.oneof(
    fc.record({
      is: fc.constant("one of" as const),
      attribute,
      values: fc.array(value, { minLength: 1, maxLength: 3 }),
      below: fc.boolean(),
      stances: fc.subarray([...stances]),
    }),
    fc.record({ is: fc.constant("has" as const), attribute, words: value }),
    fc
      .record({ is: fc.constant("between" as const), attribute, from: bound, to: bound })
      .filter(({ from, to }) => from !== null || to !== null),
    fc.record({ is: fc.constant("empty" as const), attribute }),
  );
  return fc.letrec<{ filter: Filter }>((tie) => ({
    filter: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      test,
      fc.record({ is: fc.constant("not" as const), of: tie("filter") }),
      fc.record({
        is: fc.constantFrom("all" as const, "any" as const),
        of: fc.array(tie("filter"), { maxLength: 3 }),
      }),
    ),
  })).filter;
}
