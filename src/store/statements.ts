import type { ArticleId, SpeakerId, StatementId, TopicId } from "../model/id.ts";
import { newId } from "../model/id.ts";
import type { Result } from "../model/problem.ts";
import { quotationOf, type Quotation } from "../model/quotation.ts";
import type { Range } from "../model/range.ts";
import { anchored, type Comment, type Stance, type Statement } from "../model/statement.ts";
import { sameValue } from "../model/change.ts";
import { newSpeaker, newTopic } from "../model/codebook.ts";
import { sameName } from "../model/name.ts";
import { commit, Refusal, type Draft } from "./commit.ts";
import type { Actor } from "./store.ts";

/** An entry of the codebook, or the name of one to be made with the statement. */
export type Named<Id> = { readonly id: Id } | { readonly name: string };

/** What the tag form holds when it is saved. */
export interface Tagging {
  readonly ranges: readonly Range[];
  readonly speakers: readonly Named<SpeakerId>[];
  readonly topics: readonly (Named<TopicId> & { readonly stance: Stance })[];
  readonly quotation: Quotation;
  readonly note: string;
}

/** Marks a statement; its article is in work from then on. Makes the speakers and topics that are named in it for the first time. */
export function tagStatement(
  actor: Actor,
  articleId: ArticleId,
  tagging: Tagging,
): Promise<Result<Statement>> {
  return commit(actor, "Tag a statement", (draft) => tag(draft, actor, articleId, tagging));
}

async function tag(
  draft: Draft,
  actor: Actor,
  articleId: ArticleId,
  tagging: Tagging,
): Promise<Statement> {
  const now = Date.now();
  const statement: Statement = {
    id: newId(),
    projectId: actor.projectId,
    articleId,
    ranges: anchored(await textOfArticle(draft, articleId), tagging.ranges),
    ...(await coded(draft, actor, tagging)),
    cue: null,
    fields: {},
    comments: [],
    coderId: actor.coderId,
    origin: "manual",
    toDiscuss: false,
    createdAt: now,
    updatedAt: now,
  };
  await draft.put("statements", statement);
  const article = await draft.get("articles", articleId);
  if (article?.progress === "to do")
    await draft.put("articles", { ...article, progress: "in work" });
  return statement;
}

/** Changes what a statement covers and how it is coded. */
export function editStatement(
  actor: Actor,
  id: StatementId,
  tagging: Tagging,
): Promise<Result<Statement>> {
  return commit(actor, "Edit a statement", async (draft) => {
    const before = await existing(draft, id);
    const changed: Statement = {
      ...before,
      ranges: anchored(await textOfArticle(draft, before.articleId), tagging.ranges),
      ...(await coded(draft, actor, tagging)),
    };
    return putIfChanged(draft, before, changed);
  });
}

/** Changes what a statement covers: a range added or taken away, an edge moved. */
export function moveRanges(
  actor: Actor,
  id: StatementId,
  ranges: readonly Range[],
): Promise<Result<Statement>> {
  return commit(actor, "Move a statement's range", async (draft) => {
    const before = await existing(draft, id);
    const text = await textOfArticle(draft, before.articleId);
    return putIfChanged(draft, before, { ...before, ranges: anchored(text, ranges) });
  });
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
    for (const id of ids) await draft.remove("statements", id);
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

async function textOfArticle(draft: Draft, articleId: ArticleId): Promise<string> {
  const article = await draft.get("articles", articleId);
  const text = article && (await draft.db.texts.get(article.textId));
  if (!text)
    throw new Refusal(
      "This article is no longer there; it was deleted in another tab.",
      "Undo brings it back.",
    );
  return text.text;
}

async function coded(draft: Draft, { projectId }: Actor, tagging: Tagging) {
  const speakers = await draft.db.records("speakers").where({ projectId }).toArray();
  const topics = await draft.db.records("topics").where({ projectId }).toArray();
  const speakerIds = new Set<SpeakerId>();
  for (const named of tagging.speakers) {
    let speaker =
      "id" in named
        ? speakers.find((s) => s.id === named.id)
        : speakers.find((s) => [s.name, ...s.aliases].some((name) => sameName(name, named.name)));
    if (!speaker && "id" in named) throw gone("speaker");
    if (!speaker && "name" in named) {
      speaker = newSpeaker(projectId, named.name, speakers);
      speakers.push(speaker);
      await draft.put("speakers", speaker);
    }
    if (speaker) speakerIds.add(speaker.id);
  }
  const stances = new Map<TopicId, Stance>();
  for (const named of tagging.topics) {
    let topic =
      "id" in named
        ? topics.find((t) => t.id === named.id)
        : topics.find((t) => sameName(t.name, named.name));
    if (!topic && "id" in named) throw gone("topic");
    if (!topic && "name" in named) {
      topic = newTopic(projectId, named.name, topics);
      topics.push(topic);
      await draft.put("topics", topic);
    }
    if (topic) stances.set(topic.id, named.stance);
  }
  return {
    speakerIds: [...speakerIds],
    topics: [...stances].map(([topicId, stance]) => ({ topicId, stance })),
    quotation: tagging.quotation,
    note: tagging.note,
  };
}

function gone(what: string): Refusal {
  return new Refusal(
    `A ${what} of this statement is no longer in the codebook.`,
    `Choose another ${what}; undo brings the old one back.`,
  );
}
