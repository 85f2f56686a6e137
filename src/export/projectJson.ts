import type { ProjectBundle } from "../model/bundle.ts";
import { sameValue } from "../model/change.ts";
import {
  contentOf,
  projectFormat,
  projectVersion,
  type ProjectFile,
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
  const { id, name, createdAt } = bundle.project;
  const file: ProjectFile = {
    format: projectFormat,
    version: projectVersion,
    project: { id, name, createdAt },
    coders: byId(bundle.coders).map((coder) => ({
      id: coder.id,
      name: coder.name,
      colour: coder.colour,
    })),
    topics: byId(bundle.topics).map((topic) => ({
      id: topic.id,
      parentId: topic.parentId,
      name: topic.name,
      colour: topic.colour,
      definition: topic.definition,
      keywords: topic.keywords,
      position: topic.position,
    })),
    organisations: byId(bundle.organisations).map((one) => ({ id: one.id, name: one.name })),
    speakers: byId(bundle.speakers).map((speaker) => ({
      id: speaker.id,
      name: speaker.name,
      aliases: speaker.aliases,
      role: speaker.role,
      organisationId: speaker.organisationId,
      colour: speaker.colour,
      note: speaker.note,
    })),
    articles: byId(bundle.articles).map((article) => {
      const { text = "", content = {} } = texts.get(article.textId) ?? {};
      return {
        id: article.id,
        textId: article.textId,
        title: article.title,
        publisher: article.publisher,
        byline: article.byline,
        place: article.place,
        publishedAt: article.publishedAt,
        url: article.url,
        language: article.language,
        progress: article.progress,
        note: article.note,
        createdAt: article.createdAt,
        text,
        content: sameValue(content, contentOf(text)) ? undefined : content,
      };
    }),
    statements: byId(bundle.statements).map((statement) => ({
      id: statement.id,
      articleId: statement.articleId,
      ranges: statement.ranges.map(({ start, end, exact, prefix, suffix }) => ({
        start,
        end,
        exact,
        prefix,
        suffix,
      })),
      speakerIds: statement.speakerIds,
      topics: statement.topics.map(({ topicId, stance }) => ({ topicId, stance })),
      quotation: statement.quotation,
      cue: statement.cue && { start: statement.cue.start, end: statement.cue.end },
      note: statement.note,
      coderId: statement.coderId,
      origin: statement.origin,
      toDiscuss: statement.toDiscuss,
      createdAt: statement.createdAt,
      updatedAt: statement.updatedAt,
    })),
  };
  return [...jsonParts(file), "\n"];
}

/** The JSON of an object: a line for each field, and for each record of a list. */
function jsonParts(file: object): string[] {
  const parts: string[] = [];
  for (const [key, value] of Object.entries(file) as [string, unknown][]) {
    parts.push(`${parts.length === 0 ? "{" : ","}\n${JSON.stringify(key)}: `);
    if (!Array.isArray(value) || value.length === 0) parts.push(JSON.stringify(value));
    else
      for (const [i, record] of value.entries())
        parts.push(`${i === 0 ? "[" : ","}\n${JSON.stringify(record)}`);
    if (Array.isArray(value) && value.length > 0) parts.push("\n]");
  }
  return [...parts, "\n}"];
}

function byId<T extends { readonly id: string }>(records: readonly T[]): T[] {
  return records.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
