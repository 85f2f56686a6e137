import type { Article } from "../model/article.ts";
import { newId, type ArticleId, type ProjectId, type TextId } from "../model/id.ts";
import { forgetful, type Learning } from "../model/learning.ts";
import type { Result } from "../model/problem.ts";
import { joinRanges, overlap, type Range } from "../model/range.ts";
import type { Rejection } from "../model/rejection.ts";
import { anchored, type Statement } from "../model/statement.ts";
import { commit, Refusal, type Draft } from "./commit.ts";
import { Known } from "./labels.ts";
import { begun, labelled, newStatement, textOfArticle, type Tagging } from "./statements.ts";
import type { Actor, Store } from "./store.ts";

/** A suggestion as it is accepted: what the statement says, and the cue it was found by. */
export interface AcceptedSuggestion extends Omit<Tagging, "fields"> {
  readonly articleId: ArticleId;
  readonly cue: Range | null;
  /** Of a transcript, whose statements may stand inside of each other. */
  readonly inTranscript: boolean;
  /** The words that were proposed, where others were chosen for them: they do not come back. */
  readonly proposed?: readonly Range[];
}

/**
 * Accepts suggestions, as one action. Where one covers most of a statement that is there, it is
 * joined with that one rather than doubling it. Resolves to the statements, in the same order.
 * The page is free between two articles.
 */
export function acceptSuggestions(
  actor: Actor,
  accepted: readonly AcceptedSuggestion[],
): Promise<Result<readonly Statement[]>> {
  const title =
    accepted.length === 1 ? "Accept a suggestion" : `Accept ${accepted.length} suggestions`;
  return commit(actor, title, async (draft) => {
    const known = await Known.read(draft, actor);
    const statements = new Map<AcceptedSuggestion, Statement>();
    const byArticle = Map.groupBy(accepted, ({ articleId }) => articleId);
    for (const [articleId, ofArticle] of byArticle) {
      const there = await ownStatements(draft, actor, articleId);
      for (const [textId, ofText] of Map.groupBy(ofArticle, (one) => one.textId)) {
        const text = await textOfArticle(draft, articleId, textId);
        for (const suggestion of ofText) {
          const statement = statementOf(actor, suggestion, text, there, known);
          statements.set(suggestion, statement);
          const { proposed, inTranscript } = suggestion;
          if (!proposed || coversSame(proposed, statement.ranges, inTranscript)) continue;
          const read = textId ?? (await draft.get("articles", articleId))?.textId;
          if (read) await draft.put("rejections", newRejection(actor, articleId, read, proposed));
        }
      }
      await known.keep(draft);
    }
    // One that was joined with several stands once, as the last left it.
    const last = new Map([...statements.values()].map((statement) => [statement.id, statement]));
    await draft.putAll("statements", [...last.values()]);
    await begun(draft, [...byArticle.keys()]);
    return accepted.flatMap((suggestion) => {
      const statement = statements.get(suggestion);
      return statement ? (last.get(statement.id) ?? statement) : [];
    });
  });
}

/** The statement that a suggestion becomes, among those that are there, whose list it keeps true. */
function statementOf(
  actor: Actor,
  { articleId, cue, inTranscript, ...tagging }: AcceptedSuggestion,
  text: string,
  there: Statement[],
  known: Known,
): Statement {
  const labels = labelled(known, tagging);
  const at = there.findIndex(
    ({ ranges }) =>
      mayMeet(ranges, tagging.ranges) && coversSame(ranges, tagging.ranges, inTranscript),
  );
  const same = there[at];
  const statement = same
    ? joined(text, same, tagging.ranges, labels, cue)
    : newStatement(
        actor,
        articleId,
        { origin: "suggested", cue },
        { ...labels, ranges: anchored(text, tagging.ranges), fields: {} },
      );
  there.splice(same ? at : there.length, 1, statement);
  return statement;
}

/** Whether the ranges can overlap, by their outer edges alone: what is asked of thousands. */
function mayMeet(a: readonly Range[], b: readonly Range[]): boolean {
  return (a[0]?.start ?? 0) < (b.at(-1)?.end ?? 0) && (b[0]?.start ?? 0) < (a.at(-1)?.end ?? 0);
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
      const rejection = newRejection(actor, article.id, article.textId, ranges);
      await draft.put("rejections", rejection);
      rejections.push(rejection);
    }
    return rejections;
  });
}

function newRejection(
  { projectId, coderId }: Actor,
  articleId: ArticleId,
  textId: TextId,
  ranges: readonly Range[],
): Rejection {
  return {
    id: newId(),
    projectId,
    articleId,
    textId,
    ranges: ranges.map(({ start, end }) => ({ start, end })),
    coderId,
    createdAt: Date.now(),
  };
}

/** What the suggestions have learnt from a project's coding; undefined when nothing yet. */
export async function learningOf(store: Store, id: ProjectId): Promise<Learning | undefined> {
  const learning = await store.db.learnt.get(id);
  return learning && learning.statements > 0 ? learning : undefined;
}

/** The texts of a project from whose coding nothing is to be learnt again. */
export async function forgottenTexts(store: Store, id: ProjectId): Promise<readonly TextId[]> {
  return (await store.db.learnt.get(id))?.forgotten ?? [];
}

/** Keeps what was learnt; it follows from the coding, so it is no action of the history. */
export async function keepLearning(store: Store, learning: Learning): Promise<void> {
  await store.db.learnt.put(learning);
}

/**
 * Forgets what was learnt: suggestions are the base model's again, and what is coded in the articles
 * done so far teaches nothing any more. Resolves to what there was, for `keepLearning` to bring back.
 */
export async function forgetLearning(store: Store, id: ProjectId): Promise<Learning | undefined> {
  return store.db.transaction("rw", store.db.learnt, store.db.table("articles"), async () => {
    const before = await store.db.learnt.get(id);
    const done = await store.db
      .records("articles")
      .where({ projectId: id })
      .filter(({ progress }) => progress === "done")
      .toArray();
    await store.db.learnt.put(
      forgetful(
        id,
        done.map(({ textId }) => textId),
      ),
    );
    return before;
  });
}

/** The share of the shorter one that two statements must have in common to be one. */
const sameShare = 0.5;

/** In a transcript, of the longer one: of ten statements told of in a turn one is over half of it. */
const sameShareInTranscript = 0.75;

/**
 * Whether the ranges cover mostly the same words.
 * @param inTranscript whether one may stand inside of the other and yet be another statement
 */
export function coversSame(
  a: readonly Range[],
  b: readonly Range[],
  inTranscript: boolean,
): boolean {
  const common = commonLength(a, b);
  const least = inTranscript
    ? sameShareInTranscript * Math.max(lengthOf(a), lengthOf(b))
    : sameShare * Math.min(lengthOf(a), lengthOf(b));
  return common >= least && common > 0;
}

/** How well the ranges fit: the share of the longer that both cover, 0 to 1. */
export function fitOf(a: readonly Range[], b: readonly Range[]): number {
  return commonLength(a, b) / Math.max(lengthOf(a), lengthOf(b));
}

/** How many code units both cover. */
function commonLength(a: readonly Range[], b: readonly Range[]): number {
  return a.reduce(
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
}

function lengthOf(ranges: readonly Range[]): number {
  return ranges.reduce((sum, { start, end }) => sum + end - start, 0);
}

/** The coder's own statements of an article that stand in its text: others' are not theirs to change. */
async function ownStatements(
  draft: Draft,
  { coderId }: Actor,
  articleId: ArticleId,
): Promise<Statement[]> {
  const there = await draft.db.records("statements").where({ articleId }).toArray();
  return there.filter((statement) => !statement.lost && statement.coderId === coderId);
}

/** The statement with the suggestion's words, speakers and topics besides its own. */
function joined(
  text: string,
  statement: Statement,
  ranges: readonly Range[],
  labels: Pick<Statement, "speakerIds" | "topics">,
  cue: Range | null,
): Statement {
  const topics = new Map(labels.topics.map((topic) => [topic.topicId, topic]));
  for (const topic of statement.topics) topics.set(topic.topicId, topic);
  return {
    ...statement,
    ranges: anchored(text, joinRanges([...statement.ranges, ...ranges])),
    speakerIds: statement.speakerIds.length > 0 ? statement.speakerIds : labels.speakerIds,
    topics: [...topics.values()],
    cue: statement.cue ?? cue,
    updatedAt: Date.now(),
  };
}
