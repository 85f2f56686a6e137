import type { Node } from "prosemirror-model";
import {
  metadataSchema,
  newArticle,
  type Article,
  type Metadata,
  type Progress,
} from "../model/article.ts";
import type { ArticleId, ProjectId } from "../model/id.ts";
import type { Result } from "../model/problem.ts";
import { commit, Refusal, type Draft } from "./commit.ts";
import type { Actor, Store } from "./store.ts";

/** An article that somebody has looked over and wants in the project. */
export interface NewArticle {
  readonly metadata: Metadata;
  readonly document: Node;
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
    const added: Article[] = [];
    for (const { metadata, document } of articles) {
      const { article, text } = newArticle(actor.projectId, valid(metadata), document, now);
      if (text.text.trim() === "")
        throw new Refusal("The article has no words.", "Paste its text, or choose another file.");
      await draft.addText(text);
      await draft.put("articles", article);
      added.push(article);
    }
    return added;
  });
}

/** The article of the project with the same text, if there is one: the same words brought in again. */
export function findSameText(
  store: Store,
  projectId: ProjectId,
  textHash: string,
): Promise<Article | undefined> {
  return store.db.records("articles").where({ projectId, textHash }).first();
}

/** Corrects what an article says of itself. */
export function editArticle(
  actor: Actor,
  id: ArticleId,
  metadata: Metadata,
): Promise<Result<Article>> {
  return commit(actor, "Edit an article's details", async (draft) => {
    const changed: Article = { ...(await existing(draft, id)), ...valid(metadata) };
    await draft.put("articles", changed);
    return changed;
  });
}

/** Says how far the coding of some articles has come. */
export function setProgress(
  actor: Actor,
  ids: readonly ArticleId[],
  progress: Progress,
): Promise<Result<void>> {
  const what = ids.length === 1 ? "an article" : `${ids.length} articles`;
  return commit(actor, `Mark ${what} “${progress}”`, async (draft) => {
    for (const id of ids) await draft.put("articles", { ...(await existing(draft, id)), progress });
  });
}

/** Deletes articles and the statements in them; resolves to how many articles. Their words stay on the device for undo. */
export function deleteArticles(actor: Actor, ids: readonly ArticleId[]): Promise<Result<number>> {
  const title = ids.length === 1 ? "Delete an article" : `Delete ${ids.length} articles`;
  return commit(actor, title, async (draft) => {
    for (const id of ids) {
      const statements = draft.db.records("statements").where({ articleId: id });
      for (const statement of await statements.primaryKeys())
        await draft.remove("statements", statement);
      await draft.remove("articles", id);
    }
    return ids.length;
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

async function existing(draft: Draft, id: ArticleId): Promise<Article> {
  const article = await draft.get("articles", id);
  if (!article)
    throw new Refusal(
      "This article is no longer there; it was deleted in another tab.",
      "Undo brings it back.",
    );
  return article;
}
