import { expect, test } from "vitest";
import { checkSteps } from "../../../../src/model/query/checks.ts";
import { atOnce } from "../../../../src/model/query/slices.ts";
import type { Statement } from "../../../../src/model/statement.ts";
import { idOf, smallBundle } from "../../smallBundle.ts";
import { recordsOf } from "./project.ts";

const small = smallBundle();
const [statement] = small.statements;
const [speaker] = small.speakers;
const [article] = small.articles;

function check(...changes: readonly Partial<Statement>[]) {
  if (!statement || !speaker || !article) throw new Error("a project of one each");
  const bundle = {
    ...small,
    speakers: [speaker, { ...speaker, id: idOf<"speaker">(51), organisationId: null }],
    articles: [article, { ...article, id: idOf<"article">(61) }],
    statements: changes.map((change, i) => ({
      ...statement,
      id: idOf<"statement">(100 + i),
      ...change,
    })),
  };
  return atOnce(
    checkSteps(bundle.statements, recordsOf(bundle), new Set([idOf<"statement">(101)])),
  );
}

const at = (start: number) =>
  statement ? statement.ranges.map((range) => ({ ...range, start, end: start + 6 })) : [];

test("each check finds what it names, and nothing else", () => {
  const found = check(
    {},
    { ranges: at(20), speakerIds: [] },
    { ranges: at(30), topics: [] },
    { ranges: at(40), topics: [{ topicId: idOf(3), stance: "not set" }] },
    { ranges: at(50), speakerIds: [idOf(51)] },
  );
  expect(found).toMatchObject({
    misplaced: [idOf(101)],
    "no speaker": [idOf(101)],
    "no topic": [idOf(102)],
    "stance not set": [idOf(103)],
    "no organisation": [idOf(104)],
    twice: [],
  });
  // Both articles have the same words, and all statements stand in one of them.
  expect(found["same text"]).toHaveLength(5);
});

test("a statement whose words are gone is found as that", () => {
  const found = check({ lost: true }, { lost: true, topics: [] }, {});
  expect(found.lost).toEqual([idOf(100), idOf(101)]);
  expect(found.twice).toEqual([]);
});

test("a passage counts twice only with a speaker and a topic in common", () => {
  const other = [{ topicId: idOf<"topic">(99), stance: "opposes" as const }];
  expect(check({}, {}).twice).toEqual([idOf(100), idOf(101)]);
  expect(check({}, { topics: other }).twice).toEqual([]);
  expect(check({}, { speakerIds: [idOf(51)] }).twice).toEqual([]);
  expect(check({}, { speakerIds: [idOf(51), idOf(5)] }).twice).toHaveLength(2);
  expect(check({}, { articleId: idOf(61) }).twice).toEqual([]);
  expect(check({ topics: [] }, { topics: [] }).twice).toHaveLength(2);
});
