import { beforeAll, describe, expect, test } from "vitest";
import type { Range } from "../../../src/model/range.ts";
import {
  agreement,
  learn,
  withLearnt,
  type Learnt,
  type Lesson,
} from "../../../src/suggest/learn.ts";
import type { Model } from "../../../src/suggest/model.ts";
import { defaultConfidence, suggest } from "../../../src/suggest/suggest.ts";
import { baseModel, emptyContext } from "./baseModel.ts";

// A house style that the base model has never seen: council minutes, whose cues are in no lexicon.
const councillors = [
  "Odell",
  "Finch",
  "Marlow",
  "Abara",
  "Novik",
  "Tranter",
  "Pugh",
  "Sethi",
  "Larkin",
  "Roe",
];
const subjects = [
  "the ferry",
  "the school roof",
  "Mill Lane",
  "the library",
  "the allotments",
  "the market hall",
  "the harbour wall",
  "the bus shelter",
];
const verbs = [
  "be repaired before the winter",
  "be handed to the county",
  "be closed on Sundays",
  "be sold to the tenants",
  "be painted by volunteers",
  "stay open until nine",
];
const narration = [
  "The minutes of the last meeting were read and signed",
  "A letter from the county surveyor was laid on the table",
  "The clerk had received four tenders",
  "The hall was cold and two windows were broken",
  "The vote was taken at half past eight",
];

const member = (name: string) => `Cllr ${name}`;
/** A name that the base model cuts at its comma. */
const memberForWard = (name: string) => `Cllr ${name}, by leave of the chair,`;

function lessonOf(seed: number, called = member): Lesson {
  const pick = (list: readonly string[], k: number) =>
    list[(seed * 7 + k * 3 + ((seed * k) % 5)) % list.length] ?? "";
  let text = "";
  const accepted: { ranges: Range[]; cue: Range; source: Range }[] = [];
  const add = (piece: string): Range => {
    const start = text.length;
    text += piece;
    return { start, end: text.length };
  };
  for (let k = 0; k < 4; k += 1) {
    add(`${pick(narration, k)}. `);
    const source = add(called(pick(councillors, k)));
    add(" ");
    const cue = add(k % 2 === 0 ? "moved" : "minuted");
    add(" that ");
    const content = add(
      `${pick(subjects, k)} ${k % 2 === 0 ? "should" : "would have to"} ${pick(verbs, k + 1)}`,
    );
    add(k === 1 ? ".\n" : ". ");
    accepted.push({ ranges: [content], cue, source });
  }
  add("The meeting closed with thanks to the chair.");
  return { text, accepted, rejected: [], complete: true };
}

/** F1 over all articles, at the confidence the page shows by default. */
function f1(model: Model, lessons: readonly Lesson[]): number {
  let proposed = 0;
  let accepted = 0;
  let shared = 0;
  for (const lesson of lessons) {
    const found = suggest(lesson.text, { ...emptyContext, model }).filter(
      (one) => one.confidence >= defaultConfidence,
    );
    const counts = agreement(
      lesson.text,
      found.map((one) => one.ranges),
      lesson.accepted.map((one) => one.ranges),
    );
    proposed += counts.proposed;
    accepted += counts.accepted;
    shared += counts.shared;
  }
  return (2 * shared) / Math.max(1, proposed + accepted);
}

/** How many of the lessons' sources are found exactly. */
function sourcesFound(model: Model, lessons: readonly Lesson[]): number {
  return lessons.reduce((sum, { text, accepted }) => {
    const found = suggest(text, { ...emptyContext, model });
    const right = accepted.filter(({ source }) =>
      found.some((one) => one.source?.start === source?.start && one.source?.end === source?.end),
    );
    return sum + right.length;
  }, 0);
}

describe("learning from what the analyst accepts", () => {
  const lessons = Array.from({ length: 20 }, (_, i) => lessonOf(i));
  const rest = Array.from({ length: 12 }, (_, i) => lessonOf(i + 50));
  let learnt: Learnt;

  beforeAll(() => {
    learnt = learn(baseModel, lessons);
  }, 120_000);

  test("after 20 articles of a new style the rest of that style is found better", () => {
    const before = f1(baseModel, rest);
    const after = f1(withLearnt(baseModel, learnt), rest);
    expect(before).toBeLessThan(0.5);
    expect(after).toBeGreaterThan(0.9);
  });

  test("where its speaker is named is learnt as well, and no less of its words", () => {
    const known = Array.from({ length: 12 }, (_, i) => lessonOf(i, memberForWard));
    const others = Array.from({ length: 8 }, (_, i) => lessonOf(i + 50, memberForWard));
    const unknown = known.map((lesson) => ({
      ...lesson,
      accepted: lesson.accepted.map((one) => ({ ...one, source: null })),
    }));
    const withSource = withLearnt(baseModel, learn(baseModel, known));
    const without = withLearnt(baseModel, learn(baseModel, unknown));
    expect(sourcesFound(withSource, others)).toBeGreaterThan(sourcesFound(without, others));
    expect(f1(withSource, others)).toBeGreaterThanOrEqual(f1(without, others));
  }, 120_000);

  test("what the base model could do it still can", () => {
    const text =
      "Mary Hall runs the port. “We will not pay this levy,” Hall said. She told reporters that the port would appeal.";
    const ranges = (model: Model) =>
      suggest(text, { ...emptyContext, model }).map((one) => one.ranges);
    expect(ranges(withLearnt(baseModel, learnt))).toEqual(ranges(baseModel));
  });

  test("the estimate is of articles that were held out", () => {
    expect(learnt.statements).toBe(80);
    expect(learnt.heldOut?.proposed).toBeGreaterThan(60);
    expect((learnt.heldOut?.right ?? 0) / (learnt.heldOut?.proposed ?? 1)).toBeGreaterThan(0.9);
  });

  test("what another version learnt is left aside", () => {
    const [version = 0, ...packed] = learnt.weights;
    const old = { ...learnt, weights: Uint8Array.from([version - 1, ...packed]) };
    expect(f1(withLearnt(baseModel, old), rest)).toBe(f1(baseModel, rest));
  });

  test("is small", () => {
    expect(learnt.weights.length).toBeLessThan(1_500_000);
  });
});

test("a rejected statement does not come back in the same words", { timeout: 60_000 }, () => {
  const text =
    "Mary Hall runs the port. Hall noted that the levy was high. The ferry sails at noon.";
  const [first] = suggest(text, emptyContext);
  const lessons: Lesson[] = Array.from({ length: 3 }, () => ({
    text,
    accepted: [],
    rejected: first ? [first.ranges] : [],
    complete: false,
  }));
  const [after] = suggest(text, {
    ...emptyContext,
    model: withLearnt(baseModel, learn(baseModel, lessons)),
  });
  expect(after?.confidence ?? 0).toBeLessThan(first?.confidence ?? 0);
});
