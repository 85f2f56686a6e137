import { describe, expect, test } from "vitest";
import type { Field } from "../../../src/model/field.ts";
import type { Table } from "../../../src/import/format.ts";
import { Slices } from "../../../src/import/slices.ts";
import {
  articlesOfTable,
  dateOrder,
  guessMapping,
  hasOpenDates,
  parseCellDate,
} from "../../../src/import/table.ts";
import { idOf } from "../smallBundle.ts";
import { tableIn, wordsIn } from "./reading.ts";

const field = (kind: Field["kind"], n: number, choices: string[] = []): Field => ({
  id: idOf(n),
  projectId: idOf(1),
  on: "article",
  name: `${kind} field`,
  kind,
  choices,
  archived: false,
  position: n,
});

const body =
  "The 40% duty on imported tool steel was supposed to save plants like the one she runs. ".repeat(
    3,
  );

describe("the columns of a table", () => {
  test("are guessed by their names, the project's fields among them", async () => {
    const table = await tableIn(
      "a.csv",
      `Headline;Datum;Source;Author;Link;Full text;number field;x\nA;3.5.2024;CP;J;https://a.org;${body};3;y\n`,
    );
    const fields = [field("number", 50)];
    expect(guessMapping(table, fields).targets).toEqual([
      "title",
      "publishedAt",
      "publisher",
      "byline",
      "url",
      "text",
      `field ${idOf<"field">(50)}`,
      "",
    ]);
  });

  test("are guessed by what they hold where names do not tell", async () => {
    const table = await tableIn(
      "a.csv",
      `c1,c2,c3\n2024-05-03,https://example.org/1,${body}\n2024-05-04,https://example.org/2,${body}\n`,
    );
    expect(guessMapping(table, []).targets).toEqual(["publishedAt", "url", "text"]);
  });
});

describe("dates in cells", () => {
  test.each([
    ["2024-05-03", "2024-05-03"],
    ["2024-05-03 18:00", "2024-05-03"],
    ["2024-05-03T18:00:00Z", "2024-05-03"],
    ["2024/5/3", "2024-05-03"],
    ["20240503", "2024-05-03"],
    ["2024年5月3日", "2024-05-03"],
    ["May 3, 2024", "2024-05-03"],
    ["3 May 2024 05:12", "2024-05-03"],
    ["03.05.2024", "2024-05-03"],
    ["2024", "2024"],
    ["2024-05", "2024-05"],
    ["soon", null],
    ["31.02.2024", null],
  ])("%s", (cell, date) => {
    expect(parseCellDate(cell, "day first")).toBe(date);
  });

  test("are read in the order that the column shows, or the user says", () => {
    expect([
      dateOrder(["3/5/2024", "13/5/2024"]),
      dateOrder(["5/13/2024"]),
      dateOrder(["3/5/2024"]),
    ]).toEqual(["day first", "month first", null]);
    expect([hasOpenDates(["3/5/2024"]), hasOpenDates(["2024-05-03"])]).toEqual([true, false]);
    expect(parseCellDate("3/5/2024", "month first")).toBe("2024-03-05");
  });
});

test("each row becomes an article, with its values; what does not fit is said", async () => {
  const table: Table = {
    sheet: "",
    columns: ["t", "d", "body", "n", "yn", "c", "memo"],
    rows: [
      { number: 2, cells: ["A", "3/5/2024", "One.\n\nTwo.", "1,5", "ja", "Hard", "see"] },
      { number: 3, cells: ["B", "soon", "Three.", "x", "perhaps", "other", ""] },
      { number: 4, cells: ["C", "2024", " ", "", "", "", ""] },
    ],
    skipped: [],
  };
  const fields = [field("number", 50), field("yes/no", 51), field("choice", 52, ["hard", "soft"])];
  const { articles, skipped } = await articlesOfTable(
    table,
    {
      targets: [
        "title",
        "publishedAt",
        "text",
        `field ${idOf<"field">(50)}`,
        `field ${idOf<"field">(51)}`,
        `field ${idOf<"field">(52)}`,
        "note",
      ],
      dates: "day first",
    },
    fields,
    new Slices(),
  );
  expect(
    articles.map((article) => [
      article.metadata.title,
      article.metadata.publishedAt,
      wordsIn(article),
      article.note,
      article.fields,
    ]),
  ).toEqual([
    [
      "A",
      "2024-05-03",
      "One.\nTwo.",
      "see",
      { [idOf(50)]: 1.5, [idOf(51)]: true, [idOf(52)]: "hard" },
    ],
    ["B", "", "Three.", "", {}],
  ]);
  expect(articles[1]?.remarks).toEqual([
    "n: “x” does not fit the field",
    "yn: “perhaps” does not fit the field",
    "c: “other” does not fit the field",
  ]);
  expect(skipped).toEqual([{ what: "Row 4", why: "it has no text" }]);
});
