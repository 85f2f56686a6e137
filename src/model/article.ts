import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { sha256 } from "@noble/hashes/sha2.js";
import type { Node } from "prosemirror-model";
import { z } from "zod";
import { textOf } from "./document.ts";
import { dateSchema } from "./date.ts";
import { fieldValuesSchema } from "./field.ts";
import { idSchema, newId, type ProjectId } from "./id.ts";
import { instantSchema } from "./instant.ts";

export const progresses = ["to do", "in work", "done"] as const;
export type Progress = (typeof progresses)[number];

/** What an article says of itself. Every part may be empty: nothing is invented. */
export const metadataSchema = z.object({
  title: z.string(),
  publisher: z.string(),
  byline: z.string(),
  place: z.string(),
  /** Part of the publication: "Politics", "A4". */
  section: z.string().default(""),
  publishedAt: dateSchema,
  url: z.string(),
  /** BCP 47 tag, or empty. */
  language: z.string(),
});
export type Metadata = Readonly<z.infer<typeof metadataSchema>>;

export const noMetadata: Metadata = {
  title: "",
  publisher: "",
  byline: "",
  place: "",
  section: "",
  publishedAt: "",
  url: "",
  language: "",
};

/** One article of a project. Its words stand apart, in an `ArticleText`, so that lists stay light. */
export const articleSchema = metadataSchema.extend({
  id: idSchema<"article">(),
  projectId: idSchema<"project">(),
  /** The text it has now. Texts never change: a correction makes a new one. */
  textId: idSchema<"text">(),
  /** SHA-256 of the canonical text in UTF-8, in hex: tells the same text brought in twice. */
  textHash: z.string().regex(/^[0-9a-f]{64}$/),
  progress: z.enum(progresses),
  note: z.string(),
  fields: fieldValuesSchema.default({}),
  createdAt: instantSchema,
});
export type Article = Readonly<z.infer<typeof articleSchema>>;

/** The words of an article: its document, and the canonical text that every offset counts in. */
export const articleTextSchema = z.object({
  id: idSchema<"text">(),
  projectId: idSchema<"project">(),
  /** ProseMirror JSON; `parseDocument` reads it. */
  content: z.record(z.string(), z.unknown()),
  /** `textOf` of that document. */
  text: z.string().min(1),
});
export type ArticleText = Readonly<z.infer<typeof articleTextSchema>>;

/** A new article with its text, from a document. */
export function newArticle(
  projectId: ProjectId,
  metadata: Metadata,
  document: Node,
  now: number,
): { article: Article; text: ArticleText } {
  const text: ArticleText = {
    id: newId(),
    projectId,
    content: document.toJSON() as Record<string, unknown>, // ProseMirror types its JSON as any
    text: textOf(document),
  };
  const article: Article = {
    ...metadata,
    id: newId(),
    projectId,
    textId: text.id,
    textHash: hashOf(text.text),
    progress: "to do",
    note: "",
    fields: {},
    createdAt: now,
  };
  return { article, text };
}

/** SHA-256 of a text in UTF-8, in hex. */
export function hashOf(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}
