import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseProject } from "../../../src/import/projectJson.ts";
import { readFile } from "../../../src/import/registry.ts";
import { idOf } from "../smallBundle.ts";

const fixture = readFileSync(new URL("../../fixtures/project-1.json", import.meta.url), "utf8");

/** The fixture's JSON after `change` has been at it. */
function damaged(change: (file: Json) => void): unknown {
  const file = JSON.parse(fixture) as Json; // the fixture is ours, so its form is known
  change(file);
  return file;
}

type Json = Record<string, unknown> &
  Record<
    "coders" | "topics" | "organisations" | "speakers" | "articles" | "statements",
    Record<string, unknown>[]
  >;

async function problem(content: string): Promise<string> {
  const read = await readFile({ name: "p.json", bytes: new TextEncoder().encode(content) });
  return read.ok ? "" : read.problem.what;
}

function problemOf(change: (file: Json) => void): string {
  const read = parseProject(damaged(change), "p.json");
  return read.ok ? "" : read.problem.what;
}

/** A record of the file, to be changed. */
function at(records: Record<string, unknown>[], index = 0): Record<string, unknown> {
  const record = records[index];
  if (!record) throw new Error("no such record");
  return record;
}

describe("a project file", () => {
  test("of the first version is opened, whatever the file is called", async () => {
    const read = await readFile({
      name: "backup",
      bytes: new TextEncoder().encode(`\ufeff${fixture}`),
    });
    if (!read.ok || read.value.kind !== "project") throw new Error("not read as a project");
    const { project, articles, texts, statements, topics } = read.value.bundle;
    expect(project).toEqual({
      id: idOf(1),
      name: "Fixture 👍",
      createdAt: 1_700_000_000_000,
      removedAt: null,
    });
    expect(topics.map(({ name, parentId }) => [name, parentId])).toEqual([
      ["trade", null],
      ["关税", topics[0]?.id],
    ]);
    expect(statements.map(({ ranges }) => ranges.map(({ exact }) => exact))).toEqual([
      ["“我们反对,”", "“而且 👍”"],
      ["We oppose this."],
    ]);
    for (const { articleId, ranges } of statements) {
      const textId = articles.find(({ id }) => id === articleId)?.textId;
      const text = texts.find(({ id }) => id === textId)?.text;
      for (const { start, end, exact } of ranges) expect(text?.slice(start, end)).toBe(exact);
    }
  });

  test.each([
    ["cut off", fixture.slice(0, 300), /^“p.json” is damaged: it is not JSON/],
    ["an empty object", "{}", /^“p.json” is JSON, but not a Verbatim project/],
    ["a list", "[]", /^“p.json” is JSON, but not a Verbatim project/],
    [
      "another program's",
      '{"format":"doccano","version":1}',
      /^“p.json” is JSON, but not a Verbatim project/,
    ],
    [
      "of a newer version",
      '{"format":"verbatim-project","version":2}',
      /newer Verbatim: its format has version 2, and this one reads up to 1/,
    ],
    ["empty", "", /^“p.json” is empty/],
    ["of pictures", "\u0000\u0001", /is not a text file/],
  ])("that is %s is refused, with a reason", async (_, content, what) => {
    expect(await problem(content)).toMatch(what);
  });

  test("that is damaged says at which line, where the browser tells", async () => {
    expect(await problem('{\n"format": "verbatim-project",\n"version": 1,,\n}')).toContain(
      "line 3, column 14",
    );
  });

  test.each<[string, (file: Json) => void, string]>([
    ["a field is missing", (file) => delete at(file.articles)["title"], "articles[0].title: "],
    [
      "a field is unknown",
      (file) => (at(file.articles)["titel"] = ""),
      "articles[0]: Unrecognized key",
    ],
    [
      "a range has more than it should",
      (file) => (((at(file.statements)["ranges"] as Json[])[0] ??= {} as Json)["note"] = ""),
      "statements[0].ranges[0]: Unrecognized key",
    ],
    [
      "a date is none",
      (file) => (at(file.articles)["publishedAt"] = "3 May"),
      "articles[0].publishedAt: expected YYYY",
    ],
    [
      "an id is none",
      (file) => (at(file.statements)["coderId"] = "Ada"),
      "statements[0].coderId: ",
    ],
    [
      "a name is empty",
      (file) => (at(file.speakers)["name"] = " "),
      "speakers[0].name: a name must not be empty",
    ],
    [
      "a stance is unknown",
      (file) => (at(file.statements)["topics"] = [{ topicId: idOf(4), stance: "for" }]),
      "statements[0].topics[0].stance: ",
    ],
    [
      "a statement has no range",
      (file) => (at(file.statements)["ranges"] = []),
      "statements[0].ranges: ",
    ],
    [
      "a speaker stands twice",
      (file) => (at(file.statements)["speakerIds"] = [idOf(7), idOf(7)]),
      "statements[0].speakerIds: a speaker stands twice",
    ],
    ["a list is missing", (file) => delete (file as Partial<Json>).topics, "topics: "],
    [
      "a statement's article is absent",
      (file) => (at(file.statements)["articleId"] = idOf(99)),
      `statements[0].articleId: there is no article ${idOf(99)}`,
    ],
    [
      "a text was changed",
      (file) => (at(file.articles, 1)["text"] = "We uphold this."),
      "statements[1].ranges[0].exact: the article has other words at 0–15: “We uphold this.”, not “We oppose this.”",
    ],
    [
      "a text has a carriage return",
      (file) => (at(file.articles, 1)["text"] = "We oppose this.\r\n"),
      "articles[1].text: it holds a carriage return",
    ],
    [
      "two articles have one text",
      (file) => (at(file.articles, 1)["textId"] = at(file.articles)["textId"]),
      "articles[1].textId: the id",
    ],
    [
      "topics form a circle",
      (file) => (at(file.topics)["parentId"] = at(file.topics, 1)["id"]),
      "topics[0].parentId: the topic “trade” stands below itself",
    ],
  ])("in which %s is refused, with the place", (_, change, what) => {
    const said = problemOf(change);
    expect(said).toContain("“p.json” cannot be read. ");
    expect(said).toContain(what);
  });
});
