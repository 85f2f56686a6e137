import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { ProjectBundle } from "../../../src/model/bundle.ts";
import { defaultOptions } from "../../../src/export/format.ts";
import { projectJson } from "../../../src/export/projectJson.ts";
import { readFile } from "../../../src/import/registry.ts";
import { readSample } from "../../../src/sample/sample.ts";
import { projectBundle } from "../arbitraries.ts";
import { smallBundle } from "../smallBundle.ts";

async function written(bundle: ProjectBundle): Promise<Blob> {
  return new Blob(await projectJson.write({ bundle, chosen: [], options: defaultOptions }));
}

async function readBack(file: Blob): Promise<ProjectBundle> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const read = await readFile({ name: "project.json", bytes });
  if (!read.ok) throw new Error(read.problem.what);
  if (read.value.kind !== "project") throw new Error("not read as a project");
  const { texts, ...records } = read.value.bundle;
  // The file has them in the order of their articles; which comes first means nothing.
  return { ...records, texts: texts.toSorted((a, b) => (a.id < b.id ? -1 : 1)) };
}

const schema = JSON.parse(
  readFileSync(new URL("../../../docs/project.schema.json", import.meta.url), "utf8"),
) as object;
const valid = new Ajv2020({
  allowUnionTypes: true,
  strict: true,
  formats: { uuid: true, base64: true },
}).compile(schema);

describe("a project file", () => {
  test("is read back as the project that was written", async () => {
    await fc.assert(
      fc.asyncProperty(projectBundle, async (bundle) => {
        expect(await readBack(await written(bundle))).toEqual(bundle);
      }),
      { numRuns: 100 },
    );
  });

  test("is as the published schema says", async () => {
    await fc.assert(
      fc.asyncProperty(projectBundle, async (bundle) => {
        const json: unknown = JSON.parse(await (await written(bundle)).text());
        valid(json);
        expect(valid.errors).toBeNull();
      }),
      { numRuns: 50 },
    );
    const sample = readSample();
    if (!sample.ok) throw new Error(sample.problem.what);
    valid(JSON.parse(await (await written(sample.value)).text()));
    expect(valid.errors).toBeNull();
    expect(valid({ format: "verbatim-project", version: 1 })).toBe(false);
  });

  test("has the same bytes for the same project, in whichever order its records come", async () => {
    await fc.assert(
      fc.asyncProperty(projectBundle, async (bundle) => {
        const turned: ProjectBundle = {
          ...bundle,
          topics: bundle.topics.toReversed(),
          speakers: bundle.speakers.toReversed(),
          articles: bundle.articles.toReversed(),
          texts: bundle.texts.toReversed(),
          statements: bundle.statements
            .toReversed()
            .map(
              (statement) =>
                Object.fromEntries(
                  Object.entries(statement).toReversed(),
                ) as unknown as typeof statement,
            ), // the same fields
        };
        expect(await (await written(turned)).text()).toBe(await (await written(bundle)).text());
      }),
      { numRuns: 30 },
    );
  });

  test("keeps a document that is more than a paragraph a line", async () => {
    const content = {
      type: "doc",
      content: [
        {
          type: "paragraph",
          attrs: { level: 2 },
          content: [{ type: "text", text: "We oppose this." }],
        },
      ],
    };
    const bundle = smallBundle({ text: { content } });
    expect((await readBack(await written(bundle))).texts[0]?.content).toEqual(content);
  });

  test("has a line for each record, so that two of them can be compared", async () => {
    const text = await (await written(smallBundle())).text();
    expect(text.split("\n").filter((line) => line.startsWith('{"id"'))).toHaveLength(6);
    expect(text.endsWith("}\n")).toBe(true);
  });
});
