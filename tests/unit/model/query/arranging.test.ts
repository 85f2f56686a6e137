import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  groupSteps,
  parseSort,
  printSort,
  sortedSteps,
} from "../../../../src/model/query/arranging.ts";
import { attributesOf } from "../../../../src/model/query/attribute.ts";
import { atOnce, sortSteps } from "../../../../src/model/query/slices.ts";
import type { Statement } from "../../../../src/model/statement.ts";
import { projectBundle } from "../../arbitraries.ts";
import { idOf, smallBundle } from "../../smallBundle.ts";
import { recordsOf } from "./project.ts";

/** Statements that differ as each is told to. */
function several(...changes: readonly Partial<Statement>[]) {
  const small = smallBundle();
  const [statement] = small.statements;
  if (!statement) throw new Error("a project of one each");
  const statements = changes.map((change, i) => ({
    ...statement,
    id: idOf<"statement">(100 + i),
    ...change,
  }));
  const project = recordsOf({ ...small, statements });
  return { statements, project, attributes: attributesOf(project) };
}

describe("sorting", () => {
  test("in slices gives what sorting at once gives, and is stable", () => {
    const pairs = fc.array(fc.tuple(fc.nat(5), fc.nat()), { maxLength: 2000, size: "max" });
    fc.assert(
      fc.property(pairs, (items) => {
        const by = (a: readonly [number, number], b: readonly [number, number]) => a[0] - b[0];
        expect(atOnce(sortSteps(items, by))).toEqual(items.toSorted(by));
      }),
      { numRuns: 30 },
    );
  });

  test("by several keys keeps the order of what is equal in all", () => {
    const { statements, project, attributes } = several(
      { note: "b", quotation: "direct" },
      { note: "a", quotation: "mixed" },
      { note: "", quotation: "direct" },
      { note: "A", quotation: "direct" },
      { note: "b", quotation: "direct" },
    );
    const sorted = (source: string) =>
      atOnce(sortedSteps(statements, parseSort(source), attributes, project)).map((s) =>
        statements.indexOf(s),
      );
    expect(sorted("note")).toEqual([1, 3, 0, 4, 2]);
    expect(sorted("-note")).toEqual([0, 4, 1, 3, 2]); // what is empty comes last, either way
    expect(sorted("quotation,note")).toEqual([3, 0, 4, 2, 1]);
    expect(sorted("quotation,-note")).toEqual([0, 4, 3, 2, 1]);
    expect(sorted("gone")).toEqual([0, 1, 2, 3, 4]);
  });

  test("counts comments and moments as numbers", () => {
    const comment = { coderId: idOf<"coder">(2), at: 0, text: "x" };
    const { statements, project, attributes } = several(
      { comments: [comment, comment], createdAt: 3 },
      { comments: [], createdAt: 20 },
      { comments: [comment], createdAt: 100 },
    );
    const sorted = (source: string) =>
      atOnce(sortedSteps(statements, parseSort(source), attributes, project)).map((s) =>
        statements.indexOf(s),
      );
    expect(sorted("comments")).toEqual([1, 2, 0]);
    expect(sorted("-created")).toEqual([2, 1, 0]);
  });

  test("loses and invents nothing, whatever is sorted by", () => {
    fc.assert(
      fc.property(projectBundle, fc.nat(), (bundle, n) => {
        const project = recordsOf(bundle);
        const attributes = attributesOf(project);
        const keys = [0, 7].map((i) => ({
          attribute: attributes[(n + i) % attributes.length]?.id ?? "",
          down: n % 2 === i % 2,
        }));
        const sorted = atOnce(sortedSteps(bundle.statements, keys, attributes, project));
        expect(new Set(sorted)).toEqual(new Set(bundle.statements));
        expect(sorted).toHaveLength(bundle.statements.length);
        expect(atOnce(sortedSteps(sorted, keys, attributes, project))).toEqual(sorted);
      }),
    );
  });

  test("is written into the address and read back", () => {
    const keys = [
      { attribute: "date", down: true },
      { attribute: "field-1-2", down: false },
    ];
    expect(parseSort(printSort(keys))).toEqual(keys);
    expect(parseSort("note,note,-note")).toEqual([{ attribute: "note", down: false }]);
    expect(parseSort("")).toEqual([]);
  });
});

describe("grouping", () => {
  test("puts a statement under each of its values, and those without one last", () => {
    const { statements, project, attributes } = several(
      { topics: [] },
      { topics: [{ topicId: idOf(3), stance: "supports" }] },
      { speakerIds: [] },
    );
    const groups = (by: string) =>
      atOnce(groupSteps(statements, by, attributes, project))?.map(
        ({ label, statements: inIt }) => `${label} ${inIt.length}`,
      );
    expect(groups("topic")).toEqual(["tariffs 2", "No topics 1"]);
    expect(groups("speaker")).toEqual(["Wang Yi 2", "No speakers 1"]);
    expect(groups("stance")).toEqual(["supports 1", "opposes 1", "No stances 1"]);
    expect(groups("month")).toEqual(["2025-04 3"]);
    expect(groups("gone")).toBeUndefined();
  });

  test("holds each statement as often as it has values", () => {
    fc.assert(
      fc.property(projectBundle, fc.nat(), (bundle, n) => {
        const project = recordsOf(bundle);
        const attributes = attributesOf(project);
        const attribute = attributes[n % attributes.length];
        if (!attribute) return;
        const groups =
          atOnce(groupSteps(bundle.statements, attribute.id, attributes, project)) ?? [];
        for (const statement of bundle.statements) {
          const values = attribute.values(statement);
          const keys = groups.filter((g) => g.statements.includes(statement)).map((g) => g.key);
          expect(new Set(keys)).toEqual(new Set(values.length > 0 ? values : [""]));
        }
      }),
    );
  });
});
