import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ProjectBundle } from "../../../../src/model/bundle.ts";
import {
  attributesOf,
  valueName,
  type ProjectRecords,
} from "../../../../src/model/query/attribute.ts";
import {
  everything,
  parseFilter,
  printFilter,
  type Filter,
} from "../../../../src/model/query/filter.ts";
import { predicateOf } from "../../../../src/model/query/matching.ts";
import { foldedText } from "../../../../src/model/query/folding.ts";
import type { Statement } from "../../../../src/model/statement.ts";
import { branchesOf, subtreeOf } from "../../../../src/model/topicTree.ts";
import { projectBundle } from "../../arbitraries.ts";
import { idOf, smallBundle } from "../../smallBundle.ts";
import { filterOf, recordsOf } from "./project.ts";

const filterAndProject = projectBundle.chain((bundle) =>
  fc.tuple(fc.constant(bundle), filterOf(bundle)),
);

/** Lists of one are written as what is in them. */
function flat(filter: Filter): Filter {
  if (filter.is === "not") return { is: "not", of: flat(filter.of) };
  if (filter.is !== "all" && filter.is !== "any") return filter;
  const of = filter.of.map(flat);
  return of.length === 1 && of[0] ? of[0] : { ...filter, of };
}

describe("the filter language", () => {
  test("reads back what it writes", () => {
    fc.assert(
      fc.property(filterAndProject, ([, filter]) => {
        expect(parseFilter(printFilter(filter))).toEqual(flat(filter));
      }),
    );
  });

  test("is what an address can show", () => {
    const filter = parseFilter(
      'speaker is a,b and not (stance is opposes or date from 2024 to 2024-05) and note has "x y"',
    );
    expect(filter && printFilter(filter)).toBe(
      'speaker is a,b and not (stance is opposes or date from 2024 to 2024-05) and note has "x y"',
    );
    expect(parseFilter("")).toEqual(everything);
  });

  test("refuses what it cannot read, however deep", () => {
    for (const wrong of [
      "speaker",
      "speaker is",
      "speaker is a,",
      "(speaker is a",
      "speaker is a)",
      "not",
      'note has "x',
      "topic is a with fury",
      "date from",
      "speaker is a speaker is b",
      "(".repeat(100_000),
      "not ".repeat(100_000),
    ])
      expect([wrong.slice(0, 40), parseFilter(wrong)]).toEqual([wrong.slice(0, 40), null]);
  });

  test("reads anything without failing", () => {
    const piece = fc.constantFrom(
      "speaker",
      "is",
      "(",
      ")",
      ",",
      "and",
      "or",
      "not",
      "from",
      "to",
      '"',
      "x",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece).map((all) => all.join(" ")),
        ),
        (source) => {
          const filter = parseFilter(source);
          expect(filter && parseFilter(printFilter(filter))).toEqual(filter && flat(filter));
        },
      ),
    );
  });
});

/** What a filter means, said as plainly as can be and without a thought for speed. */
function fitsPlainly(project: ProjectRecords, filter: Filter, statement: Statement): boolean {
  const again = (part: Filter) => fitsPlainly(project, part, statement);
  if (filter.is === "all") return !filter.of.some((part) => !again(part));
  if (filter.is === "any") return filter.of.map(again).includes(true);
  if (filter.is === "not") return !again(filter.of);
  const attribute = attributesOf(project).find(({ id }) => id === filter.attribute);
  if (!attribute) return false;
  const values = attribute.values(statement);
  switch (filter.is) {
    case "empty":
      return values.length === 0;
    case "has":
      return values.some((value) =>
        foldedText(valueName(project, attribute, value)).includes(foldedText(filter.words)),
      );
    case "one of": {
      if (attribute.id !== "topic") return filter.values.some((value) => values.includes(value));
      const isIn = (id: string | null): boolean => {
        if (id === null) return false;
        if (filter.values.includes(id)) return true;
        return filter.below && isIn(project.get("topics", id)?.parentId ?? null);
      };
      return statement.topics.some(
        ({ topicId, stance }) =>
          isIn(topicId) && (filter.stances.length === 0 || filter.stances.includes(stance)),
      );
    }
    case "between": {
      if (attribute.kind.is === "number") {
        const value = attribute.rank?.(statement);
        if (value === null || value === undefined) return false;
        if (filter.from !== null && !(value >= Number(filter.from))) return false;
        return filter.to === null || value <= Number(filter.to);
      }
      if (attribute.kind.is !== "date") return false;
      return values.some((value) => {
        const first = value.padEnd(10, "-01-01".slice(value.length === 4 ? 0 : 3));
        const last =
          value.length >= 10 ? value : value.length === 7 ? `${value}-31` : `${value}-12-31`;
        const from = filter.from ?? "0000";
        const to = filter.to ?? "9999";
        return (
          first >=
            (from.length === 10 ? from : from.length === 7 ? `${from}-01` : `${from}-01-01`) &&
          last <= (to.length === 10 ? to : to.length === 7 ? `${to}-31` : `${to}-12-31`)
        );
      });
    }
  }
}

describe("a filter", () => {
  test("leaves the statements that it plainly means", () => {
    const noDate = /\s(2|-1)(?=\s|\)|$)/; // the builder gives no date such a bound
    fc.assert(
      fc.property(filterAndProject, ([bundle, filter]) => {
        fc.pre(!noDate.test(printFilter(filter)));
        const project = recordsOf(bundle);
        const fits = predicateOf(filter, attributesOf(project), project);
        for (const statement of bundle.statements)
          expect(fits(statement)).toBe(fitsPlainly(project, filter, statement));
      }),
    );
  });

  test("of a date known to the month asks for the whole month", () => {
    const bundle = smallBundle({ article: { publishedAt: "2024-05" } });
    const project = recordsOf(bundle);
    const fits = (source: string) => {
      const filter = parseFilter(source);
      if (!filter) throw new Error(source);
      return bundle.statements.filter(predicateOf(filter, attributesOf(project), project)).length;
    };
    expect(fits("date from 2024-05 to 2024-05")).toBe(1);
    expect(fits("date from 2024 to 2024")).toBe(1);
    expect(fits("date from 2024-05-02")).toBe(0);
    expect(fits("date to 2024-05-30")).toBe(0);
    expect(fits("date from 2024-05-01 to 2024-06")).toBe(1);
  });

  test("of a topic with its subtopics and a stance asks for that very pair", () => {
    const small = smallBundle();
    const [topic] = small.topics;
    const [statement] = small.statements;
    if (!topic || !statement) throw new Error("a project of one each");
    const child = { ...topic, id: idOf<"topic">(31), name: "steel", parentId: topic.id };
    const bundle: ProjectBundle = {
      ...small,
      topics: [topic, child],
      statements: [
        {
          ...statement,
          topics: [
            { topicId: child.id, stance: "opposes" },
            { topicId: topic.id, stance: "supports" },
          ],
        },
      ],
    };
    const project = recordsOf(bundle);
    const fits = (source: string) => {
      const filter = parseFilter(source);
      if (!filter) throw new Error(source);
      return bundle.statements.some(predicateOf(filter, attributesOf(project), project));
    };
    expect(fits(`topic is ${topic.id} with opposes`)).toBe(false);
    expect(fits(`topic is ${topic.id} with supports`)).toBe(true);
    expect(fits(`topic under ${topic.id} with opposes`)).toBe(true);
    expect(fits(`topic under ${child.id} with supports`)).toBe(false);
  });

  test("of a topic and those below it finds what the codebook counts there", () => {
    fc.assert(
      fc.property(projectBundle, (bundle) => {
        const project = recordsOf(bundle);
        const attributes = attributesOf(project);
        for (const topic of bundle.topics) {
          const below = new Set(subtreeOf(branchesOf(bundle.topics), topic).map(({ id }) => id));
          const filter = parseFilter(`topic under ${topic.id}`);
          const fits = predicateOf(filter ?? everything, attributes, project);
          for (const statement of bundle.statements)
            expect(fits(statement)).toBe(
              statement.topics.some(({ topicId }) => below.has(topicId)),
            );
        }
      }),
    );
  });
});
