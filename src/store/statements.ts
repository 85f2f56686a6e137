import {
  newId,
  type ArticleId,
  type ProjectId,
  type SpeakerId,
  type StatementId,
  type TextId,
  type TopicId,
} from "../model/id.ts";
import type { Result } from "../model/problem.ts";
import { quotationOf, type Quotation } from "../model/quotation.ts";
import { sameRanges, type Range } from "../model/range.ts";
import { anchored, type Comment, type Stance, type Statement } from "../model/statement.ts";
import { sameValue } from "../model/change.ts";
import { newSpeaker, newTopic, type Organisation } from "../model/codebook.ts";
import { sameName } from "../model/name.ts";
import { commit, Refusal, type Draft } from "./commit.ts";
import type { Actor } from "./store.ts";

/** An entry of the codebook, or the name of one to be made with the statement. */
export type Named<Id> =
  | { readonly id: Id }
  | {
      readonly name: string;
      /** Of a speaker, as far as the article gives them. */
      readonly role?: string;
      readonly organisation?: string;
    };

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
  readonly topics: readonly (Named<TopicId> & { readonly stance: Stance })[];
  readonly quotation: Quotation;
  readonly note: string;
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
export async function tag(
  draft: Draft,
  actor: Actor,
  articleId: ArticleId,
  tagging: Tagging,
  from: Origin = byHand,
): Promise<Statement> {
  const now = Date.now();
  const statement: Statement = {
    id: newId(),
    projectId: actor.projectId,
    articleId,
    ranges: anchored(await textOfArticle(draft, articleId, tagging.textId), tagging.ranges),
    ...(await coded(draft, actor, tagging)),
    cue: from.cue,
    lost: false,
    fields: {},
    comments: [],
    coderId: actor.coderId,
    origin: from.origin,
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
    const labels = await coded(draft, actor, tagging);
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
    return putIfChanged(draft, before, { ...before, ...labels, ...words });
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
export async function coded(draft: Draft, { projectId }: Actor, tagging: Tagging) {
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
      const organisation = await organisationNamed(draft, projectId, named.organisation ?? "");
      speaker = {
        ...newSpeaker(projectId, named.name, speakers),
        role: named.role ?? "",
        organisationId: organisation?.id ?? null,
      };
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

/** The organisation of that name, made if there is none; undefined without a name. */
async function organisationNamed(
  draft: Draft,
  projectId: ProjectId,
  name: string,
): Promise<Organisation | undefined> {
  if (name.trim() === "") return undefined;
  const all = await draft.db.records("organisations").where({ projectId }).toArray();
  const there = all.find((one) => [one.name, ...one.aliases].some((each) => sameName(each, name)));
  if (there) return there;
  const made: Organisation = {
    id: newId(),
    projectId,
    name: name.trim(),
    aliases: [],
    type: "",
    archived: false,
  };
  await draft.put("organisations", made);
  return made;
}

function gone(what: string): Refusal {
  return new Refusal(
    `A ${what} of this statement is no longer in the codebook.`,
    `Choose another ${what}; undo brings the old one back.`,
  );
}
