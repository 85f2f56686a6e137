import type { Node } from "prosemirror-model";
import {
  metadataSchema,
  newArticle,
  type Article,
  type ArticleText,
  type Metadata,
  type Progress,
} from "../model/article.ts";
import { fieldFault, type Field, type FieldValue, type FieldValues } from "../model/field.ts";
import type { ArticleId, FieldId } from "../model/id.ts";
import type { Result } from "../model/problem.ts";
import { commit, Refusal, type Draft } from "./commit.ts";
import type { Actor, Store } from "./store.ts";

/** An article that somebody has looked over and wants in the project. */
export interface NewArticle {
  readonly metadata: Metadata;
  readonly document: Node;
  readonly note?: string | undefined;
  readonly fields?: FieldValues | undefined;
}

/** What a person may correct of an article, apart from its words. */
export interface ArticleDetails {
  readonly metadata: Metadata;
  readonly note: string;
  readonly fields: FieldValues;
}

/** Brings articles into the project, all of them or none. */
export function addArticles(
  actor: Actor,
  articles: readonly NewArticle[],
): Promise<Result<readonly Article[]>> {
  const title = articles.length === 1 ? "Add an article" : `Add ${articles.length} articles`;
  return commit(actor, title, async (draft) => {
    if (!(await draft.get("projects", actor.projectId)))
      throw new Refusal(
        "This project is no longer there; it was deleted in another tab.",
        "Open another project, then add the article there.",
      );
    const now = Date.now();
    const known = await fieldsOf(draft, actor);
    const added: Article[] = [];
    const texts: ArticleText[] = [];
    for (const { metadata, document, note = "", fields = {} } of articles) {
      const { article, text } = newArticle(actor.projectId, valid(metadata), document, now);
      if (text.text.trim() === "")
        throw new Refusal("The article has no words.", "Paste its text, or choose another file.");
      texts.push(text);
      added.push({ ...article, note, fields: validFields(known, fields) });
    }
    await draft.addTexts(texts);
    await draft.addAll("articles", added);
    return added;
  });
}

/** The words of some articles, a few at a time, in the order of the list. */
export async function* textsOf(
  store: Store,
  articles: readonly Article[],
): AsyncGenerator<{ readonly article: Article; readonly text: string }> {
  const page = 100;
  for (let at = 0; at < articles.length; at += page) {
    const some = articles.slice(at, at + page);
    const texts = await store.db.texts.bulkGet(some.map(({ textId }) => textId));
    for (const [i, article] of some.entries()) {
      const text = texts[i];
      if (text) yield { article, text: text.text };
    }
  }
}

/** Corrects what an article says of itself, its note and its fields. */
export function editArticle(
  actor: Actor,
  id: ArticleId,
  { metadata, note, fields }: ArticleDetails,
): Promise<Result<Article>> {
  return commit(actor, "Edit an article's details", async (draft) => {
    const known = await fieldsOf(draft, actor);
    const before = await existing(draft, id);
    // Values of archived fields are in no form, and stay.
    const kept = Object.fromEntries(
      known.flatMap(({ id: of, archived }) => {
        const value = before.fields[of];
        return archived && value !== undefined ? [[of, value]] : [];
      }),
    );
    const changed: Article = {
      ...before,
      ...valid(metadata),
      note,
      fields: validFields(known, { ...kept, ...fields }),
    };
    await draft.put("articles", changed);
    return changed;
  });
}

/** One thing that many articles are given alike. */
export type ArticlePart =
  | { readonly part: Exclude<keyof Metadata, "title" | "url">; readonly value: string }
  | { readonly part: "progress"; readonly value: Progress }
  /** A value of one of the project's fields; null takes it away. */
  | { readonly part: "field"; readonly fieldId: FieldId; readonly value: FieldValue | null };

/** Gives some articles the same value in one part; resolves to how many it changed. */
export function editArticles(
  actor: Actor,
  ids: readonly ArticleId[],
  change: ArticlePart,
): Promise<Result<number>> {
  const of = ids.length === 1 ? "of an article" : `of ${ids.length} articles`;
  return commit(actor, `Set the ${partNames[change.part]} ${of}`, async (draft) => {
    const known = await fieldsOf(draft, actor);
    const articles = await allExisting(draft, ids);
    return draft.change("articles", articles, (article) => withPart(article, change, known));
  });
}

const partNames: Readonly<Record<ArticlePart["part"], string>> = {
  publisher: "publisher",
  byline: "byline",
  place: "place",
  section: "section",
  publishedAt: "date",
  language: "language",
  progress: "progress",
  field: "field",
};

function withPart(article: Article, change: ArticlePart, known: readonly Field[]): Article {
  if (change.part === "progress") return { ...article, progress: change.value };
  if (change.part !== "field") {
    const metadata = valid({ ...article, [change.part]: change.value });
    return { ...article, [change.part]: metadata[change.part] };
  }
  const { [change.fieldId]: _, ...others } = article.fields;
  const fields = change.value === null ? others : { ...others, [change.fieldId]: change.value };
  return { ...article, fields: validFields(known, fields) };
}

/** Says how far the coding of some articles has come. */
export function setProgress(
  actor: Actor,
  ids: readonly ArticleId[],
  progress: Progress,
): Promise<Result<void>> {
  const what = ids.length === 1 ? "an article" : `${ids.length} articles`;
  return commit(actor, `Mark ${what} “${progress}”`, async (draft) => {
    const articles = await allExisting(draft, ids);
    await draft.change("articles", articles, (article) => ({ ...article, progress }));
  });
}

/** Deletes articles and the statements in them; resolves to how many statements. Their words stay on the device for undo. */
export function deleteArticles(actor: Actor, ids: readonly ArticleId[]): Promise<Result<number>> {
  const title = ids.length === 1 ? "Delete an article" : `Delete ${ids.length} articles`;
  return commit(actor, title, async (draft) => {
    const inside = draft.db
      .records("statements")
      .where("articleId")
      .anyOf([...ids]);
    const statements = await inside.primaryKeys();
    await draft.removeAll("statements", statements);
    await draft.removeAll("articles", ids);
    return statements.length;
  });
}

function valid(metadata: Metadata): Metadata {
  const parsed = metadataSchema.safeParse(metadata);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new Refusal(
    `The article's ${issue?.path.join(".") ?? "details"}: ${issue?.message ?? "not valid"}.`,
    "Correct it, or leave it empty if it is not known.",
  );
}

/** The fields that the project's articles have. */
async function fieldsOf(draft: Draft, { projectId }: Actor): Promise<readonly Field[]> {
  const fields = await draft.db.records("fields").where({ projectId }).toArray();
  return fields.filter(({ on }) => on === "article");
}

function validFields(known: readonly Field[], values: FieldValues): FieldValues {
  for (const [id, value] of Object.entries(values)) {
    const field = known.find((each) => each.id === id);
    if (!field)
      throw new Refusal(
        "One of the article's fields is no longer in the codebook.",
        "Leave it out; undo brings the field back.",
      );
    const fault = value === undefined ? null : fieldFault(field, value);
    if (fault !== null)
      throw new Refusal(`The field “${field.name}” ${fault}.`, "Correct it, or leave it empty.");
  }
  return values;
}

async function existing(draft: Draft, id: ArticleId): Promise<Article> {
  const [article] = await allExisting(draft, [id]);
  if (!article) throw new RangeError("One article was asked for");
  return article;
}

/** Each once, however often it is named. */
async function allExisting(draft: Draft, ids: readonly ArticleId[]): Promise<readonly Article[]> {
  const articles = await draft.db.records("articles").bulkGet([...new Set(ids)]);
  return articles.map((article) => {
    if (article) return article;
    throw new Refusal(
      articles.length === 1
        ? "This article is no longer there; it was deleted in another tab."
        : "One of the articles is no longer there; it was deleted in another tab.",
      "Undo brings it back.",
    );
  });
}
