import type { ProjectBundle } from "../model/bundle.ts";
import { sameValue } from "../model/change.ts";
import { fileOfLearning } from "../model/learning.ts";
import {
  contentOf,
  projectFileSchema,
  projectFormat,
  projectVersion,
} from "../model/projectFile.ts";
import type { ExportFormat } from "./format.ts";

/** The whole project as JSON: docs/file-formats.md. */
export const projectJson: ExportFormat = {
  id: "json",
  label: "Verbatim project (JSON)",
  describe:
    "Everything in the project, to back it up or to give to someone else; Verbatim reads it back.",
  extension: ".json",
  mimeType: "application/json",
  wholeProject: true,
  options: [],
  write: async ({ bundle }) => projectJsonParts(bundle),
};

/**
 * The project file in parts. The same project always gives the same bytes: records in the order of
 * their ids, which is that in which they were made, one a line; keys in the order of the schema.
 */
function projectJsonParts(bundle: ProjectBundle): string[] {
  const texts = new Map(bundle.texts.map((text) => [text.id, text]));
  const { shape } = projectFileSchema;
  const articles = bundle.articles.map((article) => {
    const { text = "", content = {} } = texts.get(article.textId) ?? {};
    const plain = sameValue(content, contentOf(text));
    return { ...article, text, content: plain ? undefined : content };
  });
  return jsonParts({
    format: projectFormat,
    version: projectVersion,
    project: inOrder(shape.project, bundle.project),
    coders: recordsOf(shape.coders, bundle.coders),
    topics: recordsOf(shape.topics, bundle.topics),
    organisations: recordsOf(shape.organisations, bundle.organisations),
    speakers: recordsOf(shape.speakers, bundle.speakers),
    fields: recordsOf(shape.fields.unwrap(), bundle.fields),
    views: recordsOf(shape.views.unwrap(), bundle.views),
    rejections: recordsOf(shape.rejections.unwrap(), bundle.rejections),
    learning: bundle.learning && fileOfLearning(bundle.learning),
    articles: recordsOf(shape.articles, articles),
    statements: recordsOf(shape.statements, bundle.statements),
  });
}

interface Shaped {
  readonly shape: object;
}

/** Records by their ids, each with the keys of its schema. */
export function recordsOf(
  schema: { readonly element: Shaped },
  records: readonly { readonly id: string }[],
) {
  return byId(records).map((record) => inOrder(schema.element, record));
}

/** What the schema has of a record: its id, then the rest in the schema's order. */
function inOrder({ shape }: Shaped, record: object): Record<string, unknown> {
  const fields: Readonly<Record<string, unknown>> = { ...record };
  return Object.fromEntries(["id", ...Object.keys(shape)].map((key) => [key, fields[key]]));
}

/** The JSON of an object: a line for each field, and for each record of a list. */
export function jsonParts(file: object): string[] {
  const parts: string[] = [];
  for (const [key, value] of Object.entries(file) as [string, unknown][]) {
    parts.push(`${parts.length === 0 ? "{" : ","}\n${JSON.stringify(key)}: `);
    if (!Array.isArray(value) || value.length === 0) parts.push(JSON.stringify(value));
    else
      for (const [i, record] of value.entries())
        parts.push(`${i === 0 ? "[" : ","}\n${JSON.stringify(record)}`);
    if (Array.isArray(value) && value.length > 0) parts.push("\n]");
  }
  return [...parts, "\n}\n"];
}

function byId<T extends { readonly id: string }>(records: readonly T[]): T[] {
  return records.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
