import { describe, expect, test } from "vitest";
import type { ProjectBundle } from "../../../src/model/bundle.ts";
import { overlap } from "../../../src/model/range.ts";
import { readSample } from "../../../src/sample/sample.ts";

async function sample(): Promise<ProjectBundle> {
  const read = readSample();
  if (!read.ok) throw new Error(read.problem.what);
  return read.value;
}

describe("the sample project", () => {
  test("opens like any project file: its statements stand where they say", async () => {
    const { statements, articles, texts } = await sample();
    const text = new Map(articles.map((a) => [a.id, texts.find((t) => t.id === a.textId)?.text]));
    expect(statements.length).toBeGreaterThan(20);
    for (const { articleId, ranges } of statements)
      for (const { start, end, exact } of ranges)
        expect(text.get(articleId)?.slice(start, end)).toBe(exact);
  });

  test("shows each part of the program something real", async () => {
    const { articles, topics, speakers, statements } = await sample();
    expect(topics.map(({ name, colour }) => [name, colour])).toEqual([
      ["tariffs", "#c2410c"],
      ["counterterrorism", "#0f766e"],
      ["trade", "#1d4ed8"],
    ]);
    expect(articles.map(({ progress }) => progress)).toEqual([
      "done",
      "in work",
      "in work",
      "to do",
    ]);
    expect(
      speakers.every(
        ({ aliases, role, organisationId }) => aliases.length > 0 || role !== "" || organisationId,
      ),
    ).toBe(true);
    const stances = statements.flatMap((s) => s.topics.map(({ stance }) => stance));
    expect(new Set(stances)).toEqual(new Set(["supports", "opposes", "neutral", "not set"]));
    expect(new Set(statements.map((s) => s.quotation)).size).toBe(4);
    expect(statements.some(({ ranges }) => ranges.length > 1)).toBe(true);
    expect(statements.some(({ speakerIds }) => speakerIds.length > 1)).toBe(true);
    for (const { id } of topics)
      expect(
        statements.filter((s) => s.topics.some(({ topicId }) => topicId === id)).length,
      ).toBeGreaterThan(3);
    const overlaps = statements.some((a) =>
      statements.some(
        (b) =>
          a.id < b.id &&
          a.articleId === b.articleId &&
          a.ranges.some((x) => b.ranges.some((y) => overlap(x, y))),
      ),
    );
    expect(overlaps).toBe(true);
  });
});
