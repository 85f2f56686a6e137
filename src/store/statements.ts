import {
  newId,
  type ArticleId,
  type SpeakerId,
  type StatementId,
  type TextId,
} from "../model/id.ts";
import type { Named } from "../model/named.ts";
import type { Result } from "../model/problem.ts";
import { quotationOf, type Quotation } from "../model/quotation.ts";
import { sameRanges, type Range } from "../model/range.ts";
import { anchored, type Comment, type Statement } from "../model/statement.ts";
import { sameValue } from "../model/change.ts";
import { commit, Refusal, type Draft } from "./commit.ts";
import { Known, valuesPatched, type FieldPatch, type NamedTopic } from "./labels.ts";
import type { Actor } from "./store.ts";

/** Where a statement comes from: a selection, or a suggestion with its cue. */
export interface Origin {
  readonly origin: "manual" | "suggested";
  readonly cue: Range | null;
}
export const byHand: Origin = { origin: "manual", cue: null };

/** What the tag form holds when it is saved. */
export interface Tagging {
  /** The text that the ranges were marked in. */
  readonly textId?: TextId;
  readonly ranges: readonly Range[];
  readonly speakers: readonly Named<SpeakerId>[];
  readonly topics: readonly NamedTopic[];
  readonly quotation: Quotation;
  readonly note: string;
  /** Values of the project's own fields; those that are not in it stay as they are. */
  readonly fields?: FieldPatch;
}

/** Marks a statement; its article is in work from then on. Makes the speakers and topics that are named in it for the first time. */
export function tagStatement(
  actor: Actor,
  articleId: ArticleId,
  tagging: Tagging,
  from: Origin = byHand,
): Promise<Result<Statement>> {
  return commit(actor, "Tag a statement", (draft) => tag(draft, actor, articleId, tagging, from));
}

/** Makes a statement in a draft that may do more. */
async function tag(
  draft: Draft,
  actor: Actor,
  articleId: ArticleId,
  tagging: Tagging,
  from: Origin = byHand,
): Promise<Statement> {
  const text = await textOfArticle(draft, articleId, tagging.textId);
  const statement = newStatement(actor, articleId, from, {
    ranges: anchored(text, tagging.ranges),
    ...(await coded(draft, actor, tagging)),
    fields: await valuesPatched(draft, {}, tagging.fields),
  });
  await draft.put("statements", statement);
  await begun(draft, [articleId]);
  return statement;
}

/** A statement that nobody has commented on yet. */
export function newStatement(
  { projectId, coderId }: Actor,
  articleId: ArticleId,
  { origin, cue }: Origin,
  said: Pick<Statement, "ranges" | "speakerIds" | "topics" | "quotation" | "note" | "fields">,
): Statement {
  const now = Date.now();
  return {
    id: newId(),
    projectId,
    articleId,
    ...said,
    cue,
    lost: false,
    comments: [],
    coderId,
    origin,
    toDiscuss: false,
    createdAt: now,
    updatedAt: now,
  };
}

/** Articles in which something is marked are no longer to do. */
export async function begun(draft: Draft, ids: readonly ArticleId[]): Promise<void> {
  const articles = await draft.db.records("articles").bulkGet([...ids]);
  const untouched = articles.filter((article) => article?.progress === "to do");
  await draft.putAll(
    "articles",
    untouched.flatMap((article) => (article ? [{ ...article, progress: "in work" }] : [])),
  );
}

/** Changes what a statement covers and how it is coded. */
export function editStatement(
  actor: Actor,
  id: StatementId,
  tagging: Tagging,
): Promise<Result<Statement>> {
  return commit(actor, "Edit a statement", async (draft) => {
    const before = await existing(draft, id);
    const labels = await coded(draft, actor, tagging);
    const fields = await valuesPatched(draft, before.fields, tagging.fields);
    // The old words of a lost statement are nowhere in the text: it keeps them until it is placed.
    const stays = before.lost && sameRanges(before.ranges, tagging.ranges);
    const words = stays
      ? {}
      : {
          ranges: anchored(
            await textOfArticle(draft, before.articleId, tagging.textId),
            tagging.ranges,
          ),
          lost: false,
        };
    return putIfChanged(draft, before, { ...before, ...labels, fields, ...words });
  });
}

/** Changes what a statement covers: a range added or taken away, an edge moved. */
export function moveRanges(
  actor: Actor,
  id: StatementId,
  ranges: readonly Range[],
): Promise<Result<Statement>> {
  return commit(actor, "Move a statement's range", (draft) => placed(draft, id, ranges));
}

/** Gives a statement whose words are gone from the text, or any other, other words of it. */
export function placeAgain(
  actor: Actor,
  id: StatementId,
  ranges: readonly Range[],
): Promise<Result<Statement>> {
  return commit(actor, "Place a statement again", (draft) => placed(draft, id, ranges));
}

async function placed(draft: Draft, id: StatementId, ranges: readonly Range[]) {
  const before = await existing(draft, id);
  const text = await textOfArticle(draft, before.articleId);
  return putIfChanged(draft, before, { ...before, ranges: anchored(text, ranges), lost: false });
}

/** Marks statements to be discussed with the other coders, or takes the mark away. */
export function setToDiscuss(
  actor: Actor,
  ids: readonly StatementId[],
  toDiscuss: boolean,
): Promise<Result<void>> {
  const title = toDiscuss ? "Mark to discuss" : "Take away the mark to discuss";
  return commit(actor, title, async (draft) => {
    for (const id of ids) {
      const before = await existing(draft, id);
      await putIfChanged(draft, before, { ...before, toDiscuss });
    }
  });
}

/** Says something about a statement, for the others. */
export function addComment(
  actor: Actor,
  id: StatementId,
  text: string,
): Promise<Result<Statement>> {
  return commit(actor, "Comment on a statement", async (draft) => {
    if (text.trim() === "")
      throw new Refusal("The comment is empty.", "Type what you want to say.");
    const before = await existing(draft, id);
    const comment: Comment = { coderId: actor.coderId, at: Date.now(), text: text.trim() };
    return putIfChanged(draft, before, { ...before, comments: [...before.comments, comment] });
  });
}

/** Takes one comment away, by its place among the statement's comments. */
export function deleteComment(
  actor: Actor,
  id: StatementId,
  place: number,
): Promise<Result<Statement>> {
  return commit(actor, "Delete a comment", async (draft) => {
    const before = await existing(draft, id);
    return putIfChanged(draft, before, {
      ...before,
      comments: before.comments.toSpliced(place, 1),
    });
  });
}

/** Tags several places of articles alike, as one action; resolves to the statements made. */
export function tagEvery(
  actor: Actor,
  places: readonly { readonly articleId: ArticleId; readonly ranges: readonly Range[] }[],
  labels: Pick<Tagging, "speakers" | "topics">,
): Promise<Result<readonly Statement[]>> {
  const title = `Tag ${places.length} ${places.length === 1 ? "statement" : "statements"} at once`;
  return commit(actor, title, async (draft) => {
    const made: Statement[] = [];
    for (const { articleId, ranges } of places) {
      const quotation = quotationOf(await textOfArticle(draft, articleId), ranges);
      made.push(await tag(draft, actor, articleId, { ...labels, ranges, quotation, note: "" }));
    }
    return made;
  });
}

/** Deletes statements; resolves to how many. */
export function deleteStatements(
  actor: Actor,
  ids: readonly StatementId[],
): Promise<Result<number>> {
  const title = ids.length === 1 ? "Delete a statement" : `Delete ${ids.length} statements`;
  return commit(actor, title, async (draft) => {
    await draft.removeAll("statements", ids);
    return draft.edits.length;
  });
}

async function putIfChanged(draft: Draft, before: Statement, changed: Statement) {
  if (sameValue(before, changed)) return before;
  const stamped: Statement = { ...changed, updatedAt: Date.now() };
  await draft.put("statements", stamped);
  return stamped;
}

async function existing(draft: Draft, id: StatementId): Promise<Statement> {
  const statement = await draft.get("statements", id);
  if (!statement)
    throw new Refusal(
      "This statement is no longer there; it was deleted in another tab.",
      "Undo brings it back.",
    );
  return statement;
}

/**
 * The text of an article.
 * @param textId the one that ranges were marked in; another one now is refused: their words moved
 */
export async function textOfArticle(
  draft: Draft,
  articleId: ArticleId,
  textId?: TextId,
): Promise<string> {
  const article = await draft.get("articles", articleId);
  const text = article && (await draft.db.texts.get(article.textId));
  if (!text)
    throw new Refusal(
      "This article is no longer there; it was deleted in another tab.",
      "Undo brings it back.",
    );
  if (textId !== undefined && textId !== text.id)
    throw new Refusal(
      "The article’s text was corrected meanwhile, in another tab; nothing was saved.",
      "Select the words again in the text as it is now.",
    );
  return text.text;
}

/** The labels of a tagging as a statement keeps them; makes the entries that are named first here. */
async function coded(draft: Draft, actor: Actor, tagging: Tagging): Promise<Labels> {
  const known = await Known.read(draft, actor);
  const labels = labelled(known, tagging);
  await known.keep(draft);
  return labels;
}

type Labels = Pick<Statement, "speakerIds" | "topics" | "quotation" | "note">;

/** The labels of a tagging with the ids of a codebook; what it names first is still to be kept. */
export function labelled(known: Known, tagging: Omit<Tagging, "ranges" | "fields">): Labels {
  return {
    speakerIds: known.speakers(tagging.speakers),
    topics: known.topics(tagging.topics),
    quotation: tagging.quotation,
    note: tagging.note,
  };
}
