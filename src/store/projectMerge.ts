import { anchorOf, findAnchor, holds } from "../model/anchor.ts";
import { faultOf, type ProjectBundle } from "../model/bundle.ts";
import { applyEdit, type Edit, type Records, type TableName } from "../model/change.ts";
import type { ProjectId } from "../model/id.ts";
import {
  joinByName,
  mergedLists,
  planMerge,
  type Known,
  type MergedList,
  type MergePlan,
} from "../model/projectMerge.ts";
import { done, refused, type Result } from "../model/problem.ts";
import { joinRanges } from "../model/range.ts";
import type { Statement } from "../model/statement.ts";
import { commit, Refusal, type Draft } from "./commit.ts";
import { changesFromLast } from "./history.ts";
import { bundleOf } from "./projects.ts";
import type { Actor, Store } from "./store.ts";

/** A plan with what it was made from. */
export interface PreparedMerge {
  readonly plan: MergePlan;
  /** Their project as it is merged: entries joined by name, ranges placed in our texts. */
  readonly theirs: ProjectBundle;
  /** Their statements of which no word stands in our text any more; they come in as lost. */
  readonly unplaced: number;
}

/** Compares another coder's version of a project with ours; changes nothing. */
export async function prepareMerge(
  store: Store,
  projectId: ProjectId,
  their: ProjectBundle,
  { joinNames }: { readonly joinNames: boolean },
): Promise<Result<PreparedMerge>> {
  const ours = await bundleOf(store, projectId);
  if (!ours) return refused("This project is no longer there.", "Open another project.");
  const owned = withProject(their, projectId);
  const joined = joinNames ? joinByName(ours, owned) : owned;
  const { bundle: theirs, unplaced } = placed(ours, joined);
  const history = await knownStates(store, projectId, ours);
  const nothing: Known = { earlier: [], deleted: false };
  const plan = planMerge(ours, theirs, (list, id) => history.get(`${list} ${id}`) ?? nothing);
  return done({ plan, theirs, unplaced });
}

/**
 * Carries out the edits of a plan, as one action; refuses when the project would not fit together.
 * `onProgress` is told how many of them are made; an aborted `signal` ends it with nothing saved,
 * until the last of them is.
 */
export function mergeProject(
  actor: Actor,
  theirs: ProjectBundle,
  edits: readonly Edit[],
  { signal, onProgress }: { signal?: AbortSignal; onProgress?: (made: number) => void } = {},
): Promise<Result<number>> {
  return commit(actor, "Merge another coder’s project", async (draft) => {
    const changed = new Refusal(
      "The project was changed while the merge was looked over.",
      "Open the file again, so that it is compared with the project as it is now.",
    );
    const go = (made: number) => {
      if (signal?.aborted) throw new Refusal("The merge was stopped; nothing was saved.", "");
      onProgress?.(made);
    };
    await draft.make(edits, changed, go);
    go(edits.length);
    await addTexts(draft, theirs, edits);
    const merged = await bundleOf(actor.store, actor.projectId);
    const fault = merged && faultOf(merged);
    if (fault)
      throw new Refusal(
        `The merged project would not fit together. ${fault.path}: ${fault.what}.`,
        "Bring back what was deleted here, or decide the conflicts otherwise.",
      );
    return edits.length;
  });
}

/** Adds the texts of the articles that the edits bring, as far as they are not here. */
async function addTexts(
  draft: Draft,
  theirs: ProjectBundle,
  edits: readonly Edit[],
): Promise<void> {
  const named = new Set(
    edits.flatMap(({ table, after }) => (table === "articles" && after?.textId) || []),
  );
  const texts = theirs.texts.filter(({ id }) => named.has(id));
  const here = await draft.db.texts.bulkGet(texts.map(({ id }) => id));
  await draft.addTexts(texts.filter((_, i) => !here[i]));
}

/** The records of a bundle as those of our project: a copy of it may have another id there. */
function withProject(bundle: ProjectBundle, projectId: ProjectId): ProjectBundle {
  const own = <T extends object>(records: readonly T[]) =>
    records.map((record) => ({ ...record, projectId }));
  return {
    project: bundle.project,
    coders: own(bundle.coders),
    topics: own(bundle.topics),
    organisations: own(bundle.organisations),
    speakers: own(bundle.speakers),
    fields: own(bundle.fields),
    views: own(bundle.views),
    rejections: own(bundle.rejections),
    learning: null,
    articles: own(bundle.articles),
    texts: own(bundle.texts),
    statements: own(bundle.statements),
  };
}

/**
 * Their statements in our texts: where an article was corrected on one side, its statements are
 * found again by their words. An article's own text stays ours.
 */
function placed(ours: ProjectBundle, theirs: ProjectBundle) {
  const ourArticles = new Map(ours.articles.map((article) => [article.id, article]));
  const ourTexts = new Map(ours.texts.map(({ id, text }) => [id, text]));
  const ourStatements = new Map(ours.statements.map((statement) => [statement.id, statement]));
  let unplaced = 0;
  const statements = theirs.statements.map((statement): Statement => {
    const article = ourArticles.get(statement.articleId);
    const text = article && ourTexts.get(article.textId);
    if (text === undefined) return statement;
    if (statement.ranges.every((range) => holds(text, range))) return { ...statement, lost: false };
    const found = statement.ranges.flatMap((range) => findAnchor(text, range) ?? []);
    const our = ourStatements.get(statement.id);
    if (our && found.length < statement.ranges.length) {
      // What became of its words in our text is known here.
      const { ranges, cue, lost } = our;
      const updatedAt = Math.max(statement.updatedAt, our.updatedAt);
      return { ...statement, ranges, cue, lost, updatedAt };
    }
    if (found.length === 0) {
      if (!statement.lost) unplaced += 1;
      return { ...statement, cue: null, lost: true };
    }
    const ranges = joinRanges(found).map((range) => anchorOf(text, range));
    return { ...statement, ranges, cue: null, lost: false };
  });
  const articles = theirs.articles.map((article) => {
    const our = ourArticles.get(article.id);
    return our ? { ...article, textId: our.textId, textHash: our.textHash } : article;
  });
  return { bundle: { ...theirs, articles, statements }, unplaced };
}

/** What our history says of each record: its earlier states, and whether it was deleted. */
async function knownStates(
  store: Store,
  projectId: ProjectId,
  ours: ProjectBundle,
): Promise<ReadonlyMap<string, Known>> {
  const now = new Map<string, Records[TableName] | undefined>();
  for (const list of mergedLists)
    for (const record of ours[list]) now.set(`${list} ${record.id}`, record);
  const known = new Map<string, { earlier: object[]; deleted: boolean }>();
  for await (const { edits } of changesFromLast(store.db, projectId))
    for (const edit of edits.toReversed()) {
      if (!isMerged(edit.table)) continue;
      const key = `${edit.table} ${edit.id}`;
      const of = known.get(key) ?? { earlier: [], deleted: !now.get(key) };
      known.set(key, of);
      const before = applyEdit({ ...edit, before: edit.after, after: edit.before }, now.get(key));
      if (before === "conflict") continue;
      now.set(key, before);
      if (before) of.earlier.push(before);
    }
  return known;
}

function isMerged(table: TableName): table is MergedList {
  return mergedLists.some((list) => list === table);
}
