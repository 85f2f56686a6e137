import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { codebookCsv } from "../../../src/export/codebookCsv.ts";
import { codebookJson } from "../../../src/export/codebookJson.ts";
import { defaultOptions } from "../../../src/export/format.ts";
import { projectJson } from "../../../src/export/projectJson.ts";
import { parseCodebook } from "../../../src/import/codebookFile.ts";
import type { Codebook } from "../../../src/model/codebookFile.ts";
import { planCodebook, type ProjectCodebook } from "../../../src/model/codebookPlan.ts";
import type { Id } from "../../../src/model/id.ts";
import { keywordPattern } from "../../../src/model/keyword.ts";
import { sameName } from "../../../src/model/name.ts";
import { branchesOf, topDown } from "../../../src/model/topicTree.ts";
import { projectBundle } from "../arbitraries.ts";
import { idOf, smallBundle } from "../smallBundle.ts";

/**
 * A codebook as the program itself makes them: keywords that can be used, no alias twice, and no two
 * topics of one name below the same parent.
 */
const codebook = projectBundle.map(
  ({ topics, organisations, speakers, fields }): ProjectCodebook => {
    const once = <T extends { readonly name: string; readonly aliases: readonly string[] }>(
      entries: readonly T[],
    ) =>
      entries.map((entry) => ({
        ...entry,
        aliases: [...new Set(entry.aliases)].filter(
          (alias) => alias.toLowerCase() !== entry.name.toLowerCase(),
        ),
      }));
    return {
      topics: topics.map((topic, i) => ({
        ...topic,
        name: topics
          .slice(0, i)
          .some(({ name, parentId }) => parentId === topic.parentId && sameName(name, topic.name))
          ? `${topic.name} ${i}`
          : topic.name,
        shortcut: i === 0 ? "w" : "",
        keywords: [...new Set(topic.keywords)].filter(
          (word) => word.trim() !== "" && keywordPattern(word).ok,
        ),
      })),
      organisations: once(organisations),
      speakers: once(speakers),
      fields,
    };
  },
);

async function read(name: string, text: string): Promise<Codebook> {
  const parsed = await parseCodebook({ name, bytes: new TextEncoder().encode(text) });
  if (!parsed.ok) throw new Error(parsed.problem.what);
  return parsed.value.codebook;
}

async function refusalOf(text: string, name = "codebook.csv"): Promise<string> {
  const parsed = await parseCodebook({ name, bytes: new TextEncoder().encode(text) });
  if (parsed.ok) throw new Error("It was not refused");
  expect(parsed.problem.remedy).not.toBe("");
  return parsed.problem.what;
}

/** What a codebook says, whatever its ids are and however its entries are ordered. */
function said(book: Codebook | ProjectCodebook) {
  const topics = topDown(branchesOf(book.topics as ProjectCodebook["topics"])); // what the tree needs of them is there
  const names = new Map<string, string>(
    [...book.topics, ...book.organisations].map(({ id, name }) => [id, name]),
  );
  const bare = (entry: object) =>
    Object.fromEntries(
      Object.entries(entry)
        .filter(([key]) => !["id", "projectId", "position"].includes(key))
        .map(([key, value]) => [key, key.endsWith("Id") ? names.get(String(value)) : value]),
    );
  const sorted = (entries: readonly object[]) =>
    entries
      .map((entry) => JSON.stringify(bare(entry), Object.keys(bare(entry)).toSorted()))
      .toSorted();
  return {
    topics: topics.map((topic) => bare(topic)),
    organisations: sorted(book.organisations),
    speakers: sorted(book.speakers),
    fields: book.fields
      .toSorted((a, b) => b.on.localeCompare(a.on) || a.position - b.position)
      .map((field) => bare(field)),
  };
}

const nothing: ProjectCodebook = { topics: [], organisations: [], speakers: [], fields: [] };
const project = idOf<"project">(99);

describe("a codebook", () => {
  test.each([
    ["json", codebookJson],
    ["csv", codebookCsv],
  ] as const)("that is exported as %s is read back as it was", async (extension, write) => {
    await fc.assert(
      fc.asyncProperty(codebook, async (book) => {
        const back = await read(`book.${extension}`, write(book));
        const byId = (entries: readonly { readonly id: string }[]) =>
          new Set(entries.map(({ id }) => id));
        expect(said(back)).toEqual(said(book));
        for (const table of ["topics", "organisations", "speakers", "fields"] as const)
          expect(byId(back[table])).toEqual(byId(book[table]));
      }),
      { numRuns: 60 },
    );
  });

  test("brought into an empty project is the same one; brought in again it changes nothing", async () => {
    await fc.assert(
      fc.asyncProperty(codebook, async (book) => {
        const file = await read("book.json", codebookJson(book));
        const { put, items } = planCodebook(nothing, file, project);
        expect(said(put)).toEqual(said(book));
        expect(items.every(({ what }) => what === "added")).toBe(true);
        expect(
          planCodebook(put, file, project).items.filter(({ what }) => what !== "same"),
        ).toEqual([]);
        // In its own project each entry is found by its id.
        expect(planCodebook(book, file, project).put).toEqual(nothing);
      }),
      { numRuns: 60 },
    );
  });

  test("of a whole project file is read too, and said to be one", async () => {
    const bundle = smallBundle();
    const parts = await projectJson.write({ bundle, chosen: [], options: defaultOptions });
    const parsed = await parseCodebook({
      name: "p.json",
      bytes: new Uint8Array(await new Blob(parts).arrayBuffer()),
    });
    expect(parsed.ok && said(parsed.value.codebook)).toEqual(said(bundle));
    expect(parsed.ok && parsed.value.remarks[0]).toContain("its codebook alone is read");
  });
});

describe("a table made by hand", () => {
  test("needs names alone; parents and organisations without a row are made", async () => {
    const book = await read(
      "hand.csv",
      "Name;Parent;Kind;Organisation\nsteel;Economy > Tariffs;;\nWang Yi;;speaker;MFA\n",
    );
    const name = (id: string | null) => book.topics.find((topic) => topic.id === id)?.name;
    const steel = book.topics.find((topic) => topic.name === "steel");
    const tariffs = book.topics.find((topic) => topic.id === steel?.parentId);
    expect(tariffs?.name).toBe("Tariffs");
    expect(name(tariffs?.parentId ?? null)).toBe("Economy");
    expect(book.speakers[0]?.organisationId).toBe(book.organisations[0]?.id);
    expect(book.organisations[0]?.name).toBe("MFA");
  });

  test("is merged by name with what is there: it adds, and takes nothing away", async () => {
    const { topics, organisations, speakers, fields } = smallBundle();
    const file = await read(
      "hand.csv",
      'kind,name,aliases,role,definition,keywords,shortcut\r\ntopic,TARIFFS,,,"Duties, of any kind",duty; tariff,j\r\nspeaker,wang yi,Minister Wang; Wang,,,,\r\ntopic,steel,,,,,\r\n',
    );
    const { items, put } = planCodebook(
      { topics, organisations, speakers, fields },
      file,
      idOf<"project">(1),
    );
    expect(items.map(({ name, what, parts }) => [name, what, parts])).toEqual([
      ["tariffs", "merged", ["definition", "keywords"]],
      ["steel", "added", []],
      ["Wang Yi", "merged", ["aliases"]],
    ]);
    expect(items[0]?.remarks).toEqual([
      "Its key “j” goes to the next statement in the Read view, so it was left out.",
    ]);
    expect(put.topics[0]).toMatchObject({
      id: topics[0]?.id,
      definition: "Duties, of any kind",
      keywords: ["tariff", "duty"],
      colour: topics[0]?.colour,
    });
    expect(put.speakers[0]).toMatchObject({
      aliases: ["Wang", "Minister Wang"],
      role: "Foreign Minister",
    });
  });

  test("says which columns it has that are not read", async () => {
    const parsed = await parseCodebook({
      name: "x.csv",
      bytes: new TextEncoder().encode("name,weight\na,1\n"),
    });
    expect(parsed.ok && parsed.value.remarks).toEqual(["The column “weight” is not read."]);
  });
});

describe("a file that cannot be read", () => {
  const line = "kind,name,colour,keywords,parent,archived,id\n";
  test.each([
    ["title\nx\n", "no column “name”"],
    [`${line}person,x\n`, "row 2: “person” is no kind of entry"],
    [`${line}topic,a\ntopic,,#000000\n`, "row 3: the topic has no name"],
    [`${line}topic,"a\nb",red\n`, "row 2: “red” is no colour"],
    [`${line}topic,a,,/(/\n`, "row 2: The expression /(/ cannot be read"],
    [`${line}topic,a,,,,perhaps\n`, "archived is yes or no, not “perhaps”"],
    [`${line}topic,a,,,,,17\n`, "“17” is no id"],
    [`${line}topic,"a\n`, "from line 2 on: a quotation mark there opens a cell and never closes"],
    [
      `${line}topic,"a"b\n`,
      "from line 2 on: a quotation mark there opens a cell and closes too early",
    ],
    ["{", "is damaged"],
    ['{"format":"verbatim-codebook","version":2}', "written by a newer Verbatim"],
    ['{"format":"verbatim-codebook","version":1}', "cannot be read. topics"],
    ['{"some":"json"}', "is JSON, but not a codebook"],
    ["", "is empty"],
  ])("%j is refused with the place and the reason", async (text, reason) => {
    expect(await refusalOf(text)).toContain(reason);
  });

  test("whose topics stand below each other in a circle is refused", async () => {
    const [topic] = smallBundle().topics;
    const { projectId: _, ...one } = topic ?? { projectId: "" };
    const other = { ...one, id: idOf(77) as Id<"topic"> };
    const file = {
      format: "verbatim-codebook",
      version: 1,
      topics: [
        { ...one, parentId: other.id },
        { ...other, parentId: topic?.id },
      ],
      organisations: [],
      speakers: [],
      fields: [],
    };
    expect(await refusalOf(JSON.stringify(file), "x.json")).toContain("its parents form a circle");
  });

  test("of any bytes never throws", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "grapheme" }), async (text) => {
        const bytes = new TextEncoder().encode(`name,parent\n${text}`);
        const parsed = await parseCodebook({ name: "x.csv", bytes });
        expect(parsed.ok || parsed.problem.what.includes("x.csv")).toBe(true);
      }),
    );
  });
});

describe("fields that are archived", () => {
  const field = {
    id: idOf<"field">(70),
    projectId: project,
    on: "statement" as const,
    name: "Tone",
    kind: "text" as const,
    choices: [],
    archived: true,
    position: 0,
  };
  const book: ProjectCodebook = { ...nothing, fields: [field] };

  test("come in as such, by either format, and a file that says nothing leaves them as they are", async () => {
    for (const file of [
      await read("book.json", codebookJson(book)),
      await read("book.csv", codebookCsv(book)),
    ]) {
      expect(planCodebook(nothing, file, project).put.fields[0]?.archived).toBe(true);
      const offered: ProjectCodebook = { ...nothing, fields: [{ ...field, archived: false }] };
      expect(planCodebook(offered, file, project).items[0]).toMatchObject({
        what: "changed",
        parts: ["archived"],
      });
    }
    const older = codebookJson(book).replace(/,\s*"archived":\s*true/, "");
    expect(older).not.toContain("archived");
    const silent = await read("book.json", older);
    expect(planCodebook(book, silent, project).items[0]?.what).toBe("same");
    expect(planCodebook(nothing, silent, project).put.fields[0]?.archived).toBe(false);
  });
});
