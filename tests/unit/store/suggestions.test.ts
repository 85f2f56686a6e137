import { describe, expect, test } from "vitest";
import { noMetadata } from "../../../src/model/article.ts";
import type { Range } from "../../../src/model/range.ts";
import type { Statement } from "../../../src/model/statement.ts";
import { documentOf } from "../../../src/model/document.ts";
import { addArticles } from "../../../src/store/articles.ts";
import { addCoder } from "../../../src/store/coders.ts";
import {
  acceptSuggestions,
  coversSame,
  forgetLearning,
  forgottenTexts,
  keepLearning,
  learningOf,
  rejectSuggestions,
} from "../../../src/store/suggestions.ts";
import { undo } from "../../../src/store/undo.ts";
import { idOf } from "../smallBundle.ts";
import { must, openProject, recordsOf, refusal } from "./openStore.ts";

const suggestion = {
  articleId: idOf<"article">(6),
  cue: null,
  speakers: [{ name: "Li Na", role: "Minister", organisation: "Ministry of Trade" }],
  topics: [{ name: "trade", stance: "not set" as const }],
  quotation: "indirect" as const,
  note: "",
  inTranscript: false,
};

describe("an accepted suggestion", () => {
  test("becomes a statement with its speaker's role and organisation; undo takes all away", async () => {
    const actor = await openProject();
    const before = await recordsOf(actor.store);
    const [statement] = must(
      await acceptSuggestions(actor, [{ ...suggestion, ranges: [{ start: 10, end: 14 }] }]),
    );
    expect(statement).toMatchObject({ origin: "suggested" });
    const { speakers, organisations } = await recordsOf(actor.store);
    const li = speakers.find(({ name }) => name === "Li Na");
    const body = organisations.find(({ name }) => name === "Ministry of Trade");
    expect(li).toMatchObject({ role: "Minister", organisationId: body?.id });
    must(await undo(actor));
    expect(await recordsOf(actor.store)).toEqual(before);
  });

  test("of other words than were proposed does away with those, as the same action", async () => {
    const actor = await openProject();
    const before = await recordsOf(actor.store);
    const proposed = [{ start: 0, end: 3 }];
    const other = { ...suggestion, ranges: [{ start: 10, end: 14 }], proposed };
    must(await acceptSuggestions(actor, [other]));
    const after = await recordsOf(actor.store);
    expect(after.rejections.map(({ ranges }) => ranges)).toEqual([
      ...before.rejections.map(({ ranges }) => ranges),
      proposed,
    ]);
    must(await undo(actor));
    expect(await recordsOf(actor.store)).toEqual(before);
    // Where they are mostly the same, nothing of what was proposed is left to come back.
    must(await acceptSuggestions(actor, [{ ...other, proposed: [{ start: 9, end: 14 }] }]));
    expect((await recordsOf(actor.store)).rejections).toEqual(before.rejections);
  });

  test("is joined with the statement that covers most of its words, whose own labels stay", async () => {
    const actor = await openProject();
    const [there] = (await recordsOf(actor.store)).statements;
    if (!there) throw new Error("The project has a statement");
    const [joined] = must(
      await acceptSuggestions(actor, [{ ...suggestion, ranges: [{ start: 0, end: 14 }] }]),
    );
    expect(joined?.id).toBe(there.id);
    expect(joined?.ranges.map(({ exact }) => exact)).toEqual(["We oppose this"]);
    expect(joined?.speakerIds).toEqual(there.speakerIds);
    expect(joined?.topics).toEqual(expect.arrayContaining([...there.topics]));
    expect(joined?.topics).toHaveLength(2);
    expect((await recordsOf(actor.store)).statements).toHaveLength(1);
  });
});

test("many at once are one action: their speaker is made once, and those on the same words are one", async () => {
  const actor = await openProject();
  const before = await recordsOf(actor.store);
  const made = must(
    await acceptSuggestions(
      actor,
      [
        { start: 10, end: 14 },
        { start: 10, end: 13 },
        { start: 0, end: 9 },
      ].map((range) => ({ ...suggestion, ranges: [range] })),
    ),
  );
  const after = await recordsOf(actor.store);
  expect(after.statements).toHaveLength(2);
  expect(made.map(({ id }) => id)).toEqual([made[1]?.id, made[0]?.id, made[2]?.id]);
  expect(after.speakers.filter(({ name }) => name === "Li Na")).toHaveLength(1);
  expect(after.organisations.filter(({ name }) => name === "Ministry of Trade")).toHaveLength(1);
  must(await undo(actor));
  expect(await recordsOf(actor.store)).toEqual(before);
});

test("thousands at once are one action too: all of them or none", async () => {
  const actor = await openProject();
  const words = 3_000;
  const document = documentOf("word ".repeat(words).trim());
  const [article] = must(await addArticles(actor, [{ metadata: noMetadata, document }]));
  if (!article) throw new Error("One was added");
  const many = Array.from({ length: words }, (_, i) => ({
    ...suggestion,
    articleId: article.id,
    ranges: [{ start: i * 5, end: i * 5 + 4 }],
  }));
  const gone = {
    ...suggestion,
    ranges: [{ start: 0, end: 4 }],
    topics: [{ id: idOf<"topic">(999), stance: "not set" as const }],
  };
  const before = await recordsOf(actor.store);
  expect(refusal(await acceptSuggestions(actor, [...many, gone]))).toContain(
    "no longer in the codebook",
  );
  expect(await recordsOf(actor.store)).toEqual(before);
  const changes = await actor.store.db.changes.count();

  expect(must(await acceptSuggestions(actor, many))).toHaveLength(words);
  expect((await recordsOf(actor.store)).statements).toHaveLength(before.statements.length + words);
  expect(await actor.store.db.changes.count()).toBe(changes + 1);
  must(await undo(actor));
  expect(await recordsOf(actor.store)).toEqual(before);
});

test("another coder’s statement on the same words stays theirs", async () => {
  const actor = await openProject();
  const other = must(await addCoder(actor, "Bo"));
  const [there] = (await recordsOf(actor.store)).statements;
  const [own] = must(
    await acceptSuggestions({ ...actor, coderId: other.id }, [
      { ...suggestion, ranges: [{ start: 0, end: 14 }] },
    ]),
  );
  const { statements } = await recordsOf(actor.store);
  expect(statements.find(({ id }) => id === there?.id)).toEqual(there);
  expect(statements.find(({ id }) => id === own?.id)).toMatchObject({ coderId: other.id });
});

test("what was learnt is forgotten until more articles are done, and can be brought back", async () => {
  const { store, projectId } = await openProject();
  const learning = {
    projectId,
    weights: Uint8Array.of(1, 2),
    cueWords: ["minuted"],
    statements: 3,
    heldOut: null,
  };
  await keepLearning(store, learning);
  await store.db.records("articles").toCollection().modify({ progress: "done" });
  const before = await forgetLearning(store, projectId);
  expect(await learningOf(store, projectId)).toBeUndefined();
  expect(await forgottenTexts(store, projectId)).toEqual([idOf<"text">(7)]);
  if (before) await keepLearning(store, before);
  expect(await learningOf(store, projectId)).toEqual(learning);
  expect(await forgottenTexts(store, projectId)).toEqual([]);
});

test("a suggestion that is turned down is remembered for its text, and undo forgets it", async () => {
  const actor = await openProject();
  const before = await recordsOf(actor.store);
  const article = { id: idOf<"article">(6), textId: idOf<"text">(7) };
  const [rejection] = must(await rejectSuggestions(actor, article, [[{ start: 0, end: 2 }]]));
  expect(rejection).toMatchObject({ articleId: idOf(6), textId: idOf(7), coderId: actor.coderId });
  must(await undo(actor));
  expect(await recordsOf(actor.store)).toEqual(before);
});

test("ranges cover the same when they share half of the shorter one", () => {
  const same = (a: [number, number], b: [number, number]) =>
    coversSame([rangeOf(a)], [rangeOf(b)], false);
  expect(same([0, 10], [5, 15])).toBe(true);
  expect(same([0, 10], [6, 16])).toBe(false);
  expect(same([0, 10], [10, 12])).toBe(false);
});

describe("in a transcript", () => {
  const text = "Mr. President, the ombudsman says people are being deported. Is he lying?";
  const turn = { start: 0, end: text.length };
  const inner = { start: text.indexOf("people"), end: text.indexOf(". Is he") };

  test("ranges cover the same when they share most of the longer one", () => {
    const same = (a: [number, number], b: [number, number]) =>
      coversSame([rangeOf(a)], [rangeOf(b)], true);
    expect(same([0, 40], [0, 30])).toBe(true);
    expect(same([0, 40], [11, 40])).toBe(false);
    expect(same([11, 40], [0, 40])).toBe(false);
    expect(same([0, 40], [40, 45])).toBe(false);
  });

  test.each([
    ["the turn first", [turn, inner]],
    ["what stands inside of it first", [inner, turn]],
  ])("a turn and what stands inside of it become two statements, %s", async (_, ranges) => {
    const actor = await openProject();
    const [article] = must(
      await addArticles(actor, [{ metadata: noMetadata, document: documentOf(text) }]),
    );
    if (!article) throw new Error("One was added");
    const before = await recordsOf(actor.store);
    const accept = (...accepted: (typeof turn)[]) =>
      acceptSuggestions(
        actor,
        accepted.map((range) => ({
          ...suggestion,
          articleId: article.id,
          inTranscript: true,
          ranges: [range],
        })),
      );
    const made: Statement[] = [];
    for (const range of ranges) made.push(...must(await accept(range)));
    expect(made.map((statement) => statement.ranges[0])).toMatchObject(ranges);
    expect(new Set(made.map(({ id }) => id)).size).toBe(2);
    // Accepted once more they are joined with what is there, each with its own.
    const again = must(await accept(...ranges));
    expect(again.map(({ id }) => id)).toEqual(made.map(({ id }) => id));
    for (let i = 0; i < 3; i += 1) must(await undo(actor));
    expect(await recordsOf(actor.store)).toEqual(before);

    // Both at once are one action.
    expect(must(await accept(...ranges))).toHaveLength(2);
    expect((await recordsOf(actor.store)).statements).toHaveLength(before.statements.length + 2);
    must(await undo(actor));
    expect(await recordsOf(actor.store)).toEqual(before);
  });
});

function rangeOf([start, end]: [number, number]): Range {
  return { start, end };
}
