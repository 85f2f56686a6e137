import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import type { ProjectBundle } from "../../../src/model/bundle.ts";
import type { Field } from "../../../src/model/field.ts";
import { csv } from "../../../src/export/csv.ts";
import { defaultOptions } from "../../../src/export/format.ts";
import { projectBundle } from "../arbitraries.ts";
import { idOf, smallBundle, type Changes } from "../smallBundle.ts";

type Row = Readonly<Record<string, string>>;

async function written(bundle: ProjectBundle, guardFormulas = true): Promise<string> {
  const chosen = bundle.statements.map(({ id }) => id);
  const parts = await csv.write({ bundle, chosen, options: { ...defaultOptions, guardFormulas } });
  // A Blob's `text()` would drop the byte order mark.
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(await new Blob(parts).arrayBuffer());
}

/** The rows as a reader that we did not write sees them. */
function parsed(text: string): Row[] {
  const { data, errors } = Papa.parse<Row>(text.replace(/^\ufeff/, ""), {
    header: true,
    newline: "\r\n",
    skipEmptyLines: true,
  });
  expect(errors).toEqual([]);
  return data;
}

async function row(changes: Changes, guardFormulas = true): Promise<Row> {
  const [only] = parsed(await written(smallBundle(changes), guardFormulas));
  if (!only) throw new Error("no row");
  return only;
}

/** A list cell taken apart as docs/file-formats.md says: at "; ", but a backslash takes what follows. */
function items(cell = ""): string[] {
  const found = [""];
  for (const [piece, , escaped] of cell.matchAll(/(; )|\\(.)|[^]/gsu))
    if (piece === "; ") found.push("");
    else found.push((found.pop() ?? "") + (escaped ?? piece));
  return found;
}

describe("the table of statements", () => {
  test("is UTF-8 with a byte order mark, its lines ended by CRLF", async () => {
    const text = await written(smallBundle());
    expect(text).toMatch(/^\ufeffstatement_id,article_id,title,/);
    expect(text.split("\r\n")).toHaveLength(3);
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  });

  test("has quotation marks round a cell that another reader could break in two", async () => {
    for (const note of ["a\rb", "a\nb", "a,b", " a", "a ", "\u00a0a"])
      expect(await written(smallBundle({ statement: { note } }))).toContain(`,"${note}",`);
    expect(await written(smallBundle({ statement: { note: 'a "b"' } }))).toContain(',"a ""b""",');
  });

  test("has what a statement and its article are, in columns whose names say the unit", async () => {
    expect(await row({ statement: { cue: { start: 0, end: 2 }, note: 'a, "b"\r\nc' } })).toEqual({
      statement_id: "00000000-0000-7000-8000-000000000008",
      article_id: "00000000-0000-7000-8000-000000000006",
      title: "Wang Yi meets Sirojiddin Muhriddin",
      publisher: "Agency",
      byline: "",
      place: "Almaty",
      section: "",
      published_at: "2025-04-26",
      url: "https://example.org/wang",
      language: "en",
      quote: "oppose",
      quote_guarded: "no",
      speakers: "Wang Yi",
      speaker_roles: "Foreign Minister",
      organisations: "Government of China",
      topics: "tariffs",
      stances: "opposes",
      quotation: "direct",
      cue: "We",
      note: 'a, "b"\r\nc',
      to_discuss: "no",
      coder: "Ada",
      origin: "manual",
      created_at: "1970-01-01T00:00:00.000Z",
      updated_at: "1970-01-01T00:00:00.000Z",
      lost: "no",
      start_utf16: "3",
      end_utf16: "9",
      start_codepoint: "3",
      end_codepoint: "9",
      speaker_ids: "00000000-0000-7000-8000-000000000005",
      topic_ids: "00000000-0000-7000-8000-000000000003",
    });
  });

  test("gives back the exact words of every project, and where they stand", async () => {
    await fc.assert(
      fc.asyncProperty(projectBundle, fc.boolean(), async (bundle, guardFormulas) => {
        const rows = parsed(await written(bundle, guardFormulas));
        expect(rows).toHaveLength(bundle.statements.length);
        for (const [i, { articleId, ranges, topics, note, lost }] of bundle.statements.entries()) {
          const cells = rows[i] ?? {};
          expect(cells["lost"]).toBe(lost ? "yes" : "no");
          const article = bundle.articles.find(({ id }) => id === articleId);
          const text = bundle.texts.find(({ id }) => id === article?.textId)?.text ?? "";
          let quote = cells["quote"] ?? "";
          if (cells["quote_guarded"] === "yes") {
            expect(quote.startsWith("'")).toBe(true);
            quote = quote.slice(1);
          }
          // The ranges are cut out by their lengths, then by the offsets from the article text.
          const [starts, ends] = [items(cells["start_utf16"]), items(cells["end_utf16"])].map(
            (each) => each.map(Number),
          );
          const codePoints = [items(cells["start_codepoint"]), items(cells["end_codepoint"])].map(
            (each) => each.map(Number),
          );
          if (lost) {
            expect(quote).toBe(ranges.map(({ exact }) => exact).join(" […] "));
            expect([cells["start_utf16"], cells["end_codepoint"]]).toEqual(["", ""]);
            continue;
          }
          let at = 0;
          for (const [n, { exact }] of ranges.entries()) {
            const [start = 0, end = 0] = [starts?.[n], ends?.[n]];
            expect(quote.slice(at, at + end - start)).toBe(exact);
            expect(text.slice(start, end)).toBe(exact);
            expect(Array.from(text).slice(codePoints[0]?.[n], codePoints[1]?.[n]).join("")).toBe(
              exact,
            );
            at += end - start + " […] ".length;
          }
          expect(at - " […] ".length).toBe(quote.length);
          if (!guardFormulas) expect(cells["note"]).toBe(note);
          expect(cells["stances"]).toBe(topics.map(({ stance }) => stance).join("; "));
        }
      }),
      { numRuns: 60 },
    );
  });

  test("keeps apart several speakers and topics, whatever is in their names", async () => {
    await fc.assert(
      fc.asyncProperty(projectBundle, async (bundle) => {
        const rows = parsed(await written(bundle, false));
        for (const [i, { speakerIds, topics }] of bundle.statements.entries()) {
          const speakers = speakerIds.map((id) =>
            bundle.speakers.find((speaker) => speaker.id === id),
          );
          const names = topics.map(
            ({ topicId }) => bundle.topics.find(({ id }) => id === topicId)?.name,
          );
          if (speakers.length > 0) {
            expect(items(rows[i]?.["speakers"])).toEqual(speakers.map((speaker) => speaker?.name));
            expect(items(rows[i]?.["speaker_roles"])).toEqual(
              speakers.map((speaker) => speaker?.role),
            );
            expect(items(rows[i]?.["organisations"])).toHaveLength(speakers.length);
          }
          if (names.length > 0) expect(items(rows[i]?.["topics"])).toEqual(names);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("tells “not set” from “neutral”", async () => {
    const { topics } = smallBundle();
    const topicId = topics[0]?.id;
    if (!topicId) throw new Error("no topic");
    for (const stance of ["not set", "neutral"] as const)
      expect((await row({ statement: { topics: [{ topicId, stance }] } }))["stances"]).toBe(stance);
  });

  test("has a column for each field of the project; what is not set is empty", async () => {
    const one = smallBundle({ statement: { fields: { [idOf(31)]: -1.5, [idOf(32)]: false } } });
    const { id: projectId } = one.project;
    const field = {
      projectId,
      on: "statement",
      choices: [],
      archived: false,
      kind: "text",
    } as const;
    const fields: Field[] = [
      { ...field, id: idOf(30), on: "article", name: "Mood", position: 0 },
      { ...field, id: idOf(32), kind: "yes/no", name: 'On "record", or not', position: 1 },
      { ...field, id: idOf(31), kind: "number", name: "Weight", position: 0 },
      { ...field, id: idOf(33), kind: "text", name: "Reply", position: 2 },
    ];
    const [cells] = parsed(await written({ ...one, fields }));
    expect(Object.entries(cells ?? {}).slice(-4)).toEqual([
      ["statement_field: Weight", "-1.5"],
      ['statement_field: On "record", or not', "no"],
      ["statement_field: Reply", ""],
      ["article_field: Mood", ""],
    ]);
  });

  test("has the chosen statements alone, in their order", async () => {
    const one = smallBundle();
    const [statement] = one.statements;
    if (!statement) throw new Error("no statement");
    const ids = ["a", "b", "c"].map((letter) =>
      statement.id.replace(/8$/, letter),
    ) as (typeof statement.id)[];
    const bundle = { ...one, statements: ids.map((id) => ({ ...statement, id })) };
    const chosen = [ids[2] ?? statement.id, ids[0] ?? statement.id];
    const parts = await csv.write({ bundle, chosen, options: defaultOptions });
    expect(parsed(await new Blob(parts).text()).map((each) => each["statement_id"])).toEqual(
      chosen,
    );
  });
});

describe("what a spreadsheet would run as a formula", () => {
  const formulas = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\nx",
    "  =1",
    "\u00a0@x",
    "＝1",
    "＋1",
    "－1",
    "＠x",
    "　＝1",
  ];

  test.each(formulas)("is neutralised in every column: %j", async (formula) => {
    const cells = await row({
      article: {
        title: formula,
        publisher: formula,
        byline: formula,
        place: formula,
        url: formula,
        language: formula,
      },
      speaker: { name: formula, role: formula },
      topic: { name: formula },
      coder: { name: formula },
      statement: { note: formula },
    });
    for (const column of [
      "title",
      "publisher",
      "byline",
      "place",
      "url",
      "language",
      "speakers",
      "speaker_roles",
      "topics",
      "coder",
      "note",
    ])
      expect(cells[column]).toBe(`'${formula}`);
  });

  test("is neutralised in the exact words too, and the row says so", async () => {
    const range = { start: 0, end: 4, exact: "=1+1", prefix: "", suffix: "" };
    expect(await row({ range })).toMatchObject({ quote: "'=1+1", quote_guarded: "yes" });
    expect(await row({ range }, false)).toMatchObject({ quote: "=1+1", quote_guarded: "no" });
    const quote = { ...range, exact: "'=1+1" };
    expect(await row({ range: quote })).toMatchObject({ quote: "'=1+1", quote_guarded: "no" });
  });

  test.each(["1-1", "a=b", "— a dash", "’tis", "x\n=1", ""])(
    "is nothing else: %j",
    async (words) => {
      expect((await row({ statement: { note: words } }))["note"]).toBe(words);
    },
  );

  test("is left alone on request", async () => {
    expect((await row({ statement: { note: "=1+1" } }, false))["note"]).toBe("=1+1");
  });
});

test("a large table comes in parts of moderate size", async () => {
  const one = smallBundle();
  const chosen = Array.from({ length: 1200 }, () => one.statements[0]?.id).filter(
    (id) => id !== undefined,
  );
  const parts = await csv.write({ bundle: one, chosen, options: defaultOptions });
  expect(parts.length).toBe(4);
  expect(parsed(await new Blob(parts).text())).toHaveLength(1200);
});
