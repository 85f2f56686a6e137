import { describe, expect, test } from "vitest";
import { loose } from "../../../../src/model/query/folding.ts";
import {
  HitGatherer,
  misplaced,
  mostHits,
  statementSteps,
  type SearchedStatement,
} from "../../../../src/model/query/searchIndex.ts";
import { atOnce } from "../../../../src/model/query/slices.ts";
import { parseSought, SearchableText, type Sought } from "../../../../src/model/query/sought.ts";
import { anchored } from "../../../../src/model/statement.ts";
import { idOf } from "../../smallBundle.ts";

const text = "We oppose the tariffs, Wang said, and will act. Tariffs hurt.";

function statement(number: number, start: number, end: number, note = ""): SearchedStatement {
  return {
    id: idOf(number),
    articleId: idOf(6),
    ranges: anchored(text, [{ start, end }]),
    note,
    names: [idOf(6), idOf(5)],
  };
}

function sought(typed: string): Sought {
  const parsed = parseSought(typed, loose);
  if (!parsed.ok) throw new Error(parsed.problem.what);
  return parsed.value;
}

const statements = [statement(8, 0, 21, "about steel"), statement(9, 34, 46)];
const names = new Map<string, string>([
  [idOf(6), "Talks in Almaty"],
  [idOf(5), "Wang Yi\nMinister Wang\nChina"],
]);

describe("searching statements", () => {
  const found = (typed: string) => atOnce(statementSteps(statements, names, sought(typed)));

  test("looks in the quote, the note and the names together", () => {
    expect(found("tariffs")).toEqual([idOf(8)]);
    expect(found("act")).toEqual([idOf(9)]);
    expect(found("steel wang oppose")).toEqual([idOf(8)]);
    expect(found("almaty")).toEqual([idOf(8), idOf(9)]);
    expect(found("said")).toEqual([]); // between the statements, in neither
  });

  test("leaves out what must not be there", () => {
    expect(found("china -steel")).toEqual([idOf(9)]);
    expect(found("-act")).toEqual([idOf(8)]);
    expect(found("-china")).toEqual([]);
  });
});

describe("hits in context", () => {
  const hits = (typed: string) => {
    const gatherer = new HitGatherer(sought(typed));
    gatherer.add(idOf(6), new SearchableText(text, loose), statements);
    return gatherer.list;
  };

  test("are all places in the text and in notes, with the statement that is there", () => {
    const list = hits("tariffs");
    expect(list.hits.map(({ words, within }) => [words, within])).toEqual([
      ["tariffs", idOf(8)],
      ["Tariffs", null],
    ]);
    expect(list.hits[0]?.before).toBe("We oppose the ");
    expect(list.hits[0]?.after.startsWith(", Wang said")).toBe(true);
    expect(hits("steel").hits).toMatchObject([
      { words: "steel", noteOf: idOf(8), within: idOf(8) },
    ]);
  });

  test("of several terms are those of texts that have all of them, in the order of the text", () => {
    expect(hits("said tariffs").hits.map(({ words }) => words)).toEqual([
      "tariffs",
      "said",
      "Tariffs",
    ]);
    expect(hits("said steel").hits).toEqual([]);
    expect(hits("said -hurt").hits).toEqual([]);
  });

  test("within some statements are those in their words and notes alone", () => {
    const within = (typed: string, ...only: readonly number[]) => {
      const gatherer = new HitGatherer(sought(typed), new Set(only.map((id) => idOf(id))));
      gatherer.add(idOf(6), new SearchableText(text, loose), statements);
      return gatherer.list;
    };
    expect(within("tariffs", 8, 9)).toMatchObject({
      hits: [{ words: "tariffs", within: idOf(8) }],
      count: 1,
      articles: 1,
    });
    expect(within("tariffs", 9)).toEqual({ hits: [], count: 0, articles: 0 });
    expect(within("steel", 8).hits).toMatchObject([{ noteOf: idOf(8) }]);
    expect(within("steel", 9).count).toBe(0);
    expect(within("tariffs").count).toBe(0);
    // A term must stand in the text, as without a filter; where, each hit tells.
    expect(within("said tariffs", 8).hits.map(({ words }) => words)).toEqual(["tariffs"]);
  });

  test("are counted beyond those that are listed", () => {
    const gatherer = new HitGatherer(sought("a"));
    gatherer.add(idOf(6), new SearchableText("a ".repeat(mostHits + 7), loose), []);
    expect(gatherer.list.count).toBe(mostHits + 7);
    expect(gatherer.list.hits).toHaveLength(mostHits);
  });
});

test("statements whose words stand elsewhere now are told from those in place", () => {
  expect(misplaced(text, statements)).toEqual([]);
  expect(misplaced(text.replace("act", "rest"), statements)).toEqual([idOf(9)]);
  expect(misplaced(`x${text}`, statements)).toEqual([idOf(8), idOf(9)]);
});
