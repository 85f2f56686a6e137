import { z } from "zod";
import {
  articleSchema,
  articleTextSchema,
  hashOf,
  type Article,
  type ArticleText,
} from "./article.ts";
import type { ProjectBundle } from "./bundle.ts";
import { coderSchema, organisationSchema, speakerSchema, topicSchema } from "./codebook.ts";
import { documentOf } from "./document.ts";
import { fieldSchema } from "./field.ts";
import { projectSchema, viewSchema } from "./project.ts";
import { learningFileSchema, learningOfFile } from "./learning.ts";
import { rejectionSchema } from "./rejection.ts";
import { statementSchema } from "./statement.ts";

/** What the first field of a Verbatim project file says. */
export const projectFormat = "verbatim-project";

/** The version of the file format that this program writes, and the newest that it reads. */
export const projectVersion = 1;

const ofProject = { projectId: true } as const;

/**
 * A project file: a whole project as JSON. It is strict, so that nothing in a file is dropped
 * without a word, and it holds nothing twice: a record's project is the file's, an article's hash
 * follows from its text, and so does its document where each line of the text is a paragraph.
 */
export const projectFileSchema = z.strictObject({
  $schema: z.string().optional(),
  format: z.literal(projectFormat),
  version: z.literal(projectVersion),
  project: projectSchema.omit({ removedAt: true }).strict(),
  coders: z.array(coderSchema.omit(ofProject).strict()),
  topics: z.array(topicSchema.omit(ofProject).strict()),
  organisations: z.array(organisationSchema.omit(ofProject).strict()),
  speakers: z.array(speakerSchema.omit(ofProject).strict()),
  fields: z.array(fieldSchema.omit(ofProject).strict()).default([]),
  views: z.array(viewSchema.omit(ofProject).strict()).default([]),
  rejections: z.array(rejectionSchema.omit(ofProject).strict()).default([]),
  learning: learningFileSchema.nullable().default(null),
  articles: z.array(
    articleSchema
      .omit({ projectId: true, textHash: true })
      .extend({
        text: articleTextSchema.shape.text,
        content: articleTextSchema.shape.content.optional(),
      })
      .strict(),
  ),
  statements: z.array(statementSchema.omit(ofProject).strict()),
});
export type ProjectFile = Readonly<z.infer<typeof projectFileSchema>>;

/** The bundle that a file holds; `faultOf` tells whether its records fit together. */
export function bundleOfFile(file: ProjectFile): ProjectBundle {
  const projectId = file.project.id;
  const owned = <T extends object>(records: readonly T[]) =>
    records.map((record) => ({ ...record, projectId }));
  const articles: Article[] = [];
  const texts: ArticleText[] = [];
  for (const { text, content = contentOf(text), ...article } of file.articles) {
    articles.push({ ...article, projectId, textHash: hashOf(text) });
    texts.push({ id: article.textId, projectId, content, text });
  }
  return {
    project: { ...file.project, removedAt: null },
    coders: owned(file.coders),
    topics: owned(file.topics),
    organisations: owned(file.organisations),
    speakers: owned(file.speakers),
    fields: owned(file.fields),
    views: owned(file.views),
    rejections: owned(file.rejections),
    learning: file.learning && learningOfFile(file.learning, projectId),
    articles,
    texts,
    statements: owned(file.statements),
  };
}

/** The document, as JSON, of a text whose lines are its paragraphs. */
export function contentOf(text: string): Record<string, unknown> {
  return documentOf(text).toJSON() as Record<string, unknown>; // ProseMirror types its JSON as any
}
