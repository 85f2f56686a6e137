import type { Article } from "../model/article.ts";
import { newId, type ArticleId, type ProjectId } from "../model/id.ts";
import type { Learning } from "../model/learning.ts";
import type { Result } from "../model/problem.ts";
import { joinRanges, overlap, type Range } from "../model/range.ts";
import type { Rejection } from "../model/rejection.ts";
import { anchored, type Statement } from "../model/statement.ts";
import { commit, Refusal, type Draft } from "./commit.ts";
import { coded, tag, textOfArticle, type Tagging } from "./statements.ts";
import type { Actor, Store } from "./store.ts";

/** A suggestion as it is accepted: what the statement says, and the cue it was found by. */
export interface AcceptedSuggestion extends Tagging {
  readonly articleId: ArticleId;
  readonly cue: Range | null;
}

/**
 * Accepts suggestions, as one action. Where one covers most of a statement that is there, it is
 * joined with that one rather than doubling it. Resolves to the statements, in the same order.
 */
export function acceptSuggestions(
  actor: Actor,
  accepted: readonly AcceptedSuggestion[],
): Promise<Result<readonly Statement[]>> {
  const title =
    accepted.length === 1 ? "Accept a suggestion" : `Accept ${accepted.length} suggestions`;
  return commit(actor, title, async (draft) => {
    const statements: Statement[] = [];
    for (const { articleId, cue, ...tagging } of accepted) {
      const same = await mostlySame(draft, articleId, tagging.ranges);
      statements.push(
        same
          ? await joined(draft, actor, same, tagging, cue)
          : await tag(draft, actor, articleId, tagging, { origin: "suggested", cue }),
      );
    }
    return statements;
  });
}

/** Turns suggestions down, as one action; they do not come back while the text stays as it is. */
export function rejectSuggestions(
  actor: Actor,
  article: Pick<Article, "id" | "textId">,
  suggestions: readonly (readonly Range[])[],
): Promise<Result<readonly Rejection[]>> {
  const title =
    suggestions.length === 1 ? "Reject a suggestion" : `Reject ${suggestions.length} suggestions`;
  return commit(actor, title, async (draft) => {
    if (!(await draft.get("articles", article.id)))
      throw new Refusal("This article is no longer there.", "Undo brings it back.");
    const rejections: Rejection[] = [];
    for (const ranges of suggestions) {
      const rejection: Rejection = {
        id: newId(),
        projectId: actor.projectId,
        articleId: article.id,
        textId: article.textId,
        ranges: ranges.map(({ start, end }) => ({ start, end })),
        coderId: actor.coderId,
        createdAt: Date.now(),
      };
      await draft.put("rejections", rejection);
      rejections.push(rejection);
    }
    return rejections;
  });
}

/** What the suggestions have learnt from a project's coding; undefined when nothing yet. */
export function learningOf(store: Store, id: ProjectId): Promise<Learning | undefined> {
  return store.db.learnt.get(id);
}

/** Keeps what was learnt; it follows from the coding, so it is no action and is not undone. */
export async function keepLearning(store: Store, learning: Learning): Promise<void> {
  await store.db.learnt.put(learning);
}

/** Forgets what was learnt: suggestions are the base model's again. */
export async function forgetLearning(store: Store, id: ProjectId): Promise<void> {
  await store.db.learnt.delete(id);
}

/** The share of the shorter one that two statements must have in common to be one. */
const sameShare = 0.5;

/** Whether the ranges cover mostly the same words. */
export function coversSame(a: readonly Range[], b: readonly Range[]): boolean {
  const common = a.reduce(
    (sum, range) =>
      sum +
      b
        .filter((other) => overlap(range, other))
        .reduce(
          (n, other) => n + Math.min(range.end, other.end) - Math.max(range.start, other.start),
          0,
        ),
    0,
  );
  return common >= sameShare * Math.min(lengthOf(a), lengthOf(b)) && common > 0;
}

function lengthOf(ranges: readonly Range[]): number {
  return ranges.reduce((sum, { start, end }) => sum + end - start, 0);
}

async function mostlySame(
  draft: Draft,
  articleId: ArticleId,
  ranges: readonly Range[],
): Promise<Statement | undefined> {
  const there = await draft.db.records("statements").where({ articleId }).toArray();
  return there.find(({ lost, ranges: own }) => !lost && coversSame(own, ranges));
}

/** The statement with the suggestion's words, speakers and topics besides its own. */
async function joined(
  draft: Draft,
  actor: Actor,
  statement: Statement,
  tagging: Tagging,
  cue: Range | null,
): Promise<Statement> {
  const labels = await coded(draft, actor, tagging);
  const text = await textOfArticle(draft, statement.articleId, tagging.textId);
  const topics = new Map(labels.topics.map((topic) => [topic.topicId, topic]));
  for (const topic of statement.topics) topics.set(topic.topicId, topic);
  const both: Statement = {
    ...statement,
    ranges: anchored(text, joinRanges([...statement.ranges, ...tagging.ranges])),
    speakerIds: statement.speakerIds.length > 0 ? statement.speakerIds : labels.speakerIds,
    topics: [...topics.values()],
    cue: statement.cue ?? cue,
    updatedAt: Date.now(),
  };
  await draft.put("statements", both);
  return both;
}
