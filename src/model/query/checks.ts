import type { StatementId } from "../id.ts";
import type { Statement } from "../statement.ts";
import type { ProjectRecords } from "./attribute.ts";
import { stepping, type Steps } from "./slices.ts";

/** What is looked at before an export, in the order of how much it costs to leave it. */
export const checkIds = [
  "lost",
  "misplaced",
  "no speaker",
  "no topic",
  "stance not set",
  "no organisation",
  "twice",
  "same text",
] as const;
export type CheckId = (typeof checkIds)[number];

/** The statements that a check found, in the order given. */
export type Findings = Readonly<Record<CheckId, readonly StatementId[]>>;

/**
 * What could be wrong with statements, as far as records tell: `misplaced` needs the article texts
 * and is given. `twice` are statements of one article with the same ranges and a speaker and topic
 * in common (those without any count as the same); `same text`, those in articles of equal words.
 */
export function* checkSteps(
  statements: readonly Statement[],
  project: ProjectRecords,
  misplaced: ReadonlySet<StatementId>,
): Steps<Findings> {
  const copies = copiedTexts(project);
  const found: Record<CheckId, StatementId[]> = {
    lost: [],
    misplaced: [],
    "no speaker": [],
    "no topic": [],
    "stance not set": [],
    "no organisation": [],
    twice: [],
    "same text": [],
  };
  const passages = new Map<string, Statement[]>();
  yield* stepping(statements, (statement) => {
    const { id, speakerIds, topics } = statement;
    if (statement.lost) found.lost.push(id);
    if (misplaced.has(id)) found.misplaced.push(id);
    if (speakerIds.length === 0) found["no speaker"].push(id);
    if (topics.length === 0) found["no topic"].push(id);
    if (topics.some(({ stance }) => stance === "not set")) found["stance not set"].push(id);
    if (speakerIds.some((speaker) => !project.get("speakers", speaker)?.organisationId))
      found["no organisation"].push(id);
    const hash = project.get("articles", statement.articleId)?.textHash;
    if (hash !== undefined && copies.has(hash)) found["same text"].push(id);
    // Where a lost statement's words stood says nothing of the text as it is.
    if (statement.lost) return;
    const passage = `${statement.articleId} ${statement.ranges.map((r) => `${r.start}-${r.end}`).join()}`;
    const others = passages.get(passage);
    if (others) others.push(statement);
    else passages.set(passage, [statement]);
  });
  const twice = new Set<StatementId>();
  yield* stepping(passages.values(), (same) => {
    for (const [i, a] of same.entries())
      for (const b of same.slice(i + 1)) if (alike(a, b)) twice.add(a.id).add(b.id);
  });
  yield* stepping(statements, ({ id }) => {
    if (twice.has(id)) found.twice.push(id);
  });
  return found;
}

/** Hashes of the texts that several articles have. */
function copiedTexts(project: ProjectRecords): ReadonlySet<string> {
  const seen = new Set<string>();
  const copied = new Set<string>();
  for (const { textHash } of project.all("articles"))
    if (seen.has(textHash)) copied.add(textHash);
    else seen.add(textHash);
  return copied;
}

function alike(a: Statement, b: Statement): boolean {
  return (
    meet(a.speakerIds, b.speakerIds) &&
    meet(
      a.topics.map(({ topicId }) => topicId),
      b.topics.map(({ topicId }) => topicId),
    )
  );
}

function meet<T>(a: readonly T[], b: readonly T[]): boolean {
  return (a.length === 0 && b.length === 0) || a.some((value) => b.includes(value));
}
