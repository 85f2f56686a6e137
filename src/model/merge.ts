import type { Organisation, Speaker, Topic } from "./codebook.ts";
import type { SpeakerId, TopicId } from "./id.ts";
import { folded } from "./name.ts";
import type { Statement } from "./statement.ts";
import { branchesOf, numbered, waysTo } from "./topicTree.ts";

/**
 * What becomes of a statement that had several of the merged topics with different stances, each set:
 * it keeps the stance towards the topic that stays, or the first set one in the order in which they
 * were chosen; "discuss" marks it "to discuss" as well.
 */
export type StanceRule = "keep" | "discuss";

/** How many statements, and of how many articles. */
export interface Extent {
  readonly statements: number;
  readonly articles: number;
}

export function extentOf(statements: Iterable<Pick<Statement, "articleId">>): Extent {
  let count = 0;
  const articles = new Set<string>();
  for (const { articleId } of statements) {
    count += 1;
    articles.add(articleId);
  }
  return { statements: count, articles: articles.size };
}

/** What a merge does to the statements. */
export interface MergeEffect extends Extent {
  /** Statements that have more than one of the merged entries, and keep one. */
  readonly several: number;
  /** Those of them whose stances differ, each being set: a rule decides. */
  readonly conflicts: number;
}

/** What it would do to put the topics `from` together with `into`; counts those that would change. */
export function topicMergeEffect(
  statements: readonly Statement[],
  into: TopicId,
  from: ReadonlySet<TopicId>,
): MergeEffect {
  const changed = statements.filter(({ topics }) => topics.some((t) => from.has(t.topicId)));
  const grouped = changed.map((statement) => stancesOf(statement, into, from));
  return {
    ...extentOf(changed),
    several: grouped.filter(({ count }) => count > 1).length,
    conflicts: grouped.filter(({ set }) => new Set(set).size > 1).length,
  };
}

export function speakerMergeEffect(
  statements: readonly Statement[],
  into: SpeakerId,
  from: ReadonlySet<SpeakerId>,
): MergeEffect {
  const changed = statements.filter(({ speakerIds }) => speakerIds.some((id) => from.has(id)));
  const several = changed.filter(
    ({ speakerIds }) => speakerIds.filter((id) => id === into || from.has(id)).length > 1,
  );
  return { ...extentOf(changed), several: several.length, conflicts: 0 };
}

/** The statement with `into` wherever it had one of `from`, once; itself when it had none of them. */
export function withTopicsMerged(
  statement: Statement,
  into: TopicId,
  from: ReadonlySet<TopicId>,
  rule: StanceRule,
): Statement {
  const first = statement.topics.findIndex((t) => t.topicId === into || from.has(t.topicId));
  if (!statement.topics.some(({ topicId }) => from.has(topicId))) return statement;
  const { set } = stancesOf(statement, into, from);
  const merged = { topicId: into, stance: set[0] ?? "not set" } as const;
  return {
    ...statement,
    topics: statement.topics.flatMap((t, i) =>
      i === first ? [merged] : t.topicId === into || from.has(t.topicId) ? [] : [t],
    ),
    toDiscuss: statement.toDiscuss || (rule === "discuss" && new Set(set).size > 1),
  };
}

export function withSpeakersMerged(
  statement: Statement,
  into: SpeakerId,
  from: ReadonlySet<SpeakerId>,
): Statement {
  if (!statement.speakerIds.some((id) => from.has(id))) return statement;
  const speakerIds = new Set(statement.speakerIds.map((id) => (from.has(id) ? into : id)));
  return { ...statement, speakerIds: [...speakerIds] };
}

/** The statement without these topics; itself when it has none of them. */
export function withoutTopics(statement: Statement, gone: ReadonlySet<TopicId>): Statement {
  const topics = statement.topics.filter(({ topicId }) => !gone.has(topicId));
  return topics.length === statement.topics.length ? statement : { ...statement, topics };
}

export function withoutSpeakers(statement: Statement, gone: ReadonlySet<SpeakerId>): Statement {
  const speakerIds = statement.speakerIds.filter((id) => !gone.has(id));
  return speakerIds.length === statement.speakerIds.length
    ? statement
    : { ...statement, speakerIds };
}

/**
 * All topics as they stand when those of `from` are one with `into`: it keeps its name and colour,
 * takes their keywords and definitions, and those below them stand below it. When it stood below one
 * of them, it takes the place of the uppermost such.
 */
export function topicsMerged(
  topics: readonly Topic[],
  into: TopicId,
  from: ReadonlySet<TopicId>,
): Topic[] {
  const byId = new Map(topics.map((topic) => [topic.id, topic]));
  const target = byId.get(into);
  if (!target) return [...topics];
  const sources = [...from].flatMap((id) => byId.get(id) ?? []);
  const branches = branchesOf(topics);
  const above = waysTo(byId, target).find(({ id }) => from.has(id));
  const merged: Topic = {
    ...target,
    definition: paragraphs([target, ...sources].map(({ definition }) => definition)),
    keywords: [...new Set([target, ...sources].flatMap(({ keywords }) => keywords))],
    shortcut: [target, ...sources].find(({ shortcut }) => shortcut !== "")?.shortcut ?? "",
    ...(above && { parentId: above.parentId, position: above.position }),
  };
  const below = [target, ...sources]
    .flatMap(({ id }) => branches.get(id) ?? [])
    .filter(({ id }) => id !== into && !from.has(id));
  const placed = new Map<TopicId, Topic>([[into, merged]]);
  const hasMore = sources.some(({ id }) => branches.has(id));
  if (hasMore)
    for (const child of numbered(below)) placed.set(child.id, { ...child, parentId: into });
  return topics.flatMap((topic) => (from.has(topic.id) ? [] : [placed.get(topic.id) ?? topic]));
}

/** A speaker that others are one with: their names become aliases, what it lacks comes from them. */
export function speakerMerged(into: Speaker, from: readonly Speaker[]): Speaker {
  const all = [into, ...from];
  return {
    ...into,
    aliases: otherNames(into.name, all),
    role: all.find(({ role }) => role.trim() !== "")?.role ?? "",
    organisationId:
      all.find(({ organisationId }) => organisationId !== null)?.organisationId ?? null,
    note: paragraphs(all.map(({ note }) => note)),
  };
}

export function organisationMerged(
  into: Organisation,
  from: readonly Organisation[],
): Organisation {
  const all = [into, ...from];
  return {
    ...into,
    aliases: otherNames(into.name, all),
    type: all.find(({ type }) => type.trim() !== "")?.type ?? "",
  };
}

/** The names of all, each once as names are compared, without `name` itself. */
function otherNames(
  name: string,
  all: readonly { readonly name: string; readonly aliases: readonly string[] }[],
): string[] {
  const names = new Map<string, string>();
  for (const each of all.flatMap((one) => [one.name, ...one.aliases]))
    if (!names.has(folded(each))) names.set(folded(each), each);
  names.delete(folded(name));
  return [...names.values()];
}

/** The paragraphs of several texts, one after the other, none twice. */
function paragraphs(texts: readonly string[]): string {
  const all = texts.flatMap((text) => text.split(/\n{2,}/)).filter((part) => part.trim() !== "");
  return [...new Set(all)].join("\n\n");
}

/** The stances towards the merged topics that are set, that towards the one that stays first. */
function stancesOf(statement: Statement, into: TopicId, from: ReadonlySet<TopicId>) {
  const had = [into, ...from].flatMap((id) =>
    statement.topics.filter(({ topicId }) => topicId === id),
  );
  const set = had.map(({ stance }) => stance).filter((stance) => stance !== "not set");
  return { count: had.length, set };
}
